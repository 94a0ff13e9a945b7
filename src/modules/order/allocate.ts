import type { Database } from '#db/database.ts'
import { invalid, refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { UncheckedBody, AddError } from '#contract/types.ts'
import { lookup } from '#crud/lookup.ts'
import { isInStock, isSerialized, latestSerial, parseSerials, untested, type StockItem } from '#modules/stock/index.ts'
import { quantityText } from '#framework/decimals.ts'
import { allocationProblem } from './allocation.ts'
import type { OrderKind } from './kinds.ts'
import { freeOfAll } from './promises.ts'

/** A kind of order for whose lines stock can be set aside. */
export type AllocatingKind = OrderKind & { allocations: 'sales_order_allocation' | 'transfer_order_allocation' }

/** One promise that is asked for. */
interface AllocationRequest {
  line_item: number
  stock_item: number
  quantity: number
}
/** What the two ways of asking have in common. */
type OfOrder = RequestContext & { path: { id: number } }

const ordersOfLines = (db: Database, kind: AllocatingKind, ids: Iterable<number>): Promise<Map<number, number>> =>
  lookup(ids, async (keys) =>
    (await db.selectFrom(kind.lines).select(['id', 'order_id']).where('id', 'in', keys).execute()).map(
      ({ id, order_id }) => [id, order_id]
    )
  )

const STRANGE_LINE = 'Line item is not associated with this order'

/** A shipment must belong to the order, and must not be gone yet. */
export async function validateShipment({ db, path }: OfOrder, shipment: unknown, addError: AddError): Promise<void> {
  if (typeof shipment !== 'number') return
  const found = await db
    .selectFrom('sales_order_shipment')
    .select(['order_id', 'shipment_date'])
    .where('id', '=', shipment)
    .executeTakeFirst()
  if (found?.shipment_date) addError(['shipment'], 'Shipment has already been shipped')
  else if (found && found.order_id !== path.id) addError(['shipment'], 'Shipment is not associated with this order')
}

/** Items that may not be promised yet, because tests are missing; none unless the setting asks for that. */
const withheld = async (
  { db, settings }: RequestContext,
  kind: AllocatingKind,
  items: Iterable<number>
): Promise<Set<number>> =>
  kind.table === 'sales_order' && settings.flag('SALESORDER_BLOCK_INCOMPLETE_ITEM_TESTS')
    ? await untested(db, items)
    : new Set()

/**
 * What is wrong with wishes, each reported at its place: first its fields, then whether the item has so much to give
 * (docs/behaviour/sales-order.md#allocating-by-hand).
 */
export const validateAllocations =
  (kind: AllocatingKind) =>
  async (context: OfOrder, body: UncheckedBody<{ items: AllocationRequest[] }>, addError: AddError): Promise<void> => {
    const { db, path } = context
    const requests = body.items ?? []
    const orders = await ordersOfLines(
      db,
      kind,
      requests.flatMap(({ line_item: line }) => line ?? [])
    )
    const items = await lookup(
      requests.flatMap(({ stock_item: item }) => item ?? []),
      async (keys) =>
        (await db.selectFrom('stock_item').selectAll().where('id', 'in', keys).execute()).map(
          (item): [number, StockItem] => [item.id, item]
        )
    )
    const blocked = await withheld(context, kind, items.keys())
    const free = await freeOfAll(db, items.keys())
    for (const [at, { line_item: line, stock_item, quantity }] of requests.entries()) {
      const say = (field: string, message: string) => addError(['items', { at, of: requests.length }, field], message)
      const order = line === undefined ? undefined : orders.get(line)
      const gone = (pk: number) => `Invalid pk "${pk}" - object does not exist.`
      if (line !== undefined && order !== path.id) say('line_item', order === undefined ? gone(line) : STRANGE_LINE)
      if (quantity === 0) say('quantity', 'Quantity must be positive')
      const item = stock_item === undefined ? undefined : items.get(stock_item)
      if (stock_item !== undefined && !item) say('stock_item', gone(stock_item))
      if (order !== path.id || !item || !quantity) continue
      if (isSerialized(item) && quantity !== 1) say('quantity', 'Quantity must be 1 for serialized stock item')
      else if (blocked.has(item.id)) say('stock_item', 'Stock item has not passed all required tests')
      else {
        const left = Math.max(0, free.get(item.id)!)
        if (quantity > left) say('quantity', `Available quantity (${left}) exceeded`)
      }
    }
  }

/** Stores promises. @throws 400 where an item gave more than it has, wishes of one request together */
export async function storeAllocations(
  db: Database,
  kind: AllocatingKind,
  requests: AllocationRequest[],
  shipment: number | null
): Promise<void> {
  if (requests.length === 0) throw refused('Allocation items must be provided')
  for (const { line_item: line_id, stock_item: item_id, quantity } of requests) {
    const item = await db.selectFrom('stock_item').selectAll().where('id', '=', item_id).executeTakeFirstOrThrow()
    const problem = await allocationProblem(db, item, quantity)
    if (problem) throw invalid({ quantity: [problem] })
    await db
      .insertInto(kind.allocations as 'sales_order_allocation')
      .values({
        line_id,
        item_id,
        quantity,
        ...(kind.allocations === 'sales_order_allocation' ? { shipment_id: shipment } : {})
      } as never)
      .execute() // transfers have no shipments
  }
}

/** Wishes as the answer repeats them. */
export const allocationRequestsJSON = (requests: AllocationRequest[]) =>
  requests.map(({ line_item, stock_item, quantity }) => ({ line_item, stock_item, quantity: quantityText(quantity) }))

/** What is asked for by serial numbers. */
interface SerialAllocationRequest {
  line_item: number
  quantity: number
  serial_numbers: string
}

/** A line of another order is refused with what else is wrong with the fields. */
export const validateSerials =
  (kind: AllocatingKind) =>
  async (
    { db, path }: OfOrder,
    { line_item: line }: UncheckedBody<SerialAllocationRequest>,
    addError: AddError
  ): Promise<void> => {
    if (line === undefined) return
    const order = (await ordersOfLines(db, kind, [line])).get(line)
    if (order !== undefined && order !== path.id) addError(['line_item'], STRANGE_LINE)
  }

/**
 * The promises that serial numbers stand for: pieces of exactly the part of the line
 * (docs/behaviour/sales-order.md#allocating-by-serial-numbers).
 *
 * @param errors how the API of this kind tells which serial numbers do not do, and what makes no sense
 * @throws 400 where a serial number is unknown, or its piece is not to be had
 */
export async function requestsBySerial(
  context: RequestContext,
  kind: AllocatingKind,
  { line_item, quantity, serial_numbers: text }: SerialAllocationRequest,
  errors: { serials: (message: string) => Error; syntax: (messages: string[]) => Error }
): Promise<AllocationRequest[]> {
  const { db, settings } = context
  const { part_id: part } = await db
    .selectFrom(kind.lines as 'sales_order_line')
    .select('part_id')
    .where('id', '=', line_item)
    .executeTakeFirstOrThrow() // both kinds name a part
  const { serials, problems } = parseSerials(
    text,
    quantity,
    part === null ? undefined : await latestSerial(db, settings, part)
  )
  if (problems.length) throw errors.syntax(problems)
  const items =
    part === null
      ? []
      : await db
          .selectFrom('stock_item')
          .selectAll()
          .where('part_id', '=', part)
          .where('serial', 'in', serials)
          .where('quantity', '=', 1)
          .orderBy('id')
          .execute()
  const bySerial = new Map(items.map((item) => [item.serial!, item]))
  const listed = (some: string[]) => some.toSorted().join(',')
  const unknown = serials.filter((serial) => !bySerial.has(serial))
  if (unknown.length) throw errors.serials(`No match found for the following serial numbers: ${listed(unknown)}`)
  const blocked = await withheld(
    context,
    kind,
    items.map(({ id }) => id)
  )
  const free = await freeOfAll(
    db,
    items.map(({ id }) => id)
  )
  const gone = serials.filter((serial) => {
    const item = bySerial.get(serial)!
    return !isInStock(item) || free.get(item.id)! <= 0 || blocked.has(item.id)
  })
  if (gone.length) throw errors.serials(`The following serial numbers are unavailable: ${listed(gone)}`)
  return serials.map((serial) => ({ line_item, stock_item: bySerial.get(serial)!.id, quantity: 1 }))
}
