// Does jobs in this process, beside the requests that it answers.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import { textOf } from '#contract/text.ts'
import { HopelessError, LANES, type JobHandler, type JobRun, type Lane } from './job.ts'
import {
  arrivals,
  dueLanes,
  endLeases,
  LeaseLostError,
  renewLeases,
  settleJob,
  takeJob,
  type TakenJob,
  type Worker
} from './store.ts'

/** For how long a job belongs to a process that is not heard of, in ms. */
const LEASE_MS = 30_000
/** How often to look for what other processes left to do, in ms. */
const LOOK_MS = 1000
/** When to look after something arrived, in ms: its transaction is still under way. */
const SOON_MS = [10, 100, 400]
/** How long a process that ends waits for the jobs that it does, in ms. */
const STOP_MS = 3000

/** What a runner works with. */
export interface RunnerParts {
  db: Database
  log: JobRun['log']
  /** All that modules brought. */
  handlers: readonly JobHandler[]
  /** Another lease than is usual, in ms. */
  lease?: number
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : textOf(error))

/** Does what waits in the queue, lane by lane; each process has one. */
export class JobRunner {
  readonly #parts: RunnerParts
  readonly #handlers: ReadonlyMap<string, JobHandler>
  readonly #names: readonly string[]
  /** Who this is, in the rows that it took. */
  readonly #worker: Worker
  readonly #running = new Map<number, { lane: Lane; work: Promise<void> }>()
  readonly #stopped = new AbortController()
  #timers: NodeJS.Timeout[] = []
  #soon: NodeJS.Timeout[] = []
  /** How many jobs it has taken so far. */
  #taken = 0
  /** Looks go one after the other, so that none takes what the other has room for. */
  #looking = Promise.resolve()
  /** The database is away: told once, and again when it is away the next time. */
  #isAway = false

  constructor(parts: RunnerParts) {
    this.#parts = parts
    this.#worker = { name: `${process.pid}-${randomUUID()}`, lease: parts.lease ?? LEASE_MS }
    this.#handlers = new Map(parts.handlers.map((handler) => [handler.job.name, handler]))
    this.#names = [...this.#handlers.keys()]
    if (this.#names.length < parts.handlers.length) throw new Error('two modules bring the same kind of job')
  }

  /** Begins to look for work. */
  start(): void {
    arrivals.on('arrival', this.#arrived)
    this.#timers = [
      setInterval(() => void this.#look(), LOOK_MS).unref(),
      setInterval(() => void this.#renew(), this.#worker.lease / 3).unref()
    ]
  }

  /** Takes nothing more, and waits a little for what it does; what is not done by then is another process's. */
  async stop(): Promise<void> {
    arrivals.off('arrival', this.#arrived)
    for (const timer of [...this.#timers, ...this.#soon]) clearInterval(timer)
    this.#stopped.abort()
    const over = new AbortController()
    await Promise.race([
      this.#allDone(),
      sleep(STOP_MS, undefined, { signal: over.signal, ref: false }).catch(() => undefined)
    ])
    over.abort()
  }

  /** Does all that is due, and gives when nothing is any more; for tests and commands, which have no time to wait. */
  async drain(): Promise<void> {
    let before: number
    do {
      await this.#allDone()
      before = this.#taken
      await this.#look()
    } while (this.#taken > before || this.#running.size > 0)
  }

  readonly #arrived = (): void => {
    if (this.#soon.length > 0) return
    this.#soon = SOON_MS.map((ms, n) =>
      setTimeout(() => {
        if (n === SOON_MS.length - 1) this.#soon = []
        void this.#look()
      }, ms).unref()
    )
  }

  #allDone(): Promise<unknown> {
    return Promise.all([...this.#running.values()].map(({ work }) => work))
  }

  #look(): Promise<void> {
    return (this.#looking = this.#looking.then(() => this.#begin()))
  }

  /** Sees what is due, and begins as much of it as there is room for. */
  async #begin(): Promise<void> {
    if (this.#stopped.signal.aborted) return
    try {
      await endLeases(this.#parts.db)
      for (const lane of await dueLanes(this.#parts.db)) await this.#fill(lane)
      this.#isAway = false
    } catch (err) {
      if (!this.#isAway) this.#parts.log.error({ err }, 'the queue of jobs cannot be read')
      this.#isAway = true
    }
  }

  async #fill(lane: Lane): Promise<void> {
    const isFree = () => [...this.#running.values()].filter((one) => one.lane === lane).length < LANES[lane]
    while (isFree() && !this.#stopped.signal.aborted) {
      const taken = await takeJob(this.#parts.db, this.#worker, lane, this.#names)
      if (!taken) return
      this.#taken++
      const work = this.#do(taken).finally(() => {
        this.#running.delete(taken.id)
        // The next one, without waiting for the clock.
        setImmediate(() => void this.#look())
      })
      this.#running.set(taken.id, { lane, work })
    }
  }

  async #renew(): Promise<void> {
    await renewLeases(this.#parts.db, this.#worker, [...this.#running.keys()]).catch((err: unknown) => {
      this.#parts.log.error({ err }, 'the leases of jobs could not be renewed')
    })
  }

  /** Does one job, and writes down what came of it. Never throws. */
  async #do(taken: TakenJob): Promise<void> {
    const { db, log } = this.#parts
    const handler = this.#handlers.get(taken.name)!
    try {
      await this.#try(taken, handler)
    } catch (err) {
      if (err instanceof LeaseLostError) return
      const { name, pauses } = handler.job
      const seconds = err instanceof HopelessError ? undefined : pauses[taken.attempts - 1]
      const again = seconds === undefined ? 'it has failed for good' : `another try follows in ${seconds} s`
      log.warn({ err }, `the job ${name} (${taken.id}) failed; ${again}`)
      const error = messageOf(err)
      await settleJob(
        db,
        this.#worker,
        taken.id,
        seconds === undefined ? { state: 'failed', error } : { state: 'waiting', error, seconds }
      ).catch((failure: unknown) => {
        // Its lease ends, and then it is tried again.
        if (!(failure instanceof LeaseLostError))
          log.error({ err: failure }, `what came of the job ${name} is not kept`)
      })
    }
  }

  async #try({ id, attempts, ...taken }: TakenJob, { job, work }: JobHandler): Promise<void> {
    const { db, log } = this.#parts
    if (attempts > job.pauses.length + 1)
      throw new HopelessError('The processes that tried it ended before it was done.')
    let isFinished = false
    const tooLong = new AbortController()
    const timer = setTimeout(() => tooLong.abort(), job.limit * 1000)
    const run: JobRun = {
      db,
      log,
      attempt: attempts,
      isLast: attempts > job.pauses.length,
      stopped: AbortSignal.any([this.#stopped.signal, tooLong.signal]),
      finish: async (trx, result) => {
        await settleJob(trx, this.#worker, id, { state: 'done', result })
        isFinished = true
      }
    }
    const { promise: late, reject } = Promise.withResolvers<never>()
    tooLong.signal.addEventListener('abort', () => reject(new Error(`It took longer than ${job.limit} s.`)))
    const result = await Promise.race([work(JSON.parse(taken.arguments), run), late]).finally(() => clearTimeout(timer))
    if (!isFinished) await settleJob(db, this.#worker, id, { state: 'done', result })
  }
}
