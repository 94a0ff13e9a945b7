import type { Kysely } from 'kysely'
import { builder, count, required, words } from './columns.ts'

/** Work that waits in the database, and the mail that is sent by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await table(
    'job',
    required('uid'),
    required('name'),
    required('lane'),
    count('priority'),
    required('arguments'),
    (t) => t.addColumn('state', 'text', (c) => c.notNull().defaultTo('waiting')),
    required('created'),
    required('run_after'),
    count('attempts'),
    words('locked_by', 'locked_until', 'started', 'finished', 'result', 'error')
  )
  await unique('job_uid', 'job', 'uid')
  await index('job_next', 'job', 'state', 'lane', 'priority', 'run_after', 'id')
  await index('job_finished', 'job', 'finished')
  await table(
    'email_message',
    required('global_id'),
    words('message_id_key'),
    required('subject'),
    required('body'),
    words('sealed'),
    required('to'),
    required('sender'),
    (t) => t.addColumn('status', 'text', (c) => c.notNull().defaultTo('A')),
    required('timestamp'),
    count('priority', 3),
    words('error_code', 'error_message', 'error_timestamp')
  )
  await unique('email_message_global_id', 'email_message', 'global_id')
  await index('email_message_timestamp', 'email_message', 'timestamp')
}
