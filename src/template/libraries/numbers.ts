// Numbers, amounts and dates as a language writes them, for the library `report`.
import { localDate, strftime, type DateStyle } from '../dates.ts'
import { tagRefusal, renderingError } from '../errors.ts'
import type { Rendering, SimpleTag, TagArguments } from '../language.ts'
import { decimalOf, isText, isTrue, plainText, textOfValue, wholeNumber } from '../python.ts'
import { currencyText } from '../shown.ts'
import { simpleTag } from '../simple-tag.ts'
import { digitCount, localeOf, numberText, patternText } from '../number-format.ts'
import type { TemplateServices } from '../services.ts'
import { Moment, Money, PlainDate } from '../values.ts'

/** The text of an argument; undefined where it was not given, or is empty. */
export async function textArgument(value: unknown): Promise<string | undefined> {
  if (value === undefined || value === null) return undefined
  return (await textOfValue(value)) || undefined
}

const countArgument = (value: unknown): number | undefined =>
  value === undefined || value === null ? undefined : digitCount(wholeNumber(value))

/** {% format_number 1234.5 decimal_places=2 %} */
async function formatNumber(args: TagArguments): Promise<unknown> {
  const locale = localeOf(await textArgument(args.locale))
  let number = decimalOf(args.number)
  if (!number) return args.number
  const multiplier = decimalOf(args.multiplier)
  if (multiplier) number = number.times(multiplier)
  if (await isTrue(args.integer)) number = number.rounded(0, 'down')
  const pattern = await textArgument(args.fmt)
  if (pattern !== undefined) return patternText(number, pattern, locale)
  const [least, most] = [countArgument(args.decimal_places), countArgument(args.max_decimal_places)]
  const own = digitCount(-Math.min(0, number.normalized().exponent))!
  return numberText(number, {
    locale,
    minimum: least ?? 0,
    maximum: Math.max(most ?? least ?? own, least ?? 0),
    leading: countArgument(args.leading),
    grouped: await isTrue(args.separator)
  })
}

function isValue(value: unknown): boolean {
  return value !== undefined && value !== null && !(isText(value) && plainText(value).trim() === '')
}

/** What is to be shown as money; a number is of the currency that is asked for. */
async function moneyOf(value: unknown, currency: string | undefined, services: TemplateServices): Promise<Money> {
  if (value instanceof Money) {
    const converted = currency === undefined ? undefined : services.convert(value, currency)
    return converted ?? value
  }
  const amount = decimalOf(value)
  if (!amount) throw tagRefusal(`render_currency: invalid money value - '${await textOfValue(value)}'`)
  return new Money(amount, currency ?? services.defaultCurrency)
}

/** {% render_currency price currency="EUR" %} */
async function renderCurrency(args: TagArguments, services: TemplateServices): Promise<string> {
  if (!isValue(args.money)) return '-'
  const currency = (await textArgument(args.currency))?.toUpperCase()
  const shown = await moneyOf(args.money, currency, services)
  const locale = localeOf(await textArgument(args.locale))
  let { amount } = shown
  if (isValue(args.multiplier)) {
    const multiplier = decimalOf(args.multiplier)
    if (!multiplier)
      throw tagRefusal(`render_currency: invalid multiplier value - '${await textOfValue(args.multiplier)}'`)
    amount = amount.times(multiplier)
  }
  const pattern = await textArgument(args.fmt)
  if (pattern !== undefined) return patternText(amount, pattern, locale, shown.currency)
  const { priceDecimals } = services
  const [least, most] = [countArgument(args.decimal_places), countArgument(args.max_decimal_places)]
  const minimum = least ?? Math.min(priceDecimals.minimum, most ?? Infinity)
  return currencyText(amount, shown.currency, {
    locale,
    minimum,
    maximum: Math.max(minimum, most ?? least ?? priceDecimals.maximum),
    leading: Math.max(1, countArgument(args.leading) ?? 1),
    symbol: args.include_symbol === undefined || (await isTrue(args.include_symbol))
  })
}

async function currencyCode(tag: string, code: string | undefined, services: TemplateServices): Promise<string> {
  const upper = (code ?? services.defaultCurrency).trim().toUpperCase()
  if (!services.isCurrency(upper)) throw tagRefusal(`${tag}: Invalid currency code: ${upper}`)
  return upper
}

async function createCurrency(args: TagArguments, services: TemplateServices): Promise<Money> {
  const currency = await currencyCode('create_currency', await textArgument(args.currency), services)
  const amount = decimalOf(args.amount)
  if (!amount) throw tagRefusal(`create_currency: Invalid amount: ${await textOfValue(args.amount)}`)
  return new Money(amount, currency)
}

async function convertCurrency(args: TagArguments, services: TemplateServices): Promise<Money> {
  const { money } = args
  if (!(money instanceof Money)) throw renderingError('convert_currency tag requires a Money instance')
  const currency = await currencyCode('convert_currency', await textArgument(args.currency), services)
  const converted = services.convert(money, currency)
  if (!converted) throw tagRefusal(`convert_currency: Missing exchange rate ${money.currency} -> ${currency}`)
  return converted
}

const STYLES: readonly string[] = ['full', 'long', 'medium', 'short'] satisfies DateStyle[]

/** A day or a moment in the zone that is asked for. */
async function inZone(value: unknown, asked: unknown, rendering: Rendering): Promise<PlainDate | Moment | undefined> {
  if (!(value instanceof Moment)) return value instanceof PlainDate ? value : undefined
  const zone = (await textArgument(asked)) ?? rendering.zone
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw tagRefusal(`Invalid timezone: '${zone}'`)
  }
  return new Moment(value.time, zone)
}

const dateTag = (timed: boolean): SimpleTag =>
  simpleTag('dt timezone= fmt= locale= date_format=', async (args, rendering) => {
    const value = await inZone(args.dt, args.timezone, rendering)
    if (!value) return args.dt
    const pattern = await textArgument(args.fmt)
    if (pattern !== undefined) return strftime(value, pattern)
    const style = (await textArgument(args.date_format)) ?? 'medium'
    const known = STYLES.includes(style) ? (style as DateStyle) : 'medium'
    return localDate(value, known, timed, localeOf(await textArgument(args.locale)))
  })

/** Numbers, amounts and dates as a language writes them. */
export const numberTags = (services: TemplateServices): Readonly<Record<string, SimpleTag>> => ({
  format_number: simpleTag(
    'number decimal_places= max_decimal_places= integer= separator= leading= multiplier= fmt= locale=',
    formatNumber
  ),
  render_currency: simpleTag(
    'money currency= decimal_places= max_decimal_places= multiplier= include_symbol= leading= fmt= locale=',
    (args) => renderCurrency(args, services)
  ),
  create_currency: simpleTag('amount currency=', (args) => createCurrency(args, services)),
  convert_currency: simpleTag('money currency=', (args) => convertCurrency(args, services)),
  format_date: dateTag(false),
  format_datetime: dateTag(true)
})
