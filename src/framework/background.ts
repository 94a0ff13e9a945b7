import type { FastifyBaseLogger } from 'fastify'
import { yieldToOthers } from './event-loop.ts'

/** Work in rounds: what a request began and goes on after its answer. */
export type Rounds = AsyncGenerator<undefined, void>

/** The work that goes on after answers were given. It lives in this process; rounds give way to requests. */
export class Background {
  readonly #running = new Set<Promise<void>>()
  #stopped = false

  /**
   * Begins work, and leaves to the background what is left of it after the first round. So the answer to a small
   * request shows its result.
   *
   * @param log where a failure of a later round goes; one of the first is the caller's
   */
  async begin(rounds: Rounds, log: Pick<FastifyBaseLogger, 'error'>): Promise<void> {
    if ((await rounds.next()).done) return
    const rest = this.#drain(rounds)
      .catch((err: unknown) => {
        log.error({ err }, 'work in the background failed')
      })
      .finally(() => this.#running.delete(rest))
    this.#running.add(rest)
  }

  async #drain(rounds: Rounds): Promise<void> {
    do {
      await yieldToOthers()
    } while (!this.#stopped && !(await rounds.next()).done)
    await rounds.return()
  }

  /** Ends with the rounds at work; what is left of them is not done. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#running)
  }
}
