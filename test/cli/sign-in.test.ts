// The commands about how somebody signs in, run as whoever looks after a server runs them, beside a server that runs.
import t from 'tap'
import type { Test } from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { CookieJar } from '../../scripts/conformance/browser.ts'
import { Authenticator } from '../../scripts/conformance/authenticator.ts'
import { PASSWORD } from '../helper.ts'
import { inside, run, serve, type Server } from '../server/run.ts'
import { login, shared } from '../server/together.ts'
import { startMailServer } from '../support/smtp.ts'

const AUTH = '/api/auth/v1/auth/'
const TOTP = '/api/auth/v1/account/authenticators/totp'
const SITE = 'https://parts.example.org'

t.setTimeout(300_000)

/** Sends what a page sends. */
async function ask({ url }: Server, jar: CookieJar, method: string, path: string, body?: object) {
  const headers = { ...jar.headers(method), 'content-type': 'application/json', 'user-agent': 'Firefox' }
  const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) })
  jar.keep(answer.headers)
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}

/** A browser in which somebody gave name and password. */
async function signIn(server: Server, username: string, password: string) {
  const jar = new CookieJar()
  await ask(server, jar, 'GET', `${AUTH}session`)
  return { jar, ...(await ask(server, jar, 'POST', `${AUTH}login`, { username, password })) }
}

/** A server with a user, and its environment for commands. */
async function place(t: Test, more: Record<string, string> = {}) {
  const env = { ...(await shared(t)), ...more }
  const server = await serve(t, [], env)
  const mara = { username: 'mara', first_name: 'Mara', last_name: 'Lind', email: 'mara@workshop.example' }
  const { pk } = (await server.ask('POST', '/api/user/', login, mara)).body
  await server.ask('PATCH', `/api/user/${pk}/set-password/`, login, { password: PASSWORD })
  return { env, server }
}

t.test('user factors lists and removes what is lost; user sessions lists and ends, at once', async (t) => {
  const { env, server } = await place(t)
  const { jar, status } = await signIn(server, 'mara', PASSWORD)
  t.equal(status, 200)
  const { secret } = (await ask(server, jar, 'GET', TOTP)).body.meta
  const code = await new Authenticator().code('totp', secret)
  t.equal((await ask(server, jar, 'POST', TOTP, { code })).status, 200)

  const factors = await run(['user', 'factors', 'mara', '--json'], env)
  t.match(JSON.parse(factors.out), [
    { pk: 1, type: 'totp', last_used: null, unused_codes: null },
    { pk: 2, type: 'recovery_codes', unused_codes: 10 }
  ])
  t.notOk(factors.out.includes(secret), 'no secret is shown')
  t.match(await inside(['user', 'factors', 'mara'], env), { code: 0, out: /^1 +totp .*\n2 +recovery_codes .* 10\n$/m })
  t.match(await inside(['user', 'factors', 'nobody'], env), { code: 1, err: /There is no user "nobody"/ })
  t.match(await inside(['user', 'factors', 'mara', '--remove', '42'], env), {
    code: 1,
    err: 'The user has no second factor 42.\n'
  })
  t.match(await inside(['user', 'factors', 'mara', '--remove', '1'], env), {
    code: 2,
    err: /Remove totp 1 of mara\? Nothing was done: add --yes/
  })
  t.equal((await signIn(server, 'mara', PASSWORD)).status, 401, 'a code is asked for')
  t.match(await run(['user', 'factors', 'mara', '--remove', '1', '--yes', '--json'], env), { code: 0, out: /^\[\]\n$/ })
  const again = await signIn(server, 'mara', PASSWORD)
  t.equal(again.status, 200, 'the recovery codes went along, and nothing is asked for')

  const sessions = await run(['user', 'sessions', 'mara', '--json'], env)
  const listed = JSON.parse(sessions.out)
  t.match(listed, [
    { ip: '127.0.0.1', user_agent: 'Firefox' },
    { ip: '127.0.0.1', user_agent: 'Firefox' }
  ])
  t.notOk(sessions.out.includes(again.jar.value('sessionid')!), 'no key is shown')
  t.match(await inside(['user', 'sessions', 'mara', '--end', '424242'], env), {
    code: 1,
    err: 'The user has no session 424242.\n'
  })
  t.match(await run(['user', 'sessions', 'mara', '--end', String(listed[0].pk)], env), {
    code: 0,
    out: 'mara is signed out\n'
  })
  t.equal((await ask(server, jar, 'GET', '/api/user/me/')).status, 401)
  t.equal((await ask(server, again.jar, 'GET', '/api/user/me/')).status, 200)
  t.match(await run(['user', 'sessions', 'mara', '--end-all'], env), {
    code: 0,
    out: 'mara is signed out everywhere\n'
  })
  t.equal((await ask(server, again.jar, 'GET', '/api/user/me/')).status, 401)
})

t.test('user reset-link prints a link that sets a password once, and a server that runs mails it', async (t) => {
  const mail = await startMailServer(t)
  const { env, server } = await place(t, {
    INVENTREE_SITE_URL: SITE,
    INVENTREE_EMAIL_HOST: mail.config.host,
    INVENTREE_EMAIL_PORT: String(mail.config.port),
    INVENTREE_EMAIL_SENDER: 'stores@workshop.example'
  })
  const { jar } = await signIn(server, 'mara', PASSWORD)
  const { code, out, err } = await run(['user', 'reset-link', 'mara'], env)
  t.equal(code, 0)
  t.equal(err, '')
  const [, key] =
    /^https:\/\/parts\.example\.org\/web\/set-password\?key=(\S+)\nIt is sent to mara@workshop\.example\.\n$/.exec(out)!
  const isSent = () => mail.mails.some(({ text }) => text.includes(key!))
  for (let n = 0; n < 300 && !isSent(); n++) await sleep(100)
  t.ok(isSent())
  const password = 'Kettle-Anvil-77'
  const anybody = new CookieJar()
  await ask(server, anybody, 'GET', `${AUTH}session`)
  const set = async (chosen: string) =>
    (await ask(server, anybody, 'POST', `${AUTH}password/reset`, { key, password: chosen })).status
  t.equal(await set(password), 401, 'done')
  t.equal(await set('Kettle-Anvil-78'), 400, 'once')
  t.equal((await ask(server, jar, 'GET', '/api/user/me/')).status, 401, 'sessions end')
  t.equal((await signIn(server, 'mara', password)).status, 200)
  t.notOk(server.complaints().includes(key!))
  t.match(await run(['user', 'reset-link', 'nobody'], env), { code: 1, out: '' })
})

t.test('user reset-link without an address of the server → begins with the one that it listens at', async (t) => {
  const { env, server } = await place(t)
  const link = async (more: Record<string, string>) => await run(['user', 'reset-link', 'mara'], { ...env, ...more })
  t.match(await link({ INVENTREE_WEB_PORT: '8123' }), {
    code: 0,
    out: /^http:\/\/127\.0\.0\.1:8123\/web\/set-password\?key=\S+\n$/,
    err: /^INVENTREE_SITE_URL is not set: the link may have to begin with another address\.\n$/
  })
  t.match(await link({ INVENTREE_WEB_ADDR: '0.0.0.0', INVENTREE_WEB_PORT: '80' }), {
    out: /^http:\/\/127\.0\.0\.1\/web\/set-password/
  })
  await server.ask('PATCH', '/api/settings/global/INVENTREE_BASE_URL/', login, { value: SITE })
  t.match(await link({}), { code: 0, out: /^https:\/\/parts\.example\.org\/web\/set-password/, err: '' })
})
