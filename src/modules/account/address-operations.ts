// The addresses of whoever is signed in: seen, added, confirmed, made the first, removed.
import type { Ok } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import {
  conflict,
  operation,
  refuseFor,
  requiredText,
  REQUIRED,
  type ReadField,
  type Visit
} from '#modules/auth/index.ts'
import { ApiError } from '#contract/errors.ts'
import { addAddress, addressesOf, makePrimary, removeAddress, type AddressRow } from './addresses.ts'
import { domainProblem } from './domains.ts'
import { requiredAddress } from './fields.ts'
import type { AccountService } from './service.ts'

type Addresses = Ok<'allauth_account_email_get'>

const UNKNOWN = ['unknown_email', 'Unknown email address.'] as const

/** The addresses of whoever is signed in, as the API tells them. */
async function listed({ context, user }: Visit): Promise<Addresses> {
  const rows = await addressesOf(context.db, user.id)
  const data = rows.map(({ email, verified, primary }) => ({ email, verified: verified === 1, primary: primary === 1 }))
  return { status: 200, data }
}

/** Finds an own address, in a transaction in which it is then written. */
async function ownAddress(
  db: Database,
  { user }: Visit,
  email: string
): Promise<{ own: AddressRow; all: AddressRow[] }> {
  const all = await addressesOf(db, user.id)
  const own = all.find((one) => one.email === email)
  if (!own) throw refuseFor(...UNKNOWN, 'email')
  return { own, all }
}

const hasFactor = async ({ context, user }: Visit): Promise<boolean> =>
  (await context.db
    .selectFrom('authenticator')
    .select('id')
    .where('user_id', '=', user.id)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** How many addresses one user may have. */
const MOST = 20

/** What speaks against another address of a user; undefined where nothing does. */
async function againstAdding(visit: Visit, email: string): Promise<readonly [string, string] | undefined> {
  const { context, user } = visit
  const all = await addressesOf(context.db, user.id)
  if (all.some((one) => one.email === email) || user.email.toLowerCase() === email)
    return ['duplicate_email', 'This email address is already associated with this account.']
  if (await hasFactor(visit))
    return [
      'add_email_blocked',
      'You cannot add an email address to an account protected by two-factor authentication.'
    ]
  if (all.length >= MOST) return ['max_email_addresses', `You cannot have more than ${MOST} email addresses.`]
  return domainProblem(context.settings, email)
}

/** `true`, or what counts as it; anything else is missing. */
const mustBeYes: ReadField<true> = (given, complain) => {
  if (given === true || (given !== false && given !== null && given !== undefined && given !== '' && given !== 'false'))
    return true
  complain(...REQUIRED)
  return undefined
}

/** Nobody signed in: here that is a conflict. */
const needsUser = ({ visitor }: Visit): void => {
  if (!visitor) throw conflict()
}

export const addressOperations = (service: AccountService) => ({
  ...operation('allauth_account_email_get', {
    signedIn: true,
    act: async (visit, _values, send) => send(200, await listed(visit))
  }),
  ...operation('allauth_account_email_post', {
    admit: needsUser,
    rate: 'manage_email',
    fields: { email: requiredAddress },
    validate: async (visit, reading) => {
      const { email } = reading.values
      if (email === undefined || reading.isWrong('email')) return
      const problem = await againstAdding(visit, email)
      if (problem) reading.complain('email', ...problem)
    },
    act: async (visit, { email }, send) => {
      const { context, user } = visit
      const isHeard = await service.mayAskToConfirm(email)
      await context.db.transaction().execute(async (db) => {
        const address = await addAddress(db, { userId: user.id, email })
        if (isHeard) await service.askToConfirm({ ...context, db }, address, user.username)
      })
      return send(200, await listed(visit))
    }
  }),
  ...operation('allauth_account_email_put', {
    signedIn: true,
    rate: 'manage_email',
    fields: { email: requiredText() },
    act: async (visit, { email }, send) => {
      const { context, user } = visit
      const { own } = await ownAddress(context.db, visit, email.toLowerCase())
      if (!(await service.mayAskToConfirm(own.email))) throw new ApiError(403, { status: 403 })
      await service.askToConfirm(context, own, user.username)
      return send(200, { status: 200 })
    }
  }),
  ...operation('allauth_account_email_patch', {
    signedIn: true,
    rate: 'manage_email',
    fields: { email: requiredText(), primary: mustBeYes },
    act: async (visit, { email }, send) => {
      const { context, user } = visit
      await context.db.transaction().execute(async (db) => {
        const { own, all } = await ownAddress(db, visit, email.toLowerCase())
        if (!own.verified && all.some(({ verified }) => verified))
          throw refuseFor('unverified_primary_email', 'Your primary email address must be verified.', 'email')
        const before = all.find(({ primary }) => primary)
        await makePrimary(db, own)
        if (before && before.id !== own.id) await service.tell({ ...context, db }, user, 'email_changed', before.email)
      })
      return send(200, await listed(visit))
    }
  }),
  ...operation('allauth_account_email_delete', {
    signedIn: true,
    rate: 'manage_email',
    fields: { email: requiredText() },
    act: async (visit, { email }, send) => {
      const { context, user } = visit
      await context.db.transaction().execute(async (db) => {
        const { own, all } = await ownAddress(db, visit, email.toLowerCase())
        if (own.primary && all.length > 1)
          throw refuseFor('cannot_remove_primary_email', 'You cannot remove your primary email address.', 'email')
        await service.tell({ ...context, db }, user, 'email_removed')
        await removeAddress(db, own)
      })
      return send(200, await listed(visit))
    }
  })
})
