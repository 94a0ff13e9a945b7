import { sql, type Kysely } from 'kysely'
import { builder, refers, required, words } from './columns.ts'

/** Sessions of people who signed in with a browser, when users were last seen, and what went wrong in the server. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await table(
    'session',
    refers('user_id', 'user', 'cascade', true),
    required('hash'),
    required('password_mark'),
    required('created'),
    required('expires')
  )
  await unique('session_hash', 'session', 'hash')
  await index('session_user_id', 'session', 'user_id')
  await index('session_expires', 'session', 'expires')

  await db.schema.alterTable('user').addColumn('last_seen', 'text').execute()
  await sql`update "user" set last_seen = (select max(t.last_seen) from api_token t where t.user_id = "user".id)`.execute(
    db
  )

  await table('error_report', required('when'), required('info'), words('data', 'path'))
}
