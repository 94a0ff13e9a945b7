import type { PluginReader, SettingReader } from '#contract/scopes.ts'
import type { Plugin } from '#framework/plugin.ts'

/** The form of the server's own codes, as a plugin. */
export const BARCODE_PLUGIN: Plugin = {
  key: 'inventreebarcode',
  name: 'InvenTreeBarcode',
  humanName: 'InvenTree Barcodes',
  description: 'Provides native support for barcodes',
  version: '2.2.0',
  mixins: ['barcode', 'settings'],
  mandatory: true,
  settings: [
    {
      key: 'INTERNAL_BARCODE_FORMAT',
      name: 'Internal Barcode Format',
      description: 'Select an internal barcode format',
      type: 'string',
      default: 'short',
      choices: [
        ['json', 'JSON barcodes (human readable)'],
        ['short', 'Short barcodes (space optimized)']
      ]
    },
    {
      key: 'SHORT_BARCODE_PREFIX',
      name: 'Short Barcode Prefix',
      description:
        'Customize the prefix used for short barcodes, may be useful for environments with multiple InvenTree instances',
      type: 'string',
      default: 'INV-'
    }
  ]
}

/** How the form of the server's own codes is set. */
export const codeForm = (settings: SettingReader): PluginReader => settings.plugin(BARCODE_PLUGIN.key)
