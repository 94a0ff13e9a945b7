import t from 'tap'
import type { Test } from 'tap'
import { GUESS_LIMITS } from '#auth/guess-limits.ts'
import { Authenticator } from '../../scripts/conformance/authenticator.ts'
import { basic, build, PASSWORD, type Answer, type House } from '../helper.ts'
import { Browser } from '../support/browser.ts'

const AUTH = '/api/auth/v1/auth/'
const FACTORS = '/api/auth/v1/account/authenticators'
/** Wrong codes of one test must not keep the next one out. */
const OFTEN = {
  guessLimits: { ...GUESS_LIMITS, page: 1000, pair: { login: 1000, basic: 1000 }, address: 10_000, codes: 1000 }
}

const app = new Authenticator()
const flowsOf = ({ body }: Answer) => body.data.flows.map(({ id }: { id: string }) => id)
const pendingOf = ({ body }: Answer) =>
  body.data.flows.find(({ is_pending }: { is_pending?: boolean }) => is_pending)?.id

/** A house with somebody who has an app with codes. */
async function withApp(t: Test): Promise<{ house: House; browser: Browser; secret: string; codes: string[] }> {
  const house = await build(t, OFTEN)
  await house.makeUser({ name: 'mara' })
  const browser = new Browser(house)
  await browser.signIn('mara', PASSWORD)
  const { secret } = (await browser.ask('GET', `${FACTORS}/totp`)).body.meta
  const made = await browser.ask('POST', `${FACTORS}/totp`, { code: await app.code('totp', secret) })
  t.equal(made.status, 200, 'set up')
  const codes = (await browser.ask('GET', `${FACTORS}/recovery-codes`)).body.data.unused_codes
  await browser.ask('DELETE', `${AUTH}session`)
  return { house, browser, secret, codes }
}

/** A browser in which a name and a password were given. */
async function halfWay(house: House): Promise<Browser> {
  const browser = new Browser(house)
  await browser.signIn('mara', PASSWORD)
  return browser
}

const give = (browser: Browser, code: unknown) => browser.ask('POST', `${AUTH}2fa/authenticate`, { code })
const trust = (browser: Browser, trusted: boolean) => browser.ask('POST', `${AUTH}2fa/trust`, { trust: trusted })

t.test('an app with codes → asked for after the password, and nothing is open before it was given', async (t) => {
  const { house, secret } = await withApp(t)
  const browser = new Browser(house)
  const begun = await browser.signIn('mara', PASSWORD)
  t.equal(begun.status, 401)
  t.equal(pendingOf(begun), 'mfa_authenticate')
  const half = browser.cookies.get('sessionid')
  t.equal((await browser.ask('GET', '/api/user/me/')).status, 401)
  t.equal((await browser.ask('GET', FACTORS)).status, 401)
  t.equal((await trust(browser, true)).body.meta.is_authenticated, null, 'no step is left out')
  t.equal((await give(browser, '000000')).body.errors[0].code, 'incorrect_code')
  const given = await give(browser, await app.code('totp', secret))
  t.equal(pendingOf(given), 'mfa_trust')
  t.equal((await browser.ask('GET', '/api/user/me/')).status, 401, 'not yet')
  t.match((await trust(browser, false)).body.data.methods, [{ method: 'password' }, { method: 'mfa', type: 'totp' }])
  t.equal((await browser.ask('GET', '/api/user/me/')).status, 200)
  t.not(browser.cookies.get('sessionid'), half, 'with another key')
  t.equal(browser.cookies.get('mfa_trusted'), undefined)
})

t.test('the same code in two browsers at once → counts in one', async (t) => {
  const { house, secret } = await withApp(t)
  const browsers = [await halfWay(house), await halfWay(house), await halfWay(house)]
  const code = await app.code('totp', secret)
  const answers = await Promise.all(browsers.map((browser) => give(browser, code)))
  t.strictSame(answers.map(({ status }) => status).toSorted(), [400, 400, 401])
})

t.test('the same recovery code in two browsers at once → counts in one, and never again', async (t) => {
  const { house, codes } = await withApp(t)
  const browsers = [await halfWay(house), await halfWay(house), await halfWay(house)]
  const answers = await Promise.all(browsers.map((browser) => give(browser, ` ${codes[3]} `)))
  t.strictSame(answers.map(({ status }) => status).toSorted(), [400, 400, 401])
  t.equal((await give(await halfWay(house), codes[3])).status, 400)
  t.equal(pendingOf(await give(await halfWay(house), codes[4])), 'mfa_trust')
})

t.test('a trusted browser → the password is enough, until the password or a factor changes', async (t) => {
  const { house, codes } = await withApp(t)
  const browser = await halfWay(house)
  await give(browser, codes[0])
  t.equal((await trust(browser, true)).status, 200)
  t.match(browser.attributes.get('mfa_trusted'), /Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict/)
  await browser.ask('DELETE', `${AUTH}session`)
  t.equal((await browser.signIn('mara', PASSWORD)).status, 200)
  await house.makeUser({ name: 'siv' })
  t.equal(pendingOf(await new Browser(house).signIn('mara', PASSWORD)), 'mfa_authenticate', 'another browser is asked')
  t.equal((await browser.ask('POST', `${FACTORS}/recovery-codes`)).status, 200)
  await browser.ask('DELETE', `${AUTH}session`)
  t.equal(pendingOf(await browser.signIn('mara', PASSWORD)), 'mfa_authenticate', 'after new recovery codes')
})

t.test('a sign-in that was begun → ends with a new password, and when it is given up', async (t) => {
  const { house, codes } = await withApp(t)
  const browser = await halfWay(house)
  const { id } = await house.db.selectFrom('user').select('id').where('username', '=', 'mara').executeTakeFirstOrThrow()
  await house.as('admin').patch(`/api/user/${id}/set-password/`, { password: 'Another-Kayak-45' })
  t.strictSame(flowsOf(await give(browser, codes[0])), ['login', 'mfa_login_webauthn'])
  await house.as('admin').patch(`/api/user/${id}/set-password/`, { password: PASSWORD })
  const second = await halfWay(house)
  await second.ask('DELETE', `${AUTH}session`)
  t.equal((await give(second, codes[0])).body.meta.is_authenticated, null)
})

t.test('what is stored → sealed: neither secret nor codes can be read in the database', async (t) => {
  const { house, secret, codes } = await withApp(t)
  const rows = JSON.stringify(await house.db.selectFrom('authenticator').selectAll().execute())
  const sessions = JSON.stringify(await house.db.selectFrom('session').selectAll().execute())
  for (const hidden of [secret, codes[0]!, 'seed']) t.notMatch(rows + sessions, hidden)
})

t.test('a factor that was sealed with another key → asked for, and nothing proves it', async (t) => {
  const { house, secret, codes } = await withApp(t)
  await house.db.updateTable('authenticator').set({ data: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }).execute()
  const browser = new Browser(house)
  t.equal(pendingOf(await browser.signIn('mara', PASSWORD)), 'mfa_authenticate')
  for (const code of [await app.code('totp', secret), codes[0], '']) t.equal((await give(browser, code)).status, 400)
})

t.test('taking the app away → needs a proof of late, and takes the recovery codes along', async (t) => {
  const { house, codes } = await withApp(t)
  const browser = await halfWay(house)
  await give(browser, codes[0])
  await trust(browser, false)
  const old = Date.now() / 1000 - 301
  await house.db
    .updateTable('session')
    .set({ methods: JSON.stringify([{ method: 'password', at: old, username: 'mara' }]) })
    .execute()
  for (const [method, url] of [
    ['DELETE', `${FACTORS}/totp`],
    ['GET', `${FACTORS}/recovery-codes`],
    ['POST', `${FACTORS}/recovery-codes`],
    ['GET', `${FACTORS}/webauthn`]
  ] as const) {
    const { status, body } = await browser.ask(method, url)
    t.equal(status, 401, `${method} ${url}`)
    t.strictSame(body.data.flows, [
      { id: 'reauthenticate' },
      { id: 'mfa_reauthenticate', types: ['recovery_codes', 'totp'] }
    ])
    t.equal(body.meta.is_authenticated, true)
  }
  t.equal((await browser.ask('POST', `${AUTH}reauthenticate`, { password: 'wrong' })).status, 400)
  t.equal((await browser.ask('POST', `${AUTH}reauthenticate`, { password: PASSWORD })).status, 200)
  t.equal((await browser.ask('DELETE', `${FACTORS}/totp`)).status, 200)
  t.strictSame((await browser.ask('GET', FACTORS)).body.data, [])
  t.equal((await new Browser(house).signIn('mara', PASSWORD)).status, 200)
})

t.test('asking for a token by Basic → a session, but none where there is a second factor', async (t) => {
  const { house } = await withApp(t)
  await house.makeUser({ name: 'siv' })
  for (const [name, status] of [
    ['siv', 200],
    ['mara', 401]
  ] as const) {
    const browser = new Browser(house)
    const token = await browser.ask('GET', '/api/user/token/', undefined, { authorization: basic(name) })
    t.equal(token.status, 200)
    t.equal((await browser.ask('GET', `${AUTH}session`)).status, status, name)
  }
  const browser = new Browser(house)
  for (let n = 0; n < 3; n++)
    await browser.ask('GET', '/api/user/token/', undefined, { authorization: basic('siv'), cookie: undefined })
  const { length } = await house.db.selectFrom('session').selectAll().where('methods', '=', '[]').execute()
  t.equal(length, 1, 'the same browser has one of this kind')
})

t.test('a second factor as a duty → sessions are refused until one was given; tokens are not', async (t) => {
  const { house, codes } = await withApp(t)
  await house.makeUser({ name: 'siv' })
  const before = new Browser(house)
  await before.signIn('siv', PASSWORD)
  const asked = { value: true, manual_confirm: true }
  t.equal((await house.as('admin').patch('/api/settings/global/LOGIN_ENFORCE_MFA/', asked)).status, 200)
  t.equal((await before.ask('GET', '/api/part/')).body.detail, 'Authentication credentials were not provided.')
  await before.signIn('siv', PASSWORD)
  for (const [url, free] of [
    ['/api/', true],
    ['/api/user/me/', true],
    ['/api/user/me/roles/', true],
    [`${AUTH}session`, true],
    ['/api/part/', false],
    ['/api/user/me/profile/', false],
    ['/api/nowhere/', false],
    ['/auth/', false]
  ] as const)
    for (const headers of [{}, { authorization: basic('siv') }, { authorization: 'Bearer x' }]) {
      const { statusCode, body } = await house.app.inject({
        url,
        headers: { cookie: [...before.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...headers }
      })
      // There, unlike below /api/, `Bearer` says that a token follows, and this one is wrong.
      const judged = url === '/auth/' && headers.authorization === 'Bearer x'
      t.equal(body.includes('mfa_register'), !free && !judged, `${url} ${headers.authorization}`)
      if (!free) t.equal(statusCode, 401)
    }
  t.equal((await house.as('siv').get('/api/user/me/profile/')).status, 200, 'a token')
  const mara = await halfWay(house)
  await give(mara, codes[0])
  await trust(mara, true)
  t.equal((await mara.ask('GET', '/api/user/me/profile/')).status, 200, 'with a second factor')
  await house.db.deleteFrom('authenticator').execute()
  t.equal((await mara.ask('GET', '/api/user/me/profile/')).body.id, 'mfa_register', 'which is gone meanwhile')
})

t.test('administrators see factors and sessions without secrets, and end them', async (t) => {
  const { house, secret, codes } = await withApp(t)
  const browser = await halfWay(house)
  await give(browser, codes[0])
  await trust(browser, false)
  const admin = house.as('admin')
  const { id } = await house.db.selectFrom('user').select('id').where('username', '=', 'mara').executeTakeFirstOrThrow()
  const { text, body: factors } = await admin.get(`/api/user/${id}/factors/`)
  t.match(factors, [{ type: 'totp' }, { type: 'recovery_codes', unused_codes: 9 }])
  for (const hidden of [secret, codes[1]!]) t.notMatch(text, hidden)
  const { body: sessions } = await admin.get(`/api/user/${id}/sessions/`)
  t.match(sessions, [{ ip: '127.0.0.1' }])
  t.equal((await admin.delete(`/api/user/1/sessions/${sessions[0].pk}/`)).status, 404, 'of another user')
  t.equal((await admin.delete(`/api/user/${id}/sessions/${sessions[0].pk}/`)).status, 204)
  t.equal((await browser.ask('GET', '/api/user/me/')).status, 401)
  t.equal((await admin.delete(`/api/user/1/factors/${factors[0].pk}/`)).status, 404, 'of another user')
  t.equal((await admin.delete(`/api/user/${id}/factors/${factors[0].pk}/`)).status, 204)
  t.equal((await admin.get(`/api/user/${id}/factors/`)).body.length, 0)
  t.equal((await browser.signIn('mara', PASSWORD)).status, 200)
  t.equal((await admin.delete(`/api/user/${id}/sessions/`)).status, 204)
  t.equal((await browser.ask('GET', '/api/user/me/')).status, 401)
})
