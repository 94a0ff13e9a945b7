import { sql, type Kysely } from 'kysely'
import { builder, flag, refers, required } from './columns.ts'

/** The mail addresses of users, beside the one that an administrator writes into the account; and whether they want mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await table(
    'email_address',
    refers('user_id', 'user', 'cascade', true),
    required('email'),
    flag('verified'),
    flag('primary')
  )
  await table(
    'plugin_user_setting',
    refers('user_id', 'user', 'cascade', true),
    required('plugin'),
    required('key'),
    required('value')
  )
  await unique('plugin_user_setting_one', 'plugin_user_setting', 'user_id', 'plugin', 'key')
  await unique('email_address_user_id_email', 'email_address', 'user_id', 'email')
  await index('email_address_email', 'email_address', 'email')
  const one = (name: string, column: string, where: string) =>
    db.schema.createIndex(name).unique().on('email_address').column(column).where(where, '=', 1).execute()
  await sql`create index user_email_lower on "user" (lower(email))`.execute(db)
  await one('email_address_one_primary', 'user_id', 'primary')
  await one('email_address_one_verified', 'email', 'verified')
}
