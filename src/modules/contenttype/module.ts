import type { Module } from '#framework/module.ts'
import { contentTypeOperations } from './operations.ts'
import { contentTypeOf } from './models.ts'

/** Which kinds of records there are. */
export const contenttypeModule = {
  name: 'contenttype',
  tableless: { contenttype: { api: '/api/contenttype/', isThere: (pk) => contentTypeOf(pk) !== undefined } },
  operations: () => contentTypeOperations
} satisfies Module
