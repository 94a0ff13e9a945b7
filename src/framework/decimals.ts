import { decimalProblem, digits } from '#contract/digits.ts'
import { invalid } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { currencyCodes } from '#modules/settings/definitions.ts'

/** A number with at most so many decimal places; a half goes to the even neighbour. */
export function rounded(number: number, places: number): number {
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
export function checkCurrency(settings: SettingReader, field: string, code: string | undefined): void {
  if (code !== undefined && !currencyCodes(settings.text('CURRENCY_CODES')).includes(code))
    throw invalid({ [field]: [`"${code}" is not a valid choice.`] })
}

/** An amount of money as it is kept: six decimal places. */
export function money(field: string, amount: number): number {
  const kept = rounded(amount, 6)
  const problem = decimalProblem(kept, 19, 6)
  if (problem) throw invalid({ [field]: [problem] })
  return kept
}
