import type { Database } from '#db/database.ts'
import { now } from '#framework/time.ts'

/** What currencies are worth, as far as the server knows. */
export interface Rates {
  /**
   * An amount in another currency, not rounded; null where no rate is known. Nothing is needed for an amount that is in
   * it already.
   */
  convert(amount: number, from: string, to: string): number | null
}

/** Reads the rates: one statement for any number of conversions. */
export async function loadRates(db: Database): Promise<Rates> {
  const rows = await db.selectFrom('exchange_rate').select(['currency', 'value', 'base_currency']).execute()
  const tables = [...Map.groupBy(rows, (row) => row.base_currency)].map(
    ([base, rates]) => new Map([...rates.map(({ currency, value }) => [currency, value] as const), [base, 1] as const])
  )
  return {
    convert: (amount, from, to) => {
      if (from === to) return amount
      const table = tables.find((rates) => rates.get(from) && rates.get(to))
      return table ? (amount / table.get(from)!) * table.get(to)! : null
    }
  }
}

/**
 * Sets rates, and brings those that there are in line with the default currency: it has the rate 1.
 *
 * @param db inside a transaction
 * @param base the default currency
 * @param changes how much of a currency one of the default currency is
 */
export async function storeRates(
  db: Database,
  base: string,
  changes: ReadonlyMap<string, number> = new Map()
): Promise<void> {
  const updated = now()
  const { convert } = await loadRates(db)
  const known = (await db.selectFrom('exchange_rate').select('currency').execute()).map(({ currency }) => currency)
  for (const currency of new Set([...known, ...changes.keys(), base])) {
    const value = currency === base ? 1 : (changes.get(currency) ?? convert(1, base, currency))
    // A rate that nothing leads to from the default currency stays as it is.
    if (value === null) continue
    const row = { value, base_currency: base, backend: 'InvenTreeExchange', updated }
    await db
      .insertInto('exchange_rate')
      .values({ currency, ...row })
      .onConflict((conflict) => conflict.column('currency').doUpdateSet(row))
      .execute()
  }
}
