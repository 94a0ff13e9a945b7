// `make conformance`: replays the recorded scenarios against this server. A step that touches an address which the contract does not have
// yet waits for its room; a step that differs for a known reason stands in test/conformance.json; anything else fails.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './support.ts'
import { dropDatabase, environmentOf, makeDatabase, onPostgres } from '../test/support/postgres.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const shared = join(root, '../shared')

// A port of its own: several of these may run on one machine.
const PORT = await freePort()
const url = `http://127.0.0.1:${PORT}`

interface Failure { file: string, n: number, step: string, differences: string[] }
interface Known { scenarios: string[], demo: string[], waiting: Record<string, string>, ours: Record<string, string> }

if (!existsSync(join(shared, 'conformance/replay.mjs'))) {
  console.log('the recordings (../shared/conformance) are not at hand: nothing was replayed')
  process.exit(0)
}

const { scenarios, demo, waiting, ours }: Known = JSON.parse(readFileSync(join(root, 'test/conformance.json'), 'utf8'))
const contract = JSON.parse(readFileSync(join(root, 'generated/inventree.json'), 'utf8'))
const addresses = Object.keys(contract.paths).map((path) => new RegExp(`^${path.replaceAll('{id}', '(\\d+|\\{\\w+\\})').replaceAll(/\{[a-z_]+\}/g, '[^/]+')}$`))
const folder = mkdtempSync(join(tmpdir(), 'inventree-conformance-'))
const inventree = join(root, 'bin/inventree')

/** PostgreSQL does not give a number again that a transaction took which came to nothing; SQLite does. */
const laterNumber = /(^|\.)pk: expected \d+, got \d+$/

function replay (...args: string[]): { pass: number, failures: Failure[] }[] {
  const out = join(folder, 'result.json')
  rmSync(out, { force: true })
  const { stderr, status } = spawnSync(process.execPath, [join(shared, 'conformance/replay.mjs'), '--url', url, '--json', out, '--quiet', ...args],
    { encoding: 'utf8', timeout: 300_000, stdio: ['ignore', 'ignore', 'pipe'] })
  if (!existsSync(out)) throw new Error(`the replay did not end (${status}): ${stderr}`)
  return JSON.parse(readFileSync(out, 'utf8'))
}

const only = process.argv.slice(2)
const chosen = (names: string[]) => names.filter((name) => only.length === 0 || only.some((part) => name.includes(part)))

const DATABASE = 'inventree_test_conformance'
/** An empty database for a server: in memory, or a new one of PostgreSQL. */
async function room (): Promise<{ env: string, place: string, variables: Record<string, string> }> {
  if (!onPostgres) return { env: '', place: '--memory', variables: {} }
  const variables = { ...environmentOf(await makeDatabase(DATABASE)), INVENTREE_SECRET_KEY_FILE: join(folder, 'secret_key.txt'), INVENTREE_MEDIA_ROOT: join(folder, 'media') }
  return { env: Object.entries(variables).map((pair) => pair.join('=')).join(' '), place: '', variables }
}

const results: { pass: number, failures: Failure[] }[] = []
for (const name of chosen(scenarios)) {
  const { env, place } = await room()
  const start = `INVENTREE_ADMIN_USER=testuser INVENTREE_ADMIN_PASSWORD=testpassword INVENTREE_ADMIN_EMAIL=test@test.com ${env} exec ${inventree} serve ${place} --port ${PORT}`
  results.push(...replay('--start', start, join(shared, 'conformance/scenarios', `${name}.http`)))
}
const wanted = chosen(demo)
if (wanted.length) {
  const records = join(shared, 'data/demo-export.json')
  const { variables } = await room()
  if (onPostgres) spawnSync(inventree, ['import', records], { stdio: 'ignore', env: { ...process.env, ...variables } })
  const server = spawn(inventree, ['serve', ...onPostgres ? [] : ['--memory', '--import', records], '--port', String(PORT)], {
    stdio: 'ignore', env: { ...process.env, ...variables, INVENTREE_ADMIN_USER: 'admin', INVENTREE_ADMIN_PASSWORD: 'inventree' }
  })
  try {
    for (let i = 0; i < 100; i++) { try { if ((await fetch(`${url}/api/`)).ok) break } catch { await sleep(100) } }
    results.push(...replay('--admin', 'admin:inventree', ...wanted.map((name) => join(shared, 'conformance/demo', `${name}.http`))))
  } finally { server.kill() }
}

let passed = 0, failed = 0, later = 0, known = 0
const used = new Set<string>()
for (const { pass, failures } of results) {
  passed += pass
  for (const { file, n, step, differences } of failures) {
    const at = `${file}:${n}`
    const path = step.split(' ')[2]!.split('?')[0]!
    if (!addresses.some((address) => address.test(path)) || /^[^ ]+ \w+ \S*[?&]export=/.test(step)) later++
    else if (waiting[at] ?? waiting[file]) { later++; used.add(waiting[at] ? at : file) } else if (ours[at]) { known++; used.add(at) } else if (onPostgres && differences.every((difference) => laterNumber.test(difference))) known++
    else {
      failed++
      console.log(`${at}  ${step.slice(0, 150)}`)
      for (const difference of differences.slice(0, 4)) console.log(`    ${difference}`)
    }
  }
}
const idle = only.length ? [] : [...Object.keys(waiting), ...Object.keys(ours)].filter((at) => !used.has(at))
for (const at of idle) console.log(`test/conformance.json excuses ${at}, which does not differ any more`)
rmSync(folder, { recursive: true })
if (onPostgres) await dropDatabase(DATABASE)
console.log(`${passed} passed, ${failed + idle.length} failed, ${later} wait for rooms that are not built, ${known} differ on purpose`)
process.exitCode = failed + idle.length ? 1 : 0
