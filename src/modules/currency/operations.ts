import type { Handler } from '#contract/types.ts'
import { transact } from '#db/transaction.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { unavailable } from '#contract/errors.ts'
import type { Background } from '#framework/background.ts'
import type { Materials } from '#framework/module.ts'
import { allPricesChanged } from '#modules/part/index.ts'
import { baseCurrency, enabledCurrencies } from './money.ts'
import { loadRates, storeRates } from './rates.ts'
import { fetchRates } from './source.ts'

const exchange: Handler<'currency_exchange_retrieve'> = async ({ db, settings }, send) => {
  const base = baseCurrency(settings)
  const enabled = new Set(enabledCurrencies(settings))
  const { convert } = await loadRates(db)
  const rows = await db.selectFrom('exchange_rate').select(['currency', 'updated']).orderBy('currency').execute()
  const rates = rows
    .filter(({ currency }) => enabled.has(currency))
    .map(({ currency }) => [currency, convert(1, base, currency)] as const)
    .filter((entry): entry is readonly [string, number] => entry[1] !== null)
  const updated =
    rows
      .map((row) => row.updated)
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  return send(200, { base_currency: base, exchange_rates: Object.fromEntries(rates), updated })
}

/**
 * Brings rates in line with the default currency, and all prices in line with the rates; a large house goes on in the
 * background.
 *
 * @param changes rates that are new
 */
export const currencyChanged =
  (background: Background) =>
  async ({ db, settings }: RequestContext, changes?: ReadonlyMap<string, number>): Promise<void> => {
    await transact(db, (inner) => storeRates(inner, baseCurrency(settings), changes))
    await allPricesChanged(background, db, settings)
  }

/** In how many seconds it is worth asking a source again that could not be read. */
const AGAIN = 60

/** Asks the source for rates, where there is one; a source that cannot be read changes nothing. */
const refresh =
  ({ background, config }: Pick<Materials, 'background' | 'config'>): Handler<'currency_refresh_create'> =>
  async (call, send) => {
    const changes = await fetchRates({ config, settings: call.settings, plugins: call.plugins }).catch(
      (error: Error) => {
        throw unavailable(`The exchange rates are what they were: ${error.message}`, AGAIN)
      }
    )
    await currencyChanged(background)(call, changes)
    return send(200, { success: 'Exchange rates updated' })
  }

/** The currency module: what currencies are worth. */
export const currencyOperations = (materials: Pick<Materials, 'background' | 'config'>) => ({
  currency_exchange_retrieve: exchange,
  currency_refresh_create: refresh(materials)
})
