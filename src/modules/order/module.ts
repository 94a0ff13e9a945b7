import { transact } from '#db/transaction.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Module } from '#framework/module.ts'
import { AUTO_ISSUE_PLUGIN, issueDueOrders } from './auto-issue.ts'
import { orderOperations } from './operations.ts'
import { notifyOverdue } from './messages.ts'
import { purchaseOrder } from './purchase-order.ts'
import { NUMBERED_TABLES, nextReference } from './reference.ts'
import { returnOrder } from './return-order.ts'
import { shipment } from './sales-order-shipment.ts'
import { salesOrder } from './sales-order.ts'
import { transferOrder } from './transfer-order.ts'
import { ORDER_TRANSFER } from './transfer.ts'
import { ORDER_EARLIER } from './transfer.earlier.ts'

/** Purchase, sales, return and transfer orders. */
export const orderModule = {
  name: 'order',
  models: {
    purchaseorder: {
      table: 'purchase_order',
      className: 'PurchaseOrder',
      rulesets: ['purchase_order'],
      api: '/api/order/po/'
    },
    purchaseorderlineitem: {
      table: 'purchase_order_line',
      className: 'PurchaseOrderLineItem',
      rulesets: ['purchase_order'],
      api: '/api/order/po-line/'
    },
    purchaseorderextraline: {
      table: 'purchase_order_extra_line',
      className: 'PurchaseOrderExtraLine',
      rulesets: ['purchase_order'],
      api: '/api/order/po-extra-line/'
    },
    salesorder: { table: 'sales_order', className: 'SalesOrder', rulesets: ['sales_order'], api: '/api/order/so/' },
    salesorderlineitem: {
      table: 'sales_order_line',
      className: 'SalesOrderLineItem',
      rulesets: ['sales_order'],
      api: '/api/order/so-line/'
    },
    salesorderextraline: {
      table: 'sales_order_extra_line',
      className: 'SalesOrderExtraLine',
      rulesets: ['sales_order'],
      api: '/api/order/so-extra-line/'
    },
    salesordershipment: {
      table: 'sales_order_shipment',
      className: 'SalesOrderShipment',
      rulesets: ['sales_order'],
      api: '/api/order/so/shipment/'
    },
    salesorderallocation: {
      table: 'sales_order_allocation',
      className: 'SalesOrderAllocation',
      rulesets: ['sales_order'],
      api: '/api/order/so-allocation/'
    },
    returnorder: { table: 'return_order', className: 'ReturnOrder', rulesets: ['return_order'], api: '/api/order/ro/' },
    returnorderlineitem: {
      table: 'return_order_line',
      className: 'ReturnOrderLineItem',
      rulesets: ['return_order'],
      api: '/api/order/ro-line/'
    },
    returnorderextraline: {
      table: 'return_order_extra_line',
      className: 'ReturnOrderExtraLine',
      rulesets: ['return_order'],
      api: '/api/order/ro-extra-line/'
    },
    transferorder: {
      table: 'transfer_order',
      className: 'TransferOrder',
      rulesets: ['transfer_order'],
      api: '/api/order/transfer-order/'
    },
    transferorderlineitem: {
      table: 'transfer_order_line',
      className: 'TransferOrderLineItem',
      rulesets: ['transfer_order'],
      api: '/api/order/transfer-order-line/'
    },
    transferorderallocation: {
      table: 'transfer_order_allocation',
      className: 'TransferOrderAllocation',
      rulesets: ['transfer_order'],
      api: '/api/order/transfer-order-allocation/'
    }
  },
  instances: {
    purchaseorder: purchaseOrder.read,
    salesorder: salesOrder.read,
    salesordershipment: shipment.read,
    returnorder: returnOrder.read,
    transferorder: transferOrder.read
  },
  pages: {
    purchaseorder: '/web/purchasing/purchase-order/',
    salesorder: '/web/sales/sales-order/',
    returnorder: '/web/sales/return-order/',
    transferorder: '/web/stock/transfer-order/'
  },
  barcodes: {
    purchaseorder: 'PO',
    returnorder: 'RO',
    salesorder: 'SO',
    salesordershipment: 'SS',
    transferorder: 'TO'
  },
  lookups: {
    purchaseorder: ['reference', 'barcode_hash'],
    purchaseorderlineitem: [],
    purchaseorderextraline: [],
    salesorder: ['reference', 'barcode_hash'],
    salesorderlineitem: [],
    transferorder: ['reference', 'barcode_hash'],
    transferorderlineitem: [],
    returnorder: ['reference', 'barcode_hash'],
    returnorderlineitem: [],
    returnorderextraline: [],
    salesordershipment: ['reference', 'barcode_hash'],
    salesorderextraline: []
  },
  daily: [
    { what: 'orders that are to be issued', turn: 15, work: issueDueOrders },
    { what: 'news of overdue orders', turn: 20, work: ({ db }) => transact(db, notifyOverdue) }
  ],
  plugins: [AUTO_ISSUE_PLUGIN],
  transfer: ORDER_TRANSFER,
  initial: Object.fromEntries(
    NUMBERED_TABLES.map((table) => [
      `reference/${table.replace('_', '')}`,
      async ({ db, settings }: RequestContext) => await nextReference(db, settings, table).catch(() => '')
    ])
  ),
  earlier: ORDER_EARLIER,
  operations: () => orderOperations
} satisfies Module
