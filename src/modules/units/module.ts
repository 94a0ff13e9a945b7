import type { Module } from '#framework/module.ts'
import { unitsOperations } from './custom-unit.ts'
import { isValidUnit } from './index.ts'
import { UNIT_TRANSFER } from './transfer.ts'

/** Physical units. */
export const unitsModule = {
  name: 'units',
  models: {
    customunit: { table: 'custom_unit', className: 'CustomUnit', rulesets: [], api: '/api/units/' }
  },
  textChecks: ({ units }) => {
    const check = (text: string) => (isValidUnit(text, units.now) ? undefined : 'Invalid physical unit')
    return { unit: Object.assign(check, { lasting: true }) }
  },
  transfer: UNIT_TRANSFER,
  operations: () => unitsOperations
} satisfies Module
