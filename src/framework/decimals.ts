import { digits } from '#contract/digits.ts'

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
