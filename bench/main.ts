// make bench: measures the server, and beside it what the machine allows.
import { constants, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '#db/database.ts'
import { tokenNamed, Vault } from '#auth/tokens.ts'
import { cache, database } from './data.ts'
import { exportParts } from './exports.ts'
import { JOBS, type Job } from './jobs.ts'
import { load, together, type Load, type Request } from './load.ts'
import { own, peak, resident, runOurs, SECRET, startLimit, startOurs, type Running } from './process.ts'
import { importRows } from './rows.ts'

/** Jobs that are no load: they are measured once, and have no limit. */
const OTHERS = {
  export: 'export of all parts',
  import: 'import of an export',
  rows: 'import of a table with 5,000 parts',
  start: 'cold start',
  rest: 'memory at rest'
}

const HELP = `Measures the server, and in the same run and by turns the limit: a bare Fastify server with hand-written SQL that sends the same bytes.

  --rows N       how many parts there are (default: 100000); the data is kept in .bench/
  --jobs A,B     only these jobs
  --seconds S    how long each load takes, for each of the two servers (default: 3)
  --rounds N     by how many turns (default: 2)
  --profile      write a CPU profile of our server to .bench/
  --help         this text

Jobs:
${[...JOBS.map(({ name, title }) => [name, title]), ...Object.entries(OTHERS)].map(([name, title]) => `  ${name!.padEnd(10)} ${title}`).join('\n')}

CPU is that of the server process, in µs a request: it stays true where other work slows the clock. The last columns are our share of the limit,
by CPU time and by requests a second; 1.00 is the limit.
`

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    jobs: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '2' },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false }
  }
})
if (options.help) {
  console.log(HELP)
  process.exit(0)
}
const [rows, seconds, rounds] = [options.rows, options.seconds, options.rounds].map(Number) as [number, number, number]
if (![rows, seconds, rounds].every((number) => number > 0)) fail('--rows, --seconds and --rounds are numbers above 0.')
const names = options.jobs?.split(',') ?? [...JOBS.map(({ name }) => name), ...Object.keys(OTHERS)]
for (const name of names)
  if (!JOBS.some((job) => job.name === name) && !Object.hasOwn(OTHERS, name)) fail(`There is no job "${name}".`)

function fail(message: string): never {
  console.error(`${message} --help shows what there is.`)
  process.exit(2)
}
const note = (text: string) => console.error(`# ${text}`)

const folder = mkdtempSync(join(tmpdir(), 'inventree-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

let copies = 0

/** A copy of the data that a run may write to, and a token for it. */
async function copy(): Promise<{ file: string; token: string }> {
  // Under a name of its own: what the servers before left beside their copy belongs to no other.
  const file = join(folder, `copy${++copies}.sqlite3`)
  copyFileSync(await database(rows, note), file, constants.COPYFILE_FICLONE)
  const db = await openDatabase(file)
  const user = await db.selectFrom('user').select('id').where('username', '=', 'bench').executeTakeFirstOrThrow()
  const { token } = await tokenNamed(db, new Vault(SECRET), user.id, '')
  await db.destroy()
  return { file, token }
}

async function answer(server: Running, { method, path, body, authorization }: Request): Promise<string> {
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body)
  })
  if (response.status >= 400)
    throw new Error(`${method} ${path} was answered with ${response.status}: ${(await response.text()).slice(0, 500)}`)
  // Addresses hold the port, and what is created has a key and a name of its own.
  const text = (await response.text())
    .replaceAll(server.url, '')
    .replaceAll(new URL(server.url).host, '')
    // The bare server knows no floats, and writes whole ones as integers.
    .replaceAll(/(?<=\d)\.0(?=[,}\]])/g, '')
  return method === 'POST'
    ? text.replaceAll(/"pk":\d+,"purch/g, '"pk":0,"purch').replaceAll(/Made new -?\d+/g, '')
    : text
}

/** The two servers must say the same, or the comparison means nothing. */
async function compare(job: Job, request: (n: number) => Request, ours: Running, limit: Running): Promise<void> {
  for (const n of [3, 10, 11, 12, 13]) {
    // All parts of a large database are more than one text can hold.
    if (job.name === 'all' && (n > 3 || rows > 100_000)) break
    const [a, b] = [await answer(ours, request(n)), await answer(limit, request(job.name === 'post' ? -n : n))]
    if (a === b) continue
    let at = 0
    while (a[at] === b[at]) at++
    throw new Error(
      `${job.name}: the bodies of ${request(n).path} differ at ${at}:\n  ours  ${a.slice(Math.max(0, at - 60), at + 60)}\n  limit ${b.slice(Math.max(0, at - 60), at + 60)}`
    )
  }
}

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))
const columns = (cells: string[]) => [cells[0]!.padEnd(36), ...cells.slice(1).map((cell) => cell.padStart(9))].join(' ')
const cells = (one: Load) => [one.perSecond, one.median, one.p99, one.cpu].map(number)

async function loads(jobs: Job[]): Promise<void> {
  const { file, token } = await copy()
  const ours = await startOurs(file, options.profile ? ['--cpu-prof', `--cpu-prof-dir=${cache}`] : [])
  const limit = await startLimit(file)
  console.log(
    columns([
      '',
      'req/s',
      'median ms',
      'p99 ms',
      'CPU µs',
      'limit/s',
      'median ms',
      'p99 ms',
      'CPU µs',
      'by CPU',
      'by req/s'
    ])
  )
  for (const job of jobs) {
    const request = job.requests({ parts: rows, token })
    await compare(job, request, ours, limit)
    const taken: Record<'ours' | 'limit', Load[]> = { ours: [], limit: [] }
    let from = 100
    // What is compiled at first use shall not count.
    for (const server of [ours, limit])
      from += (await load(server, request, { clients: job.clients, seconds: seconds / 3, from })).requests
    for (let round = 0; round < rounds; round++) {
      for (const [who, server] of [
        ['ours', ours],
        ['limit', limit]
      ] as const) {
        const one = await load(server, request, { clients: job.clients, seconds: seconds / rounds, from })
        from += one.requests + job.clients
        taken[who].push(one)
      }
    }
    const [a, b] = [together(taken.ours), together(taken.limit)]
    console.log(
      columns([job.title, ...cells(a), ...cells(b), number(b.cpu / a.cpu), number(a.perSecond / b.perSecond)])
    )
    if (job.name === 'all')
      console.log(
        columns([
          '  memory of our server, MB: most',
          number(peak(ours.pid)),
          'now',
          number(resident(ours.pid)),
          'its own',
          number(own(ours.pid))
        ])
      )
  }
  await ours.stop()
  await limit.stop()
}

async function exporting(): Promise<void> {
  const { file, token } = await copy()
  for (const format of ['csv', 'xlsx']) {
    if (format === 'xlsx' && rows > 1_000_000) continue
    const server = await startOurs(file)
    const { rows: written, seconds, before, peak: most, meanwhile } = await exportParts(server, token, format)
    console.log(
      `${OTHERS.export}, ${format}: ${written} rows in ${number(seconds)} s, ${number(written / seconds)} rows/s, ${number(before)} MB before, at most ${number(most)} MB; tokens meanwhile: median ${number(meanwhile.median)} ms, p99 ${number(meanwhile.p99)} ms`
    )
    await server.stop()
  }
}

async function importing(): Promise<void> {
  const parts = Math.min(rows, 100_000)
  const source = await database(parts, note)
  const file = source.replace('.sqlite3', '.json')
  if (!existsSync(file)) await runOurs(['export', file], source)
  const records = readFileSync(file, 'utf8').match(/^ {2}"model":/gm)!.length
  const { seconds, peak: most } = await runOurs(['import', file], join(folder, 'imported.sqlite3'))
  console.log(
    `${OTHERS.import}: ${parts} parts, ${records} records in ${number(seconds)} s, ${number(records / seconds)} records/s, at most ${number(most)} MB`
  )
}

async function importingRows(): Promise<void> {
  const { file, token } = await copy()
  const server = await startOurs(file)
  const { rows: done, begun, made, imported, before, peak: most, meanwhile } = await importRows(server, token)
  console.log(
    `${OTHERS.rows}: ${done} rows read in ${number(begun)} s, checked in ${number(made)} s, imported in ${number(imported)} s, ${number(before)} MB before, at most ${number(most)} MB; tokens meanwhile: median ${number(meanwhile.median)} ms, p99 ${number(meanwhile.p99)} ms`
  )
  await server.stop()
}

async function starting(): Promise<void> {
  const { file, token } = await copy()
  const times: number[] = []
  for (let n = 0; n < 3; n++) {
    const begin = performance.now()
    const server = await startOurs(file)
    await answer(server, { method: 'GET', path: '/api/part/?limit=25', authorization: `Token ${token}` })
    times.push(performance.now() - begin)
    if (n === 2) {
      if (names.includes('start'))
        console.log(
          `${OTHERS.start}: ${number(server.started)} ms until it listens, ${number(Math.min(...times))} ms until it has answered a list of parts`
        )
      if (names.includes('rest'))
        console.log(`${OTHERS.rest}: ${number(resident(server.pid))} MB, ${number(own(server.pid))} MB of it its own`)
    }
    await server.stop()
  }
}

console.log(
  `${rows} parts · ${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.version} · ${new Date().toISOString().slice(0, 10)}`
)
const chosen = JOBS.filter(({ name }) => names.includes(name))
if (chosen.length) await loads(chosen)
if (names.includes('export')) await exporting()
if (names.includes('import')) await importing()
if (names.includes('rows')) await importingRows()
if (names.includes('start') || names.includes('rest')) await starting()
