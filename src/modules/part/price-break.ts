import type { Database } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { equals, type Change } from '#crud/definition.ts'
import { lookupMany } from '#crud/lookup.ts'
import { resource } from '#crud/resource.ts'
import { baseCurrency, money } from '#modules/currency/index.ts'
import { now } from '#framework/time.ts'
import { pricesChanged } from './pricing/recalculate.ts'

type Table = 'part_sale_price' | 'part_internal_price'
interface Row {
  id: number
  part_id: number
  quantity: number
  price: number | null
  price_currency: string
}

/** A price break as the API shows it; prices without a currency are in the default one. */
const shown = (row: Row, base: string) => ({
  pk: row.id,
  part: row.part_id,
  quantity: row.quantity,
  price: row.price,
  price_currency: row.price_currency || base
})

const salePrices = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db.selectFrom('part_sale_price').selectAll().where('part_id', 'in', keys('ids')).orderBy('id')
)

/** The sale prices of parts, as they were entered. */
export const salePricesOf = (context: RequestContext, ids: number[]) =>
  lookupMany(ids, async (keys) =>
    (await salePrices(context.db, { ids: keys })).map((row) => [
      row.part_id,
      shown(row, baseCurrency(context.settings))
    ])
  )

const columns = { part: 'part_id', quantity: 'quantity', price: 'price', price_currency: 'price_currency' } as const
const initial = () => ({ quantity: 1 })
const unique = [['part', 'quantity']] as const
const order = { quantity: 'quantity', price: 'price' } as const

/** The rules of both kinds of price breaks (docs/behaviour/pricing.md#price-breaks). */
const check = async ({ context, before, body, values, replace }: Change<Table, Table>): Promise<void> => {
  if (body.price_currency === undefined && (!before || replace)) values.price_currency = baseCurrency(context.settings)
  if ((body.price === undefined ? (before?.price ?? null) : body.price) === null)
    throw invalid({ price: ['This field cannot be blank.'] })
  if (body.price) values.price = money('price', body.price)
  values.updated = now()
}

const saved = async ({ context, db, before, body }: Change<Table, Table>): Promise<void> =>
  pricesChanged(db, context.settings, [before?.part_id ?? null, body.part ?? null])

const remove =
  (table: Table) =>
  async (row: Row, db: Database, context: RequestContext): Promise<void> => {
    await db.deleteFrom(table).where('id', '=', row.id).execute()
    await pricesChanged(db, context.settings, [row.part_id])
  }

export const salePrice = resource('part_sale_price', 'part_sale_price', {
  className: 'PartSellPriceBreak',
  options: {},
  computed: {},
  search: [],
  order,
  defaultOrder: ['quantity'],
  filters: { part: equals('part_id') },
  toJSON: (row, _embedded, _view, context) => shown(row, baseCurrency(context.settings)),
  write: { columns, initial, unique, check, saved, remove: remove('part_sale_price') }
})

export const internalPrice = resource('part_internal_price', 'part_internal_price', {
  className: 'PartInternalPriceBreak',
  options: {},
  computed: {},
  search: [],
  order,
  defaultOrder: ['quantity'],
  filters: { part: equals('part_id') },
  toJSON: (row, _embedded, _view, context) => shown(row, baseCurrency(context.settings)),
  write: { columns, initial, unique, check, saved, remove: remove('part_internal_price') }
})
