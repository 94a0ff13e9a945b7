import t from 'tap'
import { build } from '../helper.ts'
import { loadRates, storeRates } from '#modules/currency/rates.ts'

t.test('exchange rates are kept, shown, and follow the default currency', async (t) => {
  const { db, as, set, makeUser } = await build(t)
  const admin = as('admin')
  const url = '/api/currency/exchange/'
  t.strictSame((await admin.get(url)).body, { base_currency: 'USD', exchange_rates: {}, updated: null })
  await db.transaction().execute((inner) =>
    storeRates(
      inner,
      'USD',
      new Map([
        ['EUR', 0.5],
        ['GBP', 0.25],
        ['CHF', 2]
      ])
    )
  )
  const { body } = await admin.get(url)
  t.strictSame(body.exchange_rates, { EUR: 0.5, GBP: 0.25, USD: 1 }, 'currencies that are not in use are left out')
  t.ok(Date.parse(body.updated) > 0)

  await set('INVENTREE_DEFAULT_CURRENCY', 'EUR')
  t.strictSame((await admin.get(url)).body.exchange_rates, { EUR: 1, GBP: 0.5, USD: 2 })
  const refreshed = await admin.post('/api/currency/refresh/')
  t.equal(refreshed.status, 200)
  t.strictSame(refreshed.body, { success: 'Exchange rates updated' })
  t.strictSame(
    await db
      .selectFrom('exchange_rate')
      .select(['currency', 'value', 'base_currency'])
      .where('currency', 'in', ['EUR', 'USD'])
      .orderBy('currency')
      .execute(),
    [
      { currency: 'EUR', value: 1, base_currency: 'EUR' },
      { currency: 'USD', value: 2, base_currency: 'EUR' }
    ]
  )

  await makeUser({ name: 'clerk', roles: { part: ['view', 'change'] } })
  t.equal((await as('clerk').get(url)).status, 200)
  t.equal((await as('clerk').post('/api/currency/refresh/')).status, 403, 'staff alone refreshes')
  t.equal((await as(null).get(url)).status, 401)
})

t.test('conversion', async (t) => {
  const { db } = await build(t)
  t.equal((await loadRates(db)).convert(3, 'NZD', 'NZD'), 3, 'nothing is needed for the same currency')
  await db.transaction().execute((inner) =>
    storeRates(
      inner,
      'USD',
      new Map([
        ['EUR', 0.5],
        ['GBP', 0.25]
      ])
    )
  )
  const { convert } = await loadRates(db)
  t.equal(convert(3, 'EUR', 'USD'), 6)
  t.equal(convert(3, 'EUR', 'GBP'), 1.5)
  t.equal(convert(3, 'JPY', 'USD'), null)
})
