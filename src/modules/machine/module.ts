import type { Module } from '#framework/module.ts'
import { machineOperations } from './operations.ts'
import { MACHINES_PLUGIN } from './plugin.ts'

/** Machines that were entered, and the drivers of plugins that drive them. */
export const machineModule = {
  name: 'machine',
  plugins: [MACHINES_PLUGIN],
  operations: machineOperations
} satisfies Module
