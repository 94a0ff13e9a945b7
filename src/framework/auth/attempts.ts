import type { Database } from '#db/database.ts'
import { now } from '#framework/time.ts'

/** How much is kept while the database takes nothing; the oldest goes first. */
const KEPT_AT_MOST = 10_000
/** How long an answer waits for its attempt to be stored; a database that is locked or away must not hold it up. */
const PATIENCE_MS = 1000
/** How often what is over is cleared away. */
const SWEEP_MS = 60_000

/** How often something happened, and until when that counts; times are ISO 8601, UTC. */
interface Count {
  count: number
  until: string
}

/** What the database is to learn: marks to forget first, then counts to add. */
class Piece {
  readonly counts = new Map<string, Count>()
  readonly forgotten = new Set<string>()

  get isEmpty(): boolean {
    return this.counts.size === 0 && this.forgotten.size === 0
  }

  /** Adds to a count; one that is over begins anew. */
  add(mark: string, { count, until }: Count): void {
    const kept = this.counts.get(mark)
    if (kept && kept.until > now()) kept.count += count
    else this.counts.set(mark, { count, until })
    shrink(this.counts)
  }

  forget(mark: string): void {
    this.counts.delete(mark)
    this.forgotten.add(mark)
    shrink(this.forgotten)
  }
}

function shrink(kept: Map<string, unknown> | Set<string>): void {
  for (const mark of kept.keys()) {
    if (kept.size <= KEPT_AT_MOST) return
    kept.delete(mark)
  }
}

/**
 * Counts, in the database, so that every process and server that shares it knows of them. What is counted while another
 * piece is being written goes with the next one, so that a flood of attempts is no flood of writes. While the database
 * takes nothing, this process counts in memory.
 */
export class AttemptCounts {
  readonly #db: Database
  readonly #failed: (error: unknown) => void
  #pending = new Piece()
  /** What is being written. */
  #leaving = new Piece()
  #writing: Promise<void> | undefined
  #swept = 0

  /** @param failed told when the database does not take what was counted, or does not tell */
  constructor(db: Database, failed: (error: unknown) => void) {
    this.#db = db
    this.#failed = failed
  }

  /** What was counted under each of some marks; where the database does not answer, as much as this process knows. */
  async read(marks: readonly string[]): Promise<Map<string, Count>> {
    const time = now()
    const found = new Map<string, Count>()
    const note = (mark: string, { count, until }: Count) => {
      if (until > time) found.set(mark, { count: count + (found.get(mark)?.count ?? 0), until })
    }
    // Looked at before the database is asked: what arrives there meanwhile counts twice rather than not at all.
    const own = [this.#leaving, this.#pending]
    for (const mark of marks) for (const { counts } of own) if (counts.has(mark)) note(mark, counts.get(mark)!)
    try {
      const stored = await this.#db
        .selectFrom('sign_in_attempt')
        .select(['mark', 'count', 'until'])
        .where('mark', 'in', marks)
        .execute()
      for (const row of stored) if (!own.some(({ forgotten }) => forgotten.has(row.mark))) note(row.mark, row)
    } catch (error) {
      this.#failed(error)
    }
    return found
  }

  /**
   * Counts one for each mark, and forgets others.
   *
   * @param counted marks, and the seconds that a count lasts from its first one on
   * @returns when it is stored, or after a second where it cannot be
   */
  async count(
    counted: readonly (readonly [mark: string, seconds: number])[],
    forgotten: readonly string[] = []
  ): Promise<void> {
    for (const mark of forgotten) this.#pending.forget(mark)
    for (const [mark, seconds] of counted)
      this.#pending.add(mark, { count: 1, until: new Date(Date.now() + seconds * 1000).toISOString() })
    const late = Promise.withResolvers<void>()
    const timer = setTimeout(late.resolve, PATIENCE_MS).unref()
    await Promise.race([this.#write(), late.promise])
    clearTimeout(timer)
  }

  /** Takes some of what was counted under a mark back. */
  async takeBack(mark: string, count: number): Promise<void> {
    try {
      await this.#db
        .updateTable('sign_in_attempt')
        .set((eb) => ({ count: eb('count', '-', count) }))
        .where('mark', '=', mark)
        .where('count', '>=', count)
        .execute()
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Resolves when what there is to write now is written, or could not be. */
  async #write(): Promise<void> {
    // What is being written was taken before; all that came since goes together.
    await this.#writing
    if (!this.#pending.isEmpty)
      this.#writing ??= this.#store().finally(() => {
        this.#writing = undefined
      })
    await this.#writing
  }

  async #store(): Promise<void> {
    ;[this.#leaving, this.#pending] = [this.#pending, new Piece()]
    try {
      await this.#put(this.#leaving)
    } catch (error) {
      this.#failed(error)
      this.#keep(this.#leaving)
    } finally {
      this.#leaving = new Piece()
    }
  }

  async #put({ counts, forgotten }: Piece): Promise<void> {
    const time = now()
    await this.#db.transaction().execute(async (trx) => {
      if (forgotten.size)
        await trx
          .deleteFrom('sign_in_attempt')
          .where('mark', 'in', [...forgotten])
          .execute()
      if (Date.now() >= this.#swept + SWEEP_MS)
        await trx.deleteFrom('sign_in_attempt').where('until', '<=', time).execute()
      if (counts.size === 0) return
      await trx
        .insertInto('sign_in_attempt')
        .values([...counts].map(([mark, count]) => ({ mark, ...count })))
        .onConflict((conflict) =>
          conflict.column('mark').doUpdateSet((eb) => {
            const isOver = eb('sign_in_attempt.until', '<=', time)
            return {
              count: eb
                .case()
                .when(isOver)
                .then(eb.ref('excluded.count'))
                .else(eb('sign_in_attempt.count', '+', eb.ref('excluded.count')))
                .end(),
              until: eb.case().when(isOver).then(eb.ref('excluded.until')).else(eb.ref('sign_in_attempt.until')).end()
            }
          })
        )
        .execute()
    })
    if (Date.now() >= this.#swept + SWEEP_MS) this.#swept = Date.now()
  }

  /** What could not be stored goes with the next piece, unless it was forgotten meanwhile. */
  #keep({ counts, forgotten }: Piece): void {
    for (const [mark, count] of counts) if (!this.#pending.forgotten.has(mark)) this.#pending.add(mark, count)
    for (const mark of forgotten) this.#pending.forgotten.add(mark)
  }
}
