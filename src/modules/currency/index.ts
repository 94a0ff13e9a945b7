export { baseCurrency, currencyCodes, enabledCurrencies, money } from './money.ts'
export { loadRates, storeRates, type Rates } from './rates.ts'
