/** Attempts within a window, after which no more are heard until it is over. */
export class Throttle {
  readonly #attempts = new Map<string, { count: number, until: number }>()
  readonly #window: number

  /** @param seconds how long an attempt counts, from the first one on */
  constructor (seconds: number) {
    this.#window = seconds * 1000
  }

  /**
   * Counts an attempt. It is counted before it is made, so that many at once are no way around.
   *
   * @returns whether it may be made
   */
  admits (key: string, limit: number): boolean {
    const time = Date.now()
    const kept = this.#attempts.get(key)
    if (kept && kept.until > time) return ++kept.count <= limit
    // What is over need not be remembered; it is looked for now and then only, so that it costs nothing.
    if (this.#attempts.size >= 10_000) for (const [one, { until }] of this.#attempts) if (until <= time) this.#attempts.delete(one)
    this.#attempts.set(key, { count: 1, until: time + this.#window })
    return true
  }

  /** Forgets the attempts of a key, after one that succeeded. */
  forget (key: string): void {
    this.#attempts.delete(key)
  }
}
