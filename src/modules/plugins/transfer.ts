import { EMPTY, MAYBE, METADATA, NO, boolean, relation, text, type TransferModel } from '#framework/transfer/fields.ts'

/** Plugins and how they are set, as an export has them. */
export const PLUGIN_TRANSFER: readonly TransferModel[] = [
  {
    name: 'plugin.pluginconfig',
    table: 'plugin_config',
    firstStart: Infinity,
    unique: [['key']],
    fields: {
      ...METADATA,
      key: text('key'),
      name: text('name', MAYBE),
      package_name: text('package_name', MAYBE),
      active: boolean('active', NO)
    }
  },
  {
    name: 'plugin.pluginsetting',
    table: 'plugin_setting',
    firstStart: Infinity,
    unique: [['plugin', 'key']],
    fields: { key: text('key'), value: text('value', EMPTY), plugin: relation('plugin_id', 'plugin.pluginconfig') }
  }
]
