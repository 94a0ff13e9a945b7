import { sql, type Kysely } from 'kysely'
import { builder } from './columns.ts'

/** The same error at the same place is one report, with how often it happened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('error_report').addColumn('place', 'text').execute()
  await db.schema
    .alterTable('error_report')
    .addColumn('count', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
  await db.schema.alterTable('error_report').addColumn('first', 'text').execute()
  await sql`update error_report set first = "when"`.execute(db)
  await builder(db).unique('error_report_place', 'error_report', 'place')
}
