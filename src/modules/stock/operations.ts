import { readStates } from '#modules/status/index.ts'
import { stockActions } from './actions.ts'
import { adjustments } from './adjust.ts'
import { convertStockItem } from './convert.ts'
import { disassemble } from './disassemble.ts'
import { installation } from './install.ts'
import { createItems } from './item.create.ts'
import { stockItem } from './item.ts'
import { location, locationTree } from './location.ts'
import { locationType } from './location-type.ts'
import { neighbours } from './neighbours.ts'
import { serialize } from './serialize.ts'
import { testResult } from './test-result.ts'

/** The stock module: stock items, and where they lie. */
export const stockOperations = {
  ...stockItem.operations,
  stock_create: createItems,
  stock_serial_numbers_retrieve: neighbours,
  ...adjustments,
  ...stockActions,
  ...installation,
  stock_serialize_create: serialize,
  stock_convert_create: convertStockItem,
  stock_disassemble_create: disassemble,
  stock_status_retrieve: readStates('StockStatus'),
  stock_track_status_retrieve: readStates('StockHistoryCode'),
  ...location.operations,
  ...locationTree.operations,
  ...locationType.operations,
  ...testResult.operations
}
