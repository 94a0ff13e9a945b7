import { readStates } from '#src/status/index.ts'
import { allocation } from './item.ts'
import { lineOperations } from './line.ts'
import { order } from './order.ts'
import { stateOperations } from './states.ts'

/** The build room: orders to make assemblies. */
export const buildRoom = {
  ...order.operations,
  ...stateOperations,
  ...lineOperations,
  ...allocation.operations,
  build_status_retrieve: readStates('BuildStatus')
}
