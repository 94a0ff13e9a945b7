import type { Kysely } from 'kysely'
import { builder, count, required } from './columns.ts'

/** Attempts to sign in, which all processes count together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table, index, unique } = builder(db)
  await table('sign_in_attempt', required('mark'), count('count'), required('until'))
  await unique('sign_in_attempt_mark', 'sign_in_attempt', 'mark')
  await index('sign_in_attempt_until', 'sign_in_attempt', 'until')
}
