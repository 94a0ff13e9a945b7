import { invalid, refused } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { withValidation, type Body } from '#contract/types.ts'
import { transact } from '#db/transaction.ts'
import { quantityText } from '#framework/decimals.ts'
import { removeStock } from './amounts.ts'
import { isSerialized, type StockItem } from './item.queries.ts'
import { insertSerials, itemAt } from './item.save.ts'
import { stockItem } from './item.ts'
import { latestSerial, parseSerials, usedSerials } from './serials.ts'
import { copyResults } from './split.ts'
import { track, TRACKING, type Reason } from './tracking.ts'

/** The serial numbers that are asked for, all of them free. */
async function serialsFor(
  context: RequestContext,
  item: StockItem,
  { serial_numbers: text, quantity }: Body<'stock_serialize_create'>
): Promise<string[]> {
  const { db, settings } = context
  const { trackable } = await db
    .selectFrom('part')
    .select('trackable')
    .where('id', '=', item.part_id)
    .executeTakeFirstOrThrow()
  if (!trackable) throw refused('Serial numbers cannot be assigned to this part')
  const { serials, problems } = parseSerials(text, quantity, await latestSerial(db, settings, item.part_id))
  if (problems.length) throw invalid({ serial_numbers: problems })
  const taken = await usedSerials(db, settings, item.part_id, serials)
  if (taken.size)
    throw invalid({
      serial_numbers: [`Serial numbers already exist: ${serials.filter((one) => taken.has(one)).join(',')}`]
    })
  return serials
}

/**
 * Takes pieces out of an item, each a new one with a serial number (docs/behaviour/stock-actions.md#serialize).
 *
 * @param context inside a transaction
 * @param serials free serial numbers, not more than there are pieces
 * @returns the keys of the new items
 */
async function serializeItem(
  context: RequestContext,
  item: StockItem,
  serials: readonly string[],
  location: number,
  reason: Reason
): Promise<number[]> {
  const { id, ...copied } = item
  const like = {
    ...copied,
    quantity: 1,
    parent_id: id,
    location_id: location,
    barcode_data: '',
    barcode_hash: '',
    stocktake_date: null,
    stocktake_user_id: null
  }
  const pieces = await insertSerials(context, like, serials)
  await copyResults(context.db, id, pieces)
  const common = { part: item.part_id, user: signedIn(context).id, notes: reason.notes ?? '' }
  await track(
    context.db,
    pieces.flatMap((piece, at) => [
      { ...common, item: piece, type: TRACKING.splitFrom, deltas: { quantity: 1 } },
      { ...common, item: piece, type: TRACKING.serialAssigned, deltas: { serial: serials[at] } }
    ])
  )
  await removeStock(context, item, serials.length, {}, reason, TRACKING.serialized)
  return pieces
}

export const serialize = withValidation<'stock_serialize_create'>(
  async ({ db, path }, { quantity }, addError) => {
    if (quantity === undefined) return
    const item = await itemAt(db, path.id)
    if (!item) addError(['quantity'], 'No stock item provided')
    else if (quantity > item.quantity)
      addError(['quantity'], `Quantity must not exceed available stock quantity (${quantityText(item.quantity)})`)
  },
  async (call, send, revalidate) => {
    const { destination, notes } = call.body
    return send(
      201,
      await transact(call.db, async (db) => {
        const inner = { ...call, db }
        await revalidate(inner)
        const item = (await itemAt(db, call.path.id))!
        if (isSerialized(item)) throw refused('Stock item has a serial number already')
        const serials = await serialsFor(inner, item, call.body)
        const { structural } = await db
          .selectFrom('stock_location')
          .select('structural')
          .where('id', '=', destination)
          .executeTakeFirstOrThrow()
        if (structural) throw invalid({ location: ['Cannot assign stock to structural location'] })
        const pieces = await serializeItem(inner, item, serials, destination, { notes })
        const shown = await stockItem.read(inner, pieces, { written: true })
        return pieces.map((piece) => shown.get(piece)!)
      })
    )
  }
)
