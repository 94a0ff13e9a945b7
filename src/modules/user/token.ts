import { notFound, refused } from '#contract/errors.ts'
import { cleanText, hasHtml } from '#contract/sanitise.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import { equals, modifier } from '#crud/definition.ts'
import { findParent, type ParentRecord } from '#crud/parent.ts'
import { resource } from '#crud/resource.ts'
import { transact } from '#db/transaction.ts'
import type { Cookies } from '#auth/cookies.ts'
import { openTokenSession } from '#auth/token-session.ts'
import { createToken, tokenNamed, type Vault } from '#auth/tokens.ts'
import { shownTime, today } from '#framework/time.ts'
import { briefUsers } from './brief.ts'

/**
 * One's own tokens; those of all users for a superuser who asks with any non-empty `all_users`
 * (docs/behaviour/user.md#managing-tokens).
 */
const everybody = (context: RequestContext) => signedIn(context).is_superuser && !!context.rawQuery.all_users

/** The user that `/api/user/{id}/tokens/` names. */
const USER: ParentRecord = { table: 'user', param: 'id', className: 'User' }

/**
 * The token module.
 *
 * @param vault seals the tokens that `GET token` must be able to show again
 * @param cookies gives the browser of whoever asked with a password a session
 */
export function tokens(vault: Vault, cookies: Cookies) {
  const { operations, read } = resource('user_tokens', 'api_token', {
    className: 'ApiToken',
    options: {},
    computed: {},
    visible: (eb, context) => (everybody(context) ? undefined : eb('user_id', '=', signedIn(context).id)),
    search: ['name', 'redacted'],
    order: {
      created: 'created',
      expiry: 'expiry',
      last_seen: 'last_seen',
      user: 'user_id',
      name: 'name',
      revoked: 'revoked'
    },
    defaultOrder: ['id'],
    filters: { revoked: equals('revoked'), user: equals('user_id'), all_users: modifier },
    embed: async (rows, { db }) =>
      briefUsers(
        db,
        rows.map((row) => row.user_id)
      ),
    toJSON: (row, users, _view, context) => ({
      created: shownTime(row.created),
      expiry: row.expiry,
      id: row.id,
      last_seen: row.last_seen,
      name: row.name,
      token: row.redacted,
      active: row.revoked === 0 && row.expiry >= today(),
      revoked: row.revoked === 1,
      user: row.user_id,
      user_detail: users.get(row.user_id)!,
      in_use: signedIn(context).tokenId === row.id
    })
  })

  const issue: Handler<'user_me_token_retrieve' | 'user_token_retrieve'> = async (call, send) => {
    const asked = cleanText(call.query.name ?? '', { multiline: false })
    if (hasHtml(asked)) throw refused('Remove HTML tags from this value')
    const name = asked.replaceAll(' ', '-').slice(0, 100)
    const { token, expiry } = await tokenNamed(call.db, vault, signedIn(call).id, name)
    await openTokenSession(call, cookies)
    return send(200, { token, name, expiry })
  }

  const create: Handler<'user_tokens_create'> = async (call, send) => {
    const caller = signedIn(call)
    const { user = caller.id, name = '', expiry, revoked, last_seen } = call.body ?? {}
    if (user !== caller.id && !caller.is_superuser)
      throw refused('Only a superuser can create a token for another user')
    const shown = await transact(call.db, async (db) => {
      const made = await createToken(db, vault, { user_id: user, name, expiry, revoked, last_seen })
      const tokens = await read({ ...call, db, rawQuery: { all_users: 'true' } }, [made.id])
      return { ...tokens.get(made.id)!, token: made.token }
    })
    return send(201, shown)
  }

  const revoke: Handler<'user_tokens_destroy'> = async (call, send) => {
    await operations.user_tokens_retrieve({ ...call } as never, (() => undefined) as never)
    await call.db.updateTable('api_token').set({ revoked: 1 }).where('id', '=', call.path.id).execute()
    return send(204)
  }

  const revokeAll: Handler<'user_tokens_all_destroy'> = async (call, send) => {
    const caller = signedIn(call)
    const { id } = call.path
    if (id !== caller.id && !caller.is_superuser) throw notFound('User')
    const revoked = await call.db.transaction().execute(async (db) => {
      await findParent(USER, { ...call, db })
      return (
        await db
          .updateTable('api_token')
          .set({ revoked: 1 })
          .where('user_id', '=', id)
          .where('revoked', '=', 0)
          .executeTakeFirst()
      ).numUpdatedRows
    })
    return send(200, { success: `Revoked ${revoked} ${revoked === 1n ? 'token' : 'tokens'}` })
  }

  return {
    ...operations,
    user_tokens_all_destroy: revokeAll,
    user_tokens_create: create,
    user_tokens_destroy: revoke,
    user_me_token_retrieve: issue,
    user_token_retrieve: issue
  }
}
