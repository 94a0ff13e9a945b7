// Dates in the codes that templates write: those of the filter `date`, and those of strftime.
import { dictionary } from '#db/dictionary.ts'
import { renderingError } from './errors.ts'
import { type DateParts, isoText, offsetText, dateParts } from './shown.ts'
import { Moment, PlainDate } from './values.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
/** Months as newspapers write them. */
const PRESS = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

/** The formats that have a name. */
const NAMED: Record<string, string> = dictionary({
  DATE_FORMAT: 'N j, Y',
  SHORT_DATE_FORMAT: 'm/d/Y',
  DATETIME_FORMAT: 'N j, Y, P',
  SHORT_DATETIME_FORMAT: 'm/d/Y P',
  TIME_FORMAT: 'P',
  YEAR_MONTH_FORMAT: 'F Y',
  MONTH_DAY_FORMAT: 'F j'
})

const two = (number: number): string => String(number).padStart(2, '0')
const day = (p: DateParts): Date => new Date(Date.UTC(p.year, p.month - 1, p.day))
const weekday = (p: DateParts): number => day(p).getUTCDay()
const hour12 = (p: DateParts): number => p.hour % 12 || 12
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysOfMonth = (p: DateParts): number => new Date(Date.UTC(p.year, p.month, 0)).getUTCDate()
const dayOfYear = (p: DateParts): number => (day(p).getTime() - Date.UTC(p.year, 0, 1)) / 86_400_000 + 1

/** The week and its year by ISO 8601: a week belongs to the year that has its Thursday. */
function week(p: DateParts): { year: number; week: number } {
  const thursday = new Date(day(p).getTime() + (4 - (weekday(p) || 7)) * 86_400_000)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return {
    year: thursday.getUTCFullYear(),
    week: Math.floor((thursday.getTime() - first) / 86_400_000 / 7) + 1
  }
}

function ordinal(number: number): string {
  if (number >= 11 && number <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

function clock(p: DateParts): string {
  if (p.minute === 0 && p.hour % 12 === 0) return p.hour === 0 ? 'midnight' : 'noon'
  return `${hour12(p)}${p.minute ? `:${two(p.minute)}` : ''} ${p.hour < 12 ? 'a.m.' : 'p.m.'}`
}

type Code = (p: DateParts, value: PlainDate | Moment) => string | number | boolean

const DATE_CODES: Record<string, Code> = dictionary({
  b: (p) => MONTHS[p.month - 1]!.slice(0, 3).toLowerCase(),
  d: (p) => two(p.day),
  D: (p) => DAYS[weekday(p)]!.slice(0, 3),
  E: (p) => MONTHS[p.month - 1]!,
  F: (p) => MONTHS[p.month - 1]!,
  j: (p) => p.day,
  l: (p) => DAYS[weekday(p)]!,
  L: (p) => (leap(p.year) ? 'True' : 'False'),
  m: (p) => two(p.month),
  M: (p) => MONTHS[p.month - 1]!.slice(0, 3),
  n: (p) => p.month,
  N: (p) => PRESS[p.month - 1]!,
  o: (p) => week(p).year,
  S: (p) => ordinal(p.day),
  t: (p) => daysOfMonth(p),
  w: (p) => weekday(p),
  W: (p) => week(p).week,
  y: (p) => two(p.year % 100),
  Y: (p) => String(p.year).padStart(4, '0'),
  z: (p) => dayOfYear(p)
})

const TIME_CODES: Record<string, Code> = dictionary({
  a: (p) => (p.hour < 12 ? 'a.m.' : 'p.m.'),
  A: (p) => (p.hour < 12 ? 'AM' : 'PM'),
  c: (_, value) => (value instanceof Moment ? isoText(value) : String(value)),
  e: (p) => p.zone,
  f: (p) => `${hour12(p)}${p.minute ? `:${two(p.minute)}` : ''}`,
  g: (p) => hour12(p),
  G: (p) => p.hour,
  h: (p) => two(hour12(p)),
  H: (p) => two(p.hour),
  i: (p) => two(p.minute),
  I: () => '0',
  O: (p) => offsetText(p.offset, ''),
  P: clock,
  r: (p) =>
    `${DAYS[weekday(p)]!.slice(0, 3)}, ${p.day} ${MONTHS[p.month - 1]!.slice(0, 3)} ${p.year} ` +
    `${two(p.hour)}:${two(p.minute)}:${two(p.second)} ${offsetText(p.offset, '')}`,
  s: (p) => two(p.second),
  T: (p) => p.zone,
  u: (p) => `${String(p.millisecond).padStart(3, '0')}000`,
  U: (_, value) => (value instanceof Moment ? Math.floor(value.time.getTime() / 1000) : 0),
  Z: (p) => p.offset * 60
})

/** Whether a format tells a time, which a day has not. */
const tellsTime = (format: string): boolean =>
  [...(NAMED[format] ?? format).replace(/\\./g, '')].some((code) => Object.hasOwn(TIME_CODES, code) && code !== 'c')

/**
 * A day or a moment in the codes of the filter `date`, or by the name of a format.
 *
 * @throws TemplateError where a day is asked for its time
 */
export function formatDate(value: PlainDate | Moment, format: string): string {
  if (value instanceof PlainDate && tellsTime(format))
    throw renderingError('The format for date objects may not contain time-related format specifiers (found a time).')
  const parts = dateParts(value)
  let shown = ''
  const codes = Object.hasOwn(NAMED, format) ? NAMED[format]! : format
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    if (code === '\\') shown += codes[++i] ?? ''
    else if (Object.hasOwn(DATE_CODES, code)) shown += String(DATE_CODES[code]!(parts, value))
    else if (Object.hasOwn(TIME_CODES, code)) shown += String(TIME_CODES[code]!(parts, value))
    else shown += code
  }
  return shown
}

const STRFTIME: Record<string, Code> = dictionary({
  a: DATE_CODES.D!,
  A: DATE_CODES.l!,
  w: DATE_CODES.w!,
  d: DATE_CODES.d!,
  e: (p) => String(p.day).padStart(2),
  b: DATE_CODES.M!,
  B: DATE_CODES.F!,
  m: DATE_CODES.m!,
  y: DATE_CODES.y!,
  Y: DATE_CODES.Y!,
  H: TIME_CODES.H!,
  I: TIME_CODES.h!,
  p: TIME_CODES.A!,
  M: TIME_CODES.i!,
  S: TIME_CODES.s!,
  f: TIME_CODES.u!,
  z: (p) => (p.timed ? offsetText(p.offset, '') : ''),
  Z: (p) => p.zone,
  j: (p) => String(dayOfYear(p)).padStart(3, '0'),
  G: (p) => week(p).year,
  V: (p) => two(week(p).week),
  u: (p) => weekday(p) || 7,
  U: (p) => two(Math.floor((dayOfYear(p) + 6 - weekday(p)) / 7)),
  W: (p) => two(Math.floor((dayOfYear(p) + 6 - ((weekday(p) + 6) % 7)) / 7)),
  F: (p) => `${p.year}-${two(p.month)}-${two(p.day)}`,
  T: (p) => `${two(p.hour)}:${two(p.minute)}:${two(p.second)}`,
  D: (p) => `${two(p.month)}/${two(p.day)}/${two(p.year % 100)}`,
  R: (p) => `${two(p.hour)}:${two(p.minute)}`,
  x: (p) => `${two(p.month)}/${two(p.day)}/${two(p.year % 100)}`,
  X: (p) => `${two(p.hour)}:${two(p.minute)}:${two(p.second)}`,
  n: () => '\n',
  t: () => '\t',
  '%': () => '%'
})

/** A day or a moment in the codes of strftime; a day begins at midnight. Codes that nobody knows stay as they are. */
export function strftime(value: PlainDate | Moment, format: string): string {
  const parts = dateParts(value)
  return format.replace(/%(.)/gs, (whole, code: string) =>
    Object.hasOwn(STRFTIME, code) ? String(STRFTIME[code]!(parts, value)) : whole
  )
}

/** The formats that Intl calls by a word. */
export type DateStyle = 'full' | 'long' | 'medium' | 'short'

/** A day or a moment as a language writes it. @param date with a time or without */
export function localDate(value: PlainDate | Moment, style: DateStyle, timed: boolean, locale: string): string {
  const [time, timeZone] =
    value instanceof Moment ? [value.time, value.zone] : [new Date(`${String(value)}T00:00:00Z`), 'UTC']
  const format = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: style, ...(timed ? { timeStyle: style } : {}) })
  // Between the time and its AM a blank belongs that does not break; older programs wanted any other, so Intl gives that.
  return format.format(time).replace(/ (?=[AP]M\b)/, '\u202f')
}
