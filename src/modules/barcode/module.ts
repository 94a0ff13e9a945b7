import type { Module } from '#framework/module.ts'
import { barcodeRoom } from './index.ts'

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
  operations: () => barcodeRoom
} satisfies Module
