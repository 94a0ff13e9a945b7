import { sql, type RawBuilder, type SqlBool } from 'kysely'
import {
  PurchaseOrderStatus,
  ReturnOrderLineStatus,
  ReturnOrderStatus,
  SalesOrderStatus,
  TransferOrderStatus,
  OPEN_PURCHASE_ORDERS,
  OPEN_SALES_ORDERS,
  OPEN_TRANSFER_ORDERS,
  type StatusClass
} from '#modules/status/index.ts'

/** The way of an order from some states to another. */
export interface OrderTransition {
  from: readonly number[]
  to: number
  /** The column that notes the day. */
  day?: 'issue_date' | 'complete_date' | 'shipment_date'
  /** What is said where the order is in another state; without it nothing happens, and nothing is said. */
  refusal?: string
}

/** What tells one kind of order from the others; all else they share. */
export interface OrderKind {
  table: 'purchase_order' | 'sales_order' | 'return_order' | 'transfer_order'
  lines: 'purchase_order_line' | 'sales_order_line' | 'return_order_line' | 'transfer_order_line'
  /** Where the lines are that name no part; null for a kind without such lines. */
  extraLines: 'purchase_order_extra_line' | 'sales_order_extra_line' | 'return_order_extra_line' | null
  /** The word for it where records of many kinds are spoken of. */
  model: 'purchaseorder' | 'salesorder' | 'returnorder' | 'transferorder'
  /** What the names of its settings begin with. */
  settings: 'PURCHASEORDER' | 'SALESORDER' | 'RETURNORDER' | 'TRANSFERORDER'
  states: StatusClass
  /** The states in which something is still to be done (docs/behaviour/order.md#states). */
  open: readonly number[]
  /** Who is on the other side; null where nobody is. */
  company: 'supplier' | 'customer' | null
  /** The column that says when it was over. */
  ended: 'complete_date' | 'shipment_date'
  /** The condition that a line `l` is done. */
  done: RawBuilder<SqlBool>
  /** The part that a line `l` is about. */
  partOf: RawBuilder<number | null>
  /** The column with the price of a line; null where lines have none. */
  price: 'purchase_price' | 'sale_price' | 'price' | null
  /** What a copied line brings along beside the columns that all lines have; null where lines cannot be copied. */
  copied: readonly string[] | null
  /**
   * How an order goes from state to state, those steps that need no more than that
   * (docs/behaviour/purchase-order.md#transitions and those of the other kinds).
   */
  transitions: Record<'issue' | 'hold' | 'cancel', OrderTransition>
  /** Where the stock is that was set aside for lines; null where none can be. */
  allocations: 'sales_order_allocation' | 'transfer_order_allocation' | null
}

/** The state of every kind in which it is complete, and locked (docs/behaviour/order.md#locking). */
export const ORDER_COMPLETE = PurchaseOrderStatus.COMPLETE

export const PURCHASE = {
  table: 'purchase_order',
  lines: 'purchase_order_line',
  extraLines: 'purchase_order_extra_line',
  model: 'purchaseorder',
  settings: 'PURCHASEORDER',
  states: 'PurchaseOrderStatus',
  open: OPEN_PURCHASE_ORDERS,
  company: 'supplier',
  ended: 'complete_date',
  done: sql<SqlBool>`l.received >= l.quantity`,
  partOf: sql<number | null>`(select s.part_id from supplier_part s where s.id = l.part_id)`,
  price: 'purchase_price',
  copied: ['part_id', 'purchase_price', 'purchase_price_currency', 'build_order_id', 'destination_id'],
  transitions: {
    issue: {
      from: [PurchaseOrderStatus.PENDING, PurchaseOrderStatus.ON_HOLD],
      to: PurchaseOrderStatus.PLACED,
      day: 'issue_date'
    },
    hold: { from: [PurchaseOrderStatus.PENDING, PurchaseOrderStatus.PLACED], to: PurchaseOrderStatus.ON_HOLD },
    cancel: {
      from: OPEN_PURCHASE_ORDERS,
      to: PurchaseOrderStatus.CANCELLED,
      refusal: 'Order cannot be cancelled'
    }
  },
  allocations: null
} as const satisfies OrderKind

export const SALE = {
  table: 'sales_order',
  lines: 'sales_order_line',
  extraLines: 'sales_order_extra_line',
  model: 'salesorder',
  settings: 'SALESORDER',
  states: 'SalesOrderStatus',
  open: OPEN_SALES_ORDERS,
  company: 'customer',
  ended: 'shipment_date',
  done: sql<SqlBool>`l.shipped >= l.quantity`,
  partOf: sql<number | null>`l.part_id`,
  price: 'sale_price',
  copied: ['part_id', 'sale_price', 'sale_price_currency'],
  transitions: {
    issue: {
      from: [SalesOrderStatus.PENDING, SalesOrderStatus.ON_HOLD],
      to: SalesOrderStatus.IN_PROGRESS,
      day: 'issue_date'
    },
    hold: { from: [SalesOrderStatus.PENDING, SalesOrderStatus.IN_PROGRESS], to: SalesOrderStatus.ON_HOLD },
    cancel: {
      from: OPEN_SALES_ORDERS,
      to: SalesOrderStatus.CANCELLED
    }
  },
  allocations: 'sales_order_allocation'
} as const satisfies OrderKind

export const RETURN = {
  table: 'return_order',
  lines: 'return_order_line',
  extraLines: 'return_order_extra_line',
  model: 'returnorder',
  settings: 'RETURNORDER',
  states: 'ReturnOrderStatus',
  open: [ReturnOrderStatus.PENDING, ReturnOrderStatus.IN_PROGRESS, ReturnOrderStatus.ON_HOLD],
  company: 'customer',
  ended: 'complete_date',
  done: sql<SqlBool>`l.outcome <> ${sql.lit(ReturnOrderLineStatus.PENDING)}`,
  partOf: sql<number | null>`(select i.part_id from stock_item i where i.id = l.item_id)`,
  price: 'price',
  copied: null,
  transitions: {
    issue: {
      from: [ReturnOrderStatus.PENDING, ReturnOrderStatus.ON_HOLD],
      to: ReturnOrderStatus.IN_PROGRESS,
      day: 'issue_date'
    },
    hold: { from: [ReturnOrderStatus.PENDING, ReturnOrderStatus.IN_PROGRESS], to: ReturnOrderStatus.ON_HOLD },
    cancel: {
      from: [ReturnOrderStatus.PENDING, ReturnOrderStatus.IN_PROGRESS, ReturnOrderStatus.ON_HOLD],
      to: ReturnOrderStatus.CANCELLED
    }
  },
  allocations: null
} as const satisfies OrderKind

export const TRANSFER = {
  table: 'transfer_order',
  lines: 'transfer_order_line',
  extraLines: null,
  model: 'transferorder',
  settings: 'TRANSFERORDER',
  states: 'TransferOrderStatus',
  open: OPEN_TRANSFER_ORDERS,
  company: null,
  ended: 'complete_date',
  done: sql<SqlBool>`l.transferred >= l.quantity`,
  partOf: sql<number | null>`l.part_id`,
  price: null,
  copied: ['part_id'],
  transitions: {
    issue: {
      from: [TransferOrderStatus.PENDING, TransferOrderStatus.ON_HOLD],
      to: TransferOrderStatus.ISSUED,
      day: 'issue_date'
    },
    hold: { from: [TransferOrderStatus.PENDING, TransferOrderStatus.ISSUED], to: TransferOrderStatus.ON_HOLD },
    cancel: {
      from: [TransferOrderStatus.PENDING, TransferOrderStatus.ISSUED, TransferOrderStatus.ON_HOLD],
      to: TransferOrderStatus.CANCELLED,
      refusal: 'Order cannot be cancelled'
    }
  },
  allocations: 'transfer_order_allocation'
} as const satisfies OrderKind

/** The parts that the lines of an order are about, as SQL for `in`. */
export const partsOf = (kind: OrderKind, order: number) =>
  sql<{
    part_id: number | null
  }>`(select ${kind.partOf} as part_id from ${sql.table(kind.lines)} l where l.order_id = ${order})`
