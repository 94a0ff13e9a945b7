import type { SignInPart } from '#auth/sign-in.ts'
import { addressesOf, primaryAddress } from './addresses.ts'
import type { AccountService } from './service.ts'

const UNVERIFIED = {
  code: 'unverified_email',
  message: 'You cannot activate two-factor authentication until you have verified your email address.'
}

/** What addresses and mail add to signing in. */
export const accountPart = (service: AccountService): SignInPart => ({
  flows: ({ settings }) => (service.isOpenForSignup(settings) ? [{ id: 'signup' }] : []),
  configuration: ({ settings }) => ({ is_open_for_signup: service.isOpenForSignup(settings) }),
  addressOf: primaryAddress,
  againstFactors: async (db, user) => {
    const own = user.email.toLowerCase()
    // The account's own address, which asking for a new password puts into the list, forbids nothing.
    const isOpen = (await addressesOf(db, user.id)).some(
      ({ email, verified, primary }) => !verified && (email !== own || primary)
    )
    return isOpen ? UNVERIFIED : undefined
  },
  tell: (context, user, event) => service.tell(context, user, event)
})
