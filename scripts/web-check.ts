// `make web-check`: installs a stand-in for the official web client, and does in Chromium what that one does, with the
// session of the browser alone: it starts, signs in by every way, shows every list and page, fills forms in, uploads,
// prints and imports.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startIdentityProvider } from '../test/support/identity-provider.ts'
import { startMailServer } from '../test/support/smtp.ts'
import { beNice, findChromium, Report, root, startChromium, startServer } from './support.ts'
import { checkActions } from './web-check/actions.ts'
import { WebClient } from './web-check/client.ts'
import { checkAccounts } from './web-check/elsewhere.ts'
import { checkFiles } from './web-check/files.ts'
import { checkForms } from './web-check/forms.ts'
import { checkSignIn } from './web-check/sign-in.ts'
import { checkOperations } from './web-check/operations.ts'
import { checkSettings } from './web-check/settings.ts'
import { checkStart } from './web-check/start.ts'
import { checkReads, checkTables } from './web-check/tables.ts'
import { standInClient } from './web-client.ts'

beNice()
const report = new Report()
const chromium = findChromium()
if (!chromium) {
  report.skip('the web client in a browser', 'Chromium is missing; CHROMIUM may name it')
  report.end()
  process.exit(0)
}

/** The export of the public demo inventory, which the reads are about. */
const DEMO = process.env.DEMO ?? join(root, '../shared/data/demo-export.json')
const hasDemo = existsSync(DEMO)

/** What the reference answered when the steps were recorded; some ask for what the export does not hold. */
const RECORDING = join(process.env.RECORDINGS ?? join(root, '../shared/conformance'), 'demo/web.golden.json')

const folder = mkdtempSync(join(tmpdir(), 'inventree-web-check-'))
const database = join(folder, 'inventree.sqlite3')
process.env.INVENTREE_STATIC_ROOT = join(folder, 'static')
const inventree = (...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'bin/inventree'), ...args], {
    env: { ...process.env, INVENTREE_DB_NAME: database },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe']
  })
const archive = join(folder, 'frontend-build.zip')
writeFileSync(archive, await standInClient())
inventree('web', 'install', archive)
if (hasDemo) inventree('import', DEMO)

const ends: (() => unknown)[] = []
const mail = await startMailServer({ teardown: (end: () => unknown) => void ends.push(end) })
/** Where the provider of accounts sends people back to; the address is known once the server has started. */
const callbacks: string[] = []
const provider = await startIdentityProvider(
  () => [{ sub: 'u-1', name: 'Ilse', preferred_username: 'ilse', email: 'ilse@home.example', email_verified: true }],
  callbacks
)
ends.push(() => provider.stop())
const workshop = {
  provider_id: 'workshop',
  name: 'Workshop',
  client_id: 'inventory',
  secret: 'a-secret-between-two-programs',
  settings: { server_url: provider.issuer }
}
const server = await startServer(database, {
  INVENTREE_SOCIAL_PROVIDERS: JSON.stringify({
    openid_connect: { APPS: [workshop], AUTH_PARAMS: { login_hint: 'u-1' } }
  }),
  INVENTREE_COOKIE_SAMESITE: 'lax',
  INVENTREE_CHROMIUM: chromium,
  INVENTREE_EMAIL_HOST: mail.config.host,
  INVENTREE_EMAIL_PORT: String(mail.config.port),
  INVENTREE_EMAIL_SENDER: 'stores@workshop.example',
  // The check is wrong on purpose more often than people are.
  INVENTREE_LOGIN_ATTEMPTS: '50'
})
const password = hasDemo ? 'inventree' : server.password
const browser = await startChromium(chromium)
// Keys belong to a name, not to an address.
const url = server.url.replace('127.0.0.1', 'localhost')
callbacks.push(`${url}/accounts/oidc/workshop/login/callback/`)
const client = await WebClient.open(browser, url)

await checkStart(client, report, { user: server.user, password })
if (hasDemo && existsSync(RECORDING)) await checkReads(client, report, RECORDING)
else
  report.skip('every list and record that its pages read', 'DEMO and RECORDINGS name no demo inventory and its answers')
const world = await checkForms(client, report)
await checkFiles(client, report, world, true)
await checkActions(client, report, world)
await checkSettings(client, report, world)
await checkTables(client, report)

for (const key of ['LOGIN_ENABLE_PWD_FORGOT', 'LOGIN_ENABLE_REG', 'LOGIN_ENABLE_SSO', 'LOGIN_ENABLE_SSO_REG'])
  await client.call('send', 'PATCH', `/api/settings/global/${key}/`, { value: true })
const wanda = { user: 'wanda', password: 'Turbine-Kayak-44', email: 'wanda@workshop.example' }
const { pk } = await client.call<{ pk: number }>('send', 'POST', '/api/user/', {
  username: wanda.user,
  first_name: 'Wanda',
  last_name: 'Lind',
  email: 'wanda@old.example',
  is_active: true
})
await client.call('send', 'PUT', `/api/user/${pk}/set-password/`, { password: wanda.password })
const person = await checkSignIn(browser, url, report, mail, wanda)

const newcomer = await checkAccounts(browser, url, report, workshop.name)
await checkOperations([client, person, newcomer], report)

await browser.close()
server.stop()
for (const end of ends) await end()
rmSync(folder, { recursive: true, force: true })
report.end()
