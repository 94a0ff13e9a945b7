import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { OPEN_SALES_ORDERS, OPEN_TRANSFER_ORDERS } from '#modules/status/index.ts'
import { today } from '#framework/time.ts'
import { roundQuantity } from '#framework/decimals.ts'
import { deleteItem } from './item.delete.ts'
import { isSerialized, type StockItem } from './item.queries.ts'
import { carryOut, saveItem, type PlannedChange, type Step } from './item.save.ts'
import { extraChanges, type ExtraChanges } from './split.ts'
import { entryOf, track, TRACKING, type Happening, type Reason } from './tracking.ts'

/**
 * Whether an item of which nothing is left may go: it wants to, and neither what is installed in it nor an order needs
 * it (docs/behaviour/stock.md#depleted-items).
 */
async function mayVanish(db: Database, item: StockItem): Promise<boolean> {
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

/** Whether nothing but its quantity may keep an item from going. */
const staysAnyhow = (item: StockItem, quantity: number): boolean =>
  quantity > 0 || !item.delete_on_deplete || item.sales_order_id !== null

/** Gives an item a quantity, or deletes it where nothing is left and it may go; undefined then. */
async function setQuantity(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  values: Partial<StockItem> = {}
): Promise<StockItem | undefined> {
  if (staysAnyhow(item, quantity) || !(await mayVanish(context.db, item)))
    return await saveItem(context, item, { ...values, quantity })
  await deleteItem(context.db, context.settings, item)
  return undefined
}

/** A change of a quantity, after which an item may be gone. */
interface QuantityChange extends Omit<PlannedChange, 'entry'> {
  quantity: number
  /** @param after the item as it is then; undefined where it is gone */
  entry: (after: StockItem | undefined) => Happening
}

/** The entry of what became of a quantity, for an item that may be gone now. */
const quantityEntry = (
  context: RequestContext,
  type: number,
  item: StockItem,
  after: StockItem | undefined,
  deltas: Record<string, unknown>,
  { notes, deltas: more }: Reason
): Happening => ({
  type,
  item: after?.id ?? null,
  part: item.part_id,
  user: signedIn(context).id,
  deltas: { ...deltas, ...more },
  notes: notes ?? ''
})

/** What can be done to an item with others at once; a function where the item may go, which others have to wait for. */
const planOf = (context: RequestContext, { item, quantity, values, entry }: QuantityChange): Step =>
  staysAnyhow(item, quantity)
    ? { item, values: { ...values, quantity }, entry }
    : async () => track(context.db, [entry(await setQuantity(context, item, quantity, values))])

/**
 * Adds a quantity to an item. A piece with a serial number stays one piece (docs/behaviour/stock-actions.md#add).
 *
 * @returns what is to be done; undefined for nothing
 */
export function planAdding(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  change: ExtraChanges = {},
  reason: Reason = {}
): Step {
  if (quantity <= 0 || isSerialized(item)) return undefined
  const { values, deltas } = extraChanges(item, change)
  return {
    item,
    values: { ...values, quantity: roundQuantity(item.quantity + quantity) },
    entry: (after) =>
      entryOf(context, TRACKING.added, after, { ...deltas, added: quantity, quantity: after.quantity }, reason)
  }
}

/**
 * Takes a quantity away from an item, at most what there is. An item of which nothing is left goes where it may. A
 * piece with a serial number stays (docs/behaviour/stock-actions.md#remove).
 *
 * @param type what the entry of the tracking is about; `TRACKING.removed` unless told
 * @returns what is to be done; undefined for nothing
 */
export function planRemoving(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  change: ExtraChanges = {},
  reason: Reason = {},
  type: number = TRACKING.removed
): Step {
  const removed = Math.min(quantity, item.quantity)
  if (removed <= 0 || isSerialized(item)) return undefined
  const {
    values,
    deltas: { batch, packaging, ...state }
  } = extraChanges(item, change)
  const entry = (after: StockItem | undefined) =>
    quantityEntry(
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
  return planOf(context, { item, quantity: roundQuantity(item.quantity - removed), values, entry })
}

/** Does what `planRemoving` plans, inside a transaction. */
export const removeStock = (...of: Parameters<typeof planRemoving>): Promise<void> =>
  carryOut(of[0], planRemoving(...of))

/**
 * Says how much there is of an item, and where. A count that only confirms what is known changes nothing, but is
 * entered (docs/behaviour/stock-actions.md#count).
 *
 * @param location where it was found; null leaves it where it is
 * @returns what is to be done
 */
export function planCounting(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  location: number | null,
  change: ExtraChanges = {},
  reason: Reason = {}
): Step {
  const single = isSerialized(item)
  const { values, deltas } = extraChanges(item, change)
  const moved = location !== null && location !== item.location_id
  if (moved) Object.assign(values, { location_id: location })
  const counted = single ? 1 : quantity
  if (single || counted !== item.quantity || Object.keys(values).length)
    Object.assign(values, { stocktake_date: today(), stocktake_user_id: signedIn(context).id })
  const found = { ...(moved ? { location, old_location: item.location_id } : {}), ...deltas, quantity: counted }
  const entry = (after: StockItem | undefined) => quantityEntry(context, TRACKING.counted, item, after, found, reason)
  return planOf(context, { item, quantity: counted, values, entry })
}
