import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { byDialect } from '#db/dialect.ts'
import { SQL_QUANTITY_PLACES } from '#framework/decimals.ts'
import { inStates, ACTIVE_BUILDS, OPEN_SALES_ORDERS, USABLE_STOCK } from '#modules/status/index.ts'

/** Amounts of parts, as a table of SQL: a part, an amount. */
export type Amounts = RawBuilder<{ part_id: number; amount: number }>

const usable = (table: string, sign: RawBuilder<unknown>) => {
  const own = (column: string) => sql.ref(`${table}.${column}`)
  return sql`${own('quantity')} > 0 and ${sign}${own('sales_order_id')} is null and ${sign}${own('belongs_to_id')} is null and ${sign}${own('customer_id')} is null
  and ${sign}${own('consumed_by_id')} is null and ${sign}${own('is_building')} = 0 and ${sign}${own('status')} in ${inStates(USABLE_STOCK)}`
}

/**
 * The condition that a stock item is there and can be used: not sold, not built in, not used up, not still being built,
 * in good state. Location and expiry play no role (docs/behaviour/stock.md#in-stock).
 *
 * @param table the name of `stock_item` in the statement
 */
export const inStock = (table = 'stock_item') => sql<boolean>`(${usable(table, sql``)})`

/**
 * The same of the stock item `s`, to add up by part (docs/behaviour/part.md#quantities). The signs keep SQLite from
 * looking for empty columns, which are most of them: it shall go by part. PostgreSQL, which would take them for sums
 * that it knows nothing of, counts how often what occurs.
 */
export const usableStock = byDialect(usable('s', sql`+`), () => usable('s', sql``))

/** Builds that are pending, in production or on hold. */
export const activeBuilds = inStates(ACTIVE_BUILDS)
/** Sales orders that are pending, in progress, shipped or on hold. */
export const openSales = inStates(OPEN_SALES_ORDERS)

/** A part is never so many levels below a template; the bound ends what an import may have made a circle of. */
const DEEPEST = sql`50`

/**
 * What belongs to parts, added up for everything above them.
 *
 * @param source amounts of exactly the parts
 */
export const ofVariants = (source: Amounts): Amounts => sql`(with recursive up (part_id, amount, depth) as (
  select p.variant_of_id, own.amount, 1 from ${source} own join part p on p.id = own.part_id where p.variant_of_id is not null
  union all select p.variant_of_id, up.amount, up.depth + 1 from up join part p on p.id = up.part_id where p.variant_of_id is not null and up.depth < ${DEEPEST})
  select part_id, sum(amount) as amount from up group by part_id)`

const columns = (table: string) => (column: string) => sql.ref(`${table}.${column}`)

/**
 * Stock of the part and of all variants below it; the index `part_total_in_stock` is made of the same words.
 *
 * @param table the name of `part` in the statement
 */
export const total = (table: string): RawBuilder<number> => {
  const own = columns(table)
  return sql`round(${own('in_stock')} + ${own('variant_stock')}, ${SQL_QUANTITY_PLACES})`
}

/** The same less what is allocated; may be below 0. The words are those of the index `part_unallocated_stock`. */
export const unallocatedTotal = (table: string): RawBuilder<number> => {
  const own = columns(table)
  return sql`round(${own('in_stock')} + ${own('variant_stock')} - ${own('allocated_to_sales_orders')} - ${own('allocated_to_build_orders')}, ${SQL_QUANTITY_PLACES})`
}

const less = (stock: RawBuilder<unknown>, table: string): RawBuilder<number> => {
  const own = columns(table)
  return sql`round(${stock} - ${own('allocated_to_build_orders')} - ${own('allocated_to_sales_orders')}, ${SQL_QUANTITY_PLACES})`
}

/**
 * Stock of exactly the part less what is allocated; may be below 0.
 *
 * @param table the name of `part` in the statement
 */
export const unallocatedOfPart = (table: string): RawBuilder<number> => less(columns(table)('in_stock'), table)

/** The same of every part. */
export const free: Amounts = sql`(select p.id as part_id, ${unallocatedOfPart('p')} as amount from part p)`

/**
 * The same, where only some of the stock counts.
 *
 * @param here a condition on stock items, which are called `s` in it
 */
export const freeHere = (here: RawBuilder<SqlBool>): Amounts =>
  sql`(select p.id as part_id, ${less(sql`coalesce(found.amount, 0)`, 'p')} as amount from part p
    left join (select s.part_id, sum(s.quantity) as amount from stock_item s where ${usableStock} and ${here} group by s.part_id) found on found.part_id = p.id)`
