import type { Module } from '#framework/module.ts'
import { buildOperations } from './operations.ts'
import { AUTO_CREATE_PLUGIN } from './auto-create.ts'
import { issueDueBuilds } from './issue.ts'
import { followBom } from './lines.ts'
import { buildOrder } from './order.ts'
import { BUILD_TRANSFER } from './transfer.ts'
import { BUILD_EARLIER } from './transfer.earlier.ts'

/** Build orders. */
export const buildModule = {
  name: 'build',
  models: {
    build: {
      table: 'build',
      className: 'Build',
      rulesets: ['build'],
      subsets: { external: 'external' },
      api: '/api/build/'
    },
    buildline: { table: 'build_line', className: 'BuildLine', rulesets: ['build'], api: '/api/build/line/' },
    builditem: { table: 'build_item', className: 'BuildItem', rulesets: ['build'], api: '/api/build/item/' }
  },
  instances: {
    build: buildOrder.read
  },
  pages: {
    build: '/web/manufacturing/build-order/'
  },
  barcodes: {
    build: 'BO'
  },
  lookups: {
    build: ['reference', 'barcode_hash'],
    builditem: []
  },
  plugins: [AUTO_CREATE_PLUGIN],
  daily: [{ what: 'build orders that are to be issued', turn: 15, work: issueDueBuilds }],
  followUps: {
    bomitem: followBom
  },
  chains: [{ table: 'build', column: 'parent_id' }],
  transfer: BUILD_TRANSFER,
  earlier: BUILD_EARLIER,
  operations: () => buildOperations
} satisfies Module
