import { refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Body, UncheckedBody, AddError } from '#contract/types.ts'
import { recordAction } from '#crud/action.ts'
import {
  endAllocations,
  itemAt,
  trackItem,
  saveItem,
  splitItem,
  TRACKING,
  stockCustomStates,
  stateOf,
  type StockState
} from '#modules/stock/index.ts'
import { today } from '#framework/time.ts'
import { ORDER_COMPLETE, RETURN } from './kinds.ts'
import { notifyReceived } from './messages.ts'
import { finder, transitionOperations, applyTransition } from './transitions.ts'
import { orderChanged } from './total.ts'
import { notAChoice } from '#contract/text.ts'
import { ReturnOrderStatus, StockStatus } from '#modules/status/index.ts'

type Receipt = Body<'order_ro_receive_create'>

const find = finder(RETURN)
type Order = Awaited<ReturnType<typeof find>>
const steps = transitionOperations(RETURN)

const isSent = (status: unknown) => status !== undefined && status !== null && status !== ''

/** A line of another order is refused; the reference would take it in. */
async function validateReturn(
  context: RequestContext & { path: { id: number } },
  body: UncheckedBody<Receipt>,
  addError: AddError
): Promise<void> {
  const items = body.items ?? []
  const own = await stockCustomStates(context.db)
  const ids = items.flatMap(({ item }) => item ?? [])
  const orders = new Map(
    ids.length
      ? (
          await context.db.selectFrom('return_order_line').select(['id', 'order_id']).where('id', 'in', ids).execute()
        ).map((line) => [line.id, line.order_id])
      : []
  )
  for (const [at, { item, status }] of items.entries()) {
    const step = { at, of: items.length }
    if (item !== undefined && !orders.has(item))
      addError(['items', step, 'item'], `Invalid pk "${item}" - object does not exist.`)
    else if (item !== undefined && orders.get(item) !== context.path.id)
      addError(['items', step, 'item'], 'Line item does not match return order')
    if (isSent(status) && !stateOf(status, own)) addError(['items', step, 'status'], notAChoice(status))
  }
}

/**
 * Takes what a line brings back into stock; less than the whole item is split off first
 * (docs/behaviour/return-order.md#return-orders).
 */
async function returnLine(
  context: RequestContext,
  id: number,
  state: StockState,
  { location, note }: Receipt,
  order: Order
): Promise<void> {
  const { db } = context
  const line = await db.selectFrom('return_order_line').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (line.received_date !== null) return
  const whole = (await itemAt(db, line.item_id))!
  const item = (await splitItem(context, whole, line.quantity, { production: true }))?.piece ?? whole
  const customer = item.customer_id
  const back = await saveItem(context, item, {
    ...state,
    location_id: location,
    customer_id: null,
    sales_order_id: null
  })
  await endAllocations(db, back.id)
  await trackItem(
    context,
    TRACKING.returnReceived,
    back,
    {
      status: state.status_custom_key ?? state.status,
      returnorder: order.id,
      location,
      quantity: back.quantity,
      ...(customer === null ? {} : { customer })
    },
    { notes: note }
  )
  await db
    .updateTable('return_order_line')
    .set({ item_id: back.id, received_date: today() })
    .where('id', '=', id)
    .execute()
}

/** What is done with return orders (docs/behaviour/return-order.md#return-orders). */
export const returnOrderActions = {
  order_ro_issue_create: steps.issue,
  order_ro_hold_create: steps.hold,
  order_ro_cancel_create: steps.cancel,
  order_ro_complete_create: recordAction<'order_ro_complete_create', 201, Order>(
    find,
    201,
    async (order, _call, db) => {
      await applyTransition(db, RETURN, order, {
        from: [ReturnOrderStatus.IN_PROGRESS],
        to: ORDER_COMPLETE,
        day: 'complete_date'
      })
      return {}
    }
  ),
  order_ro_receive_create: recordAction<'order_ro_receive_create', 201, Order>(
    find,
    201,
    async (order, call, db) => {
      const { body } = call
      if (order.status !== ReturnOrderStatus.IN_PROGRESS)
        throw refused('Items can only be received against orders which are in progress')
      if (body.items.length === 0) throw refused('Line items must be provided')
      const own = await stockCustomStates(db)
      for (const { item, status } of body.items)
        await returnLine(call, item, stateOf(isSent(status) ? status : StockStatus.QUARANTINED, own)!, body, order)
      await orderChanged(db, call.settings, RETURN, order.id)
      await notifyReceived(call, RETURN, order)
      return {
        items: body.items.map(({ item, status }) => ({ item, status: isSent(status) ? Number(status) : null })),
        location: body.location,
        note: body.note ?? ''
      }
    },
    validateReturn
  )
}
