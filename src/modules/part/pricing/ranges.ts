import type { Rates } from '#modules/currency/index.ts'
import { sumPrice } from '#framework/decimals.ts'

/** The lowest and the highest of some prices, in the default currency; null where there is none. */
export interface Range {
  min: number | null
  max: number | null
}

/** Prices as a table holds them, or the lowest and highest of many in the same currency. */
export interface Priced {
  min: number | null
  max: number | null
  currency: string
}

const lower = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
const higher = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b))

/** What some ranges have as their lowest and highest. */
export const span = (ranges: readonly Range[]): Range =>
  ranges.reduce((all, { min, max }) => ({ min: lower(all.min, min), max: higher(all.max, max) }), {
    min: null,
    max: null
  })

/**
 * The lowest and highest of prices in any currency; a price that cannot be converted does not count
 * (docs/behaviour/pricing.md#calculation).
 */
export const rangeOf = (prices: readonly Priced[], base: string, rates: Rates): Range =>
  span(
    prices.map(({ min, max, currency }) => {
      const inBase = (amount: number | null) => (amount === null ? null : rates.convert(amount, currency || base, base))
      return { min: inBase(min), max: inBase(max) }
    })
  )

/** A range as it is stored, with six places. */
export const roundRange = ({ min, max }: Range): Range => ({
  min: min === null ? null : sumPrice(min),
  max: max === null ? null : sumPrice(max)
})
