import { sql } from 'kysely'
import { invalid, refused } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { equals, type Builder, type Change } from '#crud/definition.ts'
import { lookupMany } from '#crud/lookup.ts'
import { resource } from '#crud/resource.ts'
import type { Database } from '#db/database.ts'
import { pricesChanged } from '#modules/part/index.ts'
import { now, shownTime } from '#framework/time.ts'
import { roundQuantity } from '#framework/decimals.ts'
import { baseCurrency, checkCurrency, money } from '#modules/currency/index.ts'
import { briefCompanies, COMPANY_ROLES } from './brief.ts'
import { briefSupplierParts } from './supplier-part.brief.ts'

type Break = Builder<'supplier_price_break'>

/** A column of the supplier part; the name of the supplier. */
const ofSupplierPart = (column: string) => (_eb: Break) =>
  sql<number>`(select ${sql.ref(`s.${column}`)} from supplier_part s where s.id = supplier_price_break.part_id)`
const supplierName = (eb: Break) =>
  sql<string>`(select c.name from company c where c.id = ${ofSupplierPart('supplier_id')(eb)})`

/** Prices by quantity, by the primary key of the supplier part, in the order in which they were entered. */
export const priceBreaksOf = (db: Database, ids: Iterable<number>) =>
  lookupMany(ids, async (keys) =>
    (
      await db
        .selectFrom('supplier_price_break as b')
        .innerJoin('supplier_part as s', 's.id', 'b.part_id')
        .select(['b.id', 'b.part_id', 'b.quantity', 'b.price', 'b.price_currency', 'b.updated', 's.supplier_id'])
        .where('b.part_id', 'in', keys)
        .orderBy('b.id')
        .execute()
    ).map((row) => [row.part_id, shown(row)])
  )

function shown(row: {
  id: number
  part_id: number
  quantity: number
  price: number | null
  price_currency: string
  updated: string | null
  supplier_id: number
}) {
  return {
    pk: row.id,
    part: row.part_id,
    quantity: row.quantity,
    price: row.price,
    price_currency: row.price_currency,
    supplier: row.supplier_id,
    updated: shownTime(row.updated)
  }
}

async function check({
  context,
  db,
  before,
  body,
  values,
  replace
}: Change<'company_price_break', 'supplier_price_break'>): Promise<void> {
  checkCurrency(context.settings, 'price_currency', body.price_currency)
  if (replace && body.price_currency === undefined) values.price_currency = baseCurrency(context.settings)
  if (body.quantity !== undefined) values.quantity = roundQuantity(body.quantity)
  const quantity = (values.quantity as number | undefined) ?? before?.quantity ?? 1
  const duplicate = await db
    .selectFrom('supplier_price_break')
    .select('id')
    .where('part_id', '=', body.part ?? before!.part_id)
    .where('quantity', '=', quantity)
    .executeTakeFirst()
  if (duplicate && duplicate.id !== before?.id) throw refused('The fields part, quantity must make a unique set.')
  if (body.price === null) throw invalid({ price: ['This field cannot be blank.'] })
  if (body.price !== undefined) values.price = money('price', body.price)
  values.updated = now()
}

/** The parts that supplier parts sell have other prices. */
async function repriced(db: Database, settings: SettingReader, supplierParts: number[]): Promise<void> {
  const sold = await db.selectFrom('supplier_part').select('part_id').where('id', 'in', supplierParts).execute()
  await pricesChanged(
    db,
    settings,
    sold.map(({ part_id }) => part_id)
  )
}

export const supplierPriceBreak = resource('company_price_break', 'supplier_price_break', {
  className: 'SupplierPriceBreak',
  options: {
    supplier_detail: { default: false, needs: COMPANY_ROLES },
    part_detail: { default: false, needs: ['part', 'purchase_order'] }
  },
  computed: { supplier_id: ofSupplierPart('supplier_id') },
  search: [(eb, match) => match(ofSupplierPart('SKU')(eb)), (eb, match) => match(supplierName(eb))],
  order: { quantity: 'quantity', supplier: supplierName, SKU: ofSupplierPart('SKU'), price: 'price' },
  defaultOrder: ['quantity'],
  filters: {
    part: equals('part_id'),
    base_part: (eb, id) => sql<boolean>`${ofSupplierPart('part_id')(eb)} = ${id}`,
    supplier: (eb, id) => sql<boolean>`${ofSupplierPart('supplier_id')(eb)} = ${id}`,
    quantity: equals('quantity')
  },
  embed: async (rows, { db }, view) => ({
    suppliers: view.supplier_detail
      ? await briefCompanies(
          db,
          rows.map((row) => row.supplier_id)
        )
      : undefined,
    parts: view.part_detail
      ? await briefSupplierParts(
          db,
          rows.map((row) => row.part_id)
        )
      : undefined
  }),
  toJSON: (row, { suppliers, parts }, view) => ({
    ...shown(row),
    ...(view.supplier_detail ? { supplier_detail: suppliers!.get(row.supplier_id)! } : {}),
    ...(view.part_detail ? { part_detail: parts!.get(row.part_id)! } : {})
  }),
  write: {
    columns: { part: 'part_id', quantity: 'quantity', price: 'price', price_currency: 'price_currency' },
    initial: ({ settings }) => ({ quantity: 1, price_currency: baseCurrency(settings) }),
    check,
    saved: ({ context, db, before, body }) =>
      repriced(
        db,
        context.settings,
        [before?.part_id, body.part].filter((id) => id !== undefined)
      ),
    remove: async (row, db, { settings }) => {
      await db.deleteFrom('supplier_price_break').where('id', '=', row.id).execute()
      await repriced(db, settings, [row.part_id])
    }
  }
})
