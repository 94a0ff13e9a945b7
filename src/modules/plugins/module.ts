import type { Module } from '#framework/module.ts'
import { pluginsOperations } from './operations.ts'

/** Plugins: clients ask for them at every start, and there are none. */
export const pluginsModule = {
  name: 'plugins',
  operations: () => pluginsOperations
} satisfies Module
