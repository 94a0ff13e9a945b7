// A forgotten password: a link by mail, and the new password that it leads to.
import { hashing } from '#auth/hashing.ts'
import { hashPassword } from '#auth/passwords.ts'
import { ApiError, unavailable } from '#contract/errors.ts'
import type { Database } from '#db/database.ts'
import { doneBy, type Job, type JobHandler } from '#framework/jobs/job.ts'
import { enqueue } from '#framework/jobs/store.ts'
import {
  checkPassword,
  operation,
  pendingAnswer,
  problem,
  refusal,
  refuseFor,
  requiredText,
  REQUIRED,
  storePassword,
  type Visit
} from '#modules/auth/index.ts'
import { USER_COLUMNS } from '#auth/users.ts'
import { activeUsersOf, addAddress, addressesOf } from './addresses.ts'
import { domainProblem } from './domains.ts'
import { requiredAddress } from './fields.ts'
import { resetLetter } from './letters.ts'
import type { AccountService } from './service.ts'

const INVALID = ['invalid_password_reset', 'The password reset token was invalid.'] as const

/** How often a new password is asked for with one address of mail. */
const PER_ADDRESS = { most: 5, seconds: 60 }

/** Looks who has an address and writes their mail; apart from the request, which takes the same time for everybody. */
const SEND_RESET: Job<{ email: string; site: string }> = {
  name: 'account.reset',
  lane: 'quick',
  priority: 0,
  pauses: [5, 60],
  limit: 60
}

/**
 * Writes the mail with a link for a new password to a user; the address of the account joins the user's list first, as
 * it does with the reference server.
 *
 * @param db inside a transaction
 * @param to where it goes
 * @returns the link
 */
export async function mailReset(
  db: Database,
  service: AccountService,
  { userId, site, to }: { userId: number; site: string; to: string }
): Promise<string> {
  const user = await db.selectFrom('user').select(USER_COLUMNS).where('id', '=', userId).executeTakeFirstOrThrow()
  const own = user.email.toLowerCase()
  const all = await addressesOf(db, userId)
  if (own && !all.some(({ email }) => email === own)) await addAddress(db, { userId, email: own })
  const key = await service.keys.reset.make(db, user)
  if (to) await service.mailer.post(db, to, resetLetter(site, user.username, key))
  return `${site}/web/set-password?key=${key}`
}

/** What writes the mail. */
export const resetMail = (service: AccountService): JobHandler =>
  doneBy(SEND_RESET, async ({ email, site }, run) => {
    await run.db.transaction().execute(async (db) => {
      for (const userId of await activeUsersOf(db, email)) await mailReset(db, service, { userId, site, to: email })
      await run.finish(db)
    })
  })

export const passwordReset = (service: AccountService) => ({
  ...operation('allauth_auth_password_request_post', {
    rate: 'request_password',
    fields: { email: requiredAddress },
    validate: ({ context }, reading) => {
      const { email } = reading.values
      const wrong = email !== undefined && !reading.isWrong('email') && domainProblem(context.settings, email)
      if (wrong) reading.complain('email', ...wrong)
    },
    act: async (visit, { email }, send) => {
      const { context } = visit
      await visit.count('request_password_for', { by: 'text', ...PER_ADDRESS }, email)
      if (!context.settings.flag('LOGIN_ENABLE_PWD_FORGOT')) throw new ApiError(403, { status: 403 })
      const site = service.mailer.isConfigured ? service.siteOf(context) : service.mailer.warn()
      if (site !== undefined && (await enqueue(context.db, SEND_RESET, { email, site })) === undefined)
        throw unavailable('Too much mail waits to be sent. Try again later.', 60)
      return send(200, { status: 200 })
    }
  }),
  ...operation('allauth_auth_password_reset_get', {
    act: async (visit, _values, send) => {
      const key = visit.context.request.headers['x-password-reset-key']
      if (typeof key !== 'string' || key.trim() === '') throw refusal([problem(...REQUIRED, 'key')])
      const user = await service.keys.reset.find(visit.context.db, key.trim())
      if (!user) throw refuseFor(...INVALID, 'key')
      return send(200, { status: 200, data: { user: await visit.userJSON(user) } })
    }
  }),
  ...operation('allauth_auth_password_reset_post', {
    rate: 'reset_password',
    fields: { key: requiredText(), password: requiredText() },
    validate: async ({ context }, reading) => {
      const { key, password } = reading.values
      if (key === undefined) return
      const user = await service.keys.reset.find(context.db, key)
      if (!user) reading.complain('key', ...INVALID)
      else if (password !== undefined) checkPassword(reading, 'password', password, user)
    },
    act: async (visit: Visit, { key, password }) => {
      const { db } = visit.context
      const user = await service.keys.reset.find(db, key)
      if (!user) throw refuseFor(...INVALID, 'key')
      const stored = await hashing.run(() => hashPassword(password), String(user.id))
      // Of two who use a key at once, one finds another password.
      if (!(await db.transaction().execute((trx) => storePassword(trx, user, stored))))
        throw refuseFor(...INVALID, 'key')
      await visit.tell('password_reset', user)
      if (visit.visitor?.id === user.id) visit.forget()
      throw await pendingAnswer(visit)
    }
  })
})
