import { sql, type Kysely } from 'kysely'
import { builder, required } from './columns.ts'

/** Files that are about to be deleted, and indexes that find the rows that still point to one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, unique } = builder(db)
  await table('dropped_file', required('path'))
  await unique('dropped_file_path', 'dropped_file', 'path')
  const columns = [
    ['part', 'image'],
    ['company', 'image'],
    ['attachment', 'attachment'],
    ['attachment', 'thumbnail'],
    ['notes_image', 'image'],
    ['stock_test_result', 'attachment'],
    ['data_output', 'output']
  ]
  for (const [name, column] of columns) {
    await sql`create index ${sql.id(`${name}_${column}`)} on ${sql.table(name!)} (${sql.ref(column!)}) where ${sql.ref(column!)} is not null`.execute(
      db
    )
  }
}
