import {
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  YES,
  boolean,
  moment,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Lists of values to choose from, as an export has them. */
export const SELECTION_TRANSFER: readonly TransferModel[] = [
  {
    name: 'common.selectionlist',
    table: 'selection_list',
    unique: [['name']],
    fields: {
      ...METADATA,
      name: text('name'),
      description: text('description', EMPTY),
      locked: boolean('locked', NO),
      active: boolean('active', YES),
      source_plugin: relation('source_plugin_id', 'plugin.pluginconfig', MAYBE),
      source_string: text('source_string', EMPTY),
      default: relation('default_id', 'common.selectionlistentry', MAYBE),
      created: moment('created'),
      last_updated: moment('last_updated')
    }
  },
  {
    name: 'common.selectionlistentry',
    table: 'selection_list_entry',
    unique: [['list', 'value']],
    fields: {
      list: relation('list_id', 'common.selectionlist', MAYBE),
      value: text('value'),
      label: text('label'),
      description: text('description', EMPTY),
      active: boolean('active', YES)
    }
  }
]
