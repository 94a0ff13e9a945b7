import { LIFETIME_DAYS } from '#auth/tokens.ts'
import type { Module } from '#framework/module.ts'
import { userOperations } from './operations.ts'
import { afterDays } from '#framework/time.ts'
import { USER_TRANSFER } from './transfer.ts'
import { USER_EARLIER } from './transfer.earlier.ts'

/** Users, their groups, and what they may do. */
export const userModule = {
  name: 'user',
  models: {
    user: { table: 'user', className: 'User', rulesets: ['admin'], api: '/api/user/' },
    group: { table: 'group', className: 'Group', rulesets: ['admin'], api: '/api/user/group/' },
    owner: { table: 'owner', className: 'Owner', rulesets: [], api: '/api/user/owner/' }
  },
  transfer: USER_TRANSFER,
  initial: { user: ({ caller }) => caller?.id ?? null, 'token-expiry': () => afterDays(LIFETIME_DAYS) },
  earlier: USER_EARLIER,
  operations: userOperations
} satisfies Module
