import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { OPEN_SALES_ORDERS, OPEN_TRANSFER_ORDERS } from '#modules/status/index.ts'
import { today } from '#framework/time.ts'
import { roundQuantity } from '#framework/decimals.ts'
import { deleteItem } from './item.delete.ts'
import { isSerialized, type StockItem } from './item.queries.ts'
import { saveItem } from './item.save.ts'
import { extraChanges, type ExtraChanges } from './split.ts'
import { trackItem, track, TRACKING, type Reason } from './tracking.ts'

/**
 * Whether an item of which nothing is left may go: it wants to, and neither what is installed in it nor an order needs
 * it (docs/behaviour/stock.md#depleted-items).
 */
async function mayVanish(db: Database, item: StockItem): Promise<boolean> {
  if (!item.delete_on_deplete || item.sales_order_id !== null) return false
  const {
    rows: [needed]
  } = await sql<{
    yes: number
  }>`select 1 as yes where exists (select 1 from stock_item i where i.belongs_to_id = ${item.id})
    or exists (select 1 from build_item b where b.stock_item_id = ${item.id}) or exists (select 1 from return_order_line r where r.item_id = ${item.id})
    or exists (select 1 from sales_order_allocation a join sales_order_line l on l.id = a.line_id join sales_order o on o.id = l.order_id
      where a.item_id = ${item.id} and o.status in (${sql.join(OPEN_SALES_ORDERS)}))
    or exists (select 1 from transfer_order_allocation a join transfer_order_line l on l.id = a.line_id join transfer_order o on o.id = l.order_id
      where a.item_id = ${item.id} and o.status in (${sql.join(OPEN_TRANSFER_ORDERS)}))`.execute(db)
  return !needed
}

/** Gives an item a quantity, or deletes it where nothing is left and it may go; undefined then. */
async function setQuantity(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  values: Partial<StockItem> = {}
): Promise<StockItem | undefined> {
  if (quantity > 0 || !(await mayVanish(context.db, item)))
    return await saveItem(context, item, { ...values, quantity })
  await deleteItem(context.db, context.settings, item)
  return undefined
}

/** Enters what became of a quantity, for an item that may be gone now. */
const trackQuantity = (
  context: RequestContext,
  type: number,
  item: StockItem,
  after: StockItem | undefined,
  deltas: Record<string, unknown>,
  { notes, deltas: more }: Reason
) =>
  track(context.db, [
    {
      type,
      item: after?.id ?? null,
      part: item.part_id,
      user: signedIn(context).id,
      deltas: { ...deltas, ...more },
      notes: notes ?? ''
    }
  ])

/**
 * Adds a quantity to an item. A piece with a serial number stays one piece (docs/behaviour/stock-actions.md#add).
 *
 * @param context inside a transaction
 */
export async function addStock(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  change: ExtraChanges = {},
  reason: Reason = {}
): Promise<void> {
  if (quantity <= 0 || isSerialized(item)) return
  const { values, deltas } = extraChanges(item, change)
  const after = await saveItem(context, item, { ...values, quantity: roundQuantity(item.quantity + quantity) })
  await trackItem(context, TRACKING.added, after, { ...deltas, added: quantity, quantity: after.quantity }, reason)
}

/**
 * Takes a quantity away from an item, at most what there is. An item of which nothing is left goes where it may. A
 * piece with a serial number stays (docs/behaviour/stock-actions.md#remove).
 *
 * @param context inside a transaction
 * @param type what the entry of the tracking is about; `TRACKING.removed` unless told
 */
export async function removeStock(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  change: ExtraChanges = {},
  reason: Reason = {},
  type: number = TRACKING.removed
): Promise<void> {
  const removed = Math.min(quantity, item.quantity)
  if (removed <= 0 || isSerialized(item)) return
  const {
    values,
    deltas: { batch, packaging, ...state }
  } = extraChanges(item, change)
  const after = await setQuantity(context, item, roundQuantity(item.quantity - removed), values)
  await trackQuantity(
    context,
    type,
    item,
    after,
    {
      ...state,
      removed,
      quantity: after?.quantity ?? 0,
      ...(after ? { ...(batch ? { batch } : {}), ...(packaging ? { packaging } : {}) } : {})
    },
    reason
  )
}

/**
 * Says how much there is of an item, and where. A count that only confirms what is known changes nothing, but is
 * entered (docs/behaviour/stock-actions.md#count).
 *
 * @param context inside a transaction
 * @param location where it was found; null leaves it where it is
 */
export async function countStock(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  location: number | null,
  change: ExtraChanges = {},
  reason: Reason = {}
): Promise<void> {
  const single = isSerialized(item)
  const { values, deltas } = extraChanges(item, change)
  const moved = location !== null && location !== item.location_id
  if (moved) Object.assign(values, { location_id: location })
  const counted = single ? 1 : quantity
  if (single || counted !== item.quantity || Object.keys(values).length)
    Object.assign(values, { stocktake_date: today(), stocktake_user_id: signedIn(context).id })
  const after = await setQuantity(context, item, counted, values)
  await trackQuantity(
    context,
    TRACKING.counted,
    item,
    after,
    { ...(moved ? { location, old_location: item.location_id } : {}), ...deltas, quantity: counted },
    reason
  )
}
