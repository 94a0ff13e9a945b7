import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { invalid, refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { recordAction } from '#crud/action.ts'
import { itemAt, moveItem, splitItem, removeStock } from '#modules/stock/index.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { TransferOrderStatus } from '#modules/status/index.ts'
import {
  validateSerials,
  validateAllocations,
  storeAllocations,
  allocationRequestsJSON,
  requestsBySerial
} from './allocate.ts'
import { ORDER_COMPLETE, TRANSFER } from './kinds.ts'
import { finder, transitionOperations, applyTransition } from './transitions.ts'

const find = finder(TRANSFER)
type Order = Awaited<ReturnType<typeof find>>
const steps = transitionOperations(TRANSFER)

/** Whether a line of a thing has not enough stock set aside. */
async function lacksStock(db: Database, order: number): Promise<boolean> {
  const { rows } =
    await sql`select 1 from transfer_order_line l left join part p on p.id = l.part_id where l.order_id = ${order} and coalesce(p.virtual, 0) = 0
    and coalesce((select sum(a.quantity) from transfer_order_allocation a where a.line_id = l.id), 0) < l.quantity limit 1`.execute(
      db
    )
  return rows.length > 0
}

/**
 * Moves what was promised, as far as it is still there, or uses it up
 * (docs/behaviour/transfer-order.md#transfer-orders).
 */
async function carryOut(
  context: RequestContext,
  promised: { id: number; item_id: number; line_id: number; quantity: number },
  order: Order
): Promise<void> {
  const { db } = context
  const item = (await itemAt(db, promised.item_id))!
  const quantity = Math.min(promised.quantity, item.quantity)
  if (quantity <= 0) return
  const reason = { deltas: { transferorder: order.id } }
  const { transferred } = await db
    .selectFrom('transfer_order_line')
    .select('transferred')
    .where('id', '=', promised.line_id)
    .executeTakeFirstOrThrow()
  if (order.consume) await removeStock(context, item, quantity, {}, reason)
  else {
    const split = await splitItem(context, item, quantity, { location: order.destination_id, production: true })
    if (split)
      await db
        .updateTable('transfer_order_allocation')
        .set({ item_id: split.piece.id })
        .where('id', '=', promised.id)
        .execute()
    else await moveItem(context, item, quantity, order.destination_id!, {}, reason)
  }
  await db
    .updateTable('transfer_order_line')
    .set({ transferred: sumQuantity(transferred + quantity) })
    .where('id', '=', promised.line_id)
    .execute()
}

/** What is done with transfer orders (docs/behaviour/transfer-order.md#transfer-orders). */
export const transferOrderActions = {
  order_transfer_order_issue_create: steps.issue,
  order_transfer_order_hold_create: steps.hold,
  order_transfer_order_cancel_create: steps.cancel,
  order_transfer_order_complete_create: recordAction<'order_transfer_order_complete_create', 201, Order>(
    find,
    201,
    async (order, call, db) => {
      const accept_incomplete_allocation = call.body?.accept_incomplete_allocation ?? false
      if (!accept_incomplete_allocation && (await lacksStock(db, order.id)))
        throw invalid({ accept_incomplete_allocation: ['Order has incomplete allocations'] })
      if (order.status === ORDER_COMPLETE) throw refused('Order is already complete')
      if (order.status === TransferOrderStatus.CANCELLED) throw refused('Order is already cancelled')
      if (!order.consume && order.destination_id === null)
        throw refused('Order cannot be completed until a destination location is set')
      if (order.status === TransferOrderStatus.ISSUED) {
        const promises = await db
          .selectFrom('transfer_order_allocation as a')
          .innerJoin('transfer_order_line as l', 'l.id', 'a.line_id')
          .selectAll('a')
          .where('l.order_id', '=', order.id)
          .orderBy('a.id')
          .execute()
        for (const promised of promises) await carryOut(call, promised, order)
        await applyTransition(db, TRANSFER, order, {
          from: [TransferOrderStatus.ISSUED],
          to: ORDER_COMPLETE,
          day: 'complete_date'
        })
      }
      return { accept_incomplete_allocation }
    }
  ),
  order_transfer_order_allocate_create: recordAction<'order_transfer_order_allocate_create', 201, Order>(
    find,
    201,
    async (_order, { body: { items } }, db) => {
      await storeAllocations(db, TRANSFER, items, null)
      return { items: allocationRequestsJSON(items) }
    },
    validateAllocations(TRANSFER)
  ),
  order_transfer_order_allocate_serials_create: recordAction<
    'order_transfer_order_allocate_serials_create',
    201,
    Order
  >(
    find,
    201,
    async (_order, call, db) => {
      const { body } = call
      const requests = await requestsBySerial(call, TRANSFER, body, {
        serials: (message) => invalid({ serial_numbers: message }),
        syntax: (messages) => invalid({ serial_numbers: messages })
      })
      await storeAllocations(db, TRANSFER, requests, null)
      return body
    },
    validateSerials(TRANSFER)
  )
}
