// The jobs that are loads, for our server and for the limit.
import { cache } from './data.ts'
import { ofOurData, type Job } from './jobs.ts'
import type { Load, Request, Target } from './load.ts'
import { copy } from './place.ts'
import { own, peak, resident, startLimit, startOurs } from './process.ts'
import { columns, figures, number, type Print } from './table.ts'
import { byTurns, type Effort } from './turns.ts'

/** What came of a job; the limit where it has one. */
export interface Measured {
  job: Job
  ours: Load
  limit?: Load
}

async function answer(server: Target, { method, path, body, authorization }: Request): Promise<string> {
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
async function compare(
  job: Job,
  request: (n: number) => Request,
  ours: Target,
  limit: Target,
  rows: number
): Promise<void> {
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

const HEADS = ['req/s', 'median ms', 'p99 ms', 'CPU µs']

/**
 * Measures jobs.
 *
 * @param rows how many parts there are
 * @param profile whether a CPU profile of our server is written
 */
export async function loads(
  jobs: Job[],
  rows: number,
  effort: Effort,
  profile: boolean,
  print: Print
): Promise<Measured[]> {
  const { file, token } = await copy(rows)
  const ours = await startOurs(file, profile ? ['--cpu-prof', `--cpu-prof-dir=${cache}`] : [])
  const limit = await startLimit(file)
  print(columns(['', ...HEADS, 'limit/s', ...HEADS.slice(1), 'by CPU', 'by req/s']))
  const asked = ofOurData(rows, token)
  const measured: Measured[] = []
  for (const job of jobs) {
    if (!job.unlimited) await compare(job, job.requests(asked), ours, limit, rows)
    const servers = job.unlimited ? [ours] : [ours, limit]
    const [a, b] = await byTurns(
      job,
      servers.map((server) => ({ server, asked })),
      effort
    )
    measured.push({ job, ours: a!, ...(b ? { limit: b } : {}) })
    const shares = b ? [...figures(b), number(b.cpu / a!.cpu), number(a!.perSecond / b.perSecond)] : []
    print(columns([job.title, ...figures(a!), ...shares]))
    if (job.name !== 'all') continue
    const [most, now, anonymous] = [peak, resident, own].map((of) => number(of(ours.pid)))
    print(columns(['  memory of our server, MB: most', most!, 'now', now!, 'its own', anonymous!]))
  }
  await ours.stop()
  await limit.stop()
  return measured
}
