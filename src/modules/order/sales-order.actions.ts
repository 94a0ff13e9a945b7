import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { invalid, refused } from '#contract/errors.ts'
import { recordAction } from '#crud/action.ts'
import { DONE } from '#framework/tasks.ts'
import { SalesOrderStatus } from '#modules/status/index.ts'
import {
  validateSerials,
  validateShipment,
  validateAllocations,
  storeAllocations,
  allocationRequestsJSON,
  requestsBySerial
} from './allocate.ts'
import { allocateByRules, validateAllocationRules } from './auto-allocate.ts'
import { ORDER_COMPLETE, SALE } from './kinds.ts'
import { finder, hasOpenLines, pricesFollow, transitionOperations, applyTransition } from './transitions.ts'

const find = finder(SALE)
type Order = Awaited<ReturnType<typeof find>>
const steps = transitionOperations(SALE)

/** @throws 400 where something of the order is still under way (docs/behaviour/sales-order.md#transitions) */
async function refuseUnderWay(db: Database, id: number): Promise<void> {
  const waiting = await db
    .selectFrom('sales_order_shipment')
    .select('id')
    .where('order_id', '=', id)
    .where('shipment_date', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (waiting) throw refused('Order cannot be completed as there are incomplete shipments')
  const promised = await db
    .selectFrom('sales_order_allocation as a')
    .innerJoin('sales_order_line as l', 'l.id', 'a.line_id')
    .select('a.id')
    .where('l.order_id', '=', id)
    .where('a.shipment_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (promised) throw refused('Order cannot be completed as there are incomplete allocations')
}

/** Nothing has to be sent of virtual parts: they are shipped once the order is. */
const shipVirtual = (db: Database, id: number) =>
  db
    .updateTable('sales_order_line')
    .set({ shipped: sql`quantity` })
    .where('order_id', '=', id)
    .where('part_id', 'in', (eb) => eb.selectFrom('part').select('part.id').where('virtual', '=', 1))
    .execute()

/** What is done with sales orders (docs/behaviour/sales-order.md#transitions). */
export const salesOrderActions = {
  order_so_issue_create: steps.issue,
  order_so_hold_create: steps.hold,
  order_so_cancel_create: steps.cancel,
  order_so_complete_create: recordAction<'order_so_complete_create', 201, Order>(
    find,
    201,
    async (order, { body, settings }, db) => {
      const accept_incomplete = body?.accept_incomplete ?? false
      if (!accept_incomplete && (await hasOpenLines(db, SALE, order.id)))
        throw invalid({ accept_incomplete: ['Order has incomplete line items'] })
      if (order.status === ORDER_COMPLETE) throw refused('Order is already complete')
      if (order.status === SalesOrderStatus.CANCELLED) throw refused('Order is already cancelled')
      await refuseUnderWay(db, order.id)
      await shipVirtual(db, order.id)
      const to =
        order.status === SalesOrderStatus.SHIPPED || settings.flag('SALESORDER_SHIP_COMPLETE')
          ? ORDER_COMPLETE
          : SalesOrderStatus.SHIPPED
      await applyTransition(db, SALE, order, {
        from: [order.status],
        to,
        ...(order.shipment_date === null ? { day: 'shipment_date' } : {})
      })
      if (to === ORDER_COMPLETE) await pricesFollow(db, settings, SALE, order.id)
      return { accept_incomplete }
    }
  ),
  order_so_allocate_create: recordAction<'order_so_allocate_create', 201, Order>(
    find,
    201,
    async (_order, { body: { items, shipment = null } }, db) => {
      await storeAllocations(db, SALE, items, shipment)
      return { items: allocationRequestsJSON(items), shipment }
    },
    async (context, body, addError) => {
      await validateAllocations(SALE)(context, body, addError)
      await validateShipment(context, body.shipment, addError)
    }
  ),
  order_so_allocate_serials_create: recordAction<'order_so_allocate_serials_create', 201, Order>(
    find,
    201,
    async (_order, call, db) => {
      const { body } = call
      const requests = await requestsBySerial(call, SALE, body, {
        serials: (message) => invalid({ serial_numbers: [message] }),
        syntax: (messages) => invalid({ non_field_errors: messages })
      })
      await storeAllocations(db, SALE, requests, body.shipment ?? null)
      return { ...body, shipment: body.shipment ?? null }
    },
    async (context, body, addError) => {
      await validateSerials(SALE)(context, body, addError)
      await validateShipment(context, body.shipment, addError)
    }
  ),
  order_so_auto_allocate_create: recordAction<'order_so_auto_allocate_create', 200, Order>(
    find,
    200,
    async (order, call) => {
      await allocateByRules(call, order.id, call.body ?? {})
      return DONE
    },
    validateAllocationRules
  )
}
