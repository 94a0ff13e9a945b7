// Many clients at once, reads and writes mixed: none is left without an answer, and memory stays what it was.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { memoryOf } from '../support/processes.ts'
import { multipart } from '../support/multipart.ts'
import { Caller } from './connection.ts'
import { makePlace, type Engine } from './place.ts'
import { Probe } from './probe.ts'
import { Random } from './random.ts'
import { startServer, type Running } from './running.ts'

export interface LoadOptions {
  engine: Engine
  clients: number
  seconds: number
  seed: number
}

export interface LoadResult {
  requests: number
  /** Requests that were answered with 503 and Retry-After at first. */
  putOff: number
  /** MB of the server when it had run for a quarter of the time, and at the end. */
  warm: number
  late: number
  /** How long somebody who asked for roles waited, in ms. */
  longest: number
  p99: number
  faults: string[]
}

/** How often a client that was put off asks again. */
const TRIES = 20
/**
 * Memory is flat where it grows by no more than this after warming up: a share, and what garbage may lie around, in MB.
 */
const GROWTH = 1.3
const GARBAGE = 150

interface Stage {
  location: number
  parts: number[]
}
type Job = (ask: Ask, random: Random, stage: Stage, own: number[]) => Promise<void>
type Ask = (method: string, path: string, body?: unknown) => Promise<any>

const name = (random: Random) => `load ${random.word()}`

/** What clients do, and how often. */
const JOBS: [weight: number, job: Job][] = [
  [2, async (ask, random) => await ask('GET', `/api/part/?limit=25&offset=${random.whole(0, 75)}`)],
  [3, async (ask, random, { parts }) => await ask('GET', `/api/part/${random.pick(parts)}/`)],
  [1, async (ask, random) => await ask('GET', `/api/part/?search=load&limit=10&offset=${random.whole(0, 50)}`)],
  [1, async (ask) => await ask('GET', '/api/stock/?limit=25&part_detail=true&location_detail=true')],
  [1, async (ask) => await ask('GET', '/api/part/category/tree/')],
  [
    1,
    async (ask, random) =>
      await ask('POST', '/api/part/', {
        name: name(random),
        description: 'made under load',
        tags: ['load', random.word()]
      })
  ],
  [
    2,
    async (ask, random, { parts }) =>
      await ask('PATCH', `/api/part/${random.pick(parts)}/`, { description: random.word() })
  ],
  [
    1,
    async (ask, random, { parts, location }, own) => {
      own.push((await ask('POST', '/api/stock/', { part: random.pick(parts), quantity: 5, location }))[0].pk)
    }
  ],
  [
    1,
    async (ask, random, _stage, own) => {
      if (own.length)
        await ask('POST', '/api/stock/count/', { items: [{ pk: random.pick(own), quantity: random.whole(1, 99) }] })
    }
  ],
  [1, async (ask, random, { parts }) => await ask('POST', '/api/attachment/', Buffer.from(`${random.pick(parts)}`))],
  [1, async (ask) => await ask('GET', '/api/user/token/?name=load')]
]
const JOBS_BY_WEIGHT = JOBS.flatMap(([weight, job]) => Array<Job>(weight).fill(job))

class Load {
  readonly #server: Running
  readonly #token: string
  readonly #options: LoadOptions
  readonly #counts = new Map<string, number>()
  #requests = 0
  #putOff = 0

  constructor(server: Running, token: string, options: LoadOptions) {
    this.#server = server
    this.#token = token
    this.#options = options
  }

  /** Asks as one client does: whoever is put off tries again. */
  #asking(caller: Caller): Ask {
    return async (method, path, body) => {
      const upload = Buffer.isBuffer(body)
        ? multipart({
            model_type: 'part',
            model_id: body.toString(),
            attachment: { name: 'load.bin', content: 'x'.repeat(2000) }
          })
        : undefined
      for (let tries = 1; ; tries++) {
        this.#requests++
        const { status, body: answer } = upload
          ? await caller.send({ method, path, headers: upload[1], body: upload[0] })
          : await caller.ask(method, path, body)
        if (status < 400) return answer
        if (status !== 503 || tries === TRIES)
          throw new Error(
            `${method} ${path.replaceAll(/\d+/g, 'N')} was answered with ${status}: ${JSON.stringify(answer)?.slice(0, 150)}`
          )
        this.#putOff++
        await sleep(250)
      }
    }
  }

  async #client(n: number, stage: Stage, end: number): Promise<void> {
    const [random, own, ask] = [
      new Random(this.#options.seed, n),
      [] as number[],
      this.#asking(new Caller(this.#server.url, this.#token, 60_000))
    ]
    while (Date.now() < end) {
      try {
        await random.pick(JOBS_BY_WEIGHT)(ask, random, stage, own)
      } catch (error) {
        const { message } = error as Error
        this.#counts.set(message, (this.#counts.get(message) ?? 0) + 1)
        if (this.#server.ended()) return
      }
    }
  }

  async run(): Promise<LoadResult> {
    const { clients, seconds } = this.#options
    const ask = this.#asking(new Caller(this.#server.url, this.#token))
    const stage: Stage = { location: (await ask('POST', '/api/stock/location/', { name: 'load' })).pk, parts: [] }
    for (let n = 0; n < 100; n++) stage.parts.push((await ask('POST', '/api/part/', { name: `load ${n}` })).pk)
    const [begin, memory] = [Date.now(), [] as number[]]
    const sampler = setInterval(() => memory.push(memoryOf(this.#server.pid)), seconds * 10)
    const probe = new Probe(this.#server.url, this.#token)
    await Promise.all(Array.from({ length: clients }, (_, n) => this.#client(n, stage, begin + seconds * 1000)))
    clearInterval(sampler)
    const { longest, p99, bad } = await probe.stop()
    const mean = (from: number, to: number) => {
      const part = memory.slice(Math.floor(memory.length * from), Math.ceil(memory.length * to))
      return part.reduce((sum, one) => sum + one, 0) / part.length
    }
    const [warm, late] = [mean(0.25, 0.4), mean(0.85, 1)]
    const faults = [...this.#counts].map(([message, count]) => `${count} times: ${message}`)
    if (this.#server.ended()) faults.push(`the server ended: ${JSON.stringify(this.#server.ended())}`)
    for (const one of bad.filter((status) => status !== '503')) faults.push(`who asked for roles meanwhile got ${one}`)
    if (late > warm * GROWTH + GARBAGE) faults.push(`memory grew from ${Math.round(warm)} to ${Math.round(late)} MB`)
    return { requests: this.#requests, putOff: this.#putOff, warm, late, longest, p99, faults }
  }
}

/** Loads a server of its own, and gives figures and faults. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const place = await makePlace(options.engine)
  try {
    const server = await startServer(place.env, join(place.folder, 'server.log'))
    try {
      return await new Load(server, place.tokens.admin, options).run()
    } finally {
      await server.kill()
    }
  } finally {
    await place.remove()
  }
}
