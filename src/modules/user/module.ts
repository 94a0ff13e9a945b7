import type { Module } from '#framework/module.ts'
import { userOperations } from './operations.ts'
import { USER_TRANSFER } from './transfer.ts'

/** Users, their groups, and what they may do. */
export const userModule = {
  name: 'user',
  models: {
    user: { table: 'user', className: 'User', rulesets: ['admin'], api: '/api/user/' },
    group: { table: 'group', className: 'Group', rulesets: ['admin'], api: '/api/user/group/' },
    owner: { table: 'owner', className: 'Owner', rulesets: [], api: '/api/user/owner/' }
  },
  transfer: USER_TRANSFER,
  operations: ({ vault, config }) => userOperations(vault, config.protectSuperusers ?? false)
} satisfies Module
