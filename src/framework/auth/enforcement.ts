import type { FastifyRequest } from 'fastify'
import type { Database } from '#db/database.ts'
import { ApiError } from '#contract/errors.ts'
import type { BrowserSession } from './browser-session.ts'

/** What a session may ask for before its user has given a second factor; below the first, and exactly the others. */
const FREE_BELOW = '/api/auth/'
const FREE: ReadonlySet<string> = new Set(['/api/', '/api/user/me/', '/api/user/me/roles/', '/api/user/me/token/'])

/** 401 for a session whose user has to give a second factor first; pages of the web client know it by `id`. */
export class SecondFactorNeeded extends ApiError {
  constructor() {
    super(401, {
      id: 'mfa_register',
      error: 'You must enable two-factor authentication before doing anything else.'
    })
  }
}

/** The duty of a second factor (docs/behaviour/auth.md#the-duty-of-a-second-factor). */
export class Enforcement {
  readonly #db: Database
  readonly #isOn: () => boolean

  /** @param isOn whether second factors are a duty now */
  constructor(db: Database, isOn: () => boolean) {
    this.#db = db
    this.#isOn = isOn
  }

  /**
   * Refuses what a session without a second factor may not ask for.
   *
   * @param session gives the session of the request; asked only where it matters
   */
  async check(request: FastifyRequest, session: () => Promise<BrowserSession | null | undefined>): Promise<void> {
    if (!this.#isOn()) return
    const [path = ''] = request.url.split('?')
    if (path.startsWith(FREE_BELOW) || FREE.has(path)) return
    const found = await session()
    if (found?.user && !(await this.#isProved(found))) throw new SecondFactorNeeded()
  }

  /** Whether a factor was given, and the user still has one. */
  async #isProved({ proofs, user }: BrowserSession): Promise<boolean> {
    if (!proofs.some(({ method }) => method === 'mfa')) return false
    const factor = this.#db.selectFrom('authenticator').select('id').where('user_id', '=', user!.id).limit(1)
    return (await factor.executeTakeFirst()) !== undefined
  }
}
