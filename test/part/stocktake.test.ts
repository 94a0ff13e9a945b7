import t from 'tap'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, column } from '../helper.ts'

/** A template with a variant, each with stock; prices paid and prices known. */
async function stage(t: Parameters<typeof build>[0]) {
  const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-stocktake-'))
  t.teardown(() => rmSync(mediaRoot, { recursive: true, force: true }))
  const house = await build(t, { mediaRoot })
  const { as, make, set } = house
  await set('STOCKTAKE_ENABLE', true)
  const cells = await make('/api/part/category/', { name: 'Cells' })
  const store = await make('/api/stock/location/', { name: 'Store' })
  const shelf = await make('/api/stock/location/', { name: 'Shelf', parent: store.pk })
  const yard = await make('/api/stock/location/', { name: 'Yard', external: true })
  const battery = await make('/api/part/', { name: 'Battery', is_template: true })
  const cell = await make('/api/part/', { name: 'Cell, "round"', variant_of: battery.pk, category: cells.pk })
  await make('/api/part/', { name: 'Old', active: false })
  await as('admin').patch(`/api/part/${battery.pk}/pricing/`, { override_min: 2, override_max: 5 })
  await make('/api/stock/', { part: battery.pk, quantity: 0.1, location: shelf.pk })
  await make('/api/stock/', { part: cell.pk, quantity: 0.2, location: yard.pk })
  await make('/api/stock/', { part: cell.pk, quantity: 10, purchase_price: 3 })
  await make('/api/stock/', { part: cell.pk, quantity: 5, status: 70 })
  const take = async (body: object) => (await as('admin').post('/api/part/stocktake/generate/', body)).body
  const entries = async () => (await as('admin').get('/api/part/stocktake/?ordering=pk')).body
  const fileOf = (output: string) => readFileSync(join(mediaRoot, output.replace('/media/', '')), 'utf8')
  return { ...house, store, shelf, yard, battery, cell, cells, take, entries, fileOf }
}

t.test('a stocktake counts what is there, and what it is worth', async (t) => {
  const { take, entries, battery, cell, cells, set, as } = await stage(t)
  t.strictSame(await take({ part: battery.pk, generate_entry: true }), {
    part: battery.pk,
    category: null,
    location: null,
    output: null
  })
  t.match(await entries(), [
    // Ten were paid for at 3; of the rest the least is 2 each, the most 5.
    { part: battery.pk, item_count: 3, quantity: 10.3, cost_min: 30.6, cost_max: 31.5, cost_min_currency: 'USD' },
    { part: cell.pk, item_count: 2, quantity: 10.2, cost_min: 30.6, cost_max: 30.6 }
  ])
  await take({ generate_entry: true })
  t.equal((await entries()).length, 2, 'once a day')
  await as('admin').delete('/api/part/stocktake/?all=true')
  await set('STOCKTAKE_EXCLUDE_EXTERNAL', true)
  await take({ category: cells.pk, generate_entry: true })
  t.match(
    await entries(),
    [{ part: cell.pk, item_count: 0, quantity: 0, cost_min: 0 }],
    'neither what lies elsewhere nor what lies nowhere'
  )
})

t.test('a report names what lies at a place, and keeps no entries', async (t) => {
  const { take, entries, store, fileOf } = await stage(t)
  const { output } = await take({ location: store.pk, generate_entry: true, generate_report: true })
  t.match(output, {
    total: 2,
    progress: 100,
    complete: true,
    output_type: 'stocktake',
    user_detail: { username: 'admin' },
    errors: null,
    output: /^\/media\/data_output\/stocktake_report_[0-9a-f]{32}\.csv$/
  })
  t.strictSame(fileOf(output.output).split('\r\n').slice(1), ['1,Battery,,,,,1,0.1,0.2,0.5,USD', ''])
  t.strictSame(await entries(), [])
})

t.test('nothing happens where stocktake is off, or not allowed', async (t) => {
  const { take, entries, set, as, makeUser } = await stage(t)
  await makeUser({ name: 'vera', roles: { part: ['view'] } })
  t.equal((await as('vera').post('/api/part/stocktake/generate/', {})).status, 403)
  t.strictSame((await as('admin').post('/api/part/stocktake/generate/', { part: 99, generate_entry: 'x' })).body, {
    part: ['Invalid pk "99" - object does not exist.'],
    generate_entry: ['Must be a valid boolean.']
  })
  await set('STOCKTAKE_ENABLE', false)
  t.strictSame((await take({ generate_entry: true, generate_report: true })).output, null)
  t.strictSame(await entries(), [])
})

t.test('a large stocktake goes on after the answer', async (t) => {
  const { take, entries, db, as, fileOf } = await stage(t)
  await db
    .insertInto('part')
    .values(Array.from({ length: 1100 }, (_, i) => ({ name: `p${i}` })))
    .execute()
  const { output } = await take({ generate_entry: true, generate_report: true })
  t.match(output, { total: 1102, progress: 45, complete: false, output: null })
  let seen = output
  for (let i = 0; i < 200 && !seen.complete; i++) {
    await sleep(10)
    seen = (await as('admin').get(`/api/data-output/${output.pk}/`)).body
  }
  t.match(seen, { progress: 100, complete: true })
  t.equal((await entries()).length, 1102)
  t.equal(new Set(column(await entries(), 'part')).size, 1102)
  t.equal(fileOf(seen.output).split('\r\n').length, 1104)
})
