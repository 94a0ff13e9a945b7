import type { Module } from '#framework/module.ts'
import { bomOperations } from './operations.ts'
import { BOM_TRANSFER } from './transfer.ts'
import { BOM_EARLIER } from './transfer.earlier.ts'

/** BOMs. */
export const bomModule = {
  name: 'bom',
  models: {
    bomitem: { table: 'bom_item', className: 'BomItem', rulesets: ['bom', 'build'], api: '/api/bom/' },
    bomitemsubstitute: {
      table: 'bom_substitute',
      className: 'BomItemSubstitute',
      rulesets: ['bom', 'build'],
      api: '/api/bom/substitute/'
    }
  },
  lookups: {
    bomitem: [],
    bomitemsubstitute: []
  },
  rules: [{ table: 'bom_item', broken: 'part_id = sub_part_id', text: 'makes a part of itself', turn: 20 }],
  transfer: BOM_TRANSFER,
  earlier: BOM_EARLIER,
  operations: () => bomOperations
} satisfies Module
