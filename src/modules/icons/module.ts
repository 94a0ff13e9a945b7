import type { Module } from '#framework/module.ts'
import { iconsRoom } from './index.ts'

/** Icons. */
export const iconsModule = {
  name: 'icons',
  operations: () => iconsRoom
} satisfies Module
