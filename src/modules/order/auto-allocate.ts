import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Body, UncheckedBody, AddError } from '#contract/types.ts'
import { lookup } from '#crud/lookup.ts'
import { subtree } from '#crud/tree.ts'
import { isSerialized, untested, type StockItem } from '#modules/stock/index.ts'
import { inStock } from '#modules/part/index.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { validateShipment } from './allocate.ts'
import { freeOfAll } from './promises.ts'

type Rules = NonNullable<Body<'order_so_auto_allocate_create'>>

/** In which order stock is taken; without an expiry date it is taken last. */
const SORTED: Record<NonNullable<Rules['stock_sort_by']>, RawBuilder<unknown>> = {
  updated: sql`updated`,
  '-updated': sql`updated desc`,
  quantity: sql`quantity`,
  '-quantity': sql`quantity desc`,
  expiry_date: sql`expiry_date is null, expiry_date`
}

const WITH_SERIAL = sql`(serial is not null and serial <> '')`
const SERIALIZED: Record<NonNullable<Rules['serialized_stock']>, RawBuilder<unknown>> = {
  any: sql`1 = 1`,
  serialized: WITH_SERIAL,
  unserialized: sql`not ${WITH_SERIAL}`
}

/** Lines of other orders are refused, and shipments that will not do. */
export async function validateAllocationRules(
  context: RequestContext & { path: { id: number } },
  rules: UncheckedBody<Rules> | undefined,
  addError: AddError
): Promise<void> {
  const { line_items: lines, shipment } = rules ?? {}
  const strange = lines?.length
    ? await context.db
        .selectFrom('sales_order_line')
        .select('id')
        .where('id', 'in', lines)
        .where('order_id', '!=', context.path.id)
        .limit(1)
        .executeTakeFirst()
    : undefined
  if (strange) addError(['line_items'], 'Line item does not belong to this order')
  await validateShipment(context, shipment, addError)
}

/** What lines of an order still need, those of virtual parts aside. */
async function needs(
  db: Database,
  order: number,
  lines: number[] | undefined
): Promise<{ line: number; part: number; open: number }[]> {
  const only = lines?.length ? sql` and l.id in ${among(lines)}` : sql``
  const { rows } = await sql<{ line: number; part: number; open: number }>`select l.id as line, l.part_id as part,
    l.quantity - coalesce((select sum(a.quantity) from sales_order_allocation a where a.line_id = l.id), 0) as open
    from sales_order_line l join part p on p.id = l.part_id where l.order_id = ${order} and p.virtual = 0${only} order by l.id`.execute(
    db
  )
  return rows.map((row) => ({ ...row, open: sumQuantity(row.open) })).filter(({ open }) => open > 0)
}

/** Stock of parts that the rules allow, in the order in which it is taken, by part. */
async function candidates(
  { db, settings }: RequestContext,
  parts: number[],
  rules: Rules
): Promise<Map<number, StockItem[]>> {
  const places = [
    ...(typeof rules.location === 'number' ? [sql`location_id in ${subtree('stock_location', rules.location)}`] : []),
    ...(typeof rules.exclude_location === 'number'
      ? [sql`(location_id is null or location_id not in ${subtree('stock_location', rules.exclude_location)})`]
      : [])
  ]
  const conditions = sql.join([inStock(), SERIALIZED[rules.serialized_stock ?? 'any'], ...places], sql` and `)
  const found = await lookup(parts, async (keys) => {
    const { rows } =
      await sql<StockItem>`select * from stock_item where part_id in ${among(keys)} and ${conditions} order by ${SORTED[rules.stock_sort_by ?? 'updated']}, id`.execute(
        db
      )
    return [...Map.groupBy(rows, (item) => item.part_id)]
  })
  if (!settings.flag('SALESORDER_BLOCK_INCOMPLETE_ITEM_TESTS')) return found
  const blocked = await untested(
    db,
    [...found.values()].flat().map(({ id }) => id)
  )
  return new Map([...found].map(([part, items]) => [part, items.filter(({ id }) => !blocked.has(id))]))
}

/**
 * Sets free stock aside for the lines of a sales order that need more, as far as there is any
 * (docs/behaviour/sales-order.md#allocating-automatically). Free is what was free before: two lines that want the same
 * stock both get it (as with the reference server).
 *
 * @param context inside a transaction
 */
export async function allocateByRules(context: RequestContext, order: number, rules: Rules): Promise<void> {
  const { db } = context
  const wanted = await needs(db, order, rules.line_items)
  const stock = await candidates(
    context,
    wanted.map(({ part }) => part),
    rules
  )
  const free = await freeOfAll(
    db,
    [...stock.values()].flat().map(({ id }) => id)
  )
  for (const { line, part, open } of wanted) {
    const there = (stock.get(part) ?? []).filter(({ id }) => free.get(id)! > 0)
    const chosen =
      rules.interchangeable === false && there.length > 1
        ? there.filter(({ id }) => free.get(id)! >= open).slice(0, 1)
        : there
    let rest = open
    for (const item of chosen) {
      const quantity = sumQuantity(Math.min(rest, free.get(item.id)!))
      if (quantity <= 0 || (isSerialized(item) && quantity < 1)) continue
      await db
        .insertInto('sales_order_allocation')
        .values({ line_id: line, item_id: item.id, quantity, shipment_id: rules.shipment ?? null })
        .execute()
      rest = sumQuantity(rest - quantity)
      if (rest <= 0) break
    }
  }
}
