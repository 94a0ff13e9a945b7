import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { loadRates, baseCurrency } from '#modules/currency/index.ts'
import { now } from '#framework/time.ts'
import { sumPrice } from '#framework/decimals.ts'
import type { OrderKind } from './kinds.ts'

/** A kind of order that has prices. */
type PricedKind = OrderKind & {
  table: 'purchase_order' | 'sales_order' | 'return_order'
  extraLines: string
  company: string
  price: string
}

const isPriced = (kind: OrderKind): kind is PricedKind => kind.price !== null

/** What a line comes to in the currency of its price, the discount taken off; null without a price. */
export const lineTotal = (quantity: number, price: number | null, discount: number): number | null =>
  price === null ? null : sumPrice(quantity * price * (1 - discount / 100))

/**
 * Notes that an order, or a line of it, has changed, and works out what all lines come to: in the currency of the
 * order, else of its company, else in the default one; null where a rate is not known
 * (docs/behaviour/order.md#totals-and-currency).
 *
 * @param db inside the transaction of the change
 */
export async function orderChanged(db: Database, settings: SettingReader, kind: OrderKind, id: number): Promise<void> {
  if (!isPriced(kind)) {
    await db.updateTable(kind.table).set({ updated_at: now() }).where('id', '=', id).execute()
    return
  }
  const prices = (
    table: string,
    column: string
  ) => sql`select l.quantity, l.discount, ${sql.ref(`l.${column}`)} as price, ${sql.ref(`l.${column}_currency`)} as currency
    from ${sql.table(table)} l where l.order_id = ${id} and ${sql.ref(`l.${column}`)} <> 0`
  const { rows } = await sql<{
    quantity: number
    discount: number
    price: number
    currency: string
  }>`${prices(kind.lines, kind.price)}
    union all ${prices(kind.extraLines, 'price')}`.execute(db)
  const {
    rows: [order]
  } = await sql<{
    currency: string | null
  }>`select coalesce(nullif(o.order_currency, ''), nullif(c.currency, '')) as currency
    from ${sql.table(kind.table)} o left join company c on c.id = ${sql.ref(`o.${kind.company}_id`)} where o.id = ${id}`.execute(
    db
  )
  const base = baseCurrency(settings)
  const currency = order!.currency ?? base
  const { convert } = await loadRates(db)
  const amounts = rows.map((row) =>
    convert(row.quantity * row.price * (1 - row.discount / 100), row.currency || base, currency)
  )
  const known = amounts.filter((amount) => amount !== null)
  const total_price = known.length < amounts.length ? null : sumPrice(known.reduce((sum, amount) => sum + amount, 0))
  await db
    .updateTable(kind.table)
    .set({ total_price, total_price_currency: currency, updated_at: now() })
    .where('id', '=', id)
    .execute()
}
