import type { Ok } from '#contract/types.ts'
import { operation } from './area.ts'
import type { Visit } from './visit.ts'

type Configuration = Ok<'allauth_config_get'>

/** How people sign in (docs/behaviour/auth.md#configuration). */
function configuration({ area, context }: Visit): Configuration {
  const parts = area.parts.map((part) => part.configuration?.(context) ?? {})
  return {
    status: 200,
    data: {
      account: {
        login_methods: ['username'],
        is_open_for_signup: parts.some(({ is_open_for_signup }) => is_open_for_signup),
        email_verification_by_code_enabled: false,
        login_by_code_enabled: false,
        password_reset_by_code_enabled: false,
        authentication_method: 'username'
      },
      socialaccount: { providers: parts.flatMap(({ providers = [] }) => providers) },
      mfa: { supported_types: [...area.kinds], passkey_login_enabled: area.kinds.has('webauthn') },
      usersessions: { track_activity: true }
    }
  }
}

export const CONFIG = operation('allauth_config_get', {
  act: async (visit, _values, send) => send(200, configuration(visit))
})
