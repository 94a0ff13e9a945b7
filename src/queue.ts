import { checkLimit } from '#db/limit.ts'
import { unavailable } from '#contract/errors.ts'

/** How soon a refused request may be sent again, in seconds. */
const RETRY_AFTER = 30

/** Work of which only some goes on at a time. */
export class WorkQueue {
  readonly #most: number
  readonly #waiting: number
  readonly #busy: string
  readonly #line: (() => void)[] = []
  #running = 0

  /**
   * @param most how much may go on at once
   * @param waiting how much may wait for its turn
   * @param busy what is said to the rest
   */
  constructor (most: number, waiting: number, busy: string) {
    this.#most = most
    this.#waiting = waiting
    this.#busy = busy
  }

  /**
   * Does work when its turn has come.
   *
   * @throws 503 where too much waits already
   */
  async run<Result> (work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#most) this.#running++
    else {
      if (this.#line.length >= this.#waiting) throw unavailable(this.#busy, RETRY_AFTER)
      await new Promise<void>((resolve) => { this.#line.push(resolve) })
    }
    try {
      // Nobody may wait for it any more.
      checkLimit()
      return await work()
    } finally {
      const next = this.#line.shift()
      if (next) next()
      else this.#running--
    }
  }
}
