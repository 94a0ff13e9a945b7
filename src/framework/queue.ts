import { checkLimit } from '#db/limit.ts'
import { unavailable } from '#contract/errors.ts'

/** How much a queue takes. */
interface Bounds {
  /** How many pieces of work go on side by side. */
  running: number
  /** How many wait, and how many of these may be of one and the same; all of them unless told otherwise. */
  waiting: number
  each?: number
}

/** What is said where too much waits already, and in how many seconds it is worth another try. */
interface Busy {
  detail: string
  seconds: number
}

/**
 * Lets few pieces of work go on at once; whoever waits takes turns with the others that wait, so that one who asks for
 * much does not hold up those who ask for little.
 */
export class WorkQueue {
  readonly #bounds: Required<Bounds>
  readonly #busy: Busy
  #running = 0
  #waiting = 0
  /** Who waits, each with what lets their work begin; whose turn is next comes first. */
  readonly #lines = new Map<string, (() => void)[]>()

  constructor(bounds: Bounds, busy: Busy) {
    this.#bounds = { each: bounds.waiting, ...bounds }
    this.#busy = busy
  }

  /**
   * Does work when its turn comes.
   *
   * @param work what to do
   * @param whose who asks for it; without it all stand in one line
   * @throws 503 where too much waits already
   */
  async run<Result>(work: () => Promise<Result>, whose = ''): Promise<Result> {
    await this.#enter(whose)
    try {
      // Nobody may wait for it any more.
      checkLimit()
      return await work()
    } finally {
      this.#leave()
    }
  }

  async #enter(whose: string): Promise<void> {
    if (this.#running < this.#bounds.running) {
      this.#running++
      return
    }
    const line = this.#lines.get(whose) ?? []
    if (this.#waiting >= this.#bounds.waiting || line.length >= this.#bounds.each)
      throw unavailable(this.#busy.detail, this.#busy.seconds)
    this.#waiting++
    await new Promise<void>((resolve) => {
      line.push(resolve)
      this.#lines.set(whose, line)
    })
  }

  /** Gives the place on, or back. */
  #leave(): void {
    const [next] = this.#lines
    if (!next) {
      this.#running--
      return
    }
    const [whose, line] = next
    this.#lines.delete(whose)
    this.#waiting--
    const begin = line.shift()!
    if (line.length) this.#lines.set(whose, line)
    begin()
  }
}
