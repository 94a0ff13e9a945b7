import { Worker } from 'node:worker_threads'
import type { CompiledQuery, QueryResult } from 'kysely'
import { Mutex } from './driver.ts'
import { checkLimit, currentLimit } from './limit.ts'
import { PatternError, patternTimeLeft, patternTimeSpent } from './pattern.ts'

/** What the thread is asked: to run a statement, to go on with it, or to let go of it. */
export type ReadRequest = { sql: string; parameters: readonly unknown[]; left: number } | 'more' | 'stop'

/** What it answers. */
export interface ReadResult {
  rows: unknown[]
  /** Whether there are more rows. */
  more: boolean
  /** How long these rows took, and the regular expressions of the statement until now, in ms. */
  took: number
  patternsTook: number
  failure?: { message: string; code: string | undefined; refused: boolean }
}

/** How long a thread waits for another statement before it ends, in ms: it takes 20 MB. */
const IDLE_MS = 60_000

/** More memory ends the thread, and the statement, but nothing else; in MB. */
const MEMORY = 512

/**
 * Reads a SQLite file in a thread of its own while others are answered. Statements take turns; those of a request that
 * has no time left, or whose sender is gone, are passed over.
 */
export class ReadThread {
  readonly #file: string
  readonly #mutex = new Mutex()
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined

  /** @param file the path of the database */
  constructor(file: string) {
    this.#file = file
  }

  /**
   * Runs a statement, which sees what is committed when its turn comes. Its rows come some at a time; others have their
   * turn once all of them were taken, or nobody wants more.
   *
   * @param took told how long it took, in ms
   * @throws PatternError where a regular expression took too long; what SQLite throws; and where the limit of the
   *   request is over
   */
  async *stream<Row>({ sql, parameters }: CompiledQuery, took: (ms: number) => void): AsyncGenerator<Row[]> {
    const done = await this.#mutex.acquire()
    let found: ReadResult | undefined
    let ms = 0
    try {
      checkLimit()
      do {
        found = await this.#ask(found ? 'more' : { sql, parameters, left: patternTimeLeft() })
        ms += found.took
        if (!found.more) {
          took(ms)
          patternTimeSpent(currentLimit(), found.patternsTook)
        }
        if (found.failure) throw errorOf(found.failure)
        yield found.rows as Row[]
      } while (found.more)
    } finally {
      if (found?.more) this.#worker?.postMessage('stop' satisfies ReadRequest)
      done()
    }
  }

  /**
   * Runs a statement, and gives all its rows at once.
   *
   * @throws what `stream` does
   */
  async run<Row>(query: CompiledQuery, took: (ms: number) => void): Promise<QueryResult<Row>> {
    const rows: Row[] = []
    for await (const some of this.stream<Row>(query, took)) for (const row of some) rows.push(row)
    return { rows }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  #ask(asked: ReadRequest): Promise<ReadResult> {
    clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#start())
    worker.ref()
    const { promise, resolve, reject } = Promise.withResolvers<ReadResult>()
    const ended = () => reject(new Error('The thread that reads was ended.'))
    worker.once('message', resolve).once('error', reject).once('exit', ended)
    worker.postMessage(asked)
    return promise.finally(() => {
      worker.off('message', resolve).off('error', reject).off('exit', ended)
      worker.unref()
      this.#idle = setTimeout(() => {
        void this.close()
      }, IDLE_MS).unref()
    })
  }

  #start(): Worker {
    const file = new URL(`./read-thread.worker${import.meta.url.slice(-3)}`, import.meta.url)
    const worker = new Worker(file, { workerData: this.#file, resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
    const forget = () => {
      if (this.#worker === worker) this.#worker = undefined
    }
    // What ends it is told to whoever waits for it.
    return worker.on('error', forget).on('exit', forget)
  }
}

/** What was thrown in the thread, as it would be thrown here. */
function errorOf({ message, code, refused }: NonNullable<ReadResult['failure']>): Error {
  return refused ? new PatternError(message) : Object.assign(new Error(message), { code })
}
