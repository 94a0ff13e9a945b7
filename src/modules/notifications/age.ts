const UNITS = [
  ['year', 365 * 86400],
  ['month', 30 * 86400],
  ['week', 7 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1]
] as const

/** Number and unit stay on one line. */
const counted = (n: number, unit: string) => `${n}\u00a0${unit}${n === 1 ? '' : 's'}`

/**
 * How long ago something was, in words: `now`, `a second ago`, `4 minutes ago`, `1 week, 2 days ago`.
 *
 * @param seconds since then
 */
export function ageInWords(seconds: number): string {
  if (seconds < 1) return 'now'
  const at = UNITS.findIndex(([, length]) => seconds >= length)
  const [name, length] = UNITS[at]!
  const n = Math.floor(seconds / length)
  if (seconds < 86400) return n === 1 ? `${name === 'hour' ? 'an' : 'a'} ${name} ago` : `${counted(n, name)} ago`
  const [below, size] = UNITS[at + 1]!
  const rest = Math.floor((seconds % length) / size)
  return `${counted(n, name)}${rest ? `, ${counted(rest, below)}` : ''} ago`
}
