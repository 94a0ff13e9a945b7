import t from 'tap'
import { build } from '../helper.ts'

const url = '/api/machine/'
const ZEBRA = { name: 'Zebra', machine_type: 'label-printer', driver: 'zpl' }

t.test('a machine without a driver says so; its kind and its driver stay what they are', async (t) => {
  const { as } = await build(t)
  const admin = as('admin')
  const { status, body } = await admin.post(url, ZEBRA)
  t.equal(status, 201)
  t.match(body, {
    ...ZEBRA,
    active: true,
    initialized: false,
    status: 101,
    status_model: 'LabelPrinterStatus',
    machine_errors: ["Driver 'zpl' not found"],
    is_driver_available: false,
    properties: []
  })
  const own = `${url}${body.pk}/`
  t.strictSame((await admin.get(own)).body, body)
  t.match((await admin.patch(own, { name: 'Zebra 2', active: false, driver: 'other' })).body, {
    name: 'Zebra 2',
    active: false,
    driver: 'zpl'
  })
  t.equal((await admin.patch(own, { name: 'Zebra 2' })).status, 200, 'its own name is not taken')
  t.strictSame((await admin.put(own, {})).body, { name: ['This field is required.'] })
  t.strictSame((await admin.post(url, { ...ZEBRA, name: 'Zebra 2' })).body, {
    name: ['machine config with this Name already exists.']
  })
  t.match((await admin.post(url, { ...ZEBRA, name: 'Odd', machine_type: 'toaster' })).body, {
    status: -1,
    status_model: null,
    machine_errors: []
  })
  t.strictSame((await admin.get(`${url}status/`)).body, {
    registry_errors: [{ message: "Machine type 'toaster' not found" }]
  })
  const names = async (query: string) =>
    (await admin.get(`${url}${query}`)).body.map((one: { name: string }) => one.name)
  t.strictSame(await names(''), ['Odd', 'Zebra 2'], 'active ones first')
  t.strictSame(await names('?ordering=-name'), ['Zebra 2', 'Odd'])
  t.strictSame(await names('?active=false'), ['Zebra 2'])
  t.strictSame(await names('?machine_type=toaster&driver=zpl&search=od'), ['Odd'])
  t.strictSame((await admin.post(`${own}restart/`)).body, { ok: true })
  t.equal((await admin.delete(own)).status, 204)
  t.strictSame((await admin.get(own)).body, { detail: 'No MachineConfig matches the given query.' })
  t.match((await admin.post(`${own}restart/`)).body, { detail: /^Machine '.*' not found$/ })
})

t.test('the settings of a machine are those of its kind, and go with it', async (t) => {
  const { as, db, make } = await build(t)
  const admin = as('admin')
  const machine = await make(url, ZEBRA)
  const [settings, location] = ['settings/', 'settings/M/LOCATION/'].map((path) => `${url}${machine.pk}/${path}`)
  t.match((await admin.get(settings!)).body, [
    { pk: null, key: 'LOCATION', value: '', config_type: 'M', typ: 'machine_config' }
  ])
  t.match((await admin.patch(location!, { value: 7 })).body, { value: '7', model_name: 'stock.stocklocation' })
  t.equal((await admin.get(location!)).body.value, '7')
  t.equal((await admin.put(location!, {})).status, 400)
  t.strictSame((await admin.get(`${url}${machine.pk}/settings/D/SPEED/`)).body, {
    detail: "Machine 'Zebra' has no DRIVER setting matching 'SPEED'"
  })
  t.equal((await admin.get(`${url}${machine.pk}/settings/X/LOCATION/`)).status, 404)
  t.equal((await admin.get(`${url}0b8a4b52-3b1d-4b4b-9d6e-0c8a1f1d2e3f/settings/`)).status, 404)
  await admin.delete(`${url}${machine.pk}/`)
  t.strictSame(await db.selectFrom('machine_setting').selectAll().execute(), [])
})

t.test('machines are for the role of administrators; their kinds and settings are for everybody', async (t) => {
  const { as, make, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  await makeUser({ name: 'ada', roles: { admin: ['view'] } })
  const machine = await make(url, ZEBRA)
  const tove = as('tove')
  t.match((await tove.get(`${url}types/`)).body, [{ slug: 'label-printer', is_builtin: true }])
  t.strictSame((await tove.get(`${url}drivers/?machine_type=label-printer`)).body, [])
  t.equal((await tove.get(`${url}${machine.pk}/settings/`)).status, 200)
  t.equal((await tove.get(url)).status, 403)
  t.equal((await as('ada').get(url)).status, 200)
  t.equal((await as('ada').post(url, ZEBRA)).status, 403)
  t.equal((await as('ada').post(`${url}${machine.pk}/restart/`)).status, 403, 'staff restarts')
})
