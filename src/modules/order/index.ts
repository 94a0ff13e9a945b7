export { ordersToIssue } from './auto-issue.ts'
export { linesToReceive } from './to-receive.ts'
export { receiveScanned } from './receive.ts'
export { assignReference } from './reference.ts'
export {
  allocateSales,
  isOpenPurchase,
  isOpenSale,
  isPlaced,
  linesFor,
  openQuantity,
  openShipment,
  shipmentOf,
  unallocated,
  unallocatedOf
} from './sales-allocation.ts'
