import { moment, json, relation, text, type TransferModel } from '#framework/transfer/fields.ts'

/** Accounts elsewhere as an export has them. */
export const SSO_TRANSFER: readonly TransferModel[] = [
  {
    name: 'socialaccount.socialaccount',
    table: 'social_account',
    unique: [['provider', 'uid']],
    fields: {
      user: relation('user_id', 'auth.user'),
      provider: text('provider'),
      uid: text('uid'),
      last_login: moment('last_login'),
      date_joined: moment('date_joined'),
      extra_data: json('extra_data')
    }
  }
]
