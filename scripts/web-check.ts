// `make web-check`: installs a stand-in for the official web client, and does in Chromium what that one does, with the
// session of the browser alone: it starts, signs in by every way, shows every list and page, fills forms in, uploads,
// prints and imports. It fails on whatever is refused without being meant to be, and on any error of the page.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beNice, findChromium, Report, root, startChromium } from './support.ts'
import { checkActions } from './web-check/actions.ts'
import { WebClient } from './web-check/client.ts'
import { checkAccounts } from './web-check/elsewhere.ts'
import { checkFiles } from './web-check/files.ts'
import { checkForms } from './web-check/forms.ts'
import { checkOperations } from './web-check/operations.ts'
import { startWebServer } from './web-check/server.ts'
import { checkSettings } from './web-check/settings.ts'
import { checkDuty, checkSignIn } from './web-check/sign-in.ts'
import { checkStart } from './web-check/start.ts'
import { checkReads, checkTables } from './web-check/tables.ts'
import { checkWork } from './web-check/work.ts'

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

/** What the reference answered when the steps were recorded; some ask for what the export does not hold. */
const RECORDING = join(process.env.RECORDINGS ?? join(root, '../shared/conformance'), 'demo/web.golden.json')

const hasDemo = existsSync(DEMO)
const server = await startWebServer(chromium, hasDemo ? DEMO : undefined)
const browser = await startChromium(chromium)
const { url } = server
const client = await WebClient.open(browser, url)
try {
  await checkStart(client, report, server)
  if (hasDemo && existsSync(RECORDING)) await checkReads(client, report, RECORDING)
  else
    report.skip(
      'every list and record that its pages read',
      'DEMO and RECORDINGS name no demo inventory and its answers'
    )
  const world = await checkForms(client, report)
  await checkFiles(client, report, world)
  await checkActions(client, report, world)
  await checkTables(client, report)
  await checkSettings(client, report, world)

  const person = await checkSignIn(browser, client, report, server)
  const newcomer = await checkAccounts(browser, url, report, server.provider)
  await checkWork(client, report, server)
  await checkOperations([client, person, newcomer], report)

  await checkDuty(client, report, server)

  await report.check('signing out ends it, also for a page that is loaded again', async () => {
    await client.goto('/web')
    await client.is('signed in')
    await client.press('Sign out')
    await client.is('signed out')
    await client.page.reload()
    await client.is('signed out')
    client.quiet()
  })
} finally {
  await browser.close()
  await server.stop()
}
report.end()
