// Making an account for oneself.
import { createUser, setGroups } from '#auth/accounts.ts'
import { hashing } from '#auth/hashing.ts'
import { hashPassword } from '#auth/passwords.ts'
import { USER_COLUMNS, type UserRow } from '#auth/users.ts'
import { ApiError } from '#contract/errors.ts'
import { isUserName } from '#contract/read.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'
import { beginSignIn, checkPassword, conflict, operation, refuseFor, requiredText } from '#modules/auth/index.ts'
import { addAddress, isAddressTaken } from './addresses.ts'
import { domainProblem } from './domains.ts'
import { optionalAddress } from './fields.ts'
import type { AccountService } from './service.ts'

const NAME_TAKEN = ['username_taken', 'A user with that username already exists.'] as const
const INVALID_NAME = [
  'invalid',
  'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.'
] as const
const ADDRESS_TAKEN = ['email_taken', 'A user is already registered with this email address.'] as const

/** Whether there is a user of a name, in any letter case. */
async function isNameTaken(db: Database, username: string): Promise<boolean> {
  const found = db
    .selectFrom('user')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['username']), '=', eb.fn<string>('lower', [eb.val(username)])))
    .limit(1)
  return (await found.executeTakeFirst()) !== undefined
}

interface Wanted {
  username: string
  email: string
  /** The password as it is to be stored. */
  password: string
}

/** Stores an account with its address and group. */
async function store(db: Database, settings: SettingReader, wanted: Wanted): Promise<UserRow> {
  // Others may have been faster.
  if (await isNameTaken(db, wanted.username)) throw refuseFor(...NAME_TAKEN, 'username')
  if (wanted.email && (await isAddressTaken(db, wanted.email))) throw refuseFor(...ADDRESS_TAKEN, 'email')
  const id = await createUser(db, wanted)
  const group = Number(settings.text('SIGNUP_GROUP'))
  if (group > 0) await setGroups(db, id, [group])
  return await db.selectFrom('user').select(USER_COLUMNS).where('id', '=', id).executeTakeFirstOrThrow()
}

export const signup = (service: AccountService) =>
  operation('allauth_auth_signup_post', {
    rate: 'signup',
    fields: {
      email: optionalAddress,
      username: requiredText({ most: 150 }),
      password: requiredText()
    },
    validate: async ({ context: { db, settings } }, reading) => {
      const { email = '', username, password } = reading.values
      const wrong = reading.isWrong('email') ? undefined : domainProblem(settings, email)
      if (wrong) reading.complain('email', ...wrong)
      else if (email && !reading.isWrong('email') && (await isAddressTaken(db, email)))
        reading.complain('email', ...ADDRESS_TAKEN)
      if (username !== undefined && !reading.isWrong('username')) {
        if (!isUserName(username)) reading.complain('username', ...INVALID_NAME)
        else if (await isNameTaken(db, username)) reading.complain('username', ...NAME_TAKEN)
      }
      if (password !== undefined) checkPassword(reading, 'password', password)
    },
    act: async (visit, { email = '', username, password }, send) => {
      const { context } = visit
      if (visit.visitor) throw conflict()
      if (!service.isOpenForSignup(context.settings)) throw new ApiError(403, { status: 403 })
      const stored = await hashing.run(() => hashPassword(password), context.request.ip)
      const isHeard = email !== '' && (await service.mayAskToConfirm(email))
      const user = await context.db.transaction().execute(async (db) => {
        const made = await store(db, context.settings, { username, email, password: stored })
        if (email === '') return made
        const address = await addAddress(db, { userId: made.id, email, primary: true })
        if (isHeard) await service.askToConfirm({ ...context, db }, address, username)
        return made
      })
      return send(200, await beginSignIn(visit, user))
    }
  })
