import type { Kysely } from 'kysely'
import { builder, refers, required, text } from './columns.ts'

/** What plugins are set to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, unique } = builder(db)
  await table('plugin_setting', refers('plugin_id', 'plugin_config', 'cascade', true), required('key'), text('value'))
  await unique('plugin_setting_key', 'plugin_setting', 'plugin_id', 'key')
}
