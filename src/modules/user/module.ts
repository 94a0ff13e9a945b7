import type { Module } from '#framework/module.ts'
import { userOperations } from './index.ts'

/** Users, their groups, and what they may do. */
export const userModule = {
  name: 'user',
  models: {
    user: { table: 'user', className: 'User', rulesets: ['admin'], api: '/api/user/' },
    group: { table: 'group', className: 'Group', rulesets: ['admin'], api: '/api/user/group/' },
    owner: { table: 'owner', className: 'Owner', rulesets: [], api: '/api/user/owner/' }
  },
  operations: ({ vault, config }) => userOperations(vault, config.protectSuperusers ?? false)
} satisfies Module
