import {
  EMPTY,
  MAYBE,
  NO,
  boolean,
  file,
  integer,
  json,
  moment,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Imports that are under way or done, as an export has them. */
export const IMPORTER_TRANSFER: readonly TransferModel[] = [
  {
    name: 'importer.dataimportsession',
    table: 'import_session',
    unique: [],
    fields: {
      timestamp: moment('timestamp'),
      data_file: file('data_file'),
      columns: json('columns', MAYBE),
      model_type: text('model_type'),
      status: integer('status', NO),
      user: relation('user_id', 'auth.user', MAYBE),
      field_defaults: json('field_defaults', MAYBE),
      field_overrides: json('field_overrides', MAYBE),
      field_filters: json('field_filters', MAYBE),
      update_records: boolean('update_records', NO),
      completed_row_count_history: integer('completed_row_count_history', MAYBE),
      row_count_history: integer('row_count_history', MAYBE)
    }
  },
  {
    name: 'importer.dataimportcolumnmap',
    table: 'import_column',
    unique: [],
    fields: {
      session: relation('session_id', 'importer.dataimportsession'),
      field: text('field'),
      column: text('column', EMPTY),
      lookup_field: text('lookup_field', MAYBE)
    }
  },
  {
    name: 'importer.dataimportrow',
    table: 'import_row',
    unique: [],
    fields: {
      session: relation('session_id', 'importer.dataimportsession'),
      row_index: integer('row_index', NO),
      row_data: json('row_data', MAYBE),
      data: json('data', MAYBE),
      errors: json('errors', MAYBE),
      valid: boolean('valid', NO),
      complete: boolean('complete', NO)
    }
  }
]
