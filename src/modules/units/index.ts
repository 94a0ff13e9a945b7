/**
 * Physical units as the reference server understands them: pure, without a database
 * (docs/behaviour/units.md#units-and-quantities).
 */
export { allUnits } from './all-units.ts'
export {
  convertUnits,
  isValidUnit,
  parseQuantity,
  parseValue,
  quantityIn
} from './convert.ts'
export { UndefinedUnitError, UnitError } from './errors.ts'
export { standardRegistry, UnitRegistry } from './registry.ts'
export { UnitStore } from './store.ts'
