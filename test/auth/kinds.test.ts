// Which kinds of second factors there are is for the configuration to say.
import t from 'tap'
import { Authenticator } from '../../scripts/conformance/authenticator.ts'
import { build, PASSWORD, type House } from '../helper.ts'
import { Browser } from '../support/browser.ts'

const AUTH = '/api/auth/v1/auth/'
const FACTORS = '/api/auth/v1/account/authenticators'
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** Gives somebody an app and recovery codes, as from before the configuration was another one. */
async function give(house: House, user_id: number): Promise<void> {
  for (const [type, data] of [
    ['totp', { secret: SECRET }],
    ['recovery_codes', { migrated_codes: ['11112222'] }]
  ] as const) {
    const row = { user_id, type, data: house.vault.seal(JSON.stringify(data)), created_at: '2026-01-01T00:00:00.000Z' }
    await house.insert('authenticator', row)
  }
}

t.test('without any kind → the password is enough, and nothing of factors is served: 404', async (t) => {
  const house = await build(t, { factorKinds: [] })
  await give(house, await house.makeUser({ name: 'mara' }))
  const browser = new Browser(house)
  t.match((await browser.ask('GET', '/api/auth/v1/config')).body.data.mfa, {
    supported_types: [],
    passkey_login_enabled: false
  })
  const strange = await browser.ask('GET', `${AUTH}session`)
  t.strictSame(strange.body.data.flows, [{ id: 'login' }])
  t.equal((await browser.signIn('mara', PASSWORD)).status, 200)
  t.strictSame((await browser.ask('GET', FACTORS)).body.data, [], 'what was there is not told')
  for (const [method, path] of [
    ['GET', `${FACTORS}/totp`],
    ['POST', `${FACTORS}/totp`],
    ['DELETE', `${FACTORS}/totp`],
    ['GET', `${FACTORS}/recovery-codes`],
    ['POST', `${FACTORS}/recovery-codes`],
    ['GET', `${FACTORS}/webauthn`],
    ['POST', `${FACTORS}/webauthn`],
    ['PUT', `${FACTORS}/webauthn`],
    ['DELETE', `${FACTORS}/webauthn`],
    ['GET', `${AUTH}webauthn/login`],
    ['POST', `${AUTH}webauthn/login`],
    ['POST', `${AUTH}webauthn/authenticate`],
    ['GET', `${AUTH}webauthn/reauthenticate`]
  ] as const)
    t.strictSame((await browser.ask(method, path, method === 'GET' ? undefined : {})).body, { status: 404 }, path)
  t.equal((await browser.ask('POST', `${AUTH}2fa/reauthenticate`, { code: '11112222' })).status, 400)
  t.equal((await house.db.selectFrom('authenticator').selectAll().execute()).length, 2, 'it stays')
})

t.test('without any kind → nobody is told to give a second factor', async (t) => {
  const house = await build(t, { factorKinds: ['recovery_codes'] })
  await house.makeUser({ name: 'mara' })
  const asked = { value: true, manual_confirm: true }
  t.equal((await house.as('admin').patch('/api/settings/global/LOGIN_ENFORCE_MFA/', asked)).status, 200)
  const browser = new Browser(house)
  t.equal((await browser.signIn('mara', PASSWORD)).status, 200)
  t.equal((await browser.ask('GET', '/api/user/group/')).status, 200)
})

t.test('the configuration may make a second factor a duty, whatever the setting says', async (t) => {
  const house = await build(t, { enforceFactors: true })
  await house.makeUser({ name: 'mara' })
  const browser = new Browser(house)
  t.equal((await browser.signIn('mara', PASSWORD)).status, 200)
  t.match(await browser.ask('GET', '/api/user/group/'), { status: 401, body: { id: 'mfa_register' } })
})

t.test('with some kinds → these alone are asked for, taken, and made', async (t) => {
  const house = await build(t, { factorKinds: ['totp'] })
  await give(house, await house.makeUser({ name: 'mara' }))
  const browser = new Browser(house)
  const begun = await browser.signIn('mara', PASSWORD)
  t.match(begun.body.data.flows.at(-1), { id: 'mfa_authenticate', types: ['totp'] })
  t.equal((await browser.ask('POST', `${AUTH}2fa/authenticate`, { code: '11112222' })).status, 400, 'no recovery codes')
  const code = await new Authenticator().code('totp', SECRET)
  t.equal((await browser.ask('POST', `${AUTH}2fa/authenticate`, { code })).status, 401)
  t.equal((await browser.ask('POST', `${AUTH}2fa/trust`, {})).status, 200)
  await house.makeUser({ name: 'ole' })
  const other = new Browser(house)
  await other.signIn('ole', PASSWORD)
  const { secret } = (await other.ask('GET', `${FACTORS}/totp`)).body.meta
  const made = await other.ask('POST', `${FACTORS}/totp`, { code: await new Authenticator().code('totp', secret) })
  t.equal(made.status, 200)
  t.match((await other.ask('GET', FACTORS)).body.data, [{ type: 'totp' }], 'no recovery codes come along')
  t.equal((await house.as('admin').get('/api/user/2/factors/')).body.length, 2, 'administrators see all')
})
