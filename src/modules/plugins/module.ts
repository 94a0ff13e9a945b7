import type { Module } from '#framework/module.ts'
import { pluginsOperations } from './operations.ts'

/** Plugins: the parts of the server that clients know as such. */
export const pluginsModule = {
  name: 'plugins',
  operations: () => pluginsOperations
} satisfies Module
