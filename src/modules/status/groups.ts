import { BuildStatus, PurchaseOrderStatus, SalesOrderStatus, StockStatus, TransferOrderStatus } from './states.ts'

/** The states in which a build order is worked on. */
export const ACTIVE_BUILDS: readonly number[] = [BuildStatus.PENDING, BuildStatus.PRODUCTION, BuildStatus.ON_HOLD]

/** The states in which a purchase order is still expected. */
export const OPEN_PURCHASE_ORDERS: readonly number[] = [
  PurchaseOrderStatus.PENDING,
  PurchaseOrderStatus.PLACED,
  PurchaseOrderStatus.ON_HOLD
]

/** The states in which a sales order is still to be served; a shipped one is until somebody completes it. */
export const OPEN_SALES_ORDERS: readonly number[] = [
  SalesOrderStatus.PENDING,
  SalesOrderStatus.IN_PROGRESS,
  SalesOrderStatus.SHIPPED,
  SalesOrderStatus.ON_HOLD
]

/** The states in which a transfer order is still to be carried out. */
export const OPEN_TRANSFER_ORDERS: readonly number[] = [
  TransferOrderStatus.PENDING,
  TransferOrderStatus.ISSUED,
  TransferOrderStatus.ON_HOLD
]

/** The states in which stock can be used. */
export const USABLE_STOCK: readonly number[] = [
  StockStatus.OK,
  StockStatus.ATTENTION,
  StockStatus.DAMAGED,
  StockStatus.RETURNED
]
