// Where exchange rates come from: a source that the configuration names, asked now and then.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { fetchText } from '#framework/fetched.ts'
import type { Day, Materials } from '#framework/module.ts'
import type { Plugin } from '#framework/plugin.ts'
import { allPricesChanged } from '#modules/part/index.ts'
import { baseCurrency, enabledCurrencies } from './money.ts'
import { storeRates } from './rates.ts'

/** The source of exchange rates, as a plugin. */
export const CURRENCY_PLUGIN: Plugin = {
  key: 'inventreecurrencyexchange',
  name: 'InvenTreeCurrencyExchange',
  humanName: 'InvenTree Currency Exchange',
  description: 'Default currency exchange integration',
  version: '1.0.0',
  mixins: ['currencyexchange', 'api_call'],
  mandatory: true
}

type Config = Pick<Materials['config'], 'ratesURL'>
/** Rates by currency: how much of it one of the default currency is. */
type Changes = ReadonlyMap<string, number>

/** The address of the source; undefined where rates are set by hand alone. */
const sourceOf = ({ ratesURL }: Config, settings: SettingReader): string | undefined =>
  settings.text('CURRENCY_UPDATE_PLUGIN') === CURRENCY_PLUGIN.key ? (ratesURL ?? undefined) : undefined

/** What a source may say: `{"base": "EUR", "rates": {"USD": 1.09, …}}`. */
function readRates(text: string): { base: string; rates: Map<string, number> } {
  const said: unknown = JSON.parse(text)
  if (typeof said !== 'object' || said === null || !('base' in said) || !('rates' in said))
    throw new Error('the source of exchange rates answers without "base" and "rates"')
  const { base, rates } = said
  if (typeof base !== 'string' || typeof rates !== 'object' || rates === null)
    throw new Error('the source of exchange rates answers with a "base" that is no text, or "rates" that are none')
  const numbers = Object.entries(rates).filter(
    (entry): entry is [string, number] => Number.isFinite(entry[1]) && entry[1] > 0
  )
  return { base, rates: new Map([...numbers, [base, 1]]) }
}

/**
 * Asks the source for the rates of the currencies that are in use (docs/behaviour/currency.md#the-source-of-rates).
 *
 * @returns none where there is no source
 * @throws Error where it cannot be read, or knows nothing of the default currency
 */
export async function fetchRates(config: Config, settings: SettingReader, signal?: AbortSignal): Promise<Changes> {
  const source = sourceOf(config, settings)
  if (source === undefined) return new Map()
  const wanted = baseCurrency(settings)
  const address = new URL(source)
  address.searchParams.set('base', wanted)
  const { base, rates } = readRates(await fetchText(address.href, 'application/json', signal))
  const one = rates.get(wanted)
  if (one === undefined) throw new Error(`the source of exchange rates has ${base}, and no rate for ${wanted}`)
  const used = enabledCurrencies(settings).filter((code) => rates.has(code))
  return new Map(used.map((code) => [code, rates.get(code)! / one]))
}

const A_DAY = 86_400_000

/** Whether the last rates are as old as the setting wants them at most. */
async function isDue(db: Database, settings: SettingReader): Promise<boolean> {
  const days = settings.number('CURRENCY_UPDATE_INTERVAL')
  if (days <= 0) return false
  const { last } = await db
    .selectFrom('exchange_rate')
    .select((eb) => eb.fn.max('updated').as('last'))
    .executeTakeFirstOrThrow()
  // The work of a day does not begin at the same moment every day.
  return last === null || Date.now() - Date.parse(last) > (days - 0.5) * A_DAY
}

/**
 * Fetches rates once they are as old as the setting wants, and brings prices in line.
 *
 * @throws Error where the source cannot be read; the rates stay what they are
 */
export async function ratesWhenDue({ config, db, settings, background, stopped }: Day): Promise<void> {
  if (sourceOf(config, settings) === undefined || !(await isDue(db, settings))) return
  const changes = await fetchRates(config, settings, stopped)
  await transact(db, (inner) => storeRates(inner, baseCurrency(settings), changes))
  await allPricesChanged(background, db, settings)
}
