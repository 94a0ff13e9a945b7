// What other modules do with stock works inside a transaction, by all rules of items, and enters into the tracking what
// happened.
export { removeStock } from './amounts.ts'
export { storeItems } from './item.create.ts'
export { removeItems } from './item.delete.ts'
export { insertItem, itemAt, saveItem } from './item.save.ts'
export { endAllocations, giveToCustomer, moveItem } from './moves.ts'
export { splitItem } from './split.ts'
export { track, TRACKING, trackItem, type Reason } from './tracking.ts'

// What it looks like.
export { stockItem } from './item.ts'
export { isInStock, isSerialized, type StockItem } from './item.queries.ts'
export { location } from './location.ts'
export { briefLocations, locationPaths } from './location.queries.ts'
export { keyOf, stateOf, stockCustomStates, type StockState } from './status.ts'
export { untested } from './untested.ts'

// Codes for new stock.
export { batchCode } from './batch.ts'
export { latestSerial, nextSerial, parseSerials, serialNumber, storedSerial, usedSerials } from './serials.ts'
