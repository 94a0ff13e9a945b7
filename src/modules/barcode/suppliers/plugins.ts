import type { Plugin } from '#framework/plugin.ts'
import { HOUSES } from './houses.ts'

/** What reads the codes of suppliers, as plugins. */
export const SUPPLIER_PLUGINS: readonly Plugin[] = HOUSES.map(({ key, plugin, called }) => ({
  key,
  name: plugin,
  humanName: `Supplier Integration - ${called}`,
  description: `Reads the codes on bags and reels of ${called}`,
  version: '1.0.1',
  mixins: ['settings', 'barcode', 'supplier-barcode'],
  settings: [
    {
      key: 'SUPPLIER_ID',
      name: 'Supplier',
      description: `The Supplier which acts as '${called}'`,
      type: 'related field',
      default: '',
      model: 'company.company',
      modelFilters: { is_supplier: true },
      apiUrl: '/api/company/'
    }
  ]
}))
