import { sql, type Expression, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { prepared } from '#db/prepared.ts'
import { lookupMany } from '#crud/lookup.ts'
import { SQL_QUANTITY_PLACES, sumQuantity } from '#framework/decimals.ts'
import * as amounts from './amounts.ts'
import type { Amounts } from './amounts.ts'

/** The quantities of a part that are worked out from stock, orders and builds (docs/behaviour/part.md#quantities). */
export interface Quantities {
  in_stock: number
  variant_stock: number
  external_stock: number
  stock_item_count: number
  allocated_to_build_orders: number
  allocated_to_sales_orders: number
  required_for_build_orders: number
  required_for_sales_orders: number
  building: number
  scheduled_to_build: number
  ordering: number
}

const wanted = amounts.forParts(sql.id('keys'))

/** Variant by variant: PostgreSQL expects so many of them that it would rather read all stock. */
const variantStock: Amounts = sql`(with recursive below (top, id) as (
  select p.variant_of_id, p.id from keys cross join part p where p.variant_of_id = keys.id
  union select below.top, p.id from below join part p on p.variant_of_id = below.id)
  select below.top as part_id, round(coalesce(sum((select sum(s.quantity) from stock_item s where s.part_id = below.id and ${amounts.usableStock})), 0), ${SQL_QUANTITY_PLACES}) as amount from below group by below.top)`

const SOURCES: Record<keyof Quantities, Amounts> = {
  in_stock: amounts.stock(wanted),
  variant_stock: variantStock,
  external_stock: amounts.externalStock(wanted),
  stock_item_count: amounts.stockItems(wanted),
  allocated_to_build_orders: amounts.allocatedToBuilds(wanted),
  allocated_to_sales_orders: amounts.allocatedToSales(wanted),
  required_for_build_orders: amounts.neededForBuilds(wanted),
  required_for_sales_orders: amounts.neededForSales(wanted),
  building: amounts.inProduction(wanted),
  scheduled_to_build: amounts.scheduled(wanted),
  ordering: amounts.onOrder(wanted)
}
const NAMES = Object.keys(SOURCES) as (keyof Quantities)[]
const ALL = sql.join(
  NAMES.map((name) => sql`select ${sql.lit(name)} as name, part_id, amount from ${SOURCES[name]} ${sql.id(name)}`),
  sql` union all `
)

interface Found {
  name: keyof Quantities
  part_id: number
  amount: number
}
const add = prepared<{ ids: number[] }, Found>(
  (_db, { keys }) => sql`with keys (id) as materialized (select id from part where id in ${keys('ids')}) ${ALL}`
)

/**
 * The quantities of parts, in one statement for all of them.
 *
 * @param ids primary keys of parts; nulls and repetitions are passed over
 * @returns the quantities of every part asked for
 */
export async function quantitiesOf(db: Database, ids: Iterable<number | null>): Promise<Map<number, Quantities>> {
  const found = await lookupMany<Found>(ids, async (keys) =>
    (await add(db, { ids: keys })).map((row) => [row.part_id, row])
  )
  return new Map(
    [...found].map(([id, rows]) => {
      const quantities = Object.fromEntries(NAMES.map((name) => [name, 0])) as unknown as Quantities
      for (const { name, amount } of rows) quantities[name] = amount
      quantities.scheduled_to_build = Math.max(0, quantities.scheduled_to_build)
      quantities.ordering = Math.max(0, quantities.ordering)
      quantities.required_for_build_orders = Math.trunc(quantities.required_for_build_orders)
      quantities.required_for_sales_orders = Math.trunc(quantities.required_for_sales_orders)
      return [id, quantities]
    })
  )
}

/** How much of the part and its variants is in stock. */
export const totalInStock = (q: Quantities): number => sumQuantity(q.in_stock + q.variant_stock)
/** How much of exactly the part is in stock and not allocated; never below 0. */
export const available = (q: Quantities): number => Math.max(0, stockMinusAllocated(q))
/** The same, but below 0 where more is allocated than there is. */
export const stockMinusAllocated = (q: Quantities): number =>
  sumQuantity(q.in_stock - q.allocated_to_sales_orders - q.allocated_to_build_orders)

/** The quantities as a part shows them; null where it was just created. */
export function shownQuantities(q: Quantities | undefined) {
  const total = q && totalInStock(q)
  return {
    allocated_to_build_orders: q?.allocated_to_build_orders ?? null,
    allocated_to_sales_orders: q?.allocated_to_sales_orders ?? null,
    building: q?.building ?? null,
    scheduled_to_build: q?.scheduled_to_build ?? null,
    in_stock: q?.in_stock ?? null,
    ordering: q?.ordering ?? null,
    required_for_build_orders: q?.required_for_build_orders ?? null,
    required_for_sales_orders: q?.required_for_sales_orders ?? null,
    stock_item_count: q?.stock_item_count ?? null,
    total_in_stock: total ?? null,
    external_stock: q?.external_stock ?? null,
    unallocated_stock: q
      ? Math.max(0, sumQuantity(total! - q.allocated_to_sales_orders - q.allocated_to_build_orders))
      : null,
    variant_stock: q?.variant_stock ?? null
  }
}

/** Stock with that of the variants, less what is allocated; a part that has neither is not in it. */
const unallocated = amounts.sumOf(
  [amounts.totalStock(), 1],
  [amounts.allocatedToBuilds(), -1],
  [amounts.allocatedToSales(), -1]
)

/** What active builds need beyond what is allocated to them. */
const missing = amounts.sumOf([amounts.neededForBuilds(), 1], [amounts.allocatedToBuilds(), -1])

/** What to sort parts by: the amounts are added up once for all parts, not for each anew. */
const amountOf = (name: string, source: Amounts) =>
  Object.assign(() => sql<number>`coalesce(${sql.ref(`${name}.amount`)}, 0)`, {
    join: { rows: source, name, column: 'part_id' }
  })

export const quantityOrder = {
  in_stock: amountOf('sorted_stock', amounts.stock()),
  total_in_stock: amountOf('sorted_total', amounts.totalStock()),
  unallocated_stock: amountOf(
    'sorted_unallocated',
    sql`(select part_id, case when amount > 0 then amount else 0 end as amount from ${unallocated} every_amount)`
  ),
  ordering: amountOf('sorted_ordering', amounts.onOrder())
}

type Filter = (eb: unknown, yes: boolean) => Expression<SqlBool>
const among =
  (ids: Expression<unknown>): Filter =>
  (_eb, yes) =>
    yes ? sql<SqlBool>`part.id in ${ids}` : sql<SqlBool>`part.id not in ${ids}`
/** What is added up for it is added up once; PostgreSQL would do it for every part anew. */
const amongSums = (ids: Expression<unknown>): Filter =>
  among(sql`(with sums as materialized ${ids} select * from sums)`)
const positive = (source: Amounts) => amongSums(sql`(select part_id from ${source} found where found.amount > 0)`)
/** Parts of which there is less, or more, than a bound of their own; a bound of 0 is none. */
const beyond = (bound: string, than: '<' | '>') =>
  amongSums(sql`(select p.id from part p left join ${amounts.totalStock()} t on t.part_id = p.id
  where p.${sql.id(bound)} <> 0 and coalesce(t.amount, 0) ${sql.raw(than)} p.${sql.id(bound)})`)

export const quantityFilters = {
  low_stock: beyond('minimum_stock', '<'),
  high_stock: beyond('maximum_stock', '>'),
  // Asked part by part, so that a page needs but the first parts.
  has_stock: (_eb, yes) =>
    sql<SqlBool>`${sql.raw(yes ? '' : 'not ')}exists (select 1 from stock_item s where s.part_id = part.id and ${amounts.usableStock})`,
  unallocated_stock: positive(unallocated),
  on_order: positive(amounts.onOrder()),
  depleted_stock: among(
    sql`(select s.part_id from stock_item s where s.part_id not in (select s.part_id from stock_item s where ${amounts.usableStock}))`
  ),
  stock_to_build: positive(missing)
} satisfies Record<string, Filter>

/** How many parts are a revision of the part. */
export const revisionCount = (): Expression<number> =>
  sql<number>`(select count(*) from part r where r.revision_of_id = part.id)`
