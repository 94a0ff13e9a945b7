// The ways in: password, app, key, passkey, mail; and the page where people look after them.
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { Authenticator } from '../conformance/authenticator.ts'
import type { TestMailServer } from '../../test/support/smtp.ts'
import { until } from '../../test/support/smtp.ts'
import { plugIn, type Report } from '../support.ts'
import { WebClient } from './client.ts'
import type { WebServer } from './server.ts'

const AUTH = /^401 (?:GET|POST|DELETE) \/api\/auth\/v1\//
const WRONG = /^400 POST \/api\/auth\/v1\/auth\//

/** What the page of one's own security shows. */
interface Security {
  addresses: { email: string; verified: boolean; primary: boolean }[]
  factors: { type: string; id?: number; name?: string }[]
}

/** The path of the link in the newest mail to somebody, once that has come. */
async function linkIn({ mails }: TestMailServer, to: string, page: string): Promise<string> {
  const found = () => mails.findLast((mail) => mail.to.includes(to) && mail.text.includes(page))
  await until(() => found() !== undefined)
  const { pathname, search } = new URL(/http\S+/.exec(found()!.text.slice(found()!.text.indexOf(page) - 40))![0])
  return pathname + search
}

/**
 * Makes somebody an account, and signs them in and out by every way, in a browser of their own.
 *
 * @param admin who is signed in and may do so
 */
export async function checkSignIn(
  browser: Browser,
  admin: WebClient,
  report: Report,
  { url, mail }: WebServer
): Promise<WebClient> {
  const [user, email] = ['wanda', 'wanda@workshop.example']
  let password = 'Turbine-Kayak-44'
  await report.check('somebody gets an account and a password; what people ask for is allowed', async () => {
    const person = {
      username: user,
      first_name: 'Wanda',
      last_name: 'Lind',
      email: 'wanda@old.example',
      is_active: true
    }
    const { pk } = await admin.call<{ pk: number }>('send', 'POST', '/api/user/', person)
    await admin.call('send', 'PUT', `/api/user/${pk}/set-password/`, { password })
    for (const key of ['PWD_FORGOT', 'REG', 'SSO', 'SSO_REG'])
      await admin.call('send', 'PATCH', `/api/settings/global/LOGIN_ENABLE_${key}/`, { value: true })
    admin.quiet()
  })
  const client = await WebClient.open(browser, url)
  const codes = new Authenticator()
  await plugIn(client.page)
  const leave = async () => {
    await client.call('signOut')
    await client.goto('/web/login')
    await client.is('signed out')
  }
  const page = () => client.call<Security>('securityPage')

  await report.check('whoever is signed in already, in another window, is signed out first', async () => {
    await client.goto('/web/login')
    await client.is('signed out')
    const other = await client.page.context().newPage()
    await other.goto(`${url}/web/login`)
    await other.locator('[name=username]').fill(user)
    await other.locator('[name=password]').fill(password)
    await other.getByRole('button', { name: 'Sign in', exact: true }).click()
    await other.locator('#root[data-state="signed in"]').waitFor()
    await other.close()
    await client.signIn(user, password)
    await client.is('signed in')
    client.quiet(/^409 POST \/api\/auth\/v1\/auth\/login$/)
  })

  await report.check('a new password ends the session; the old one is good no more', async () => {
    await client.goto('/web/change-password')
    await client.is('change password')
    await client.type('current', 'wrong')
    await client.type('new', 'Copper-Braid-91')
    await client.press('Send')
    await client.is('refused')
    await client.goto('/web/change-password')
    await client.type('current', password)
    await client.type('new', 'Copper-Braid-91')
    await client.press('Send')
    await client.is('signed out')
    await client.signIn(user, password)
    await client.is('refused')
    password = 'Copper-Braid-91'
    await client.signIn(user, password)
    await client.is('signed in')
    client.quiet(AUTH, WRONG, /^400 POST \/api\/auth\/v1\/account\/password\/change$/)
  })

  await report.check(
    'an address is added, confirmed by the link in a mail, made the first, and taken away',
    async () => {
      assert.equal((await client.call<{ status: number }>('changeAddress', 'POST', email)).status, 200)
      const link = await linkIn(mail, email, '/web/verify-email/')
      await client.goto(link)
      await client.is('verify email')
      await client.press('Send')
      await client.is('signed out')
      await client.goto('/web')
      await client.is('signed in')
      assert.ok((await page()).addresses.find((one) => one.email === email)!.verified)
      await client.call('changeAddress', 'PATCH', email)
      for (const method of ['POST', 'PUT', 'DELETE']) await client.call('changeAddress', method, 'third@home.example')
      assert.deepEqual(
        (await page()).addresses.map(({ email: listed, primary }) => [listed, primary]),
        [[email, true]]
      )
      // The same mail is not sent twice within three minutes.
      client.quiet(AUTH, /^403 PUT \/api\/auth\/v1\/account\/email$/)
    }
  )

  await report.check('a forgotten password: the link in the mail leads to the page for another', async () => {
    await leave()
    await client.type('email', email)
    await client.press('Forgotten password')
    await client.is('mail sent')
    await client.goto(await linkIn(mail, email, '/web/set-password'))
    await client.is('set password')
    password = 'Solder-Paste-77'
    await client.type('password', password)
    await client.press('Send')
    await client.is('signed out')
    await client.signIn(user, password)
    await client.is('signed in')
    client.quiet(AUTH)
  })

  let secret = ''
  let spare: string[] = []
  await report.check('an app for codes is set up, with codes for when it is lost', async () => {
    secret = await client.call<string>('beginApp', password)
    assert.equal(await client.call('endApp', password, '000000'), 400)
    assert.equal(await client.call('endApp', password, await codes.code('newtotp', secret)), 200)
    await client.call('recoveryCodes', password)
    spare = await client.call<string[]>('recoveryCodes', password, 'POST')
    assert.equal(spare.length, 10)
    await client.call('prove', { password })
    await client.call('prove', { code: spare.pop() })
    assert.deepEqual((await page()).factors.map(({ type }) => type).sort(), ['recovery_codes', 'totp'])
    client.quiet(AUTH, WRONG, /^40[04] \w+ \/api\/auth\/v1\/account\/authenticators\/totp$/)
  })

  await report.check(
    'the password alone is not enough then: a code is asked for; one that was kept will do',
    async () => {
      await leave()
      await client.signIn(user, password)
      await client.is('second factor')
      await client.type('code', '000000')
      await client.press('Continue')
      await client.is('refused')
      await client.signIn(user, password)
      await client.is('second factor')
      await client.type('code', spare[0]!)
      await client.press('Continue')
      await client.is('signed in')
      client.quiet(AUTH, WRONG)
    }
  )

  await report.check('a passkey is added and named; it signs in alone, and as second factor', async () => {
    await client.call('addKey', password, true, 'Bench')
    assert.ok((await page()).factors.some(({ name }) => name === 'Bench'))
    await leave()
    await client.press('Sign in with a passkey')
    await client.is('signed in')
    await leave()
    await client.signIn(user, password)
    await client.is('second factor')
    await client.press('Use a key')
    await client.is('signed in')
    client.quiet(AUTH)
  })

  await report.check('the code of the app signs in', async () => {
    await leave()
    await client.signIn(user, password)
    await client.is('second factor')
    await client.type('code', await codes.code('newtotp', secret))
    await client.press('Continue')
    await client.is('signed in')
    client.quiet(AUTH)
  })

  await report.check('key and app are taken away; the password is enough again', async () => {
    const { id } = (await page()).factors.find(({ type }) => type === 'webauthn')!
    assert.equal(await client.call('removeKey', password, id), 200)
    assert.equal(await client.call('removeApp', password), 200)
    assert.deepEqual((await page()).factors, [])
    await leave()
    await client.signIn(user, password)
    await client.is('signed in')
    client.quiet(AUTH)
  })
  return client
}

/** Makes a second factor everybody's duty; whoever has none is led to set one up, and comes in with it. */
export async function checkDuty(client: WebClient, report: Report, { user, password }: WebServer): Promise<void> {
  const codes = new Authenticator()
  const signIn = async () => {
    await client.goto('/web/login')
    await client.is('signed out')
    await client.signIn(user, password)
  }
  await report.check('where a second factor is a duty, whoever has none is led to set one up', async () => {
    const duty = { value: true, manual_confirm: true }
    await client.call('send', 'PATCH', '/api/settings/global/LOGIN_ENFORCE_MFA/', duty)
    await signIn()
    await client.is('factor to be set up')
    const secret = await client.call<string>('beginApp', password)
    assert.equal(await client.call('endApp', password, await codes.code('newtotp', secret)), 200)
    const [spare] = await client.call<string[]>('recoveryCodes', password)
    await client.call('signOut')
    await signIn()
    await client.is('second factor')
    await client.type('code', spare!)
    await client.press('Continue')
    await client.is('signed in')
    client.quiet(AUTH, /^401 GET \/auth\/$/, /^404 GET \/api\/auth\/v1\/account\/authenticators\/totp$/)
  })
}
