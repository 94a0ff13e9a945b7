// Sends wrong requests to every operation, and tells what the server could not bear.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Caller, Connection, NoAnswer, Silence, type RawRequest } from '../connection.ts'
import type { Database } from '#db/database.ts'
import { fillTables } from '../../support/fill.ts'
import { makePlace, type Engine, type TestPlace, type Tokens } from '../place.ts'
import { Probe } from '../probe.ts'
import { startServer, lastOf, type Running } from '../running.ts'
import { judge } from './judge.ts'
import { curl, minimise } from './minimise.ts'
import { OPERATIONS, requestOf, type FuzzRequest } from './requests.ts'

/** A kind of failure, with the first request that showed it. */
interface Finding {
  key: string
  count: number
  text: string
  numbers: number[]
  curl: string
}

export interface FuzzOptions {
  engine: Engine
  /** Whom to attack as. */
  user: keyof Omit<Tokens, 'keeper'>
  seed: number
  requests: number
  /** The number of the first request. */
  from: number
  /** The largest size of texts, lists and objects. */
  largest: number
}

export interface FuzzResult {
  sent: number
  statuses: Map<number, number>
  findings: Finding[]
  /** The longest that somebody who asked for roles meanwhile waited, in ms. */
  silence: number
  /** The requests that took longest. */
  slowest: { ms: number; text: string }[]
}

/** How long an answer may take before the server counts as gone, in ms. */
const PATIENCE = 20_000
/** How many requests are under way at once. */
const LANES = 4

/** One run against one server. */
class Fuzzer {
  readonly #options: FuzzOptions
  readonly #place: TestPlace
  readonly #findings = new Map<string, Finding>()
  readonly #slowest: FuzzResult['slowest'] = []
  readonly #statuses = new Map<number, number>()
  #server!: Running
  #probe: Probe | undefined
  #silence = 0
  #sent = 0
  #restarting: Promise<void> | undefined
  /** One after the other: a request that is tried again would be disturbed by others. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: FuzzOptions, place: TestPlace) {
    this.#options = options
    this.#place = place
  }

  get #log(): string {
    return join(this.#place.folder, 'server.log')
  }

  async run(): Promise<FuzzResult> {
    await this.#start()
    try {
      let next = this.#options.from
      const end = next + this.#options.requests
      await Promise.all(
        Array.from({ length: LANES }, async () => {
          let connection = new Connection(this.#server.url, PATIENCE)
          while (next < end) {
            const number = next++
            await this.#restarting
            if (!(await this.#one(connection, number))) connection = new Connection(this.#server.url, PATIENCE)
            if (number % 500 === 0) await this.#heal()
          }
          connection.close()
        })
      )
      await this.#stopProbe()
      const code = await this.#server.stop()
      if (code !== 0)
        this.#find('stop', -1, { method: 'GET', path: '/' }, `the server ended with ${code}: ${lastOf(this.#log)}`)
    } finally {
      await this.#server.kill()
    }
    return {
      sent: this.#sent,
      statuses: this.#statuses,
      findings: [...this.#findings.values()],
      silence: this.#silence,
      slowest: this.#slowest
    }
  }

  async #start(): Promise<void> {
    this.#server = await startServer(this.#place.env, this.#log)
    this.#probe = new Probe(this.#server.url, this.#place.tokens.keeper)
  }

  async #stopProbe(): Promise<void> {
    const result = await this.#probe?.stop()
    this.#silence = Math.max(this.#silence, result?.longest ?? 0)
  }

  /** Sends one request and judges its answer; false where the connection is of no use any more. */
  async #one(connection: Connection, number: number): Promise<boolean> {
    const { seed, largest, user } = this.#options
    const { operation, way, ...raw } = requestOf(seed, number, largest)
    const request: FuzzRequest = {
      operation,
      way,
      ...raw,
      headers: { authorization: this.#place.tokens[user], ...raw.headers }
    }
    const begun = performance.now()
    this.#sent++
    try {
      const answer = await connection.send(request)
      this.#slow(
        performance.now() - begun,
        `#${number} ${request.method} ${request.path.slice(0, 120)} (${way}) → ${answer.status}`
      )
      this.#statuses.set(answer.status, (this.#statuses.get(answer.status) ?? 0) + 1)
      const wrong = judge(request, answer)
      if (wrong) await this.#inTurn(() => this.#report(request, number, wrong))
      return true
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      connection.close()
      const server = this.#server
      await this.#inTurn(() => this.#unanswered(server, request, number, error))
      return false
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  #slow(ms: number, text: string): void {
    this.#slowest.push({ ms, text })
    this.#slowest.sort((a, b) => b.ms - a.ms)
    this.#slowest.length = Math.min(this.#slowest.length, 8)
  }

  #find(key: string, number: number, request: RawRequest, text: string): void {
    const known = this.#findings.get(key)
    if (known) {
      known.count++
      known.numbers.push(number)
      return
    }
    this.#findings.set(key, {
      key,
      count: 1,
      numbers: [number],
      text,
      curl: curl({
        ...request,
        headers: Object.fromEntries(
          Object.entries(request.headers ?? {}).filter(
            ([name, value]) => name !== 'authorization' || !value.startsWith('Token inv')
          )
        )
      })
    })
  }

  /** Keeps what is wrong with an answer, once for each place in the code that it comes from. */
  async #report(request: FuzzRequest, number: number, [kind, text]: [string, string]): Promise<void> {
    const detail = kind === '500' ? await this.#lastError() : text
    const key =
      kind === '500'
        ? `500 ${placeOf(detail)}`
        : `${kind} ${request.operation.id} ${text.slice(0, 120).replaceAll(/\d+/g, 'N')}`
    const fresh = !this.#findings.has(key)
    this.#find(key, number, request, detail)
    if (!fresh) return
    const least = await minimise(request, async (smaller) => (await this.#judgeAgain(smaller)) === kind)
    const finding = this.#findings.get(key)!
    if (least)
      finding.curl = curl({
        ...least,
        headers: Object.fromEntries(
          Object.entries(least.headers ?? {}).filter(
            ([name, value]) => name !== 'authorization' || value !== this.#place.tokens[this.#options.user]
          )
        )
      })
    else finding.text += '\n(not seen again when it was sent once more)'
  }

  async #judgeAgain(request: RawRequest): Promise<string | undefined> {
    const connection = new Connection(this.#server.url, PATIENCE)
    try {
      return judge(request, await connection.send(request))?.[0]
    } catch {
      return 'no answer'
    } finally {
      connection.close()
    }
  }

  /** What the server itself keeps of its last error. */
  async #lastError(): Promise<string> {
    await sleep(50)
    try {
      const { body } = await new Caller(this.#server.url, this.#place.tokens.keeper, PATIENCE).ask(
        'GET',
        '/api/error-report/?limit=200'
      )
      // Those that the database was filled with have no trace.
      const error = body.results.find(({ data }: { data: string | null }) => data)
      return `${error.info}\n${String(error.data)
        .split('\n')
        .filter((line: string) => line.includes('at '))
        .slice(0, 5)
        .join('\n')}`
    } catch (error) {
      return `no report: ${(error as Error).message}`
    }
  }

  /** No answer came: where the server ended, or does not answer anybody, it is started anew. */
  async #unanswered(server: Running, request: FuzzRequest, number: number, error: NoAnswer): Promise<void> {
    if (server !== this.#server) return
    const well =
      !server.ended() &&
      (await new Connection(server.url, PATIENCE).send({ method: 'GET', path: '/api/' }).then(
        () => true,
        () => false
      ))
    if (well) {
      // Where the bytes are no HTTP, a closed connection is an answer.
      if (error instanceof Silence && !request.headers?.['content-length'] && !request.headers?.expect)
        this.#find(`unanswered ${request.operation.id} ${request.way}`, number, request, error.message)
      return
    }
    this.#find(
      `${server.ended() ? 'ended' : 'hangs'} ${request.operation.id} ${request.way}`,
      number,
      request,
      server.ended() ? lastOf(this.#log) : error.message
    )
    this.#restarting = (async () => {
      await this.#stopProbe()
      await server.kill()
      await this.#start()
    })()
    await this.#restarting
    this.#restarting = undefined
  }

  /** Whoever attacks may have been deleted or switched off by what was sent: the run would test nothing any more. */
  async #heal(): Promise<void> {
    const { status } = await new Caller(this.#server.url, this.#place.tokens[this.#options.user], PATIENCE)
      .ask('GET', '/api/user/me/')
      .catch(() => ({ status: 0 }))
    if (status === 401 || status === 403)
      throw new Error(`the account that sends the requests was locked out after ${this.#sent} of them (${status})`)
  }
}

/** Where in our code an error came from, without the line, which changes with every edit. */
function placeOf(text: string): string {
  const [first, ...trace] = text.split('\n')
  const own = trace.find((line) => /\/(src|db)\//.test(line)) ?? trace[0] ?? ''
  return `${first!.slice(0, 80).replaceAll(/\d+/g, 'N')} ${[/at (\S+)/.exec(own)?.[1], /\b(?:src|db)\/[\w./-]+/.exec(own)?.[0]].filter(Boolean).join(' ') || own.trim()}`
}

/** Fills every table, and gives records the names that make expressions of regex engines go astray. */
async function fill(db: Database): Promise<void> {
  await fillTables(db)
  const names: [id: number, name: string][] = [
    [10, `${'a'.repeat(40)}!`],
    [20, `${'1'.repeat(40)}x`]
  ]
  for (const [id, name] of names) await db.updateTable('part').set({ name, IPN: name }).where('id', '=', id).execute()
}

/**
 * Sends wrong requests to a server of its own, whose every table is filled, and gives what was wrong with its answers.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const place = await makePlace(options.engine, { INVENTREE_LOG_LEVEL: 'ERROR' }, fill)
  try {
    return await new Fuzzer(options, place).run()
  } finally {
    await place.remove()
  }
}

/** How many operations there are to attack. */
export const OPERATION_COUNT = OPERATIONS.length
