import { sql, type Expression, type RawBuilder, type Selectable, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { prepared } from '#db/prepared.ts'
import { allBut } from '#crud/list-conditions.ts'
import { lookup } from '#crud/lookup.ts'
import { sumQuantity } from '#framework/decimals.ts'
import * as amounts from './amounts.ts'

const NAMES = [
  'in_stock',
  'variant_stock',
  'external_stock',
  'stock_item_count',
  'allocated_to_build_orders',
  'allocated_to_sales_orders',
  'required_for_build_orders',
  'required_for_sales_orders',
  'building',
  'scheduled_to_build',
  'ordering'
] as const

/** What parts have of stock, orders and builds (docs/behaviour/part.md#quantities); kept by triggers (db/amounts). */
export type Quantities = Pick<Selectable<DB['part']>, (typeof NAMES)[number]>

const read = prepared<{ ids: number[] }, Quantities & { id: number }>((db, { keys }) =>
  db
    .selectFrom('part')
    .select(['id', ...NAMES])
    .where('id', 'in', keys('ids'))
)

/**
 * The quantities of parts, in one statement for all of them.
 *
 * @param ids primary keys of parts; nulls and repetitions are passed over
 * @returns the quantities of every part asked for
 */
export const quantitiesOf = (db: Database, ids: Iterable<number | null>): Promise<Map<number, Quantities>> =>
  lookup(ids, async (keys) => (await read(db, { ids: keys })).map((row) => [row.id, row]))

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
    scheduled_to_build: q ? Math.max(0, q.scheduled_to_build) : null,
    in_stock: q?.in_stock ?? null,
    ordering: q ? Math.max(0, q.ordering) : null,
    required_for_build_orders: q ? Math.trunc(q.required_for_build_orders) : null,
    required_for_sales_orders: q ? Math.trunc(q.required_for_sales_orders) : null,
    stock_item_count: q?.stock_item_count ?? null,
    total_in_stock: total ?? null,
    external_stock: q?.external_stock ?? null,
    unallocated_stock: q
      ? Math.max(0, sumQuantity(total! - q.allocated_to_sales_orders - q.allocated_to_build_orders))
      : null,
    variant_stock: q?.variant_stock ?? null
  }
}

const unallocated = amounts.unallocatedTotal('part')

/** What to sort parts by; each has an index. */
export const quantityOrder = {
  in_stock: 'in_stock',
  total_in_stock: () => amounts.total('part'),
  unallocated_stock: () => sql<number>`case when ${unallocated} > 0 then ${unallocated} else 0 end`,
  ordering: 'ordering'
} as const

type Filter = (eb: unknown, yes: boolean) => Expression<SqlBool>
const whether =
  (condition: RawBuilder<unknown>): Filter =>
  (_eb, yes) =>
    yes ? sql<SqlBool>`(${condition})` : allBut(sql<SqlBool>`(${condition})`)
/** Parts of which there is less, or more, than a bound of their own; a bound of 0 is none. */
const beyond = (bound: string, than: '<' | '>') =>
  whether(
    sql`${sql.ref(`part.${bound}`)} <> 0 and ${amounts.total('part')} ${sql.raw(than)} ${sql.ref(`part.${bound}`)}`
  )

/** For each there is an index that holds the parts that meet it: the words are those of migration 025. */
export const quantityFilters = {
  low_stock: beyond('minimum_stock', '<'),
  high_stock: beyond('maximum_stock', '>'),
  has_stock: (_eb, yes) => (yes ? sql<SqlBool>`part.in_stock > 0` : sql<SqlBool>`part.in_stock <= 0`),
  unallocated_stock: whether(sql`${unallocated} > 0`),
  on_order: whether(sql`part.ordering > 0`),
  depleted_stock: whether(sql`part.stock_item_count > 0 and part.in_stock <= 0`),
  stock_to_build: whether(sql`part.required_for_build_orders > part.allocated_to_build_orders`)
} satisfies Record<string, Filter>

/** How many parts are a revision of the part. */
export const revisionCount = (): Expression<number> =>
  sql<number>`(select count(*) from part r where r.revision_of_id = part.id)`
