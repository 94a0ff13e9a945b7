// A link for a new password, from an administrator.
import { notFound, refused } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { USER_COLUMNS } from '#auth/users.ts'
import { primaryAddress } from './addresses.ts'
import { mailReset } from './password-reset.ts'
import type { AccountService } from './service.ts'

/** Makes the link, and sends it where that can be done. */
export const resetLink = (service: AccountService): { user_reset_link_create: Handler<'user_reset_link_create'> } => ({
  user_reset_link_create: async (call, send) => {
    const answer = await call.db.transaction().execute(async (db) => {
      const user = await db.selectFrom('user').select(USER_COLUMNS).where('id', '=', call.path.id).executeTakeFirst()
      if (!user) throw notFound('User')
      if (!user.is_active) throw refused('The user is not active.')
      const address = (await primaryAddress(db, user)) ?? user.email.toLowerCase()
      const to = service.mailer.isConfigured ? address : ''
      const link = await mailReset(db, service, { userId: user.id, site: service.siteOf(call) ?? call.baseURL, to })
      return { link, sent_to: to || null }
    })
    return send(200, answer)
  }
})
