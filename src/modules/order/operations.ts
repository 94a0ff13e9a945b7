import { readStates } from '#modules/status/index.ts'
import { purchaseOrderExtraLine, returnOrderExtraLine, salesOrderExtraLine } from './extra-line.ts'
import { purchaseOrderActions } from './purchase-order.actions.ts'
import { purchaseOrder } from './purchase-order.ts'
import { purchaseOrderLine } from './purchase-order-line.ts'
import { receive } from './receive.ts'
import { returnOrderActions } from './return-order.actions.ts'
import { returnOrder } from './return-order.ts'
import { returnOrderLine } from './return-order-line.ts'
import { salesOrderActions } from './sales-order.actions.ts'
import { salesOrder } from './sales-order.ts'
import { deleteUnsent, salesOrderAllocation } from './sales-order-allocation.ts'
import { salesOrderLine } from './sales-order-line.ts'
import { shipment } from './sales-order-shipment.ts'
import { ship } from './ship.ts'
import { transferOrderActions } from './transfer-order.actions.ts'
import { transferOrder } from './transfer-order.ts'
import { transferOrderAllocation } from './transfer-order-allocation.ts'
import { transferOrderLine } from './transfer-order-line.ts'

/** The module for orders: what is bought, sold, sent back and moved. */
export const orderOperations = {
  ...purchaseOrder.operations,
  ...purchaseOrderActions,
  order_po_receive_create: receive,
  ...purchaseOrderLine.operations,
  ...purchaseOrderExtraLine.operations,
  order_po_status_retrieve: readStates('PurchaseOrderStatus'),
  ...salesOrder.operations,
  ...salesOrderActions,
  ...salesOrderLine.operations,
  ...salesOrderExtraLine.operations,
  ...salesOrderAllocation.operations,
  order_so_allocation_bulk_destroy: deleteUnsent,
  ...shipment.operations,
  order_so_shipment_ship_create: ship,
  order_so_status_retrieve: readStates('SalesOrderStatus'),
  ...returnOrder.operations,
  ...returnOrderActions,
  ...returnOrderLine.operations,
  ...returnOrderExtraLine.operations,
  order_ro_status_retrieve: readStates('ReturnOrderStatus'),
  order_ro_line_status_retrieve: readStates('ReturnOrderLineStatus'),
  ...transferOrder.operations,
  ...transferOrderActions,
  ...transferOrderLine.operations,
  ...transferOrderAllocation.operations
}
