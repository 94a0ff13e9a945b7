import type { Module } from '#framework/module.ts'
import { iconProblem } from './icons.ts'
import { iconsOperations } from './operations.ts'

/** Icons. */
export const iconsModule = {
  name: 'icons',
  textChecks: () => ({ icon: iconProblem }),
  operations: () => iconsOperations
} satisfies Module
