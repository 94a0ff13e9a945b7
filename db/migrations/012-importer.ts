import type { Kysely } from 'kysely'
import { builder, count, flag, refers, required, text, words } from './columns.ts'

/** Files that are imported row by row: sessions, which column is which field, and rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index } = builder(db)
  await table(
    'import_session',
    required('timestamp'),
    required('data_file'),
    words('columns'),
    required('model_type'),
    count('status'),
    refers('user_id', 'user', 'set null'),
    flag('update_records'),
    words('field_defaults', 'field_overrides', 'field_filters'),
    (t) => t.addColumn('row_count_history', 'integer').addColumn('completed_row_count_history', 'integer')
  )
  await index('import_session_user_id', 'import_session', 'user_id')
  await index('import_session_timestamp', 'import_session', 'timestamp')
  await index('import_session_data_file', 'import_session', 'data_file')
  await table(
    'import_column',
    refers('session_id', 'import_session', 'cascade', true),
    required('field'),
    text('column'),
    words('lookup_field')
  )
  await index('import_column_session_id', 'import_column', 'session_id')
  await table(
    'import_row',
    refers('session_id', 'import_session', 'cascade', true),
    count('row_index'),
    words('row_data', 'data', 'errors'),
    flag('valid'),
    flag('complete')
  )
  await index('import_row_session_id', 'import_row', 'session_id', 'row_index')
}
