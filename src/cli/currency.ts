import { enabledCurrencies, baseCurrency, loadRates, storeRates } from '#modules/currency/index.ts'
import { Settings } from '#modules/settings/index.ts'
import { allPrices } from '#modules/part/index.ts'
import type { Database } from '#db/database.ts'
import { drain } from '#framework/background.ts'
import { command, JSON_OPTION } from './command.ts'
import { withDatabase } from './data.ts'
import { list, say, UsageError } from './terminal.ts'

async function settingsOf(db: Database): Promise<Settings> {
  const settings = new Settings(db)
  await settings.refresh()
  return settings
}

export const currencySet = command({
  words: 'CODE=RATE...',
  summary: 'Set exchange rates',
  more: `A rate says how much of the currency one of the default currency is. Prices in a currency without one count
for nothing where prices are compared. Price ranges of parts follow at once, unless the setting PRICING_AUTO_UPDATE is off.`,
  examples: ['currency set EUR=0.92 GBP=0.79'],
  run: (words, _options, config) =>
    withDatabase(config, async (db) => {
      const settings = await settingsOf(db)
      const base = baseCurrency(settings)
      const codes = enabledCurrencies(settings)
      const rates = new Map(
        words.map((word) => {
          const [, code, rate] = /^([A-Za-z]{3})=(\d+(?:\.\d+)?)$/.exec(word) ?? []
          if (code === undefined || !(Number(rate) > 0))
            throw new UsageError(`"${word}" is no rate; one is written EUR=0.92.`)
          if (!codes.includes(code.toUpperCase()))
            throw new UsageError(
              `${code.toUpperCase()} is not among the currencies of the setting CURRENCY_CODES: ${codes.join(', ')}.`
            )
          if (code.toUpperCase() === base && Number(rate) !== 1)
            throw new UsageError(`${base} is the default currency; its rate is 1.`)
          return [code.toUpperCase(), Number(rate)] as const
        })
      )
      await db.transaction().execute((inner) => storeRates(inner, base, rates))
      await drain(allPrices(db, settings), AbortSignal.any([]))
      say(`${rates.size} exchange rates set`)
    })
})

export const currencyList = command({
  words: '',
  summary: 'List the exchange rates',
  options: { json: JSON_OPTION },
  examples: ['currency list', 'currency list --json'],
  run: (_words, { json }, config) =>
    withDatabase(config, async (db) => {
      const base = baseCurrency(await settingsOf(db))
      const { convert } = await loadRates(db)
      const rates = (
        await db.selectFrom('exchange_rate').select(['currency', 'updated']).orderBy('currency').execute()
      ).map(({ currency, updated }) => ({ currency, rate: convert(1, base, currency), updated }))
      list(
        rates,
        { currency: (one) => one.currency, [`rate to ${base}`]: (one) => one.rate, updated: (one) => one.updated },
        json
      )
    })
})
