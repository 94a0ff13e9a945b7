import { UnitError } from './errors.ts'
import type { Algebra } from './parser.ts'

/** A product of units: the exponent of each, by canonical name, in the order in which they were met. */
export type Units = ReadonlyMap<string, number>

/** A number of such units, as a definition says it: `yard / 36` is 1/36 of {yard: 1}. */
export interface Scaled {
  readonly scale: number
  readonly units: Units
}

/** No unit at all. */
export const NO_UNITS: Units = new Map()

/**
 * Takes two products and a factor for the exponents of the second.
 *
 * @returns their product a · b^times
 */
export function combine(a: Units, b: Units, times = 1): Units {
  const result = new Map(a)
  for (const [unit, exponent] of b) {
    const sum = (result.get(unit) ?? 0) + exponent * times
    if (sum === 0) result.delete(unit)
    else result.set(unit, sum)
  }
  return result
}

/**
 * Takes two products.
 *
 * @returns whether they are the same, in whatever order
 */
export function sameUnits(a: Units, b: Units): boolean {
  if (a.size !== b.size) return false
  for (const [unit, exponent] of a) if (b.get(unit) !== exponent) return false
  return true
}

/**
 * Takes a number and its divisor.
 *
 * @returns the quotient; a zero divisor throws, as it does in the reference
 */
export function quotient(a: number, b: number): number {
  if (b === 0) throw new UnitError('division by zero')
  return a / b
}

/**
 * Takes base and exponent.
 *
 * @returns the power; one that is no real number throws
 */
export function realPower(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) throw new UnitError('zero has no negative power')
  const result = base ** exponent
  if (Number.isNaN(result) && !Number.isNaN(base) && !Number.isNaN(exponent)) throw new UnitError('no real power')
  return result
}

const refuse = (): never => {
  throw new UnitError('not a unit')
}

/**
 * @param canonical how a name becomes a canonical name
 * @returns the algebra of scaled units, in which definitions and target units are written. It knows no sums: `m + s`
 *   is a quantity perhaps, never a unit.
 */
export function unitAlgebra(canonical: (name: string) => string): Algebra<Scaled> {
  return {
    number: (scale) => ({ scale, units: NO_UNITS }),
    unit: (name) => ({ scale: 1, units: new Map([[canonical(name), 1]]) }),
    multiply: (a, b) => ({ scale: a.scale * b.scale, units: combine(a.units, b.units) }),
    divide: (a, b) => ({ scale: quotient(a.scale, b.scale), units: combine(a.units, b.units, -1) }),
    floorDivide: refuse,
    power: (a, b) =>
      b.units.size > 0 ? refuse() : { scale: realPower(a.scale, b.scale), units: combine(NO_UNITS, a.units, b.scale) },
    negate: (a) => ({ scale: -a.scale, units: a.units }),
    add: refuse,
    subtract: refuse
  }
}
