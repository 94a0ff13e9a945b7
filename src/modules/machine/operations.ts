import type { Handler } from '#contract/types.ts'

const types: Handler<'machine_types_list'> = (_call, send) => send(200, [])

const drivers: Handler<'machine_drivers_list'> = (_call, send) => send(200, [])

const status: Handler<'machine_status_retrieve'> = (_call, send) => send(200, { registry_errors: [] })

/** The module for machines: that there are none. */
export const machineOperations = {
  machine_types_list: types,
  machine_drivers_list: drivers,
  machine_status_retrieve: status
}
