import type { Module } from '#framework/module.ts'
import { iconsOperations } from './operations.ts'

/** Icons. */
export const iconsModule = {
  name: 'icons',
  operations: () => iconsOperations
} satisfies Module
