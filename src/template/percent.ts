// Formats such as `03d` and `.2f`, as they stand behind a percent sign in Python.
import { dictionary } from '#db/dictionary.ts'
import { Decimal } from './decimal.ts'
import { decimalOf, representation, textOfValue, wholeNumber } from './python.ts'

const FORMAT = /^([-+ 0#]*)(\d{0,3})(?:\.(\d{0,3}))?([diouxXeEfFgGcrsa%])(.*)$/s

interface Format {
  flags: string
  width: number
  precision: number | undefined
}

const BASES: Readonly<Record<string, number>> = dictionary({ d: 10, i: 10, u: 10, o: 8, x: 16, X: 16 })

function exponential(number: number, digits: number): string {
  return number.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2')
}

/** As short as it can be said with so many digits. */
function general(number: number, digits: number): string {
  const exponent = number === 0 ? 0 : Math.floor(Math.log10(Math.abs(number)))
  if (exponent < -4 || exponent >= digits) {
    const [mantissa, power] = exponential(number, digits - 1).split('e') as [string, string]
    return `${Number(mantissa)}e${power}`
  }
  return String(Number(number.toPrecision(digits)))
}

/** The digits of a number, without its sign; undefined where a value is none. */
function digitsOf(kind: string, value: unknown, precision: number | undefined): string | undefined {
  if (Object.hasOwn(BASES, kind)) {
    const number = typeof value === 'string' ? undefined : wholeNumber(value)
    const digits = number === undefined ? undefined : Math.abs(number).toString(BASES[kind])
    return kind === 'X' ? digits?.toUpperCase() : digits
  }
  const number = decimalOf(value)
  if (!number) return undefined
  const positive = new Decimal(number.coefficient < 0n ? -number.coefficient : number.coefficient, number.exponent)
  const places = precision ?? 6
  const lower = kind.toLowerCase()
  if (lower === 'f') return positive.rounded(places).plain()
  const text =
    lower === 'e' ? exponential(positive.toNumber(), places) : general(positive.toNumber(), Math.max(1, places))
  return kind === lower ? text : text.toUpperCase()
}

function padded(text: string, sign: string, { flags, width }: Format, numeric: boolean): string {
  const missing = Math.max(0, width - text.length - sign.length)
  if (flags.includes('-')) return sign + text + ' '.repeat(missing)
  return numeric && flags.includes('0') ? sign + '0'.repeat(missing) + text : ' '.repeat(missing) + sign + text
}

const isNegative = (value: unknown): boolean => (decimalOf(value)?.coefficient ?? 0n) < 0n

/**
 * A value in a format such as `03d`, without its percent sign. Widths have three digits at most.
 *
 * @returns undefined where the format, or the value, is none for it
 */
export async function formatted(format: string, value: unknown): Promise<string | undefined> {
  const [, flags, width, precision, kind, rest] = FORMAT.exec(format) ?? []
  if (flags === undefined || kind === undefined) return undefined
  const how: Format = {
    flags,
    width: Number(width),
    precision: precision === undefined ? undefined : Number(precision)
  }
  if (kind === '%') return undefined
  if ('sar'.includes(kind)) {
    const text = kind === 's' ? await textOfValue(value) : await representation(value)
    return padded(how.precision === undefined ? text : text.slice(0, how.precision), '', how, false) + rest
  }
  if (kind === 'c')
    return typeof value === 'number' ? String.fromCodePoint(Math.trunc(value) & 0xffff) + rest : undefined
  const digits = digitsOf(kind, value, how.precision)
  if (digits === undefined) return undefined
  const sign = isNegative(value) ? '-' : (flags.match(/[+ ]/)?.[0] ?? '')
  return padded(digits, sign, how, true) + rest
}
