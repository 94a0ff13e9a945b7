export { ACTIVE_BUILDS, OPEN_PURCHASE_ORDERS, OPEN_SALES_ORDERS, OPEN_TRANSFER_ORDERS, USABLE_STOCK } from './groups.ts'
export { readStates } from './read.ts'
export {
  BuildStatus,
  PurchaseOrderStatus,
  ReturnOrderLineStatus,
  ReturnOrderStatus,
  SalesOrderStatus,
  StockStatus,
  TransferOrderStatus,
  customStatesOf,
  inStates,
  knownStates,
  labelsOf,
  type CustomState,
  type StatusClass
} from './states.ts'
