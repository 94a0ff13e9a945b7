import { invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import {
  allocateSales,
  isOpenPurchase,
  isOpenSale,
  linesFor,
  openQuantity,
  openShipment,
  shipmentOf,
  unallocated
} from '#modules/order/index.ts'
import { hashOf } from './find.ts'
import { keepScan } from './history.ts'
import {
  barcodeRecord,
  barcodeText,
  lookUpBarcode,
  PLUGIN,
  readBody,
  understandBarcode,
  type BarcodeMatch
} from './match.ts'

/** Refuses a scan: the answer repeats what the barcode stands for, every value as text. */
async function refuse(
  context: RequestContext,
  barcode: string,
  match: BarcodeMatch | undefined,
  error: string
): Promise<never> {
  const said = { barcode_data: barcode, barcode_hash: hashOf(barcode) }
  const refusal = {
    ...(match ? { [match.model]: barcodeText(match.record), plugin: PLUGIN } : { plugin: 'None' }),
    ...said,
    error
  }
  await keepScan(context, barcode, refusal, false)
  throw invalid(refusal)
}

/** A refusal in the form that the API has had ever since. */
const oneOf = (sentence: string) => `[ErrorDetail(string='${sentence}', code='invalid')]`

/** Promises the stock item that a barcode stands for to a sales order (docs/behaviour/barcode.md#order-scans). */
const allocateToSale: Handler<'barcode_so_allocate_create'> = async (call, send) => {
  const body = await readBody(call)
  const { barcode, sales_order } = body
  if (!(await isOpenSale(call.db, sales_order))) throw invalid({ sales_order: ['Sales order is not open'] })
  const given = body.shipment ? await shipmentOf(call.db, body.shipment) : undefined
  if (given && given.delivery_date !== null) throw invalid({ shipment: ['Shipment has already been delivered'] })
  const match = await lookUpBarcode(call, barcode)
  if (!match) return await refuse(call, barcode, undefined, 'No matching plugin found for barcode data')
  if (match.model !== 'stockitem')
    return await refuse(call, barcode, match, 'Barcode does not match an existing stock item')

  const item = match.id
  const { part_id: part, serial } = await call.db
    .selectFrom('stock_item')
    .select(['part_id', 'serial'])
    .where('id', '=', item)
    .executeTakeFirstOrThrow()
  const lines = body.line ? [body.line] : await linesFor(call.db, sales_order, part)
  if (lines.length !== 1)
    return await refuse(
      call,
      barcode,
      match,
      oneOf(lines.length ? 'Multiple matching line items found' : 'No matching line item found')
    )
  const [line] = lines as [number]
  const wanted = await openQuantity(call.db, line)
  if (wanted.order !== sales_order) return await refuse(call, barcode, match, 'Line item does not match sales order')
  if (wanted.part !== part) return await refuse(call, barcode, match, 'Stock item does not match line item')
  if (given && given.order_id !== sales_order)
    return await refuse(call, barcode, match, 'Shipment does not match sales order')

  const said = { plugin: PLUGIN, barcode_data: barcode, barcode_hash: hashOf(barcode) }
  const answer = await call.db.transaction().execute(async (db) => {
    const free = await unallocated(db, item)
    const quantity = serial ? 1 : (body.quantity ?? Math.min(wanted.open, free))
    if (quantity > free || quantity <= 0) return undefined
    const shipment = given?.id ?? (await openShipment(db, sales_order))
    if (shipment !== null) await allocateSales(db, line, item, quantity, shipment)
    return {
      stockitem: match.record as never, // shown as the contract says, by the module of stock
      ...said,
      ...(shipment === null ? {} : { success: 'Stock item allocated to sales order' }),
      stock_item: item,
      part,
      sales_order,
      line_item: line,
      shipment,
      quantity
    }
  })
  if (!answer) return await refuse(call, barcode, match, 'Insufficient stock available')
  await keepScan(call, barcode, answer, true)
  return send(200, answer)
}

/** The supplier part of the order's supplier that a barcode leads to; undefined unless it is exactly one. */
async function boughtBy(context: RequestContext, match: BarcodeMatch, order: number): Promise<number | undefined> {
  const { supplier_id: supplier } = await context.db
    .selectFrom('purchase_order')
    .select('supplier_id')
    .where('id', '=', order)
    .executeTakeFirstOrThrow()
  const column = { part: 'part_id', supplierpart: 'id', manufacturerpart: 'manufacturer_part_id' } as const
  if (supplier === null || !Object.hasOwn(column, match.model)) return undefined
  const found = await context.db
    .selectFrom('supplier_part')
    .select('id')
    .where('supplier_id', '=', supplier)
    .where(column[match.model as keyof typeof column], '=', match.id)
    .limit(2)
    .execute()
  return found.length === 1 ? found[0]!.id : undefined
}

/** Finds what a barcode would be in a purchase order; nothing is added to it. Every refusal says the same. */
const allocateToPurchase: Handler<'barcode_po_allocate_create'> = async (call, send) => {
  const { barcode, purchase_order } = await readBody(call)
  if (!(await isOpenPurchase(call.db, purchase_order)))
    throw invalid({ purchase_order: ['Purchase order is not open'] })
  const understood = await understandBarcode(call, barcode)
  const bought = 'match' in understood ? await boughtBy(call, understood.match, purchase_order) : undefined
  const record = bought && (await barcodeRecord(call, { model: 'supplierpart', id: bought }))
  if (!record || !('match' in understood)) {
    await keepScan(call, barcode, { error: 'Invalid input.' }, false)
    throw invalid(['Invalid input.'])
  }
  const answer = {
    [understood.match.model]: understood.match.record,
    supplierpart: record as never,
    success: 'Matched supplier part',
    plugin: understood.plugin,
    barcode_data: barcode,
    barcode_hash: hashOf(barcode)
  }
  await keepScan(call, barcode, answer, true)
  return send(200, answer)
}

/** Scans for orders; goods that arrive have a file of their own. */
export const orderScans = {
  barcode_so_allocate_create: Object.assign(allocateToSale, { readsBody: true }),
  barcode_po_allocate_create: Object.assign(allocateToPurchase, { readsBody: true })
}
