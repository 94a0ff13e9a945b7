/** What became known of a database as a whole. */
export type Event = 'broke' | 'away' | 'back' | 'damaged'

/**
 * Connections that break within so long of each other have the same cause: not all of them are used, and so found
 * broken, at once.
 */
const TOGETHER_MS = 10_000

/**
 * What is known of a database as a whole: whether it is there, and whether it is sound. Told once each time that
 * changes, not with every request.
 */
export class Condition {
  #listener: ((event: Event, text: string) => void) | undefined
  #away: { text: string; since: number } | undefined
  /** Whether somebody looked at the whole of what is stored; one that looks after itself counts as looked at. */
  looked: boolean
  #damage: string | undefined
  /** When connections broke last. */
  #broke: number | undefined

  constructor(looked: boolean) {
    this.looked = looked
  }

  /** The worst of what is known. */
  get state(): 'ok' | 'away' | 'damaged' | 'unchecked' {
    if (this.#away) return 'away'
    if (this.#damage !== undefined) return 'damaged'
    return this.looked ? 'ok' : 'unchecked'
  }

  /** @param listener told what happens from now on; it takes the place of the one before */
  listen(listener: (event: Event, text: string) => void): void {
    this.#listener = listener
  }

  /** It cannot be reached. */
  away(text: string): void {
    if (this.#away) return
    this.#away = { text, since: Date.now() }
    this.#listener?.('away', text)
  }

  /** Connections to it broke, but it is there. Those that break one after the other are one event. */
  broke(text: string): void {
    const reportedAt = this.#broke
    this.#broke = performance.now()
    if (reportedAt === undefined || this.#broke - reportedAt > TOGETHER_MS) this.#listener?.('broke', text)
  }

  /**
   * It can be reached.
   *
   * @returns whether it was away
   */
  back(): boolean {
    if (!this.#away) return false
    const seconds = ((Date.now() - this.#away.since) / 1000).toFixed(1)
    this.#away = undefined
    this.#listener?.('back', `after ${seconds} s`)
    return true
  }

  /** What it has stored cannot be read; that stays so until the server is started anew. */
  damaged(text: string): void {
    if (this.#damage !== undefined) return
    this.#damage = text
    this.#listener?.('damaged', text)
  }
}
