// Several writers that wait for their turn store what they wrote together: the disk is asked once for all of them.

/** How many writers share a commit at most. */
const MOST_WRITERS = 32

/** How long after the first of them began others may still join, in ms. */
const MOST_MS = 10

/** What several transactions wrote one after the other, and what is to be committed for all of them at once. */
export class SharedCommit {
  readonly #begun: number
  readonly #outcome = Promise.withResolvers<void>()
  #writers = 1

  /** @param begun when the first of them began, as `performance.now()` tells it */
  constructor(begun: number) {
    this.#begun = begun
    // Whoever wrote hears of it by `outcome`.
    this.#outcome.promise.catch(() => undefined)
  }

  /** Whether nobody may join any more. */
  get isFull(): boolean {
    return this.#writers >= MOST_WRITERS || performance.now() - this.#begun > MOST_MS
  }

  /** Settles when all of it was stored; rejects where nothing was. */
  get outcome(): Promise<void> {
    return this.#outcome.promise
  }

  join(): void {
    this.#writers++
  }

  stored(): void {
    this.#outcome.resolve()
  }

  failed(error: unknown): void {
    this.#outcome.reject(error)
  }
}
