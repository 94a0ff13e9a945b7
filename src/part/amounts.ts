import { sql, type RawBuilder } from 'kysely'

/**
 * What adds up to the quantities of parts, as tables of SQL: a part, an amount (behaviour-part 6). A part without anything is not in them.
 * Each can be asked for some parts alone, so that a page costs what it shows, or for all, to filter and sort by: then it is added up once.
 */
export type Amounts = RawBuilder<{ part_id: number, amount: number }>

/** Narrows a table of amounts: the condition for the column that names the part. */
export type Only = (part: RawBuilder<unknown>) => RawBuilder<unknown>

const everything: Only = () => sql`1 = 1`

/** The stock item `s` is there and can be used (behaviour-part 6): not sold, not built in, not used up, not still being built, in good state. */
export const inStock = sql`s.quantity > 0 and s.sales_order_id is null and s.belongs_to_id is null and s.customer_id is null and s.consumed_by_id is null
  and s.is_building = 0 and s.status in (10, 50, 55, 85)`

/** Builds that are pending, in production or on hold. */
export const activeBuilds = sql`(10, 20, 25)`
/** Purchase orders that are pending, placed or on hold. */
const openPurchases = sql`(10, 20, 25)`
/** Sales orders that are pending, in progress, shipped or on hold. */
const openSales = sql`(10, 15, 20, 25)`

const part = sql.ref('s.part_id')

/** Stock of exactly the part. */
export const stock = (only = everything): Amounts => sql`(select s.part_id, round(sum(s.quantity), 5) as amount from stock_item s
  where ${inStock} and ${only(part)} group by s.part_id)`

/** The part of it that lies at locations marked as external. */
export const externalStock = (only = everything): Amounts => sql`(select s.part_id, round(sum(s.quantity), 5) as amount from stock_item s
  join stock_location place on place.id = s.location_id and place.external = 1 where ${inStock} and ${only(part)} group by s.part_id)`

/** How many stock items there are, whatever their state. */
export const stockItems = (only = everything): Amounts => sql`(select s.part_id, count(*) as amount from stock_item s where ${only(part)} group by s.part_id)`

/** Stock of the part and of all variants below it. */
export const totalStock = (): Amounts => sql`(with recursive up (origin, part_id, amount) as (
  select s.part_id, s.part_id, sum(s.quantity) from stock_item s where ${inStock} group by s.part_id
  union select up.origin, p.variant_of_id, up.amount from up join part p on p.id = up.part_id where p.variant_of_id is not null)
  select part_id, round(sum(amount), 5) as amount from up group by part_id)`

/** Stock that is allocated to active builds. */
export const builds = (only = everything): Amounts => sql`(select s.part_id, round(sum(a.quantity), 5) as amount from build_item a
  join stock_item s on s.id = a.stock_item_id join build_line l on l.id = a.build_line_id join build b on b.id = l.build_id
  where b.status in ${activeBuilds} and ${only(part)} group by s.part_id)`

/** Stock that is allocated to open sales orders and not shipped. */
export const sales = (only = everything): Amounts => sql`(select s.part_id, round(sum(a.quantity), 5) as amount from sales_order_allocation a
  join stock_item s on s.id = a.item_id join sales_order_line l on l.id = a.line_id join sales_order o on o.id = l.order_id
  left join sales_order_shipment sent on sent.id = a.shipment_id
  where o.status in ${openSales} and sent.shipment_date is null and ${only(part)} group by s.part_id)`

/** What active builds still need of the part as a component. */
export const neededForBuilds = (only = everything): Amounts => sql`(select i.sub_part_id as part_id, round(sum(l.quantity - l.consumed), 5) as amount
  from bom_item i join build_line l on l.bom_item_id = i.id join build b on b.id = l.build_id
  where b.status in ${activeBuilds} and ${only(sql.ref('i.sub_part_id'))} group by i.sub_part_id)`

/** What open sales orders still need. */
export const neededForSales = (only = everything): Amounts => sql`(select l.part_id, round(sum(l.quantity) - sum(l.shipped), 5) as amount
  from sales_order_line l join sales_order o on o.id = l.order_id
  where o.status in ${openSales} and l.part_id is not null and ${only(sql.ref('l.part_id'))} group by l.part_id)`

/** What is in production: outputs of active builds. */
export const building = (only = everything): Amounts => sql`(select s.part_id, round(sum(s.quantity), 5) as amount from stock_item s
  join build b on b.id = s.build_id where s.is_building = 1 and b.status in ${activeBuilds} and ${only(part)} group by s.part_id)`

/** What active builds of the part have still to complete. */
export const scheduled = (only = everything): Amounts => sql`(select b.part_id,
  sum(case when b.quantity > b.completed then b.quantity - b.completed else 0 end) as amount
  from build b where b.status in ${activeBuilds} and ${only(sql.ref('b.part_id'))} group by b.part_id)`

/** What is on order from suppliers and has not arrived, in units of the part. */
export const onOrder = (only = everything): Amounts => sql`(select sp.part_id,
  round(sum(l.quantity * sp.pack_quantity_native) - sum(l.received * sp.pack_quantity_native), 10) as amount
  from supplier_part sp join purchase_order_line l on l.part_id = sp.id join purchase_order o on o.id = l.order_id
  where o.status in ${openPurchases} and l.quantity > l.received and ${only(sql.ref('sp.part_id'))} group by sp.part_id)`

/** Stock of exactly the part less what is allocated; may be below 0. */
export const free = (only = everything): Amounts => sql`(select part_id, round(sum(amount), 5) as amount from (
  select part_id, amount from ${stock(only)} held
  union all select part_id, -amount from ${builds(only)} built
  union all select part_id, -amount from ${sales(only)} sold) every group by part_id)`
