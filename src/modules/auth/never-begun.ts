import { operation } from './area.ts'
import { conflict } from './refusals.ts'

const notBegun = () => {
  throw conflict()
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
