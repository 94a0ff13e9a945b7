import type { Module } from '#framework/module.ts'
import { metadataOperations } from './operations.ts'

/** What programs keep with records. */
export const metadataModule = {
  name: 'metadata',
  operations: () => metadataOperations
} satisfies Module
