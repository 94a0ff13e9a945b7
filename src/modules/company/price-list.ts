import type { Database } from '#db/database.ts'
import { loadRates } from '#modules/currency/index.ts'

/**
 * What a quantity of a supplier part costs by its price breaks: by the one for the largest quantity that is not above
 * it, else by that for the smallest. Whole quantities are rounded up to what is sold at once. A price in a currency
 * without a known rate counts as it stands.
 *
 * @param quantity in packs
 * @param currency what the answer is in
 * @returns null where there is no price
 */
export async function listedCost(
  db: Database,
  supplierPart: number,
  quantity: number,
  currency: string
): Promise<number | null> {
  const breaks = await db
    .selectFrom('supplier_price_break')
    .select(['quantity', 'price', 'price_currency'])
    .where('part_id', '=', supplierPart)
    .where('price', 'is not', null)
    .orderBy('quantity')
    .execute()
  if (breaks.length === 0) return null
  const { multiple, base_cost } = await db
    .selectFrom('supplier_part')
    .select(['multiple', 'base_cost'])
    .where('id', '=', supplierPart)
    .executeTakeFirstOrThrow()
  const sold = Number.isInteger(quantity) && multiple > 0 ? Math.ceil(quantity / multiple) * multiple : quantity
  const { price, price_currency } = breaks.findLast((one) => one.quantity <= sold) ?? breaks[0]!
  const { convert } = await loadRates(db)
  return (convert(price!, price_currency, currency) ?? price!) * sold + base_cost
}
