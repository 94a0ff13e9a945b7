// `make web-check`: installs a stand-in for the official web client, and does in Chromium what that one does, with the
// session of the browser alone: it starts, signs in by every way, shows every list and page, fills forms in, uploads,
// prints and imports.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beNice, findChromium, Report, root, startChromium, startServer } from './support.ts'
import { WebClient } from './web-check/client.ts'
import { checkStart } from './web-check/start.ts'
import { checkTables } from './web-check/tables.ts'
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
const password = hasDemo ? 'inventree' : server.password
const browser = await startChromium(chromium)
// Keys belong to a name, not to an address.
const url = server.url.replace('127.0.0.1', 'localhost')
const client = await WebClient.open(browser, url)

await checkStart(client, report, { user: server.user, password })
await checkTables(client, report)

await browser.close()
server.stop()
rmSync(folder, { recursive: true, force: true })
report.end()
