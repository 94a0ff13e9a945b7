import type { Kysely } from 'kysely'
import { builder, refers, required, text } from './columns.ts'

/** How plugins are set for the whole server, and which of them somebody removed until they are read anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, unique } = builder(db)
  await db.schema
    .alterTable('plugin_config')
    .addColumn('removed', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await table('plugin_setting', refers('plugin_id', 'plugin_config', 'cascade', true), required('key'), text('value'))
  await unique('plugin_setting_plugin_id_key', 'plugin_setting', 'plugin_id', 'key')
}
