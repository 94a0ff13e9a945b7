// Every kind of record that templates can see.
import type { RecordShape } from '../records.ts'
import { BUILD_SHAPES } from './build.ts'
import { COMMON_SHAPES } from './common.ts'
import { COMPANY_SHAPES } from './company.ts'
import { ORDER_SHAPES } from './order.ts'
import { PART_SHAPES } from './part.ts'
import { STOCK_SHAPES } from './stock.ts'

/** Every kind of record that templates can see, by the name that shapes have for it. */
export const SHAPES: ReadonlyMap<string, RecordShape> = new Map(
  Object.entries({
    ...COMMON_SHAPES,
    ...PART_SHAPES,
    ...STOCK_SHAPES,
    ...COMPANY_SHAPES,
    ...ORDER_SHAPES,
    ...BUILD_SHAPES
  })
)
