import { MAYBE, METADATA, NO, boolean, text, type TransferModel } from '#framework/transfer/fields.ts'

/** The settings of plugins, as an export has them. */
export const PLUGIN_TRANSFER: readonly TransferModel[] = [
  {
    name: 'plugin.pluginconfig',
    table: 'plugin_config',
    unique: [['key']],
    fields: {
      ...METADATA,
      key: text('key'),
      name: text('name', MAYBE),
      package_name: text('package_name', MAYBE),
      active: boolean('active', NO)
    }
  }
]
