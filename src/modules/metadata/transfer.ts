import { EMPTY, MAYBE, METADATA, NO, boolean, relation, text, type TransferModel } from '#framework/transfer/fields.ts'

/** The settings of plugins, as an export has them. */
export const PLUGIN_TRANSFER: readonly TransferModel[] = [
  {
    name: 'plugin.pluginconfig',
    table: 'plugin_config',
    // Those that come with the server.
    firstStart: 3,
    staysBesideUsers: true,
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
    unique: [['plugin', 'key']],
    fields: {
      key: text('key'),
      value: text('value', EMPTY),
      plugin: relation('plugin_id', 'plugin.pluginconfig')
    }
  }
]
