import { boolean, NO, relation, text, type TransferModel } from '#framework/transfer/fields.ts'

/** Mail addresses as an export has them. */
export const ACCOUNT_TRANSFER: readonly TransferModel[] = [
  {
    name: 'account.emailaddress',
    table: 'email_address',
    unique: [['user', 'email']],
    fields: {
      user: relation('user_id', 'auth.user'),
      email: text('email'),
      verified: boolean('verified', NO),
      primary: boolean('primary', NO)
    }
  }
]
