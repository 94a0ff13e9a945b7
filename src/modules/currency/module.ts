import type { Module } from '#framework/module.ts'
import { currencyChanged, currencyOperations } from './operations.ts'
import { CURRENCY_PLUGIN, ratesWhenDue } from './source.ts'
import { baseCurrency, currencyName, enabledCurrencies } from './money.ts'

/** What currencies are worth. */
export const currencyModule = {
  name: 'currency',
  textChecks: ({ settings }) => {
    const check = (code: string) =>
      enabledCurrencies(settings).includes(code) ? undefined : `"${code}" is not a valid choice.`
    return { currency: check, 'currency-if-any': check }
  },
  choices: {
    currencies: ({ settings }) =>
      enabledCurrencies(settings).map((code) => ({ value: code, display_name: `${code} - ${currencyName(code)}` }))
  },
  initial: { currency: ({ settings }) => baseCurrency(settings) },
  plugins: [CURRENCY_PLUGIN],
  daily: [{ what: 'the exchange rates', turn: 20, work: ratesWhenDue }],
  followers: ({ background }) => ({ INVENTREE_DEFAULT_CURRENCY: (context) => currencyChanged(background)(context) }),
  operations: currencyOperations
} satisfies Module
