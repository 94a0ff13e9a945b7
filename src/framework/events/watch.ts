// Sees that something was added to the log of events.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#db/database.ts'
import { storage } from '#db/stored.ts'
import { adoptLog, endOfLog } from './log.ts'

/** How often to look for what other processes wrote, in ms. */
const LOOK_MS = 500
/** How long to wait after this process wrote, in ms: much that is written at once is looked for once. */
const SOON_MS = 20

/**
 * Looks at the end of the log: soon after this process stored something, otherwise twice a second, and not at all while
 * nobody follows.
 */
export class LogWatch {
  readonly #db: Database
  readonly #log: Pick<FastifyBaseLogger, 'error'>
  readonly #followers = new Set<() => void>()
  #timer: NodeJS.Timeout | undefined
  #soon: NodeJS.Timeout | undefined
  #end: string | undefined
  #looking = false
  #isAdopted = false
  /** Something was stored while a look was under way. */
  #again = false
  /** The database is away: told once, and again when it is away the next time. */
  #isAway = false
  readonly #stored = () => this.#lookSoon()
  /**
   * Does something outside of the request, if any, that is under way: what follows the log goes on after it, and is not
   * bound by its limits.
   */
  readonly outside = AsyncLocalStorage.snapshot()

  /** To be made in the context in which followers are to be called, such as that of the clock of the server. */
  constructor({ db, log }: { db: Database; log: Pick<FastifyBaseLogger, 'error'> }) {
    this.#db = db
    this.#log = log
  }

  /**
   * Calls a function whenever the end of the log is another one, and once soon. It must not throw.
   *
   * @returns what ends that
   */
  follow(follower: () => void): () => void {
    this.#followers.add(follower)
    if (this.#followers.size === 1) this.outside(() => this.#start())
    this.lookAnew()
    return () => {
      if (this.#followers.delete(follower) && this.#followers.size === 0) this.#stop()
    }
  }

  /** Calls the followers soon, whether or not there is anything new. */
  lookAnew(): void {
    this.#end = undefined
    this.#lookSoon()
  }

  #lookSoon(): void {
    if (this.#followers.size === 0) return
    this.#soon ??= this.outside(() =>
      setTimeout(() => {
        this.#soon = undefined
        void this.#look()
      }, SOON_MS).unref()
    )
  }

  #start(): void {
    storage.on('stored', this.#stored)
    this.#timer = setInterval(() => void this.#look(), LOOK_MS).unref()
  }

  #stop(): void {
    storage.off('stored', this.#stored)
    clearInterval(this.#timer)
    clearTimeout(this.#soon)
    this.#soon = undefined
  }

  async #look(): Promise<void> {
    this.#again = this.#looking
    if (this.#looking) return
    this.#looking = true
    try {
      if (!this.#isAdopted) await adoptLog(this.#db)
      this.#isAdopted = true
      const end = await endOfLog(this.#db)
      this.#isAway = false
      if (end === this.#end) return
      this.#end = end
      for (const follower of this.#followers) follower()
    } catch (err) {
      if (!this.#isAway) this.#log.error({ err }, 'the log of events cannot be read')
      this.#isAway = true
    } finally {
      this.#looking = false
      if (this.#again && this.#followers.size > 0) this.#lookSoon()
    }
  }
}
