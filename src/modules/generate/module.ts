import type { Module } from '#framework/module.ts'
import { generateRoom } from './index.ts'

/** Batch codes and serial numbers that are free. */
export const generateModule = {
  name: 'generate',
  operations: () => generateRoom
} satisfies Module
