/**
 * The digits of a number as it is written without an exponent: in front of the point and behind it. Those of a text are
 * all that it has, with zeros at the end.
 */
export function digits(number: number | string): [whole: string, fraction: string] {
  const [, whole = '', fraction = '', exponent = '0'] = /^[+-]?(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(
    String(number).trim()
  )!
  const all = whole + fraction
  // What is so far from one has too many digits, however far it is.
  const point = whole.length + Math.min(Math.max(Number(exponent), -MOST_SHIFT), MOST_SHIFT)
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0')
  const at = point <= 0 ? 1 : point
  return [padded.slice(0, at).replace(/^0+/, ''), padded.slice(at)]
}

/** More places than this no exponent moves the point. */
const MOST_SHIFT = 400

/**
 * What is wrong with a number that must fit a decimal column; undefined where it fits.
 *
 * @param number as it was sent: zeros at the end of a text count as places
 * @param most how many digits it may have in all
 * @param places how many of them behind the point
 */
export function decimalProblem(number: number | string, most: number, places: number): string | undefined {
  return fitProblem(digits(number), most, places)
}

/**
 * The same for a number whose binary fraction counts, to fifteen places, as with the rates and multiples of a BOM of
 * materials: 123.456 has all of these.
 *
 * @param most how many digits it may have in all
 * @param places how many of them behind the point
 */
export function binaryDecimalProblem(number: number, most: number, places: number): string | undefined {
  const text = Math.abs(number)
    .toFixed(15)
    .replace(/\.?(?<!0)0+$/, '')
  const [whole, fraction = ''] = text.split('.') as [string, string?]
  return fitProblem([whole.replace(/^0+/, ''), fraction], most, places)
}

function fitProblem([whole, fraction]: [string, string], most: number, places: number): string | undefined {
  if (whole.length + fraction.length > most) return `Ensure that there are no more than ${most} digits in total.`
  if (fraction.length > places) return `Ensure that there are no more than ${places} decimal places.`
  if (whole.length > most - places)
    return `Ensure that there are no more than ${most - places} digits before the decimal point.`
  return undefined
}
