// Filters for dates and times.
import { formatDate } from '../dates.ts'
import type { Filter, Rendering } from '../language.ts'
import { textOfValue } from '../python.ts'
import { Moment, PlainDate } from '../values.ts'
import { elapsed } from '../elapsed.ts'

type Dated = PlainDate | Moment

/** A day, or a moment in the zone that moments are shown in; undefined where a value is neither. */
function dated(value: unknown, rendering: Rendering): Dated | undefined {
  if (value instanceof PlainDate) return value
  return value instanceof Moment ? new Moment(value.time, rendering.zone) : undefined
}

const formatting = (fallback: string, takes: (value: Dated) => boolean): Filter => ({
  argument: 'optional',
  async apply(value, argument, rendering) {
    const date = dated(value, rendering)
    if (!date || !takes(date)) return ''
    return formatDate(date, argument === undefined ? fallback : await textOfValue(argument))
  }
})

const timeOf = (value: Dated): number =>
  value instanceof Moment ? value.time.getTime() : Date.UTC(value.year, value.month - 1, value.day)

/** How long it is from one time to another. @param sign 1 where the value is the earlier one */
const distance = (sign: 1 | -1): Filter => ({
  argument: 'optional',
  apply(value, argument, rendering) {
    const date = dated(value, rendering)
    const other = dated(argument, rendering)
    if (!date || (argument !== undefined && !other)) return ''
    const until = other ? timeOf(other) : rendering.environment.now().getTime()
    return elapsed(sign * (until - timeOf(date)))
  }
})

/** Filters for dates and times. */
export const DATE_FILTERS: Readonly<Record<string, Filter>> = {
  date: formatting('DATE_FORMAT', () => true),
  time: formatting('TIME_FORMAT', (value) => value instanceof Moment),
  timesince: distance(1),
  timeuntil: distance(-1)
}
