export { ordersToIssue } from './auto-issue.ts'
export { placedLines } from './placed-lines.ts'
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
