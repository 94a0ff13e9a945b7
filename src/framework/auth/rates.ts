import type { Database } from '#db/database.ts'
import { ApiError } from '#contract/errors.ts'
import type { Vault } from './tokens.ts'

/** How often something may be asked for. */
export interface Rate {
  most: number
  seconds: number
}

/**
 * Counts requests of a kind, in the database, so that every process and server that shares it counts the same. The
 * count of a kind begins with the first request, and anew when its seconds are over.
 */
export class RequestRates {
  readonly #db: Database
  readonly #vault: Vault

  constructor(db: Database, vault: Vault) {
    this.#db = db
    this.#vault = vault
  }

  /**
   * Counts a request.
   *
   * @param kind what is asked for
   * @param who the user, address or text that it is counted under; nobody can read it out of the database
   * @throws 429 where it is one too many
   */
  async count(kind: string, who: string | number, { most, seconds }: Rate): Promise<void> {
    const counted = await this.#counted(this.#vault.mark('rate', kind, String(who)), seconds)
    if (counted > most) throw new ApiError(429, { status: 429 }, { headers: { 'retry-after': String(seconds) } })
  }

  /** How often it was asked for now, this time among them. */
  async #counted(mark: string, seconds: number): Promise<number> {
    const time = new Date()
    const until = new Date(time.getTime() + seconds * 1000).toISOString()
    const { count } = await this.#db
      .insertInto('sign_in_attempt')
      .values({ mark, count: 1, until })
      .onConflict((conflict) =>
        conflict.column('mark').doUpdateSet((eb) => {
          const isOver = eb('sign_in_attempt.until', '<=', time.toISOString())
          return {
            count: eb
              .case()
              .when(isOver)
              .then(1)
              .else(eb('sign_in_attempt.count', '+', 1))
              .end(),
            until: eb.case().when(isOver).then(until).else(eb.ref('sign_in_attempt.until')).end()
          }
        })
      )
      .returning('count')
      .executeTakeFirstOrThrow()
    return count
  }
}
