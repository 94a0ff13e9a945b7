import { decimalProblem } from '#contract/digits.ts'
import { invalid } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { roundPrice } from '#framework/decimals.ts'

/** The currency that prices are in unless they say otherwise, and that they are compared in. */
export const baseCurrency = (settings: SettingReader): string => settings.text('INVENTREE_DEFAULT_CURRENCY')

/**
 * The codes in the text of CURRENCY_CODES, in capital letters and in their order.
 *
 * @param text codes separated by commas; blanks around them do not matter
 */
export function currencyCodes(text: string): string[] {
  return text
    .split(',')
    .map((code) => code.trim().toUpperCase())
    .filter((code) => code !== '')
}

/** The currencies that prices may be in. */
export const enabledCurrencies = (settings: SettingReader): string[] => currencyCodes(settings.text('CURRENCY_CODES'))

/** @throws 400 where a text is none of the currencies that the settings allow */
export function checkCurrency(settings: SettingReader, field: string, code: string | undefined): void {
  if (code !== undefined && !enabledCurrencies(settings).includes(code))
    throw invalid({ [field]: [`"${code}" is not a valid choice.`] })
}

/** An amount of money as it is kept: six decimal places. */
export function money(field: string, amount: number): number {
  const kept = roundPrice(amount)
  const problem = decimalProblem(kept, 19, 6)
  if (problem) throw invalid({ [field]: [problem] })
  return kept
}
