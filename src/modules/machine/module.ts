import type { Module } from '#framework/module.ts'
import { machineOperations } from './operations.ts'
import { MACHINES_PLUGIN } from './plugin.ts'

/** Machines that were entered; drivers, which would drive them, are what the server has none of. */
export const machineModule = {
  name: 'machine',
  plugins: [MACHINES_PLUGIN],
  operations: machineOperations
} satisfies Module
