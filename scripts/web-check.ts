// `make web-check`: installs a stand-in for the official web client, and does in Chromium what that one does: it starts,
// signs in and out, and reads every list and record that its pages read, with the session of the browser alone.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beNice, findChromium, Report, root, startChromium, startServer } from './support.ts'
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

const server = await startServer(database)
const { url, user } = server
const password = hasDemo ? 'inventree' : server.password
const browser = await startChromium(chromium)
const page = await (await browser.newContext()).newPage()
page.setDefaultTimeout(60_000)

/** What the client may be refused, by what it asks for. */
const REFUSABLE = /\/api\/auth\/v1\/auth\/(?:session|login)$/
const complaints: string[] = []
page.on('pageerror', (error) => complaints.push(String(error)))
page.on('response', (response) => {
  const status = response.status()
  const asked = response.url()
  if (status >= 400 && !(status < 402 && REFUSABLE.test(asked))) complaints.push(`${status} ${asked}`)
})
page.on('requestfailed', (request) => complaints.push(`${request.failure()?.errorText} ${request.url()}`))
page.on('console', (message) => {
  // That an answer was no success is looked at above.
  if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
    complaints.push(message.text())
})

/** Waits until the page is in a state. */
async function is(state: string): Promise<void> {
  await page.locator(`#root[data-state="${state}"], #root[data-state="broken"]`).waitFor()
  assert.equal(await page.locator('#root').getAttribute('data-state'), state, complaints.join('\n'))
}

async function signIn(secret: string): Promise<void> {
  await page.locator('input[name=username]').fill(user)
  await page.locator('input[name=password]').fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const quiet = () => assert.deepEqual(complaints.splice(0), [])

await report.check('the first address leads to the client, which starts with nobody signed in', async () => {
  await page.goto(`${url}/`)
  await is('signed out')
  assert.equal(new URL(page.url()).pathname, '/web')
  quiet()
})

await report.check('a wrong password is told', async () => {
  await signIn('wrong')
  await is('refused')
  assert.match(await page.locator('#root').innerText(), /not correct/)
  quiet()
})

await report.check('signing in leads to the pages: the font has come, and all that is asked at a start', async () => {
  await signIn(password)
  await is('signed in')
  assert.ok(await page.evaluate(`document.fonts.check('16px icons-ti')`))
  quiet()
})

await report.check('who is signed in stays so: loaded again, also deep below, by an old address', async () => {
  for (const path of ['/web', '/web/part/category/index/parts', '/part/3/']) {
    await page.goto(url + path)
    await is('signed in')
  }
  assert.equal(new URL(page.url()).pathname, '/web/part/3/')
  quiet()
})

if (hasDemo && existsSync(RECORDING))
  await report.check('every list and record that its pages read comes with the session alone', async () => {
    const steps = JSON.parse(readFileSync(RECORDING, 'utf8')) as { step: string; status: number }[]
    const recorded = steps.map(({ step, status }) => [step.replace(/^\S+ GET /, ''), status] as const)
    assert.ok(recorded.length > 200)
    const answers = await page.evaluate<[string, number][]>(
      `readAll(${JSON.stringify(recorded.map(([path]) => path))})`
    )
    const expected = new Map(recorded)
    assert.deepEqual(
      answers.filter(([path, status]) => status !== expected.get(path)),
      []
    )
    // What is not there is told by its status alone.
    assert.deepEqual(
      complaints.splice(0).filter((text) => !/^40[04] /.test(text)),
      []
    )
  })
else
  report.skip('every list and record that its pages read', 'DEMO and RECORDINGS name no demo inventory and its answers')

await report.check('signing out ends it, also for a page that is loaded again', async () => {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await is('signed out')
  await page.reload()
  await is('signed out')
  quiet()
})

await browser.close()
server.stop()
rmSync(folder, { recursive: true, force: true })
report.end()
