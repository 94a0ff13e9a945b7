import t from 'tap'
import { randomBytes } from 'node:crypto'
import { hashPassword } from '#auth/passwords.ts'
import { basic, build, PASSWORD } from '../helper.ts'

const ME = '/api/user/me/'
const encoded = (text: string | Buffer) => `Basic ${Buffer.from(text).toString('base64')}`
const WRONG = 'Invalid username/password.'

t.test('right credentials → 200, in whatever letter case the scheme and the name are', async (t) => {
  const { by } = await build(t)
  for (const header of [
    basic('admin'),
    basic('admin').replace('Basic', 'basic'),
    basic('admin').replace('Basic', 'BASIC '),
    basic('Admin'),
    basic('ADMIN')
  ]) {
    const { status, body } = await by({ authorization: header }).get(ME)
    t.equal(status, 200, header)
    t.equal(body.username, 'admin')
  }
})

t.test('wrong or malformed credentials → 401 that says what is wrong', async (t) => {
  const { by, makeUser } = await build(t)
  await makeUser({ name: 'gone', active: false })
  const NOT_BASE64 = 'Invalid basic header. Credentials not correctly base64 encoded.'
  for (const [header, detail] of [
    ['Basic', 'Invalid basic header. No credentials provided.'],
    ['Basic a b', 'Invalid basic header. Credentials string should not contain spaces.'],
    ['Basic admin', NOT_BASE64],
    [encoded('no colon'), NOT_BASE64],
    [basic('admin', 'wrong'), WRONG],
    [basic('admin', ''), WRONG],
    [basic('admin', PASSWORD.toUpperCase()), WRONG],
    [basic('nobody'), WRONG],
    [basic('gone'), WRONG],
    [basic('admin@workshop.example'), WRONG]
  ] as const) {
    const { status, body, headers } = await by({ authorization: header }).get(ME)
    t.equal(status, 401, header)
    t.strictSame(body, { detail }, header)
    t.equal(headers['www-authenticate'], 'Token', 'the scheme is always Token')
  }
})

t.test('no credentials, or a scheme that nobody knows → 401 where a user is needed, 200 where not', async (t) => {
  const { by } = await build(t)
  for (const headers of [
    {},
    { authorization: 'Digest abc' },
    { authorization: 'nonsense' },
    { authorization: '' },
    { authorization: 'Bearer inv-1' }
  ]) {
    const { status, body } = await by(headers as Record<string, string>).get(ME)
    t.equal(status, 401, JSON.stringify(headers))
    t.equal(body.detail, 'Authentication credentials were not provided.')
    t.equal((await by(headers as Record<string, string>).get('/api/')).status, 200, 'the root is open')
  }
})

t.test('a password may hold colons and any letters', async (t) => {
  const { by, as, make } = await build(t)
  const { pk } = await make('/api/user/', { username: 'runa', first_name: '', last_name: '', email: '' })
  for (const password of ['a:b::c-Kettle', 'Łötkolben-⚡-99', ' blanks at the ends ']) {
    t.equal((await as('admin').put(`/api/user/${pk}/set-password/`, { password })).status, 200)
    t.equal((await by({ authorization: basic('runa', password) }).get(ME)).status, 200, password)
    t.equal((await by({ authorization: basic('runa', password.trim() + '!') }).get(ME)).status, 401)
  }
})

t.test('a password in Latin-1 bytes → 200, as old clients send it', async (t) => {
  const { by, as, make } = await build(t)
  const { pk } = await make('/api/user/', { username: 'runa', first_name: '', last_name: '', email: '' })
  await as('admin').put(`/api/user/${pk}/set-password/`, { password: 'Kühlkörper-5' })
  t.equal((await by({ authorization: encoded(Buffer.from('runa:Kühlkörper-5', 'latin1')) }).get(ME)).status, 200)
})

t.test('a name with letters beyond ASCII → 200', async (t) => {
  const { by, makeUser } = await build(t)
  for (const name of ['Łukasz', 'ÜNAL', 'Ørsted']) {
    await makeUser({ name })
    t.equal((await by({ authorization: basic(name) }).get(ME)).body.username, name)
  }
})

t.test('two names that differ in letter case alone → each its own', async (t) => {
  const { by, makeUser } = await build(t)
  const ids = [await makeUser({ name: 'mara' }), await makeUser({ name: 'Mara' })]
  t.strictSame(
    [
      (await by({ authorization: basic('mara') }).get(ME)).body.pk,
      (await by({ authorization: basic('Mara') }).get(ME)).body.pk
    ],
    ids
  )
})

t.test('a user without a password → 401', async (t) => {
  const { by, make, db } = await build(t)
  await make('/api/user/', { username: 'runa', first_name: '', last_name: '', email: '' })
  t.equal((await by({ authorization: basic('runa', '') }).get(ME)).status, 401)
  const { password } = await db
    .selectFrom('user')
    .select('password')
    .where('username', '=', 'runa')
    .executeTakeFirstOrThrow()
  t.notMatch(password, /^(\$argon2|pbkdf2)/)
})

t.test('an imported hash is replaced by an own one at the first login', async (t) => {
  const { by, db } = await build(t)
  const stored = async () =>
    (await db.selectFrom('user').select('password').where('username', '=', 'admin').executeTakeFirstOrThrow()).password
  t.match(await stored(), /^pbkdf2_sha256\$/)
  t.equal((await by({ authorization: basic('admin', 'wrong') }).get(ME)).status, 401)
  t.match(await stored(), /^pbkdf2_sha256\$/, 'not by a wrong password')
  t.equal((await by({ authorization: basic('admin') }).get(ME)).status, 200)
  t.match(await stored(), /^\$argon2id\$/)
  t.equal((await by({ authorization: basic('admin') }).get(ME)).status, 200, 'the new one works')
  t.equal((await by({ authorization: basic('admin', 'wrong') }).get(ME)).status, 401)
})

t.test('a password that is set while an old hash is being replaced stays', async (t) => {
  let meanwhile: (() => void) | undefined
  const { by, db } = await build(t, {}, (text) => {
    if (/lower\("username"\)/.test(text)) setImmediate(() => meanwhile?.())
  })
  const stored = await hashPassword('Hot-plate-946')
  let setting: Promise<unknown> | undefined
  meanwhile = () => {
    setting = db.updateTable('user').set({ password: stored }).where('username', '=', 'admin').execute()
  }
  await by({ authorization: basic('admin') }).get(ME)
  meanwhile = undefined
  await setting
  t.equal((await by({ authorization: basic('admin', 'Hot-plate-946') }).get(ME)).status, 200)
  t.equal((await by({ authorization: basic('admin') }).get(ME)).status, 401)
})

t.test('a remembered login ends at once when the password changes', async (t) => {
  const { by, as, makeUser } = await build(t)
  const pk = await makeUser({ name: 'runa' })
  const old = by({ authorization: basic('runa') })
  t.equal((await old.get(ME)).status, 200)
  t.equal((await old.get(ME)).status, 200, 'from memory')
  await as('admin').put(`/api/user/${pk}/set-password/`, { password: 'Hot-plate-946' })
  t.equal((await old.get(ME)).status, 401)
  t.equal((await by({ authorization: basic('runa', 'Hot-plate-946') }).get(ME)).status, 200)
})

t.test('a remembered login ends at once when the user is made inactive, and works again with them', async (t) => {
  const { by, as, makeUser } = await build(t)
  const pk = await makeUser({ name: 'runa' })
  const runa = by({ authorization: basic('runa') })
  t.equal((await runa.get(ME)).status, 200)
  await as('admin').patch(`/api/user/${pk}/`, { is_active: false })
  t.equal((await runa.get(ME)).body.detail, WRONG)
  await as('admin').patch(`/api/user/${pk}/`, { is_active: true })
  t.equal((await runa.get(ME)).status, 200)
})

t.test('a remembered login ends at once when the user is deleted or renamed', async (t) => {
  const { by, as, makeUser } = await build(t)
  const [gone, renamed] = [await makeUser({ name: 'runa' }), await makeUser({ name: 'otto' })]
  const [runa, otto] = [by({ authorization: basic('runa') }), by({ authorization: basic('otto') })]
  t.strictSame([(await runa.get(ME)).status, (await otto.get(ME)).status], [200, 200])
  await as('admin').delete(`/api/user/${gone}/`)
  await as('admin').patch(`/api/user/${renamed}/`, { username: 'otto2' })
  t.strictSame([(await runa.get(ME)).status, (await otto.get(ME)).status], [401, 401])
})

t.test('rights that change between two requests count at once, for a remembered login too', async (t) => {
  const { by, as, makeUser } = await build(t)
  const pk = await makeUser({ name: 'runa' })
  const runa = by({ authorization: basic('runa') })
  t.equal((await runa.get('/api/part/')).status, 403)
  await as('admin').patch(`/api/user/${pk}/`, { is_superuser: true })
  t.equal((await runa.get('/api/part/')).status, 200)
})

t.test('any bytes for credentials → 401, never 500', async (t) => {
  const { by } = await build(t)
  for (let n = 0; n < 50; n++) t.equal((await by({ authorization: encoded(randomBytes(n)) }).get(ME)).status, 401)
  t.equal((await by({ authorization: encoded('\0:\0') }).get(ME)).status, 401)
  t.equal((await by({ authorization: encoded('x'.repeat(5000) + ':y') }).get(ME)).status, 401)
})
