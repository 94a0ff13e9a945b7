import t from 'tap'
import { createToken, type NewToken } from '#auth/tokens.ts'
import { afterDays, today } from '#framework/time.ts'
import { basic, build, type House } from '../helper.ts'

const ME = '/api/user/me/'

/** A token for a user, with the day and state that a test wants. */
async function issue({ db, vault }: House, user_id: number, more: Partial<NewToken> = {}) {
  return await createToken(db, vault, { user_id, name: 'bench', ...more })
}

const told = async ({ by }: House, authorization: string) => {
  const { status, body, headers } = await by({ authorization }).get(ME)
  return { status, detail: body.detail, challenge: headers['www-authenticate'] }
}

t.test('a token → 200, in whatever letter case its scheme is', async (t) => {
  const house = await build(t)
  const { token } = await issue(house, 1)
  for (const header of [`Token ${token}`, `token ${token}`, `TOKEN ${token}`, `Token   ${token}`])
    t.equal((await told(house, header)).status, 200, header)
})

t.test('a token that does not open anything → 401 that says why', async (t) => {
  const house = await build(t)
  const { token } = await issue(house, 1)
  const gone = await house.makeUser({ name: 'gone', active: false })
  for (const [header, detail] of [
    ['Token', 'Invalid token header. No credentials provided.'],
    ['Token one two', 'Invalid token header. Token string should not contain spaces.'],
    ['Token nothing', 'Invalid token.'],
    [`Token ${token}x`, 'Invalid token.'],
    [`Token ${token.toUpperCase()}`, 'Invalid token.'],
    [`Token ${(await issue(house, gone)).token}`, 'User inactive or deleted.'],
    [`Token ${(await issue(house, 1, { revoked: true })).token}`, 'Token has been revoked'],
    [`Token ${(await issue(house, 1, { expiry: afterDays(-1) })).token}`, 'Token has expired'],
    [`Token: ${token}`, 'Authentication credentials were not provided.'],
    [`Bearer ${token}`, 'Authentication credentials were not provided.']
  ] as const)
    t.strictSame(await told(house, header), { status: 401, detail, challenge: 'Token' }, header)
})

t.test('of several reasons the first counts: inactive, revoked, expired', async (t) => {
  const house = await build(t)
  const gone = await house.makeUser({ name: 'gone', active: false })
  const dead = { revoked: true, expiry: afterDays(-1) }
  t.equal((await told(house, `Token ${(await issue(house, gone, dead)).token}`)).detail, 'User inactive or deleted.')
  t.equal((await told(house, `Token ${(await issue(house, 1, dead)).token}`)).detail, 'Token has been revoked')
})

t.test('a token works on its last day', async (t) => {
  const house = await build(t)
  t.equal((await told(house, `Token ${(await issue(house, 1, { expiry: today() })).token}`)).status, 200)
})

t.test('a wrong token → 401 where no credentials are needed too', async (t) => {
  const { by } = await build(t)
  for (const url of ['/api/', '/api/system/health/', '/api/schema/', '/api/nowhere/'])
    t.equal((await by({ authorization: 'Token x' }).get(url)).status, 401, url)
})

t.test('a token in the query or a cookie → not looked at', async (t) => {
  const house = await build(t)
  const { token } = await issue(house, 1)
  t.equal((await house.as(null).get(`${ME}?token=${token}`)).status, 401)
  t.equal((await house.by({ cookie: `sessionid=${token}; token=${token}` }).get(ME)).status, 401)
})

t.test('a revoked token → 401 at the next request', async (t) => {
  const house = await build(t)
  const { id, token } = await issue(house, 1)
  const client = house.by({ authorization: `Token ${token}` })
  t.equal((await client.get(ME)).status, 200)
  t.equal((await client.delete(`/api/user/tokens/${id}/`)).status, 204, 'it may revoke itself')
  t.equal((await client.get(ME)).body.detail, 'Token has been revoked')
})

t.test('the token of a deleted user → 401', async (t) => {
  const house = await build(t)
  const pk = await house.makeUser({ name: 'nina' })
  const { token } = await issue(house, pk)
  await house.as('admin').delete(`/api/user/${pk}/`)
  t.equal((await told(house, `Token ${token}`)).detail, 'Invalid token.')
})

t.test('a new password does not touch tokens', async (t) => {
  const house = await build(t)
  const pk = await house.makeUser({ name: 'nina' })
  const { token } = await issue(house, pk)
  await house.as('admin').put(`/api/user/${pk}/set-password/`, { password: 'Hot-plate-946' })
  t.equal((await told(house, `Token ${token}`)).status, 200)
})

t.test('last_seen is written by the first request of a day, and not by Basic', async (t) => {
  const written: string[] = []
  const { db, vault, by, makeUser } = await build(t, {}, (text) => {
    if (/^update "api_token"/.test(text)) written.push(text)
  })
  const { id, token } = await createToken(db, vault, { user_id: await makeUser({ name: 'nina' }), name: '' })
  const seen = async () =>
    (await db.selectFrom('api_token').select('last_seen').where('id', '=', id).executeTakeFirstOrThrow()).last_seen
  await by({ authorization: basic('nina') }).get(ME)
  t.equal(await seen(), null, 'not used yet')
  const client = by({ authorization: `Token ${token}` })
  for (let n = 0; n < 3; n++) await client.get(ME)
  t.equal(await seen(), today())
  t.equal(written.length, 1, 'once')
  await db.updateTable('api_token').set({ last_seen: '2020-01-01' }).where('id', '=', id).execute()
  await client.get(ME)
  t.equal(await seen(), today(), 'again on another day')
})

t.test('no token stands in clear anywhere in the database', async (t) => {
  const house = await build(t)
  const { db, as, by } = house
  const tokens = [
    (await as('admin').get('/api/user/token/?name=one')).body.token,
    (await as('admin').post('/api/user/tokens/', { name: 'two' })).body.token,
    (await issue(house, 1)).token
  ]
  for (const token of tokens) t.equal((await by({ authorization: `Token ${token}` }).get(ME)).status, 200, 'it works')
  const everything: string[] = []
  for (const { name } of await db.introspection.getTables()) {
    // An index without contents; the tables that it is kept in have names of their own.
    if (name === 'part_search_token') continue
    everything.push(
      JSON.stringify(
        await db
          .selectFrom(name as 'user')
          .selectAll()
          .execute()
      )
    )
  }
  const dump = everything.join('\n')
  t.match(dump, /"redacted":"inv-/, 'the dump has the tokens in it')
  for (const token of tokens) {
    const secret = token.slice(8, -12)
    for (const form of [
      token,
      secret,
      Buffer.from(token).toString('base64').slice(0, 40),
      Buffer.from(token).toString('hex')
    ])
      t.notOk(dump.includes(form), 'not a form of it')
  }
})

t.test('tokens of two servers with one database but different keys are not shown again, and still work', async (t) => {
  const house = await build(t)
  const { token } = (await house.as('admin').get('/api/user/token/?name=phone')).body
  await house.db.updateTable('api_token').set({ sealed: 'unreadable' }).where('name', '=', 'phone').execute()
  const again = (await house.as('admin').get('/api/user/token/?name=phone')).body.token
  t.not(again, token, 'a new one, as the old one cannot be read')
  for (const one of [token, again]) t.equal((await told(house, `Token ${one}`)).status, 200)
})
