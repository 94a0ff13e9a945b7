import { invalid } from '#contract/errors.ts'
import { recordAction } from '#crud/action.ts'
import { PurchaseOrderStatus } from '#modules/status/index.ts'
import { ORDER_COMPLETE, PURCHASE } from './kinds.ts'
import { finder, hasOpenLines, pricesFollow, transitionOperations, applyTransition } from './transitions.ts'

const find = finder(PURCHASE)
const steps = transitionOperations(PURCHASE)

/** The step that ends a purchase order. */
export const COMPLETION = { from: [PurchaseOrderStatus.PLACED], to: ORDER_COMPLETE, day: 'complete_date' } as const

/** What is done with purchase orders (docs/behaviour/purchase-order.md#transitions). */
export const purchaseOrderActions = {
  order_po_issue_create: steps.issue,
  order_po_hold_create: steps.hold,
  order_po_cancel_create: steps.cancel,
  order_po_complete_create: recordAction<'order_po_complete_create', 201, Awaited<ReturnType<typeof find>>>(
    find,
    201,
    async (order, { body, settings }, db) => {
      const accept_incomplete = body?.accept_incomplete ?? false
      if (!accept_incomplete && (await hasOpenLines(db, PURCHASE, order.id)))
        throw invalid({ accept_incomplete: ['Order has incomplete line items'] })
      if (await applyTransition(db, PURCHASE, order, COMPLETION)) await pricesFollow(db, settings, PURCHASE, order.id)
      return { accept_incomplete }
    }
  )
}
