import type { Module } from '#framework/module.ts'
import { selectionOperations } from './operations.ts'
import { SELECTION_TRANSFER } from './transfer.ts'

/** Lists of values to choose from. */
export const selectionModule = {
  name: 'selection',
  models: {
    selectionlist: { table: 'selection_list', className: 'SelectionList', rulesets: [], api: '/api/selection/' },
    selectionlistentry: {
      table: 'selection_list_entry',
      className: 'SelectionListEntry',
      rulesets: [],
      api: '/api/selection/{id}/entry/'
    }
  },
  lookups: {
    selectionlist: ['name']
  },
  transfer: SELECTION_TRANSFER,
  operations: () => selectionOperations
} satisfies Module
