import type { RequestContext } from '#contract/scopes.ts'
import type { Module } from '#framework/module.ts'
import { stateNameProblems } from './custom.ts'
import { statusOperations } from './operations.ts'
import { labelsOf, STATUS_CLASSES } from './states.ts'
import { STATUS_TRANSFER } from './transfer.ts'
import { STATUS_EARLIER } from './transfer.earlier.ts'

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
  choices: Object.fromEntries(
    STATUS_CLASSES.map((status) => [
      status,
      async ({ db }: RequestContext) =>
        Array.from(await labelsOf(db, status), ([value, display_name]) => ({ value, display_name }))
    ])
  ),
  textChecks: () => ({ 'state-name': stateNameProblems }),
  transfer: STATUS_TRANSFER,
  earlier: STATUS_EARLIER,
  operations: () => statusOperations
} satisfies Module
