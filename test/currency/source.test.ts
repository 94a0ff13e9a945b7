import t from 'tap'
import { build, CONFIG } from '../helper.ts'
import { NO_PLUGINS } from '../support/plugins.ts'
import { otherServer } from '../support/source.ts'
import { ratesWhenDue } from '#modules/currency/source.ts'
import { Background } from '#framework/background.ts'
import { Settings } from '#modules/settings/index.ts'
import { now } from '#framework/time.ts'

const RATES = { base: 'USD', rates: { EUR: 0.8, GBP: 0.5, XXX: 3, JPY: -1, AUD: 'much' } }
const exchange = '/api/currency/exchange/'

t.test('rates are fetched from the source that the configuration names, for the default currency', async (t) => {
  const asked: string[] = []
  const ratesURL = await otherServer(t, (request, response) => {
    asked.push(request.url!)
    response.end(JSON.stringify(RATES))
  })
  const { as, set } = await build(t, { ratesURL: `${ratesURL}/latest?key=1` })
  const admin = as('admin')
  t.equal((await admin.post('/api/currency/refresh/')).status, 200)
  t.strictSame(asked, ['/latest?key=1&base=USD'])
  t.strictSame((await admin.get(exchange)).body.exchange_rates, { EUR: 0.8, GBP: 0.5, USD: 1 })
  await set('INVENTREE_DEFAULT_CURRENCY', 'EUR')
  t.equal(asked.length, 1, 'another default currency asks nobody')
  t.equal((await admin.post('/api/currency/refresh/')).status, 200)
  t.strictSame((await admin.get(exchange)).body.exchange_rates, { EUR: 1, GBP: 0.625, USD: 1.25 }, 'it kept its base')
  await set('CURRENCY_UPDATE_PLUGIN', '')
  t.equal((await admin.post('/api/currency/refresh/')).status, 200)
  t.equal(asked.length, 2, 'without the plugin nobody is asked')
})

t.test('a source that cannot be read or says nonsense → 503, and the rates stay', async (t) => {
  let answer = JSON.stringify(RATES)
  const ratesURL = await otherServer(t, (_request, response) => response.end(answer))
  const { as } = await build(t, { ratesURL })
  const admin = as('admin')
  t.equal((await admin.post('/api/currency/refresh/')).status, 200)
  for (answer of ['{', '[]', '{"base":1,"rates":{}}', '{"base":"EUR","rates":{}}', '{"base":"USD","rates":null}']) {
    const { status, body, headers } = await admin.post('/api/currency/refresh/')
    t.equal(status, 503, answer)
    t.match(body.detail, /^The exchange rates are what they were: /)
    t.equal(headers['retry-after'], '60')
  }
  t.strictSame((await admin.get(exchange)).body.exchange_rates, { EUR: 0.8, GBP: 0.5, USD: 1 })
})

t.test('the work of the day fetches rates once they are as old as the setting wants', async (t) => {
  let asked = 0
  const ratesURL = await otherServer(t, (_request, response) => {
    asked++
    response.end(JSON.stringify(RATES))
  })
  const { app, db, set } = await build(t)
  const settings = new Settings(db)
  const work = async (wanted: string | null = ratesURL) => {
    await settings.refresh()
    await ratesWhenDue({
      config: { ...CONFIG, ratesURL: wanted },
      db,
      settings,
      background: new Background(app.jobs),
      plugins: NO_PLUGINS,
      log: { error: (problem: unknown) => t.fail(String(problem)) },
      stopped: new AbortController().signal
    })
    settings.forget()
  }
  await work(null)
  t.equal(asked, 0)
  await work()
  await work()
  t.equal(asked, 1, 'they are of today')
  await db
    .updateTable('exchange_rate')
    .set({ updated: new Date(Date.parse(now()) - 86_400_000).toISOString() })
    .execute()
  await set('CURRENCY_UPDATE_INTERVAL', 0)
  await work()
  t.equal(asked, 1, '0 turns it off')
  await set('CURRENCY_UPDATE_INTERVAL', 2)
  await work()
  t.equal(asked, 1)
  await set('CURRENCY_UPDATE_INTERVAL', 1)
  await work()
  t.equal(asked, 2)
})
