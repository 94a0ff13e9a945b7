// A link by mail that signs somebody in.
import { ApiError, forbidden, unavailable } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { doneBy, type Job, type JobHandler } from '#framework/jobs/job.ts'
import { enqueue } from '#framework/jobs/store.ts'
import { beginSignIn, Visit, type Area } from '#modules/auth/index.ts'
import type { RequestRates } from '#auth/rates.ts'
import { USER_COLUMNS } from '#auth/users.ts'
import { isMailAddress } from '#framework/mail/mailer.ts'
import { signInLetter } from './letters.ts'
import type { AccountService } from './service.ts'

/** How many links one client may ask for, and how many go to one address; within seconds. */
const PER_CLIENT = { most: 20, seconds: 60 }
const PER_ADDRESS = { most: 5, seconds: 60 }

/** Looks who has an address and writes their mail; apart from the request, which takes the same time for everybody. */
const SEND_LINK: Job<{ email: string; site: string }> = {
  name: 'account.link',
  lane: 'quick',
  priority: 0,
  pauses: [5],
  limit: 60
}

/** What writes the mail. */
export const linkMail = (service: AccountService): JobHandler =>
  doneBy(SEND_LINK, async ({ email, site }, run) => {
    await run.db.transaction().execute(async (db) => {
      const users = await db
        .selectFrom('user')
        .select(USER_COLUMNS)
        .where('email', '=', email)
        .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase()))
        .where('is_active', '=', 1)
        .execute()
      for (const user of users)
        await service.mailer.post(
          db,
          email,
          signInLetter(site, user.username, await service.keys.signIn.make(db, user))
        )
      await run.finish(db)
    })
  })

/** Where to go on to after a link: a path on this server, or the page that everybody goes on to. */
const nextOf = (next: string | undefined): string =>
  next && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : '/api/auth/login-redirect/'

export function loginLink(service: AccountService, area: Area, rates: RequestRates) {
  const generate: Handler<'email_generate_create'> = async (call, send) => {
    await rates.count('sign_in_link', call.request.ip, PER_CLIENT).catch((error: unknown) => {
      if (!(error instanceof ApiError) || error.status !== 429) throw error
      throw new ApiError(
        429,
        { detail: 'Too many requests of this kind. Try again in a minute.' },
        { headers: error.headers }
      )
    })
    const { email } = call.body
    if (!service.mailer.isConfigured) service.mailer.warn()
    else if (isMailAddress(email) && (await service.isHeard('sign_in_link_for', email, PER_ADDRESS))) {
      const site = service.siteOf(call)
      if (site === undefined) return send(200, { status: 'ok' })
      const uid = await enqueue(call.db, SEND_LINK, { email, site })
      if (uid === undefined) throw unavailable('Too much mail waits to be sent. Try again later.', 60)
    }
    return send(200, { status: 'ok' })
  }

  const login: Handler<'email_login_retrieve'> = async (call, send) => {
    const { sesame = '', next } = call.query
    const user = await service.keys.signIn.find(call.db, sesame)
    if (!user) throw forbidden('The link is not right, or too old. Ask for another one.')
    const { prefix } = call.request.site
    try {
      await beginSignIn(await Visit.of(area, call), user)
      call.reply.header('location', `${prefix}${nextOf(next)}`)
    } catch (error) {
      // A second factor is asked for; the sign-in that was begun waits for it.
      if (!(error instanceof ApiError) || error.status !== 401) throw error
      call.reply.header('location', `${prefix}/web/mfa`)
    }
    return send(302)
  }

  return { email_generate_create: generate, email_login_retrieve: login }
}
