import type { Kysely } from 'kysely'
import { builder, flag, refers, required, text } from './columns.ts'

/** Machines, how they are set, and news of the feed that the configuration names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await table(
    'machine_config',
    required('uuid'),
    required('name'),
    required('machine_type'),
    required('driver'),
    flag('active', 1)
  )
  await unique('machine_config_uuid', 'machine_config', 'uuid')
  await unique('machine_config_name', 'machine_config', 'name')
  await table(
    'machine_setting',
    refers('machine_id', 'machine_config', 'cascade', true),
    required('config_type'),
    required('key'),
    text('value')
  )
  await unique('machine_setting_machine_id_config_type_key', 'machine_setting', 'machine_id', 'config_type', 'key')
  await table(
    'news_entry',
    required('feed_id'),
    text('title'),
    text('link'),
    required('published'),
    text('author'),
    text('summary'),
    flag('read')
  )
  await unique('news_entry_feed_id', 'news_entry', 'feed_id')
  await index('news_entry_published', 'news_entry', 'published')
}
