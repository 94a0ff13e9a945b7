import type { Module } from '#framework/module.ts'
import { tagOperations } from './operations.ts'
import { TAG_TRANSFER } from './transfer.ts'

/** Tags. */
export const tagModule = {
  name: 'tag',
  models: {
    tag: { table: 'tag', className: 'Tag', rulesets: ['admin'], api: '/api/tag/' }
  },
  leftovers: [
    (db, model, ids) => db.deleteFrom('tagged_item').where('model', '=', model).where('object_id', 'in', ids).execute()
  ],
  looseReferences: [{ table: 'tagged_item', modelColumn: 'model', idColumn: 'object_id', word: 'a tag', turn: 10 }],
  transfer: TAG_TRANSFER,
  operations: () => tagOperations
} satisfies Module
