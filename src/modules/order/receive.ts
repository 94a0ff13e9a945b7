import type { Database } from '#db/database.ts'
import { invalid, refused, type Problems } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Body, UncheckedBody, AddError } from '#contract/types.ts'
import { recordAction } from '#crud/action.ts'
import { lookup } from '#crud/lookup.ts'
import { hashOf } from '#modules/barcode/index.ts'
import { loadRates, baseCurrency, type Rates } from '#modules/currency/index.ts'
import {
  insertItem,
  trackItem,
  TRACKING,
  stockItem,
  latestSerial,
  parseSerials,
  storedSerial,
  usedSerials,
  stockCustomStates,
  stateOf,
  type StockItem
} from '#modules/stock/index.ts'
import { topOf } from '#modules/part/index.ts'
import { PURCHASE } from './kinds.ts'
import { notifyReceived } from './messages.ts'
import { COMPLETION } from './purchase-order.actions.ts'
import { finder, hasOpenLines, pricesFollow, applyTransition } from './transitions.ts'
import { orderChanged } from './total.ts'
import { notAChoice } from '#contract/text.ts'
import { sumPrice, sumQuantity } from '#framework/decimals.ts'
import { BuildStatus, PurchaseOrderStatus, StockStatus, ACTIVE_BUILDS } from '#modules/status/index.ts'

type Receipt = Body<'order_po_receive_create'>
type Entry = Receipt['items'][number]

/** The lines of entries with what they buy, by key of the line. */
const purchaseOrderLines = (db: Database, ids: Iterable<number>) =>
  lookup(ids, async (keys) =>
    (
      await db
        .selectFrom('purchase_order_line as l')
        .innerJoin('purchase_order as o', 'o.id', 'l.order_id')
        .leftJoin('supplier_part as s', 's.id', 'l.part_id')
        .leftJoin('part as p', 'p.id', 's.part_id')
        .select([
          'l.id',
          'l.order_id',
          'l.purchase_price',
          'l.purchase_price_currency',
          'l.build_order_id',
          'l.destination_id',
          's.id as supplier_part',
          's.packaging',
          's.pack_quantity_native',
          'p.id as part',
          'p.virtual',
          'p.default_location_id',
          'o.destination_id as order_destination'
        ])
        .where('l.id', 'in', keys)
        .execute()
    ).map((line) => [line.id, line])
  )
type Line = Awaited<ReturnType<typeof purchaseOrderLines>> extends Map<number, infer L> ? L : never

/** An entry with its line, and what follows from both. */
interface Arrival {
  entry: Entry
  line: Line
  serials: string[]
  location: number
}

/** The hashes of barcodes that entries bring. */
const barcodeHashes = (entries: { barcode?: string | null | undefined }[]): string[] =>
  entries.flatMap(({ barcode }) => (barcode ? [hashOf(barcode)] : []))

/** Which of these barcodes are on stock items already, all by their hashes. */
async function takenBarcodes(db: Database, hashes: string[]): Promise<Set<string | null>> {
  if (hashes.length === 0) return new Set()
  const rows = await db.selectFrom('stock_item').select('barcode_hash').where('barcode_hash', 'in', hashes).execute()
  return new Set(rows.map((row) => row.barcode_hash))
}

async function validateReceipt(
  context: RequestContext,
  body: UncheckedBody<Receipt>,
  addError: AddError
): Promise<void> {
  const items = body.items ?? []
  const own = await stockCustomStates(context.db)
  const taken = await takenBarcodes(context.db, barcodeHashes(items))
  const lines = items.flatMap(({ line_item: line }) => line ?? [])
  const known = await purchaseOrderLines(context.db, lines)
  for (const [at, { line_item: line, quantity, status, barcode }] of items.entries()) {
    const step = { at, of: items.length }
    if (line !== undefined && !known.has(line))
      addError(['items', step, 'line_item'], `Invalid pk "${line}" - object does not exist.`)
    if (quantity === 0) addError(['items', step, 'quantity'], 'Quantity must be greater than zero')
    if (status !== undefined && !stateOf(status, own)) addError(['items', step, 'status'], notAChoice(status))
    if (barcode && taken.has(hashOf(barcode))) addError(['items', step, 'barcode'], 'Barcode is already in use')
  }
}

/** How much of the part an entry brings. */
const amountOf = ({ quantity }: Entry, line: Line) => sumQuantity(quantity * (line.pack_quantity_native ?? 1))

/** The serial numbers of every entry. @throws 400 at the place of the entry, where they make no sense or are taken */
async function readSerials(context: RequestContext, entries: Entry[], lines: Map<number, Line>): Promise<string[][]> {
  const problems: Problems[] = entries.map(() => ({}))
  const all: string[][] = []
  for (const [at, entry] of entries.entries()) {
    const line = lines.get(entry.line_item)!
    const text = entry.serial_numbers?.trim() ?? ''
    all.push([])
    if (text === '' || line.part === null) continue
    const latest = await latestSerial(context.db, context.settings, line.part)
    const { serials, problems: found } = parseSerials(text, amountOf(entry, line), latest)
    if (found.length === 0) {
      const taken = await usedSerials(context.db, context.settings, line.part, serials)
      const named = serials.filter((one) => taken.has(one)).join(',')
      if (taken.size) found.push(`The following serial numbers already exist or are invalid: ${named}`)
    }
    if (found.length) problems[at]!.serial_numbers = found
    all[at] = serials
  }
  if (problems.some((one) => Object.keys(one).length)) throw invalid({ items: problems })
  return all
}

/** @throws 400 where barcodes, or serial numbers of one family of parts, occur twice in the request */
async function refuseDuplicateSerials(context: RequestContext, arrivals: Arrival[]): Promise<void> {
  const codes = barcodeHashes(arrivals.map(({ entry }) => entry))
  if (new Set(codes).size < codes.length) throw refused('Supplied barcode values must be unique')
  const anywhere = context.settings.flag('SERIAL_NUMBER_GLOBALLY_UNIQUE')
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { line, serials } of arrivals) {
    if (serials.length === 0) continue
    const scope = anywhere || line.part === null ? 0 : await topOf(context.db, line.part)
    for (const serial of serials) {
      const key = `${scope} ${serial}`
      if (seen.has(key)) twice.add(serial)
      seen.add(key)
    }
  }
  if (twice.size) throw refused(`Supplied serial numbers must be unique: ${[...twice].join(', ')}`)
}

/** Where an entry goes: what is said of it, of all that arrives, of its line, of the order, of the part. */
function locationOf(entry: Entry, body: Receipt, line: Line): number | null {
  // A request that leaves the location out means that of the order; one that says null means that of the line.
  const forAll = body.location === undefined ? line.order_destination : body.location
  return entry.location ?? forAll ?? line.destination_id ?? line.order_destination ?? line.default_location_id
}

/** @throws 400 where a line is not the order's, or cannot take what arrives */
function refuseLine({ line, serials }: Arrival, order: number): void {
  // The braces and quotes belong to the sentence as clients know it.
  if (line.order_id !== order) throw refused("{'Line item does not match purchase order'}")
  if (line.part === null) throw refused("{'Line item is missing a linked part'}")
  if (line.virtual && serials.length) throw refused('Serial numbers cannot be assigned to virtual parts')
}

/**
 * Puts entries and lines together, in the order in which the API tells what is wrong
 * (docs/behaviour/purchase-order.md#receiving).
 */
async function readArrivals(
  context: RequestContext,
  body: Receipt,
  order: { id: number; status: number }
): Promise<Arrival[]> {
  const keys = body.items.map(({ line_item }) => line_item)
  const lines = await purchaseOrderLines(context.db, keys)
  const serials = await readSerials(context, body.items, lines)
  if (body.items.length === 0) throw refused('Line items must be provided')
  const arrivals = body.items.map((entry, at) => {
    const line = lines.get(entry.line_item)!
    const location = locationOf(entry, body, line)
    if (location === null) throw invalid({ location: ['Destination location must be specified'] })
    return { entry, line, serials: serials[at]!, location }
  })
  await refuseDuplicateSerials(context, arrivals)
  if (order.status !== PurchaseOrderStatus.PLACED)
    throw refused("Lines can only be received against an order marked as 'PLACED'")
  for (const arrival of arrivals) refuseLine(arrival, order.id)
  return arrivals
}

/** What one piece costs, and in which currency. */
function paid(
  line: Line,
  settings: RequestContext['settings'],
  rates: Rates | undefined
): Pick<StockItem, 'purchase_price' | 'purchase_price_currency'> {
  const base = baseCurrency(settings)
  const currency = line.purchase_price_currency || base
  if (line.purchase_price === null) return { purchase_price: null, purchase_price_currency: currency }
  const each = line.purchase_price / (line.pack_quantity_native ?? 1)
  const converted = rates?.convert(each, currency, base) ?? null
  if (converted === null) return { purchase_price: sumPrice(each), purchase_price_currency: currency }
  return { purchase_price: sumPrice(converted), purchase_price_currency: base }
}

/**
 * An external build order that the line is for: while it is active, the stock waits for its completion; what a complete
 * one gets counts as made.
 */
async function forBuild(db: Database, line: Line, quantity: number): Promise<Partial<StockItem>> {
  if (line.build_order_id === null) return {}
  const build = await db
    .selectFrom('build')
    .select(['id', 'status', 'completed'])
    .where('id', '=', line.build_order_id)
    .executeTakeFirstOrThrow()
  if (build.status === BuildStatus.COMPLETE)
    await db
      .updateTable('build')
      .set({ completed: build.completed + quantity })
      .where('id', '=', build.id)
      .execute()
  return ACTIVE_BUILDS.includes(build.status) ? { build_id: build.id, is_building: 1 } : {}
}

/** Takes in what one entry brings; gives the keys of the new items. */
async function receiveLine(
  context: RequestContext,
  { entry, line, serials, location }: Arrival,
  rates: Rates | undefined
): Promise<number[]> {
  const { db, settings } = context
  // Read anew: an entry before may have been for the same line.
  const { received } = await db
    .selectFrom('purchase_order_line')
    .select('received')
    .where('id', '=', line.id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('purchase_order_line')
    .set({ received: sumQuantity(received + entry.quantity) })
    .where('id', '=', line.id)
    .execute()
  if (line.virtual) return []
  const quantity = amountOf(entry, line)
  const values = {
    part_id: line.part!,
    supplier_part_id: line.supplier_part,
    purchase_order_id: line.order_id,
    location_id: location,
    batch: entry.batch_code ?? '',
    expiry_date: entry.expiry_date ?? null,
    notes: entry.note ?? '',
    packaging: entry.packaging || line.packaging,
    delete_on_deplete: settings.flag('STOCK_DELETE_DEPLETED_DEFAULT') ? (1 as const) : (0 as const),
    metadata: '{}',
    ...paid(line, settings, rates),
    ...(await forBuild(db, line, quantity))
  }
  const state = stateOf(entry.status ?? StockStatus.OK, await stockCustomStates(db))!
  const barcode = entry.barcode ? { barcode_data: entry.barcode, barcode_hash: hashOf(entry.barcode) } : {}
  const pieces = serials.length
    ? serials.map((serial) => ({ ...values, ...storedSerial(serial), quantity: 1 }))
    : [{ ...values, ...barcode, ...state, serial: '', quantity }]
  const ids: number[] = []
  for (const piece of pieces) {
    const item = await insertItem(context, piece)
    await trackItem(context, TRACKING.received, item, {
      location,
      purchaseorder: line.order_id,
      quantity: item.quantity
    })
    ids.push(item.id)
  }
  return ids
}

/** Items with serial numbers are made before all others. */
function serialisedFirst(arrivals: Arrival[]): Arrival[] {
  const serialised = arrivals.filter(({ serials }) => serials.length > 0)
  const others = arrivals.filter(({ serials }) => serials.length === 0)
  return [...serialised, ...others]
}

/** Completes an order of which nothing is awaited any more, if its status allows that. */
async function completeReceived(
  { db, settings, caller }: RequestContext,
  order: { id: number; status: number }
): Promise<void> {
  if (await hasOpenLines(db, PURCHASE, order.id)) return
  const completed = await applyTransition(db, PURCHASE, order, COMPLETION)
  if (!completed) return
  await db.updateTable('purchase_order').set({ received_by_id: caller!.id }).where('id', '=', order.id).execute()
  await pricesFollow(db, settings, PURCHASE, order.id)
}

const find = finder(PURCHASE)
type Found = Awaited<ReturnType<typeof find>>

/** Takes in what has arrived of an order, with all that follows; gives the keys of the new items. */
async function takeIn(context: RequestContext, order: Found, receipt: Receipt): Promise<number[]> {
  const { db, settings } = context
  const arrivals = await readArrivals(context, receipt, order)
  const rates = settings.flag('PURCHASEORDER_CONVERT_CURRENCY') ? await loadRates(db) : undefined
  const ids: number[] = []
  for (const arrival of serialisedFirst(arrivals)) ids.push(...(await receiveLine(context, arrival, rates)))
  await orderChanged(db, settings, PURCHASE, order.id)
  await notifyReceived(context, PURCHASE, order)
  if (settings.flag('PURCHASEORDER_AUTO_COMPLETE')) await completeReceived(context, order)
  return ids
}

/** Takes in what has arrived of a purchase order. */
export const receive = recordAction<'order_po_receive_create', 201, Found>(
  find,
  201,
  async (order, call) => {
    const ids = await takeIn(call, order, call.body)
    const shown = await stockItem.read(call, ids)
    return ids.map((id) => shown.get(id)!)
  },
  validateReceipt
)

/**
 * Takes in what a scan says has arrived of a placed purchase order, as `receive` does.
 *
 * @param context inside a transaction
 * @param order its primary key
 * @returns the key of the new item; null for a virtual part, of which there is no stock
 * @throws 400 where the line cannot take it
 */
export async function receiveScanned(context: RequestContext, order: number, entry: Entry): Promise<number | null> {
  const found = await find({ ...context, path: { id: order } } as Parameters<typeof find>[0])
  const [item = null] = await takeIn(context, found, { items: [entry] })
  return item
}
