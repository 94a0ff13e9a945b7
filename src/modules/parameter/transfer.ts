import {
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  YES,
  boolean,
  integer,
  moment,
  number,
  plain,
  relation,
  subjectFields,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Parameters and their templates, as an export has them. */
export const PARAMETER_TRANSFER: readonly TransferModel[] = [
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
      ...subjectFields(),
      template: relation('template_id', 'common.parametertemplate'),
      data: text('data'),
      data_numeric: number('data_numeric', MAYBE),
      note: text('note', EMPTY)
    }
  }
]
