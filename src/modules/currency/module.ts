import type { Module } from '#framework/module.ts'
import { currencyChanged, currencyOperations } from './operations.ts'
import { enabledCurrencies } from './money.ts'

/** What currencies are worth. */
export const currencyModule = {
  name: 'currency',
  textChecks: ({ settings }) => {
    const check = (code: string) =>
      enabledCurrencies(settings).includes(code) ? undefined : `"${code}" is not a valid choice.`
    return { currency: check, 'currency-if-any': check }
  },
  followers: ({ background }) => ({ INVENTREE_DEFAULT_CURRENCY: currencyChanged(background) }),
  operations: ({ background }) => currencyOperations(background)
} satisfies Module
