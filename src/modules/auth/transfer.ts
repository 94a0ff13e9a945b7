import { MAYBE, moment, plain, relation, sealed, type TransferModel } from '#framework/transfer/fields.ts'

/**
 * Second factors as an export has them, in clear: people who move keep theirs. Sessions are in no export, since the
 * database knows no key of theirs.
 */
export const AUTH_TRANSFER: readonly TransferModel[] = [
  {
    name: 'mfa.authenticator',
    table: 'authenticator',
    unique: [],
    fields: {
      user: relation('user_id', 'auth.user'),
      type: { ...plain('choice')('type'), choices: ['recovery_codes', 'totp', 'webauthn'], others: 'refuse' },
      data: sealed('data'),
      created_at: moment('created_at'),
      last_used_at: moment('last_used_at', MAYBE)
    }
  }
]
