import t from 'tap'
import type { Test } from 'tap'
import { GUESS_LIMITS } from '#auth/guess-limits.ts'
import { Authenticator } from '../../scripts/conformance/authenticator.ts'
import { build, PASSWORD, type House } from '../helper.ts'
import { Browser } from '../support/browser.ts'

const AUTH = '/api/auth/v1/auth/'
const KEYS = '/api/auth/v1/account/authenticators/webauthn'
const OFTEN = { ...GUESS_LIMITS, page: 1000, pair: { login: 1000, basic: 1000 }, address: 10_000, codes: 1000 }

type Credential = ReturnType<Authenticator['passkey']>

async function signedIn(t: Test, more = {}): Promise<{ house: House; browser: Browser; keys: Authenticator }> {
  const house = await build(t, { guessLimits: { ...OFTEN, ...more } })
  await house.makeUser({ name: 'mara' })
  const browser = new Browser(house)
  await browser.signIn('mara', PASSWORD)
  return { house, browser, keys: new Authenticator() }
}

/** Adds a key, or a passkey; gives the answer. */
async function add(browser: Browser, keys: Authenticator, name: string, passkey = false) {
  const { body } = await browser.ask('GET', `${KEYS}${passkey ? '?passwordless' : ''}`)
  const credential = keys.passkey('newkey', name, body.data.creation_options)
  return await browser.ask('POST', KEYS, { credential })
}

/** What a key answers to what a server asks for. */
async function answerTo(browser: Browser, keys: Authenticator, name: string, where: string): Promise<Credential> {
  const { body } = await browser.ask('GET', `${AUTH}webauthn/${where}`)
  return keys.passkey('usekey', name, body.data.request_options)
}

const use = (browser: Browser, where: string, credential: Credential) =>
  browser.ask('POST', `${AUTH}webauthn/${where}`, { credential })

t.test('a passkey → signs in without name and password, with another session key', async (t) => {
  const { house, browser, keys } = await signedIn(t)
  t.match((await add(browser, keys, 'pass', true)).body, {
    data: { name: 'Master key', is_passwordless: true },
    meta: { recovery_codes_generated: true }
  })
  const other = new Browser(house)
  const credential = await answerTo(other, keys, 'pass', 'login')
  const half = other.cookies.get('sessionid')
  const { status, body } = await use(other, 'login', credential)
  t.equal(status, 200)
  t.match(body.data, { user: { username: 'mara' }, methods: [{ method: 'mfa', type: 'webauthn', passwordless: true }] })
  t.not(other.cookies.get('sessionid'), half)
  t.equal((await other.ask('GET', '/api/user/me/')).status, 200)
})

t.test('the answer to a challenge → counts in the session that it was given to, and once', async (t) => {
  const { house, browser, keys } = await signedIn(t)
  await add(browser, keys, 'pass', true)
  const [mine, thief] = [new Browser(house), new Browser(house)]
  const credential = await answerTo(mine, keys, 'pass', 'login')
  await answerTo(thief, keys, 'pass', 'login')
  t.match((await use(thief, 'login', credential)).body.errors, [{ code: 'incorrect_code', param: 'credential' }])
  t.equal((await use(mine, 'login', credential)).status, 200)
  t.equal((await use(mine, 'login', credential)).status, 400)
})

t.test('a key that is a second factor alone → does not take the place of the password', async (t) => {
  const { house, browser, keys } = await signedIn(t)
  await add(browser, keys, 'key')
  const other = new Browser(house)
  t.equal((await use(other, 'login', await answerTo(other, keys, 'key', 'login'))).status, 400)
  const begun = await other.signIn('mara', PASSWORD)
  t.strictSame(begun.body.data.flows.at(-1), {
    id: 'mfa_authenticate',
    types: ['recovery_codes', 'webauthn'],
    is_pending: true
  })
  t.equal((await use(other, 'authenticate', await answerTo(other, keys, 'key', 'authenticate'))).status, 401)
  t.equal((await other.ask('POST', `${AUTH}2fa/trust`, {})).status, 200)
})

t.test('a passkey that did not look who uses it, or whose user is not active → does not sign in', async (t) => {
  const { house, browser, keys } = await signedIn(t)
  await add(browser, keys, 'pass', true)
  const other = new Browser(house)
  const { body } = await other.ask('GET', `${AUTH}webauthn/login`)
  const options = body.data.request_options.publicKey
  const careless = keys.passkey('usekey', 'pass', { ...options, userVerification: 'discouraged' })
  t.equal((await use(other, 'login', careless)).status, 400)
  await house.db.updateTable('user').set({ is_active: 0 }).where('username', '=', 'mara').execute()
  const { status, body: out } = await use(other, 'login', await answerTo(other, keys, 'pass', 'login'))
  t.equal(status, 401)
  t.equal(out.meta.is_authenticated, false)
})

t.test('strangers who name somebody with wrong passkeys → hold up neither their passkey nor their codes', async (t) => {
  const { house, browser, keys } = await signedIn(t, { codes: 3, account: 3 })
  await add(browser, keys, 'pass', true)
  const codes = (await browser.ask('GET', '/api/auth/v1/account/authenticators/recovery-codes')).body.data.unused_codes
  const stranger = new Browser(house)
  const right = (await answerTo(stranger, keys, 'pass', 'login')) as { response: object }
  for (let n = 0; n < 4; n++)
    t.equal(
      (await use(stranger, 'login', { ...right, response: { ...right.response, signature: 'AAAA' } })).status,
      400
    )
  const mara = new Browser(house)
  t.equal((await use(mara, 'login', await answerTo(mara, keys, 'pass', 'login'))).status, 200)
  const other = new Browser(house)
  await other.signIn('mara', PASSWORD)
  const { body } = await other.ask('POST', `${AUTH}2fa/authenticate`, { code: codes[0] })
  t.equal(body.data?.flows.at(-1).id, 'mfa_trust', 'goes on')
})

t.test('a key whose counter does not go forward → is refused: somebody has a copy', async (t) => {
  const { house, browser, keys } = await signedIn(t)
  await add(browser, keys, 'pass', true)
  await house.db.updateTable('authenticator').set({ counter: 5 }).where('type', '=', 'webauthn').execute()
  const other = new Browser(house)
  t.equal((await use(other, 'login', await answerTo(other, keys, 'pass', 'login'))).status, 400)
})

t.test('a key of another host, or of a page of another site → is refused', async (t) => {
  const { browser, keys } = await signedIn(t)
  const { body } = await browser.ask('GET', KEYS)
  const options = body.data.creation_options.publicKey
  const foreign = keys.passkey('newkey', 'foreign', { ...options, rp: { id: 'evil.example', name: 'evil' } })
  t.match((await browser.ask('POST', KEYS, { credential: foreign })).body.errors, [{ code: 'incorrect_code' }])
  // What a page of another site sends says so; nothing of a new key is signed over it.
  const own = keys.passkey('newkey', 'own', options) as { response: { clientDataJSON: string } }
  const said = JSON.parse(Buffer.from(own.response.clientDataJSON, 'base64url').toString())
  const from = (origin: unknown) => {
    const clientDataJSON = Buffer.from(JSON.stringify({ ...said, origin })).toString('base64url')
    return browser.ask('POST', KEYS, { credential: { ...own, response: { ...own.response, clientDataJSON } } })
  }
  for (const origin of [
    'https://evil.example',
    'https://localhost.evil.example',
    'https://evillocalhost',
    'null',
    '',
    7
  ])
    t.match((await from(origin)).body.errors, [{ code: 'incorrect_code' }], String(origin))
  t.equal((await from('https://localhost:8443')).status, 200, 'of this one, whatever the port')
})

t.test('keys → named, renamed and taken away; those of another user are not there', async (t) => {
  const { house, browser, keys } = await signedIn(t)
  for (const name of ['one', 'two', 'three']) t.equal((await add(browser, keys, name)).status, 200)
  const listed = (await browser.ask('GET', '/api/auth/v1/account/authenticators')).body.data
  const named = listed.filter(({ type }: { type: string }) => type === 'webauthn')
  t.strictSame(
    named.map(({ name }: { name: string }) => name),
    ['Master key', 'Backup key', 'Key nr. 3']
  )
  t.equal((await add(browser, keys, 'one')).status, 400, 'not twice')
  const { id } = named[0]
  t.equal((await browser.ask('PUT', KEYS, { id, name: 'x'.repeat(101) })).body.errors[0].code, 'max_length')
  t.equal((await browser.ask('PUT', KEYS, { id, name: ' At the bench ' })).body.data.name, 'At the bench')
  const siv = new Browser(house)
  await house.makeUser({ name: 'siv' })
  await siv.signIn('siv', PASSWORD)
  t.equal((await siv.ask('PUT', KEYS, { id, name: 'mine' })).body.errors[0].code, 'invalid_choice')
  t.equal((await siv.ask('DELETE', KEYS, { authenticators: [id] })).body.errors[0].code, 'invalid_choice')
  t.equal((await browser.ask('DELETE', KEYS, { authenticators: [id, 424242] })).status, 400, 'all or none')
  const ids = named.map((one: { id: number }) => one.id)
  t.equal((await browser.ask('DELETE', KEYS, { authenticators: ids })).status, 200)
  t.strictSame((await browser.ask('GET', '/api/auth/v1/account/authenticators')).body.data, [])
})

t.test('whatever is sent in place of a key → 400 in the form of the area', async (t) => {
  const { house, browser, keys } = await signedIn(t)
  await add(browser, keys, 'pass', true)
  const other = new Browser(house)
  const right = (await answerTo(other, keys, 'pass', 'login')) as { response: object }
  for (const credential of [
    { id: 'x' },
    { ...right, response: null },
    { ...right, response: {} },
    { ...right, response: { ...right.response, clientDataJSON: '!' } },
    { ...right, response: { ...right.response, userHandle: 7 } },
    { ...right, response: { ...right.response, authenticatorData: 'AAAA' } },
    { ...right, type: 'password' },
    { ...right, id: { a: 1 } },
    { constructor: 1 }
  ])
    for (const [session, url] of [
      [other, `${AUTH}webauthn/login`],
      [browser, `${AUTH}webauthn/reauthenticate`],
      [browser, KEYS]
    ] as const) {
      const { status, body } = await session.ask('POST', url, { credential })
      t.equal(status, 400, `${url} ${JSON.stringify(credential).slice(0, 60)}`)
      t.equal(body.errors[0].code, 'incorrect_code')
    }
})
