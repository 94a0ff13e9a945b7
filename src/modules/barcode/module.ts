import type { Module } from '#framework/module.ts'
import { barcodeOperations } from './operations.ts'
import { BARCODE_PLUGIN } from './plugin.ts'
import { SUPPLIER_PLUGINS } from './suppliers/plugins.ts'
import { BARCODE_TRANSFER } from './transfer.ts'

/** Barcodes: what they stand for, and what was scanned. */
export const barcodeModule = {
  name: 'barcode',
  models: {
    barcodescanresult: {
      table: 'barcode_scan',
      className: 'BarcodeScanResult',
      rulesets: ['admin'],
      api: '/api/barcode/history/'
    }
  },
  transfer: BARCODE_TRANSFER,
  plugins: [BARCODE_PLUGIN, ...SUPPLIER_PLUGINS],
  operations: () => barcodeOperations
} satisfies Module
