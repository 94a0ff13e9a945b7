import { ApiError, refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { recordAction, type At } from '#crud/action.ts'
import { DONE } from '#framework/tasks.ts'
import { giveToCustomer, itemAt, splitItem, TRACKING } from '#modules/stock/index.ts'
import { today } from '#framework/time.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { SALE } from './kinds.ts'
import { orderChanged } from './total.ts'

async function find({ db, path: { id } }: At) {
  const found = await db.selectFrom('sales_order_shipment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw new ApiError(404, { detail: 'Shipment not found' })
  return found
}

type Promised = { id: number; item_id: number; line_id: number; quantity: number }

/**
 * Gives what was promised to the customer: of an item that does not go as a whole, the part that goes is split off
 * (docs/behaviour/sales-order.md#shipping).
 */
async function send(
  context: RequestContext,
  promise: Promised,
  order: { id: number; customer: { id: number; name: string } | null }
): Promise<void> {
  const { db } = context
  const whole = (await itemAt(db, promise.item_id))!
  const split = await splitItem(context, whole, promise.quantity)
  if (split)
    await db
      .updateTable('sales_order_allocation')
      .set({ item_id: split.piece.id })
      .where('id', '=', promise.id)
      .execute()
  const given = split?.piece ?? whole
  await giveToCustomer(
    context,
    given,
    order.customer,
    order.id,
    { notes: null, deltas: { salesorder: order.id } },
    TRACKING.shipped
  )
  // Other changes of a piece with a serial number take the flag away; sending does not.
  await db
    .updateTable('stock_item')
    .set({ delete_on_deplete: given.delete_on_deplete })
    .where('id', '=', given.id)
    .execute()
  const { shipped } = await db
    .selectFrom('sales_order_line')
    .select('shipped')
    .where('id', '=', promise.line_id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('sales_order_line')
    .set({ shipped: sumQuantity(shipped + promise.quantity) })
    .where('id', '=', promise.line_id)
    .execute()
}

/** Sends a shipment: its stock goes to the customer. The state of the order plays no role. */
export const ship = recordAction<'order_so_shipment_ship_create', 200, Awaited<ReturnType<typeof find>>>(
  find,
  200,
  async (shipment, call, db) => {
    const body = call.body ?? {}
    if (shipment.shipment_date !== null) throw refused('Shipment has already been sent')
    const promises = await db
      .selectFrom('sales_order_allocation')
      .selectAll()
      .where('shipment_id', '=', shipment.id)
      .orderBy('id')
      .execute()
    if (promises.length === 0) throw refused('Shipment has no allocated stock items')
    if (shipment.checked_by_id === null && call.settings.flag('SALESORDER_SHIPMENT_REQUIRES_CHECK'))
      throw refused('Shipment must be checked before it can be completed')
    const { customer_id } = await db
      .selectFrom('sales_order')
      .select('customer_id')
      .where('id', '=', shipment.order_id)
      .executeTakeFirstOrThrow()
    const customer =
      customer_id === null
        ? null
        : await db.selectFrom('company').select(['id', 'name']).where('id', '=', customer_id).executeTakeFirstOrThrow()
    for (const promise of promises) await send(call, promise, { id: shipment.order_id, customer })
    await db
      .updateTable('sales_order_shipment')
      .set({
        shipment_date: body.shipment_date ?? today(),
        delivery_date: body.delivery_date ?? shipment.delivery_date,
        tracking_number: body.tracking_number || shipment.tracking_number,
        invoice_number: body.invoice_number || shipment.invoice_number,
        link: body.link || shipment.link
      })
      .where('id', '=', shipment.id)
      .execute()
    await orderChanged(db, call.settings, SALE, shipment.order_id)
    return DONE
  }
)
