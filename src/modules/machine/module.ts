import type { Module } from '#framework/module.ts'
import { machineOperations } from './operations.ts'

/** Machines: this server drives none. */
export const machineModule = {
  name: 'machine',
  operations: () => machineOperations
} satisfies Module
