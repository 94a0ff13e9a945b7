// Making an account for oneself.
import { createUser, setGroups } from '#auth/accounts.ts'
import { hashing } from '#auth/hashing.ts'
import { hashPassword } from '#auth/passwords.ts'
import { USER_COLUMNS, type UserRow } from '#auth/users.ts'
import { ApiError } from '#contract/errors.ts'
import { accountProblem } from '#contract/read.ts'
import type { RequestContext, SettingReader } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'
import {
  beginSignIn,
  checkPassword,
  conflict,
  operation,
  refuseFor,
  requiredText,
  type ReadField,
  type Reading
} from '#modules/auth/index.ts'
import { addAddress, isAddressTaken } from './addresses.ts'
import { domainProblem } from './domains.ts'
import { optionalAddress } from './fields.ts'
import type { AccountService } from './service.ts'

const NAME_TAKEN = ['username_taken', 'A user with that username already exists.'] as const
const ADDRESS_TAKEN = ['email_taken', 'A user is already registered with this email address.'] as const

/** Whether there is a user of a name, in any letter case. */
export async function isNameTaken(db: Database, username: string): Promise<boolean> {
  const found = db
    .selectFrom('user')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['username']), '=', eb.fn<string>('lower', [eb.val(username)])))
    .limit(1)
  return (await found.executeTakeFirst()) !== undefined
}

/** An account that somebody wants. */
interface Wanted {
  username: string
  email: string
  /** The password as it is to be stored. */
  password: string
  first_name?: string
  last_name?: string
}

/**
 * Stores an account with its group.
 *
 * @param db inside a transaction
 * @throws 400 where somebody was faster to take the name or the address
 */
export async function storeAccount(db: Database, settings: SettingReader, wanted: Wanted): Promise<UserRow> {
  // Others may have been faster.
  if (await isNameTaken(db, wanted.username)) throw refuseFor(...NAME_TAKEN, 'username')
  if (wanted.email && (await isAddressTaken(db, wanted.email))) throw refuseFor(...ADDRESS_TAKEN, 'email')
  const id = await createUser(db, wanted)
  const group = Number(settings.text('SIGNUP_GROUP'))
  if (group > 0) await setGroups(db, id, [group])
  return await db.selectFrom('user').select(USER_COLUMNS).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Says of the name and the address of an account that somebody wants what only records and settings can tell. */
export async function checkAccount(
  { db, settings }: Pick<RequestContext, 'db' | 'settings'>,
  reading: Pick<Reading<{ email: ReadField<string>; username: ReadField<string> }>, 'values' | 'complain' | 'isWrong'>
): Promise<void> {
  const { email = '', username } = reading.values
  if (!reading.isWrong('email')) {
    const wrong = domainProblem(settings, email) ?? ((await isAddressTaken(db, email)) ? ADDRESS_TAKEN : undefined)
    if (wrong) reading.complain('email', ...wrong)
  }
  if (username === undefined || reading.isWrong('username')) return
  const problem = accountProblem('username', username)
  if (problem !== undefined) reading.complain('username', 'invalid', problem)
  else if (await isNameTaken(db, username)) reading.complain('username', ...NAME_TAKEN)
}

export const signup = (service: AccountService) =>
  operation('allauth_auth_signup_post', {
    rate: 'signup',
    fields: {
      email: optionalAddress,
      username: requiredText({ most: 150 }),
      password: requiredText()
    },
    validate: async ({ context }, reading) => {
      await checkAccount(context, reading)
      const { password } = reading.values
      if (password !== undefined) checkPassword(reading, 'password', password)
    },
    act: async (visit, { email = '', username, password }, send) => {
      const { context } = visit
      if (visit.visitor) throw conflict()
      if (!service.isOpenForSignup(context.settings)) throw new ApiError(403, { status: 403 })
      const stored = await hashing.run(() => hashPassword(password), context.request.ip)
      const isHeard = email !== '' && (await service.mayAskToConfirm(email))
      const user = await context.db.transaction().execute(async (db) => {
        const made = await storeAccount(db, context.settings, { username, email, password: stored })
        if (email === '') return made
        const address = await addAddress(db, { userId: made.id, email, primary: true })
        if (isHeard) await service.askToConfirm({ ...context, db }, address, username)
        return made
      })
      return send(200, await beginSignIn(visit, user))
    }
  })
