import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { lookupMany } from '#crud/lookup.ts'
import { loadRates, baseCurrency } from '#modules/currency/index.ts'
import { inStock } from './amounts.ts'
import { sumPrice, sumQuantity } from '#framework/decimals.ts'
import { overallPrices } from './pricing/sources.ts'

/** What a part, with its variants, has in stock, and what that is worth in the default currency. */
export interface StocktakeCount {
  part: number
  item_count: number
  quantity: number
  cost_min: number
  cost_max: number
}

/** What stock counts: that in a location and below it, or all. */
export interface StocktakeArea {
  location: number | null
}

interface Sum {
  currency: string
  items: number
  quantity: number
  paid: number
  unpriced: number
}

const inPlaces = (settings: SettingReader, { location }: StocktakeArea) => {
  const places = [
    ...(location === null
      ? []
      : [
          sql`exists (select 1 from stock_location top where top.id = ${location} and top.tree_id = place.tree_id and top.lft <= place.lft and top.rght >= place.rght)`
        ]),
    ...(settings.flag('STOCKTAKE_EXCLUDE_EXTERNAL') ? [sql`place.external = 0`] : [])
  ]
  return places.length
    ? sql`and i.location_id in (select place.id from stock_location place where ${sql.join(places, sql` and `)})`
    : sql``
}

/**
 * Counts the stock of parts (docs/behaviour/stocktake.md#stocktake). A price that was paid counts, else the price range
 * of the part; what cannot be converted counts for nothing.
 *
 * @param ids primary keys of parts
 * @returns one for each part, in the order of the keys
 */
export async function takeStocktake(
  db: Database,
  settings: SettingReader,
  ids: number[],
  selection: StocktakeArea
): Promise<StocktakeCount[]> {
  const base = baseCurrency(settings)
  const { convert } = await loadRates(db)
  const prices = await overallPrices(db, ids)
  const sums = await lookupMany(ids, async (keys) =>
    (
      await sql<Sum & { root: number }>`with recursive family (root, id) as (
    select id, id from part where id in (${sql.join(keys)}) union select family.root, p.id from family join part p on p.variant_of_id = family.id)
    select family.root, i.purchase_price_currency as currency, count(*) as items, sum(i.quantity) as quantity,
      coalesce(sum(i.purchase_price * i.quantity), 0) as paid, sum(case when i.purchase_price is null then i.quantity else 0 end) as unpriced
    from family join stock_item i on i.part_id = family.id where ${inStock('i')} ${inPlaces(settings, selection)}
    group by family.root, i.purchase_price_currency`.execute(db)
    ).rows.map(({ root, ...sum }) => [root, sum])
  )

  return ids.map((part) => {
    const [range] = prices.get(part)!
    const inBase = (amount: number | null | undefined) =>
      amount == null ? null : convert(amount, range!.currency || base, base)
    const [least, most] = [inBase(range?.min), inBase(range?.max)]
    const own = sums.get(part)!
    const total = (value: (sum: Sum) => number) => own.reduce((all, sum) => all + value(sum), 0)
    const cost = (price: number) =>
      sumPrice(total(({ currency, paid, unpriced }) => (convert(paid, currency || base, base) ?? 0) + unpriced * price))
    return {
      part,
      item_count: total(({ items }) => items),
      quantity: sumQuantity(total(({ quantity }) => quantity)),
      cost_min: cost(least ?? most ?? 0),
      cost_max: cost(most ?? least ?? 0)
    }
  })
}
