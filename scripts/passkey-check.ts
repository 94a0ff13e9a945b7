// `make passkey-check`: a passkey in Chromium, with an authenticator that is played, against a server of its own: added,
// used in place of name and password, and as second factor on the page for administrators.
import assert from 'node:assert/strict'
import { beNice, findChromium, plugIn, Report, startChromium, startServer } from './support.ts'

beNice()
const report = new Report()
const chromium = findChromium()
if (!chromium) {
  report.skip('passkeys in a browser', 'Chromium is missing; CHROMIUM may name it')
  report.end()
  process.exit(0)
}

const server = await startServer()
// Keys belong to a name, not to an address.
const url = server.url.replace('127.0.0.1', 'localhost')
const browser = await startChromium(chromium)
const context = await browser.newContext()
const page = await context.newPage()
page.setDefaultTimeout(30_000)

interface Answered {
  status: number
  body: any
}

/** Asks the API as a page does. */
const ask = (method: string, path: string, body?: unknown): Promise<Answered> =>
  page.evaluate(
    async ([how, where, sent]) => {
      const { document: shown } = globalThis as any // as a browser has it
      const token = /csrftoken=(\w+)/.exec(shown.cookie)?.[1] ?? ''
      const response = await fetch(`/api/auth/v1/${where}`, {
        method: how as string,
        headers: { 'content-type': 'application/json', 'x-csrftoken': token },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) })
      })
      return { status: response.status, body: await response.json() }
    },
    [method, path, body] as const
  )

/** Has the browser make a key, or sign with one, as it is told by options of the server. */
const withKey = (kind: 'create' | 'get', options: object): Promise<object> =>
  page.evaluate(
    async ([how, given]) => {
      const { PublicKeyCredential: keys, navigator: here } = globalThis as any // as a browser has them
      const publicKey =
        how === 'create' ? keys.parseCreationOptionsFromJSON(given) : keys.parseRequestOptionsFromJSON(given)
      return (await here.credentials[how]({ publicKey })).toJSON()
    },
    [kind, options] as const
  )

async function signInWithPassword(): Promise<void> {
  await page.goto(`${url}/admin/`)
  await page.getByLabel('User name').fill(server.user)
  await page.getByLabel('Password').fill(server.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

try {
  await plugIn(page)

  await report.check('a passkey is added by whoever is signed in', async () => {
    await signInWithPassword()
    await page.getByRole('heading', { name: 'Users' }).waitFor()
    const offered = await ask('GET', 'account/authenticators/webauthn?passwordless')
    const credential = await withKey('create', offered.body.data.creation_options.publicKey)
    const added = await ask('POST', 'account/authenticators/webauthn', { name: 'Bench', credential })
    assert.equal(added.status, 200)
    assert.equal(added.body.data.is_passwordless, true)
  })

  await report.check('it signs in without name and password', async () => {
    assert.equal((await ask('DELETE', 'auth/session')).status, 401)
    const asked = await ask('GET', 'auth/webauthn/login')
    const credential = await withKey('get', asked.body.data.request_options.publicKey)
    const entered = await ask('POST', 'auth/webauthn/login', { credential })
    assert.equal(entered.status, 200)
    assert.equal(entered.body.data.user.username, server.user)
    assert.equal((await ask('POST', 'auth/webauthn/login', { credential })).status, 400)
  })

  await report.check('it is the second factor of the page for administrators', async () => {
    await ask('DELETE', 'auth/session')
    await signInWithPassword()
    await page.getByRole('button', { name: 'Use a security key' }).click()
    await page.getByRole('heading', { name: 'Users' }).waitFor()
  })

  await report.check('administrators see it there, and remove it', async () => {
    await page.goto(`${url}/admin/#/users/1`)
    const row = page.getByRole('row', { name: /Security key “Bench”/ })
    await row.getByRole('button').click()
    await page.locator('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('None: the password alone is enough.').waitFor()
  })
} finally {
  await browser.close()
  server.stop()
}
report.end()
