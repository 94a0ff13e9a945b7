import t from 'tap'
import type { Test } from 'tap'
import { build, type House } from '../helper.ts'
import { browser } from '../support/cookies.ts'
import { startMailServer, type TestMailServer } from '../support/smtp.ts'

/** The newest mail to somebody, once all that waits was sent. */
async function mailTo(house: House, { mails }: TestMailServer, to: string) {
  await house.app.jobs.drain()
  return mails.filter((mail) => mail.to.includes(to)).at(-1)
}

const keyIn = (text: string | undefined, pattern: RegExp): string => pattern.exec(text ?? '')?.[1] ?? 'no key'

async function open(t: Test): Promise<{ house: House; server: TestMailServer }> {
  const server = await startMailServer(t)
  const house = await build(t, { mail: server.config, siteURL: 'https://parts.example.org' })
  await house.set('LOGIN_ENABLE_REG', true)
  return { house, server }
}

t.test('a person signs up, confirms by mail, signs out, forgets the password, and comes back in', async (t) => {
  const { house, server } = await open(t)
  const send = browser(house)
  t.match((await send('GET', 'config')).body, { data: { account: { is_open_for_signup: true } } })
  const wanted = { username: 'gerd', email: 'Gerd@Workshop.example', password: 'Deep-drill-1001' }
  const signedUp = await send('POST', 'auth/signup', wanted)
  t.equal(signedUp.status, 200)
  t.match(signedUp.body.data, { user: { username: 'gerd', email: 'gerd@workshop.example' }, methods: [] })
  t.strictSame((await send('GET', 'account/email')).body.data, [
    { email: 'gerd@workshop.example', verified: false, primary: true }
  ])

  const confirm = await mailTo(house, server, 'gerd@workshop.example')
  t.equal(confirm!.subject, '[InvenTree] Please Confirm Your Email Address')
  const key = keyIn(confirm!.text, /https:\/\/parts\.example\.org\/web\/verify-email\/(\S+)/)
  const other = browser(house)
  await other('GET', 'config')
  const looked = await other('GET', 'auth/email/verify', undefined, { 'x-email-verification-key': key })
  t.match(looked.body, { data: { email: 'gerd@workshop.example', user: { username: 'gerd' } } })
  t.equal((await other('POST', 'auth/email/verify', { key: `${key}x` })).status, 400)
  t.equal((await other('POST', 'auth/email/verify', { key })).status, 401, 'done, though nobody is signed in here')
  t.match((await other('POST', 'auth/email/verify', { key })).body, { errors: [{ code: 'invalid_or_expired_key' }] })
  t.match((await send('GET', 'account/email')).body.data, [{ verified: true }])
  t.equal((await send('DELETE', 'auth/session')).status, 401)

  t.equal((await other('POST', 'auth/password/request', { email: 'gerd@workshop.example' })).status, 200)
  const reset = await mailTo(house, server, 'gerd@workshop.example')
  t.equal(reset!.subject, '[InvenTree] Password Reset Email')
  const resetKey = keyIn(reset!.text, /\/web\/set-password\?key=(\S+)/)
  const weak = await other('POST', 'auth/password/reset', { key: resetKey, password: '12345' })
  t.strictSame(
    weak.body.errors.map(({ code }: { code: string }) => code),
    ['password_too_short', 'password_too_common', 'password_entirely_numeric']
  )
  t.equal((await other('POST', 'auth/password/reset', { key: resetKey, password: 'Cold-solder-3003' })).status, 401)
  t.match((await other('POST', 'auth/password/reset', { key: resetKey, password: 'Cold-solder-3004' })).body, {
    errors: [{ code: 'invalid_password_reset', param: 'key' }]
  })
  t.equal((await mailTo(house, server, 'gerd@workshop.example'))!.subject, '[InvenTree] Password Reset')
  t.equal((await send('POST', 'auth/login', { username: 'gerd', password: 'Deep-drill-1001' })).status, 400)
  t.equal((await send('POST', 'auth/login', { username: 'gerd', password: 'Cold-solder-3003' })).status, 200)
  const shown = JSON.stringify((await house.as('admin').get('/api/admin/email/')).body)
  for (const secret of [key, resetKey]) t.notOk(shown.includes(secret), 'the log of mail tells no key')
})

t.test('asking for a new password tells nobody who has an account, neither in words nor in what is done', async (t) => {
  const { house, server } = await open(t)
  const { db, makeUser, app } = house
  const id = await makeUser({ name: 'nora' })
  await db.updateTable('user').set({ email: 'nora@lab.example' }).where('id', '=', id).execute()
  const send = browser(house)
  await send('GET', 'config')
  const before = await db.selectFrom('job').selectAll().execute()
  const known = await send('POST', 'auth/password/request', { email: 'NORA@lab.example' })
  const unknown = await send('POST', 'auth/password/request', { email: 'nobody@lab.example' })
  t.strictSame([known.status, known.body], [unknown.status, unknown.body])
  t.equal((await db.selectFrom('job').selectAll().execute()).length, before.length + 2, 'the same work for both')
  await app.jobs.drain()
  t.strictSame(
    server.mails.map(({ to }) => to[0]),
    ['nora@lab.example']
  )
  await house.set('LOGIN_ENABLE_PWD_FORGOT', false)
  for (const email of ['nora@lab.example', 'nobody@lab.example'])
    t.strictSame((await send('POST', 'auth/password/request', { email })).body, { status: 403 })
})

t.test('a link signs in, but not around a second factor', async (t) => {
  const { house, server } = await open(t)
  const { db, makeUser, vault, as } = house
  const id = await makeUser({ name: 'karin' })
  await db.updateTable('user').set({ email: 'karin@lab.example' }).where('id', '=', id).execute()
  for (const email of ['karin@lab.example', 'nobody@lab.example', 'nonsense'])
    t.strictSame((await as(null).post('/api/email/generate/', { email })).body, { status: 'ok' })
  t.strictSame((await as(null).post('/api/email/generate/', {})).body, { email: ['This field is required.'] })
  const path = keyIn((await mailTo(house, server, 'karin@lab.example'))?.text, /(\/api\/email\/login\/\S+)/)
  t.equal(server.mails.length, 1)
  const send = browser(house)
  t.equal((await send('GET', '/api/email/login/?sesame=nonsense')).status, 403)
  const opened = await send('GET', path)
  t.equal(opened.status, 302)
  t.match(opened.headers.location, /\/api\/auth\/login-redirect\/$/)
  t.match((await send('GET', 'auth/session')).body, { status: 200, data: { user: { username: 'karin' }, methods: [] } })
  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example'])
    t.match(
      (await browser(house)('GET', `${path}&next=${encodeURIComponent(next)}`)).headers.location,
      /login-redirect/
    )
  t.match((await browser(house)('GET', `${path}&next=/web/part/7`)).headers.location, /^\/?.*\/web\/part\/7$/)

  const data = vault.seal(JSON.stringify({ secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }))
  await house.insert('authenticator', { user_id: id, type: 'totp', data, created_at: '2026-01-01T00:00:00.000Z' })
  const careful = browser(house)
  const half = await careful('GET', path)
  t.equal(half.status, 302)
  t.match(half.headers.location, /\/web\/mfa$/)
  const session = await careful('GET', 'auth/session')
  t.equal(session.status, 401)
  t.match(session.body.data.flows.at(-1), { id: 'mfa_authenticate', is_pending: true })
  t.equal((await careful('GET', '/api/user/me/')).status, 401)
})

t.test('keys of mail end with what they stand on, and with their time', async (t) => {
  const { house, server } = await open(t)
  const { db, makeUser } = house
  const id = await makeUser({ name: 'nora' })
  await db.updateTable('user').set({ email: 'nora@lab.example' }).where('id', '=', id).execute()
  const send = browser(house)
  await send('GET', 'config')
  const ask = async () => {
    await send('POST', 'auth/password/request', { email: 'nora@lab.example' })
    return keyIn((await mailTo(house, server, 'nora@lab.example'))?.text, /key=(\S+)/)
  }
  const look = async (key: string) =>
    (await send('GET', 'auth/password/reset', undefined, { 'x-password-reset-key': key })).status
  const key = await ask()
  t.equal(await look(key), 200)
  const clock = Date.now
  t.teardown(() => (Date.now = clock))
  Date.now = () => clock() + 3 * 86_400_000 + 5000
  t.equal(await look(key), 400, 'three days are over')
  Date.now = clock
  await db.updateTable('user').set({ last_login: '2030-01-01T00:00:00.000Z' }).where('id', '=', id).execute()
  t.equal(await look(key), 400, 'somebody has signed in since')
  const second = await ask()
  t.equal(await look(second), 200)
  await house.insert('email_address', { user_id: id, email: 'other@lab.example' })
  t.equal(await look(second), 400, 'there is another address since')
  const third = await ask()
  await db.updateTable('user').set({ is_active: 0 }).where('id', '=', id).execute()
  t.equal(await look(third), 400, 'the account is switched off')
})

t.test('addresses: who has one confirmed keeps it, factors and addresses wait for each other', async (t) => {
  const { house, server } = await open(t)
  const { db, makeUser } = house
  const [one, two] = [await makeUser({ name: 'one' }), await makeUser({ name: 'two' })]
  const login = async (username: string) => {
    const send = browser(house)
    await send('GET', 'config')
    t.equal((await send('POST', 'auth/login', { username, password: 'Turbine-Kayak-44' })).status, 200)
    return send
  }
  const [first, second] = [await login('one'), await login('two')]
  await house.insert('email_address', { user_id: one, email: 'shared@lab.example', verified: 1, primary: 1 })
  const mine = await house.insert('email_address', { user_id: two, email: 'shared@lab.example' })
  t.match((await second('PUT', 'account/email', { email: 'shared@lab.example' })).body, { status: 200 })
  const key = keyIn((await mailTo(house, server, 'shared@lab.example'))?.text, /verify-email\/(\S+)/)
  t.match((await second('POST', 'auth/email/verify', { key })).body, { errors: [{ code: 'email_taken' }] })
  t.equal((await second('PUT', 'account/email', { email: 'shared@lab.example' })).status, 403, 'not again so soon')
  t.match((await second('POST', 'account/authenticators/totp', { code: '1' })).body, {
    errors: [{ code: 'unverified_email' }]
  })
  await db.deleteFrom('email_address').where('id', '=', mine).execute()
  t.match((await second('POST', 'auth/email/verify', { key })).body, { errors: [{ code: 'invalid_or_expired_key' }] })
  await house.insert('authenticator', { user_id: one, type: 'totp', data: 'x', created_at: '2026-01-01T00:00:00.000Z' })
  t.match((await first('POST', 'account/email', { email: 'more@lab.example' })).body, {
    errors: [{ code: 'add_email_blocked', param: 'email' }]
  })
  t.equal((await browser(house)('POST', 'account/email', { email: 'x@lab.example' })).status, 403, 'no token, no word')
})
