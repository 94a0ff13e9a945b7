/**
 * Physical units as the reference server understands them: pure, without a database
 * (docs/behaviour/units.md#units-and-quantities).
 */
export { type AllUnits, type UnitEntry, allUnits } from './all-units.ts'
export {
  type Quantity,
  convert,
  expandEngineering,
  isValidUnit,
  parseQuantity,
  parseValue,
  quantityIn
} from './convert.ts'
export type { CustomUnit } from './definitions.ts'
export { UndefinedUnitError, UnitError } from './errors.ts'
export { UnitRegistry, standardRegistry } from './registry.ts'
export { Units } from './store.ts'
