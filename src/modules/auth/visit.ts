import { ApiError } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Authenticator } from '#auth/authenticate.ts'
import type { BrowserSession } from '#auth/browser-session.ts'
import type { Cookies } from '#auth/cookies.ts'
import type { Guard } from '#auth/guard.ts'
import type { RequestRates } from '#auth/rates.ts'
import { changeSession, endSession, startSession, type Client, type Proof } from '#auth/sessions.ts'
import type { FactorKind } from '#auth/factor-kinds.ts'
import type { AccountEvent, Flow, SessionState, SignInPart, Stage } from '#auth/sign-in.ts'
import type { Vault } from '#auth/tokens.ts'
import type { UserRow } from '#auth/users.ts'
import type { components } from '#generated/types.d.ts'
import type { CountedRate } from './rates.ts'
import { conflict } from './refusals.ts'

type SignedIn = components['schemas']['SignedIn']

/** What a server gives the sign-in area. */
export interface Area {
  authenticator: Authenticator
  cookies: Cookies
  guard: Guard
  rates: RequestRates
  vault: Vault
  /** The kinds of second factors that are served. */
  kinds: ReadonlySet<FactorKind>
  parts: readonly SignInPart[]
  /** In the order of their turns. */
  stages: readonly Stage[]
}

/** How long a proof counts for what shows or changes second factors, in seconds. */
const RECENT = 300

/** Who sends a request, as a session remembers it. */
const clientOf = ({ ip, headers }: RequestContext['request']): Client => ({
  ip,
  userAgent: headers['user-agent'] ?? ''
})

/** A proof that is given now. */
export const proofNow = (proof: Omit<Proof, 'at'>): Proof => {
  const { method, ...rest } = proof
  return { method, at: Date.now() / 1000, ...rest }
}

/** One request to the sign-in area, with the session that its cookie names. */
export class Visit {
  readonly area: Area
  readonly context: RequestContext
  #session: BrowserSession | null
  #state: SessionState

  private constructor(area: Area, context: RequestContext, session: BrowserSession | null) {
    this.area = area
    this.context = context
    this.#session = session
    const opened = session?.state ? area.vault.open(session.state) : undefined
    this.#state = opened === undefined ? {} : (JSON.parse(opened) as SessionState)
  }

  /** A visit with the session of the request; one that is over is taken from the browser. */
  static async of(area: Area, context: RequestContext): Promise<Visit> {
    const session = await area.authenticator.ownSession(context.request)
    if (session === undefined) area.cookies.session(context.reply, null)
    return new Visit(area, context, session ?? null)
  }

  /** Who is signed in; null where nobody is. */
  get visitor(): UserRow | null {
    return this.#session?.user ?? null
  }

  /** Who is signed in, where an operation asks for somebody. */
  get user(): UserRow {
    if (!this.visitor) throw new Error('an operation that needs a user was reached without one')
    return this.visitor
  }

  /** The session, where somebody is signed in with it. */
  get sessionId(): number {
    return this.#session!.id
  }

  get proofs(): readonly Proof[] {
    return this.#session?.proofs ?? []
  }

  get state(): Readonly<SessionState> {
    return this.#state
  }

  /** The first address of a user, in small letters; undefined where there is none. */
  async addressOf(user: UserRow): Promise<string | undefined> {
    for (const part of this.area.parts) {
      const address = await part.addressOf?.(this.context.db, user)
      if (address !== undefined) return address
    }
    return user.email.toLowerCase() || undefined
  }

  /** Tells a user of something that happened to their account. */
  async tell(event: AccountEvent, user = this.user): Promise<void> {
    for (const part of this.area.parts) await part.tell?.(this.context, user, event)
  }

  /** Counts a request; `text` is what those that are counted by a text are told apart by. */
  async count(kind: string, rate: CountedRate, text = ''): Promise<void> {
    const who = { address: this.context.request.ip, user: this.visitor?.id ?? 0, text }[rate.by]
    await this.area.rates.count(kind, who, rate)
  }

  /** Keeps something for the next request of this browser; where another request did so meanwhile, 409. */
  async keep(change: SessionState): Promise<void> {
    const { db } = this.context
    const state = { ...this.#state, ...change }
    const sealed = this.area.vault.seal(JSON.stringify(state))
    if (!this.#session) await this.#startNameless(sealed)
    else if (await changeSession(db, this.#session.id, { state: sealed }, this.#session.state))
      this.#session = { ...this.#session, state: sealed }
    else throw conflict()
    this.#state = state
  }

  async #startNameless(state: string): Promise<void> {
    const { db, request, reply } = this.context
    const { id, key } = await db
      .transaction()
      .execute((trx) => startSession(trx, { user: null, state, client: clientOf(request) }))
    this.area.cookies.session(reply, key)
    this.#session = { id, user: null, proofs: [], state }
  }

  /** Adds a proof to those of whoever is signed in. */
  async prove(proof: Proof): Promise<SignedIn> {
    const proofs = [...this.proofs, proof]
    const session = this.#session!
    if (!(await changeSession(this.context.db, session.id, { proofs }, session.state))) throw conflict()
    this.#session = { ...session, proofs }
    return await this.signedIn()
  }

  /** Ends the session, and takes it from the browser. */
  async end(): Promise<void> {
    if (this.#session) await endSession(this.context.db, this.#session.id)
    this.forget()
  }

  /** Takes a session that was ended from the browser. */
  forget(): void {
    this.area.cookies.session(this.context.reply, null)
    this.#session = null
    this.#state = {}
  }

  /** Signs somebody in: a new session, with a key of its own, in place of what there was. */
  async enter(user: UserRow, proofs: readonly Proof[]): Promise<SignedIn> {
    const { db, request, reply } = this.context
    const { id, key } = await db.transaction().execute(async (trx) => {
      if (this.#session) await endSession(trx, this.#session.id)
      return await startSession(trx, { user, proofs, client: clientOf(request) })
    })
    this.area.cookies.session(reply, key)
    this.area.cookies.csrf(reply)
    this.#session = { id, user, proofs, state: null }
    this.#state = {}
    return await this.signedIn()
  }

  /** A session of nobody, with a key of its own, in place of what there was. */
  async restart(state: SessionState): Promise<void> {
    if (this.#session) await endSession(this.context.db, this.#session.id)
    this.#session = null
    this.#state = {}
    await this.keep(state)
    this.area.cookies.csrf(this.context.reply)
  }

  /** Who is signed in, as the API tells it. */
  async userJSON(user: UserRow): Promise<SignedIn['data']['user']> {
    const { id, username, password } = user
    const email = await this.addressOf(user)
    const has_usable_password = hasUsablePassword(password)
    return { id, display: username, ...(email !== undefined && { email }), has_usable_password, username }
  }

  /** The answer where somebody is signed in. */
  async signedIn(): Promise<SignedIn> {
    const data = { user: await this.userJSON(this.user), methods: [...this.proofs] }
    return { status: 200, data, meta: { is_authenticated: true } }
  }

  /**
   * 401 with the ways to sign in, and the step that is pending.
   *
   * @param known null where a step was asked for that nobody has begun
   */
  signedOut(pending: Flow | undefined, known: false | null = false): ApiError {
    const ways = this.area.parts.flatMap((part) => part.flows?.(this.context) ?? [])
    const step = pending && { ...pending, is_pending: true }
    const byPasskey: Flow[] = this.area.kinds.has('webauthn') ? [{ id: 'mfa_login_webauthn' }] : []
    const flows: Flow[] = [{ id: 'login' }, ...ways, ...byPasskey, ...(step ? [step] : [])]
    return new ApiError(401, { status: 401, data: { flows }, meta: { is_authenticated: known } })
  }

  /** 401 for somebody who is signed in, and has to prove anew that it is them; undefined where they did lately. */
  async stale(kinds: () => Promise<NonNullable<Flow['types']>>): Promise<ApiError | undefined> {
    const last = this.proofs.at(-1)
    if (last && last.at > Date.now() / 1000 - RECENT) return undefined
    const types = await kinds()
    const byPassword = hasUsablePassword(this.user.password)
    const flows: Flow[] = [
      ...(byPassword ? [{ id: 'reauthenticate' as const }] : []),
      ...(types.length ? [{ id: 'mfa_reauthenticate' as const, types }] : [])
    ]
    if (flows.length === 0) return undefined
    const { data } = await this.signedIn()
    return new ApiError(401, { status: 401, data: { ...data, flows }, meta: { is_authenticated: true } })
  }
}

/** Whether an account may have a password; one that belongs to another provider is stored with a mark in its place. */
export const hasUsablePassword = (stored: string): boolean => !stored.startsWith('!')
