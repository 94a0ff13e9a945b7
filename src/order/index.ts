import { readStates } from '#src/status/index.ts'
import { purchaseOrderExtraLine, salesOrderExtraLine } from './extra-line.ts'
import { purchaseOrderActions } from './purchase-order.actions.ts'
import { purchaseOrder } from './purchase-order.ts'
import { purchaseOrderLine } from './purchase-order-line.ts'
import { salesOrderActions } from './sales-order.actions.ts'
import { salesOrder } from './sales-order.ts'
import { salesOrderLine } from './sales-order-line.ts'

/** The room for orders: what is bought and sold. */
export const orderRoom = {
  ...purchaseOrder.operations,
  ...purchaseOrderActions,
  ...purchaseOrderLine.operations,
  ...purchaseOrderExtraLine.operations,
  order_po_status_retrieve: readStates('PurchaseOrderStatus'),
  ...salesOrder.operations,
  ...salesOrderActions,
  ...salesOrderLine.operations,
  ...salesOrderExtraLine.operations,
  order_so_status_retrieve: readStates('SalesOrderStatus')
}
