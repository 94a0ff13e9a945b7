/** The digits of a number as it is written without an exponent: in front of the point and behind it. */
export function digits(number: number): [whole: string, fraction: string] {
  const [, whole, fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number))!
  const all = whole + fraction
  const point = whole!.length + Number(exponent)
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0')
  const at = point <= 0 ? 1 : point
  return [padded.slice(0, at).replace(/^0+/, ''), padded.slice(at).replace(/(?<!0)0+$/, '')]
}

/**
 * What is wrong with a number that must fit a decimal column; undefined where it fits.
 *
 * @param most how many digits it may have in all
 * @param places how many of them behind the point
 */
export function decimalProblem(number: number, most: number, places: number): string | undefined {
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
