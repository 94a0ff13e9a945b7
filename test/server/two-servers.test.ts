import t from 'tap'
import { Validator } from '@seriousme/openapi-schema-validator'
import { build } from '../helper.ts'

// Two servers of one process share nothing that configuration, settings or records decide.
const east = await build(t, { timeZone: 'Pacific/Kiritimati' })
const west = await build(t, { timeZone: 'Pacific/Pago_Pago' })

t.test('each tells times and days in its own time zone', async (t) => {
  const moment = '2026-03-01T11:30:00.000Z'
  const shown = async ({ db, as }: typeof east) => {
    const { id: user_id } = await db
      .selectFrom('user')
      .select('id')
      .where('username', '=', 'admin')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('barcode_scan')
      .values({ data: 'x', timestamp: moment, endpoint: '', user_id, result: 1 })
      .execute()
    return (await as('admin').get('/api/barcode/history/')).body[0].timestamp
  }
  t.equal(await shown(east), '2026-03-02 01:30')
  t.equal(await shown(west), '2026-03-01 00:30')
  // 25 hours apart: never the same day.
  const day = async ({ make }: typeof east) => (await make('/api/part/', { name: 'Nut' })).creation_date
  const [eastern, western] = await Promise.all([day(east), day(west)])
  t.ok(eastern > western, `${eastern} is after ${western}`)
})

t.test(
  'a long list keeps to the time zone of its server, also where others are at work between its pieces',
  async (t) => {
    const rows = 3000
    for (const { db } of [east, west]) {
      await db.deleteFrom('barcode_scan').execute()
      await db
        .insertInto('barcode_scan')
        .values(
          Array.from({ length: rows }, () => ({
            data: 'x',
            timestamp: '2026-03-01T11:30:00.000Z',
            endpoint: '',
            user_id: null,
            result: 1
          }))
        )
        .execute()
    }
    const [eastern, western] = await Promise.all(
      [east, west].map(async ({ as }) => {
        const { body } = await as('admin').get('/api/barcode/history/')
        return [body.length, ...new Set(body.map((row: { timestamp: string }) => row.timestamp))]
      })
    )
    t.strictSame(eastern, [rows, '2026-03-02 01:30'])
    t.strictSame(western, [rows, '2026-03-01 00:30'])
  }
)

t.test('a moment without a zone is read in that of the server', async (t) => {
  const kept = async ({ make, db, as }: typeof east) => {
    const part = await make('/api/part/', { name: 'Tested', testable: true, trackable: true })
    const [item] = await make('/api/stock/', { part: part.pk, quantity: 1 })
    const template = await make('/api/part/test-template/', {
      part: part.pk,
      test_name: 'Heat',
      description: 'How hot it gets'
    })
    const { status, text } = await as('admin').post('/api/stock/test/', {
      stock_item: item.pk,
      template: template.pk,
      result: true,
      started_datetime: '2026-03-01T11:30:00'
    })
    t.equal(status, 201, text)
    const row = await db.selectFrom('stock_test_result').select('started_datetime').executeTakeFirstOrThrow()
    return row.started_datetime
  }
  t.equal(await kept(east), '2026-02-28T21:30:00.000Z')
  t.equal(await kept(west), '2026-03-01T22:30:00.000Z')
})

t.test('each has its own currencies', async (t) => {
  await east.set('CURRENCY_CODES', 'AUD,NZD')
  await west.set('CURRENCY_CODES', 'USD,EUR')
  const company = (name: string, currency: string) => ({ name, currency })
  for (const [here, there, currency] of [
    [east, west, 'AUD'],
    [west, east, 'USD']
  ] as const) {
    t.equal((await here.as('admin').post('/api/company/', company('A', currency))).status, 201)
    t.equal((await there.as('admin').post('/api/company/', company('B', currency))).status, 400)
  }
  const price = { quantity: 1, price: 2, price_currency: 'AUD' }
  const part = async ({ make }: typeof east) => (await make('/api/part/', { name: 'Sold', salable: true })).pk
  const sold = async (house: typeof east) =>
    (await house.as('admin').post('/api/part/sale-price/', { part: await part(house), ...price })).status
  t.equal(await sold(east), 201)
  t.equal(await sold(west), 400)
})

t.test('each has its own units', async (t) => {
  await east.make('/api/units/', { name: 'spool', definition: '500 m', symbol: 'spl' })
  await west.make('/api/units/', { name: 'spool', definition: '200 m', symbol: 'spl' })
  await west.make('/api/units/', { name: 'crate', definition: '12 m', symbol: 'crt' })
  const spools = async ({ make }: typeof east) => {
    const template = await make('/api/parameter/template/', { name: 'Length', units: 'spool' })
    const part = await make('/api/part/', { name: 'Wire' })
    const value = { template: template.pk, model_type: 'part.part', model_id: part.pk, data: '1 km' }
    return (await make('/api/parameter/', value)).data_numeric
  }
  t.strictSame([await spools(east), await spools(west)], [2, 5])
  const crates = ({ as }: typeof east) => as('admin').post('/api/part/', { name: 'Box', units: 'crate' })
  t.equal((await crates(west)).status, 201)
  t.equal((await crates(east)).status, 400)
  const all = async ({ as }: typeof east) => 'crate' in (await as('admin').get('/api/units/all/')).body.available_units
  t.strictSame([await all(east), await all(west)], [false, true])
  // A BOM converts amounts.
  const amount = async ({ make }: typeof east) => {
    const [assembly, wire] = [
      await make('/api/part/', { name: 'Coil', assembly: true }),
      await make('/api/part/', { name: 'Copper', component: true, units: 'm' })
    ]
    return (await make('/api/bom/', { part: assembly.pk, sub_part: wire.pk, raw_amount: '2 spool' })).quantity
  }
  t.strictSame([await amount(east), await amount(west)], [1000, 400])
})

t.test('a server leaves the validator of OpenAPI documents to others as it was', async (t) => {
  const { valid, errors } = await new Validator().validate({ openapi: '3.1.0', info: {}, paths: {} })
  t.equal(valid, false)
  t.ok(Array.isArray(errors) && errors.length > 0)
  t.equal(
    (await new Validator().validate({ openapi: '3.1.0', info: { title: '-', version: '-' }, paths: {} })).valid,
    true
  )
})
