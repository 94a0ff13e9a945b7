import type { SettingReader } from '#contract/scopes.ts'
import type { Rates } from '#modules/currency/index.ts'
import { roundRange, span, type Range } from './ranges.ts'

/** Where prices come from. */
export type Source =
  | 'bom_cost'
  | 'purchase_cost'
  | 'internal_cost'
  | 'supplier_price'
  | 'variant_cost'
  | 'sale_price'
  | 'sale_history'

/** The limits that somebody set by hand. */
export interface Overrides {
  override_min: number | null
  override_min_currency: string
  override_max: number | null
  override_max_currency: string
}

/**
 * The overall range: what the sources say that count for it, then the internal prices if they go first, then what was
 * set by hand. What the part is sold for never enters (docs/behaviour/pricing.md#calculation).
 */
export function overallOf(
  ranges: Record<Source, Range>,
  overrides: Overrides,
  settings: SettingReader,
  base: string,
  rates: Rates
): Range {
  const counting = [ranges.bom_cost, ranges.purchase_cost, ranges.internal_cost]
  const bought = ranges.purchase_cost.min !== null
  if (
    settings.flag('PRICING_USE_SUPPLIER_PRICING') &&
    !(bought && settings.flag('PRICING_PURCHASE_HISTORY_OVERRIDES_SUPPLIER'))
  )
    counting.push(ranges.supplier_price)
  if (settings.flag('PRICING_USE_VARIANT_PRICING')) counting.push(ranges.variant_cost)
  const range = span(counting)
  const internal =
    settings.flag('PART_INTERNAL_PRICE') && settings.flag('PART_BOM_USE_INTERNAL_PRICE')
      ? ranges.internal_cost
      : { min: null, max: null }
  const byHand = (amount: number | null, currency: string) =>
    amount === null ? null : rates.convert(amount, currency || base, base)
  return roundRange({
    min: byHand(overrides.override_min, overrides.override_min_currency) ?? internal.min ?? range.min,
    max: byHand(overrides.override_max, overrides.override_max_currency) ?? internal.max ?? range.max
  })
}
