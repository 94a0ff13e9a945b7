import {
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  ONE,
  YES,
  boolean,
  file,
  integer,
  moment,
  number,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'
import { BUNDLED } from './bundled.ts'

/** What both kinds of templates have. */
const TEMPLATE = {
  ...METADATA,
  updated: moment('updated', MAYBE),
  updated_by: relation('updated_by_id', 'auth.user', MAYBE),
  name: text('name'),
  description: text('description', EMPTY),
  revision: integer('revision', ONE),
  attach_to_model: boolean('attach_to_model', NO),
  filename_pattern: text('filename_pattern', { initial: 'output.pdf' }),
  enabled: boolean('enabled', YES),
  model_type: text('model_type'),
  filters: text('filters', EMPTY),
  template: file('template')
}

const bundled = (kind: 'report' | 'label') => BUNDLED.filter((one) => one.kind === kind).length

/** Templates of reports and labels, and what they are put together from, as an export has them. */
export const REPORT_TRANSFER: readonly TransferModel[] = [
  {
    name: 'report.labeltemplate',
    table: 'label_template',
    firstStart: bundled('label'),
    staysBesideUsers: true,
    unique: [['name', 'model_type']],
    fields: { ...TEMPLATE, width: number('width', { initial: 50 }), height: number('height', { initial: 20 }) }
  },
  {
    name: 'report.reporttemplate',
    table: 'report_template',
    firstStart: bundled('report'),
    staysBesideUsers: true,
    unique: [['name', 'model_type']],
    fields: {
      ...TEMPLATE,
      page_size: text('page_size', { initial: 'A4' }),
      landscape: boolean('landscape', NO),
      merge: boolean('merge', NO)
    }
  },
  {
    name: 'report.reportsnippet',
    table: 'report_snippet',
    unique: [],
    fields: { snippet: file('snippet'), description: text('description', EMPTY) }
  },
  {
    name: 'report.reportasset',
    table: 'report_asset',
    unique: [],
    fields: { asset: file('asset'), description: text('description', EMPTY) }
  }
]
