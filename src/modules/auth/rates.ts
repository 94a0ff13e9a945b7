import type { Rate } from '#auth/rates.ts'

/** What a request is counted under: the address that it comes from, the user who is signed in, or a text of its own. */
export interface CountedRate extends Rate {
  by: 'address' | 'user' | 'text'
}

/**
 * How often what may be asked for (docs/behaviour/auth.md#limits). Requests that only look are free, but for those that
 * leave something behind.
 */
export const RATES = {
  login: { by: 'address', most: 30, seconds: 60 },
  /** Sessions of nobody, which a sign-in with a passkey begins with. */
  begin: { by: 'address', most: 300, seconds: 60 },
  change_password: { by: 'user', most: 5, seconds: 60 },
  reauthenticate: { by: 'user', most: 10, seconds: 60 },
  /** What only mail makes possible, see docs/behaviour/account.md#limits. */
  manage_email: { by: 'user', most: 10, seconds: 60 },
  signup: { by: 'address', most: 20, seconds: 60 },
  request_password: { by: 'address', most: 20, seconds: 60 },
  reset_password: { by: 'address', most: 20, seconds: 60 }
} as const satisfies Record<string, CountedRate>
