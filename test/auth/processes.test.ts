import t from 'tap'
import type { Test } from 'tap'
import { CookieJar } from '../../scripts/conformance/browser.ts'
import { Authenticator } from '../../scripts/conformance/authenticator.ts'
import { PASSWORD } from '../helper.ts'
import { serve, type Server } from '../server/run.ts'
import { shared } from '../server/together.ts'

const AUTH = '/api/auth/v1/auth/'
const FACTORS = '/api/auth/v1/account/authenticators'
const CHANGE = '/api/auth/v1/account/password/change'

/** A server in two processes. */
const twins = async (t: Test, more: Record<string, string> = {}): Promise<Server> =>
  await serve(t, [], { ...(await shared(t)), INVENTREE_WORKERS: '2', ...more })

/** Asks as a browser does, but over a connection of its own each time, so that both processes are met. */
async function ask(server: Server, jar: CookieJar, method: string, path: string, body?: object) {
  const headers = { ...jar.headers(method), connection: 'close', 'content-type': 'application/json' }
  const answer = await fetch(server.url + path, { method, headers, body: body && JSON.stringify(body) })
  jar.keep(answer.headers)
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}

async function signIn(server: Server, jar: CookieJar) {
  await ask(server, jar, 'GET', `${AUTH}session`)
  return await ask(server, jar, 'POST', `${AUTH}login`, { username: 'admin', password: PASSWORD })
}

t.setTimeout(300_000)

t.test('a sign-in that was begun in one process goes on in the other; a code counts in one alone', async (t) => {
  const server = await twins(t)
  const jar = new CookieJar()
  t.equal((await signIn(server, jar)).status, 200)
  for (let n = 0; n < 6; n++) t.equal((await ask(server, jar, 'GET', `${AUTH}session`)).status, 200, 'in both')
  const { secret } = (await ask(server, jar, 'GET', `${FACTORS}/totp`)).body.meta
  const code = await new Authenticator().code('totp', secret)
  t.equal((await ask(server, jar, 'POST', `${FACTORS}/totp`, { code })).status, 200)
  const { unused_codes: codes } = (await ask(server, jar, 'GET', `${FACTORS}/recovery-codes`)).body.data
  const jars = Array.from({ length: 4 }, () => new CookieJar())
  for (const one of jars) t.equal((await signIn(server, one)).status, 401)
  const given = await Promise.all(
    jars.map((one) => ask(server, one, 'POST', `${AUTH}2fa/authenticate`, { code: codes[0] }))
  )
  const passed = given.filter(({ status }) => status === 401)
  t.equal(passed.length, 1)
  t.equal(passed[0]?.body.data.flows.at(-1).id, 'mfa_trust')
})

t.test('requests and failures are counted over both processes', async (t) => {
  const server = await twins(t)
  const jar = new CookieJar()
  await signIn(server, jar)
  const statuses = []
  for (let n = 0; n < 8; n++) statuses.push((await ask(server, jar, 'POST', CHANGE, {})).status)
  t.strictSame(statuses, [400, 400, 400, 400, 400, 429, 429, 429])
  const at = (
    await Promise.all(Array.from({ length: 12 }, () => ask(server, jar, 'POST', `${AUTH}reauthenticate`, {})))
  )
    .map(({ status }) => status)
    .toSorted()
  t.strictSame(at, [...Array<number>(10).fill(400), 429, 429], 'also at once')
  const other = new CookieJar()
  await ask(server, other, 'GET', `${AUTH}session`)
  const codes = []
  for (let n = 0; n < 4; n++) {
    const body = { username: 'admin', password: n < 3 ? `wrong ${n}` : PASSWORD }
    codes.push((await ask(server, other, 'POST', `${AUTH}login`, body)).body.errors[0].code)
  }
  t.strictSame(codes, [
    'username_password_mismatch',
    'username_password_mismatch',
    'too_many_login_attempts',
    'too_many_login_attempts'
  ])
})
