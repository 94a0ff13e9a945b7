import type { Database } from '#db/database.ts'
import { ifPossible } from '#contract/failures.ts'
import { now } from '#framework/time.ts'
import { USER_COLUMNS, type UserRow } from './users.ts'
import { passwordMark, proofsOf, sessionBy, type Proof } from './sessions.ts'

/** How often it is written down that a session is in use. */
const SEEN_MS = 60_000

/** What the cookie of a browser names. */
export interface BrowserSession {
  id: number
  /** Who is signed in; null before anybody is, and while the user is not active. */
  user: UserRow | null
  /** How the user proved who they are, the oldest first. */
  proofs: readonly Proof[]
  /** What is kept from one request to the next, sealed. */
  state: string | null
}

/**
 * The session of a key.
 *
 * @param key what the cookie holds
 * @returns null without a key; undefined where it is over, as it is after a new password
 */
export async function sessionOf(db: Database, key: string | undefined): Promise<BrowserSession | null | undefined> {
  if (!key) return null
  const row = await sessionBy(db, key)
    .select([
      ...USER_COLUMNS,
      'session.id as session_id',
      'session.user_id',
      'session.password_mark',
      'session.methods',
      'session.state',
      'session.last_seen as session_seen'
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const { session_id: id, user_id, password_mark, methods, state, session_seen, ...user } = row
  const session = { id, proofs: proofsOf(methods), state }
  if (user_id === null || user.id === null) return { ...session, user: null }
  const found = user as UserRow
  if (password_mark !== passwordMark(found.password)) return undefined
  if (!found.is_active) return { ...session, user: null }
  if (Date.parse(session_seen) + SEEN_MS <= Date.now())
    await ifPossible(() => db.updateTable('session').set({ last_seen: now() }).where('id', '=', id).execute())
  return { ...session, user: found }
}
