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
  const [whole, fraction] = digits(number)
  if (whole.length + fraction.length > most) return `Ensure that there are no more than ${most} digits in total.`
  if (fraction.length > places) return `Ensure that there are no more than ${places} decimal places.`
  if (whole.length > most - places)
    return `Ensure that there are no more than ${most - places} digits before the decimal point.`
  return undefined
}
