import t from 'tap'
import { pbkdf2Sync } from 'node:crypto'
import { createUser } from '#auth/accounts.ts'
import { createToken } from '#auth/tokens.ts'
import { basic, build } from '../helper.ts'
import { accessTable, answerTo, KNOWN_CONDITIONS, signUp, surprises, tried } from '../support/access-table.ts'
import { contract } from '../support/contract.ts'

const house = await build(t)
const { app, by, db, makeUser, vault } = house
const BOTH_FLAGS = { superuser: true, staff: true }

t.test('the table has every operation of the contract, each once', async (t) => {
  const request = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`
  t.strictSame(
    accessTable.map(({ id, request }) => `${id} ${request}`).sort(),
    contract.operations.map((op) => `${op.id} ${request(op)}`).sort()
  )
})

t.test('the table names nothing but roles, verbs and flags that there are', async (t) => {
  t.strictSame(
    accessTable.flatMap(({ id, alternatives }) =>
      (alternatives ?? [])
        .flat()
        .filter((one) => !KNOWN_CONDITIONS.has(one))
        .map((one) => `${id}: ${one}`)
    ),
    []
  )
})

t.test('without credentials → 401 everywhere but where anyone may, with the scheme named', async (t) => {
  t.strictSame(await surprises(house, {}, ({ alternatives }) => (alternatives ? 401 : 'in')), [])
  t.equal((await by({}).get('/api/part/')).headers['www-authenticate'], 'Token')
})

const WRONG: Record<string, () => Promise<Record<string, string>>> = {
  'a token that nobody has': async () => ({ authorization: 'Token inv-nobody' }),
  'a token that was revoked': async () => {
    const user_id = await makeUser({ name: 'revoked', ...BOTH_FLAGS })
    return { authorization: `Token ${(await createToken(db, vault, { user_id, name: 'test', revoked: true })).token}` }
  },
  'a token whose time is over': async () => {
    const user_id = await makeUser({ name: 'expired', ...BOTH_FLAGS })
    return {
      authorization: `Token ${(await createToken(db, vault, { user_id, name: 'test', expiry: '2020-01-01' })).token}`
    }
  },
  'a token without text': async () => ({ authorization: 'Token' }),
  'a token with a blank in it': async () => ({ authorization: 'Token inv-no body' }),
  'the token of an inactive user': () => signUp(house, [], { ...BOTH_FLAGS, active: false }),
  'a Basic header that cannot be read': async () => ({ authorization: 'Basic !' })
}

for (const [what, credentials] of Object.entries(WRONG))
  t.test(`${what} → 401, also where anyone may`, async (t) => {
    t.strictSame(await surprises(house, await credentials(), () => 401), [])
  })

t.test('a wrong password → 401, also where anyone may', async (t) => {
  // Users and addresses of their own: no limit on attempts is what answers. A cheap hash keeps it short.
  const password = `pbkdf2_sha256$1$saltsalt$${pbkdf2Sync('right', 'saltsalt', 1, 32, 'sha256').toString('base64')}`
  const found: string[] = []
  for (const [n, { row, method, url, body }] of tried.entries()) {
    await createUser(db, { username: `guessed${n}`, password, is_superuser: true, is_staff: true })
    const headers = {
      authorization: basic(`guessed${n}`, 'wrong'),
      ...(body ? { 'content-type': 'application/json' } : {})
    }
    const { statusCode } = await app.inject({
      method,
      url,
      payload: body,
      headers,
      remoteAddress: `10.0.${n >> 8}.${n & 255}`
    })
    if (statusCode !== 401) found.push(`${row.id}: ${statusCode}`)
  }
  t.strictSame(found, [])
})

t.test('a user without any role → what every signed-in user may', async (t) =>
  t.strictSame(await surprises(house, await signUp(house), answerTo({})), [])
)

t.test('staff without roles', async (t) =>
  t.strictSame(await surprises(house, await signUp(house, [], { staff: true }), answerTo({ staff: true })), [])
)

t.test('a superuser without the staff flag', async (t) => {
  t.strictSame(await surprises(house, await signUp(house, [], { superuser: true }), answerTo({ superuser: true })), [])
})

t.test('a superuser with the staff flag → never 401 or 403', async (t) =>
  t.strictSame(await surprises(house, await signUp(house, [], BOTH_FLAGS), () => 'in'), [])
)
