import { isDate } from '#contract/read.ts'
import { openVault } from '#auth/secret.ts'
import { createToken } from '#auth/tokens.ts'
import { today } from '#src/time.ts'
import { withDatabase } from './data.ts'
import type { Command } from './main.ts'
import { Failure, note, say, table, UsageError } from './terminal.ts'
import { userNamed } from './user.ts'

export const tokenCreate: Command = {
  usage: 'USER [--name TEXT] [--expiry YYYY-MM-DD]',
  summary: 'Make an API token for a user',
  help: `
  --name TEXT          what it is for
  --expiry YYYY-MM-DD  the last day on which it works (default: a year from now)

The token is printed this once, alone on the standard output.

Example:
  TOKEN=$(inventree token create mara --name scanner)
`,
  options: { name: { type: 'string' }, expiry: { type: 'string' } },
  words: [1, 1],
  run: ([username], options, config) => withDatabase(config.database, async (db) => {
    const expiry = options.expiry as string | undefined
    if (expiry !== undefined && !isDate(expiry)) throw new UsageError(`--expiry is "${expiry}", but must be a day such as 2027-12-31.`)
    const user = await userNamed(db, username!)
    const made = await createToken(db, openVault(config), { user_id: user.id, name: String(options.name ?? ''), expiry })
    note(`token ${made.id} for ${username}, valid through ${made.expiry}`)
    say(made.token)
  })
}

export const tokenList: Command = {
  usage: '[USER] [--json]',
  summary: 'List the API tokens, of one user or of all',
  help: '  --json  for scripts: one array of objects\n\nThe tokens themselves are not shown.',
  options: { json: { type: 'boolean' } },
  words: [0, 1],
  run: ([username], { json }, { database }) => withDatabase(database, async (db) => {
    const user = username === undefined ? undefined : await userNamed(db, username)
    let query = db.selectFrom('api_token').innerJoin('user', 'user.id', 'api_token.user_id')
      .select(['api_token.id', 'user.username', 'api_token.name', 'redacted', 'created', 'expiry', 'api_token.last_seen', 'revoked']).orderBy('api_token.id')
    if (user) query = query.where('user_id', '=', user.id)
    const tokens = (await query.execute()).map(({ revoked, expiry, ...rest }) => ({ ...rest, expiry, state: revoked ? 'revoked' : expiry < today() ? 'expired' : 'active' }))
    say(json
      ? JSON.stringify(tokens)
      : table(['id', 'user', 'name', 'token', 'created', 'expiry', 'last seen', 'state'],
        tokens.map((t) => [t.id, t.username, t.name, t.redacted, t.created.slice(0, 10), t.expiry, t.last_seen, t.state])))
  })
}

export const tokenRevoke: Command = {
  usage: 'ID | --user USER',
  summary: 'Make a token invalid, or all tokens of a user',
  help: `
  --user USER  all tokens of this user

A revoked token fails at the next request, also at a server that is running. "inventree token list" shows the ids.
`,
  options: { user: { type: 'string' } },
  words: [0, 1],
  run: ([id], options, { database }) => withDatabase(database, async (db) => {
    if ((id === undefined) === (options.user === undefined)) throw new UsageError('Usage: inventree token revoke ID | --user USER')
    const target = db.updateTable('api_token').set({ revoked: 1 }).where('revoked', '=', 0)
    if (id === undefined) {
      const user = await userNamed(db, String(options.user))
      const { numUpdatedRows } = await target.where('user_id', '=', user.id).executeTakeFirstOrThrow()
      say(`${numUpdatedRows} tokens of ${user.username} revoked`)
      return
    }
    if (!/^\d+$/.test(id) || !await db.selectFrom('api_token').select('id').where('id', '=', Number(id)).executeTakeFirst()) throw new Failure(`There is no token ${id}. "inventree token list" shows all.`)
    await target.where('id', '=', Number(id)).execute()
    say(`token ${id} is revoked`)
  })
}
