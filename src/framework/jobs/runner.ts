// Does jobs in this process, beside the requests that it answers.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { ApiError, wordsOf } from '#contract/errors.ts'
import { textOf } from '#contract/text.ts'
import { doneBy, HopelessError, LANES, type Job, type JobHandler, type JobRun, type Lane } from './job.ts'
import {
  arrivals,
  beginJob,
  dueLanes,
  endLeases,
  LeaseLostError,
  renewLeases,
  settleJob,
  takeJob,
  type JobOutcome,
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
  /** Another lease than is usual, in ms. */
  lease?: number
}

const messageOf = (error: unknown): string => {
  if (error instanceof ApiError) return wordsOf(error)
  return error instanceof Error ? error.message : textOf(error)
}

/** Whether another try would end in the same way: what the API refuses now it refuses later. */
const isHopeless = (error: unknown): boolean =>
  error instanceof HopelessError || (error instanceof ApiError && error.status < 500)

/** Does what waits in the queue, lane by lane; each process has one. */
export class JobRunner {
  readonly #parts: RunnerParts
  #handlers: ReadonlyMap<string, JobHandler> = new Map()
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
  }

  /**
   * Tells what does the jobs. What is not told is left to others.
   *
   * @throws where two do the same kind
   */
  know(handlers: readonly JobHandler[]): this {
    this.#handlers = new Map(handlers.map((handler) => [handler.job.name, handler]))
    if (this.#handlers.size < handlers.length) throw new Error('two modules bring the same kind of job')
    return this
  }

  /** What does a kind of job; undefined where this version does not know it. */
  handlerOf(name: string): JobHandler | undefined {
    return this.#handlers.get(name)
  }

  /** Aborted where the process is to end. */
  get stopped(): AbortSignal {
    return this.#stopped.signal
  }

  /** Begins to look for work. */
  start(): void {
    // What a request put into the queue is done as a job, not within the limits of that request.
    const outside = AsyncLocalStorage.snapshot()
    this.#arrived = () => outside(() => this.#lookSoon())
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

  /**
   * Takes work into the queue that goes on in this process already. It is noted when this gives; it ends as jobs do,
   * and where it fails, or the process ends, the kind of job does it from its beginning.
   *
   * @param work what goes on
   */
  async adopt<Arguments extends object>(
    job: Job<Arguments>,
    args: Arguments,
    work: () => Promise<unknown>
  ): Promise<void> {
    const { ends } = this.#handlers.get(job.name) ?? {}
    this.#follow(await beginJob(this.#parts.db, this.#worker, job, args), doneBy(job, work, ends))
  }

  #arrived: () => void = () => undefined

  #lookSoon(): void {
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
      const taken = await takeJob(this.#parts.db, this.#worker, lane, [...this.#handlers.keys()])
      if (!taken) return
      this.#taken++
      this.#follow(taken, this.#handlers.get(taken.name)!)
    }
  }

  /** Does a job that this process has, and looks for the next one. */
  #follow(taken: TakenJob, handler: JobHandler): void {
    const work = this.#do(taken, handler).finally(() => {
      this.#running.delete(taken.id)
      // The next one, without waiting for the clock.
      if (this.#timers.length > 0) setImmediate(() => void this.#look())
    })
    this.#running.set(taken.id, { lane: handler.job.lane, work })
  }

  async #renew(): Promise<void> {
    await renewLeases(this.#parts.db, this.#worker, [...this.#running.keys()]).catch((err: unknown) => {
      this.#parts.log.error({ err }, 'the leases of jobs could not be renewed')
    })
  }

  /** Does one job, and writes down what came of it. Never throws. */
  async #do(taken: TakenJob, handler: JobHandler): Promise<void> {
    const { db, log } = this.#parts
    try {
      await this.#try(taken, handler)
    } catch (err) {
      if (err instanceof LeaseLostError) return
      const outcome = this.#failed(taken, handler.job, err)
      const settled = transact(db, async (trx) => {
        await settleJob(trx, this.#worker, taken.id, outcome)
        if (outcome.state === 'failed') await handler.ends.failed?.(JSON.parse(taken.arguments), trx, outcome.error)
      })
      await settled.catch((failure: unknown) => {
        // Its lease ends, and then it is tried again.
        if (!(failure instanceof LeaseLostError))
          log.error({ err: failure }, `what came of the job ${taken.name} is not kept`)
      })
    }
  }

  /** What becomes of a job whose try came to nothing; the log tells of it, unless the process is to end. */
  #failed({ id, attempts }: TakenJob, { name, pauses }: Job<object>, err: unknown): JobOutcome {
    if (this.stopped.aborted) return { state: 'left', attempts: attempts - 1 }
    const seconds = isHopeless(err) ? undefined : pauses[attempts - 1]
    const again = seconds === undefined ? 'it has failed for good' : `another try follows in ${seconds} s`
    this.#parts.log.warn({ err }, `the job ${name} (${id}) failed; ${again}`)
    const error = messageOf(err)
    return seconds === undefined ? { state: 'failed', error } : { state: 'waiting', error, seconds }
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
