import { readStates } from '#modules/status/index.ts'
import { allocationOperations } from './allocate.ts'
import { autoAllocate } from './auto-allocate.ts'
import { buildAllocation } from './item.ts'
import { lineOperations } from './line.ts'
import { buildOrder } from './order.ts'
import { outputOperations } from './outputs.ts'
import { stateOperations } from './states.ts'

/** The build module: orders to make assemblies. */
export const buildOperations = {
  ...buildOrder.operations,
  ...stateOperations,
  ...lineOperations,
  ...buildAllocation.operations,
  ...allocationOperations,
  build_auto_allocate_create: autoAllocate,
  ...outputOperations,
  build_status_retrieve: readStates('BuildStatus')
}
