import { UnitError } from './errors.ts'
import { evaluate } from './parser.ts'
import { type Amount, inUnits, quantityAlgebra, toRoot } from './quantity.ts'
import { type UnitRegistry, standardRegistry } from './registry.ts'

/** A quantity as it was written. */
export interface Quantity extends Amount {
  /** The magnitude in base units: the plain number if `dimensionless`, as 24 for `2 dozen`. */
  readonly baseMagnitude: number
  /** Nothing is left of its units in base units. Angles, bits and counts are not dimensionless in this sense. */
  readonly dimensionless: boolean
}

/**
 * Takes a text such as `3 m`, `2 dz`, `1/2 inch` (a BOM raw amount, a custom unit's definition).
 *
 * No engineering notation, no feet and inch marks, in raw amounts (docs/behaviour/bom.md#rules).
 *
 * @returns the quantity
 * @throws UnitError if it cannot be read (UndefinedUnitError, whose message the API shows, for an unknown name)
 */
export function parseQuantity(text: string, registry: UnitRegistry = standardRegistry()): Quantity {
  const amount = evaluate(text, quantityAlgebra(registry))
  const root = toRoot(amount, registry)
  return { ...amount, baseMagnitude: root.magnitude, dimensionless: root.units.size === 0 }
}

/**
 * Takes a quantity and a unit.
 *
 * @returns the number of that unit; a dimensionless quantity counts as already in it, which is why `50%` against `%`
 *   is 0.5 (docs/behaviour/units.md#units-and-quantities)
 * @throws UnitError where the dimensions differ or the unit is none
 */
export function quantityIn(quantity: Quantity, unit: string, registry: UnitRegistry = standardRegistry()): number {
  const target = registry.parseUnits(unit)
  return quantity.dimensionless ? quantity.baseMagnitude : inUnits(quantity, target, registry)
}

/**
 * Takes the text of a `units` field.
 *
 * @returns whether the reference accepts it – any expression that its unit library can compute, so `3`, `10 m` and
 *   `pcs` too (docs/behaviour/units.md#units-and-quantities). Where the reference breaks with a 500, as on `((`, the
 *   answer is no. A blank text is valid; whether a blank is allowed is the caller's affair.
 */
export function isValidUnit(text: string, registry: UnitRegistry = standardRegistry()): boolean {
  if (text.trim() === '') return true
  try {
    parseQuantity(text, registry)
    return true
  } catch (error) {
    if (error instanceof UnitError) return false
    throw error
  }
}

/**
 * @param text `4R7`, digits, letters, digits, and perhaps more
 * @returns `4.7R`; any other text as it is (docs/behaviour/units.md#units-and-quantities)
 */
function expandEngineering(text: string): string {
  return text.replace(/^(\d+)([a-zA-Z]+)(\d+)/, '$1.$3$2')
}

/** A single trailing ' means feet, a single trailing " inches. */
function expandMarks(text: string): string {
  for (const [mark, unit] of [
    ["'", 'feet'],
    ['"', 'inches']
  ] as const)
    if (text.indexOf(mark) === text.length - 1 && text !== '') return `${text.slice(0, -1)} ${unit}`
  return text
}

/**
 * @returns the first of these texts that `read` makes sense of, or undefined
 */
function firstReadable<T>(texts: readonly string[], read: (text: string) => T): T | undefined {
  for (const text of new Set(texts)) {
    try {
      return read(text)
    } catch (error) {
      if (!(error instanceof UnitError)) throw error
    }
  }
  return undefined
}

/**
 * Takes a value as typed, for something that has no unit (a pack quantity of a part without one).
 *
 * @returns the quantity, read with feet and inch marks and engineering notation; whether it must be dimensionless is
 *   the caller's affair
 * @throws UnitError `No value provided` or `Invalid quantity provided` (docs/behaviour/units.md#units-and-quantities)
 */
export function parseValue(value: string, registry: UnitRegistry = standardRegistry()): Quantity {
  const text = expandMarks(value.trim())
  if (text === '') throw new UnitError('No value provided')
  const quantity = firstReadable([text, expandEngineering(text)], (attempt) => parseQuantity(attempt, registry))
  if (quantity === undefined) throw new UnitError('Invalid quantity provided')
  return quantity
}

/**
 * Takes a value as typed and the unit to have it in ('' for none).
 *
 * @returns the number in that unit; it may be infinite or NaN, when so written. The text is tried as it is, then with
 *   engineering notation expanded, then both with the unit appended; the first that can be read and converted wins
 *   (docs/behaviour/units.md#units-and-quantities). Without a unit: the plain number that a dimensionless value
 *   stands for (24 for `2 dz`), of any other the number as written
 * @throws UnitError with the reference's message
 */
export function convertUnits(value: string, unit: string, registry: UnitRegistry = standardRegistry()): number {
  const target = unit.trim()
  if (target === '') {
    const quantity = parseValue(value, registry)
    return quantity.dimensionless ? quantity.baseMagnitude : quantity.magnitude
  }
  checkTarget(target, registry)
  const original = value.trim()
  if (original === '') throw new UnitError('No value provided')
  const text = expandMarks(original)
  const expanded = expandEngineering(text)
  const attempts = [text, expanded, text + target, expanded + target]
  const number = firstReadable(attempts, (attempt) => quantityIn(parseQuantity(attempt, registry), target, registry))
  if (number === undefined) throw new UnitError(`Could not convert ${original} to ${target}`)
  return number
}

function checkTarget(unit: string, registry: UnitRegistry): void {
  try {
    registry.parseUnits(unit)
  } catch (error) {
    if (error instanceof UnitError) throw new UnitError(`Invalid unit provided (${unit})`)
    throw error
  }
}
