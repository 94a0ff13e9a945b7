import { isUtf8 } from 'node:buffer'
import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import basicAuth from '@fastify/basic-auth'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '#db/database.ts'
import { failureOf } from '#db/failures.ts'
import { unlimited } from '#db/limit.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { databaseCache } from '#db/database-cache.ts'
import { equalsInAnyCase } from '#db/text.ts'
import { ApiError, forbidden, unauthorized } from '#contract/errors.ts'
import { ifPossible } from '#contract/failures.ts'
import type { Caller, Verb } from '#contract/scopes.ts'
import { today } from '#framework/time.ts'
import { networkOf } from './address.ts'
import { cookiesOf, SESSION_COOKIE, type Cookies } from './cookies.ts'
import { csrfProblem, isOwn } from './csrf.ts'
import { TooManyAttempts, type Guard } from './guard.ts'
import { KINDS, type GuessKind } from './guess-limits.ts'
import { hashPassword, iterationsOf, verifyPassword } from './passwords.ts'
import { EVERYTHING, grantedBy, type Granted } from './rulesets.ts'
import { sessionOf, type BrowserSession } from './browser-session.ts'
import type { Enforcement } from './enforcement.ts'
import { tokenHash } from './tokens.ts'
import { USER_COLUMNS, type UserRow } from './users.ts'

type Log = Pick<FastifyBaseLogger, 'warn'>

/** How long a Basic login that succeeded is cached, so that not every request costs a password hash. */
const CACHE_MS = 5 * 60_000
const CACHE_SIZE = 1000

/** Longer names and passwords are nobody's; what a check of them would cost is not spent. */
const [LONGEST_NAME, LONGEST_PASSWORD] = [254, 4096]

/**
 * Finds out who a request comes from (docs/behaviour/auth.md). The first scheme that recognises the header decides;
 * wrong credentials are an error everywhere, unknown schemes count as none.
 */
export class Authenticator {
  readonly #db: Database
  /**
   * Keyed by a keyed hash of network, name and password; holds the stored hash that the password was checked against.
   */
  readonly #cached = new Map<string, { stored: string; until: number }>()
  readonly #secret = createSecretKey(randomBytes(32))
  /** What is being checked, by the same keys: who asks for the same at the same time gets the same answer. */
  readonly #checking = new Map<string, Promise<UserRow | undefined>>()
  readonly #guard: Guard
  /** Who a Basic header named, between the plugin that reads it and `identify`. */
  readonly #named = new WeakMap<FastifyRequest, Caller>()
  readonly #trusted: ReadonlySet<string>
  readonly #cookies: Cookies
  readonly #enforcement: Enforcement
  readonly #log: Log

  /**
   * @param trusted the origins that the configuration names: their pages may use the session of a browser, as those of
   *   this server may
   * @param guard limits guessing
   * @param cookies takes the session of a browser away that is over
   * @param enforcement says which sessions need a second factor first
   * @param log told of refused sign-ins
   */
  constructor({
    db,
    trusted,
    guard,
    cookies,
    enforcement,
    log
  }: {
    db: Database
    trusted: ReadonlySet<string>
    guard: Guard
    cookies: Cookies
    enforcement: Enforcement
    log: Log
  }) {
    this.#db = db
    this.#trusted = trusted
    this.#guard = guard
    this.#cookies = cookies
    this.#enforcement = enforcement
    this.#log = log
  }

  /** Registers what reads Basic headers. */
  async register(app: FastifyInstance): Promise<void> {
    await app.register(basicAuth, {
      strictCredentials: false,
      validate: async (username, password, request) => {
        this.#named.set(request, await this.#byPassword(username, password, request.ip))
      }
    })
  }

  /**
   * @returns the user; null without credentials
   * @throws 401 with the API's words for wrong or malformed credentials
   */
  async identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller | null> {
    const [scheme, ...credentials] = request.headers.authorization?.trim().split(/\s+/) ?? []
    switch (scheme?.toLowerCase()) {
      case 'token':
        return await this.#byToken(credentials)
      case 'basic':
        // A password beside a session is no way around the second factor that the session needs.
        await this.#enforcement.check(request, () => this.session(request))
        return await this.#byBasic(request, reply, credentials)
      default:
        return await this.#bySession(request, reply)
    }
  }

  /**
   * The session that the cookie of a request names, where it comes from a page of this server or of none.
   *
   * @returns null without a cookie; undefined for a session that is over
   */
  async ownSession(request: FastifyRequest): Promise<BrowserSession | null | undefined> {
    return isOwn(request, this.#trusted) ? await this.session(request) : null
  }

  /**
   * The session that the cookie of a request names, wherever it comes from.
   *
   * @returns null without a cookie; undefined for a session that is over
   */
  session(request: FastifyRequest): Promise<BrowserSession | null | undefined> {
    return sessionOf(this.#db, cookiesOf(request)[SESSION_COOKIE])
  }

  /**
   * The user of a name, if the password is theirs. For a sign-in with a browser they may be inactive, which has an
   * answer of its own; Basic tells no difference.
   *
   * @param address where the request comes from, for the limits on guessing; with Basic, a password that was right from
   *   there a short while ago is not limited
   * @returns undefined for a wrong name or password, after the same time
   * @throws 429 after too many wrong ones, 503 where too many are being checked
   */
  async userBy(kind: GuessKind, username: string, password: string, address: string): Promise<UserRow | undefined> {
    // Programs such as fail2ban read this line; docs/operating.md tells its form.
    const refused = (reason: string) =>
      this.#log.warn({ address, name: username.slice(0, LONGEST_NAME), kind, reason }, 'sign-in refused')
    try {
      const user = await this.#userBy(kind, username, password, address)
      if (!user) refused('wrong name or password')
      else if (!user.is_active) refused('the user is not active')
      return user
    } catch (error) {
      if (error instanceof TooManyAttempts) refused('too many attempts')
      throw error
    }
  }

  async #userBy(kind: GuessKind, username: string, password: string, address: string): Promise<UserRow | undefined> {
    if (username.length > LONGEST_NAME || password.length > LONGEST_PASSWORD) return undefined
    const counts = (row: UserRow | undefined) => (kind === 'login' || row?.is_active ? row : undefined)
    // Whoever guesses elsewhere learns nothing from it that the owner signed in a moment ago.
    const key = createHmac('sha256', this.#secret)
      .update(`${networkOf(address)}\0${username}\0${password}`)
      .digest('base64')
    const known = KINDS[kind].isPage ? undefined : counts(await this.#recall(key, username))
    if (known) return known
    const checking = `${kind} ${key}`
    let check = this.#checking.get(checking)
    if (!check) {
      const prove = async () => counts(await this.#proven(key, username, password))
      // It goes on when its sender goes: others may have joined, and an attempt that was made counts.
      check = unlimited(() => this.#guard.attempt(kind, { account: username, address }, prove)).finally(() =>
        this.#checking.delete(checking)
      )
      this.#checking.set(checking, check)
    }
    return await check
  }

  /**
   * Whether a password is that of a user who is signed in; counted as `userBy` counts.
   *
   * @throws as `userBy`
   */
  async hasPassword(user: UserRow, password: string, address: string): Promise<boolean> {
    return (await this.userBy('login', user.username, password, address))?.id === user.id
  }

  /**
   * A user by their primary key, for work that goes on for them; undefined where there is none, or they are inactive.
   *
   * @param rights what they may do now, as `part.view`, in place of what they may otherwise
   */
  async userWith(id: number, rights?: ReadonlySet<string>): Promise<Caller | undefined> {
    const row = await this.#db.selectFrom('user').select(USER_COLUMNS).where('id', '=', id).executeTakeFirst()
    if (!row?.is_active) return undefined
    const caller = await this.#caller(row, {})
    if (!rights) return caller
    const may = (verb: Verb, ruleset: string) => rights.has(`${ruleset}.${verb}`)
    return { ...caller, is_staff: false, is_superuser: false, may }
  }

  /** Why a request that signs in or out cannot be trusted; undefined where it can. */
  csrfProblem(request: FastifyRequest): string | undefined {
    return csrfProblem(request, this.#trusted)
  }

  async #bySession(request: FastifyRequest, reply: FastifyReply): Promise<Caller | null> {
    const session = await this.session(request)
    if (session === undefined) this.#cookies.session(reply, null)
    if (!session?.user) return null
    await this.#enforcement.check(request, async () => session)
    const problem = this.csrfProblem(request)
    if (problem) throw forbidden(`CSRF Failed: ${problem}`)
    // With credentials allowed for every origin, a page elsewhere could otherwise read what this person may.
    if (!isOwn(request, this.#trusted)) return null
    return await this.#caller(session.user, { sessionId: session.id })
  }

  async #byToken(credentials: string[]): Promise<Caller> {
    if (credentials.length === 0) throw unauthorized('Invalid token header. No credentials provided.')
    if (credentials.length > 1) throw unauthorized('Invalid token header. Token string should not contain spaces.')
    const row = await holderOf(this.#db, tokenHash(credentials[0]!))
    if (!row) throw unauthorized('Invalid token.')
    if (!row.is_active) throw unauthorized('User inactive or deleted.')
    if (row.revoked) throw unauthorized('Token has been revoked')
    const date = today()
    if (row.expiry < date) throw unauthorized('Token has expired')
    if (row.last_seen !== date)
      await ifPossible(() =>
        this.#db.updateTable('api_token').set({ last_seen: date }).where('id', '=', row.token_id).execute()
      )
    return await this.#caller(row, { tokenId: row.token_id })
  }

  async #byBasic(request: FastifyRequest, reply: FastifyReply, credentials: string[]): Promise<Caller> {
    if (credentials.length === 0) throw unauthorized('Invalid basic header. No credentials provided.')
    if (credentials.length > 1)
      throw unauthorized('Invalid basic header. Credentials string should not contain spaces.')
    const bytes = Buffer.from(credentials[0]!, 'base64')
    // Old clients send Latin-1; the plugin reads UTF-8 alone.
    if (!isUtf8(bytes))
      request.headers.authorization = `Basic ${Buffer.from(bytes.toString('latin1')).toString('base64')}`
    await new Promise<void>((resolve, reject) => {
      const read = request.server.basicAuth as unknown as (
        request: FastifyRequest,
        reply: FastifyReply,
        done: (error?: unknown) => void
      ) => void
      read(request, reply, (error) => (error === undefined ? resolve() : reject(error)))
    }).catch((error) => {
      throw error instanceof ApiError || failureOf(error)
        ? error
        : unauthorized('Invalid basic header. Credentials not correctly base64 encoded.')
    })
    return this.#named.get(request)!
  }

  async #byPassword(username: string, password: string, address: string): Promise<Caller> {
    const row = await this.userBy('basic', username, password, address)
    if (!row) throw unauthorized('Invalid username/password.')
    return await this.#caller(row, {})
  }

  /** The user whose password was checked a short while ago, and is still that one. */
  async #recall(key: string, username: string): Promise<UserRow | undefined> {
    const cached = this.#cached.get(key)
    if (!cached || cached.until <= Date.now()) return undefined
    const row = await findByName(this.#db, username)
    return row?.password === cached.stored ? row : undefined
  }

  /**
   * The user of a name, with the stored form of the password, which may be new; undefined where the password is not
   * theirs.
   */
  async #proven(key: string, username: string, password: string): Promise<UserRow | undefined> {
    const row = await findByName(this.#db, username)
    const { ok, outdated } = await verifyPassword(password, row?.password ?? null, await mostIterations(this.#db))
    if (!ok || !row) {
      this.#cached.delete(key)
      return undefined
    }
    const stored = outdated ? await this.#renewed(row, password) : row.password
    if (this.#cached.size >= CACHE_SIZE) this.#cached.clear()
    this.#cached.set(key, { stored, until: Date.now() + CACHE_MS })
    return { ...row, password: stored }
  }

  /** Stores a password in the form of today; gives the form that is stored from now on. */
  async #renewed(row: Readonly<UserRow>, password: string): Promise<string> {
    let stored = row.password
    await ifPossible(async () => {
      const renewed = await hashPassword(password)
      // Hashing takes a while: a password that was set meanwhile stays.
      await this.#db
        .updateTable('user')
        .set({ password: renewed })
        .where('id', '=', row.id)
        .where('password', '=', row.password)
        .execute()
      stored = renewed
    })
    return stored
  }

  async #caller(
    row: UserRow,
    { tokenId = null, sessionId = null }: { tokenId?: number | null; sessionId?: number | null }
  ): Promise<Caller> {
    const date = today()
    if (row.last_seen !== date)
      await ifPossible(() => this.#db.updateTable('user').set({ last_seen: date }).where('id', '=', row.id).execute())
    const granted = await grantedTo(this.#db, row.id, row.is_superuser === 1)
    return {
      id: row.id,
      username: row.username,
      first_name: row.first_name,
      last_name: row.last_name,
      email: row.email,
      is_staff: row.is_staff === 1,
      is_superuser: row.is_superuser === 1,
      tokenId,
      sessionId,
      may: (verb: Verb, ruleset: string) => granted.get(ruleset)?.has(verb) ?? false
    }
  }
}

const findByToken = prepared((db, { value }: Slots<{ hash: string }>) =>
  db
    .selectFrom('api_token')
    .innerJoin('user', 'user.id', 'api_token.user_id')
    .select([
      ...USER_COLUMNS,
      'api_token.id as token_id',
      'api_token.revoked',
      'api_token.expiry',
      'api_token.last_seen'
    ])
    .where('api_token.hash', '=', value('hash'))
)

const tokens = databaseCache<Readonly<Awaited<ReturnType<typeof findByToken>>[number]> | undefined>()

/** The token of a hash, and its user. */
const holderOf = (db: Database, hash: string) => tokens(db, hash, async () => (await findByToken(db, { hash }))[0])

/** The user of a login name; letter case counts only where two names differ in nothing else. */
const findByName = (db: Database, username: string): Promise<Readonly<UserRow> | undefined> =>
  users(db, username, async () => {
    const rows = await db.selectFrom('user').select(USER_COLUMNS).where(equalsInAnyCase('username', username)).execute()
    return rows.find((row) => row.username === username) ?? rows[0]
  })

const users = databaseCache<Readonly<UserRow> | undefined>()

/**
 * The most iterations that a check of any account's password takes: accounts that an import brought have costly ones
 * until they sign in.
 */
const mostIterations = (db: Database): Promise<number> =>
  iterations(db, 'most', async () => {
    const imported = await db.selectFrom('user').select('password').where('password', 'like', 'pbkdf2%').execute()
    return imported.reduce((most, { password }) => Math.max(most, iterationsOf(password)), 0)
  })

const iterations = databaseCache<number>()

/**
 * What a user may do: the union of the rulesets of all their groups; a superuser everything.
 */
export async function grantedTo(db: Database, userId: number, superuser: boolean): Promise<Granted> {
  if (superuser) return EVERYTHING
  return await grants(db, userId, async () => grantedBy(await findRulesets(db, { user: userId })))
}

const grants = databaseCache<Granted>()

const findRulesets = prepared((db, { value }: Slots<{ user: number }>) =>
  db
    .selectFrom('ruleset')
    .innerJoin('user_group', 'user_group.group_id', 'ruleset.group_id')
    .select(['ruleset.name', 'can_view', 'can_add', 'can_change', 'can_delete'])
    .where('user_group.user_id', '=', value('user'))
)
