import { hashing } from '#auth/hashing.ts'
import { hashPassword, passwordRules, verifyPassword, type PasswordOwner } from '#auth/passwords.ts'
import { endSessionsOf } from '#auth/sessions.ts'
import type { UserRow } from '#auth/users.ts'
import type { Database } from '#db/database.ts'
import { operation } from './area.ts'
import { optionalText, requiredText, type Fields, type Reading } from './fields.ts'
import { conflict, REQUIRED } from './refusals.ts'
import { pendingAnswer } from './stages.ts'
import { hasUsablePassword } from './visit.ts'

/**
 * Says what speaks against a new password (docs/behaviour/user.md#setting-a-password).
 *
 * @param owner what it must not be like
 */
function checkPassword<F extends Fields>(
  reading: Reading<F>,
  name: keyof F & string,
  password: string,
  owner?: PasswordOwner
): void {
  if (reading.isWrong(name)) return
  for (const { code, message } of passwordRules(password, owner)) reading.complain(name, code, message)
}

/**
 * Stores a new password, with which all sessions of the user end; tokens stay.
 *
 * @param db inside a transaction
 * @param user as the new password was allowed for
 * @returns false where the password was changed meanwhile
 */
async function storePassword(db: Database, user: UserRow, stored: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('user')
    .set({ password: stored })
    .where('id', '=', user.id)
    .where('password', '=', user.password)
    .executeTakeFirst()
  await endSessionsOf(db, user.id)
  return numUpdatedRows > 0n
}

/** Another password for whoever is signed in. */
export const PASSWORD_CHANGE = operation('allauth_account_password_change_post', {
  signedIn: true,
  rate: 'change_password',
  fields: { current_password: optionalText(), new_password: requiredText() },
  validate: async ({ user }, reading) => {
    const { current_password = '', new_password } = reading.values
    if (hasUsablePassword(user.password)) {
      if (current_password === '') reading.complain('current_password', ...REQUIRED)
      else if (!(await hashing.run(() => verifyPassword(current_password, user.password), String(user.id))).ok)
        reading.complain('current_password', 'enter_current_password', 'Please type your current password.')
    }
    if (new_password !== undefined) checkPassword(reading, 'new_password', new_password, user)
  },
  act: async (visit, { new_password }) => {
    const { user, context } = visit
    const stored = await hashing.run(() => hashPassword(new_password), String(user.id))
    if (!(await context.db.transaction().execute((trx) => storePassword(trx, user, stored)))) throw conflict()
    await visit.tell(hasUsablePassword(user.password) ? 'password_changed' : 'password_set', user)
    visit.forget()
    throw await pendingAnswer(visit)
  }
})
