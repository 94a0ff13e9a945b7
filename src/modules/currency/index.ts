export { baseCurrency, checkCurrency, currencyCodes, enabledCurrencies, money } from './money.ts'
export { loadRates, storeRates, type Rates } from './rates.ts'
