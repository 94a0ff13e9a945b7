// The library `humanize`: numbers and times as people say them.
import { formatDate } from '../dates.ts'
import { Decimal } from '../decimal.ts'
import { elapsed } from '../elapsed.ts'
import type { Library, Rendering } from '../language.ts'
import { decimalOf, isText, textOfValue, wholeNumber } from '../python.ts'
import { groupThousands, dateParts } from '../shown.ts'
import { Moment, PlainDate } from '../values.ts'

const DIGITS = 'one two three four five six seven eight nine'.split(' ')

const LARGE: readonly (readonly [number, string])[] = [
  [6, 'million'],
  [9, 'billion'],
  [12, 'trillion'],
  [15, 'quadrillion'],
  [18, 'quintillion'],
  [21, 'sextillion'],
  [24, 'septillion'],
  [27, 'octillion'],
  [30, 'nonillion'],
  [33, 'decillion'],
  [100, 'googol']
]

/** A number with its digits in groups of three. */
async function intComma(value: unknown): Promise<string> {
  const number = decimalOf(value)
  return groupThousands(number && !isText(value) ? number.plain() : await textOfValue(value))
}

/** A large number in words: 1.2 million. */
function intWord(value: unknown): unknown {
  const number = decimalOf(value)?.rounded(0, 'down')
  if (!number) return value
  const size = number.plain().replace('-', '').length - 1
  const found = LARGE.findLast(([power]) => size >= power)
  if (!found) return number.plain()
  return `${number.over(new Decimal(1n, found[0])).rounded(1).plain()} ${found[1]}`
}

/** 1st, 2nd, 3rd … */
function ordinal(value: unknown): unknown {
  const number = wholeNumber(value)
  if (number === undefined || number < 0) return value
  const [tens, last] = [number % 100, number % 10]
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th')
  return `${number}${ending}`
}

const dayNumber = (value: PlainDate | Moment): number => {
  const { year, month, day } = dateParts(value)
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** Today, tomorrow, yesterday, or the date. */
async function naturalDay(value: unknown, argument: unknown, rendering: Rendering): Promise<unknown> {
  if (!(value instanceof PlainDate || value instanceof Moment)) return value
  const date = value instanceof Moment ? new Moment(value.time, rendering.zone) : value
  const now = new Moment(rendering.environment.now(), rendering.zone)
  const word = ['yesterday', 'today', 'tomorrow'][dayNumber(date) - dayNumber(now) + 1]
  return word ?? formatDate(date, argument === undefined ? 'DATE_FORMAT' : await textOfValue(argument))
}

/** How long ago a moment was, or how long it is until then. */
function naturalTime(value: unknown, _: unknown, rendering: Rendering): unknown {
  if (!(value instanceof Moment)) return value
  const passed = rendering.environment.now().getTime() - value.time.getTime()
  const seconds = Math.floor(Math.abs(passed) / 1000)
  if (seconds === 0) return 'now'
  const length = seconds < 60 ? (seconds === 1 ? 'a second' : `${seconds}\u00a0seconds`) : elapsed(Math.abs(passed))
  return passed > 0 ? `${length} ago` : `${length} from now`
}

/** The library `humanize`. */
export const HUMANIZE: Library = {
  filters: {
    apnumber: {
      safe: true,
      apply: (value) => DIGITS[(wholeNumber(value) ?? 0) - 1] ?? value
    },
    intcomma: { safe: true, argument: 'optional', apply: intComma },
    intword: { apply: intWord },
    naturalday: { argument: 'optional', apply: naturalDay },
    naturaltime: { apply: naturalTime },
    ordinal: { safe: true, apply: ordinal }
  }
}
