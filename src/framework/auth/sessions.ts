import { createHash, randomBytes } from 'node:crypto'
import type { Updateable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { now } from '#framework/time.ts'
import { SESSION_SECONDS } from './cookies.ts'
import type { FactorKind } from './factor-kinds.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** How long what nobody is signed in with is kept: a sign-in that was begun has to be ended by then. */
const BEGUN_SECONDS = 15 * 60
/** How many sessions one user may have; the oldest make room. */
const SESSIONS_AT_MOST = 200
/** How much of what a browser calls itself is kept. */
const AGENT_LENGTH = 200

/** A proof of who somebody is, as the API tells it (docs/behaviour/auth.md#answers). */
export interface Proof {
  method: 'password' | 'mfa' | 'socialaccount'
  /** Seconds since 1970. */
  at: number
  /** The name that came with a password. */
  username?: string
  /** The second factor. */
  id?: number
  type?: FactorKind
  reauthenticated?: true
  passwordless?: true
  /** The provider that said who it is, and what it knows them by. */
  provider?: string
  uid?: string
}

/** Where a session begins. */
export interface Client {
  ip: string
  userAgent: string
}

/** What a session remembers of a stored password, so that it ends with it. */
export const passwordMark = (stored: string) => hashOf(`session ${stored}`)

const after = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

/** The proofs of a session, as they are stored. */
export const proofsOf = (stored: string): Proof[] => JSON.parse(stored || '[]') as Proof[]

/**
 * Starts a session; those of anyone that are over are cleared away.
 *
 * @param db inside a transaction
 * @param user whose it is, with the password as it is stored; null while nobody is signed in
 * @returns the key for the cookie, of which the database knows only the hash
 */
export async function startSession(
  db: Database,
  {
    user,
    proofs = [],
    state = null,
    client
  }: { user: { id: number; password: string } | null; proofs?: readonly Proof[]; state?: string | null; client: Client }
): Promise<{ id: number; key: string }> {
  const key = randomBytes(32).toString('base64url')
  const created = now()
  await db.deleteFrom('session').where('expires', '<=', created).execute()
  if (user) await makeRoom(db, user.id)
  const { id } = await db
    .insertInto('session')
    .values({
      user_id: user?.id ?? null,
      hash: hashOf(key),
      password_mark: user && passwordMark(user.password),
      created,
      last_seen: created,
      expires: new Date(Date.parse(created) + (user ? SESSION_SECONDS : BEGUN_SECONDS) * 1000).toISOString(),
      ip: client.ip,
      user_agent: client.userAgent.slice(0, AGENT_LENGTH),
      methods: JSON.stringify(proofs),
      state
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (user) await db.updateTable('user').set({ last_login: created }).where('id', '=', user.id).execute()
  return { id, key }
}

/** Ends the oldest sessions of somebody who has as many as may be. */
async function makeRoom(db: Database, userId: number): Promise<void> {
  const kept = await db
    .selectFrom('session')
    .select('id')
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .offset(SESSIONS_AT_MOST - 1)
    .limit(1)
    .executeTakeFirst()
  if (kept) await db.deleteFrom('session').where('user_id', '=', userId).where('id', '<=', kept.id).execute()
}

/** Finds the session of a cookie's key among the users; to be narrowed with `select`. */
export const sessionBy = (db: Database, key: string) =>
  db
    .selectFrom('session')
    .leftJoin('user', 'user.id', 'session.user_id')
    .where('session.hash', '=', hashOf(key))
    .where('session.expires', '>', now())

/**
 * Changes what a session holds, which begins its days anew.
 *
 * @param was the state that the change stands on; another request may have changed it since
 * @returns whether it was changed: not where its state is another one, or it is over
 */
export async function changeSession(
  db: Database,
  id: number,
  change: { proofs?: readonly Proof[]; state?: string | null },
  was: string | null
): Promise<boolean> {
  const values: Updateable<DB['session']> = {
    ...(change.proofs && { methods: JSON.stringify(change.proofs) }),
    ...(change.state !== undefined && { state: change.state })
  }
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set(values)
    .set((eb) => ({
      expires: eb.case().when('user_id', 'is', null).then(after(BEGUN_SECONDS)).else(after(SESSION_SECONDS)).end()
    }))
    .where('id', '=', id)
    .where('state', was === null ? 'is' : '=', was)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends one session. */
export async function endSession(db: Database, id: number): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
}

/** Ends all sessions of a user: what deactivation does, and a new password. */
export async function endSessionsOf(db: Database, userId: number): Promise<void> {
  await db.deleteFrom('session').where('user_id', '=', userId).execute()
}
