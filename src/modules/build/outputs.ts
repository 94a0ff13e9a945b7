import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { invalid, refused, type Problems } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { UncheckedBody, AddError } from '#contract/types.ts'
import { lookup } from '#crud/lookup.ts'
import { bomLines } from '#modules/bom/index.ts'
import {
  saveItem,
  splitItem,
  trackItem,
  track,
  TRACKING,
  batchCode,
  storeItems,
  stockItem,
  latestSerial,
  parseSerials,
  keyOf,
  stockCustomStates,
  stateOf,
  untested,
  type StockItem,
  type StockState
} from '#modules/stock/index.ts'
import { DONE } from '#framework/tasks.ts'
import { buildAction, type BuildOrder } from './action.ts'
import { allocateTracked } from './auto-allocate.ts'
import { buildAllocations, consume, giveBack } from './consume.ts'
import { defaultPlace } from './order.rules.ts'
import { deleteOutputs } from './output.delete.ts'
import { setStatus } from './status.ts'
import { notAChoice } from '#contract/text.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { BuildStatus, StockStatus } from '#modules/status/index.ts'

const REJECTED: StockState = { status: StockStatus.REJECTED, status_custom_key: null }

/** Whether the BOM of a part holds components that are followed by serial number. */
async function hasTracked(db: Database, part: number): Promise<boolean> {
  const bom = (await bomLines(db, [part])).get(part)!
  return (
    (await db
      .selectFrom('part')
      .select('id')
      .where('trackable', '=', 1)
      .where('id', 'in', among(bom.map((line) => line.sub_part_id)))
      .limit(1)
      .executeTakeFirst()) !== undefined
  )
}

/** What is wrong with how many pieces are to be made. */
async function quantityProblem(db: Database, part: number, quantity: number): Promise<string | undefined> {
  if (quantity === 0) return 'Quantity must be greater than zero'
  if (Number.isInteger(quantity)) return undefined
  const { trackable } = await db.selectFrom('part').select('trackable').where('id', '=', part).executeTakeFirstOrThrow()
  if (trackable) return 'Integer quantity required for trackable parts'
  return (await hasTracked(db, part))
    ? 'Integer quantity required, as the bill of materials contains trackable parts'
    : undefined
}

/** The serial numbers that are asked for; undefined where there are none. */
async function serialsOf(
  { db, settings }: RequestContext,
  part: number,
  quantity: number,
  text: string | undefined
): Promise<string[] | undefined> {
  if (!text) {
    if (await hasTracked(db, part)) throw invalid({ serials: ['Serial numbers must be provided for trackable parts'] })
    return undefined
  }
  const { serials, problems } = parseSerials(text, quantity, await latestSerial(db, settings, part))
  if (problems.length) throw invalid({ serial_numbers: problems })
  return serials
}

const create = buildAction<'build_create_output_create', 201>(
  201,
  async (order, call) => {
    const {
      db,
      settings,
      body: { quantity, batch_code: batch = batchCode(call.settings), serial_numbers: text, auto_allocate: auto }
    } = call
    const serials = await serialsOf(call, order.part_id, quantity, text)
    const location = call.body.location ?? order.destination_id ?? (await defaultPlace(db, order.part_id))
    const ids = await storeItems(
      call,
      { part: order.part_id, quantity, location, build: order.id, batch, is_building: true },
      serials
    )
    const deltas = { buildorder: order.id, batch, location }
    const happening = (item: number, more: object) => ({
      type: TRACKING.outputCreated,
      item,
      part: order.part_id,
      user: signedIn(call).id,
      deltas: { ...more, ...deltas }
    })
    if (serials)
      await track(
        db,
        ids.map((id, at) => happening(id, { quantity: 1, serial: serials[at] }))
      )
    else {
      await track(db, [
        {
          type: TRACKING.created,
          item: ids[0]!,
          part: order.part_id,
          user: null,
          deltas: { status: StockStatus.OK, quantity }
        }
      ])
      await track(db, [happening(ids[0]!, { quantity })])
    }
    if (auto && serials) await allocateTracked(call, order, { location: order.take_from_id }, ids)
    if (order.status === BuildStatus.PENDING) await setStatus(call, order.id, BuildStatus.PRODUCTION)
    const shown = await stockItem.read({ ...call, settings }, ids)
    return ids.map((id) => shown.get(id)!)
  },
  async (order, { db }, { quantity }, addError) => {
    const problem = quantity === undefined ? undefined : await quantityProblem(db, order.part_id, quantity)
    if (problem) addError(['quantity'], problem)
  }
)

/** Stock items by primary key. */
const itemsOf = (db: Database, ids: Iterable<number>): Promise<Map<number, StockItem>> =>
  lookup(ids, async (keys) =>
    (await db.selectFrom('stock_item').selectAll().where('id', 'in', among(keys)).execute()).map((item) => [
      item.id,
      item
    ])
  )

/** The outputs that lack tracked pieces: a line for which less is allocated to the output than the BOM says. */
async function lacking(db: Database, order: number, outputs: number[]): Promise<Set<number>> {
  const { rows } = await sql<{
    id: number
  }>`select distinct s.id from stock_item s join build_line l on l.build_id = ${order} join bom_item i on i.id = l.bom_item_id
    join part c on c.id = i.sub_part_id and c.trackable = 1 where s.id in ${among(outputs)} and i.consumable = 0 and c.consumable = 0
    and i.quantity > coalesce((select sum(a.quantity) from build_item a where a.build_line_id = l.id and a.install_into_id = s.id), 0)`.execute(
    db
  )
  return new Set(rows.map(({ id }) => id))
}

type Rows = UncheckedBody<{ output: number; quantity?: number }>[]

/** Why a stock item is not an output that the order has in production; undefined where it is. */
function unfit(order: BuildOrder, item: StockItem): string | undefined {
  if (item.build_id !== order.id) return 'Build output does not match the parent build'
  if (item.part_id !== order.part_id) return 'Output part does not match BuildOrder part'
  return item.is_building ? undefined : 'This build output has already been completed'
}

/** Tells of rows that name no output of the order in production, or too much of it. */
async function validateOutputs(
  order: BuildOrder,
  db: Database,
  rows: Rows,
  addError: AddError,
  whole: boolean
): Promise<void> {
  const keys = rows.map((row) => row.output).filter((key) => key !== undefined)
  const items = await itemsOf(db, keys)
  const short = whole ? await lacking(db, order.id, [...items.keys()]) : new Set()
  const left = new Map([...items].map(([id, item]) => [id, item.quantity]))
  for (const [at, { output: key, quantity }] of rows.entries()) {
    const say = (field: string, message: string) => addError(['outputs', { at, of: rows.length }, field], message)
    const item = key === undefined ? undefined : items.get(key)
    if (item === undefined) continue
    const problem = unfit(order, item) ?? (short.has(item.id) ? 'This build output is not fully allocated' : undefined)
    const rest = left.get(item.id)!
    if (problem) say('output', problem)
    else if (quantity === 0) say('quantity', 'Quantity must be greater than zero')
    else if (rest <= 0 || (quantity ?? 0) > rest) say('quantity', 'Quantity cannot be greater than the output quantity')
    left.set(item.id, sumQuantity(rest - (quantity ?? rest)))
  }
}

/**
 * What stands in the way of completing outputs although they could be, row by row.
 *
 * @throws 400 where anything does
 */
async function refuseUnready(
  { db, settings }: RequestContext,
  rows: { output: number; quantity?: number }[]
): Promise<void> {
  const keys = rows.map((row) => row.output)
  const items = await itemsOf(db, keys)
  const failed = settings.flag('PREVENT_BUILD_COMPLETION_HAVING_INCOMPLETED_TESTS')
    ? await untested(db, keys)
    : new Set()
  const allocated = await db
    .selectFrom('build_item')
    .innerJoin('stock_item', 'stock_item.id', 'stock_item_id')
    .select(['install_into_id', 'is_building'])
    .where('install_into_id', 'in', among(keys))
    .execute()
  const having = Map.groupBy(allocated, (row) => row.install_into_id!)
  const problems = rows.map(({ output, quantity }): Problems => {
    const pieces = having.get(output) ?? []
    if (failed.has(output)) return { non_field_errors: ['Build output has not passed all required tests'] }
    if (pieces.some((piece) => piece.is_building))
      return { non_field_errors: ['Allocated stock items are still in production'] }
    return pieces.length && quantity !== undefined && quantity < items.get(output)!.quantity
      ? { quantity: ['Cannot partially complete a build output with allocated items'] }
      : {}
  })
  if (problems.some((problem) => Object.keys(problem).length)) throw invalid({ outputs: problems })
}

/** What outputs become. */
interface Fate {
  location: number
  state: StockState
  type: number
  notes: string | undefined
  discard?: boolean
}

/**
 * Takes outputs out of production; a quantity below that of an output is split off, and the rest stays.
 *
 * @returns how much it was
 * @throws 400 where an output is in production no more
 */
async function finishOutputs(
  context: RequestContext,
  order: BuildOrder,
  rows: { output: number; quantity?: number }[],
  { location, state, type, notes, discard = false }: Fate
): Promise<number> {
  let sum = 0
  for (const { output: key, quantity } of rows) {
    const output = (await itemsOf(context.db, [key])).get(key)!
    const problem = unfit(order, output)
    if (problem) throw invalid({ outputs: [problem] })
    const split = quantity === undefined ? undefined : await splitItem(context, output, quantity, { production: true })
    const piece = split?.piece ?? output
    const allocations = await buildAllocations(context, order.id, { into: [piece.id] })
    if (discard) await giveBack(context, allocations)
    else await consume(context, order, allocations)
    const done = await saveItem(context, piece, { is_building: 0, location_id: location, ...state })
    await trackItem(
      context,
      type,
      done,
      { status: keyOf(state), quantity: done.quantity, location, buildorder: order.id },
      { notes }
    )
    sum = sumQuantity(sum + done.quantity)
  }
  return sum
}

const NONE = 'A list of build outputs must be provided'

const complete = buildAction<'build_complete_create', 200>(
  200,
  async (order, call) => {
    const {
      db,
      body: { outputs, location, status_custom_key: key = StockStatus.OK, notes }
    } = call
    if (outputs.length === 0) throw refused(NONE)
    await refuseUnready(call, outputs)
    const state = stateOf(key, await stockCustomStates(db))!
    const made = await finishOutputs(call, order, outputs, { location, state, type: TRACKING.outputCompleted, notes })
    await db
      .updateTable('build')
      .set({ completed: Math.floor(order.completed + made) })
      .where('id', '=', order.id)
      .execute()
    return DONE
  },
  async (
    order,
    { db },
    { outputs = [], status_custom_key: key, accept_incomplete_allocation: incomplete },
    addError
  ) => {
    await validateOutputs(order, db, outputs, addError, !incomplete)
    if (key !== undefined && !stateOf(key, await stockCustomStates(db)))
      addError(['status_custom_key'], key === null ? 'This field may not be null.' : notAChoice(key))
  }
)

const scrap = buildAction<'build_scrap_outputs_create', 200>(
  200,
  async (order, call) => {
    const { outputs, location, notes, discard_allocations: discard } = call.body
    if (outputs.length === 0) throw refused(NONE)
    await finishOutputs(call, order, outputs, {
      location,
      state: REJECTED,
      type: TRACKING.outputRejected,
      notes,
      discard
    })
    return DONE
  },
  async (order, { db }, { outputs = [] }, addError) => await validateOutputs(order, db, outputs, addError, false)
)

const remove = buildAction<'build_delete_outputs_create', 200>(
  200,
  async (_order, call) => {
    const keys = call.body.outputs.map((row) => row.output)
    if (keys.length === 0) throw refused(NONE)
    await deleteOutputs(call, [...new Set(keys)])
    return DONE
  },
  async (order, { db }, { outputs = [] }, addError) =>
    await validateOutputs(order, db, uniqueRows(outputs), addError, false)
)

/** The same output may be named twice where it goes as a whole: the second time says nothing new. */
function uniqueRows(rows: Rows): Rows {
  const seen = new Set<number>()
  return rows.map((row) => {
    if (row.output === undefined || seen.has(row.output)) return {}
    seen.add(row.output)
    return row
  })
}

/** What an order makes. */
export const outputOperations = {
  build_create_output_create: create,
  build_complete_create: complete,
  build_scrap_outputs_create: scrap,
  build_delete_outputs_create: remove
}
