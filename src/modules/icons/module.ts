import type { Module } from '#framework/module.ts'
import { iconsOperations } from './index.ts'

/** Icons. */
export const iconsModule = {
  name: 'icons',
  operations: () => iconsOperations
} satisfies Module
