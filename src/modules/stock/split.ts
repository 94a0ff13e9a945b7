import { refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { roundQuantity } from '#framework/decimals.ts'
import { isSerialized, type StockItem } from './item.queries.ts'
import { insertItem, saveItem } from './item.save.ts'
import { keyOf, stateDeltas, type StockState } from './status.ts'
import { trackItem, TRACKING, type Reason } from './tracking.ts'

/** What an action may change of an item on the side. An empty text leaves things as they are. */
export interface ExtraChanges {
  state?: StockState | undefined
  batch?: string | undefined
  packaging?: string | undefined
}

/** The columns that such a change writes, and what an entry of the tracking tells of it. */
export function extraChanges(
  item: StockItem,
  { state, batch, packaging }: ExtraChanges
): { values: Partial<StockItem>; deltas: Record<string, unknown> } {
  const texts = { ...(batch ? { batch } : {}), ...(packaging ? { packaging } : {}) }
  const changes = state && keyOf(state) !== keyOf(item)
  return {
    values: { ...texts, ...(changes ? state : {}) },
    deltas: { ...(changes ? stateDeltas(item, state) : {}), ...texts }
  }
}

/** Copies the test results of an item to other ones. */
export async function copyResults(db: Database, from: number, to: readonly number[]): Promise<void> {
  const columns = [
    'template_id',
    'result',
    'value',
    'attachment',
    'notes',
    'user_id',
    'test_station',
    'started_datetime',
    'finished_datetime',
    'date',
    'metadata'
  ] as const
  await db
    .insertInto('stock_test_result')
    .columns(['stock_item_id', ...columns])
    .expression(
      db
        .selectFrom('stock_test_result as r')
        .innerJoin('stock_item as i', (join) => join.on('i.id', 'in', among(to)))
        .select(['i.id as stock_item_id', ...columns.map((column) => `r.${column}` as const)])
        .where('r.stock_item_id', '=', from)
        .orderBy('i.id')
        .orderBy('r.id')
    )
    .execute()
}

/** How an item is split. */
export interface Split extends ExtraChanges {
  /** Where the new item lies; where the old one does unless told. */
  location?: number | null
  /** Whether an item that is still in production may be split. */
  production?: boolean
  /** Whether the tracking shall not tell of it. */
  silent?: boolean
}

/**
 * Splits a quantity off an item: a new item like it, whose parent it is, with its test results, without its barcode
 * (docs/behaviour/stock-actions.md#split).
 *
 * @param context inside a transaction
 * @param quantity how much
 * @returns both items as they are now; undefined where nothing can be split off: from a piece with a serial number,
 *   nothing, or all there is
 * @throws 400 for an item in production, unless that is allowed
 */
export async function splitItem(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  how: Split = {},
  reason: Reason = {}
): Promise<{ piece: StockItem; rest: StockItem } | undefined> {
  if (isSerialized(item) || quantity <= 0 || quantity >= item.quantity) return undefined
  if (item.is_building && !how.production) throw refused('Stock item is currently in production')
  const { values, deltas } = extraChanges(item, how)
  const { id, ...copied } = item
  const piece = await insertItem(context, {
    ...copied,
    ...values,
    quantity,
    parent_id: id,
    location_id: how.location === undefined ? item.location_id : how.location,
    barcode_data: '',
    barcode_hash: ''
  })
  await copyResults(context.db, id, [piece.id])
  if (!how.silent) await trackItem(context, TRACKING.splitFrom, piece, { stockitem: id, quantity, ...deltas }, reason)
  const rest = await saveItem(context, item, { quantity: roundQuantity(item.quantity - quantity) })
  if (!how.silent)
    await trackItem(
      context,
      TRACKING.split,
      rest,
      { removed: quantity, quantity: rest.quantity, stockitem: piece.id },
      reason
    )
  return { piece, rest }
}
