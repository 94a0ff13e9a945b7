import { hashing } from '#auth/hashing.ts'
import { hashPassword, verifyPassword } from '#auth/passwords.ts'
import { operation } from './area.ts'
import { optionalText, requiredText } from './fields.ts'
import { checkPassword, storePassword } from './new-password.ts'
import { conflict, REQUIRED } from './refusals.ts'
import { pendingAnswer } from './stages.ts'
import { hasUsablePassword } from './visit.ts'

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
