// Whether those who were let in earlier would be let in now, and what they may see: for connections that stay open.
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import type { Caller } from '#contract/scopes.ts'
import { now, today } from '#framework/time.ts'
import { RULESET_NAMES } from './rulesets.ts'
import { passwordMark } from './sessions.ts'

/** What somebody was let in by. */
export type Admission = Pick<Caller, 'id' | 'tokenId' | 'sessionId'> & {
  /** What their password was then, as `standings` told it; for those who came with it alone. */
  passwordMark?: string
}

/** Somebody who would be let in now. */
export interface Standing {
  /** The rulesets whose records they may see. */
  visible: ReadonlySet<string>
  passwordMark: string
}

const EVERYTHING: ReadonlySet<string> = new Set(RULESET_NAMES)

/**
 * How people stand now, whatever is kept in memory; a handful of statements for any number of them.
 *
 * @returns one for each, in their order; undefined for whoever would be turned away: the user is gone or not active, the
 *   token revoked or over, the session ended, the password another one
 */
export async function standings(db: Database, admissions: readonly Admission[]): Promise<(Standing | undefined)[]> {
  const keys = (of: (one: Admission) => number | null) =>
    among([...new Set(admissions.map(of).filter((key) => key !== null))])
  const userKeys = keys(({ id }) => id)
  const users = await db
    .selectFrom('user')
    .select(['id', 'password', 'is_superuser'])
    .where('id', 'in', userKeys)
    .where('is_active', '=', 1)
    .execute()
  const rights = await db
    .selectFrom('ruleset')
    .innerJoin('user_group', 'user_group.group_id', 'ruleset.group_id')
    .select(['user_group.user_id', 'ruleset.name'])
    .distinct()
    .where('user_group.user_id', 'in', userKeys)
    .where('can_view', '=', 1)
    .execute()
  const tokens = await db
    .selectFrom('api_token')
    .select(['id', 'user_id'])
    .where(
      'id',
      'in',
      keys(({ tokenId }) => tokenId)
    )
    .where('revoked', '=', 0)
    .where('expiry', '>=', today())
    .execute()
  const sessions = await db
    .selectFrom('session')
    .select(['id', 'user_id', sql<string>`password_mark`.as('mark')])
    .where(
      'id',
      'in',
      keys(({ sessionId }) => sessionId)
    )
    .where('expires', '>', now())
    .execute()
  const byId = new Map(users.map((user) => [user.id, { ...user, mark: passwordMark(user.password) }]))
  const visible = new Map(
    [...Map.groupBy(rights, ({ user_id }) => user_id)].map(([id, rows]) => [id, new Set(rows.map(({ name }) => name))])
  )
  const [tokenUsers, sessionsById] = [
    new Map(tokens.map((token) => [token.id, token.user_id])),
    new Map(sessions.map((session) => [session.id, session]))
  ]
  const isLetIn = ({ id, tokenId, sessionId, passwordMark: before }: Admission, mark: string): boolean => {
    if (tokenId !== null) return tokenUsers.get(tokenId) === id
    if (sessionId === null) return (before ?? mark) === mark
    const session = sessionsById.get(sessionId)
    return session?.user_id === id && session.mark === mark
  }
  return admissions.map((admission) => {
    const user = byId.get(admission.id)
    if (!user || !isLetIn(admission, user.mark)) return undefined
    return {
      visible: user.is_superuser === 1 ? EVERYTHING : (visible.get(user.id) ?? new Set()),
      passwordMark: user.mark
    }
  })
}
