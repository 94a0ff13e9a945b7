import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '#db/database.ts'
import { now } from '#framework/time.ts'
import { SESSION_SECONDS } from './cookies.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** What a session remembers of a stored password, so that it ends with it. */
export const passwordMark = (stored: string) => hashOf(`session ${stored}`)

/**
 * Starts a session; those of anyone that are over are cleared away.
 *
 * @param stored the user's password as it is stored
 * @returns the key for the cookie, of which the database knows only the hash, and when it was made
 */
export async function startSession(
  db: Database,
  user: { id: number; password: string }
): Promise<{ key: string; created: string }> {
  const key = randomBytes(32).toString('base64url')
  const created = now()
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('session').where('expires', '<=', created).execute()
    await trx
      .insertInto('session')
      .values({
        user_id: user.id,
        hash: hashOf(key),
        password_mark: passwordMark(user.password),
        created,
        expires: new Date(Date.parse(created) + SESSION_SECONDS * 1000).toISOString()
      })
      .execute()
    await trx.updateTable('user').set({ last_login: created }).where('id', '=', user.id).execute()
  })
  return { key, created }
}

/** Finds the session of a cookie's key among the users; to be narrowed with `select`. */
export const sessionBy = (db: Database, key: string) =>
  db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .where('session.hash', '=', hashOf(key))
    .where('session.expires', '>', now())

/** When a session began; undefined where it is over. */
export async function sessionStart(db: Database, id: number): Promise<string | undefined> {
  return (await db.selectFrom('session').select('created').where('id', '=', id).executeTakeFirst())?.created
}

/** Ends one session. */
export async function endSession(db: Database, id: number): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
}

/** Ends all sessions of a user: what deactivation does, and a new password. */
export async function endSessionsOf(db: Database, userId: number): Promise<void> {
  await db.deleteFrom('session').where('user_id', '=', userId).execute()
}
