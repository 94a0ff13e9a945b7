import t from 'tap'
import { build } from '../helper.ts'

const url = '/api/plugins/'
const BARCODE = `${url}inventreebarcode/`

t.test('the plugins of the server → listed with what they can do, active ones first', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const { get } = as('tove')
  const { body } = await get(url)
  const [first] = body
  t.match(first, { active: true, is_builtin: true, is_installed: true, is_sample: false, is_package: false })
  t.equal(first.meta.slug, first.key)
  t.equal(first.meta.settings_url, `/web/settings/admin/plugin/${first.pk}/`)
  t.strictSame(first.mixins.base, { key: 'base', human_name: 'base' })
  const states: boolean[] = body.map((plugin: { active: boolean }) => plugin.active)
  t.strictSame(
    states,
    states.toSorted((a, b) => Number(b) - Number(a))
  )
  t.strictSame((await get(url)).body, body, 'their keys stay')
  t.equal((await get(`${url}?limit=2`)).body.results.length, 2)
  t.strictSame(
    (await get(`${url}?mixin=barcode,settings`)).body.map((plugin: { key: string }) => plugin.key),
    ['inventreebarcode']
  )
  t.strictSame((await get(`${url}?mixin=barcode,labels`)).body, [])
  t.ok((await get(`${url}?active=false`)).body.every((plugin: { active: boolean }) => !plugin.active))
  t.strictSame((await get(`${url}?sample=true`)).body, [])
  t.strictSame((await get(`${url}?installed=false`)).body, [])
  t.equal((await get(`${url}?search=ui-not`)).body.length, 1)
  t.equal((await get(`${url}?ordering=-key&limit=1`)).body.results[0].key > 'inventreeb', true)
  t.equal((await get(BARCODE)).body.key, 'inventreebarcode')
  t.strictSame((await get(`${url}INVENTREEBARCODE/`)).body, { detail: 'No PluginConfig matches the given query.' })
})

t.test(
  'what the server cannot do without stays on; others go on and off, which nobody but a superuser says',
  async (t) => {
    const { as, makeUser } = await build(t)
    await makeUser({ name: 'stella', staff: true })
    const admin = as('admin')
    const before = (await admin.get(`${url}status/`)).body.active_plugins
    t.strictSame((await admin.patch(`${BARCODE}activate/`, { active: false })).body, {
      non_field_errors: ['INVE-E10: Mandatory plugin cannot be deactivated']
    })
    const own = `${url}autoiissueorders/`
    t.match((await admin.get(own)).body, { active: false, mixins: {}, meta: { slug: null, settings_url: null } })
    t.strictSame((await admin.get(`${own}settings/`)).body, { detail: "Plugin 'autoiissueorders' is not active" })
    t.strictSame((await admin.patch(`${own}activate/`, {})).body, { active: true })
    t.match((await admin.get(own)).body, { active: true, meta: { slug: 'autoiissueorders' } })
    t.strictSame((await admin.get(`${url}status/`)).body, { active_plugins: before + 1, registry_errors: [] })
    t.strictSame((await admin.put(`${own}activate/`, { active: false })).body, { active: false })
    t.equal((await admin.patch(`${own}activate/`, { active: 'maybe' })).status, 400)
    t.equal((await admin.patch(`${url}wave/activate/`, {})).status, 404)
    t.equal((await as('stella').patch(`${own}activate/`, {})).status, 403)
    t.equal((await as('stella').get(`${url}status/`)).status, 403)
    t.strictSame((await as('stella').get(`${own}admin/`)).body, { source: null, context: null })
  }
)

t.test('settings hold at once; of a wrong value nothing is kept', async (t) => {
  const { as, make, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const admin = as('admin')
  const part = await make('/api/part/', { name: 'Bolt', description: 'M3' })
  const barcode = async () => (await admin.post('/api/barcode/generate/', { model: 'part', pk: part.pk })).body.barcode
  const [prefix, form] = ['SHORT_BARCODE_PREFIX', 'INTERNAL_BARCODE_FORMAT'].map((key) => `${BARCODE}settings/${key}/`)
  const listed = (await as('tove').get(`${BARCODE}settings/`)).body
  t.strictSame(
    listed.map((one: { key: string; pk: number | null; value: string }) => [one.key, one.pk, one.value]),
    [
      ['INTERNAL_BARCODE_FORMAT', null, 'short'],
      ['SHORT_BARCODE_PREFIX', null, 'INV-']
    ]
  )
  t.strictSame((await admin.get(`${url}settings/`)).body, [], 'nobody asked for one of them yet')
  t.equal(typeof (await as('tove').get(prefix!)).body.pk, 'number')
  t.equal(await barcode(), `INV-PA${part.pk}`)
  t.match((await admin.patch(prefix!, { value: 'L.B-' })).body, {
    value: 'L.B-',
    typ: 'plugin',
    plugin: 'inventreebarcode'
  })
  t.equal(await barcode(), `L.B-PA${part.pk}`)
  t.match((await admin.post('/api/barcode/', { barcode: `L.B-PA${part.pk}` })).body, { part: { pk: part.pk } })
  t.equal((await admin.post('/api/barcode/', { barcode: `LxB-PA${part.pk}` })).status, 400, 'a point is a point')
  t.equal((await admin.post('/api/barcode/', { barcode: `INV-PA${part.pk}` })).status, 400, 'no longer one of its own')
  t.strictSame((await admin.patch(form!, { value: 'odd' })).body, {
    non_field_errors: ['Chosen value is not a valid option']
  })
  t.equal((await admin.get(form!)).body.value, 'short')
  t.equal((await admin.put(form!, { value: 'json' })).status, 200)
  t.equal(await barcode(), `{"part": ${part.pk}}`)
  t.match((await admin.post('/api/barcode/', { barcode: `{"part": ${part.pk}}` })).body, { part: { pk: part.pk } })
  t.equal((await admin.put(form!, {})).status, 400)
  t.equal((await admin.patch(prefix!, { value: 'x'.repeat(2001) })).status, 400)
  t.equal((await as('tove').patch(prefix!, { value: 'X' })).status, 403)
  t.equal((await admin.get(`${url}settings/?plugin__key=inventreebarcode&limit=1`)).body.count, 2)
  t.strictSame((await admin.get(`${url}settings/?plugin__active=false`)).body, [])
  t.strictSame((await admin.get(`${BARCODE}settings/WAVE/`)).body, {
    detail: "Plugin 'inventreebarcode' has no setting matching 'WAVE'"
  })
  t.strictSame((await admin.get(`${url}wave/settings/`)).body, { detail: "Plugin 'wave' not installed" })
  t.strictSame((await admin.get(`${BARCODE}user-settings/`)).body, [])
  t.strictSame((await admin.get(`${BARCODE}user-settings/WAVE/`)).body, {
    detail: "Plugin 'inventreebarcode' has no user setting matching 'WAVE'"
  })
})

t.test(
  'a plugin that is off can be deleted with its settings, and is back as new once plugins are read anew',
  async (t) => {
    const { db, as, makeUser } = await build(t)
    await makeUser({ name: 'stella', staff: true })
    const admin = as('admin')
    const own = `${url}autoiissueorders/`
    await admin.patch(`${own}activate/`, {})
    t.equal((await admin.patch(`${own}settings/ISSUE_BACKDATED_ORDERS/`, { value: true })).body.value, true)
    t.strictSame((await admin.delete(own)).body, { detail: ['Plugin cannot be deleted as it is currently active'] })
    await admin.patch(`${own}activate/`, { active: false })
    t.equal((await as('stella').delete(own)).status, 403)
    t.equal((await admin.delete(own)).status, 204)
    t.equal((await admin.get(own)).status, 404)
    t.notOk((await admin.get(url)).body.some((plugin: { key: string }) => plugin.key === 'autoiissueorders'))
    t.strictSame(await db.selectFrom('plugin_setting').selectAll().execute(), [])
    t.strictSame((await admin.post(`${url}reload/`, { full_reload: true })).body, {
      full_reload: true,
      force_reload: false,
      collect_plugins: false
    })
    t.equal((await admin.get(own)).body.active, false)
    await admin.patch(`${own}activate/`, {})
    t.equal((await admin.get(`${own}settings/ISSUE_BACKDATED_ORDERS/`)).body.value, false)
    t.equal((await as('stella').post(`${url}reload/`, {})).status, 403)
  }
)

t.test('a plugin that only an import knows is listed as not installed, and can be deleted', async (t) => {
  const { as, insert } = await build(t)
  const admin = as('admin')
  await insert('plugin_config', { key: 'shelf-lights', name: 'Shelf Lights', active: 1 })
  t.match((await admin.get(`${url}?installed=false`)).body, [
    { key: 'shelf-lights', name: 'Shelf Lights', active: true, is_builtin: false, mixins: {}, meta: { slug: null } }
  ])
  t.equal((await admin.get(`${url}shelf-lights/settings/`)).status, 404)
  t.equal((await admin.patch(`${url}shelf-lights/activate/`, { active: false })).status, 200)
  t.equal((await admin.delete(`${url}shelf-lights/`)).status, 204)
  await admin.post(`${url}reload/`)
  t.equal((await admin.get(`${url}shelf-lights/`)).status, 404)
})

t.test('nothing can be installed or uninstalled; a body that is not in order is told first', async (t) => {
  const { as } = await build(t)
  const admin = as('admin')
  const install = async (body: object) => (await admin.post(`${url}install/`, body)).body
  t.strictSame(await install({ packagename: 'x' }), { confirm: ['This field is required.'] })
  t.strictSame(await install({ packagename: 'x', confirm: false }), { confirm: ['Installation not confirmed'] })
  const either = ['Either packagename or URL must be provided']
  t.strictSame(await install({ confirm: true, url: '' }), { url: either, packagename: either })
  t.strictSame(await install({ confirm: true, packagename: 'x' }), {
    non_field_errors: ['Plugin installation is disabled']
  })
  t.strictSame((await admin.patch(`${BARCODE}uninstall/`, {})).body, {
    non_field_errors: ['Plugin uninstalling is disabled']
  })
  t.equal((await admin.put(`${url}wave/uninstall/`, {})).status, 404)
})

t.test('what no plugin here can do → refused, never as if it were done', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const [tove, admin] = [as('tove'), as('admin')]
  t.strictSame((await tove.get(`${url}ui/features/dashboard/?target_model=part`)).body, [])
  t.equal((await tove.get(`${url}ui/features/${'x'.repeat(600)}/`)).status, 404)
  t.strictSame((await tove.post('/api/action/', {})).body, { error: 'No action specified' })
  t.strictSame((await tove.post('/api/action/', { action: 'wave', data: {} })).body, {
    error: 'No matching action found',
    action: 'wave'
  })
  t.strictSame((await tove.post('/api/locate/', {})).body, { detail: "'plugin' field must be supplied" })
  t.strictSame((await tove.post('/api/locate/', { plugin: 'inventreebarcode', item: 1 })).body, {
    detail: "Plugin 'inventreebarcode' is not installed, or does not support the location mixin"
  })
  t.strictSame((await as(null).post('/api/webhook/deliveries/', { a: 1 })).body, { detail: 'Not found.' })
  t.equal((await tove.get('/api/supplier/list/')).status, 403, 'catalogues are for who makes parts')
  t.strictSame((await admin.get('/api/supplier/list/')).body, [])
  t.strictSame((await admin.get('/api/supplier/search/?plugin=x&supplier=y&term=z')).body, {
    detail: "Plugin 'x' not found"
  })
  t.match((await admin.post('/api/supplier/import/', { plugin: 'x' })).body, { supplier: ['This field is required.'] })
  const wanted = { plugin: 'x', supplier: 'y', part_import_id: '1' }
  t.strictSame((await admin.post('/api/supplier/import/', { ...wanted, category_id: 7 })).body, {
    category_id: ['Invalid pk "7" - object does not exist.']
  })
  t.equal((await admin.post('/api/supplier/import/', wanted)).status, 404)
})
