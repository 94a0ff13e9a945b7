import { operation } from './area.ts'
import { requiredText } from './fields.ts'
import { conflict, refuseFor, refusedAsTooMany } from './refusals.ts'
import { beginSignIn, pendingAnswer } from './stages.ts'
import { proofNow, hasUsablePassword } from './visit.ts'

/** Signing in and out, and proving anew who is signed in. */
export const SESSION = {
  ...operation('allauth_auth_login_post', {
    rate: 'login',
    fields: { username: requiredText({ most: 254 }), password: requiredText() },
    act: async (visit, { username, password }, send) => {
      const { authenticator } = visit.area
      const { ip } = visit.context.request
      const user = await authenticator.userBy('login', username, password, ip).catch(refusedAsTooMany())
      if (!user)
        throw refuseFor(
          'username_password_mismatch',
          'The username and/or password you specified are not correct.',
          'password'
        )
      if (visit.visitor) throw conflict()
      if (!user.is_active) {
        await visit.restart({})
        throw visit.signedOut(undefined)
      }
      return send(200, await beginSignIn(visit, user, proofNow({ method: 'password', username })))
    }
  }),
  ...operation('allauth_auth_session_get', {
    signedIn: true,
    act: async (visit, _values, send) => send(200, await visit.signedIn())
  }),
  ...operation('allauth_auth_session_delete', {
    act: async (visit) => {
      await visit.end()
      throw await pendingAnswer(visit)
    }
  }),
  ...operation('allauth_auth_reauthenticate_post', {
    signedIn: true,
    rate: 'reauthenticate',
    fields: { password: requiredText({ keepBlanks: true }) },
    act: async (visit, { password }, send) => {
      const { user, area, context } = visit
      const isRight =
        hasUsablePassword(user.password) &&
        (await area.authenticator.hasPassword(user, password, context.request.ip).catch(refusedAsTooMany('password')))
      if (!isRight) throw refuseFor('incorrect_password', 'Incorrect password.', 'password')
      return send(200, await visit.prove(proofNow({ method: 'password', reauthenticated: true })))
    }
  })
}
