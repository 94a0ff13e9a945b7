// What the operations on accounts share: the mail that they send, and the keys in it.
import type { RequestContext, SettingReader } from '#contract/scopes.ts'
import type { Vault } from '#auth/tokens.ts'
import { USER_COLUMNS, type UserRow } from '#auth/users.ts'
import type { RequestRates } from '#auth/rates.ts'
import { ApiError } from '#contract/errors.ts'
import { passwordMark } from '#auth/sessions.ts'
import type { Database } from '#db/database.ts'
import type { Letter } from '#framework/mail/letter.ts'
import type { GivenMaterials } from '#framework/module.ts'
import type { Mailer } from '#framework/mail/mailer.ts'
import { shownTime, now } from '#framework/time.ts'
import { addressesOf, primaryAddress, unverifiedAddress, type AddressRow } from './addresses.ts'
import { kindOfKey } from './keys.ts'
import { confirmLetter, noticeLetter, welcomeLetter, type NoticeEvent } from './letters.ts'

/** How long the key for a new password is good, and that of a link to sign in; in seconds. */
const [RESET_SECONDS, LINK_SECONDS] = [3 * 86_400, 300]
/** How long to wait between two mails that ask to confirm the same address, in seconds. */
const CONFIRM_PAUSE = 180

/** What accounts need of a server. */
export interface AccountParts {
  mailer: Mailer
  rates: RequestRates
  vault: Vault
  /** For how many days the key that confirms an address is good. */
  confirmDays: number
  /** The address under which people reach the server, where the configuration fixes it. */
  siteURL: string | null
}

const loadActive = async (db: Database, id: number): Promise<UserRow | undefined> =>
  await db.selectFrom('user').select(USER_COLUMNS).where('id', '=', id).where('is_active', '=', 1).executeTakeFirst()

const lastLogin = async (db: Database, id: number): Promise<string> =>
  (await db.selectFrom('user').select('last_login').where('id', '=', id).executeTakeFirst())?.last_login ?? ''

/** The keys that mail about accounts brings (docs/behaviour/account.md#keys). */
const keysOf = ({ vault, confirmDays }: Pick<AccountParts, 'vault' | 'confirmDays'>) => ({
  confirm: kindOfKey(vault, {
    purpose: 'confirm address',
    seconds: confirmDays * 86_400,
    load: unverifiedAddress,
    stands: (_db, { user_id, email }) => [String(user_id), email]
  }),
  reset: kindOfKey(vault, {
    purpose: 'reset password',
    seconds: RESET_SECONDS,
    load: loadActive,
    stands: async (db, { id, password, email }) => [
      passwordMark(password),
      await lastLogin(db, id),
      email,
      ...(await addressesOf(db, id)).map((address) => address.email)
    ]
  }),
  signIn: kindOfKey(vault, {
    purpose: 'sign in by link',
    seconds: LINK_SECONDS,
    load: loadActive,
    stands: (_db, { password }) => [passwordMark(password)]
  })
})

/** What tells where a request was sent to, and by whom. */
type Origin = Pick<RequestContext, 'settings' | 'baseURL' | 'request' | 'caller'>

/** The names that a machine has for itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a request names this machine by what nobody else answers to: itself, or the address that it arrived at. */
function isOwnHost({ site, socket }: RequestContext['request']): boolean {
  const name = site.host.replace(/:\d+$/, '')
  const own = (socket.localAddress ?? '').replace(/^::ffff:(?=[\d.]+$)/, '')
  return LOOPBACK.has(name) || (own !== '' && (name === own || name === `[${own}]`))
}

/** Sends the mail about accounts. */
export class AccountService {
  readonly mailer: Mailer
  readonly keys: ReturnType<typeof keysOf>
  readonly #rates: RequestRates
  readonly #siteURL: string | null

  constructor(parts: AccountParts) {
    this.mailer = parts.mailer
    this.#rates = parts.rates
    this.#siteURL = parts.siteURL
    this.keys = keysOf(parts)
  }

  /** Whether anybody may sign up (docs/behaviour/account.md#signing-up). */
  isOpenForSignup(settings: SettingReader): boolean {
    return this.mailer.isConfigured && settings.flag('LOGIN_ENABLE_REG')
  }

  /**
   * What links in mail begin with: what the configuration or a setting says; else the address of the request, where it
   * can be believed. Anybody else could have keys sent to others that lead to a server of theirs.
   *
   * @returns undefined where nothing can: then no mail with a link is sent, and the log says so
   */
  siteOf({ settings, baseURL, request, caller }: Origin): string | undefined {
    const known = this.#siteURL ?? settings.text('INVENTREE_BASE_URL')
    if (known) return known
    if (caller?.is_staff || caller?.is_superuser || isOwnHost(request)) return baseURL
    request.log.warn(
      { host: request.site.host },
      'a mail with a link was not sent: INVENTREE_SITE_URL has to say where links lead'
    )
    return undefined
  }

  /** Tells a user of something that happened to their account, at their first address or another one. */
  async tell(context: RequestContext, user: UserRow, event: NoticeEvent, to?: string): Promise<void> {
    const { ip, headers } = context.request
    const address = to ?? (await primaryAddress(context.db, user)) ?? user.email
    const agent = (headers['user-agent'] ?? '').slice(0, 200)
    const letter = noticeLetter(event, user.username, { when: shownTime(now()), address: ip, agent })
    if (address) await this.#post(context.db, address, letter)
  }

  /**
   * Whether a mail that asks to confirm an address may go out: not where one did a moment ago. It counts, on a
   * connection of its own, so it is not to be asked inside a transaction.
   */
  mayAskToConfirm(email: string): Promise<boolean> {
    return this.isHeard('confirm', email, { most: 1, seconds: CONFIRM_PAUSE })
  }

  /** Asks somebody by mail to confirm an address. */
  async askToConfirm(context: RequestContext, address: AddressRow, username: string): Promise<void> {
    const { db } = context
    const site = this.siteOf(context)
    if (site === undefined) return
    const key = await this.keys.confirm.make(db, address)
    await this.#post(db, address.email, confirmLetter(site, username, key))
  }

  /** Tells somebody, where mail is sent, that an administrator made an account for them. */
  async welcome(context: RequestContext, { username, email }: Pick<UserRow, 'username' | 'email'>): Promise<void> {
    if (!this.mailer.isConfigured || email === '') return
    const site = this.siteOf(context)
    if (site === undefined) return
    const letter = welcomeLetter(site, username, context.settings.flag('LOGIN_ENABLE_PWD_FORGOT'))
    await this.#post(context.db, email, letter)
  }

  /** Counts something that goes by an address; whether it is not too much. */
  async isHeard(kind: string, email: string, rate: { most: number; seconds: number }): Promise<boolean> {
    try {
      await this.#rates.count(kind, email.toLowerCase(), rate)
      return true
    } catch (error) {
      if (error instanceof ApiError && error.status === 429) return false
      throw error
    }
  }

  async #post(db: Database, to: string, letter: Letter): Promise<void> {
    if (db.isTransaction) return await this.mailer.post(db, to, letter)
    await db.transaction().execute((trx) => this.mailer.post(trx, to, letter))
  }
}

/** What a server sends about accounts. */
export const accountService = ({ mailer, rates, vault, config }: GivenMaterials): AccountService =>
  new AccountService({ mailer, rates, vault, confirmDays: config.confirmDays ?? 3, siteURL: config.siteURL })
