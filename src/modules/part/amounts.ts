import { sql, type RawBuilder } from 'kysely'
import { byDialect } from '#db/dialect.ts'
import { SQL_PACK_PLACES, SQL_QUANTITY_PLACES } from '#framework/decimals.ts'
import {
  inStates,
  ACTIVE_BUILDS,
  OPEN_PURCHASE_ORDERS,
  OPEN_SALES_ORDERS,
  USABLE_STOCK
} from '#modules/status/index.ts'

/**
 * What adds up to the quantities of parts, as tables of SQL: a part, an amount (docs/behaviour/part.md#quantities). A
 * part without anything is not in them. Each can be asked for some parts alone, so that a page costs what it shows, or
 * for all, to filter and sort by: then it is added up once.
 */
export type Amounts = RawBuilder<{ part_id: number; amount: number }>

/** For which parts to add up. */
export interface PartSelection {
  /** What stands in front of the other tables. */
  from: RawBuilder<unknown>
  /** What joins the tables; a cross join keeps their order, from the few parts to what belongs to them. */
  join: RawBuilder<unknown>
  /** The condition for the column that names the part. */
  where: (part: RawBuilder<unknown>) => RawBuilder<unknown>
}

const everything: PartSelection = { from: sql``, join: sql`,`, where: () => sql`1 = 1` }

/**
 * Those parts alone whose keys a table holds.
 *
 * @param keys a table with a column `id`
 */
export const forParts = (keys: RawBuilder<unknown>): PartSelection => ({
  from: sql`${keys} wanted cross join`,
  join: sql`cross join`,
  where: (part) => sql`${part} = wanted.id`
})

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
/** Purchase orders that are pending, placed or on hold. */
const openPurchases = inStates(OPEN_PURCHASE_ORDERS)
/** Sales orders that are pending, in progress, shipped or on hold. */
export const openSales = inStates(OPEN_SALES_ORDERS)

const part = sql.ref('s.part_id')

/** Stock of exactly the part. */
export const stock = ({
  from,
  where
} = everything): Amounts => sql`(select s.part_id, round(sum(s.quantity), ${SQL_QUANTITY_PLACES}) as amount from ${from} stock_item s
  where ${usableStock} and ${where(part)} group by s.part_id)`

/** The part of it that lies at locations marked as external. */
export const externalStock = ({
  from,
  join,
  where
} = everything): Amounts => sql`(select s.part_id, round(sum(s.quantity), ${SQL_QUANTITY_PLACES}) as amount
  from ${from} stock_item s ${join} stock_location place
  where ${usableStock} and place.id = s.location_id and place.external = 1 and ${where(part)} group by s.part_id)`

/** How many stock items there are, whatever their state. */
export const stockItems = ({ from, where } = everything): Amounts =>
  sql`(select s.part_id, count(*) as amount from ${from} stock_item s where ${where(part)} group by s.part_id)`

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

/** Several tables of amounts as one; each with its factor. */
export const sumOf = (...sources: [Amounts, factor: 1 | -1][]): Amounts =>
  sql`(select part_id, round(sum(amount), ${SQL_QUANTITY_PLACES}) as amount from (${sql.join(
    sources.map(([source, factor]) => sql`select part_id, ${sql.lit(factor)} * amount as amount from ${source} one`),
    sql` union all `
  )}) every group by part_id)`

/** Stock of the part and of all variants below it. */
export const totalStock = (): Amounts =>
  sql`(with own as materialized ${stock()} select * from ${sumOf([sql`own`, 1], [ofVariants(sql`own`), 1])} own_and_below)`

/** Stock that is allocated to active builds. */
export const allocatedToBuilds = ({
  from,
  join,
  where
} = everything): Amounts => sql`(select s.part_id, round(sum(a.quantity), ${SQL_QUANTITY_PLACES}) as amount
  from ${from} stock_item s ${join} build_item a ${join} build_line l ${join} build b
  where a.stock_item_id = s.id and l.id = a.build_line_id and b.id = l.build_id and b.status in ${activeBuilds} and ${where(part)} group by s.part_id)`

/** Stock that is allocated to open sales orders and not shipped. */
export const allocatedToSales = ({
  from,
  join,
  where
} = everything): Amounts => sql`(select s.part_id, round(sum(a.quantity), ${SQL_QUANTITY_PLACES}) as amount
  from ${from} stock_item s ${join} sales_order_allocation a ${join} sales_order_line l ${join} sales_order o
  where a.item_id = s.id and l.id = a.line_id and o.id = l.order_id and o.status in ${openSales}
  and not exists (select 1 from sales_order_shipment sent where sent.id = a.shipment_id and sent.shipment_date is not null)
  and ${where(part)} group by s.part_id)`

/** What active builds still need of the part as a component. */
export const neededForBuilds = ({
  from,
  join,
  where
} = everything): Amounts => sql`(select i.sub_part_id as part_id, round(sum(l.quantity - l.consumed), ${SQL_QUANTITY_PLACES}) as amount
  from ${from} bom_item i ${join} build_line l ${join} build b
  where l.bom_item_id = i.id and b.id = l.build_id and b.status in ${activeBuilds} and ${where(sql.ref('i.sub_part_id'))} group by i.sub_part_id)`

/** What open sales orders still need. */
export const neededForSales = ({
  from,
  join,
  where
} = everything): Amounts => sql`(select l.part_id, round(sum(l.quantity) - sum(l.shipped), ${SQL_QUANTITY_PLACES}) as amount
  from ${from} sales_order_line l ${join} sales_order o
  where o.id = l.order_id and o.status in ${openSales} and l.part_id is not null and ${where(sql.ref('l.part_id'))} group by l.part_id)`

/** What is in production: outputs of active builds. */
export const inProduction = ({
  from,
  join,
  where
} = everything): Amounts => sql`(select s.part_id, round(sum(s.quantity), ${SQL_QUANTITY_PLACES}) as amount
  from ${from} stock_item s ${join} build b
  where b.id = s.build_id and s.is_building = 1 and b.status in ${activeBuilds} and ${where(part)} group by s.part_id)`

/** What active builds of the part have still to complete. */
export const scheduled = ({ from, where } = everything): Amounts => sql`(select b.part_id,
  sum(case when b.quantity > b.completed then b.quantity - b.completed else 0 end) as amount
  from ${from} build b where b.status in ${activeBuilds} and ${where(sql.ref('b.part_id'))} group by b.part_id)`

/** What is on order from suppliers and has not arrived, in units of the part. */
export const onOrder = ({ from, join, where } = everything): Amounts => sql`(select sp.part_id,
  round(sum(l.quantity * sp.pack_quantity_native) - sum(l.received * sp.pack_quantity_native), ${SQL_PACK_PLACES}) as amount
  from ${from} supplier_part sp ${join} purchase_order_line l ${join} purchase_order o
  where l.part_id = sp.id and o.id = l.order_id and o.status in ${openPurchases} and l.quantity > l.received and ${where(sql.ref('sp.part_id'))} group by sp.part_id)`

/** Stock of exactly the part less what is allocated; may be below 0. */
export const unallocatedAmounts = (selection = everything): Amounts =>
  sumOf([stock(selection), 1], [allocatedToBuilds(selection), -1], [allocatedToSales(selection), -1])
