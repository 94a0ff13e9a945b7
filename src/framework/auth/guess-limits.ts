/** The ways to guess; those with the same `counted` share their counts, so that changing the way gains nothing. */
export const KINDS = {
  basic: { counted: 'password' },
  login: { counted: 'password' }
} as const

export type GuessKind = keyof typeof KINDS

/** How many failures are heard; what comes after them is not. */
export interface GuessLimits {
  /** A minute, under one name from one address, by kind. */
  pair: Record<GuessKind, number>
  /** A minute, from one address under any names. */
  address: number
  /** An hour, under one name from all addresses. */
  account: number
}

/** The limits where the configuration says nothing else. */
export const GUESS_LIMITS: GuessLimits = { pair: { login: 5, basic: 10 }, address: 100, account: 1000 }
