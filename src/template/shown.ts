// Dates, moments and amounts as texts.
import type { Decimal } from './decimal.ts'
import { Moment, type Money, PlainDate } from './values.ts'

/** A day or a moment, taken apart; a day has no time. */
export interface DateParts {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
  /** Minutes east of Greenwich. */
  offset: number
  zone: string
  timed: boolean
}

const formats = new Map<string, Intl.DateTimeFormat>()

function wallFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    const numeric = 'numeric'
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric
    })
    formats.set(zone, format)
  }
  return format
}

/** What a clock of its zone shows at a moment; what a day consists of. */
export function dateParts(value: PlainDate | Moment): DateParts {
  const none = { hour: 0, minute: 0, second: 0, millisecond: 0, offset: 0, zone: '', timed: false }
  if (value instanceof PlainDate) return { ...none, year: value.year, month: value.month, day: value.day }
  const shown: Record<string, number> = {}
  for (const part of wallFormat(value.zone).formatToParts(value.time)) shown[part.type] = Number(part.value)
  const { year, month, day, hour, minute, second } = shown as Record<'year' | 'month' | 'day' | 'hour', number> &
    Record<'minute' | 'second', number>
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const millisecond = value.time.getUTCMilliseconds()
  const offset = Math.round((wall - (value.time.getTime() - millisecond)) / 60_000)
  return { year, month, day, hour, minute, second, millisecond, offset, zone: value.zone, timed: true }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The distance from Greenwich, as +01:00. */
export function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(offset)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`
}

/** A number in digits, with a comma between each three before the point. What else a text has stays as it is. */
export function groupThousands(text: string): string {
  const start = text.startsWith('-') ? 1 : 0
  let end = start
  while (end < text.length && /\d/.test(text[end]!)) end++
  const groups: string[] = []
  for (let at = end; at > start; at -= 3) groups.push(text.slice(Math.max(start, at - 3), at))
  return text.slice(0, start) + groups.reverse().join(',') + text.slice(end)
}

/** A moment in the form of ISO 8601, in its zone. */
export function isoText(value: Moment): string {
  const p = dateParts(value)
  const date = String(new PlainDate(p.year, p.month, p.day))
  const fraction = p.millisecond ? `.${String(p.millisecond).padStart(3, '0')}000` : ''
  return `${date}T${two(p.hour)}:${two(p.minute)}:${two(p.second)}${fraction}${offsetText(p.offset, ':')}`
}

/** An amount with the sign of its currency and as many places as the currency has: €12.50. */
export function moneyText({ amount, currency }: Money): string {
  return currencyText(amount, currency, {})
}

/** What may be asked for when an amount is shown. */
export interface CurrencyStyle {
  locale?: string
  minimum?: number
  maximum?: number
  /** Digits before the point, filled with zeros. */
  leading?: number
  symbol?: boolean
}

/** An amount in the words of a language. The currency is three letters; an unknown one is shown as these. */
export function currencyText(amount: Decimal, currency: string, style: CurrencyStyle): string {
  const { locale = 'en-US', minimum, maximum, leading, symbol = true } = style
  const format = new Intl.NumberFormat(locale, {
    ...(symbol ? { style: 'currency', currency } : {}),
    minimumFractionDigits: minimum,
    maximumFractionDigits: maximum,
    minimumIntegerDigits: leading,
    roundingMode: 'halfEven'
  })
  return format.format(amount.plain() as Intl.StringNumericLiteral)
}
