import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { transact } from '#db/transaction.ts'
import { older } from '#framework/daily.ts'
import type { Module } from '#framework/module.ts'
import { stockOperations } from './operations.ts'
import { now } from '#framework/time.ts'
import { batchCode } from './batch.ts'
import { stockItem } from './item.ts'
import { location } from './location.ts'
import { notifyStaleStock } from './stock.daily.ts'
import { trackingOperations } from './track-list.ts'
import { STOCK_TRANSFER } from './transfer.ts'
import { STOCK_EARLIER } from './transfer.earlier.ts'

/** Items that can be promised to others at all, of parts (`p`) of which a condition holds: looked at one by one. */
const ofParts = (condition: RawBuilder<SqlBool>) =>
  sql<SqlBool>`sales_order_id is null and belongs_to_id is null
    and exists (select 1 from part p where p.id = part_id and ${condition})`

/** Stock items, where they lie, and what happened to them. */
export const stockModule = {
  name: 'stock',
  models: {
    stocklocation: {
      table: 'stock_location',
      className: 'StockLocation',
      rulesets: ['stock_location', 'build'],
      subsets: { structural: 'structural', external: 'external' },
      api: '/api/stock/location/'
    },
    stocklocationtype: {
      table: 'stock_location_type',
      className: 'StockLocationType',
      rulesets: ['stock_location'],
      api: '/api/stock/location-type/'
    },
    stockitem: {
      table: 'stock_item',
      className: 'StockItem',
      rulesets: ['stock', 'build'],
      subsets: {
        building: 'is_building',
        loose: ['sales_order_id', 'belongs_to_id'],
        // What can be promised to orders at all (docs/behaviour/sales-order.md#allocations,
        // docs/behaviour/transfer-order.md#transfer-orders).
        salable: ofParts(sql`p.salable = 1 and p.virtual = 0`),
        movable: ofParts(sql`p.virtual = 0`)
      },
      api: '/api/stock/'
    },
    stockitemtracking: {
      table: 'stock_tracking',
      className: 'StockItemTracking',
      rulesets: ['stock'],
      api: '/api/stock/track/'
    },
    stockitemtestresult: {
      table: 'stock_test_result',
      className: 'StockItemTestResult',
      rulesets: ['stock'],
      api: '/api/stock/test/'
    }
  },
  instances: {
    stockitem: stockItem.read,
    stocklocation: location.read
  },
  pages: {
    stockitem: '/web/stock/item/',
    stocklocation: '/web/stock/location/'
  },
  barcodes: {
    stockitem: 'SI',
    stocklocation: 'SL'
  },
  lookups: {
    stocklocation: ['name', 'pathstring', 'barcode_hash'],
    stocklocationtype: ['name'],
    stockitem: ['serial', 'batch', 'barcode_hash'],
    stockitemtestresult: []
  },
  daily: [
    {
      what: 'old tracking of stock',
      turn: 10,
      work: older('stock_tracking', 'date', 'STOCK_TRACKING_DELETE_DAYS', 'STOCK_TRACKING_DELETE_OLD_ENTRIES')
    },
    {
      what: 'news of stale stock',
      turn: 21,
      work: ({ db, settings }) => transact(db, (trx) => notifyStaleStock(trx, settings))
    }
  ],
  trees: ['stock_location'],
  chains: [
    { table: 'stock_item', column: 'parent_id' },
    { table: 'stock_item', column: 'belongs_to_id' }
  ],
  rules: [
    { table: 'stock_item', broken: 'quantity < 0', text: 'has a quantity below zero', turn: 10 },
    {
      table: 'stock_item',
      broken: "serial <> '' and quantity > 1",
      text: 'has a serial number and a quantity above one',
      turn: 10
    },
    { table: 'stock_item', broken: 'parent_id = id', text: 'was split off itself', turn: 10 },
    { table: 'stock_item', broken: 'belongs_to_id = id', text: 'is installed in itself', turn: 10 }
  ],
  files: [{ table: 'stock_test_result', column: 'attachment', readers: { model: 'stockitemtestresult' }, turn: 40 }],
  transfer: STOCK_TRANSFER,
  initial: { 'batch-code': ({ settings }) => batchCode(settings), now: () => now() },
  earlier: STOCK_EARLIER,
  operations: () => ({ ...stockOperations, ...trackingOperations })
} satisfies Module
