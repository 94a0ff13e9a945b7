import type { Kysely } from 'kysely'
import { builder, count, flag, refers, required, text, words, type Columns } from './columns.ts'

const json =
  (name: string, initial: string): Columns =>
  (t) =>
    t.addColumn(name, 'text', (c) => c.notNull().defaultTo(initial))
const numbers =
  (...names: string[]): Columns =>
  (t) =>
    names.reduce((b, name) => b.addColumn(name, 'integer'), t)

/** Who elsewhere is told of changes, and what they were told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await table(
    'webhook',
    required('name'),
    required('url'),
    flag('active', 1),
    json('models', '[]'),
    json('actions', '[]'),
    json('filters', '{}'),
    refers('user_id', 'user', 'set null'),
    required('secret'),
    required('created'),
    words('failing_since'),
    count('failures'),
    count('missed'),
    text('disabled')
  )
  await unique('webhook_name', 'webhook', 'name')
  await index('webhook_user_id', 'webhook', 'user_id')
  await table(
    'webhook_delivery',
    refers('webhook_id', 'webhook', 'cascade', true),
    required('uid'),
    words('event', 'model'),
    numbers('object_id'),
    required('action'),
    words('transition'),
    required('at'),
    json('state', 'waiting'),
    count('attempts'),
    json('tries', '[]'),
    numbers('code'),
    words('error', 'answer'),
    numbers('duration'),
    words('tried', 'next_try'),
    required('created')
  )
  await unique('webhook_delivery_uid', 'webhook_delivery', 'uid')
  await index('webhook_delivery_webhook_id', 'webhook_delivery', 'webhook_id', 'id')
  await index('webhook_delivery_next_try', 'webhook_delivery', 'webhook_id', 'next_try', 'id')
  await index('webhook_delivery_created', 'webhook_delivery', 'created')
}
