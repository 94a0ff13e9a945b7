import { sql } from 'kysely'

/** Stands at the end of statements that look at many rows, or may do so. */
const MARK = '/* may take long */'

/**
 * Marks a query that looks at many rows, or may do so: `query.modifyEnd(mayTakeLong)`. Where it is slow, nobody else
 * waits for it.
 */
export const mayTakeLong = sql.raw(MARK)

/** Whether a statement is marked. */
export const isMarked = (text: string): boolean => text.endsWith(MARK)

/** What takes no longer than this holds up nobody, in ms. */
const QUICK_MS = 3

/**
 * How often a statement must have been quick before it is taken for quick; twice as often after every time that it was
 * not.
 */
const TRIES = 8

/** How many statements are cached. */
const CACHE_SIZE = 1000

/** Learns which of the marked statements are quick: most are, with the records that most people have. */
export class Paces {
  readonly #paces = new Map<string, { quick: number; wanted: number }>()

  /** Whether a statement was quick so often that it will be. */
  isQuick(text: string): boolean {
    const pace = this.#paces.get(text)
    return pace !== undefined && pace.quick >= pace.wanted
  }

  /** Notes how long a statement took, in ms. */
  ran(text: string, took: number): void {
    let pace = this.#paces.get(text)
    if (!pace) {
      if (this.#paces.size >= CACHE_SIZE) this.#paces.clear()
      this.#paces.set(text, (pace = { quick: 0, wanted: TRIES }))
    }
    if (took <= QUICK_MS) {
      pace.quick++
      return
    }
    pace.quick = 0
    pace.wanted *= 2
  }
}
