import t from 'tap'
import { VERBS, type Verb } from '#contract/scopes.ts'
import { RULESET_NAMES, type RulesetName } from '#auth/rulesets.ts'
import { build, type NewUser } from '../helper.ts'
import { contract } from '../support/contract.ts'

const { as, makeUser } = await build(t)

const EXAMPLES: Record<string, string> = { id: '424242', model: 'projectcode', lookup_field: 'pk', lookup_value: '424242', key: 'NO_SUCH_KEY' }

/** Open to everybody, and tell by their status who is signed in; test/auth/session.test.ts has more. */
const TELL_BY_STATUS = ['allauth_auth_session_get', 'allauth_auth_session_delete', 'allauth_auth_login_post']

const operations = contract.operations.filter(({ id }) => !TELL_BY_STATUS.includes(id)).map(({ id, method, path, open, scopes, body }) => ({
  id,
  open,
  scopes,
  body: body && {},
  method: method as 'get' | 'post' | 'put' | 'patch' | 'delete',
  url: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name]!),
  name: `${method.toUpperCase()} ${path}`
}))
type Tried = typeof operations[number]

let made = 0
/** What one operation answers a user made for it: some operations delete whoever asks. */
async function statusFor ({ method, url, body }: Tried, user: Omit<NewUser, 'name'>): Promise<number> {
  const name = `user${++made}`
  await makeUser({ name, ...user })
  return (await as(name)[method](url, body)).status
}

/** What a user needs to hold one of the scopes that the contract names, and nothing else. */
function holderOf (scope: string): Omit<NewUser, 'name'> {
  const user: Omit<NewUser, 'name'> = {}
  for (const name of scope.split('+')) {
    const [kind, verb, ruleset] = name.split(':')
    if (name === 'a:staff') user.staff = true
    else if (name === 'a:superuser') user.superuser = true
    else if (kind === 'r') user.roles = { ...user.roles, [ruleset!]: [...user.roles?.[ruleset as RulesetName] ?? [], verb as Verb] }
  }
  return user
}

const everyRole = (verbs: readonly Verb[]) => Object.fromEntries(RULESET_NAMES.map((name) => [name, verbs])) as Record<RulesetName, readonly Verb[]>

t.test('the contract says of every operation who may', async (t) => {
  t.ok(operations.length > 90, 'there are operations')
  for (const { id, open, scopes } of operations) t.ok(open || scopes.length > 0, `${id} names its scopes`)
})

t.test('without credentials → 401 everywhere but where the contract is open', async (t) => {
  for (const { name, method, url, body, open } of operations) {
    const { status, headers } = await as(null)[method](url, body)
    if (open) t.not(status, 401, `${name} is open`)
    else {
      t.equal(status, 401, name)
      t.equal(headers['www-authenticate'], 'Token', `${name} names the scheme`)
    }
  }
})

t.test('wrong credentials → 401 even where the contract is open', async (t) => {
  const { by } = await build(t)
  for (const { name, method, url, body, id } of operations) {
    if (id.endsWith('_metadata_redirect')) continue // leads on without looking who asks
    t.equal((await by({ authorization: 'Token inv-nobody' })[method](url, body)).status, 401, name)
  }
})

t.test('a user without any role → 403 where a role or flag is asked for', async (t) => {
  for (const operation of operations) {
    const status = await statusFor(operation, {})
    if (operation.open || operation.scopes.includes('g:read')) t.notOk([401, 403].includes(status), `${operation.name} lets everybody in, answered ${status}`)
    else t.equal(status, 403, operation.name)
  }
})

t.test('a user who may view everything → reads, and 403 on what writes', async (t) => {
  for (const operation of operations) {
    const status = await statusFor(operation, { roles: everyRole(['view']) })
    const admitted = operation.open || operation.scopes.some((scope) => scope === 'g:read' || /^r:view:\w+$/.test(scope))
    t.equal(status === 403, !admitted, `${operation.name} answered ${status}`)
  }
})

t.test('exactly the verb and role that the contract names is enough', async (t) => {
  for (const operation of operations.filter((op) => !op.open)) {
    for (const scope of operation.scopes) {
      const status = await statusFor(operation, holderOf(scope))
      t.notOk([401, 403].includes(status), `${operation.name} with ${scope} answered ${status}`)
    }
  }
})

t.test('every role but those that the contract names → 403', async (t) => {
  for (const operation of operations.filter(({ scopes }) => scopes.some((scope) => scope.startsWith('r:')))) {
    const roles = everyRole(VERBS)
    for (const scope of operation.scopes.flatMap((names) => names.split('+'))) {
      const [, verb, ruleset] = scope.split(':') as [string, Verb, RulesetName]
      roles[ruleset] = roles[ruleset].filter((one) => one !== verb)
    }
    t.equal(await statusFor(operation, { roles }), 403, operation.name)
  }
})

t.test('staff without roles → what asks for staff alone', async (t) => {
  for (const operation of operations.filter(({ scopes }) => scopes.some((scope) => scope.startsWith('a:')))) {
    const status = await statusFor(operation, { staff: true })
    t.equal(status === 403, !operation.scopes.includes('a:staff'), `${operation.name} answered ${status}`)
  }
})

t.test('a superuser with the staff flag → never 401 or 403', async (t) => {
  for (const operation of operations) {
    const status = await statusFor(operation, { staff: true, superuser: true })
    t.notOk([401, 403].includes(status), `${operation.name} answered ${status}`)
  }
})

t.test('an inactive user → 401, whatever the roles', async (t) => {
  for (const operation of operations.filter((op) => !op.open)) {
    t.equal(await statusFor(operation, { superuser: true, staff: true, active: false }), 401, operation.name)
  }
})
