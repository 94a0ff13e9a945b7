import { EMPTY, relation, text, type TransferModel } from '#framework/transfer/fields.ts'

/** Settings, as an export has them. */
export const SETTING_TRANSFER: readonly TransferModel[] = [
  {
    name: 'common.inventreesetting',
    table: 'setting',
    firstStart: Infinity,
    staysBesideUsers: true,
    unique: [['key']],
    fields: { value: text('value', EMPTY), key: text('key') }
  },
  {
    name: 'common.inventreeusersetting',
    table: 'user_setting',
    firstStart: Infinity,
    passedOverWithout: { user: 'of no user' },
    unique: [['key', 'user']],
    fields: { value: text('value', EMPTY), key: text('key'), user: relation('user_id', 'auth.user') }
  }
]
