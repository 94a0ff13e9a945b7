// Filters for numbers.
import { Decimal } from '../decimal.ts'
import { renderingError } from '../errors.ts'
import { lengthOf } from '../lookup.ts'
import type { Filter } from '../language.ts'
import { decimalOf, isText, neededNumber, plainText, textOfValue, wholeNumber } from '../python.ts'
import { groupThousands } from '../shown.ts'

/** Numbers have no more places than this; longer texts of zeros tell nobody anything. */
const MAX_PLACES = 200

/** A sum of whole numbers; texts and lists are put one behind the other. */
async function add(value: unknown, argument: unknown): Promise<unknown> {
  const [a, b] = [wholeNumber(value), wholeNumber(argument)]
  if (a !== undefined && b !== undefined) return a + b
  if (isText(value) && isText(argument)) return plainText(value) + plainText(argument)
  if (Array.isArray(value) && Array.isArray(argument)) return [...value, ...argument]
  const [x, y] = isText(value) || isText(argument) ? [] : [decimalOf(value), decimalOf(argument)]
  return x && y ? x.plus(y) : ''
}

/**
 * A number with so many places, a half rounded up; with none where it is whole and the places are negative.
 *
 * @param argument the places; `g` behind them groups the digits, `u` shows nothing in the words of a language
 */
async function floatFormat(value: unknown, argument: unknown): Promise<unknown> {
  const text = argument === undefined ? '-1' : (await textOfValue(argument)).trim()
  const [, number, suffix = ''] = /^([+-]?\d{1,4})?([gu]{0,2})$/.exec(text) ?? []
  const decimal = decimalOf(value) ?? decimalOf(await textOfValue(value))
  if (!decimal) return ''
  if (number === undefined && !/^[gu]{1,2}$/.test(text)) return value
  const places = Number(number ?? -1)
  if (Math.abs(places) > MAX_PLACES) return value
  const whole = decimal.normalized().exponent >= 0
  const shown = decimal.rounded(whole && places <= 0 ? 0 : Math.abs(places), 'up').plain()
  return suffix.includes('g') ? groupThousands(shown) : shown
}

const SIZES = ['KB', 'MB', 'GB', 'TB', 'PB']

/** A number of bytes as people say it. */
function fileSize(value: unknown): string {
  const bytes = decimalOf(value)?.toNumber() ?? 0
  const amount = Math.abs(bytes)
  const sign = bytes < 0 ? '-' : ''
  if (amount < 1024) return `${sign}${Math.trunc(amount)}\u00a0byte${Math.trunc(amount) === 1 ? '' : 's'}`
  const power = Math.min(SIZES.length, Math.floor(Math.log2(amount) / 10))
  return `${sign}${Decimal.float(amount / 1024 ** power)
    .rounded(1)
    .plain()}\u00a0${SIZES[power - 1]}`
}

/** One digit of a whole number, counted from the right. */
function digit(value: unknown, argument: unknown): unknown {
  const [number, place] = [wholeNumber(value), wholeNumber(argument)]
  if (number === undefined || place === undefined || place < 1) return value
  const found = String(number).at(-place)
  return found === undefined ? 0 : Number(found)
}

/** Whether one whole number is a multiple of another. */
async function divisible(value: unknown, argument: unknown): Promise<boolean> {
  const [number, divisor] = [await neededNumber(value), await neededNumber(argument)]
  if (divisor === 0) throw renderingError('integer modulo by zero')
  return number % divisor === 0
}

/** What words end in: nothing for one, `s` for several, or as it is told. */
async function pluralEnding(value: unknown, argument: unknown): Promise<string> {
  const text = argument === undefined ? 's' : await textOfValue(argument)
  const endings = text.includes(',') ? text.split(',') : ['', text]
  if (endings.length > 2) return ''
  const number = decimalOf(value)?.toNumber() ?? (await lengthOf(value))
  return number === undefined ? '' : number === 1 ? endings[0]! : endings[1]!
}

/** Filters for numbers. */
export const NUMBER_FILTERS: Readonly<Record<string, Filter>> = {
  add: { argument: 'required', apply: add },
  divisibleby: { argument: 'required', apply: divisible },
  filesizeformat: { safe: true, apply: fileSize },
  floatformat: { argument: 'optional', safe: true, apply: floatFormat },
  get_digit: { argument: 'required', apply: digit },
  pluralize: { argument: 'optional', apply: pluralEnding }
}
