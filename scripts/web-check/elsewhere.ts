// Accounts: one that somebody makes, and one that they have elsewhere.
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Report } from '../support.ts'
import { WebClient } from './client.ts'

const AUTH = /^401 (?:GET|POST|DELETE) \/api\/auth\/v1\//

/** What the page of one's own security shows of accounts elsewhere. */
interface Connected {
  providers: { uid: string; provider: { id: string } }[]
}

/**
 * Makes an account, and comes in with one of a provider.
 *
 * @param provider what the provider is called
 */
export async function checkAccounts(
  browser: Browser,
  url: string,
  report: Report,
  provider: string
): Promise<WebClient> {
  const client = await WebClient.open(browser, url)
  await report.check('somebody makes an account, and is signed in', async () => {
    await client.goto('/web/register')
    await client.is('signed out')
    for (const [name, text] of [
      ['username', 'ilse'],
      ['password', 'Copper-Braid-91'],
      ['email', 'ilse@home.example']
    ] as const)
      await client.type(name, text)
    await client.press('Sign up')
    await client.is('signed in')
    client.quiet(AUTH)
  })

  await report.check('the account of a provider is connected, signs in, and is given up', async () => {
    await client.call('connect', 'workshop')
    await client.page.waitForURL('**/web/logged-in**')
    await client.is('signed in')
    const connected = async () => (await client.call<Connected>('securityPage')).providers
    const [{ uid }] = (await connected()) as [Connected['providers'][0]]
    await client.call('signOut')
    await client.goto('/web/login')
    await client.is('signed out')
    await client.press(`Sign in with ${provider}`)
    await client.page.waitForURL('**/web/logged-in**')
    await client.is('signed in')
    await client.call('disconnect', 'workshop', uid)
    assert.deepEqual(await connected(), [])
    client.quiet(AUTH)
  })
  return client
}
