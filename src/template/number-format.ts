// Numbers and amounts in a pattern such as `#,##0.00 ¤`, and in the words of a language.
import { Decimal } from './decimal.ts'
import { tagRefusal } from './errors.ts'

/** No number is shown with more digits before, or behind, its point. */
const MAX_DIGITS = 20
const HUNDRED = new Decimal(100n, 0)

/**
 * The language that a template asks for, such as `de-de`; American English where it asks for none.
 *
 * @throws TemplateError where nobody speaks it
 */
export function localeOf(asked: string | undefined): string {
  if (!asked) return 'en-US'
  const tag = asked.replaceAll('_', '-')
  try {
    if (Intl.NumberFormat.supportedLocalesOf([tag]).length) return tag
  } catch {}
  const [language, ...rest] = asked.split(/[-_]/)
  const name = [language!.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join(
    '_'
  )
  throw tagRefusal(`Invalid locale '${asked}' - unknown locale '${name}'`)
}

/** How many digits something may have: between none and what a page has room for. */
export const digitCount = (number: number | undefined): number | undefined =>
  number === undefined ? undefined : Math.max(0, Math.min(MAX_DIGITS, number))

/** What a number is shown with. */
export interface NumberStyle {
  locale: string
  minimum: number
  maximum: number
  leading?: number | undefined
  grouped: boolean
}

/** A number in the words of a language; a half is rounded to the even neighbour. */
export function numberText(number: Decimal, style: NumberStyle): string {
  const format = new Intl.NumberFormat(style.locale, {
    minimumFractionDigits: Math.min(style.minimum, style.maximum),
    maximumFractionDigits: style.maximum,
    minimumIntegerDigits: Math.max(1, style.leading ?? 1),
    useGrouping: style.grouped,
    roundingMode: 'halfEven'
  })
  return format.format(number.plain() as Intl.StringNumericLiteral)
}

/** How a currency is written in a language, without its amount. */
function currencySign(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

const cut = (text: string, from: number, to: number): [string, string, string] => [
  text.slice(0, from),
  text.slice(from, to),
  text.slice(to)
]

/**
 * A number in a pattern of CLDR: `#,##0.00` groups digits and has two places; what stands around it stays, and `¤` is
 * the currency.
 */
export function patternText(number: Decimal, pattern: string, locale: string, currency?: string): string {
  const [positive, negative] = pattern.split(';') as [string, string?]
  const isNegative = number.coefficient < 0n
  const used = isNegative && negative !== undefined ? negative : positive
  const start = used.search(/[#0,.]/)
  const length = start === -1 ? 0 : used.slice(start).search(/[^#0,.]|$/)
  const [before, digits, after] = start === -1 ? [used, '', ''] : cut(used, start, start + length)
  const [whole, fraction = ''] = digits.split('.') as [string, string?]
  const percent = used.includes('%')
  const shown = numberText(percent ? number.times(HUNDRED) : number, {
    locale,
    minimum: digitCount(fraction.replace(/[^0]/g, '').length)!,
    maximum: digitCount(fraction.replace(/[^0#]/g, '').length)!,
    leading: digitCount(whole.replace(/[^0]/g, '').length),
    grouped: whole.includes(',')
  })
  const sign = currency === undefined ? '' : currencySign(currency, locale)
  const around = (text: string): string => text.replaceAll('¤', sign).replaceAll("'", '')
  const unsigned = isNegative && negative !== undefined ? shown.replace(/^[-\u2212]/, '') : shown
  return around(before) + unsigned + around(after)
}
