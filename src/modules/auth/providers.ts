import { ApiError } from '#contract/errors.ts'
import { operation } from './area.ts'
import { object, oneOf, requiredText, type ReadField } from './fields.ts'
import { conflict, refuseFor, REQUIRED } from './refusals.ts'

const WORD = requiredText({ most: 500 })

/** What a sign-in by another provider begins with, where there is none. */
const INVALID_TOKEN = ['invalid_token', 'Invalid token.'] as const

/** An object; what is no object at all is no token either. */
const readToken: ReadField<Record<string, unknown>> = (given, complain) => {
  const isText = typeof given === 'string' && given !== ''
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return object(given, complain)
  if (!isText && !Array.isArray(given)) complain(...REQUIRED)
  complain(...INVALID_TOKEN)
  return undefined
}

const TOKEN_FIELDS = { provider: WORD, process: oneOf('login', 'connect'), token: readToken }

const notBegun = () => {
  throw conflict()
}

/** Other providers of accounts: none is set up, so there are no accounts of theirs, and no token of theirs is right. */
export const PROVIDERS = {
  ...operation('allauth_account_providers_get', {
    signedIn: true,
    act: async (_visit, _values, send) => send(200, { status: 200, data: [] })
  }),
  ...operation('allauth_account_providers_delete', {
    signedIn: true,
    fields: { provider: WORD, account: WORD },
    act: async () => {
      throw refuseFor('account_not_found', 'Unknown account.')
    }
  }),
  ...operation('allauth_auth_provider_token_post', {
    fields: TOKEN_FIELDS,
    validate: (_visit, reading) => {
      const { token } = reading.values
      if (token === undefined || reading.isWrong('token')) return
      if (token.client_id === undefined) reading.complain('token', 'client_id_required', '`client_id` required.')
      else reading.complain('token', ...INVALID_TOKEN)
    },
    act: async () => {
      throw new ApiError(403, { status: 403 })
    }
  }),
  ...operation('allauth_auth_provider_redirect_post', {
    act: async ({ context }, _values, send) => {
      const { prefix } = context.request.site
      context.reply.header('location', `${prefix}/web/social-login-error?error=unknown&error_process=login`)
      return send(302)
    }
  }),
  ...operation('allauth_auth_provider_signup_get', { admit: notBegun, act: notBegun }),
  ...operation('allauth_auth_provider_signup_post', { admit: notBegun, act: notBegun })
}

/** Codes by mail, and telephone numbers: this server sends neither, so nothing of it was ever begun. */
export const NEVER_BEGUN = {
  ...operation('allauth_auth_code_confirm_post', { admit: notBegun, act: notBegun }),
  ...operation('allauth_auth_phone_verify_post', { admit: notBegun, act: notBegun }),
  ...operation('allauth_auth_phone_verify_resend_post', { admit: notBegun, act: notBegun }),
  ...operation('allauth_account_phone_get', {
    signedIn: true,
    act: async (_visit, _values, send) => send(200, { status: 200, data: [] })
  }),
  ...operation('allauth_account_phone_post', { admit: notBegun, act: notBegun })
}
