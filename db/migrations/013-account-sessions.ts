import { sql, type Kysely } from 'kysely'
import { builder, count, refers, required, text, words } from './columns.ts'

/**
 * Sessions know where they began and how their users proved who they are; one may be there before anybody is signed in.
 * Beside them, the second factors.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await db.schema.alterTable('session').renameTo('session_before').execute()
  for (const name of ['session_hash', 'session_user_id', 'session_expires']) await db.schema.dropIndex(name).execute()
  await table(
    'session',
    refers('user_id', 'user', 'set null'),
    required('hash'),
    words('password_mark'),
    required('created'),
    required('expires'),
    required('last_seen'),
    text('ip'),
    text('user_agent'),
    text('methods'),
    words('state')
  )
  await sql`insert into session (user_id, hash, password_mark, created, expires, last_seen, methods)
    select user_id, hash, password_mark, created, expires, created, '[]' from session_before order by id`.execute(db)
  await db.schema.dropTable('session_before').execute()
  await unique('session_hash', 'session', 'hash')
  await index('session_user_id', 'session', 'user_id')
  await index('session_expires', 'session', 'expires')

  await table(
    'authenticator',
    refers('user_id', 'user', 'cascade', true),
    required('type'),
    required('data'),
    count('counter'),
    required('created_at'),
    words('last_used_at')
  )
  await index('authenticator_user_id', 'authenticator', 'user_id')
  await db.schema
    .createIndex('authenticator_one_of_a_kind')
    .unique()
    .on('authenticator')
    .columns(['user_id', 'type'])
    .where(sql.ref('type'), 'in', sql`('totp', 'recovery_codes')`)
    .execute()
}
