import {
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  YES,
  boolean,
  date,
  file,
  integer,
  json,
  moment,
  number,
  plain,
  relation,
  text,
  type TransferModel
} from './fields.ts'

/** What record another one is about. */
const subject = (short?: true) => ({
  model_type: { ...plain('model')('model_type'), ...(short ? { short } : {}) },
  model_id: { ...plain('target')('model_id'), type: 'model_type', ...(short ? { short } : {}), loose: true as const }
})

/** What all modules share. */
export const COMMON_MODELS: readonly TransferModel[] = [
  {
    name: 'common.inventreesetting',
    table: 'setting',
    unique: [['key']],
    fields: { value: text('value', EMPTY), key: text('key') }
  },
  {
    name: 'taggit.tag',
    table: 'tag',
    natural: { field: 'name', readOnly: true },
    unique: [['name'], ['slug']],
    fields: { name: text('name'), slug: text('slug') }
  },
  {
    name: 'common.projectcode',
    table: 'project_code',
    unique: [['code']],
    fields: {
      ...METADATA,
      code: text('code'),
      description: text('description', EMPTY),
      active: boolean('active', YES),
      responsible: relation('responsible_id', 'users.owner', MAYBE)
    }
  },
  {
    name: 'common.customunit',
    table: 'custom_unit',
    unique: [['name']],
    fields: {
      name: text('name'),
      symbol: text('symbol', EMPTY),
      definition: text('definition')
    }
  },
  {
    name: 'common.inventreecustomuserstatemodel',
    table: 'custom_state',
    unique: [
      ['reference_status', 'key'],
      ['reference_status', 'name']
    ],
    fields: {
      key: integer('key'),
      name: text('name'),
      label: text('label'),
      color: text('color', { initial: 'secondary' }),
      logical_key: integer('logical_key'),
      model: plain('model')('model', MAYBE),
      reference_status: text('reference_status')
    }
  },
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
  },
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
  },
  {
    name: 'common.parametertemplate',
    table: 'parameter_template',
    unique: [['name']],
    fields: {
      ...METADATA,
      model_type: plain('model')('model_type', MAYBE),
      name: text('name'),
      units: text('units', EMPTY),
      description: text('description', EMPTY),
      checkbox: boolean('checkbox', NO),
      choices: text('choices', EMPTY),
      selectionlist: relation('selectionlist_id', 'common.selectionlist', MAYBE),
      enabled: boolean('enabled', YES),
      unique: integer('unique', NO)
    }
  },
  {
    name: 'common.parameter',
    table: 'parameter',
    unique: [['model_type', 'model_id', 'template']],
    fields: {
      ...METADATA,
      updated: moment('updated', MAYBE),
      updated_by: relation('updated_by_id', 'auth.user', MAYBE),
      ...subject(),
      template: relation('template_id', 'common.parametertemplate'),
      data: text('data'),
      data_numeric: number('data_numeric', MAYBE),
      note: text('note', EMPTY)
    }
  },
  {
    name: 'common.attachment',
    table: 'attachment',
    unique: [],
    fields: {
      ...METADATA,
      ...subject(true),
      attachment: file('attachment', MAYBE),
      thumbnail: file('thumbnail', MAYBE),
      link: text('link', MAYBE),
      comment: text('comment', EMPTY),
      upload_user: relation('upload_user_id', 'auth.user', MAYBE),
      upload_date: date('upload_date', MAYBE),
      is_image: boolean('is_image', NO),
      file_size: integer('file_size', NO)
    }
  },
  {
    name: 'common.notesimage',
    table: 'notes_image',
    unique: [],
    fields: {
      image: text('image'),
      user: relation('user_id', 'auth.user', MAYBE),
      date: moment('date'),
      // Not checked: any text may show an image.
      model_type: text('model_type', MAYBE),
      model_id: integer('model_id', MAYBE)
    }
  },
  {
    name: 'common.barcodescanresult',
    table: 'barcode_scan',
    unique: [],
    fields: {
      data: text('data'),
      user: relation('user_id', 'auth.user', MAYBE),
      timestamp: moment('timestamp'),
      endpoint: text('endpoint', MAYBE),
      context: json('context', MAYBE),
      response: json('response', MAYBE),
      result: boolean('result', NO)
    }
  },
  {
    name: 'taggit.taggeditem',
    table: 'tagged_item',
    unique: [['content_type', 'object_id', 'tag']],
    fields: {
      tag: relation('tag_id', 'taggit.tag'),
      content_type: plain('model')('model'),
      object_id: { ...plain('target')('object_id'), type: 'content_type', loose: true }
    }
  },
  {
    name: 'common.inventreeusersetting',
    table: 'user_setting',
    unique: [['key', 'user']],
    fields: { value: text('value', EMPTY), key: text('key'), user: relation('user_id', 'auth.user') }
  }
]
