import { invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Answer, Body, Handler } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { isPlaced, linesToReceive, receiveScanned } from '#modules/order/index.ts'
import { findRecord, hashOf } from './find.ts'
import { keepScan } from './history.ts'
import { readBody } from './match.ts'
import { matchSupplierCode, SEVERAL_PARTS, type SupplierMatch } from './suppliers/match.ts'

type Scan = Body<'barcode_po_receive_create'>
type Received = Omit<Answer<'barcode_po_receive_create', 200>, 'barcode_data' | 'barcode_hash'>

/** Why nothing is received; what understood the code, where that was asked. */
interface Refusal {
  plugin?: string
  error: string
}

/** @throws 400 where nothing of the order may arrive, or nothing may lie at the location */
async function checkPlaces(db: Database, { purchase_order, location }: Scan): Promise<void> {
  if (purchase_order && !(await isPlaced(db, purchase_order)))
    throw invalid({ purchase_order: ['Purchase order has not been placed'] })
  const place =
    location &&
    (await db.selectFrom('stock_location').select('structural').where('id', '=', location).executeTakeFirstOrThrow())
  if (place && place.structural) throw invalid({ location: ['Cannot select a structural location'] })
}

/** Whether a barcode stands for stock, or is that of stock, whatever else it was linked to. */
async function isInStock(context: RequestContext, barcode: string): Promise<boolean> {
  if ((await findRecord(context, barcode))?.model === 'stockitem') return true
  const hash = hashOf(barcode)
  const item = await context.db
    .selectFrom('stock_item')
    .select('id')
    .where('barcode_hash', '=', hash)
    .executeTakeFirst()
  return item !== undefined
}

/** The line that the goods belong to; or why it cannot be told. */
async function lineOf(db: Database, { purchase_order, line_item }: Scan, { code, parts: [part] }: SupplierMatch) {
  const order = purchase_order ?? null
  const line = line_item ?? null
  // Who names the order or the line knows better than the label.
  const numbers = order === null && line === null ? code.orders : []
  const [first, second] = await linesToReceive(db, { supplierPart: part!.id, order, line, numbers })
  if (!first) return `No placed purchase order ${numbers.length ? `(${numbers.join(', ')}) ` : ''}waits for this part`
  if (first.open === 0) return 'Line item has been received already'
  return second && second.open > 0 ? 'More than one line item waits for this part' : first
}

/** Takes in what the code says, or tells what is needed for that. */
async function takeIn(context: RequestContext, body: Scan): Promise<Received | Refusal> {
  const { db } = context
  await checkPlaces(db, body)
  const { barcode } = body
  if (await isInStock(context, barcode)) return { error: 'Item has already been received' }
  const found = await matchSupplierCode(context, barcode, body.supplier ?? null)
  if (!found) return { plugin: 'None', error: 'No plugin match for supplier barcode' }
  const { plugin, code, parts } = found
  if (parts.length > 1) return { plugin, error: SEVERAL_PARTS }
  const line = await lineOf(db, body, found)
  if (typeof line === 'string') return { plugin, error: line }
  const location = body.location ?? line.location
  const { quantity } = code
  const lineitem = {
    pk: line.id,
    purchase_order: line.order,
    supplier_part: parts[0]!.id,
    quantity: quantity ?? null,
    location
  }
  // More than is waited for is mostly a label that counts pieces where the line counts packs: people decide.
  if (body.auto_allocate === false || location === null || quantity === undefined || quantity > line.open)
    return { plugin, action_required: true, lineitem }
  const item = await receiveScanned(context, line.order, { line_item: line.id, quantity, location, barcode })
  return { plugin, success: 'Received purchase order line item', lineitem, stock_item: item }
}

const receive: Handler<'barcode_po_receive_create'> = async (call, send) => {
  const body = await readBody(call)
  const { barcode } = body
  const outcome = await transact(call.db, async (db) => await takeIn({ ...call, db }, body))
  const answer = { ...outcome, barcode_data: barcode, barcode_hash: hashOf(barcode) }
  await keepScan(call, barcode, answer, !('error' in answer))
  if ('error' in answer) throw invalid(answer)
  return send(200, answer)
}

/**
 * Goods that arrive are known by the codes of their suppliers, and taken in by them
 * (docs/behaviour/barcode.md#order-scans).
 */
export const receiveScan = Object.assign(receive, { readsBody: true })
