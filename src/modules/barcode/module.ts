import type { Module } from '#framework/module.ts'
import { barcodeOperations } from './index.ts'

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
  operations: () => barcodeOperations
} satisfies Module
