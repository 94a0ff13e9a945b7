import type { Module } from '#framework/module.ts'
import { stateNameProblems } from './custom.ts'
import { statusOperations } from './operations.ts'
import { STATUS_TRANSFER } from './transfer.ts'

/** What the numbers of states mean, and states that people add. */
export const statusModule = {
  name: 'status',
  models: {
    inventreecustomuserstatemodel: {
      table: 'custom_state',
      className: 'InvenTreeCustomUserStateModel',
      rulesets: [],
      api: '/api/generic/status/custom/'
    }
  },
  textChecks: () => ({ 'state-name': stateNameProblems }),
  transfer: STATUS_TRANSFER,
  operations: () => statusOperations
} satisfies Module
