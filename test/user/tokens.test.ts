import t from 'tap'
import { afterDays, today } from '#framework/time.ts'
import { basic, build, column } from '../helper.ts'

const TOKENS = '/api/user/tokens/'
const allOf = (user: number) => `/api/user/${user}/tokens/`
const REDACTED = /^inv-[0-9a-f]{4}\*{33}[0-9a-f]{3}-\d{8}$/

/** A house with two ordinary users who sign in with Basic, so that no token is there but those a test makes. */
async function furnished(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const [nina, otto] = [await house.makeUser({ name: 'nina' }), await house.makeUser({ name: 'otto' })]
  const [asNina, asOtto, asAdmin] = ['nina', 'otto', 'admin'].map((name) => house.by({ authorization: basic(name) }))
  return { ...house, nina, otto, asNina: asNina!, asOtto: asOtto!, asAdmin: asAdmin! }
}

t.test('GET token → 200 with a token that works; asking again gives the same', async (t) => {
  const { asNina, by } = await furnished(t)
  const first = await asNina.get('/api/user/token/')
  t.equal(first.status, 200)
  t.match(first.body, { token: /^inv-[0-9a-f]{40}-\d{8}$/, name: '', expiry: afterDays(365) })
  t.strictSame((await asNina.get('/api/user/token/')).body, first.body, 'the same')
  t.strictSame((await asNina.get('/api/user/me/token/')).body, first.body, 'the same at the other address')
  t.strictSame(
    (await by({ authorization: `Token ${first.body.token}` }).get('/api/user/token/')).body,
    first.body,
    'the same with itself'
  )
  t.equal((await asNina.get(TOKENS)).body.length, 1)
})

t.test('a name makes another token; it is cleaned first', async (t) => {
  const { asNina } = await furnished(t)
  const names = async (asked: string) =>
    (await asNina.get(`/api/user/token/?name=${encodeURIComponent(asked)}`)).body.name
  t.equal(await names('bench scanner'), 'bench-scanner', 'blanks become dashes')
  t.equal(await names('  bench scanner '), 'bench-scanner', 'those at the ends go')
  t.equal(await names('tab\there\nline'), 'tabhereline', 'control characters vanish')
  t.equal(await names('n'.repeat(120)), 'n'.repeat(100), 'cut to 100')
  t.equal((await asNina.get(TOKENS)).body.length, 3)
  const { status, body } = await asNina.get('/api/user/token/?name=%3Cb%3Ex%3C/b%3E')
  t.equal(status, 400)
  t.strictSame(body, { non_field_errors: ['Remove HTML tags from this value'] })
})

t.test('after a token was revoked or has expired, asking gives a new one', async (t) => {
  const { asNina, db } = await furnished(t)
  const ask = async () => (await asNina.get('/api/user/token/')).body.token
  const [first, { id }] = [await ask(), (await asNina.get(TOKENS)).body[0]]
  await asNina.delete(`${TOKENS}${id}/`)
  const second = await ask()
  t.not(second, first, 'revoked')
  await db
    .updateTable('api_token')
    .set({ expiry: afterDays(-1) })
    .execute()
  t.not(await ask(), second, 'expired')
})

t.test('two users with tokens of one name have their own', async (t) => {
  const { asNina, asOtto } = await furnished(t)
  t.not(
    (await asNina.get('/api/user/token/?name=phone')).body.token,
    (await asOtto.get('/api/user/token/?name=phone')).body.token
  )
})

t.test("the list shows one's own tokens, blanked out", async (t) => {
  const { asNina, asOtto, nina, by } = await furnished(t)
  const { token } = (await asNina.get('/api/user/token/?name=phone')).body
  await asOtto.get('/api/user/token/')
  const { body } = await asNina.get(TOKENS)
  t.equal(body.length, 1)
  t.match(body[0], {
    name: 'phone',
    token: REDACTED,
    active: true,
    revoked: false,
    user: nina,
    expiry: afterDays(365),
    last_seen: null,
    in_use: false,
    user_detail: { pk: nina, username: 'nina' },
    created: /^\d{4}-\d\d-\d\d \d\d:\d\d$/
  })
  t.ok(token.startsWith(body[0].token.slice(0, 8)) && token.endsWith(body[0].token.slice(-12)), 'its ends are shown')
  const [used] = (await by({ authorization: `Token ${token}` }).get(TOKENS)).body
  t.match(used, { in_use: true, last_seen: today() })
})

t.test('POST → 201 with the whole token, this once', async (t) => {
  const { asNina, by, nina } = await furnished(t)
  const { status, body } = await asNina.post(TOKENS, { name: 'pick and place', key: 'mine' })
  t.equal(status, 201)
  t.match(body, { name: 'pick and place', user: nina, token: /^inv-[0-9a-f]{40}-\d{8}$/, active: true })
  t.equal((await by({ authorization: `Token ${body.token}` }).get('/api/user/me/')).body.username, 'nina')
  t.match((await asNina.get(`${TOKENS}${body.id}/`)).body.token, REDACTED)
  t.equal((await asNina.post(TOKENS, { name: 'pick and place' })).status, 201, 'a name may repeat')
  t.match((await asNina.post(TOKENS, {})).body, { name: '', expiry: afterDays(365) })
  t.match((await asNina.post(TOKENS, { expiry: '2001-01-01' })).body, { active: false, expiry: '2001-01-01' })
  t.match((await asNina.post(TOKENS, { revoked: true })).body, { active: false, revoked: true })
})

t.test('POST of wrong values → 400', async (t) => {
  const { asNina, otto } = await furnished(t)
  for (const [body, problems] of [
    [{ expiry: 'tomorrow' }, { expiry: ['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'] }],
    [{ expiry: '2027-02-30' }, { expiry: ['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'] }],
    [{ name: null }, { name: ['This field may not be null.'] }],
    [{ name: 'n'.repeat(101) }, { name: ['Ensure this field has no more than 100 characters.'] }],
    [{ user: 424242 }, { user: ['Invalid pk "424242" - object does not exist.'] }],
    [{ user: otto }, { non_field_errors: ['Only a superuser can create a token for another user'] }]
  ] as const)
    t.strictSame((await asNina.post(TOKENS, body)).body, problems)
  t.strictSame((await asNina.get(TOKENS)).body, [], 'none was made')
})

t.test('a superuser makes tokens for others', async (t) => {
  const { asAdmin, asOtto, otto, by } = await furnished(t)
  const { status, body } = await asAdmin.post(TOKENS, { name: 'for otto', user: otto })
  t.equal(status, 201)
  t.equal((await by({ authorization: `Token ${body.token}` }).get('/api/user/me/')).body.username, 'otto')
  t.strictSame(column((await asOtto.get(TOKENS)).body, 'name'), ['for otto'])
  t.strictSame((await asAdmin.get(TOKENS)).body, [], 'not in the own list')
})

t.test('tokens of others → 404, but for a superuser who asks with all_users', async (t) => {
  const { asNina, asOtto, asAdmin, nina } = await furnished(t)
  const { id } = (await asNina.post(TOKENS, { name: 'scanner' })).body
  for (const client of [asOtto, asAdmin]) {
    for (const method of ['get', 'delete'] as const) {
      const { status, body } = await client[method](`${TOKENS}${id}/`)
      t.equal(status, 404)
      t.equal(body.detail, 'No ApiToken matches the given query.')
    }
  }
  t.equal((await asOtto.get(`${TOKENS}${id}/?all_users=true`)).status, 404, 'not for an ordinary user')
  t.strictSame((await asOtto.get(`${TOKENS}?all_users=true`)).body, [])
  t.equal((await asAdmin.get(`${TOKENS}${id}/?all_users=true`)).body.user, nina)
  t.strictSame(column((await asAdmin.get(`${TOKENS}?all_users=false`)).body, 'id'), [id], 'any text will do')
  t.equal((await asAdmin.delete(`${TOKENS}${id}/?all_users=true`)).status, 204)
})

t.test('DELETE → 204 and revokes; the token stays in the list', async (t) => {
  const { asNina, by } = await furnished(t)
  const { id, token } = (await asNina.post(TOKENS, {})).body
  const { token: namesake } = (await asNina.post(TOKENS, {})).body
  for (let n = 0; n < 2; n++) t.equal((await asNina.delete(`${TOKENS}${id}/`)).status, 204, 'twice does no harm')
  t.match((await asNina.get(`${TOKENS}${id}/`)).body, { revoked: true, active: false })
  t.equal((await by({ authorization: `Token ${token}` }).get('/api/user/me/')).status, 401)
  t.equal((await by({ authorization: `Token ${namesake}` }).get('/api/user/me/')).status, 200)
})

t.test('filters, search and ordering of the list', async (t) => {
  const { asNina, asAdmin, nina } = await furnished(t)
  const ids: number[] = []
  for (const body of [{ name: 'bench', expiry: '2090-01-01' }, { name: 'arm', revoked: true }, { name: 'crane' }])
    ids.push((await asNina.post(TOKENS, body)).body.id)
  const listed = async (query: string) =>
    column((await asNina.get(`${TOKENS}?${query}`)).body, 'id').map((id) => ids.indexOf(id))
  t.strictSame(await listed(''), [0, 1, 2], 'by id')
  t.strictSame(await listed('revoked=true'), [1])
  t.strictSame(await listed('revoked=False'), [0, 2])
  t.strictSame(await listed('search=BENCH'), [0])
  t.strictSame(await listed('ordering=name'), [1, 0, 2])
  t.strictSame(await listed('ordering=-expiry'), [0, 2, 1], 'ties by descending id')
  t.strictSame(await listed(`user=${nina}`), [0, 1, 2])
  t.strictSame(await listed('user=1'), [], 'of another')
  t.strictSame((await asAdmin.get(`${TOKENS}?user=424242`)).body, {
    user: ['Select a valid choice. That choice is not one of the available choices.']
  })
})

t.test(
  'revoking all tokens of a user → they are refused at the next request, and those of others are not',
  async (t) => {
    const { asNina, asOtto, asAdmin, by, nina } = await furnished(t)
    const made = []
    for (const name of ['a', 'b']) made.push((await asNina.post(TOKENS, { name })).body.token)
    const { token: other } = (await asOtto.post(TOKENS, {})).body
    const { status, body } = await asOtto.delete(allOf(nina))
    t.equal(status, 404)
    t.strictSame(body, { detail: 'No User matches the given query.' })
    t.strictSame((await asAdmin.delete(allOf(nina))).body, { success: 'Revoked 2 tokens' })
    for (const token of made)
      t.strictSame((await by({ authorization: `Token ${token}` }).get('/api/part/')).body, {
        detail: 'Token has been revoked'
      })
    t.equal((await by({ authorization: `Token ${other}` }).get('/api/user/me/')).status, 200)
    t.strictSame(
      (await asOtto.delete(allOf((await asOtto.get('/api/user/me/')).body.pk))).body,
      { success: 'Revoked 1 token' },
      "one's own"
    )
    t.equal((await asAdmin.delete(allOf(424242))).status, 404)
  }
)
