import type { components } from '#generated/types.d.ts'
import type { Database } from '#db/database.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Proof } from './sessions.ts'
import type { UserRow } from './users.ts'

/** A way to sign in, or a step of it, as the API tells it (docs/behaviour/auth.md#flows). */
export type Flow = components['schemas']['SignInFlow']

/** A sign-in that was begun: what its session keeps, sealed, until it is over or given up. */
export interface BegunSignIn {
  userId: number
  /** Of the password as it was; another one ends it. */
  passwordMark: string
  proofs: readonly Proof[]
  /** The stages that were passed, by their `id`. */
  passed: readonly Flow['id'][]
  /** When it was begun; milliseconds since 1970. */
  at: number
}

/** What a session keeps from one request to the next, sealed; other modules add what they keep. */
export interface SessionState {
  /** A sign-in that was begun. */
  begun?: BegunSignIn
  /** The secret that was last given to be put into an app with codes. */
  totpSecret?: string
  /** The challenge that was last given to be signed by a key, and whether the key has to know its owner. */
  challenge?: { text: string; verifiesUser: boolean }
}

/** A step between the first proof and being signed in. Every sign-in, whatever it began with, passes all that are due. */
export interface Stage {
  /** What `flows` calls it. */
  id: Flow['id']
  /** Smaller ones come first: 10 an address that has to be proved, 20 a second factor, 30 whether to be asked again. */
  turn: number
  /**
   * The step as `flows` tells it, without `is_pending`, where this sign-in has to pass it; undefined where it has not.
   * Asked only while it was not passed.
   */
  due(begun: BegunSignIn, user: UserRow, context: RequestContext): Promise<Flow | undefined>
}

/** What happened to an account that its user is told of. */
export type AccountEvent =
  | 'password_changed'
  | 'password_set'
  | 'password_reset'
  | 'totp_activated'
  | 'totp_deactivated'
  | 'recovery_codes_generated'
  | 'webauthn_added'
  | 'webauthn_removed'

/** What a module adds to signing in; see `signIn` of `Module`. */
export interface SignInPart {
  /** The ways in that whoever is signed out is told of, between `login` and `mfa_login_webauthn`. */
  flows?(context: RequestContext): readonly Flow[]
  stages?: readonly Stage[]
  /** What is pending before anybody is known, by what the session keeps; undefined where nothing is. */
  pending?(state: SessionState): Flow | undefined
  /** What it says in the configuration (`GET config`). */
  configuration?(context: RequestContext): {
    is_open_for_signup?: boolean
    providers?: components['schemas']['SignInProvider'][]
  }
  /** The address that a user calls their first, in small letters; undefined where the module knows none. */
  addressOf?(db: Database, user: UserRow): Promise<string | undefined>
  /** Why a user may not set up a second factor yet, in the form of an error; undefined where nothing speaks against it. */
  againstFactors?(db: Database, user: UserRow): Promise<{ code: string; message: string } | undefined>
  /** Tells a user of something that happened to their account; called after it was stored. */
  tell?(context: RequestContext, user: UserRow, event: AccountEvent): Promise<void>
}
