import type { Curve } from './definitions.ts'
import { UnitError } from './errors.ts'
import type { Algebra } from './parser.ts'
import type { UnitRegistry } from './registry.ts'
import { type Scaled, type Units, combine, NO_UNITS, quotient, realPower, sameUnits } from './units.ts'

/** A number of some units; a plain number has none. */
export interface Amount {
  readonly magnitude: number
  readonly units: Units
}

/**
 * Takes a value on a curved scale and the scale of its unit.
 *
 * @returns the value in its reference units
 */
function straighten(value: number, scale: number, curve: Curve): number {
  if (curve.kind === 'offset') return value * scale + curve.offset
  return scale * Math.exp(Math.log(curve.base) * (value / curve.factor))
}

/** The reverse of `straighten`. */
function bend(value: number, scale: number, curve: Curve): number {
  if (curve.kind === 'offset') return (value - curve.offset) / scale
  return (curve.factor * Math.log(value / scale)) / Math.log(curve.base)
}

const unreferenced: Scaled = { scale: 1, units: NO_UNITS }

/**
 * Takes a quantity.
 *
 * @returns the same in base units; a temperature in kelvin, a level as the ratio or power it stands for
 */
export function toRoot(amount: Amount, registry: UnitRegistry): Amount {
  const curved = registry.curved(amount.units)
  if (curved?.alone) {
    const reference = curved.unit.reference ?? unreferenced
    const root = registry.root(reference.units)
    return { magnitude: straighten(amount.magnitude, reference.scale, curved.curve) * root.scale, units: root.units }
  }
  const root = registry.root(amount.units)
  return { magnitude: amount.magnitude * root.scale, units: root.units }
}

/**
 * Takes a quantity and target units.
 *
 * @returns its magnitude in them
 * @throws UnitError where the dimensions differ
 */
export function inUnits(amount: Amount, target: Units, registry: UnitRegistry): number {
  if (sameUnits(amount.units, target)) return amount.magnitude
  if (registry.dimension(amount.units) !== registry.dimension(target)) throw new UnitError('The dimensions differ')
  let { magnitude, units } = amount
  const source = registry.curved(units)
  if (source?.alone) {
    const reference = source.unit.reference ?? unreferenced
    magnitude = straighten(magnitude, reference.scale, source.curve)
    units = reference.units
  }
  const end = registry.curved(target)
  if (end?.alone) {
    if ([...units.keys()].some((name) => name.startsWith('delta_')))
      throw new UnitError('A difference has no absolute value')
    const reference = end.unit.reference ?? unreferenced
    magnitude *= registry.root(combine(units, reference.units, -1)).scale
    return bend(magnitude, reference.scale, end.curve)
  }
  if (source?.curve.kind === 'offset' && [...target.keys()].some((name) => name.startsWith('delta_')))
    throw new UnitError('An absolute value is no difference')
  return magnitude * registry.root(combine(units, registry.differences(target), -1)).scale
}

/**
 * @param registry a registry
 * @returns the algebra of quantities, in which values are written. Like the reference it multiplies a temperature in
 *   °C by a plain number as it stands, and turns it into kelvin before it meets another unit.
 */
export function quantityAlgebra(registry: UnitRegistry): Algebra<Amount> {
  const plain = (amount: Amount): boolean => amount.units.size === 0
  const isCurved = (amount: Amount): boolean => registry.curved(amount.units) !== undefined
  const straight = (amount: Amount): Amount => (isCurved(amount) ? toRoot(amount, registry) : amount)
  const number = (magnitude: number): Amount => ({ magnitude, units: NO_UNITS })

  /** a + sign·b in the units of whichever says more. */
  function sum(a: Amount, b: Amount, sign: 1 | -1): Amount {
    // A zero or NaN without unit joins any unit.
    const neutral = (x: Amount): boolean => plain(x) && !(Math.abs(x.magnitude) > 0)
    if (neutral(a)) return { magnitude: a.magnitude + sign * b.magnitude, units: b.units }
    if (neutral(b)) return { magnitude: a.magnitude + sign * b.magnitude, units: a.units }
    if (isCurved(a) || isCurved(b)) return curvedSum(a, b, sign)
    const units = plain(b) ? NO_UNITS : a.units
    return { magnitude: inUnits(a, units, registry) + sign * inUnits(b, units, registry), units }
  }

  /** Temperatures: two of them have a difference; one takes a difference. Levels of one unit add up. */
  function curvedSum(a: Amount, b: Amount, sign: 1 | -1): Amount {
    const left = registry.curved(a.units)
    const right = registry.curved(b.units)
    if (left?.curve.kind === 'log' || right?.curve.kind === 'log') {
      if (!sameUnits(a.units, b.units)) throw new UnitError('Levels of different units')
      return { magnitude: a.magnitude + sign * b.magnitude, units: a.units }
    }
    const differenceOf = (x: typeof left): Units => new Map([[`delta_${x?.unit.name ?? ''}`, 1]])
    const isDifference = (x: Amount): boolean => [...x.units.keys()].some((name) => name.startsWith('delta_'))
    if (left?.alone && isDifference(b))
      return { magnitude: a.magnitude + sign * inUnits(b, differenceOf(left), registry), units: a.units }
    if (right?.alone && isDifference(a) && sign === 1)
      return { magnitude: inUnits(a, differenceOf(right), registry) + b.magnitude, units: b.units }
    if (sign === 1) throw new UnitError('Two absolute temperatures have no sum')
    const magnitude = a.magnitude - inUnits(b, a.units, registry)
    return { magnitude, units: left ? differenceOf(left) : a.units }
  }

  return {
    number,
    unit: (name) => ({ magnitude: 1, units: new Map([[registry.canonicalName(name), 1]]) }),
    add: (a, b) => sum(a, b, 1),
    subtract: (a, b) => sum(a, b, -1),
    multiply: (a, b) => {
      const [x, y] = plain(a) || plain(b) ? [a, b] : [straight(a), straight(b)]
      return { magnitude: x.magnitude * y.magnitude, units: combine(x.units, y.units) }
    },
    divide: (a, b) => {
      if (plain(b) && isCurved(a)) throw new UnitError('A temperature or level cannot be divided')
      const [x, y] = [straight(a), straight(b)]
      return { magnitude: quotient(x.magnitude, y.magnitude), units: combine(x.units, y.units, -1) }
    },
    floorDivide: (a, b) => {
      const divisor = plain(a) || plain(b) ? inUnits(b, NO_UNITS, registry) : inUnits(b, a.units, registry)
      const dividend = plain(b) ? inUnits(a, NO_UNITS, registry) : a.magnitude
      return number(Math.floor(quotient(dividend, divisor)))
    },
    power: (a, b) => {
      const exponent = inUnits(b, NO_UNITS, registry)
      const base = exponent === 1 ? a : straight(a)
      return {
        magnitude: realPower(base.magnitude, exponent),
        units: exponent === 0 ? NO_UNITS : combine(NO_UNITS, base.units, exponent)
      }
    },
    negate: (a) => ({ magnitude: -a.magnitude, units: a.units })
  }
}
