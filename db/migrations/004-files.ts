import { sql, type Kysely } from 'kysely'

/** Files that are about to be deleted, and indexes that find the rows that still point to one. */
export async function up (db: Kysely<unknown>): Promise<void> {
  await db.schema.createTable('dropped_file').addColumn('path', 'text', (c) => c.primaryKey()).execute()
  const columns = [['part', 'image'], ['company', 'image'], ['attachment', 'attachment'], ['attachment', 'thumbnail'], ['notes_image', 'image'],
    ['stock_test_result', 'attachment'], ['data_output', 'output']]
  for (const [table, column] of columns) {
    await sql`create index ${sql.id(`${table}_${column}`)} on ${sql.table(table!)} (${sql.ref(column!)}) where ${sql.ref(column!)} is not null`.execute(db)
  }
}
