// `make admin-check`: uses the page for administrators in Chromium, as one would who has never seen it, against a
// server of its own.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { beNice, findChromium, has, Report, root, startChromium, startServer } from './support.ts'

beNice()
const report = new Report()
const chromium = findChromium()
if (!chromium) {
  report.skip('the page for administrators in a browser', 'Chromium is missing; CHROMIUM may name it')
  report.end()
  process.exit(0)
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WEAK = '12345'
const STRONG = 'Solder-Paste-77'

const folder = mkdtempSync(join(tmpdir(), 'inventree-admin-check-'))
const database = join(folder, 'inventree.sqlite3')
const server = await startServer(database, { INVENTREE_PLUGIN_DIR: join(root, 'examples/plugins') })
const { url, user, password } = server
const browser = await startChromium(chromium)
const context = await browser.newContext({
  viewport: { width: 1180, height: 800 },
  permissions: ['clipboard-read', 'clipboard-write']
})
const page = await context.newPage()
page.setDefaultTimeout(15_000)
const asked: string[] = []
const complaints: string[] = []
page.on('request', (request) => asked.push(request.url()))
page.on('pageerror', (error) => complaints.push(String(error)))
page.on('console', (message) => {
  if (message.type() === 'error' && !message.text().startsWith('Deprecated')) complaints.push(message.text())
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = page.locator('dialog')
const toast = (text: string | RegExp) => page.locator('#toasts').getByText(text).first().waitFor()
const basic = (name: string, secret: string) => ({ authorization: `Basic ${btoa(`${name}:${secret}`)}` })

/** The API as a program asks it. */
async function api(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body?: unknown
): Promise<{ status: number; body: any }> {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body)
  })
  return { status: response.status, body: await response.json().catch(() => undefined) }
}
const admin = basic(user, password)

/** Waits until something is so. */
async function until(so: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await so())) {
    if (Date.now() > end) throw new Error(`it did not come to this: ${so}`)
    await sleep(50)
  }
}

async function visit(hash: string, title: string | RegExp): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${url}/admin/${hash}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function signIn(name: string, secret: string): Promise<void> {
  await page.getByLabel('User name').fill(name)
  await page.getByLabel('Password').fill(secret)
  await page.keyboard.press('Enter')
}

/** What a view lets down those who do not see it as most do: in light and dark, and on a phone. */
async function sound(what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(AXE)
    const violations = (await page.evaluate(async () => (await (globalThis as any).axe.run()).violations)) as {
      id: string
      impact: string
      help: string
      nodes: { html: string }[]
    }[]
    const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
    assert.deepEqual(
      serious.map(({ id, help, nodes }) => `${what}, ${colorScheme}: ${id}, ${help}: ${nodes[0]!.html.slice(0, 160)}`),
      []
    )
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.setViewportSize({ width: 360, height: 720 })
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  await page.setViewportSize({ width: 1180, height: 800 })
  assert.ok(wide <= 0, `${what} is ${wide} pixels wider than a phone`)
}

await report.check('the first page says where it is and leads on; its Python example runs', async () => {
  await page.goto(`${url}/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.ok((await page.locator('#javascript').innerText()).includes(`"${url}"`))
  for (const link of await page.locator('a.card').all())
    assert.equal((await fetch(new URL((await link.getAttribute('href'))!, url))).status, 200)
  await sound('the first page')
  const example = await page.locator('#python').innerText()
  assert.ok(example.includes(`"${url}"`))
  if (spawnSync('python3', ['-c', 'import requests'], { stdio: 'ignore' }).status !== 0) return
  await api('/api/part/', admin, 'POST', { name: 'Relay' })
  const told = execFileSync('python3', ['-c', example], {
    encoding: 'utf8',
    env: { ...process.env, INVENTREE_API_USERNAME: user, INVENTREE_API_PASSWORD: password }
  })
  assert.match(told, /^\d+ Relay$/m)
})

await report.check('the page comes in one round of requests, and weighs less than 200 kB', async () => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  let bytes = 0
  const late: string[] = []
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  devtools.on('Network.requestWillBeSent', ({ request, initiator }) => {
    // What the document itself names is asked for at once; what a script or a style sheet names would have to wait for
    // it.
    const named =
      initiator.type === 'other' ||
      (initiator.type === 'parser' && new URL(initiator.url ?? url).pathname === '/admin/')
    if (request.url.startsWith(`${url}/admin/`) && !named)
      late.push(`${request.url} from ${initiator.type} ${initiator.url}`)
  })
  await page.goto(`${url}/admin/`)
  await page.getByLabel('User name').waitFor()
  await page.waitForLoadState('networkidle')
  await devtools.detach()
  assert.deepEqual(late, [])
  assert.ok(bytes > 10_000 && bytes < 200_000, `it weighs ${bytes} bytes`)
  console.log(`      ${Math.round(bytes / 1000)} kB`)
  const policy = (await fetch(`${url}/admin/`)).headers.get('content-security-policy')!
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
})

await report.check('a wrong password is refused in words; the right one leads in, by keyboard alone', async () => {
  await visit('', 'Administration')
  await sound('the door')
  await signIn(user, 'wrong')
  await page.getByRole('alert').getByText('The username and/or password you specified are not correct.').waitFor()
  await page.goto(`${url}/admin/`)
  await page.getByLabel('User name').waitFor()
  await page.keyboard.type(user) // the first field has the focus
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'To the content')
  await page.getByRole('link', { name: 'Groups' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor()
  await until(async () => (await page.evaluate('document.activeElement.textContent')) === 'Groups')
})

await report.check('a group is made, and may look at everything', async () => {
  await visit('#/groups', 'Groups')
  await button('New group').click()
  await sound('the dialog of a new group')
  await dialog.getByLabel('Name').fill('Readers')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('heading', { level: 1, name: 'Readers' }).waitFor()
  await button('Look at everything').click()
  await page.getByText('Members may look at everything, and change nothing.').waitFor()
  const [group] = (await api('/api/user/group/?search=Readers', admin)).body
  for (const role of group.roles)
    assert.deepEqual(
      [role.can_view, role.can_add, role.can_change, role.can_delete],
      [true, false, false, false],
      role.name
    )
  await sound('a group')
})

await report.check('ticks bring along what they need, and say so; other names are refused or taken', async () => {
  await visit('#/groups', 'Groups')
  await button('New group').click()
  await dialog.getByLabel('Name').fill('Readers')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await dialog.getByText('group with this name already exists.').waitFor()
  await dialog.getByLabel('Name').fill('Buyers')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('heading', { level: 1, name: 'Buyers' }).waitFor()
  const box = (verb: string) => page.getByLabel(`Purchase orders: ${verb}`)
  const ticks = async () => await Promise.all(['view', 'add', 'change', 'delete'].map((verb) => box(verb).isChecked()))
  const stored = async () => {
    const [{ can_view, can_add, can_change, can_delete }] = (
      await api('/api/user/group/?search=Buyers', admin)
    ).body[0].roles.filter(({ name }: { name: string }) => name === 'purchase_order')
    return [can_view, can_add, can_change, can_delete]
  }
  await box('delete').check()
  await page.getByText('Purchase orders: delete is on, and so are view and change, which it needs.').waitFor()
  assert.deepEqual(await ticks(), [true, false, true, true])
  assert.deepEqual(await stored(), [true, false, true, true])
  await box('view').uncheck()
  await page.getByText('Purchase orders: view is off, and so are change and delete, which need it.').waitFor()
  assert.deepEqual([await ticks(), await stored()], [Array(4).fill(false), Array(4).fill(false)])
  await box('change').check()
  await page.getByText('Purchase orders: change is on, and so is view, which it needs.').waitFor()
  await page.getByLabel('Name').fill('Purchasing')
  await button('Rename').click()
  await page.getByRole('heading', { level: 1, name: 'Purchasing' }).waitFor()
})

await report.check(
  'a user is made; a weak password is refused with the reasons, and taken when that is meant',
  async () => {
    await visit('#/users', 'Users')
    await sound('the users')
    await button('New user').click()
    await dialog.getByLabel('User name').fill('not allowed!')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await dialog.getByText('Enter a valid username.').waitFor()
    await sound('the dialog of a new user')
    await dialog.getByLabel('User name').fill('rita')
    await dialog.getByLabel('First name').fill('Rita')
    await dialog.getByLabel('Last name').fill('Lind')
    await dialog.getByLabel('E-mail').fill('rita@workshop.example')
    await dialog.getByLabel('Group').selectOption('Readers')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { level: 1, name: 'Rita Lind' }).waitFor()
    await page.getByLabel('New password').fill(WEAK)
    await button('Set password').click()
    for (const reason of [
      'This password is too short. It must contain at least 8 characters.',
      'This password is too common.',
      'This password is entirely numeric.'
    ])
      await page.getByText(reason).waitFor()
    assert.equal((await api('/api/user/me/', basic('rita', WEAK))).status, 401)
    await button('Use it all the same').click()
    await toast('The password is set')
    assert.equal((await api('/api/user/me/', basic('rita', WEAK))).status, 200)
    await page.getByLabel('New password').fill(STRONG)
    await button('Set password').click()
    await until(async () => (await api('/api/user/me/', basic('rita', STRONG))).status === 200)
    await page.reload()
    await page.getByText(/last seen: today/).waitFor()
    await sound('a user')
  }
)

await report.check(
  'a link for a new password is made for a user, copied, and leads to where it is chosen',
  async () => {
    await visit('#/users', 'Users')
    await page.getByRole('link', { name: /Rita Lind/ }).click()
    await button('Make a link').click()
    await dialog.getByText('It was sent to nobody').waitFor()
    const link = await dialog.getByLabel('The link').inputValue()
    assert.ok(link.startsWith(`${url}/web/set-password?key=`), link)
    await dialog.getByRole('button', { name: 'Copy' }).click()
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), link)
    await sound('the dialog of a link')
    await dialog.getByRole('button', { name: 'Done' }).click()
    const key = { 'x-password-reset-key': new URL(link).searchParams.get('key')! }
    const { status, body } = await api('/api/auth/v1/auth/password/reset', key)
    assert.deepEqual([status, body.data.user.username], [200, 'rita'])
    assert.equal((await api('/api/user/me/', basic('rita', STRONG))).status, 200, 'the password stays until then')
  }
)

await report.check(
  'the link leads to a page that takes a password once, and signs in, without a web client',
  async () => {
    const { body } = await api('/api/user/?search=rita', admin)
    const { link } = (await api(`/api/user/${body[0].pk}/reset-link/`, admin, 'POST')).body
    const other = await browser.newContext()
    const hers = await other.newPage()
    hers.setDefaultTimeout(15_000)
    const submit = async (name: string) => await hers.getByRole('button', { name }).click()
    await hers.goto(link)
    await hers.getByText('For rita.').waitFor()
    assert.ok(!new URL(hers.url()).search, 'the key stays out of what is sent')
    await hers.getByLabel('New password').fill(WEAK)
    await submit('Set password')
    await hers.getByText('This password is too common.').waitFor()
    await hers.getByLabel('New password').fill('Copper-Kettle-88')
    await submit('Set password')
    await hers.getByRole('heading', { name: 'The password is set' }).waitFor()
    await hers.getByRole('link', { name: 'Sign in with it' }).click()
    await hers.getByLabel('User name').fill('rita')
    await hers.getByLabel('Password').fill('Copper-Kettle-88')
    await submit('Sign in')
    await hers.getByText('You are signed in as rita.').waitFor()
    await submit('Sign out')
    await hers.getByRole('heading', { name: 'Sign in' }).waitFor()
    await hers.goto('about:blank')
    await hers.goto(link)
    await hers.getByRole('heading', { name: 'This link is not good any more' }).waitFor()
    await hers.getByRole('link', { name: /Ask for another link/ }).click()
    await hers.getByLabel('E-mail address').fill('rita@workshop.example')
    await submit('Send a link')
    await hers.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    await hers.goto(`${url}/web/social-login-error?error=signup_closed`)
    await hers.getByText('no account is made for newcomers').waitFor()
    await hers.goto(`${url}/web/verify-email/1-2-3`)
    await hers.getByText('confirmed already').waitFor()
    await other.close()
    await api(`/api/user/${body[0].pk}/set-password/`, admin, 'PATCH', { password: STRONG })
    await page.goto(`${url}/account/#/forgotten`)
    await page.getByLabel('E-mail address').waitFor()
    await sound('the page for accounts')
  }
)

await report.check('a lost second factor is removed, and a session is ended, of another user', async () => {
  const outside = new Sqlite(database)
  const { id } = outside.prepare("select id from user where username = 'rita'").get() as { id: number }
  const [now, later] = [0, 3600_000].map((more) => new Date(Date.now() + more).toISOString())
  const factor = outside.prepare('insert into authenticator (user_id, type, data, created_at) values (?, ?, ?, ?)')
  for (const kind of ['totp', 'recovery_codes']) factor.run(id, kind, 'sealed', now)
  outside
    .prepare(
      `insert into session (user_id, hash, created, last_seen, expires, ip, user_agent, methods)
       values (?, 'x', ?, ?, ?, '192.0.2.7', 'a browser of hers', '[]')`
    )
    .run(id, now, now, later)
  outside.close()
  await visit('#/users', 'Users')
  await page.getByRole('link', { name: /Rita Lind/ }).click()
  const sessions = page.getByRole('table', { name: 'Sessions' })
  await sessions.getByText('a browser of hers').waitFor()
  await sound('a user with factors and sessions')
  await sessions.getByRole('button', { name: 'End the session from 192.0.2.7' }).click()
  await toast('Ended')
  await page.getByText('Signed in nowhere.').waitFor()
  await button('Remove App with codes').click()
  await dialog.getByText('rita signs in without it from now on.').waitFor()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('None: the password alone is enough.').waitFor()
})

await report.check('the read-only account sees its roles, and gets 403 on a write', async () => {
  const rita = basic('rita', STRONG)
  const { roles } = (await api('/api/user/roles/', rita)).body
  assert.ok(
    Object.values(roles).every((verbs) => JSON.stringify(verbs) === '["view"]'),
    JSON.stringify(roles)
  )
  assert.equal((await api('/api/part/', rita)).status, 200)
  const { status, body } = await api('/api/part/', rita, 'POST', { name: 'Not hers' })
  assert.equal(status, 403)
  assert.equal(body.detail, 'You do not have permission to perform this action.')
})

await report.check('what a user may do is shown with the group that permits it', async () => {
  await visit('#/users', 'Users')
  await page.getByRole('link', { name: /Rita Lind/ }).click()
  const cell = (row: string, column: number) => page.getByRole('row', { name: row }).locator('td').nth(column)
  await until(async () => (await cell('Purchase orders', 0).innerText()) === 'Readers')
  assert.equal(await cell('Purchase orders', 2).innerText(), '–')
  await page.getByRole('switch', { name: 'Purchasing' }).check()
  await toast('Now in Purchasing')
  await until(async () => (await cell('Purchase orders', 0).innerText()) === 'Readers, Purchasing')
  assert.equal(await cell('Purchase orders', 2).innerText(), 'Purchasing')
  await page.getByRole('switch', { name: 'Purchasing' }).uncheck()
  await toast('No longer in Purchasing')
  assert.equal(await cell('Purchase orders', 2).innerText(), '–')
})

await report.check('members are put into a group and taken out', async () => {
  await visit('#/groups', 'Groups')
  await sound('the groups')
  await page.getByRole('link', { name: 'Purchasing' }).click()
  await page.getByText('Nobody yet.').waitFor()
  await page.getByLabel('User to put into the group').selectOption({ label: 'Rita Lind (rita)' })
  await page.getByRole('listitem').getByRole('link', { name: 'Rita Lind' }).waitFor()
  const groups = async () =>
    (await api('/api/user/me/', basic('rita', STRONG))).body.groups.map(({ name }: { name: string }) => name)
  assert.deepEqual(await groups(), ['Readers', 'Purchasing'])
  await sound('a group with members')
  await button('Take out rita').click()
  await page.getByText('Nobody yet.').waitFor()
  assert.deepEqual(await groups(), ['Readers'])
  await button('Delete group').click()
  await dialog.getByRole('button', { name: 'Delete group' }).click()
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor()
  assert.equal((await api('/api/user/group/', admin)).body.length, 1)
})

await report.check('names are changed, flags are switched, and switched off means at once', async () => {
  await visit('#/users', 'Users')
  await page.getByLabel('Search users').fill('rit')
  await page.locator('[data-count="1"]').waitFor()
  await page.getByRole('link', { name: /Rita Lind/ }).click()
  await page.getByLabel('First name').fill('Margarita')
  await page.getByLabel('E-mail').fill('nonsense')
  await button('Save').click()
  await page.getByText('Enter a valid email address.').waitFor()
  await page.getByLabel('E-mail').fill('margarita@workshop.example')
  await button('Save').click()
  await page.getByRole('heading', { level: 1, name: 'Margarita Lind' }).waitFor()
  for (const [flag, name] of [
    ['is_staff', 'Staff'],
    ['is_superuser', 'Superuser']
  ] as const) {
    for (const on of [true, false]) {
      await page.getByRole('switch', { name }).setChecked(on)
      await until(async () => (await api('/api/user/?search=rita', admin)).body[0][flag] === on)
      await until(async () => await page.getByRole('switch', { name }).isEnabled())
    }
  }
  await page.getByRole('switch', { name: 'Active' }).uncheck()
  await page.getByText('Nothing while the account is switched off.').waitFor()
  assert.equal((await api('/api/user/me/', basic('rita', STRONG))).status, 401)
  await visit('#/users', 'Users')
  await page.getByLabel('Which users').selectOption('Switched off')
  await page.locator('[data-count="1"]').waitFor()
  await page.getByRole('link', { name: /Margarita/ }).click()
  await page.getByRole('switch', { name: 'Active' }).check()
  await until(async () => (await api('/api/user/me/', basic('rita', STRONG))).status === 200)
})

/** What a program in Python gets with a token. */
function python(token: string): string {
  const program =
    'import sys, urllib.request, urllib.error\nr = urllib.request.Request(sys.argv[1] + "/api/user/me/", headers={"Authorization": "Token " + sys.argv[2]})\n' +
    'try: print(urllib.request.urlopen(r).status)\nexcept urllib.error.HTTPError as e: print(e.code)'
  return execFileSync('python3', ['-c', program, url, token], { encoding: 'utf8' }).trim()
}

const other = createServer((_request, response) =>
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>Shop</title>')
)
let shop: Page | undefined
/**
 * The status that a script of a page on another origin gets with a token; without one, with the cookies of the browser.
 * 0 where it sees no answer.
 */
async function elsewhere(token?: string): Promise<number> {
  if (!shop) {
    // Another port is another origin of the same site, so that the browser would send the cookies if it were asked to.
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    shop = await context.newPage()
    await shop.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
  }
  return await shop.evaluate(
    async ([base, value]) => {
      const how = value ? { headers: { Authorization: `Token ${value}` } } : { credentials: 'include' as const }
      return await fetch(`${base}/api/user/me/`, how).then(
        ({ status }) => status,
        () => 0
      )
    },
    [url, token] as const
  )
}

/** Makes a token in the page for a user and gives its value, as it was copied. */
async function makeToken(owner: string, name: string): Promise<string> {
  await visit('#/tokens', 'Tokens')
  await button('New token').click()
  await dialog.getByLabel('For whom').selectOption({ label: owner })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Works until').fill('2099-12-31')
  await dialog.getByRole('button', { name: 'Create token' }).click()
  const token = await dialog.getByLabel('The token').inputValue()
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await dialog.getByRole('button', { name: 'Copied' }).waitFor()
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), token)
  await sound('a new token')
  await dialog.getByRole('button', { name: 'Done' }).click()
  return token
}

await report.check(
  'a token made in the page works from Python and from a page of another origin, until it is revoked',
  async () => {
    const token = await makeToken('Margarita Lind (rita)', 'Bench scanner')
    assert.match(token, /^inv-[0-9a-f]{40}-\d{8}$/)
    if (has('python3')) assert.equal(python(token), '200')
    assert.equal(await elsewhere(token), 200)
    assert.equal(await elsewhere(), 0, 'the session is of no use there')
    assert.ok(!(await page.content()).includes(token), 'it is shown no more')
    await visit('#/tokens', 'Tokens')
    const row = page.getByRole('row', { name: /Bench scanner/ })
    assert.match(await row.innerText(), /Margarita Lind[^]*today[^]*today[^]*2099-12-31[^]*Works/)
    await sound('the tokens')
    await row.getByRole('button', { name: /^Revoke/ }).click()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    assert.equal(await elsewhere(token), 200, 'asked first')
    await row.getByRole('button', { name: /^Revoke/ }).click()
    await dialog.getByRole('button', { name: 'Revoke' }).click()
    await toast('The token is revoked')
    if (has('python3')) assert.equal(python(token), '401')
    assert.equal(await elsewhere(token), 401)
    await row.waitFor({ state: 'detached' })
    await page.getByLabel('Which tokens').selectOption('Revoked')
    await row.getByText('Revoked').waitFor()
  }
)

await report.check('all tokens of a user are revoked at once', async () => {
  const mine = await makeToken(user, 'Kept')
  const hers = [await makeToken('Margarita Lind (rita)', 'Drill'), await makeToken('Margarita Lind (rita)', 'Lathe')]
  await visit('#/tokens', 'Tokens')
  await page.getByLabel('Whose tokens').selectOption({ label: 'rita’s' })
  await button('Revoke all of this user').click()
  await dialog.getByRole('button', { name: 'Revoke all' }).click()
  await toast('Revoked 2 tokens')
  for (const token of hers) assert.equal(await elsewhere(token), 401)
  assert.equal(await elsewhere(mine), 200)
  await visit('#/users', 'Users')
  await page.getByRole('link', { name: /Margarita/ }).click()
  await page.getByText('0 tokens in force.').waitFor()
})

await report.check('the server says what it is; a backup can be taken away', async () => {
  await visit('#/server', 'Server')
  await page.getByText('SQLite', { exact: true }).waitFor()
  const parts = (await api('/api/part/?limit=1', admin)).body.count
  assert.ok((await page.locator('main').innerText()).replaceAll(/\s+/g, ' ').includes(`Parts ${parts} Categories 0`))
  assert.equal(await page.getByRole('link', { name: 'Documentation of the API' }).getAttribute('href'), '/api-doc/')
  await sound('the server')
  await page.getByRole('switch', { name: 'With uploaded files' }).check()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download a backup' }).click()
  ])
  assert.match(download.suggestedFilename(), /^inventree-backup-.*\.tar\.gz$/)
  const file = join(folder, 'backup.tar.gz')
  await download.saveAs(file)
  execFileSync('tar', ['xzf', file, '-C', folder, 'inventree.sqlite3', '--transform', 's/^/copy-/'])
  const copy = new Sqlite(join(folder, 'copy-inventree.sqlite3'), { readonly: true })
  assert.deepEqual(copy.prepare('select username from user order by id').pluck().all(), [user, 'rita'])
  copy.close()
})

await report.check('settings are found, changed in place, refused in words, and set back', async () => {
  await visit('#/server', 'Server')
  const setting = (key: string) => page.locator(`[data-key="${key}"]`)
  const stored = async (key: string) => (await api(`/api/settings/global/${key}/`, admin)).body.value
  await page.getByLabel('Search settings').fill('upload size')
  await until(async () => (await page.locator('.setting:visible').count()) === 1)
  const size = setting('INVENTREE_UPLOAD_MAX_SIZE')
  assert.match(await size.innerText(), /integer · default: 100?/)
  const before = await stored('INVENTREE_UPLOAD_MAX_SIZE')
  await size.getByRole('spinbutton').fill('-3')
  await size.getByRole('spinbutton').press('Enter')
  await size.getByText(/greater than or equal to/).waitFor()
  assert.equal(await stored('INVENTREE_UPLOAD_MAX_SIZE'), before)
  await size.getByRole('spinbutton').fill('25')
  await size.getByRole('spinbutton').press('Enter')
  await size.getByText('Saved').waitFor()
  assert.equal(await stored('INVENTREE_UPLOAD_MAX_SIZE'), 25)
  await page.getByLabel('Search settings').fill('')
  await page.getByLabel('Only changed ones').check()
  await until(async () => (await page.locator('.setting:visible').count()) === 1)
  await size.getByRole('button', { name: /^Set back/ }).click()
  await until(async () => (await stored('INVENTREE_UPLOAD_MAX_SIZE')) === before)
  await page.getByLabel('Only changed ones').uncheck()
  await page.getByLabel('Search settings').fill('full names')
  await setting('DISPLAY_FULL_NAMES').getByRole('switch').check()
  await until(async () => (await stored('DISPLAY_FULL_NAMES')) === true)
  await page.getByLabel('Search settings').fill('default currency')
  await setting('INVENTREE_DEFAULT_CURRENCY').getByRole('combobox').selectOption('EUR')
  await until(async () => (await stored('INVENTREE_DEFAULT_CURRENCY')) === 'EUR')
  await page.getByLabel('Search settings').fill('enforce_mfa')
  await setting('LOGIN_ENFORCE_MFA').getByRole('switch').check()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await until(async () => !(await setting('LOGIN_ENFORCE_MFA').getByRole('switch').isChecked())) // asked first
  assert.equal(await stored('LOGIN_ENFORCE_MFA'), false)
})

await report.check('a setting that the configuration decides is shown, not offered', async () => {
  const ALL = '**/api/settings/global/?defaults=true'
  await page.route(ALL, async (route) => {
    const answer = await route.fetch()
    const all = (await answer.json()) as { key: string; value: unknown; read_only: boolean }[]
    const site = all.find(({ key }) => key === 'INVENTREE_BASE_URL')!
    Object.assign(site, { value: 'https://parts.example.org', read_only: true })
    await route.fulfill({ response: answer, json: all })
  })
  await visit('#/users', 'Users')
  await visit('#/server', 'Server')
  await page.unroute(ALL)
  const shown = page.locator('[data-key="INVENTREE_BASE_URL"]')
  await shown.getByText('https://parts.example.org').waitFor()
  await shown.getByText('the configuration of the server decides it').waitFor()
  assert.equal(await shown.locator('input, select, button').count(), 0)
})

await report.check('a template is uploaded, mended where the preview says, and shown with a record', async () => {
  await api('/api/part/', admin, 'POST', { name: 'Relay', description: '12 V' })
  await visit('#/templates', 'Templates')
  await button('Upload a template').click()
  await dialog.getByLabel('What it is for').selectOption('report')
  await dialog.getByLabel('Name').fill('Card')
  await dialog.getByLabel('Description').fill('A card of a part')
  const content = '<style>@page { size: {{ page_size }} }</style>\n<p>{{ part.name|nosuch }}</p>'
  await dialog
    .getByLabel('File')
    .setInputFiles({ name: 'card.html', mimeType: 'text/html', buffer: Buffer.from(content) })
  await button('Upload').click()
  await page.getByRole('heading', { level: 1, name: 'Card' }).waitFor()
  const editor = page.getByRole('textbox', { name: 'The page' })
  assert.equal(await editor.inputValue(), content)
  await button('HTML').click()
  await page.getByRole('alert').getByText("Invalid filter: 'nosuch' (card.html, line 2)").waitFor()
  assert.equal(
    await editor.evaluate((area: any) => area.value.slice(area.selectionStart, area.selectionEnd)),
    '<p>{{ part.name|nosuch }}</p>'
  )
  await editor.fill(content.replace('nosuch', 'upper'))
  await page.getByLabel('Search the record').fill('Relay')
  await page.getByRole('option', { name: 'Relay' }).first().waitFor({ state: 'attached' })
  await button('HTML').click()
  await page.locator('.preview').getByText('<p>RELAY</p>').waitFor()
  // What was changed beside the page counts at once.
  await page.getByRole('switch', { name: 'Landscape' }).check()
  await toast('Saved')
  await button('HTML').click()
  await page.locator('.preview').getByText('size: A4 landscape').waitFor()
  await button('PDF').click()
  await page.getByRole('link', { name: /Open the PDF/ }).waitFor()
  await button('Save').first().click()
  const [card] = (await api('/api/report/template/?search=Card', admin)).body
  await until(async () =>
    (await (await fetch(url + card.template, { headers: admin })).text()).includes('part.name|upper')
  )
  await visit('#/templates', 'Templates')
  await button('Delete Card').click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await until(async () => (await api('/api/report/template/?search=Card', admin)).body.length === 0)
})

await report.check('a plugin is switched on once what it asks for was granted, and off', async () => {
  await visit('#/plugins', 'Plugins')
  const card = page.getByRole('region', { name: 'Stock chart' })
  await card.getByText('May do: stock.view, stock_location.view.').waitFor()
  await card.getByRole('switch').check()
  await dialog.getByText('It asks for stock.view, stock_location.view.').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await until(async () => !(await card.getByRole('switch').isChecked()))
  assert.equal((await api('/api/plugins/stock-chart/', admin)).body.active, false)
  await card.getByRole('switch').check()
  await dialog.getByRole('button', { name: 'Grant' }).click()
  await until(async () => (await api('/api/plugins/stock-chart/', admin)).body.active)
  await card.getByText('1.0.0').waitFor()
  await sound('the plugins')
  await card.getByRole('switch').uncheck()
  await until(async () => !(await api('/api/plugins/stock-chart/', admin)).body.active)
  await button('Install').click()
  await dialog.getByLabel('Package').fill('not a name')
  await dialog.getByRole('button', { name: 'Install' }).click()
  await dialog.getByText('This is no name of a package.').waitFor()
  await button('Cancel').click()
})

await report.check('templates and work in the background are there for everybody, on a phone as well', async () => {
  await visit('#/templates', 'Templates')
  await sound('the templates')
  await page.locator('tbody th a').first().click()
  await page.locator('.editor').waitFor()
  await sound('a template')
  await visit('#/work', 'Work')
  await sound('the work')
})

await report.check('a webhook is made, tried, sent again and deleted', async () => {
  await visit('#/webhooks', 'Webhooks')
  await sound('the webhooks, none')
  await button('New webhook').click()
  await dialog.getByLabel('Name').fill('ERP')
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9/')
  await dialog.getByLabel('Kinds of records').fill('part, company')
  await button('Create webhook').click()
  await dialog.getByText(/is no public address/).waitFor()
  await dialog.getByLabel('Address').fill('http://localhost:9/')
  await button('Create webhook').click()
  assert.match(await dialog.getByLabel('The secret').inputValue(), /^whsec_/)
  await sound('the secret of a webhook')
  await button('Done').click()
  await button('Test').click()
  await toast(/localhost is no public address/)
  await sound('a webhook with its log')
  await button('Send again').click()
  await toast('It waits to be sent')
  await button('Delete').click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await page.getByText('There are no webhooks yet.').waitFor()
  assert.deepEqual((await api('/api/webhooks/', admin)).body, [])
})

await report.check('what the server failed to answer is told, and cleared', async () => {
  const outside = new Sqlite(database)
  outside.exec('alter table project_code rename to gone')
  assert.equal((await api('/api/project-code/', admin)).status, 500)
  outside.exec('alter table gone rename to project_code')
  outside.close()
  await until(async () => (await api('/api/error-report/?limit=1', admin)).body.count === 1)
  await visit('#/server', 'Server')
  await page.getByText('1 request that the server failed to answer').waitFor()
  await page.locator('summary').click()
  await page.getByText('At /api/project-code/').waitFor()
  await sound('the server with an error')
  await button('Clear').click()
  await dialog.getByRole('button', { name: 'Clear' }).click()
  await page.getByText('None. Requests that the server fails to answer').waitFor()
  assert.deepEqual((await api('/api/error-report/', admin)).body, [])
})

await report.check('whoever is signed in here can try out the documentation, writes included', async () => {
  await page.goto(`${url}/api-doc/#/part/part_category_create`)
  const operation = page.locator('#operations-part-part_category_create')
  await operation.locator('textarea').first().fill('{"name": "Relays"}')
  await operation.locator('.execute').click()
  await operation.locator('.live-responses-table .response .response-col_status').first().waitFor()
  assert.match(
    await operation.locator('.live-responses-table .response .response-col_status').first().innerText(),
    /^201/
  )
  await visit('#/server', 'Server')
})

await report.check('staff without the role sees what it may not do; others are not let in', async () => {
  await button('Sign out').click()
  await page.getByLabel('User name').waitFor()
  await signIn('rita', STRONG)
  const refusal = page.getByText('rita is no administrator.')
  await refusal.waitFor()
  const [told, next] = [await refusal.boundingBox(), await page.getByText('User name').boundingBox()]
  assert.ok(next!.y - (told!.y + told!.height) >= 8, 'the refusal has room')
  await page.getByText('inventree user password NAME').waitFor()
  assert.equal((await context.cookies()).filter(({ name }) => name === 'sessionid').length, 0)
  await api(`/api/user/${(await api('/api/user/me/', basic('rita', STRONG))).body.pk}/`, admin, 'PATCH', {
    is_staff: true
  })
  await signIn('rita', STRONG)
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  assert.equal(await button('New user').count(), 0)
  await page.getByRole('link', { name: /Margarita/ }).click()
  assert.ok(await page.getByRole('switch', { name: 'Superuser' }).isDisabled())
  await visit('#/server', 'Server')
  await page.getByText('Only a superuser may take one.').waitFor()
  await visit('#/tokens', 'Tokens')
  assert.equal(await page.getByLabel('Whose tokens').count(), 0)
})

await report.check('signing out ends the session; one that ended elsewhere leads back to the door', async () => {
  const kept = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  assert.equal((await api('/api/user/me/', { cookie: kept })).status, 200)
  await button('Sign out').click()
  await page.getByLabel('User name').waitFor()
  assert.equal((await api('/api/user/me/', { cookie: kept })).status, 401)
  await page.reload()
  await page.getByLabel('User name').waitFor()
  await signIn(user, password)
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  const outside = new Sqlite(database)
  outside.exec('delete from session')
  outside.close()
  await page.getByRole('link', { name: 'Tokens' }).click()
  await page.getByText('You are signed out.').waitFor()
})

await report.check('no other host is asked, and the browser complains about nothing but refusals', async () => {
  assert.deepEqual(
    asked.filter((address) => !address.startsWith(`${url}/`) && !/^(data|blob|about):/.test(address)),
    []
  )
  assert.deepEqual(
    complaints.filter((text) => !/status of (400|401|403)/.test(text)),
    []
  )
})

const below = await startServer(undefined, { INVENTREE_SITE_URL: 'http://example.org/inventree' })
await report.check('below a path, the pages ask for nothing outside of it', async () => {
  asked.length = 0
  await page.goto(`${below.url}/inventree/`)
  await page.getByRole('link', { name: /^Administration/ }).click()
  await signIn(user, password)
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  await page.getByRole('link', { name: 'Server' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download a backup' }).click()
  assert.match((await download).suggestedFilename(), /\.gz$/)
  await page.getByRole('link', { name: 'Documentation of the API' }).click()
  await page.locator('.opblock-tag').first().waitFor()
  assert.deepEqual(
    asked.filter((address) => !address.startsWith(`${below.url}/inventree/`) && !/^(data|blob|about):/.test(address)),
    []
  )
})

await browser.close()
other.close()
server.stop()
below.stop()
rmSync(folder, { recursive: true, force: true })
report.end()
