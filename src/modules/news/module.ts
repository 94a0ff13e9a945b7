import type { Module } from '#framework/module.ts'
import { newsOperations } from './operations.ts'

/** News: this server asks no other one for any. */
export const newsModule = {
  name: 'news',
  operations: () => newsOperations
} satisfies Module
