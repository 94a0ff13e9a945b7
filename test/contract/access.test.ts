import t from 'tap'
import { pbkdf2Sync } from 'node:crypto'
import { createUser } from '#auth/accounts.ts'
import { RULESET_NAMES, type RulesetName } from '#auth/rulesets.ts'
import { createToken } from '#auth/tokens.ts'
import { VERBS, type Verb } from '#contract/scopes.ts'
import { basic, build, type NewUser } from '../helper.ts'
import { accessTable, admits, rolesNamed, type AccessRow, type Holder } from '../support/access-table.ts'
import { contract } from '../support/contract.ts'

const { app, by, db, makeUser, vault } = await build(t)

const EXAMPLES: Record<string, string> = { id: '424242', model: 'projectcode', lookup_field: 'pk', lookup_value: '424242', key: 'NO_SUCH_KEY' }

/** Open to everybody, and tell by their status who is signed in; test/auth/session.test.ts has more. */
const TELL_BY_STATUS = ['allauth_auth_session_get', 'allauth_auth_session_delete', 'allauth_auth_login_post']

/** What takes away whoever asks comes last. */
const LAST = 'user_me_destroy'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
interface Tried { row: AccessRow, method: Method, url: string, body?: object }

const tried: Tried[] = accessTable.filter(({ id }) => !TELL_BY_STATUS.includes(id)).map((row) => {
  const [method, path] = row.request.split(' ') as [string, string]
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? '424242')
  return { row, method: method.toLowerCase() as Method, url, ...contract.byId.get(row.id)?.body ? { body: {} } : {} }
}).sort((a, b) => Number(a.row.id === LAST) - Number(b.row.id === LAST))

let users = 0

/** A user with exactly these rights, and what to send to be them. */
async function signUp (user: Omit<NewUser, 'name'>): Promise<Record<string, string>> {
  const user_id = await makeUser({ name: `user${++users}`, ...user })
  return { authorization: `Token ${(await createToken(db, vault, { user_id, name: 'test' })).token}` }
}

/** A user who holds these roles with these verbs, such as `part.view`. */
function holding (granted: readonly string[], more: Omit<NewUser, 'name'> = {}): Promise<Record<string, string>> {
  const roles = Map.groupBy(granted.map((one) => one.split('.') as [RulesetName, Verb]), ([name]) => name)
  return signUp({ ...more, roles: Object.fromEntries([...roles].map(([name, pairs]) => [name, pairs.map(([, verb]) => verb)])) })
}

/**
 * Sends every operation with the same credentials.
 *
 * @param expected 'in' is every status but 401 and 403
 * @returns what was answered otherwise, a line each
 */
async function surprises (headers: Record<string, string>, expected: (row: AccessRow) => 401 | 403 | 'in', which: readonly Tried[] = tried): Promise<string[]> {
  const found: string[] = []
  const client = by(headers)
  for (const { row, method, url, body } of which) {
    const { status } = await client[method](url, body)
    const wanted = expected(row)
    if (wanted === 'in' ? status === 401 || status === 403 : status !== wanted) found.push(`${row.id}: ${status} instead of ${wanted}`)
  }
  return found
}

/** What a signed-in user is to be answered. */
const as = (holder: Holder) => (row: AccessRow) => admits(row, holder) ? 'in' as const : 403 as const

const every = (verbs: readonly Verb[]) => RULESET_NAMES.flatMap((name) => verbs.map((verb) => `${name}.${verb}`))

t.test('the table has every operation of the contract, each once', async (t) => {
  const request = ({ method, path }: { method: string, path: string }) => `${method.toUpperCase()} ${path}`
  t.strictSame(accessTable.map(({ id, request }) => `${id} ${request}`).sort(), contract.operations.map((op) => `${op.id} ${request(op)}`).sort())
})

t.test('the table names nothing but roles, verbs and flags that there are', async (t) => {
  const known = new Set(['signed in', 'staff', 'superuser', ...every(VERBS)])
  t.strictSame(accessTable.flatMap(({ id, alternatives }) => (alternatives ?? []).flat().filter((one) => !known.has(one)).map((one) => `${id}: ${one}`)), [])
})

t.test('without credentials → 401 everywhere but where anyone may, with the scheme named', async (t) => {
  t.strictSame(await surprises({}, ({ alternatives }) => alternatives ? 401 : 'in'), [])
  t.equal((await by({}).get('/api/part/')).headers['www-authenticate'], 'Token')
})

const WRONG: Record<string, () => Promise<Record<string, string>>> = {
  'a token that nobody has': async () => ({ authorization: 'Token inv-nobody' }),
  'a token that was revoked': async () => {
    const user_id = await makeUser({ name: 'revoked', superuser: true, staff: true })
    return { authorization: `Token ${(await createToken(db, vault, { user_id, name: 'test', revoked: true })).token}` }
  },
  'a token whose time is over': async () => {
    const user_id = await makeUser({ name: 'expired', superuser: true, staff: true })
    return { authorization: `Token ${(await createToken(db, vault, { user_id, name: 'test', expiry: '2020-01-01' })).token}` }
  },
  'a token without text': async () => ({ authorization: 'Token' }),
  'a token with a blank in it': async () => ({ authorization: 'Token inv-no body' }),
  'the token of an inactive user': () => signUp({ superuser: true, staff: true, active: false }),
  'a Basic header that cannot be read': async () => ({ authorization: 'Basic !' })
}

for (const [what, credentials] of Object.entries(WRONG)) t.test(`${what} → 401, also where anyone may`, async (t) => {
  t.strictSame(await surprises(await credentials(), () => 401), [])
})

t.test('a wrong password → 401, also where anyone may', async (t) => {
  // Users and addresses of their own: no limit on attempts is what answers. A cheap hash keeps it short.
  const password = `pbkdf2_sha256$1$saltsalt$${pbkdf2Sync('right', 'saltsalt', 1, 32, 'sha256').toString('base64')}`
  const found: string[] = []
  for (const [n, { row, method, url, body }] of tried.entries()) {
    await createUser(db, { username: `guessed${n}`, password, is_superuser: true, is_staff: true })
    const headers = { authorization: basic(`guessed${n}`, 'wrong'), ...body ? { 'content-type': 'application/json' } : {} }
    const { statusCode } = await app.inject({ method, url, payload: body, headers, remoteAddress: `10.0.${n >> 8}.${n & 255}` })
    if (statusCode !== 401) found.push(`${row.id}: ${statusCode}`)
  }
  t.strictSame(found, [])
})

t.test('a user without any role → what every signed-in user may', async (t) => {
  t.strictSame(await surprises(await signUp({}), as({})), [])
})

t.test('a user who may view everything', async (t) => {
  const roles = every(['view'])
  t.strictSame(await surprises(await holding(roles), as({ roles: new Set(roles) })), [])
})

for (const name of RULESET_NAMES) t.test(`a user with all verbs of the role ${name} alone`, async (t) => {
  const roles = VERBS.map((verb) => `${name}.${verb}`)
  t.strictSame(await surprises(await holding(roles), as({ roles: new Set(roles) })), [])
})

t.test('one verb alone of a role that an operation asks for', async (t) => {
  for (const name of RULESET_NAMES) {
    const asking = tried.filter(({ row }) => rolesNamed(row).some((one) => one.startsWith(`${name}.`)))
    for (const one of VERBS.map((verb) => `${name}.${verb}`)) {
      t.strictSame(await surprises(await holding([one]), as({ roles: new Set([one]) }), asking), [], one)
    }
  }
})

t.test('exactly what one of the alternatives names is enough', async (t) => {
  const together = Map.groupBy(tried.flatMap((one) => (one.row.alternatives ?? []).filter(({ length }) => length > 1).map((all) => ({ one, all }))), ({ all }) => all.join(' & '))
  for (const [name, which] of together) {
    const roles = which[0]!.all.filter((condition) => condition.includes('.'))
    const staff = which[0]!.all.includes('staff')
    t.strictSame(await surprises(await holding(roles, { staff }), as({ staff, roles: new Set(roles) }), which.map(({ one }) => one)), [], name)
  }
})

t.test('every role but those that an operation names → 403', async (t) => {
  const alike = Map.groupBy(tried.filter(({ row }) => rolesNamed(row).length > 0), ({ row }) => rolesNamed(row).join())
  for (const [names, which] of alike) {
    const roles = every(VERBS).filter((one) => !names.split(',').includes(one))
    t.strictSame(await surprises(await holding(roles), () => 403, which), [], names)
  }
})

t.test('staff without roles', async (t) => t.strictSame(await surprises(await signUp({ staff: true }), as({ staff: true })), []))

t.test('a superuser without the staff flag', async (t) => {
  t.strictSame(await surprises(await signUp({ superuser: true }), as({ superuser: true })), [])
})

t.test('a superuser with the staff flag → never 401 or 403', async (t) => {
  t.strictSame(await surprises(await signUp({ superuser: true, staff: true }), () => 'in'), [])
})
