import type { Module } from '#framework/module.ts'
import { unitsRoom } from './custom-unit.ts'
import { currentUnits, isValidUnit } from './index.ts'

/** Physical units. */
export const unitsModule = {
  name: 'units',
  models: {
    customunit: { table: 'custom_unit', className: 'CustomUnit', rulesets: [], api: '/api/units/' }
  },
  textChecks: () => ({ unit: (text) => (isValidUnit(text, currentUnits()) ? undefined : 'Invalid physical unit') }),
  operations: () => unitsRoom
} satisfies Module
