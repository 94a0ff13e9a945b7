// Hands what happened to those in the program who follow it, each event once, whatever process is killed meanwhile.
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { BEGINNING, endOfLog, eventsAfter, type ChangeEvent } from './log.ts'
import { LogWatch } from './watch.ts'

/** Something that follows what happens to records; a module names its own in `module.ts`. */
export interface EventListener {
  /** Unique in the house, such as `webhooks`; it stands in the database. */
  readonly name: string
  /** Whether an event is of interest; asked of every event, so it must be quick and must not throw. */
  wants(event: ChangeEvent): boolean
  /**
   * Whether it wants anything at all now; asked once for some events, after they were read. While it does not, nothing
   * is written for it.
   */
  isAwake?(db: Database): Promise<boolean>
  /**
   * Takes some events, in their order. What it writes is stored together with how far it has read: both or neither. It
   * holds the turn to write, so it waits for nothing outside: that is work for a job (`enqueue`).
   *
   * @param events those that it wants, 200 at most
   * @throws where it cannot take them now; it is given the same ones later, after a pause that grows
   */
  take(trx: Database, events: ChangeEvent[]): Promise<void>
}

/** How many rows of the log are read at once. */
const AT_ONCE = 200
/** How long to wait after a failure, in ms; the last one holds for all that follow. */
const PAUSES_MS = [1000, 5000, 30_000, 120_000, 600_000]
/** How far a listener has read is written down so often, in ms, while nothing is of interest to it. */
const KEEP_MS = 30_000
/** How long a process that ends waits for what is being taken, in ms. */
const STOP_MS = 3000

/** Another process has handed these events over. */
class OvertakenError extends Error {}

interface Parts {
  db: Database
  log: Pick<FastifyBaseLogger, 'error' | 'warn'>
}

/** One listener, and how far it has read. */
class Reading {
  readonly #parts: Parts
  readonly #listener: EventListener
  /** The position in the database, as it was last seen. */
  #stored: string | undefined
  /** How far this process has looked beyond that, and found nothing of interest. */
  #seen: string | undefined
  #kept = Date.now()
  #failures = 0
  #until = 0
  #timer: NodeJS.Timeout | undefined
  #working: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(parts: Parts, listener: EventListener) {
    this.#parts = parts
    this.#listener = listener
  }

  /** Hands over what there is, unless a pause is under way. Gives when nothing is left. Never throws. */
  follow(): Promise<void> {
    this.#again = true
    return (this.#working ??= this.#follow().finally(() => {
      this.#working = undefined
    }))
  }

  /** Begins nothing more; gives when what is under way is over. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#working
  }

  /** The same at once, whatever pause is under way; for tests. */
  async drain(): Promise<void> {
    await this.#working
    this.#until = 0
    await this.follow()
  }

  /** A listener that is new begins at the present end. */
  async begin(): Promise<string> {
    const { db } = this.#parts
    const { name } = this.#listener
    const find = () => db.selectFrom('event_cursor').select('position').where('name', '=', name).executeTakeFirst()
    const known = await find()
    if (known) return known.position
    const position = await endOfLog(db)
    await db
      .insertInto('event_cursor')
      .values({ name, position })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    return (await find())!.position
  }

  async #follow(): Promise<void> {
    while (this.#again && !this.#stopped && Date.now() >= this.#until) {
      this.#again = false
      try {
        while (!this.#stopped && (await this.#step()));
        this.#failures = 0
      } catch (err) {
        // What another process took is no failure; what is left is looked at anew.
        if (err instanceof OvertakenError) this.#again = true
        else this.#pause(err)
      }
    }
  }

  #pause(err: unknown): void {
    const ms = PAUSES_MS[Math.min(this.#failures++, PAUSES_MS.length - 1)]!
    this.#parts.log.warn({ err }, `${this.#listener.name} could not take events; another try follows in ${ms / 1000} s`)
    this.#until = Date.now() + ms
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.follow(), ms).unref()
  }

  /** Hands over the next events. Gives whether there were any in the log. */
  async #step(): Promise<boolean> {
    const { db } = this.#parts
    const stored = await this.begin()
    if (stored !== this.#stored) this.#seen = undefined
    this.#stored = stored
    const from = this.#seen ?? stored
    const page = await eventsAfter(db, from, AT_ONCE)
    if (page.lost) {
      // Everything that is kept is newer than what is gone.
      this.#seen = BEGINNING
      return true
    }
    if (page.position === from) return false
    const wanted = await this.#wanted(page.events)
    if (wanted.length > 0 || Date.now() - this.#kept > KEEP_MS) await this.#hand(stored, page.position, wanted)
    this.#seen = page.position
    return true
  }

  async #wanted(events: readonly ChangeEvent[]): Promise<ChangeEvent[]> {
    const wanted = events.filter((event) => this.#listener.wants(event))
    const isAwake = wanted.length > 0 && ((await this.#listener.isAwake?.(this.#parts.db)) ?? true)
    return isAwake ? wanted : []
  }

  async #hand(before: string, position: string, events: ChangeEvent[]): Promise<void> {
    await transact(this.#parts.db, async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('event_cursor')
        .set({ position })
        .where('name', '=', this.#listener.name)
        .where('position', '=', before)
        .executeTakeFirst()
      if (Number(numUpdatedRows) === 0) throw new OvertakenError('another process has handed these events over')
      if (events.length > 0) await this.#listener.take(trx, events)
    })
    this.#stored = position
    this.#kept = Date.now()
  }
}

/** Hands events to the listeners of this process; each process has one. Listeners do not wait for each other. */
export class Dispatcher {
  readonly #parts: Parts
  readonly #watch: LogWatch
  #readings: readonly Reading[] = []
  #unfollow: () => void = () => undefined

  constructor(parts: Parts & { watch: LogWatch }) {
    this.#parts = parts
    this.#watch = parts.watch
  }

  /**
   * Tells who listens.
   *
   * @throws where two have the same name
   */
  know(listeners: readonly EventListener[]): this {
    if (new Set(listeners.map(({ name }) => name)).size < listeners.length)
      throw new Error('two listeners have the same name')
    this.#readings = listeners.map((listener) => new Reading(this.#parts, listener))
    return this
  }

  /** Begins to hand events over. Where nobody listens it does nothing. */
  start(): void {
    if (this.#readings.length === 0) return
    this.#unfollow = this.#watch.follow(() => {
      for (const reading of this.#readings) void reading.follow()
    })
  }

  /** Hands over nothing more, and waits a little for what is being taken. */
  async stop(): Promise<void> {
    this.#unfollow()
    const { promise: late, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, STOP_MS)
    await Promise.race([Promise.all(this.#readings.map((reading) => reading.stop())), late])
    clearTimeout(timer)
  }

  /**
   * Hands over all that there is, each listener's events as far as it takes them; for tests. Listeners that are new
   * begin here: what happened before the first call they are not told.
   */
  async drain(): Promise<void> {
    await Promise.all(this.#readings.map((reading) => reading.drain()))
  }
}
