import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { lookup } from '#crud/lookup.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { inStates } from '#modules/status/index.ts'
import { SALE, TRANSFER } from './kinds.ts'

/** An allocation that does not count, because it is being changed itself. */
interface Except {
  table: 'sales_order_allocation' | 'transfer_order_allocation'
  id: number
}

/**
 * How much of a stock item `i` is promised to nobody, as SQL; below 0 where more is promised than there is. What was
 * sent, and what orders that are over were promised, counts no more (docs/behaviour/stock.md#allocation).
 */
function free(except?: Except): RawBuilder<number> {
  const others = (table: Except['table']) => (except?.table === table ? sql` and a.id <> ${except.id}` : sql``)
  return sql<number>`(i.quantity
    - coalesce((select sum(b.quantity) from build_item b where b.stock_item_id = i.id), 0)
    - coalesce((select sum(a.quantity) from sales_order_allocation a join sales_order_line l on l.id = a.line_id join sales_order o on o.id = l.order_id
      left join sales_order_shipment s on s.id = a.shipment_id where a.item_id = i.id and o.status in ${inStates(SALE.open)} and s.shipment_date is null${others('sales_order_allocation')}), 0)
    - coalesce((select sum(a.quantity) from transfer_order_allocation a join transfer_order_line l on l.id = a.line_id join transfer_order o on o.id = l.order_id
      where a.item_id = i.id and o.status in ${inStates(TRANSFER.open)}${others('transfer_order_allocation')}), 0))`
}

/** How much of stock items is promised to nobody, by primary key; see `free`. */
export const freeOfAll = (db: Database, items: Iterable<number>, except?: Except): Promise<Map<number, number>> =>
  lookup(items, async (keys) =>
    (
      await sql<{
        id: number
        free: number
      }>`select i.id, ${free(except)} as free from stock_item i where i.id in ${among(keys)}`.execute(db)
    ).rows.map((row) => [row.id, sumQuantity(row.free)])
  )

/** How much of one stock item is promised to nobody. */
export const freeOf = async (db: Database, item: number, except?: Except): Promise<number> =>
  (await freeOfAll(db, [item], except)).get(item)!
