import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { transact } from '#db/transaction.ts'
import type { Cookies } from './cookies.ts'
import { startSession } from './sessions.ts'

/**
 * Opens a session for a browser whose user asked for a token with their password; it takes the place of the one that the
 * same browser got that way before (docs/behaviour/auth.md#sessions-and-csrf). Whoever has a second factor signs in with
 * it, and a token by itself opens none.
 */
export async function openTokenSession(context: RequestContext, cookies: Cookies): Promise<void> {
  const { id, tokenId, sessionId } = signedIn(context)
  if (tokenId !== null || sessionId !== null) return
  const { db, request, reply } = context
  const client = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' }
  const key = await transact(db, async (trx) => {
    const user = await trx
      .selectFrom('user')
      .select((eb) => [
        'id',
        'password',
        eb.exists(eb.selectFrom('authenticator').select('id').whereRef('user_id', '=', 'user.id')).as('asks')
      ])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!user || user.asks) return undefined
    await trx
      .deleteFrom('session')
      .where('user_id', '=', id)
      .where('methods', '=', '[]')
      .where('ip', '=', client.ip)
      .where('user_agent', '=', client.userAgent)
      .execute()
    return (await startSession(trx, { user, client })).key
  })
  if (key === undefined) return
  cookies.session(reply, key)
  cookies.csrf(reply)
}
