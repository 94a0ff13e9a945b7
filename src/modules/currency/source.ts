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

/** What is needed to ask. */
interface Asking {
  config: Config
  settings: SettingReader
  plugins: Day['plugins']
}

/** How long a plugin may take, in seconds. */
const PLUGIN_SECONDS = 30

/** What a source says, for a default currency and the currencies that are in use. */
type Source = (base: string, currencies: string[], signal?: AbortSignal) => Promise<{ base: string; rates: Changes }>

/** The source that the setting names; undefined where rates are set by hand alone. */
async function sourceOf({ config: { ratesURL }, settings, plugins }: Asking): Promise<Source | undefined> {
  const key = settings.text('CURRENCY_UPDATE_PLUGIN')
  if (key === CURRENCY_PLUGIN.key) return ratesURL ? addressed(ratesURL) : undefined
  if (!(await plugins.one(key))?.declaration.rates) return undefined
  return async (base, currencies) => {
    const said = await plugins.call(key, ['rates'], [{ base, currencies }], { seconds: PLUGIN_SECONDS })
    return checkedRates({ base, rates: said })
  }
}

/** A source that has an address. */
const addressed =
  (url: string): Source =>
  async (base, _currencies, signal) => {
    const address = new URL(url)
    address.searchParams.set('base', base)
    return checkedRates(JSON.parse(await fetchText(address.href, 'application/json', signal)))
  }

/** What a source may say: `{"base": "EUR", "rates": {"USD": 1.09, …}}`. */
function checkedRates(said: unknown): { base: string; rates: Changes } {
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
export async function fetchRates(asking: Asking, signal?: AbortSignal): Promise<Changes> {
  const source = await sourceOf(asking)
  if (source === undefined) return new Map()
  const { settings } = asking
  const wanted = baseCurrency(settings)
  const { base, rates } = await source(wanted, enabledCurrencies(settings), signal)
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
export async function ratesWhenDue(day: Day): Promise<void> {
  const { db, settings, background, stopped } = day
  if ((await sourceOf(day)) === undefined || !(await isDue(db, settings))) return
  const changes = await fetchRates(day, stopped)
  await transact(db, (inner) => storeRates(inner, baseCurrency(settings), changes))
  await allPricesChanged(background, db, settings)
}
