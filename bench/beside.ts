// Our server and another one of the same API, which runs somewhere and holds the same data, measured by turns.
import { randomBytes } from 'node:crypto'
import { BASIC, type Asked, type Job } from './jobs.ts'
import type { Load, Request, Target } from './load.ts'
import { startOurs } from './process.ts'
import type { Copy } from './place.ts'
import { columns, number, type Print } from './table.ts'
import { byTurns, type Effort } from './turns.ts'

/** Where the other server is, and who asks it. */
export interface OtherServer {
  url: string
  token?: string | undefined
  user?: string | undefined
  password?: string | undefined
}

/** How long a single answer of it may take, in ms. */
const PATIENCE_MS = 120_000
/** How many parts are known by their keys, and how many are made to be changed and thrown away. */
const KNOWN = 500
const THROWN_AWAY = 20

/** Something about the other server that is said as a sentence. */
export class BesideError extends Error {}

interface Answer {
  status: number
  text: string
}

async function ask(server: Target, request: Omit<Request, 'method'> & { method: string }): Promise<Answer> {
  const { method, path, body, authorization } = request
  try {
    const response = await fetch(server.url + path, {
      method,
      headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error & { code?: string } }
    throw new BesideError(`${server.url} does not answer: ${cause?.code ?? cause?.message ?? message}.`)
  }
}

/** @throws BesideError where the answer is no JSON of that status */
function read<Body>(server: Target, path: string, { status, text }: Answer): Body {
  if (status !== 200) throw new BesideError(`${server.url}${path} was answered with ${status}: ${text.slice(0, 200)}`)
  try {
    return JSON.parse(text) as Body
  } catch {
    throw new BesideError(`${server.url}${path} is no JSON: ${text.slice(0, 200)}`)
  }
}

/** Finds out whom the other server takes us for. */
async function signIn({ url, token, user, password }: OtherServer): Promise<Pick<Asked, 'token' | 'basic'>> {
  const basic = user === undefined ? undefined : `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}`
  if (token !== undefined) {
    const path = '/api/user/me/'
    read({ url }, path, await ask({ url }, { method: 'GET', path, authorization: `Token ${token}` }))
    return { token, ...(basic ? { basic } : {}) }
  }
  if (basic === undefined) throw new BesideError('Who asks the other server? Give a token, or a user and a password.')
  const path = '/api/user/token/'
  const given = await ask({ url }, { method: 'GET', path, authorization: basic })
  return { token: read<{ token: string }>({ url }, path, given).token, basic }
}

/** What there is to ask for, as our server has it; the other one is expected to hold the same. */
async function lookAround(ours: Target, token: string): Promise<Omit<Asked, 'token' | 'basic'>> {
  const get = async <Body>(path: string) =>
    read<Body>(ours, path, await ask(ours, { method: 'GET', path, authorization: `Token ${token}` }))
  const parts = await get<{ count: number; results: { pk: number; name: string }[] }>(`/api/part/?limit=${KNOWN}`)
  const categories = await get<{ results: { pk: number; part_count: number; subcategories: number }[] }>(
    `/api/part/category/?limit=${KNOWN}`
  )
  const [category] = categories.results
    .filter((one) => one.subcategories > 0)
    .sort((a, b) => a.part_count - b.part_count)
    .slice(-1)
  if (parts.count === 0 || !category) throw new BesideError('The data has no parts, or no category with others below.')
  const some = (n: number) => parts.results[(n * 7919) % parts.results.length]!
  const run = randomBytes(4).toString('hex')
  return {
    parts: parts.count,
    part: (n) => some(n).pk,
    category: category.pk,
    word: (n) => some(n).name.split(' ').at(-1)!,
    named: (n) => `Thrown away ${run} ${n}`
  }
}

/** What the two answers to a request have that differs; empty where nothing does that counts. */
function differences(ours: Answer, other: Answer): string {
  const size = ({ text }: Answer) => {
    try {
      const body = JSON.parse(text) as { count?: number } | unknown[] | null
      return Array.isArray(body) ? body.length : body?.count
    } catch {
      return undefined
    }
  }
  return [
    ...(ours.status === other.status ? [] : [`status ${ours.status}, the other ${other.status}`]),
    ...(size(ours) === size(other) ? [] : [`${size(ours) ?? 'no'} records, the other ${size(other) ?? 'none'}`])
  ].join('; ')
}

/** Makes parts that jobs may change, and gives their keys. */
async function makeParts(server: Target, asked: Asked): Promise<number[]> {
  const made: number[] = []
  for (let n = 0; n < THROWN_AWAY; n++) {
    const body = { name: asked.named(-1 - n), description: 'to be changed, and thrown away', category: asked.category }
    const { status, text } = await ask(server, {
      method: 'POST',
      path: '/api/part/',
      body,
      authorization: `Token ${asked.token}`
    })
    if (status !== 201) throw new BesideError(`${server.url} makes no part (${status}): ${text.slice(0, 200)}`)
    made.push((JSON.parse(text) as { pk: number }).pk)
  }
  return made
}

/** Deletes all parts that the run made. */
async function throwAway(server: Target, asked: Asked): Promise<void> {
  const authorization = `Token ${asked.token}`
  const path = `/api/part/?limit=100&search=${encodeURIComponent(asked.named(0).replace(/ \S+$/, ''))}`
  for (;;) {
    const page = read<{ results: { pk: number }[] }>(
      server,
      path,
      await ask(server, { method: 'GET', path, authorization })
    )
    if (!page.results.length) return
    for (const { pk } of page.results) {
      const one = `/api/part/${pk}/`
      await ask(server, { method: 'PATCH', path: one, body: { active: false }, authorization })
      const { status, text } = await ask(server, { method: 'DELETE', path: one, authorization })
      if (status !== 204) throw new BesideError(`${server.url}${one} is not deleted (${status}): ${text.slice(0, 200)}`)
    }
  }
}

const cells = ({ perSecond, median, p99 }: Load) => [perSecond, median, p99].map(number)
const HEADS = ['req/s', 'median ms', 'p99 ms']

/**
 * Measures jobs on both servers. Where their answers differ, it says so and goes on.
 *
 * @param data makes what our server holds
 * @throws BesideError where the other server is away, or does not let us in
 */
export async function beside(
  jobs: Job[],
  other: OtherServer,
  data: () => Promise<Copy>,
  effort: Effort & { clients?: number | undefined },
  print: Print
): Promise<void> {
  const theirs = { url: other.url.replace(/\/$/, '') }
  // Before anything is made ready, so that a wrong address is told at once.
  const who = await signIn({ ...other, url: theirs.url })
  const { file, token } = await data()
  const ours = await startOurs(file)
  try {
    const things = await lookAround(ours, token)
    const contenders = [
      { server: ours as Target, asked: { ...things, token, basic: BASIC } as Asked },
      { server: theirs as Target, asked: { ...things, ...who } as Asked }
    ]
    const writes = jobs.some((job) => job.writes)
    try {
      if (writes)
        for (const contender of contenders) {
          const made = await makeParts(contender.server, contender.asked)
          contender.asked = { ...contender.asked, part: (n) => made[n % made.length]! }
        }
      print(columns(['', ...HEADS, 'other/s', ...HEADS.slice(1), '× req/s', '× median', '× p99']))
      for (const job of jobs) {
        if (job.name === 'token' && who.basic === undefined) continue
        const clients = effort.clients ?? job.clients
        await measure({ ...job, clients: job.name === 'all' ? 1 : clients }, contenders, effort, print)
      }
    } finally {
      if (writes) for (const { server, asked } of contenders) await throwAway(server, asked)
    }
  } finally {
    await ours.stop()
  }
}

async function measure(
  job: Job,
  contenders: { server: Target; asked: Asked }[],
  effort: Effort,
  print: Print
): Promise<void> {
  // What makes something would find its name taken.
  const first = await Promise.all(
    contenders.map(async ({ server, asked }) => await ask(server, job.requests(asked)(job.name === 'post' ? 0 : 1)))
  )
  const [a, b] = first as [Answer, Answer]
  const differs = differences(a, b)
  const refused = [a, b].filter(({ status }) => status >= 400)
  if (refused.length) {
    print(columns([job.title, 'not measured']))
    print(`  ${differs || `both answer ${a.status}`}`)
    return
  }
  try {
    const [mine, others] = (await byTurns(job, contenders, effort, false)) as [Load, Load]
    const ratios = [mine.perSecond / others.perSecond, others.median / mine.median, others.p99 / mine.p99]
    print(columns([job.title, ...cells(mine), ...cells(others), ...ratios.map(number)]))
    if (differs) print(`  ${differs}`)
    if (mine.refused || others.refused) print(`  refused: ${mine.refused}, by the other ${others.refused}`)
  } catch (error) {
    print(columns([job.title, 'broken off']))
    print(`  ${(error as Error).message}`)
  }
}
