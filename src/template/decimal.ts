// Decimal numbers that keep their places, as templates show them: 50.00000 stays so, and 2.5 times 4 is 10.0. Results
// have 28 digits at most, rounded to even.
import { limitError } from './errors.ts'

const DIGITS = 28
/** Exponents beyond make no sense in an inventory, and written out they would be long texts. */
const MAX_EXPONENT = 400
const MAX_LENGTH = 400
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i

/** How a half is rounded: to the even neighbour, away from zero, or cut off. */
export type DecimalRounding = 'even' | 'up' | 'down'

const power = (exponent: number): bigint => 10n ** BigInt(exponent)
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
const digitsOf = (value: bigint): number => magnitude(value).toString().length

/** A whole number divided by a power of ten. */
function shifted(value: bigint, places: number, rounding: DecimalRounding): bigint {
  const unit = power(places)
  const [whole, rest] = [value / unit, magnitude(value % unit) * 2n]
  const up =
    rounding !== 'down' && (rest > unit || (rest === unit && (rounding === 'up' || magnitude(whole) % 2n === 1n)))
  return up ? whole + (value < 0n ? -1n : 1n) : whole
}

export class Decimal {
  /** Without the point; with the sign. */
  readonly coefficient: bigint
  /** The power of ten that it is multiplied by: -5 for five places. */
  readonly exponent: number
  /** What messages call its type: one that was written in a template is a float. */
  readonly typeName: 'Decimal' | 'float'

  constructor(coefficient: bigint, exponent: number, typeName: 'Decimal' | 'float' = 'Decimal') {
    this.coefficient = coefficient
    this.exponent = exponent
    this.typeName = typeName
  }

  /** @returns undefined where a text is no number, or one that is too long to work with */
  static parse(text: string): Decimal | undefined {
    const trimmed = text.trim()
    const [, sign, whole = '', fraction = '', exponent = '0'] =
      (trimmed.length <= MAX_LENGTH && NUMBER.exec(trimmed)) || []
    if (sign === undefined || whole + fraction === '' || Math.abs(Number(exponent)) > MAX_EXPONENT) return undefined
    const coefficient = BigInt(whole + fraction)
    return new Decimal(sign === '-' ? -coefficient : coefficient, Number(exponent) - fraction.length)
  }

  /** A number with a fraction, or one that shows `.0`: what Python calls a float. */
  static float(value: number): Decimal {
    const text = Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value)
    const { coefficient, exponent } = Decimal.parse(text) ?? new Decimal(0n, -1)
    return new Decimal(coefficient, exponent, 'float')
  }

  /** A number of the database, with as many places as its column has. */
  static fixed(value: number, places: number): Decimal {
    return Decimal.parse(value.toFixed(places)) ?? new Decimal(0n, -places)
  }

  #aligned(other: Decimal): [bigint, bigint, number] {
    const exponent = Math.min(this.exponent, other.exponent)
    return [
      this.coefficient * power(this.exponent - exponent),
      other.coefficient * power(other.exponent - exponent),
      exponent
    ]
  }

  /**
   * A result. What is too small has no digits left; it never has more places than can be worked with: written out, or
   * added to another, a number whose exponent grew with each round of a loop would take all of the memory there is.
   *
   * @throws TemplateError where it is too large
   */
  static #finished(coefficient: bigint, exponent: number): Decimal {
    const digits = digitsOf(coefficient)
    if (digits + exponent > MAX_EXPONENT && coefficient !== 0n)
      throw limitError('A number of the template is too large')
    const surplus = Math.max(digits - DIGITS, -MAX_EXPONENT - exponent)
    return surplus > 0
      ? new Decimal(shifted(coefficient, surplus, 'even'), exponent + surplus)
      : new Decimal(coefficient, coefficient === 0n ? Math.min(exponent, MAX_EXPONENT) : exponent)
  }

  plus(other: Decimal): Decimal {
    const [a, b, exponent] = this.#aligned(other)
    return Decimal.#finished(a + b, exponent)
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.coefficient, other.exponent))
  }

  times(other: Decimal): Decimal {
    return Decimal.#finished(this.coefficient * other.coefficient, this.exponent + other.exponent)
  }

  /** @param other not zero */
  over(other: Decimal): Decimal {
    const ideal = this.exponent - other.exponent
    const room = Math.max(0, DIGITS + 1 + digitsOf(other.coefficient) - digitsOf(this.coefficient))
    const scaled = this.coefficient * power(room)
    let [quotient, exponent] = [scaled / other.coefficient, ideal - room]
    // A digit more, so that what is rounded next is no half that only looks like one.
    if (scaled % other.coefficient !== 0n)
      return Decimal.#finished(quotient * 10n + (scaled < 0n !== other.coefficient < 0n ? -1n : 1n), exponent - 1)
    while (exponent < ideal && quotient % 10n === 0n) [quotient, exponent] = [quotient / 10n, exponent + 1]
    return Decimal.#finished(quotient, exponent)
  }

  /** The rest of a division, with the sign of this. @param other not zero */
  modulo(other: Decimal): Decimal {
    const [a, b, exponent] = this.#aligned(other)
    return Decimal.#finished(a % b, exponent)
  }

  compare(other: Decimal): number {
    const [a, b] = this.#aligned(other)
    return a < b ? -1 : Number(a > b)
  }

  get isZero(): boolean {
    return this.coefficient === 0n
  }

  /** With so many places, whether it had more or fewer. */
  rounded(places: number, rounding: DecimalRounding = 'even'): Decimal {
    const surplus = -this.exponent - places
    return surplus > 0
      ? new Decimal(shifted(this.coefficient, surplus, rounding), -places)
      : new Decimal(this.coefficient * power(-surplus), -places)
  }

  /** Without zeros at the end of its places. */
  normalized(): Decimal {
    if (this.exponent >= 0) return this.rounded(0)
    let { coefficient, exponent } = this
    while (exponent < 0 && coefficient % 10n === 0n) [coefficient, exponent] = [coefficient / 10n, exponent + 1]
    return new Decimal(coefficient, exponent)
  }

  toNumber(): number {
    return Number(`${this.coefficient}e${this.exponent}`)
  }

  /** Written out with all its places, never with an exponent. */
  plain(): string {
    const { coefficient, exponent } = this.exponent > 0 ? this.rounded(0) : this
    const digits = magnitude(coefficient)
      .toString()
      .padStart(1 - exponent, '0')
    const point = digits.length + exponent
    const text = exponent < 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits
    return coefficient < 0n ? `-${text}` : text
  }

  /** As templates show it: with an exponent where it is large or tiny. */
  toString(): string {
    const digits = magnitude(this.coefficient).toString()
    const leading = this.exponent + digits.length - 1
    if (this.exponent <= 0 && leading >= -6) return this.plain()
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits
    return `${this.coefficient < 0n ? '-' : ''}${mantissa}E${leading < 0 ? '' : '+'}${leading}`
  }
}
