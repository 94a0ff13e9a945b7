import type { Module } from '#framework/module.ts'
import { generateOperations } from './operations.ts'

/** Batch codes and serial numbers that are free. */
export const generateModule = {
  name: 'generate',
  operations: () => generateOperations
} satisfies Module
