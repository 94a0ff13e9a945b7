import { sql } from 'kysely'
import { digits } from '#contract/digits.ts'

// Three ways to round, since the values come to be in three ways; what each is for stands below.

/** For values that are written down: the decimal text is rounded, a half goes to the even neighbour. */
function halfEven(number: number, places: number): number {
  const [whole, fraction] = digits(number)
  if (fraction.length <= places) return number
  const kept = BigInt(whole + fraction.slice(0, places))
  const rest = fraction.slice(places)
  const half = '5'.padEnd(rest.length, '0')
  const up = rest > half || (rest === half && kept % 2n === 1n)
  const text = String(up ? kept + 1n : kept).padStart(places + 1, '0')
  return Number(`${number < 0 ? '-' : ''}${text.slice(0, text.length - places)}.${text.slice(text.length - places)}`)
}

/** For what people enter in units: the decimal text is rounded, a half goes up. */
function halfUp(number: number, places: number): number {
  const [mantissa, exponent = '0'] = String(number).split('e') as [string, string?]
  return Number(`${Math.round(Number(`${mantissa}e${Number(exponent) + places}`))}e-${places}`)
}

/** For sums and products: takes away the error that binary fractions bring. */
const nearest = (number: number, places: number): number => Number(number.toFixed(places))

/** Quantities have five places: the columns of stock, lines and allocations hold no more. */
const QUANTITY_PLACES = 5
/** The same for `round` in SQL, as part of its text: a bound value would have no type on PostgreSQL. */
export const SQL_QUANTITY_PLACES = sql.lit(QUANTITY_PLACES)
/** Prices have six places: a part may cost less than a hundredth, and converted prices need some room. */
const PRICE_PLACES = 6
/** Sizes of packs have ten places: they are converted from one unit to another, and quantities are multiplied by them. */
const PACK_PLACES = 10

/** A quantity as it is written down. */
export const roundQuantity = (quantity: number): number => halfEven(quantity, QUANTITY_PLACES)

/** A sum, difference or product of quantities. */
export const sumQuantity = (quantity: number): number => nearest(quantity, QUANTITY_PLACES)

/** A quantity that was converted from the unit that somebody entered. */
export const roundConverted = (quantity: number): number => halfUp(quantity, QUANTITY_PLACES)

/** A quantity that was entered in packs; finer than a quantity, so that what does not fit is refused afterwards. */
export const roundPacked = (quantity: number): number => halfEven(quantity, 8)

/** How much a pack holds, in the unit of the part. */
export const roundPackSize = (size: number): number => halfEven(size, PACK_PLACES)

/** A quantity as text, for fields and messages that show all places. */
export const quantityText = (quantity: number): string => quantity.toFixed(QUANTITY_PLACES)

/** A minimum of stock as text; that column has a place more than quantities have. */
export const minimumText = (quantity: number): string => quantity.toFixed(6)

/** A price as it is written down. */
export const roundPrice = (price: number): number => halfEven(price, PRICE_PLACES)

/** A sum, product or conversion of prices. */
export const sumPrice = (price: number): number => nearest(price, PRICE_PLACES)

/** A price of a part times the quantity of a line: without the error of binary fractions, then as prices are written. */
export const roundLinePrice = (price: number): number => roundPrice(Number(price.toPrecision(15)))

/** A discount in percent has two places. */
export const roundPercent = (percent: number): number => halfEven(percent, 2)
