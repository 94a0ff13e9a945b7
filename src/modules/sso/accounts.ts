// Accounts elsewhere in the database: by which account of which provider a user may sign in.
import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { USER_COLUMNS, type UserRow } from '#auth/users.ts'
import { now } from '#framework/time.ts'
import type { Identity } from './protocol.ts'

export type SocialAccountRow = Selectable<DB['social_account']>

/** How much of what a provider says is kept, in characters. */
const KEPT = 16_384

/** What a provider said, as it is kept. */
function kept({ claims }: Identity): string {
  const text = JSON.stringify(claims)
  return text.length <= KEPT ? text : '{}'
}

/** The accounts elsewhere of a user, the oldest first. */
export const socialAccountsOf = (db: Database, userId: number): Promise<SocialAccountRow[]> =>
  db.selectFrom('social_account').selectAll().where('user_id', '=', userId).orderBy('id').execute()

/** Whom an account elsewhere belongs to; undefined where nobody is known by it. */
export const holderOf = (db: Database, provider: string, uid: string): Promise<UserRow | undefined> =>
  db
    .selectFrom('social_account')
    .innerJoin('user', 'user.id', 'social_account.user_id')
    .select(USER_COLUMNS)
    .where('social_account.provider', '=', provider)
    .where('social_account.uid', '=', uid)
    .executeTakeFirst()

/**
 * Lets a user sign in by an account elsewhere from now on.
 *
 * @throws where somebody else was faster: an account belongs to one user
 */
export async function connect(db: Database, userId: number, provider: string, identity: Identity): Promise<void> {
  const time = now()
  const values = { user_id: userId, provider, uid: identity.uid, last_login: time, date_joined: time }
  await db
    .insertInto('social_account')
    .values({ ...values, extra_data: kept(identity) })
    .execute()
}

/** Writes down that an account elsewhere was used, and what its provider says now. */
export async function refreshSocialAccount(db: Database, provider: string, identity: Identity): Promise<void> {
  await db
    .updateTable('social_account')
    .set({ last_login: now(), extra_data: kept(identity) })
    .where('provider', '=', provider)
    .where('uid', '=', identity.uid)
    .execute()
}

/** Who proved that an address is theirs; undefined where nobody did. */
export const ownerOfAddress = (db: Database, email: string): Promise<UserRow | undefined> =>
  db
    .selectFrom('email_address')
    .innerJoin('user', 'user.id', 'email_address.user_id')
    .select(USER_COLUMNS)
    .where('email_address.email', '=', email)
    .where('email_address.verified', '=', 1)
    .executeTakeFirst()
