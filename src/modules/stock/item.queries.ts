import { sql, type Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Builder } from '#crud/definition.ts'
import { lookupMany } from '#crud/lookup.ts'
import { otherColumn } from '#crud/other-column.ts'
import { afterDays, today } from '#framework/time.ts'
import { SQL_QUANTITY_PLACES } from '#framework/decimals.ts'
import { inStock } from '#modules/part/index.ts'
import { USABLE_STOCK } from '#modules/status/index.ts'

/** A stock item as it is stored. */
export type StockItem = Selectable<DB['stock_item']>

/** Whether nobody else has an item: it is not sold, installed, used up or with a customer. */
export const isOwned = (item: StockItem): boolean =>
  [item.sales_order_id, item.belongs_to_id, item.customer_id, item.consumed_by_id].every((one) => one === null)

/** Whether an item counts as in stock; see `inStock`. */
export const isInStock = (item: StockItem): boolean =>
  item.quantity > 0 && isOwned(item) && item.is_building === 0 && USABLE_STOCK.includes(item.status)

/** Whether an item is one piece with a serial number. */
export const isSerialized = (item: StockItem): boolean => Boolean(item.serial) && item.quantity === 1

type Value<V> = (eb: Builder<'stock_item'>) => ReturnType<typeof sql<V>>

/** A column of the part, the location, the supplier part, the manufacturer part. */
export const itemPartColumn = (column: string) => otherColumn<string>('stock_item', 'part_id', 'part', column)
export const itemLocationColumn = (column: string) =>
  otherColumn<string>('stock_item', 'location_id', 'stock_location', column)
export const itemSupplierPartColumn = (column: string) =>
  otherColumn<string | null>('stock_item', 'supplier_part_id', 'supplier_part', column)
export const itemManufacturerPartColumn =
  (column: string): Value<string | null> =>
  () =>
    sql`(select ${sql.ref(`m.${column}`)} from manufacturer_part m join supplier_part s on s.manufacturer_part_id = m.id where s.id = stock_item.supplier_part_id)`

/**
 * How much of an item is set aside for sales and build orders, whatever their state
 * (docs/behaviour/stock.md#allocation).
 */
export const allocatedOfItem: Value<
  number
> = () => sql`round(coalesce((select sum(a.quantity) from sales_order_allocation a where a.item_id = stock_item.id), 0)
  + coalesce((select sum(b.quantity) from build_item b where b.stock_item_id = stock_item.id), 0), ${SQL_QUANTITY_PLACES})`

/** The condition that anything of an item is set aside, for transfers too. */
export const isAllocated =
  () => sql<boolean>`(exists (select 1 from sales_order_allocation a where a.item_id = stock_item.id)
  or exists (select 1 from build_item b where b.stock_item_id = stock_item.id) or exists (select 1 from transfer_order_allocation t where t.item_id = stock_item.id))`

const expiresBefore = (date: string) =>
  sql<number>`(case when ${inStock()} and stock_item.expiry_date < ${date} then 1 else 0 end)`

/** 1 where stock is past its date; where it will be within the days of the setting. */
export const isExpired = (_eb: Builder<'stock_item'>) => expiresBefore(today())
export const isStale = (_eb: Builder<'stock_item'>, { settings }: RequestContext) =>
  expiresBefore(afterDays(settings.number('STOCK_STALE_DAYS')))

/** How many items are installed in an item, were split from it; how many entries its tracking has. */
export const installedItems: Value<number> = () =>
  sql`(select count(*) from stock_item i where i.belongs_to_id = stock_item.id)`
export const childItems: Value<number> = () =>
  sql`(select count(*) from stock_item i where i.parent_id = stock_item.id)`
export const trackingItems: Value<number> = () =>
  sql`(select count(*) from stock_tracking t where t.item_id = stock_item.id)`

/** All that is installed in items, on every level. */
export async function installedIn(db: Database, ids: number[]): Promise<number[]> {
  const found = new Set<number>()
  for (let inner = ids; inner.length; ) {
    const next = await lookupMany(inner, async (keys) =>
      (
        await db.selectFrom('stock_item').select(['id', 'belongs_to_id']).where('belongs_to_id', 'in', keys).execute()
      ).map(({ id, belongs_to_id }) => [belongs_to_id!, id])
    )
    inner = [...next.values()].flat().filter((id) => !found.has(id))
    for (const id of inner) found.add(id)
  }
  return [...found]
}
