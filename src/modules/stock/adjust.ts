import { missingKey, refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import {
  withValidation,
  type Answer,
  type Body,
  type Handler,
  type UncheckedBody,
  type AddError
} from '#contract/types.ts'
import { writesMany } from '#db/limit.ts'
import { transact } from '#db/transaction.ts'
import { planAdding, planCounting, planRemoving } from './amounts.ts'
import { isInStock, isOwned, type StockItem } from './item.queries.ts'
import type { CustomState } from '#modules/status/index.ts'
import { inTurn, itemsOf, type Step } from './item.save.ts'
import { moveInto, planMoving, returnItem } from './moves.ts'
import type { ExtraChanges } from './split.ts'
import { stockCustomStates, stateOf } from './status.ts'
import type { Reason } from './tracking.ts'
import { notAChoice } from '#contract/text.ts'
import { quantityText } from '#framework/decimals.ts'

type Adjustment = Body<'stock_count_create'>
type Line = Adjustment['items'][number]
/** What all adjustments have in common of their bodies; each reads what its own has beside that. */
type Whole = Adjustment & { merge?: boolean }

/** What one of these actions does with an item, and which items it is for. */
interface Action {
  plan: (
    context: RequestContext,
    item: StockItem,
    line: Line,
    change: ExtraChanges,
    reason: Reason,
    body: Whole
  ) => Step
  /** Why an item cannot be acted upon; undefined where it can. */
  problem: (item: StockItem, context: RequestContext) => string | undefined
  /** Whether a quantity of nothing is refused. */
  positive?: boolean
}

const held = (item: StockItem, { settings }: RequestContext) =>
  isOwned(item) || settings.flag('STOCK_ALLOW_OUT_OF_STOCK_TRANSFER') ? undefined : 'Stock item is not in stock'

/** A location that only holds others takes no stock. */
export async function refuseStructural(
  { db }: RequestContext,
  location: unknown,
  addError: AddError,
  field: string,
  message = 'Structural locations cannot be assigned stock items'
): Promise<void> {
  if (typeof location !== 'number') return
  const found = await db.selectFrom('stock_location').select('structural').where('id', '=', location).executeTakeFirst()
  if (found?.structural) addError([field], message)
}

/** What is wrong with an item that a key names, or that there is none; nothing where no key could be read. */
export function problemAt(
  items: ReadonlyMap<number, StockItem>,
  key: number | undefined,
  problem: (item: StockItem) => string | undefined
): string | undefined {
  if (key === undefined) return undefined
  const item = items.get(key)
  return item ? problem(item) : missingKey(key)
}

const validateAdjustment =
  ({ problem, positive }: Action) =>
  async (context: RequestContext, body: UncheckedBody<Whole>, addError: AddError): Promise<void> => {
    const lines = body.items ?? []
    const items = await itemsOf(
      context,
      lines.map(({ pk }) => pk)
    )
    const own = await stockCustomStates(context.db)
    for (const [at, { pk, quantity, status }] of lines.entries()) {
      const step = { at, of: lines.length }
      const message = problemAt(items, pk, (item) => problem(item, context))
      if (message) addError(['items', step, 'pk'], message)
      if (positive && quantity === 0) addError(['items', step, 'quantity'], 'Quantity must be greater than zero')
      if (isSent(status) && !stateOf(status, own)) addError(['items', step, 'status'], notAChoice(status))
    }
    await refuseStructural(context, body.location, addError, 'location')
  }

const isSent = (status: unknown) => status !== undefined && status !== null && status !== ''

/**
 * Does what an action does, item by item in the order of their keys, and tells what was asked for; an item that is gone
 * has no key any more.
 */
async function run(
  { plan }: Action,
  context: RequestContext & { body: Whole },
  revalidate: (inner: RequestContext) => Promise<void>
): Promise<Answer<'stock_add_create', 201>> {
  const { body } = context
  if (body.items.length === 0) throw refused('A list of stock items must be provided')
  const lines = body.items.toSorted((one, other) => one.pk - other.pk)
  const own: ReadonlyMap<number, CustomState> = await stockCustomStates(context.db)
  writesMany()
  const left = await transact(context.db, async (db) => {
    const inner = { ...context, db }
    await revalidate(inner)
    await inTurn(inner, lines, (item, line) => {
      const { batch, packaging, status } = line
      const state = isSent(status) ? stateOf(status, own) : undefined
      return plan(inner, item, line, { batch, packaging, state }, { notes: body.notes }, body)
    })
    return await itemsOf(
      inner,
      lines.map(({ pk }) => pk)
    )
  })
  return {
    items: lines.map(({ pk, quantity, batch, status, packaging, merge = false }) => ({
      pk: left.has(pk) ? pk : null,
      quantity: quantityText(quantity),
      ...(batch === undefined ? {} : { batch }),
      status: isSent(status) ? Number(status) : null,
      ...(packaging === undefined ? {} : { packaging }),
      merge
    })),
    ...(body.notes === undefined ? {} : { notes: body.notes })
  }
}

const COUNT: Action = {
  problem: held,
  plan: (context, item, line, change, reason, body) =>
    planCounting(context, item, line.quantity, body.location ?? null, change, reason)
}
const ADD: Action = {
  problem: held,
  plan: (context, item, line, change, reason) => planAdding(context, item, line.quantity, change, reason)
}
const REMOVE: Action = {
  problem: held,
  plan: (context, item, line, change, reason) => planRemoving(context, item, line.quantity, change, reason)
}
const TRANSFER: Action = {
  problem: held,
  positive: true,
  plan: (context, item, line, change, reason, body) =>
    line.merge
      ? () => moveInto(context, item, line.quantity, body.location!, change, reason)
      : planMoving(context, item, line.quantity, body.location!, change, reason)
}
const RETURN: Action = {
  problem: (item) => (isInStock(item) ? 'Stock item is already in stock' : undefined),
  positive: true,
  plan:
    (context, item, line, { state }, reason, body) =>
    () =>
      returnItem(context, item, line.quantity, body.location!, { state, merge: body.merge }, reason)
}

const simple = (action: Action): Handler<'stock_add_create' | 'stock_remove_create'> =>
  withValidation(validateAdjustment(action), async (call, send, revalidate) =>
    send(201, await run(action, call, revalidate))
  )

/** The actions that adjust many items at once (docs/behaviour/stock-actions.md#common-rules). */
export const adjustments = {
  stock_add_create: simple(ADD),
  stock_remove_create: simple(REMOVE),
  stock_count_create: withValidation<'stock_count_create'>(validateAdjustment(COUNT), async (call, send, revalidate) =>
    send(201, { ...(await run(COUNT, call, revalidate)), location: call.body.location ?? null })
  ),
  stock_transfer_create: withValidation<'stock_transfer_create'>(
    validateAdjustment(TRANSFER),
    async (call, send, revalidate) =>
      send(201, { ...(await run(TRANSFER, call, revalidate)), location: call.body.location })
  ),
  stock_return_create: withValidation<'stock_return_create'>(
    validateAdjustment(RETURN),
    async (call, send, revalidate) =>
      send(201, {
        ...(await run(RETURN, call, revalidate)),
        location: call.body.location,
        merge: call.body.merge ?? false
      })
  )
}
