import type { Kysely } from 'kysely'
import { builder, refers, required, text } from './columns.ts'

/** Accounts elsewhere, by which users sign in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await table(
    'social_account',
    refers('user_id', 'user', 'cascade', true),
    required('provider'),
    required('uid'),
    required('last_login'),
    required('date_joined'),
    text('extra_data')
  )
  await unique('social_account_one', 'social_account', 'provider', 'uid')
  await index('social_account_user_id', 'social_account', 'user_id')
}
