import type { Module } from '#framework/module.ts'
import { projectCodeRoom } from './index.ts'

/** Project codes. */
export const projectCodeModule = {
  name: 'project-code',
  models: {
    projectcode: { table: 'project_code', className: 'ProjectCode', rulesets: [], api: '/api/project-code/' }
  },
  lookups: {
    projectcode: ['code']
  },
  operations: () => projectCodeRoom
} satisfies Module
