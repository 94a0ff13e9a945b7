import { unavailable } from '#contract/errors.ts'

/** How much a queue takes. */
interface Bounds {
  /** How many pieces of work run side by side. */
  running: number
  /** How many wait, and how many of these may be of one and the same. */
  waiting: number
  each: number
}

/**
 * Lets few pieces of work run at once; whoever waits takes turns with the others that wait, so that one who asks for much does not hold up those
 * who ask for little.
 */
export class FairQueue {
  readonly #bounds: Bounds
  #running = 0
  #waiting = 0
  /** Who waits, each with what lets their work begin; whose turn is next comes first. */
  readonly #lines = new Map<string, (() => void)[]>()

  constructor (bounds: Bounds) {
    this.#bounds = bounds
  }

  /**
   * Does work when its turn comes.
   *
   * @param whose who asks for it
   * @throws 503 where too much waits already
   */
  async run<Result> (whose: string, work: () => Promise<Result>): Promise<Result> {
    await this.#enter(whose)
    try { return await work() } finally { this.#leave() }
  }

  async #enter (whose: string): Promise<void> {
    if (this.#running < this.#bounds.running) { this.#running++; return }
    const line = this.#lines.get(whose) ?? []
    if (this.#waiting >= this.#bounds.waiting || line.length >= this.#bounds.each) throw busy()
    this.#waiting++
    await new Promise<void>((resolve) => {
      line.push(resolve)
      this.#lines.set(whose, line)
    })
  }

  /** Gives the place on, or back. */
  #leave (): void {
    const [next] = this.#lines
    if (!next) { this.#running--; return }
    const [whose, line] = next
    this.#lines.delete(whose)
    this.#waiting--
    const begin = line.shift()!
    if (line.length) this.#lines.set(whose, line)
    begin()
  }
}

const busy = () => unavailable('Too many passwords are being checked. Try again in a moment.', 1)

/**
 * Where passwords are hashed. Each takes 19 MiB and a thread of the four that reading files needs too, so that more at once would hold up everybody.
 */
export const hashing = new FairQueue({ running: 2, waiting: 256, each: 64 })
