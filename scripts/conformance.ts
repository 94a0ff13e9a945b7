// `make conformance`: replays the recorded scenarios against this server. A step that touches an address which the
// contract does not have yet waits for its room; a step that differs for a known reason stands in
// test/conformance.json; anything else fails.
import { spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../test/support/port.ts'
import { dropDatabase, environmentOf, makeDatabase, onPostgres } from '../test/support/postgres.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const shared = join(root, '../shared')

interface Failure {
  file: string
  n: number
  step: string
  differences: string[]
}
interface Known {
  scenarios: string[]
  demo: string[]
  waiting: Record<string, string>
  ours: Record<string, string>
}

if (!existsSync(join(shared, 'conformance/replay.mjs'))) {
  console.log('the recordings (../shared/conformance) are not at hand: nothing was replayed')
  process.exit(0)
}

const { scenarios, demo, waiting, ours }: Known = JSON.parse(readFileSync(join(root, 'test/conformance.json'), 'utf8'))
const contract = JSON.parse(readFileSync(join(root, 'generated/inventree.json'), 'utf8'))
const addresses = Object.keys(contract.paths).map(
  (path) => new RegExp(`^${path.replaceAll('{id}', '(\\d+|\\{\\w+\\})').replaceAll(/\{[a-z_]+\}/g, '[^/]+')}$`)
)
const folder = mkdtempSync(join(tmpdir(), 'inventree-conformance-'))
const inventree = join(root, 'bin/inventree')

/** PostgreSQL does not give a number again that a transaction took which came to nothing; SQLite does. */
const laterNumber = /(^|\.)pk: expected \d+, got \d+$/

/** Runs a command to its end; gives how it ended and what it complained of. */
async function ended(
  command: string,
  args: string[],
  options: SpawnOptions
): Promise<{ status: number | null; complaints: string }> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaints = ''
  child.stderr!.on('data', (chunk) => {
    complaints += chunk
  })
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, complaints }
}

const only = process.argv.slice(2)
const chosen = (names: string[]) =>
  names.filter((name) => only.length === 0 || only.some((part) => name.includes(part)))

type Result = { pass: number; failures: Failure[] }

/**
 * A place where one scenario after the other is replayed, beside other places: with a port, a folder and a database of
 * its own.
 */
async function openLane(name: string) {
  const port = await freePort()
  const own = join(folder, name)
  mkdirSync(own)
  const database = `inventree_test_conformance_${name}`

  const replay = async (...args: string[]): Promise<Result[]> => {
    const out = join(own, 'result.json')
    rmSync(out, { force: true })
    const { status, complaints } = await ended(
      process.execPath,
      [join(shared, 'conformance/replay.mjs'), '--url', `http://127.0.0.1:${port}`, '--json', out, '--quiet', ...args],
      { timeout: 300_000 }
    )
    if (!existsSync(out)) throw new Error(`the replay did not end (${status}): ${complaints}`)
    return JSON.parse(readFileSync(out, 'utf8'))
  }

  /** An empty database for a server: in memory, or a new one of PostgreSQL. */
  const room = async (): Promise<{ place: string[]; variables: Record<string, string> }> =>
    onPostgres
      ? {
          place: [],
          variables: {
            ...environmentOf(await makeDatabase(database)),
            INVENTREE_SECRET_KEY_FILE: join(own, 'secret_key.txt'),
            INVENTREE_MEDIA_ROOT: join(own, 'media')
          }
        }
      : { place: ['--memory'], variables: {} }

  return {
    scenario: async (scenario: string): Promise<Result[]> => {
      const { place, variables } = await room()
      const env = Object.entries({
        ...variables,
        INVENTREE_ADMIN_USER: 'testuser',
        INVENTREE_ADMIN_PASSWORD: 'testpassword',
        INVENTREE_ADMIN_EMAIL: 'test@test.com'
      })
      const start = `${env.map((pair) => pair.join('=')).join(' ')} exec ${inventree} serve ${place.join(' ')} --port ${port}`
      return await replay('--start', start, join(shared, 'conformance/scenarios', `${scenario}.http`))
    },
    demo: async (wanted: string[]): Promise<Result[]> => {
      const records = join(shared, 'data/demo-export.json')
      const { place, variables } = await room()
      if (onPostgres) await ended(inventree, ['import', records], { env: { ...process.env, ...variables } })
      const server = spawn(
        inventree,
        ['serve', ...place, ...(onPostgres ? [] : ['--import', records]), '--port', String(port)],
        {
          stdio: 'ignore',
          env: { ...process.env, ...variables, INVENTREE_ADMIN_USER: 'admin', INVENTREE_ADMIN_PASSWORD: 'inventree' }
        }
      )
      const stopped = once(server, 'close')
      try {
        for (let i = 0; i < 100; i++) {
          try {
            if ((await fetch(`http://127.0.0.1:${port}/api/`)).ok) break
          } catch {
            await sleep(100)
          }
        }
        return await replay(
          '--admin',
          'admin:inventree',
          ...wanted.map((name) => join(shared, 'conformance/demo', `${name}.http`))
        )
      } finally {
        server.kill()
        await stopped
      }
    },
    close: async () => {
      if (onPostgres) await dropDatabase(database)
    }
  }
}
type Lane = Awaited<ReturnType<typeof openLane>>

const wanted = chosen(demo)
const work: ((lane: Lane) => Promise<Result[]>)[] = [
  ...(wanted.length ? [(lane: Lane) => lane.demo(wanted)] : []),
  ...chosen(scenarios).map((name) => (lane: Lane) => lane.scenario(name))
]
const results: Result[] = []
await Promise.all(
  ['a', 'b'].map(async (name) => {
    const lane = await openLane(name)
    for (let job = work.shift(); job; job = work.shift()) results.push(...(await job(lane)))
    await lane.close()
  })
)

let passed = 0,
  failed = 0,
  later = 0,
  known = 0
const used = new Set<string>()
for (const { pass, failures } of results) {
  passed += pass
  for (const { file, n, step, differences } of failures) {
    const at = `${file}:${n}`
    const path = step.split(' ')[2]!.split('?')[0]!
    if (!addresses.some((address) => address.test(path)) || /^[^ ]+ \w+ \S*[?&]export=/.test(step)) later++
    else if (waiting[at] ?? waiting[file]) {
      later++
      used.add(waiting[at] ? at : file)
    } else if (ours[at]) {
      known++
      used.add(at)
    } else if (onPostgres && differences.every((difference) => laterNumber.test(difference))) known++
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
console.log(
  `${passed} passed, ${failed + idle.length} failed, ${later} wait for rooms that are not built, ${known} differ on purpose`
)
process.exitCode = failed + idle.length ? 1 : 0
