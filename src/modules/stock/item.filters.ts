import { sql, type Expression, type SqlBool } from 'kysely'
import type { RequestContext } from '#contract/scopes.ts'
import { equals, hasText, isSet, modifier, type Builder, type Filters } from '#crud/definition.ts'
import { contains, matchesPattern } from '#crud/terms.ts'
import { subtree } from '#crud/tree.ts'
import { inStock, variantsOf, familyOf } from '#modules/part/index.ts'
import { carriesTags, hasTag } from '#modules/tag/index.ts'
import { startOfDay } from '#framework/time.ts'
import * as query from './item.queries.ts'

type StockItem = Builder<'stock_item'>
type Text = { toLowerCase(): string }

/** The options of stock items; their parameters are no filters. */
export type ItemOptions = Record<
  'part_detail' | 'location_detail' | 'path_detail' | 'supplier_part_detail' | 'tests' | 'tags',
  unknown
>

/** Letter case aside. */
const same = (value: (eb: StockItem) => Expression<string>) => (eb: StockItem, text: Text) =>
  sql<boolean>`lower(${value(eb)}) = ${text.toLowerCase()}`
const holds = (value: (eb: StockItem) => Expression<string>) => (eb: StockItem, text: string) =>
  contains(text)(value(eb))
const matches = (parameter: string, value: (eb: StockItem) => Expression<string>) => (eb: StockItem, pattern: string) =>
  matchesPattern(pattern, parameter)(value(eb))
const flag = (column: string) => (eb: StockItem, yes: boolean) =>
  sql<boolean>`${query.itemPartColumn(column)(eb)} = ${Number(yes)}`
const positive = (amount: (eb: StockItem) => Expression<number>) => (eb: StockItem, yes: boolean) =>
  yes ? sql<boolean>`${amount(eb)} > 0` : sql<boolean>`${amount(eb)} = 0`
const whether = (yes: boolean, condition: Expression<SqlBool>) =>
  yes ? sql<boolean>`${condition}` : sql<boolean>`not ${condition}`

/** A moment before, or after, the midnight with which a day begins; a date before or after another. */
const moment = (column: 'creation_date' | 'updated', sign: '<' | '>') => (eb: StockItem, day: string) =>
  eb(column, sign, startOfDay(day))
const date = (column: 'stocktake_date' | 'expiry_date', sign: '<' | '>') => (eb: StockItem, day: string) =>
  eb(column, sign, day)

async function inLocation(eb: StockItem, value: number | null, { db }: RequestContext, cascade: boolean) {
  if (value === null) return cascade ? undefined : eb('location_id', 'is', null)
  if (!cascade) return eb('location_id', '=', value)
  // A location that does not exist narrows nothing.
  const top = await db.selectFrom('stock_location').select('id').where('id', '=', value).executeTakeFirst()
  return top && sql<boolean>`stock_item.location_id in ${subtree('stock_location', value)}`
}

/** Stock that a line of a BOM can be filled with. */
async function forLine(_eb: StockItem, id: number, { db }: RequestContext) {
  const line = await db
    .selectFrom('bom_item')
    .innerJoin('part', 'part.id', 'sub_part_id')
    .select(['sub_part_id', 'allow_variants', 'trackable'])
    .where('bom_item.id', '=', id)
    .executeTakeFirstOrThrow()
  const substitutes = await db.selectFrom('bom_substitute').select('part_id').where('bom_item_id', '=', id).execute()
  const parts = [line.sub_part_id, ...substitutes.map(({ part_id }) => part_id)]
  const allowed = parts.map((part) =>
    line.allow_variants ? sql`(p.id = ${part} or p.id in ${variantsOf(part)})` : sql`p.id = ${part}`
  )
  return sql<boolean>`stock_item.part_id in (select p.id from part p where p.trackable = ${line.trackable} and (${sql.join(allowed, sql` or `)}))`
}

/** What narrows the list of stock (docs/behaviour/stock.md#list). */
export const itemFilters: Filters<'stock', 'stock_item', ItemOptions> = {
  part: (eb, id, _call, { include_variants: variants }) =>
    variants === false ? eb('part_id', '=', id) : eb.or([eb('part_id', '=', id), eb('part_id', 'in', variantsOf(id))]),
  include_variants: modifier,
  part_tree: (eb, id) => eb('part_id', 'in', familyOf(id)),
  name: same(query.itemPartColumn('name')),
  name_contains: holds(query.itemPartColumn('name')),
  name_regex: matches('name_regex', query.itemPartColumn('name')),
  IPN: same(query.itemPartColumn('IPN')),
  IPN_contains: holds(query.itemPartColumn('IPN')),
  IPN_regex: matches('IPN_regex', query.itemPartColumn('IPN')),
  active: flag('active'),
  assembly: flag('assembly'),
  salable: flag('salable'),
  category: (eb, id) => sql<boolean>`${query.itemPartColumn('category_id')(eb)} in ${subtree('part_category', id)}`,
  bom_item: forLine,
  supplier_part: equals('supplier_part_id'),
  manufacturer_part: (eb, id) => sql<boolean>`${query.itemSupplierPartColumn('manufacturer_part_id')(eb)} = ${id}`,
  supplier: (eb, id) => sql<boolean>`${query.itemSupplierPartColumn('supplier_id')(eb)} = ${id}`,
  manufacturer: (eb, id) => sql<boolean>`${query.itemManufacturerPartColumn('manufacturer_id')(eb)} = ${id}`,
  company: (eb, id) =>
    sql<boolean>`(${query.itemSupplierPartColumn('supplier_id')(eb)} = ${id} or ${query.itemManufacturerPartColumn('manufacturer_id')(eb)} = ${id})`,
  location: (eb, value, context, { cascade }) => inLocation(eb, value, context, cascade !== false),
  cascade: modifier,
  external: (eb, yes) => sql<boolean>`coalesce(${query.itemLocationColumn('external')(eb)}, 0) = ${Number(yes)}`,
  status: (eb, key) =>
    eb.or([eb('status_custom_key', '=', key), eb.and([eb('status', '=', key), eb('status_custom_key', 'is', null)])]),
  in_stock: (_eb, yes) => whether(yes, inStock()),
  available: (eb, yes) =>
    yes
      ? sql<boolean>`(${inStock()} and stock_item.quantity > ${query.allocatedOfItem(eb)})`
      : sql<boolean>`stock_item.quantity <= ${query.allocatedOfItem(eb)}`,
  allocated: (_eb, yes) => whether(yes, query.isAllocated()),
  depleted: (eb, yes) => eb('quantity', yes ? '<=' : '>', 0),
  min_stock: (eb, least) => eb('quantity', '>=', least),
  max_stock: (eb, most) => eb('quantity', '<=', most),
  serial: equals('serial'),
  serial_gte: (eb, least) => eb('serial_int', '>=', least),
  serial_lte: (eb, most) => eb('serial_int', '<=', most),
  serialized: hasText('serial'),
  batch: (_eb, text) => sql<boolean>`lower(stock_item.batch) = ${text.toLowerCase()}`,
  batch_regex: (eb, pattern) => matchesPattern(pattern, 'batch_regex')(eb.ref('batch')),
  has_batch: hasText('batch'),
  tracked: (eb, yes) =>
    whether(yes, eb.or([hasText<'stock_item'>('serial')(eb, true), hasText<'stock_item'>('batch')(eb, true)])),
  is_building: equals('is_building'),
  consumed: isSet('consumed_by_id'),
  consumed_by: equals('consumed_by_id'),
  build: equals('build_id'),
  parent: equals('parent_id'),
  belongs_to: equals('belongs_to_id'),
  installed: isSet('belongs_to_id'),
  has_installed_items: positive(query.installedItems),
  has_child_items: positive(query.childItems),
  customer: equals('customer_id'),
  sent_to_customer: isSet('customer_id'),
  purchase_order: equals('purchase_order_id'),
  sales_order: equals('sales_order_id'),
  has_purchase_price: isSet('purchase_price'),
  has_stocktake: isSet('stocktake_date'),
  expired: (eb, yes, { settings }) =>
    settings.flag('STOCK_ENABLE_EXPIRY') ? sql<boolean>`${query.isExpired(eb)} = ${Number(yes)}` : undefined,
  stale: (eb, yes, context) =>
    context.settings.number('STOCK_STALE_DAYS') > 0
      ? sql<boolean>`${query.isStale(eb, context)} = ${Number(yes)}`
      : undefined,
  created_after: moment('creation_date', '>'),
  created_before: moment('creation_date', '<'),
  updated_after: moment('updated', '>'),
  updated_before: moment('updated', '<'),
  stocktake_after: date('stocktake_date', '>'),
  stocktake_before: date('stocktake_date', '<'),
  expiry_after: date('expiry_date', '>'),
  expiry_before: date('expiry_date', '<'),
  tag_name: carriesTags('stockitem', 'stock_item'),
  tags__name: hasTag('stockitem', 'stock_item', 'name'),
  tags__slug: hasTag('stockitem', 'stock_item', 'slug')
}
