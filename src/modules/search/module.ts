import type { Module } from '#framework/module.ts'
import { searchRoom } from './index.ts'

/** The search over everything. */
export const searchModule = {
  name: 'search',
  operations: () => searchRoom
} satisfies Module
