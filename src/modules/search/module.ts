import type { Module } from '#framework/module.ts'
import { searchOperations } from './operations.ts'

/** The search over everything. */
export const searchModule = {
  name: 'search',
  operations: () => searchOperations
} satisfies Module
