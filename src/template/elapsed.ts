// How long something is ago, as people say it.

const MINUTE = 60_000
const UNITS: readonly (readonly [string, number])[] = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['week', 7 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE]
]

/** A number with its unit; the blank between them does not break. */
const counted = (count: number, unit: string): string => `${count}\u00a0${unit}${count === 1 ? '' : 's'}`

/**
 * A length of time in its largest unit and the next, as `2 days, 3 hours`.
 *
 * @param milliseconds less than a minute is none
 */
export function elapsed(milliseconds: number): string {
  const first = UNITS.findIndex(([, length]) => milliseconds >= length)
  if (first === -1) return counted(0, 'minute')
  const [unit, length] = UNITS[first]!
  const count = Math.floor(milliseconds / length)
  const [next, nextLength] = UNITS[first + 1] ?? ['', Infinity]
  const rest = Math.floor((milliseconds - count * length) / nextLength)
  return rest > 0 ? `${counted(count, unit)}, ${counted(rest, next)}` : counted(count, unit)
}
