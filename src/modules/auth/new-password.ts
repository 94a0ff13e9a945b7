// What holds for a new password, whichever way it comes.
import { passwordRules, type PasswordOwner } from '#auth/passwords.ts'
import { endSessionsOf } from '#auth/sessions.ts'
import type { UserRow } from '#auth/users.ts'
import type { Database } from '#db/database.ts'
import type { Fields, Reading } from './fields.ts'

/**
 * Says what speaks against a new password (docs/behaviour/user.md#setting-a-password).
 *
 * @param owner what it must not be like
 */
export function checkPassword<F extends Fields>(
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
export async function storePassword(db: Database, user: UserRow, stored: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('user')
    .set({ password: stored })
    .where('id', '=', user.id)
    .where('password', '=', user.password)
    .executeTakeFirst()
  await endSessionsOf(db, user.id)
  return numUpdatedRows > 0n
}
