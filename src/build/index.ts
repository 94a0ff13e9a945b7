import { readStates } from '#src/status/index.ts'
import { order } from './order.ts'
import { stateOperations } from './states.ts'

/** The build room: orders to make assemblies. */
export const buildRoom = {
  ...order.operations,
  ...stateOperations,
  build_status_retrieve: readStates('BuildStatus')
}
