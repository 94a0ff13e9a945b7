import type { Module } from '#framework/module.ts'
import { projectCode } from './project-code.ts'
import { PROJECT_CODE_TRANSFER } from './transfer.ts'

/** Project codes. */
export const projectCodeModule = {
  name: 'project-code',
  models: {
    projectcode: { table: 'project_code', className: 'ProjectCode', rulesets: [], api: '/api/project-code/' }
  },
  lookups: {
    projectcode: ['code']
  },
  transfer: PROJECT_CODE_TRANSFER,
  operations: () => projectCode.operations
} satisfies Module
