import { notFound } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import { transact } from '#db/transaction.ts'
import { endSessionsOf } from '#auth/sessions.ts'
import type { Vault } from '#auth/tokens.ts'
import { factorsOf, isKind, removeFactors, type Factor } from './factor-store.ts'
import { unusedCodes } from './recovery.ts'
import { sessionsOf } from './sessions.ts'

/** 404 where there is no such user. */
async function requireUser({ db }: RequestContext, id: number): Promise<void> {
  if (!(await db.selectFrom('user').select('id').where('id', '=', id).executeTakeFirst())) throw notFound('User')
}

const shownFactor = (factor: Factor) => ({
  pk: factor.id,
  type: factor.type,
  name: isKind(factor, 'webauthn') ? factor.data.name : '',
  created: factor.created_at,
  last_used: factor.last_used_at,
  unused_codes: isKind(factor, 'recovery_codes') ? unusedCodes(factor.data).length : null
})

/** What an administrator sees and ends of how somebody signs in (docs/behaviour/auth.md#administration). */
export function administration(vault: Vault) {
  const factors: Handler<'user_factors_list'> = async (call, send) => {
    await requireUser(call, call.path.id)
    return send(200, (await factorsOf(call.db, vault, call.path.id)).map(shownFactor))
  }
  const removeFactor: Handler<'user_factors_destroy'> = async ({ db, path }, send) => {
    await transact(db, async (trx) => {
      const factor = trx.selectFrom('authenticator').select('id').where('user_id', '=', path.id)
      if (!(await factor.where('id', '=', path.pk).executeTakeFirst())) throw notFound('Authenticator')
      await removeFactors(trx, path.id, [path.pk])
    })
    return send(204)
  }
  const sessions: Handler<'user_sessions_list'> = async (call, send) => {
    await requireUser(call, call.path.id)
    const found = await sessionsOf(call.db, call.path.id)
    return send(
      200,
      found.map(({ id, created, last_seen, ...client }) => ({ pk: id, ...client, created, last_seen }))
    )
  }
  const endAll: Handler<'user_sessions_all_destroy'> = async (call, send) => {
    await requireUser(call, call.path.id)
    await endSessionsOf(call.db, call.path.id)
    return send(204)
  }
  const endOne: Handler<'user_sessions_destroy'> = async ({ db, path }, send) => {
    const { numDeletedRows } = await db
      .deleteFrom('session')
      .where('user_id', '=', path.id)
      .where('id', '=', path.pk)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw notFound('Session')
    return send(204)
  }
  return {
    user_factors_list: factors,
    user_factors_destroy: removeFactor,
    user_sessions_list: sessions,
    user_sessions_all_destroy: endAll,
    user_sessions_destroy: endOne
  }
}
