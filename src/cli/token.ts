import { today } from '#framework/time.ts'
import { withApi } from './api.ts'
import { command, JSON_OPTION, YES_OPTION } from './command.ts'
import { withDatabase } from './data.ts'
import { agree, Failure, list, note, say, UsageError } from './terminal.ts'
import { userNamed } from './named.ts'

export const tokenCreate = command({
  words: 'USER',
  summary: 'Make an API token for a user',
  options: {
    name: { value: 'TEXT', help: 'what it is for' },
    expiry: { value: 'YYYY-MM-DD', help: 'the last day on which it works (default: a year from now)' },
    json: { help: 'for scripts: one JSON value, with id, name and expiry' }
  },
  more: 'The token is printed this once, alone on the standard output.',
  examples: [
    'TOKEN=$(inventree token create mara --name scanner)',
    'token create mara --expiry 2030-12-31',
    'token create mara --json'
  ],
  run: ([username], { name = '', expiry, json }, config) =>
    withApi(config, async ({ db, ask }) => {
      const user = await userNamed(db, username!)
      const made = await ask('POST', '/api/user/tokens/', {
        user: user.id,
        name,
        ...(expiry === undefined ? {} : { expiry })
      })
      if (json) {
        say(JSON.stringify({ id: made.id, user: username, name: made.name, expiry: made.expiry, token: made.token }))
        return
      }
      note(`token ${made.id} for ${username}, valid through ${made.expiry}`)
      say(made.token)
    })
})

export const tokenList = command({
  words: '[USER]',
  summary: 'List the API tokens, of one user or of all',
  options: { json: JSON_OPTION },
  more: 'The tokens themselves are not shown.',
  examples: ['token list', 'token list mara --json'],
  run: ([username], { json }, config) =>
    withDatabase(config, async (db) => {
      const user = username === undefined ? undefined : await userNamed(db, username)
      let query = db
        .selectFrom('api_token')
        .innerJoin('user', 'user.id', 'api_token.user_id')
        .select([
          'api_token.id',
          'user.username',
          'api_token.name',
          'redacted',
          'created',
          'expiry',
          'api_token.last_seen',
          'revoked'
        ])
        .orderBy('api_token.id')
      if (user) query = query.where('user_id', '=', user.id)
      const tokens = (await query.execute()).map(({ revoked, ...rest }) => ({
        ...rest,
        state: revoked ? 'revoked' : rest.expiry < today() ? 'expired' : 'active'
      }))
      list(
        tokens,
        {
          id: (one) => one.id,
          user: (one) => one.username,
          name: (one) => one.name,
          token: (one) => one.redacted,
          created: (one) => one.created.slice(0, 10),
          expiry: (one) => one.expiry,
          'last seen': (one) => one.last_seen,
          state: (one) => one.state
        },
        json
      )
    })
})

export const tokenRevoke = command({
  words: '[ID...]',
  summary: 'Make tokens invalid, or all tokens of a user',
  options: { user: { value: 'USER', help: 'all tokens of this user' }, yes: YES_OPTION },
  more: 'A revoked token fails at the next request, also at a server that is running. "inventree token list" shows the ids. Asks only before it revokes\nall tokens of a user.',
  examples: ['token revoke 7', 'token revoke --user mara', 'token revoke --user mara --yes'],
  run: (ids, { user: username, yes }, config) =>
    withApi(config, async ({ db, ask }) => {
      if ((ids.length === 0) === (username === undefined))
        throw new UsageError('Say which: inventree token revoke ID..., or --user USER')
      const all = await db.selectFrom('api_token').select(['id', 'user_id', 'revoked']).execute()
      const unknown = ids.find((id) => !all.some((token) => String(token.id) === id))
      if (unknown !== undefined) throw new Failure(`There is no token ${unknown}. "inventree token list" shows all.`)
      const owner = username === undefined ? undefined : await userNamed(db, username)
      const chosen = all.filter((token) =>
        owner ? token.user_id === owner.id && !token.revoked : ids.includes(String(token.id))
      )
      if (owner && chosen.length) await agree(`Revoke all ${chosen.length} tokens of ${username}?`, yes)
      if (owner) await ask('DELETE', `/api/user/${owner.id}/tokens/`)
      else for (const { id } of chosen) await ask('DELETE', `/api/user/tokens/${id}/?all_users=true`)
      say(
        owner
          ? `${chosen.length} tokens of ${username} revoked`
          : `${ids.length === 1 ? 'token' : 'tokens'} ${ids.join(', ')} revoked`
      )
    })
})
