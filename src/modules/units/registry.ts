import { type Curve, type CustomUnit, type UnitDefinition, withCustomUnits } from './definitions.ts'
import { UndefinedUnitError, UnitError } from './errors.ts'
import { evaluate } from './parser.ts'
import { prefixes } from './tables/prefixes.ts'
import { type Scaled, type Units, unitAlgebra } from './units.ts'

/** A canonical unit with its definition read. */
export interface Unit {
  readonly name: string
  /** What one of it is, in other units; a base unit has none. */
  readonly reference: Scaled | undefined
  /** The dimension of a base unit: `[length]`, or `[]` for one that measures nothing. */
  readonly dimension: string | undefined
  readonly curve: Curve | undefined
}

const prefixSpellings: readonly (readonly [spelling: string, name: string, factor: number])[] = prefixes.flatMap(
  ([name, factor, spellings]) =>
    [name, ...spellings.split(' ')].filter((s) => s !== '').map((s) => [s, name, factor] as const)
)

/** A chain of definitions longer than this runs in a circle, which custom units can do. */
const longestChain = 60

/**
 * The units known: the built-in ones and, on top of them, custom ones (docs/behaviour/units.md#units-and-quantities).
 * Cheap to make: a definition is read when it is first needed. Make a new one whenever the custom units change.
 */
export class UnitRegistry {
  readonly definitions: ReadonlyMap<string, UnitDefinition>
  readonly #canonical = new Map<string, string>()
  readonly #units = new Map<string, Unit>()
  readonly #prefixed = new Map<string, Unit>()
  readonly algebra = unitAlgebra((name) => this.canonicalName(name))

  /**
   * @param custom the rows of /api/units/; one whose definition cannot be read harms nothing until it is used
   */
  constructor(custom: readonly CustomUnit[] = []) {
    this.definitions = withCustomUnits(custom)
  }

  /**
   * @param text a name as written, case counting
   * @returns the canonical name, prefix included: `uF` → `microfarad`. Whole names come first, then prefix + unit,
   *   then the same with a plural s – which a one-letter unit does not take, so `pcs` is parsecs and `ms`
   *   milliseconds.
   * @throws UndefinedUnitError
   */
  canonicalName(text: string): string {
    const known = this.#canonical.get(text)
    if (known !== undefined) return known
    const found = this.#find(text, false) ?? (text.endsWith('s') ? this.#find(text.slice(0, -1), true) : undefined)
    if (found === undefined) throw new UndefinedUnitError(text)
    this.#canonical.set(text, found)
    return found
  }

  #find(text: string, plural: boolean): string | undefined {
    const whole = plural && text.length === 1 ? undefined : this.definitions.get(text)
    if (whole !== undefined) return whole.name
    for (const [spelling, prefix, factor] of prefixSpellings) {
      if (!text.startsWith(spelling)) continue
      const rest = text.slice(spelling.length)
      const definition = plural && rest.length === 1 ? undefined : this.definitions.get(rest)
      if (definition === undefined) continue
      if (definition.curve !== undefined) throw new UnitError(`${definition.name} takes no prefix`)
      const name = prefix + definition.name
      if (!this.definitions.has(name)) {
        const reference = { scale: factor, units: new Map([[definition.name, 1]]) }
        this.#prefixed.set(name, { name, reference, dimension: undefined, curve: undefined })
      }
      return name
    }
    return undefined
  }

  /**
   * @param name a canonical name
   * @returns that unit
   * @throws UnitError where its definition makes no sense
   */
  unit(name: string): Unit {
    const known = this.#units.get(name) ?? this.#prefixed.get(name)
    if (known !== undefined) return known
    const definition = this.definitions.get(name)
    if (definition === undefined) throw new UndefinedUnitError(name)
    const { expression, curve } = definition
    const isBase = expression.startsWith('[')
    const unit: Unit = {
      name,
      reference: isBase ? undefined : evaluate(expression, this.algebra),
      dimension: isBase ? expression : undefined,
      curve
    }
    this.#units.set(name, unit)
    return unit
  }

  /**
   * @param units units
   * @returns how many of which base units one of them is (offsets and logarithms left aside). The factors met on the
   *   way are gathered before they are multiplied, the divisors last and in their own order: equal ones cancel exactly
   *   then, so that 1 m/s is 3.6 km/h and not 3.5999999999999996, and results agree with the reference to the last digit.
   */
  root(units: Units): Scaled {
    const base = new Map<string, number>()
    const [factors, divisors] = [new Map<number, number>(), new Map<number, number>()]
    this.#descend(units, 1, base, { factors, divisors }, 0)
    for (const [name, exponent] of base) if (exponent === 0) base.delete(name)
    const left = (of: Map<number, number>, by: Map<number, number>) =>
      [...of]
        .map(([factor, times]) => [factor, times - (by.get(factor) ?? 0)] as const)
        .filter(([, times]) => times > 0)
    let scale = 1
    for (const [factor, times] of left(factors, divisors)) scale *= factor ** times
    for (const [divisor, times] of left(divisors, factors)) scale *= divisor ** -times
    return { scale, units: base }
  }

  #descend(
    units: Units,
    times: number,
    base: Map<string, number>,
    into: Record<'factors' | 'divisors', Map<number, number>>,
    depth: number
  ): void {
    if (depth > longestChain) throw new UnitError('A unit is defined by itself')
    for (const [name, exponent] of units) {
      const power = exponent * times
      const { reference } = this.unit(this.canonicalName(name))
      if (reference === undefined) base.set(name, (base.get(name) ?? 0) + power)
      else {
        const those = power < 0 ? into.divisors : into.factors
        those.set(reference.scale, (those.get(reference.scale) ?? 0) + Math.abs(power))
        this.#descend(reference.units, power, base, into, depth + 1)
      }
    }
  }

  /**
   * @param units units
   * @returns their dimensions as one text, equal for what can be converted and empty for a pure number
   */
  dimension(units: Units): string {
    const exponents = new Map<string, number>()
    for (const [name, exponent] of this.root(units).units) {
      const dimension = this.unit(name).dimension ?? ''
      if (dimension !== '[]') exponents.set(dimension, (exponents.get(dimension) ?? 0) + exponent)
    }
    // Roots leave a rounding error in an exponent; nine digits tell any two real ones apart.
    const named = [...exponents].map(([d, e]) => [d, Number(e.toFixed(9))] as const).filter(([, e]) => e !== 0)
    return named
      .map(([d, e]) => d + e)
      .sort()
      .join(' ')
  }

  /**
   * @param text a unit to convert to
   * @returns its units
   * @throws UnitError where a factor (`10 m`) or a sum makes it no unit
   */
  parseUnits(text: string): Units {
    const { scale, units } = evaluate(text, this.algebra)
    if (scale !== 1) throw new UnitError('A unit has no factor')
    return units
  }

  /**
   * @param units units
   * @returns the one unit with an offset or a logarithm in them, if any, and its exponent
   */
  curved(units: Units): { readonly unit: Unit; readonly curve: Curve; readonly alone: boolean } | undefined {
    for (const [name, exponent] of units) {
      const unit = this.unit(name)
      if (unit.curve !== undefined) return { unit, curve: unit.curve, alone: units.size === 1 && exponent === 1 }
    }
    return undefined
  }

  /**
   * @param units units of a target such as `W/degC`
   * @returns the same with differences of temperature in place of temperatures
   */
  differences(units: Units): Units {
    return new Map(
      [...units].map(([name, exponent]) => [
        this.unit(name).curve?.kind === 'offset' ? `delta_${name}` : name,
        exponent
      ])
    )
  }
}

let shared: UnitRegistry | undefined

/**
 * @returns the registry without custom units, made at the first call
 */
export function standardRegistry(): UnitRegistry {
  return (shared ??= new UnitRegistry())
}
