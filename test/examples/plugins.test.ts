// The examples in examples/plugins/, used as whoever installs them uses them.
import t, { type Test } from 'tap'
import { fileURLToPath } from 'node:url'
import { build, type House } from '../helper.ts'
import { startMailServer } from '../support/smtp.ts'

const folder = fileURLToPath(new URL('../../examples/plugins', import.meta.url))

/** A server on which one of the examples is active. */
async function using(t: Test, key: string, config: Parameters<typeof build>[1] = {}): Promise<House> {
  const house = await build(t, { ...config, pluginFolder: folder })
  const { status, body } = await house.as('admin').patch(`/api/plugins/${key}/activate/`, {})
  if (status !== 200) throw new Error(JSON.stringify(body))
  return house
}

t.test('shelf-codes: the code of a shelf stands for the location of that name', async (t) => {
  const { as, make } = await using(t, 'shelf-codes')
  const { pk } = await make('/api/stock/location/', { name: 'A3' })
  await make('/api/stock/location/', { name: 'A33' })
  for (const parent of [pk, null]) await make('/api/stock/location/', { name: 'B1', parent })
  const scan = async (barcode: string) => await as('admin').post('/api/barcode/', { barcode })
  t.match((await scan('SHELF:A3')).body, { stocklocation: { pk }, plugin: 'Shelf codes' })
  t.equal((await scan('SHELF:B1')).status, 400, 'there are two')
  t.equal((await as('admin').patch('/api/plugins/shelf-codes/settings/PREFIX/', { value: '@' })).status, 200)
  t.match((await scan('@A3')).body, { stocklocation: { pk } })
  t.equal((await scan('SHELF:A3')).status, 400)
})

t.test('reorder: what is below its minimum, less what is on order', async (t) => {
  const { as, make } = await using(t, 'reorder')
  const part = (name: string, more: object) =>
    make('/api/part/', { name, description: '', minimum_stock: 10, purchaseable: true, ...more })
  const bolt = await part('Bolt', {})
  await part('Plenty', { minimum_stock: 0 })
  await part('Made', { purchaseable: false, assembly: true })
  await make('/api/stock/', { part: bolt.pk, quantity: 4 })
  const act = async (data: object) => (await as('admin').post('/api/action/', { action: 'reorder', data })).body.result
  t.strictSame(await act({}), { parts: [{ pk: bolt.pk, name: 'Bolt', missing: 6 }] })
  t.equal((await act({ purchaseable: false })).parts.length, 2)
})

t.test('stock-chart: a panel beside each part, with what its program draws', async (t) => {
  const { app, as, make, set } = await using(t, 'stock-chart')
  await set('ENABLE_PLUGINS_INTERFACE', true)
  const bolt = await make('/api/part/', { name: 'Bolt', description: '' })
  const shelf = await make('/api/stock/location/', { name: 'Shelf' })
  for (const [quantity, location] of [
    [5, shelf.pk],
    [7, shelf.pk],
    [3, null]
  ])
    await make('/api/stock/', { part: bolt.pk, quantity, location })
  const panels = await as('admin').get(`/api/plugins/ui/features/panel/?target_model=part&target_id=${bolt.pk}`)
  t.match(panels.body, [
    {
      context: {
        bars: [
          { place: 'Shelf', quantity: 12 },
          { place: 'nowhere', quantity: 3 }
        ]
      }
    }
  ])
  const [file] = panels.body[0].source.split(':')
  const program = await app.inject(file)
  t.equal(program.statusCode, 200)
  t.match(program.payload, /export function renderPanel/)
})

t.test('weekly-report: a mail with what is short, when it is due and at once', async (t) => {
  const server = await startMailServer(t)
  const { app, db, as, make, set } = await using(t, 'weekly-report', { mail: server.config })
  await make('/api/part/', { name: 'Bolt', description: '', minimum_stock: 10 })
  await set('ENABLE_PLUGINS_SCHEDULE', true)
  const settings = '/api/plugins/weekly-report/settings/RECIPIENT/'
  t.equal((await as('admin').patch(settings, { value: 'mara@example.org' })).status, 200)
  t.equal((await as('admin').post('/api/action/', { action: 'weekly-report' })).status, 200)
  await app.jobs.drain()
  t.match(server.mails, [{ to: ['mara@example.org'], subject: /1 parts are short/, text: /Bolt: 0 of 10/ }])
  await db.updateTable('job').set({ run_after: '2020-01-01T00:00:00.000Z' }).where('state', '=', 'waiting').execute()
  await app.jobs.drain()
  t.equal(server.mails.length, 2)
})
