import { readStates } from '#src/status/index.ts'
import { createItems } from './item.create.ts'
import { stockItem } from './item.ts'
import { location, locationTree } from './location.ts'
import { locationType } from './location-type.ts'
import { neighbours } from './neighbours.ts'
import { testResult } from './test-result.ts'

/** The stock room: stock items, and where they lie. */
export const stockRoom = {
  ...stockItem.operations,
  stock_create: createItems,
  stock_serial_numbers_retrieve: neighbours,
  stock_status_retrieve: readStates('StockStatus'),
  stock_track_status_retrieve: readStates('StockHistoryCode'),
  ...location.operations,
  ...locationTree.operations,
  ...locationType.operations,
  ...testResult.operations
}
