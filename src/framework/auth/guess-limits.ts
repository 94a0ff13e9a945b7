/** How a way to guess is counted. */
interface Kind {
  /** Ways with the same word share their counts, so that changing the way gains nothing. */
  counted: 'password' | 'code' | 'passkey'
  /** Which limit holds for one name from one address. */
  pair: 'login' | 'basic'
  /** Whether it is a page that signs in: failures of all names count together for one address. */
  isPage: boolean
}

/** The ways to guess. */
export const KINDS = {
  basic: { counted: 'password', pair: 'basic', isPage: false },
  login: { counted: 'password', pair: 'login', isPage: true },
  code: { counted: 'code', pair: 'login', isPage: true },
  passkey: { counted: 'passkey', pair: 'login', isPage: true }
} as const satisfies Record<string, Kind>

export type GuessKind = keyof typeof KINDS

/** How many failures are heard; what comes after them is not. */
export interface GuessLimits {
  /** A minute, under one name from one address, by kind. */
  pair: Record<Kind['pair'], number>
  /** A minute, by pages that sign in, from one address under any names (docs/behaviour/auth.md#guessing). */
  page: number
  /** A minute, from one address under any names. */
  address: number
  /** An hour, under one name from all addresses. */
  account: number
  /** An hour, codes of one user from all addresses. */
  codes: number
  /** How long failures under one name from one address count, and those of pages; in seconds, where it is no minute. */
  seconds?: { pair?: number; page?: number }
}

/** The limits where the configuration says nothing else. */
export const GUESS_LIMITS: GuessLimits = {
  pair: { login: 5, basic: 10 },
  page: 2,
  address: 100,
  account: 1000,
  codes: 60
}
