import { invalid } from '#contract/errors.ts'
import { transact } from '#db/transaction.ts'
import { looseFlag } from '#contract/read.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { parsesBodyItself, type Body, type RawBodyCall } from '#contract/types.ts'
import { afterDays } from '#framework/time.ts'
import { batchCode } from './batch.ts'
import { cloneSerials } from './item.save.ts'
import { stockItem } from './item.ts'
import { latestSerial, parseSerials, usedSerials } from './serials.ts'
import { stockCustomStates, stateOf, type StockState } from './status.ts'
import { track, TRACKING } from './tracking.ts'
import { textOf } from '#contract/text.ts'
import { roundPacked } from '#framework/decimals.ts'
import { StockStatus } from '#modules/status/index.ts'

type Raw = Record<string, unknown>
type ItemBody = Body<'stock_create'>

/** A primary key as a body may spell it; undefined for anything else. */
const key = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value)
    ? value
    : typeof value === 'string' && /^\s*\d+\s*$/.test(value)
      ? Number(value)
      : undefined

const missing = (value: unknown) => value === undefined || value === null
const number = (value: unknown) =>
  typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : NaN

async function partOf(context: RequestContext, raw: Raw) {
  const id = key(raw.part)
  const part =
    id === undefined
      ? undefined
      : await context.db
          .selectFrom('part')
          .select(['id', 'default_location_id', 'default_expiry', 'trackable'])
          .where('id', '=', id)
          .executeTakeFirst()
  if (!part) throw invalid({ part: 'Valid part must be supplied' })
  return part
}

/** Quantity and price per piece, where they were meant per pack (docs/behaviour/stock.md#creating). */
async function unpack(context: RequestContext, raw: Raw): Promise<Raw> {
  if (missing(raw.supplier_part) || raw.supplier_part === '') return raw
  const id = key(raw.supplier_part)
  const bought =
    id === undefined
      ? undefined
      : await context.db
          .selectFrom('supplier_part')
          .select('pack_quantity_native')
          .where('id', '=', id)
          .executeTakeFirst()
  if (!bought) throw invalid({ supplier_part: 'The given supplier part does not exist' })
  const size = bought.pack_quantity_native
  if (size === 1) return raw
  if (raw.use_pack_size === undefined)
    throw invalid({ use_pack_size: 'The supplier part has a pack size defined, but flag use_pack_size not set' })
  if (!looseFlag(raw.use_pack_size)) return raw
  const [quantity, price] = [number(raw.quantity), missing(raw.purchase_price) ? NaN : number(raw.purchase_price)]
  return {
    ...raw,
    ...(Number.isNaN(quantity) ? {} : { quantity: roundPacked(quantity * size) }),
    ...(Number.isNaN(price) ? {} : { purchase_price: price / size })
  }
}

/** The serial numbers that are asked for; undefined where there are none. */
async function serialsOf(
  context: RequestContext,
  part: { id: number; trackable: number },
  raw: Raw
): Promise<string[] | undefined> {
  const text = missing(raw.serial_numbers) ? '' : textOf(raw.serial_numbers, Infinity).trim()
  if (text === '') return undefined
  if (!part.trackable) throw invalid({ serial_numbers: ['Serial numbers cannot be supplied for a non-trackable part'] })
  const { serials, problems } = parseSerials(
    text,
    raw.quantity,
    await latestSerial(context.db, context.settings, part.id)
  )
  if (problems.length) throw invalid({ quantity: problems, serial_numbers: problems })
  await refuseTaken(context, part.id, serials)
  return serials
}

async function refuseTaken(context: RequestContext, part: number, serials: string[]): Promise<void> {
  const taken = await usedSerials(context.db, context.settings, part, serials)
  if (taken.size)
    throw invalid({
      serial_numbers: [
        `The following serial numbers already exist or are invalid : ${serials.filter((one) => taken.has(one)).join(',')}`
      ]
    })
}

/** The state that a body asks for; what means nothing is passed over. */
async function wantedState(context: RequestContext, raw: Raw): Promise<StockState | undefined> {
  const sent = missing(raw.status_custom_key) ? raw.status : raw.status_custom_key
  return missing(sent) ? undefined : stateOf(sent, await stockCustomStates(context.db))
}

/**
 * Stores one item, or one for each serial number: the first by all rules, the others are like it. The tracking is up to
 * the caller.
 *
 * @param context inside a transaction
 * @returns primary keys, in the order of the serial numbers
 * @throws 400 where a serial number is taken, or a rule is broken
 */
export async function storeItems(
  context: RequestContext,
  body: ItemBody,
  serials: string[] | undefined,
  state?: StockState
): Promise<number[]> {
  const key = state ? { status_custom_key: state.status_custom_key ?? state.status } : {}
  if (!serials) return [await stockItem.create(context, { ...body, ...key })]
  await refuseTaken(context, body.part, serials)
  if (!Number.isInteger(body.quantity))
    throw invalid({ quantity: ['Quantity must be integer value for trackable parts'] })
  const changed = state !== undefined && (state.status_custom_key ?? state.status) !== StockStatus.OK
  const first = await stockItem.create(context, {
    ...body,
    ...key,
    quantity: 1,
    serial: serials[0]!,
    ...(changed ? { delete_on_deplete: false } : {})
  })
  return await cloneSerials(context.db, first, serials.slice(1))
}

/** Enters what was created, and that items with serial numbers got their state afterwards, by nobody. */
async function trackCreated(
  context: RequestContext,
  ids: number[],
  body: ItemBody,
  sent: unknown,
  state: StockState | undefined,
  serialized: boolean
): Promise<void> {
  const part = body.part
  const status = state?.status_custom_key ?? state?.status ?? StockStatus.OK
  const deltas = serialized
    ? { status: sent ?? null, quantity: 1 }
    : { status, ...(body.quantity ? { quantity: body.quantity } : {}) }
  await track(
    context.db,
    ids.map((item) => ({ type: TRACKING.created, item, part, user: signedIn(context).id, deltas }))
  )
  if (!serialized || status === StockStatus.OK) return
  const change = {
    status,
    status_logical: state!.status,
    old_status: StockStatus.OK,
    old_status_logical: StockStatus.OK
  }
  await track(
    context.db,
    ids.map((item) => ({ type: TRACKING.edited, item, part, user: null, deltas: change }))
  )
}

/** What is to be created, as it was read. */
interface NewItems {
  body: ItemBody
  serials: string[] | undefined
  state: StockState | undefined
  /** The state as it was sent. */
  sent: unknown
}

/** Reads the body of a new item; what it looks at first it refuses in plain sentences. */
async function readItems(call: RawBodyCall<'stock_create'>): Promise<NewItems> {
  const given = call.clean()
  // Of a body that is no object the reader says what it must be.
  let raw: Raw = {
    ...(typeof given === 'object' && given !== null && !Array.isArray(given) ? given : await call.read(given))
  }
  if (missing(raw.quantity)) throw invalid({ quantity: 'Quantity is required' })
  const part = await partOf(call, raw)
  if (missing(raw.location) && part.default_location_id !== null) raw.location = part.default_location_id
  if (missing(raw.expiry_date) && part.default_expiry > 0) raw.expiry_date = afterDays(part.default_expiry)
  raw = await unpack(call, raw)
  const state = await wantedState(call, raw)
  const serials = await serialsOf(call, part, raw)
  if (raw.batch === undefined) raw.batch = batchCode(call.settings)
  const { serial: _1, serial_numbers: _2, use_pack_size: _3, status, status_custom_key: own, ...fields } = raw
  return { body: await call.read(fields), serials, state, sent: own ?? status }
}

/** Stores what was read, with its tracking. */
async function storeTracked(inner: RequestContext, { body, serials, state, sent }: NewItems): Promise<number[]> {
  const ids = await storeItems(inner, body, serials, state)
  await trackCreated(inner, ids, body, sent, state, serials !== undefined)
  return ids
}

/**
 * `POST /api/stock/`: the answer is always a list (docs/behaviour/stock.md#creating).
 */
export const createItems = Object.assign(
  parsesBodyItself<'stock_create'>(async (call, send) => {
    const read = await readItems(call)
    const items = await transact(call.db, async (db) => {
      const inner: RequestContext = { ...call, db }
      const ids = await storeTracked(inner, read)
      const shown = await stockItem.read(inner, ids, { written: true, created: read.serials === undefined })
      return ids.map((id) => shown.get(id)!)
    })
    return send(201, items)
  }),
  {
    /** See `write` of src/framework/contract/binding.ts; of several items the key of the first is given. */
    write: async (call: RawBodyCall<'stock_create'>, trial: boolean): Promise<number | undefined> => {
      const read = await readItems(call)
      if (trial) return void (await stockItem.tryCreate(call, read.body))
      return (await storeTracked(call, read))[0]
    }
  }
)
