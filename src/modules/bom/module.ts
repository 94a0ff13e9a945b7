import type { Module } from '#framework/module.ts'
import { bomExporter } from './exporter.ts'
import { bomOperations } from './operations.ts'
import { BOM_EXPORTER_PLUGIN } from './plugin.ts'
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
  plugins: [BOM_EXPORTER_PLUGIN],
  exporters: { 'bom-exporter': bomExporter },
  operations: () => bomOperations
} satisfies Module
