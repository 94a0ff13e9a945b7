import { invalid } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { currencyCodes } from './settings/definitions.ts'

/** The digits of a number as it is written without an exponent: in front of the point and behind it. */
function digits (number: number): [whole: string, fraction: string] {
  const [, whole, fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number))!
  const all = whole + fraction
  const point = whole!.length + Number(exponent)
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0')
  const at = point <= 0 ? 1 : point
  return [padded.slice(0, at).replace(/^0+/, ''), padded.slice(at).replace(/0+$/, '')]
}

/**
 * What is wrong with a number that must fit a decimal column; undefined where it fits.
 *
 * @param most how many digits it may have in all
 * @param places how many of them behind the point
 */
export function decimalProblem (number: number, most: number, places: number): string | undefined {
  const [whole, fraction] = digits(number)
  if (whole.length + fraction.length > most) return `Ensure that there are no more than ${most} digits in total.`
  if (fraction.length > places) return `Ensure that there are no more than ${places} decimal places.`
  if (whole.length > most - places) return `Ensure that there are no more than ${most - places} digits before the decimal point.`
  return undefined
}

/** A number with at most so many decimal places; a half goes to the even neighbour. */
export function rounded (number: number, places: number): number {
  const [whole, fraction] = digits(number)
  if (fraction.length <= places) return number
  const kept = BigInt(whole + fraction.slice(0, places))
  const rest = fraction.slice(places)
  const half = '5'.padEnd(rest.length, '0')
  const up = rest > half || (rest === half && kept % 2n === 1n)
  const text = String(up ? kept + 1n : kept).padStart(places + 1, '0')
  return Number(`${number < 0 ? '-' : ''}${text.slice(0, text.length - places)}.${text.slice(text.length - places)}`)
}

/** The currency that prices are in unless they say otherwise. */
export const baseCurrency = (settings: SettingReader): string => settings.text('INVENTREE_DEFAULT_CURRENCY')

/** @throws 400 where a text is none of the currencies that the settings allow */
export function checkCurrency (settings: SettingReader, field: string, code: string | undefined): void {
  if (code !== undefined && !currencyCodes(settings.text('CURRENCY_CODES')).includes(code)) throw invalid({ [field]: [`"${code}" is not a valid choice.`] })
}

/** An amount of money as it is kept: six decimal places. */
export function money (field: string, amount: number): number {
  const kept = rounded(amount, 6)
  const problem = decimalProblem(kept, 19, 6)
  if (problem) throw invalid({ [field]: [problem] })
  return kept
}
