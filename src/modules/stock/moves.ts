import { invalid, refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'
import { isOwned, isSerialized, type StockItem } from './item.queries.ts'
import { carryOut, saveItem, saveItems, type PlannedChange, type Step } from './item.save.ts'
import { canMerge, mergeItems, mergeTarget } from './merge.ts'
import { extraChanges, splitItem, type ExtraChanges } from './split.ts'
import { stateDeltas, type StockState } from './status.ts'
import { entryOf, trackItem, track, TRACKING, type Reason } from './tracking.ts'

/**
 * Moves an item to a location; less than all of it is split off there (docs/behaviour/stock-actions.md#transfer). A
 * fraction of a piece with a serial number moves nothing.
 *
 * @param quantity how much; more than there is moves all
 * @returns what is to be done
 * @throws 400 where nothing is left of the item, or somebody else has it, unless the settings allow that
 */
export function planMoving(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  location: number,
  change: ExtraChanges = {},
  reason: Reason = {}
): Step {
  if (!(item.quantity > 0 && isOwned(item)) && !context.settings.flag('STOCK_ALLOW_OUT_OF_STOCK_TRANSFER'))
    throw refused('StockItem cannot be moved as it is not in stock')
  if (quantity <= 0) return undefined
  if (quantity < item.quantity)
    return async () => {
      await splitItem(context, item, quantity, { ...change, location, production: true }, reason)
    }
  const { values, deltas } = extraChanges(item, change)
  const same = location === item.location_id
  return {
    item,
    values: { ...values, location_id: location },
    entry: (moved) =>
      entryOf(
        context,
        same ? TRACKING.updated : TRACKING.moved,
        moved,
        { quantity, ...(same ? {} : { location }), ...deltas },
        reason
      )
  }
}

/** Does what `planMoving` plans, inside a transaction. */
export const moveItem = async (...of: Parameters<typeof planMoving>): Promise<void> =>
  await carryOut(of[0], planMoving(...of))

/**
 * Moves an item to a location, into one that lies there already and fits; where there is none it is simply moved
 * (docs/behaviour/stock-actions.md#transfer-with-merging).
 *
 * @param context inside a transaction
 */
export async function moveInto(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  location: number,
  change: ExtraChanges = {},
  reason: Reason = {}
): Promise<void> {
  const target = quantity > 0 ? await mergeTarget(context.db, item, location) : undefined
  const partial = quantity < item.quantity
  // What is split off gets the state that was asked for, and fits no more if that is another one.
  if (!target || (partial && change.state && change.state.status !== target.status))
    return await moveItem(context, item, quantity, location, change, reason)
  const split = partial
    ? await splitItem(context, item, quantity, { location, production: true, silent: true }, reason)
    : undefined
  // The entry names how much moved, as that of a plain move does; not how much there is then.
  await mergeItems(context, target, [split?.piece ?? item], location, {
    ...reason,
    deltas: { quantity, stockitem: item.id, location, ...reason.deltas }
  })
}

/** Ends all promises of an item to sales and build orders. */
export async function endAllocations(db: Database, item: number): Promise<void> {
  await db.deleteFrom('sales_order_allocation').where('item_id', '=', item).execute()
  await db.deleteFrom('build_item').where('stock_item_id', '=', item).execute()
}

/**
 * Brings an item back into stock, whoever has it; less than all of it is split off first
 * (docs/behaviour/stock-actions.md#return).
 *
 * @param context inside a transaction
 * @param how the state it gets, if another one, and whether it is added to the item that it was split from, where both
 *   fit
 * @throws 400 for more than there is, and for a part of what is in production
 */
export async function returnItem(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  location: number,
  how: { state?: StockState | undefined; merge?: boolean | undefined },
  reason: Reason = {}
): Promise<void> {
  const { db } = context
  const single = isSerialized(item)
  if (!single && quantity > item.quantity) throw invalid({ quantity: ['Quantity exceeds available stock'] })
  const from = (single ? undefined : await splitItem(context, item, quantity))?.piece ?? item
  const customer =
    from.customer_id === null
      ? undefined
      : await db.selectFrom('company').select(['id', 'name']).where('id', '=', from.customer_id).executeTakeFirst()
  const { values, deltas } = extraChanges(from, { state: how.state })
  const back = await saveItem(context, from, {
    ...values,
    consumed_by_id: null,
    customer_id: null,
    belongs_to_id: null,
    sales_order_id: null,
    location_id: location
  })
  if (back.status !== from.status)
    await track(db, [
      { type: TRACKING.edited, item: back.id, part: back.part_id, user: null, deltas: stateDeltas(from, back) }
    ])
  await endAllocations(db, back.id)
  await trackItem(
    context,
    TRACKING.returned,
    back,
    {
      quantity: back.quantity,
      location,
      ...(customer ? { customer: customer.id, customer_name: customer.name } : {}),
      ...(from.consumed_by_id === null ? {} : { build_order: from.consumed_by_id }),
      ...deltas
    },
    reason
  )
  if (!how.merge || item.parent_id === null || single) return
  const parent = await db
    .selectFrom('stock_item')
    .selectAll()
    .where('id', '=', item.parent_id)
    .where('location_id', '=', location)
    .executeTakeFirst()
  if (parent && (await canMerge(db, parent, back))) await mergeItems(context, parent, [back], location, reason)
}

/**
 * Gives an item to a customer: it is in stock no more, and lies nowhere (docs/behaviour/stock-actions.md#assign).
 *
 * @param customer null where the company of the order is gone
 * @param order the sales order that it goes out with, if there is one
 * @param type what the entry of the tracking is about; `TRACKING.sentToCustomer` unless told
 * @returns what is to be done
 */
export const planGiving = (
  context: RequestContext,
  item: StockItem,
  customer: { id: number; name: string } | null,
  order: number | null = null,
  reason: Reason = {},
  type: number = TRACKING.sentToCustomer
): PlannedChange => ({
  item,
  values: { customer_id: customer?.id ?? null, sales_order_id: order, location_id: null },
  entry: (given) =>
    entryOf(
      context,
      type,
      given,
      { quantity: given.quantity, ...(customer ? { customer: customer.id, customer_name: customer.name } : {}) },
      reason
    )
})

/** Does what `planGiving` plans, inside a transaction; gives the item as it is then. */
export const giveToCustomer = async (...of: Parameters<typeof planGiving>): Promise<StockItem> =>
  (await saveItems(of[0], [planGiving(...of)]))[0]!
