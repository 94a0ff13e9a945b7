import type { Database } from '#db/database.ts'
import { selfAndAbove } from '#modules/part/index.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { PurchaseOrderStatus } from '#modules/status/index.ts'
import { PURCHASE, SALE } from './kinds.ts'
import { freeOfAll } from './promises.ts'

const statusOf = async (db: Database, table: 'sales_order' | 'purchase_order', id: number) =>
  (await db.selectFrom(table).select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

/** Whether a sales order can still be worked on; whether a purchase order can; whether goods of it may arrive. */
export const isOpenSale = async (db: Database, id: number) => SALE.open.includes(await statusOf(db, 'sales_order', id))
export const isOpenPurchase = async (db: Database, id: number) =>
  PURCHASE.open.includes(await statusOf(db, 'purchase_order', id))
export const isPlaced = async (db: Database, id: number) =>
  (await statusOf(db, 'purchase_order', id)) === PurchaseOrderStatus.PLACED

/**
 * The lines of a sales order that ask for a part, or for a template above it, and are not overfulfilled.
 *
 * @returns primary keys
 */
export const linesFor = async (db: Database, order: number, part: number): Promise<number[]> =>
  (
    await db
      .selectFrom('sales_order_line')
      .select('id')
      .where('order_id', '=', order)
      .where('part_id', 'in', selfAndAbove(part))
      .whereRef('shipped', '<=', 'quantity')
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)

/** A shipment of a sales order. */
export const shipmentOf = (db: Database, id: number) =>
  db
    .selectFrom('sales_order_shipment')
    .select(['id', 'order_id', 'delivery_date'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** The only shipment of a sales order that was not delivered yet; null where there is none, or more than one. */
export async function openShipment(db: Database, order: number): Promise<number | null> {
  const open = await db
    .selectFrom('sales_order_shipment')
    .select('id')
    .where('order_id', '=', order)
    .where('delivery_date', 'is', null)
    .limit(2)
    .execute()
  return open.length === 1 ? open[0]!.id : null
}

/** How much of stock items is promised to nobody, never below 0, by primary key. */
export const unallocatedOf = async (db: Database, items: Iterable<number>): Promise<Map<number, number>> =>
  new Map([...(await freeOfAll(db, items))].map(([id, left]) => [id, Math.max(0, left)]))

/** How much of one stock item is promised to nobody. */
export const unallocated = async (db: Database, item: number): Promise<number> =>
  (await unallocatedOf(db, [item])).get(item)!

/** Promises stock to a line of a sales order, for a shipment. */
export const allocateSales = async (
  db: Database,
  line: number,
  item: number,
  quantity: number,
  shipment: number
): Promise<void> => {
  await db
    .insertInto('sales_order_allocation')
    .values({ line_id: line, item_id: item, quantity, shipment_id: shipment })
    .execute()
}

/** What a line of a sales order asks for, and how much of it is still to be shipped. */
export async function openQuantity(
  db: Database,
  line: number
): Promise<{ order: number; part: number | null; open: number }> {
  const row = await db
    .selectFrom('sales_order_line')
    .select(['order_id', 'part_id', 'quantity', 'shipped'])
    .where('id', '=', line)
    .executeTakeFirstOrThrow()
  return { order: row.order_id, part: row.part_id, open: sumQuantity(row.quantity - row.shipped) }
}
