// make bench: measures the server, and beside it what the machine allows, or another server.
import { copyFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { beside, BesideError } from './beside.ts'
import { JOBS, type Job } from './jobs.ts'
import { loads, type Measured } from './loads.ts'
import { exportOf, OTHERS } from './once.ts'
import { copy, imported } from './place.ts'
import { bySize, printed, writeReport } from './report.ts'
import { scale } from './scale.ts'
import { circumstances } from './table.ts'

const HELP = `Measures the server, and in the same run and by turns the limit: a bare Fastify server with hand-written SQL that sends the same bytes.

  --rows N,M     how many parts there are (default: 100000); the data is kept in .bench/
  --jobs A,B     only these jobs
  --seconds S    how long each load takes, for each of the two servers (default: 3)
  --rounds N     by how many turns (default: 2)
  --profile      write a CPU profile of our server to .bench/
  --report       write what is printed into docs/speed.md, between its markers; without --rows for 10000, 100000 and 1000000 parts
  --export FILE  write the data as an export, for another server to import, and end
  --help         this text

Instead of the limit, another server of the same API, which holds the same data:

  --beside URL   where it is: http://host:port or https://host
  --beside-token TOKEN                        who asks it; or BESIDE_TOKEN in the environment
  --beside-user NAME --beside-password WORD   the same; or BESIDE_USER and BESIDE_PASSWORD
  --data FILE    the export that ours imports and the other holds (default: the data that --export writes)
  --clients N    how many clients each job has, up to 64 (default: as the job says)
  --writes       also jobs that write, to parts that are deleted in the end

How lists grow, without the limit; prints the table of docs/scale.md:

  --scale        each list first after a write, and again; --rounds times. With INVENTREE_DB_ENGINE=postgresql the database that the
                 environment names is measured, which has to hold the data: "inventree restore --yes .bench/….sqlite3" puts it there
  --lines TEXT   only lines whose title has this

Jobs:
${[...JOBS.map(({ name, title }) => [name, title]), ...Object.entries(OTHERS).map(([name, { title }]) => [name, title])].map(([name, title]) => `  ${name!.padEnd(10)} ${title}`).join('\n')}

CPU is that of the server process, in µs a request: it stays true where other work slows the clock. The last columns are our share of the limit,
by CPU time and by requests a second; 1.00 is the limit. Beside another server they say how many times more requests a second ours answers, and
how many times longer the other one takes, by median and p99.
`

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const { values: options } = parseArgs({
  options: {
    rows: text,
    jobs: text,
    seconds: { ...text, default: '3' },
    rounds: { ...text, default: '2' },
    profile: flag,
    report: flag,
    export: text,
    beside: text,
    'beside-token': { ...text, default: process.env.BESIDE_TOKEN },
    'beside-user': { ...text, default: process.env.BESIDE_USER },
    'beside-password': { ...text, default: process.env.BESIDE_PASSWORD },
    data: text,
    clients: text,
    writes: flag,
    scale: flag,
    lines: { ...text, default: '' },
    help: flag
  }
})
if (options.help) {
  console.log(HELP)
  process.exit(0)
}

function fail(message: string): never {
  console.error(`${message} --help shows what there is.`)
  process.exit(2)
}

const given = options.rows ?? (options.report && !options.beside ? '10000,100000,1000000' : '100000')
const sizes = given.split(',').map(Number)
const effort = { seconds: Number(options.seconds), rounds: Number(options.rounds) }
if (![...sizes, effort.seconds, effort.rounds].every((number) => number > 0))
  fail('--rows, --seconds and --rounds are numbers above 0.')
const clients = options.clients === undefined ? undefined : Number(options.clients)
if (clients !== undefined && !(Number.isInteger(clients) && clients > 0 && clients <= 64))
  fail('--clients is a number from 1 to 64.')
const names = options.jobs?.split(',') ?? [...JOBS.map(({ name }) => name), ...Object.keys(OTHERS)]
for (const name of names)
  if (!JOBS.some((job) => job.name === name) && !Object.hasOwn(OTHERS, name)) fail(`There is no job "${name}".`)
const chosen = JOBS.filter(({ name }) => names.includes(name))

/** Prints lines, and keeps them for the report. */
function notebook() {
  const lines: string[] = []
  const print = (line: string) => {
    console.log(line)
    lines.push(line)
  }
  return { lines, print }
}

async function besideLimit(): Promise<void> {
  const measured = new Map<number, Measured[]>()
  for (const rows of sizes) {
    const { lines, print } = notebook()
    print(`${rows} parts · ${circumstances()}`)
    if (chosen.length) measured.set(rows, await loads(chosen, rows, effort, options.profile, print))
    // What is measured once, is measured with the data that the page shows in full.
    const full = sizes.length === 1 || rows === 100_000
    if (full)
      for (const [name, { title, run }] of Object.entries(OTHERS))
        if (names.includes(name)) await run(rows, title, print)
    if (options.report && full) writeReport('parts', printed(lines))
  }
  if (options.report && measured.size > 1) writeReport('sizes', bySize(measured))
}

async function besideOther(url: string, jobs: Job[]): Promise<void> {
  if (!/^https?:\/\/[^/?#]+\/?$/.test(url)) fail(`--beside is "${url}", but must be like http://host:port.`)
  const other = {
    url,
    token: options['beside-token'],
    user: options['beside-user'],
    password: options['beside-password']
  }
  const { lines, print } = notebook()
  print(`${options.data ?? `${sizes[0]} parts`} · beside ${url} · ${circumstances()}`)
  const data = () => (options.data === undefined ? copy(sizes[0]!) : imported(options.data))
  await beside(jobs, other, data, { ...effort, clients }, print)
  if (options.report) writeReport('beside', printed(lines))
}

if (options.export !== undefined) copyFileSync(await exportOf(sizes[0]!), options.export)
else if (options.scale) await scale(sizes[0]!, effort.rounds, options.lines, console.log)
else if (options.beside === undefined) await besideLimit()
else
  await besideOther(
    options.beside,
    chosen.filter(({ writes }) => options.writes || !writes)
  ).catch((error: unknown) => {
    if (!(error instanceof BesideError)) throw error
    console.error(error.message)
    process.exitCode = 1
  })
