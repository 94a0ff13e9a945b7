import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { now } from '#framework/time.ts'
import type { Ok } from '#contract/types.ts'
import { operation } from './area.ts'
import { keys } from './fields.ts'
import { pendingAnswer } from './stages.ts'
import type { Visit } from './visit.ts'

/** The sessions that somebody is signed in with, the oldest first. */
export const sessionsOf = (db: Database, userId: number) =>
  db
    .selectFrom('session')
    .select(['id', 'ip', 'user_agent', 'created', 'last_seen'])
    .where('user_id', '=', userId)
    .where('expires', '>', now())
    .orderBy('id')
    .execute()

const seconds = (moment: string) => Date.parse(moment) / 1000

async function list({ user, sessionId, context }: Visit): Promise<Ok<'allauth_auth_sessions_get'>> {
  const sessions = await sessionsOf(context.db, user.id)
  const data = sessions.map(({ id, ip, user_agent, created, last_seen }) => ({
    user_agent,
    ip,
    created_at: seconds(created),
    is_current: id === sessionId,
    id,
    last_seen_at: seconds(last_seen)
  }))
  return { status: 200, data }
}

/** The sessions of a user: seen, and ended. */
export const SESSIONS = {
  ...operation('allauth_auth_sessions_get', {
    signedIn: true,
    act: async (visit, _values, send) => send(200, await list(visit))
  }),
  ...operation('allauth_auth_sessions_delete', {
    signedIn: true,
    fields: { sessions: keys },
    validate: async ({ user, context }, reading) => {
      const { sessions = [] } = reading.values
      if (reading.isWrong('sessions')) return
      const own = new Set((await sessionsOf(context.db, user.id)).map(({ id }) => id))
      const other = sessions.find((id) => !own.has(id))
      if (other !== undefined)
        reading.complain(
          'sessions',
          'invalid_choice',
          `Select a valid choice. ${other} is not one of the available choices.`
        )
    },
    act: async (visit, { sessions }, send) => {
      const { db } = visit.context
      await db.deleteFrom('session').where('user_id', '=', visit.user.id).where('id', 'in', among(sessions)).execute()
      if (!sessions.includes(visit.sessionId)) return send(200, await list(visit))
      visit.forget()
      throw await pendingAnswer(visit)
    }
  })
}
