import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#db/database.ts'
import { fold } from '#db/text.ts'
import { ApiError } from '#contract/errors.ts'
import { networkOf } from './address.ts'
import { AttemptCounts } from './attempts.ts'
import { KINDS, type GuessLimits, type GuessKind } from './guess-limits.ts'
import { hashing } from './hashing.ts'
import type { Vault } from './tokens.ts'

/** Seconds. */
const [MINUTE, HOUR, MONTH] = [60, 3600, 30 * 24 * 3600] as const

/** Whose secret is tried, and from where. */
export interface Attempted {
  /** The name as it was given. */
  account: string
  /** The address of the client, as Fastify tells it. */
  address: string
}

/** 429, with the time after which another attempt is heard. */
export class TooManyAttempts extends ApiError {
  /** @param seconds until another attempt is heard */
  constructor(seconds: number) {
    const wait = Math.max(1, Math.ceil(seconds))
    super(
      429,
      { detail: `Too many wrong attempts to sign in. Try again in ${wait} second${wait === 1 ? '' : 's'}.` },
      { headers: { 'retry-after': String(wait) } }
    )
  }
}

/** The marks that an attempt is counted under. */
interface Marks {
  pair: string
  address: string
  account: string
  known: string
  /** Failures in pages from one address, and those of one name among them. */
  page: string
  pagePair: string
}

/** How often a mark may be counted before attempts are refused. */
interface Limit {
  mark: string
  most: number
  seconds: number
  /** Whether it holds for those too who were let in from this address before. */
  forAll?: true
}

/** How many refusals are cached. */
const REFUSALS_AT_MOST = 10_000

/**
 * Limits guessing, whatever is guessed. Failures are counted under the name and the address together, under the
 * address, and under the name. Who was let in under a name from an address before is held up there by the first of
 * these alone: nobody who guesses elsewhere, or next to them, can keep them out. Whatever proves somebody without a
 * guess, such as a token or a session, does not pass here.
 */
export class Guard {
  readonly #vault: Vault
  readonly #limits: GuessLimits
  readonly #seconds: { pair: number; page: number }
  readonly #counts: AttemptCounts
  /** Attempts that are being made, by mark: they count as long as it is not known how they end. */
  readonly #underWay = new Map<string, number>()
  /**
   * Failures under a name from an address that were too many, so that a refusal costs no query; `until` in milliseconds
   * since 1970.
   */
  readonly #refused = new Map<string, { count: number; until: number }>()

  constructor({
    db,
    vault,
    limits,
    log
  }: { db: Database; vault: Vault; limits: GuessLimits; log: Pick<FastifyBaseLogger, 'warn'> }) {
    this.#vault = vault
    this.#limits = limits
    this.#seconds = { pair: MINUTE, page: MINUTE, ...limits.seconds }
    let reportedAt = 0
    this.#counts = new AttemptCounts(db, (err) => {
      if (Date.now() < reportedAt + MINUTE * 1000) return
      reportedAt = Date.now()
      log.warn({ err }, 'attempts to sign in are counted in memory alone: the database does not take them')
    })
  }

  /**
   * Makes an attempt, when its turn comes, if it is one that is heard.
   *
   * @param prove gives what the attempt proves; undefined where it was wrong
   * @returns what `prove` gave
   * @throws TooManyAttempts where it is not heard; 503 where too many wait
   */
  async attempt<Proof>(
    kind: GuessKind,
    attempted: Attempted,
    prove: () => Promise<Proof | undefined>
  ): Promise<Proof | undefined> {
    const network = networkOf(attempted.address)
    const marks = this.#marks(kind, fold(attempted.account), network)
    const limits = this.#limitsOf(kind, marks)
    await this.#admit(marks, limits, []) // refused before it takes a place in the queue
    let settled: Promise<void> | undefined
    const proof = await hashing.run(async () => {
      const done = this.#begin(limits)
      try {
        await this.#admit(marks, limits, done.ahead)
        const found = await prove()
        settled = found === undefined ? this.#failed(kind, marks, limits) : this.#succeeded(kind, marks)
        return found
      } finally {
        done.end()
      }
    }, network)
    // The next in the queue does not wait for the database; who failed does, so that every process knows of it before
    // they do.
    await settled
    return proof
  }

  #marks(kind: GuessKind, account: string, network: string): Marks {
    const { counted } = KINDS[kind]
    const mark = (...about: string[]) => this.#vault.mark(counted, ...about)
    return {
      pair: mark('pair', account, network),
      address: this.#vault.mark('address', network),
      account: mark('account', account),
      known: mark('known', account, network),
      page: this.#vault.mark('page', network),
      pagePair: this.#vault.mark('page', account, network)
    }
  }

  #limitsOf(kind: GuessKind, { pair, address, account, page }: Marks): Limit[] {
    const { isPage, counted, pair: limit } = KINDS[kind]
    const perAccount: Record<typeof counted, Limit[]> = {
      password: [{ mark: account, most: this.#limits.account, seconds: HOUR }],
      // Who guesses codes knows the password: no stranger keeps the owner out by this.
      code: [{ mark: account, most: this.#limits.codes, seconds: HOUR, forAll: true }],
      // Nobody guesses what a key signs, and anybody may name whose it is.
      passkey: []
    }
    const { pair: pairSeconds, page: pageSeconds } = this.#seconds
    return [
      { mark: pair, most: this.#limits.pair[limit], seconds: pairSeconds, forAll: true },
      ...(isPage ? [{ mark: page, most: this.#limits.page, seconds: pageSeconds, forAll: true as const }] : []),
      { mark: address, most: this.#limits.address, seconds: MINUTE },
      ...perAccount[counted]
    ]
  }

  /**
   * Counts an attempt before it is made, so that many at once are no way around. Tells how many were under way before
   * it, limit by limit.
   */
  #begin(limits: readonly Limit[]): { ahead: number[]; end: () => void } {
    const ahead = limits.map(({ mark }) => this.#underWay.get(mark) ?? 0)
    limits.forEach(({ mark }, i) => this.#underWay.set(mark, ahead[i]! + 1))
    return {
      ahead,
      end: () => {
        for (const { mark } of limits) {
          const left = this.#underWay.get(mark)! - 1
          if (left > 0) this.#underWay.set(mark, left)
          else this.#underWay.delete(mark)
        }
      }
    }
  }

  /**
   * Refuses an attempt that is over a limit.
   *
   * @param ahead how many attempts are under way that may count, limit by limit
   */
  async #admit(marks: Marks, limits: readonly Limit[], ahead: readonly number[]): Promise<void> {
    const [pair] = limits as [Limit]
    const refused = this.#refused.get(pair.mark)
    if (refused && refused.count >= pair.most && refused.until > Date.now())
      throw new TooManyAttempts((refused.until - Date.now()) / 1000)
    const counts = await this.#counts.read([...limits.map(({ mark }) => mark), marks.known])
    const isKnown = counts.has(marks.known)
    const standing = limits
      .map(({ mark, most, forAll }, i) => ({
        heeded: forAll || !isKnown,
        mark,
        most,
        ahead: ahead[i] ?? 0,
        count: 0,
        until: '',
        ...counts.get(mark)
      }))
      .filter(({ heeded }) => heeded)
    if (standing.every((one) => one.count + one.ahead < one.most)) return
    const over = standing.filter(({ count, most }) => count >= most)
    if (over[0]?.mark === pair.mark) this.#remember(pair.mark, over[0])
    // Where only those under way make it too many, that changes in a moment: one of them may be right.
    const until = Math.max(0, ...over.map((one) => Date.parse(one.until)))
    throw new TooManyAttempts((until - Date.now()) / 1000)
  }

  #remember(mark: string, { count, until }: { count: number; until: string }): void {
    if (this.#refused.size >= REFUSALS_AT_MOST) this.#refused.clear()
    this.#refused.set(mark, { count, until: Date.parse(until) })
  }

  async #failed(kind: GuessKind, { pagePair }: Marks, limits: readonly Limit[]): Promise<void> {
    const counted = limits.map(({ mark, seconds }) => [mark, seconds] as const)
    await this.#counts.count(KINDS[kind].isPage ? [...counted, [pagePair, this.#seconds.page]] : counted)
  }

  /**
   * Forgets the failures of who was let in, and remembers for a month that they were; where neither is news, nothing is
   * written. A code, which comes after the password, and a passkey take back what their user got wrong in pages at this
   * address.
   */
  async #succeeded(kind: GuessKind, { pair, known, page, pagePair }: Marks): Promise<void> {
    this.#refused.delete(pair)
    const marks = KINDS[kind].counted === 'password' ? [pair, known] : [pair, known, pagePair]
    const counts = await this.#counts.read(marks)
    const fresh = counts.has(known) ? [] : [[known, MONTH] as const]
    const forgotten = marks.filter((mark) => mark !== known && counts.has(mark))
    if (fresh.length || forgotten.length) await this.#counts.count(fresh, forgotten)
    const own = counts.get(pagePair)?.count ?? 0
    if (own > 0) await this.#counts.takeBack(page, own)
  }
}
