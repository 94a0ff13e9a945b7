// The keys that confirm addresses.
import {
  conflict,
  operation,
  pendingAnswer,
  refusal,
  problem,
  requiredText,
  REQUIRED,
  type Visit
} from '#modules/auth/index.ts'
import type { ApiError } from '#contract/errors.ts'
import { USER_COLUMNS } from '#auth/users.ts'
import { confirmAddress, isVerifiedElsewhere, type AddressRow } from './addresses.ts'
import type { AccountService } from './service.ts'

const INVALID = ['invalid_or_expired_key', 'Invalid or expired key.'] as const
const TAKEN = ['email_taken', 'A user is already registered with this email address.'] as const

const refuseKey = ([code, message]: readonly [string, string]): ApiError => refusal([problem(code, message, 'key')])

const header = ({ context }: Visit, name: string): string => {
  const given = context.request.headers[name]
  return typeof given === 'string' ? given.trim() : ''
}

export const verification = ({ keys }: AccountService) => {
  const find = async ({ context: { db } }: Visit, key: string): Promise<AddressRow> => {
    const address = await keys.confirm.find(db, key)
    if (!address) throw refuseKey(INVALID)
    if (await isVerifiedElsewhere(db, address)) throw refuseKey(TAKEN)
    return address
  }

  return {
    ...operation('allauth_auth_email_verify_get', {
      act: async (visit, _values, send) => {
        const key = header(visit, 'x-email-verification-key')
        if (!key) throw refuseKey(REQUIRED)
        const { email, user_id } = await find(visit, key)
        const user = await visit.context.db
          .selectFrom('user')
          .select(USER_COLUMNS)
          .where('id', '=', user_id)
          .executeTakeFirstOrThrow()
        const data = { email, user: await visit.userJSON(user) }
        return send(200, { status: 200, data, meta: { is_authenticating: false } })
      }
    }),
    ...operation('allauth_auth_email_verify_post', {
      fields: { key: requiredText() },
      act: async (visit, { key }, send) => {
        const { context } = visit
        await context.db.transaction().execute(async (db) => {
          const address = await keys.confirm.find(db, key)
          if (!address) throw refuseKey(INVALID)
          if (await isVerifiedElsewhere(db, address)) throw refuseKey(TAKEN)
          await confirmAddress(db, address)
        })
        if (!visit.visitor) throw await pendingAnswer(visit)
        return send(200, await visit.signedIn())
      }
    }),
    ...operation('allauth_auth_email_verify_resend_post', {
      act: async () => {
        throw conflict()
      }
    })
  }
}
