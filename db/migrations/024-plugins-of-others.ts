import type { Kysely } from 'kysely'
import { builder, required, text } from './columns.ts'

/** Plugins of others: what they may do, what they export, and what they keep. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  for (const column of ['fingerprint', 'granted', 'declaration', 'chain'])
    await db.schema.alterTable('plugin_config').addColumn(column, 'text').execute()
  await db.schema
    .alterTable('plugin_config')
    .addColumn('user_id', 'integer', (c) => c.references('user.id').onDelete('set null'))
    .execute()
  await index('plugin_config_user_id', 'plugin_config', 'user_id')
  await table('plugin_value', required('plugin'), required('key'), text('value'))
  await unique('plugin_value_plugin_key', 'plugin_value', 'plugin', 'key')
}
