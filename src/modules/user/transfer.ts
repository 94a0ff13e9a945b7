import { RULESET_NAMES } from '#auth/rulesets.ts'
import {
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  YES,
  boolean,
  json,
  moment,
  plain,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Users and what they may do, as an export has them. */
export const USER_TRANSFER: readonly TransferModel[] = [
  {
    name: 'users.owner',
    table: 'owner',
    firstStart: Infinity,
    passedOverWithout: { owner_type: 'that stand for nobody', owner_id: 'that stand for nobody' },
    unique: [['owner_type', 'owner_id']],
    fields: {
      owner_type: { ...plain('model')('owner_model'), of: ['auth.user', 'auth.group'] },
      owner_id: { ...plain('target')('owner_id'), type: 'owner_type' }
    }
  },
  {
    name: 'auth.group',
    table: 'group',
    natural: { field: 'name' },
    unique: [['name']],
    // Permissions follow from the rulesets.
    fields: { name: text('name'), permissions: { kind: 'constant', value: [] } }
  },
  {
    name: 'auth.user',
    table: 'user',
    // The administrator.
    firstStart: 1,
    natural: { field: 'username' },
    unique: [['username']],
    fields: {
      password: text('password', EMPTY),
      last_login: moment('last_login', MAYBE),
      is_superuser: boolean('is_superuser', NO),
      username: text('username'),
      first_name: text('first_name', EMPTY),
      last_name: text('last_name', EMPTY),
      email: text('email', EMPTY),
      is_staff: boolean('is_staff', NO),
      is_active: boolean('is_active', YES),
      date_joined: moment('date_joined'),
      groups: { kind: 'members', table: 'user_group', own: 'user_id', other: 'group_id', model: 'auth.group' },
      user_permissions: { kind: 'constant', value: [] }
    }
  },
  {
    name: 'users.userprofile',
    table: 'user_profile',
    firstStart: Infinity,
    unique: [['user']],
    fields: {
      ...METADATA,
      user: relation('user_id', 'auth.user'),
      language: text('language', MAYBE),
      theme: json('theme', MAYBE),
      widgets: json('widgets', MAYBE),
      displayname: text('displayname', MAYBE),
      position: text('position', MAYBE),
      status: text('status', MAYBE),
      location: text('location', MAYBE),
      active: boolean('active', YES),
      contact: text('contact', MAYBE),
      type: {
        ...plain('choice')('type', { initial: 'internal' }),
        choices: ['bot', 'internal', 'external', 'guest'],
        others: 'refuse'
      },
      organisation: text('organisation', MAYBE),
      primary_group: relation('primary_group_id', 'auth.group', MAYBE)
    }
  },
  {
    name: 'users.ruleset',
    table: 'ruleset',
    unique: [['group', 'name']],
    fields: {
      // Older releases had other rulesets too.
      name: { ...plain('choice')('name'), choices: RULESET_NAMES, others: 'skip' },
      group: relation('group_id', 'auth.group'),
      can_view: boolean('can_view', NO),
      can_add: boolean('can_add', NO),
      can_change: boolean('can_change', NO),
      can_delete: boolean('can_delete', NO)
    }
  }
]
