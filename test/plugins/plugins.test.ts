import t from 'tap'
import { build, column } from '../helper.ts'

t.test('what prints labels is listed as plugins, active ones first; there are no others', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const { get } = as('tove')
  const keys = async (query: string) => column((await get(`/api/plugins/${query}`)).body, 'key')
  t.strictSame(await keys(''), ['inventreelabel', 'inventreelabelmachine', 'inventreelabelsheet'])
  t.strictSame(await keys('?active=true&mixin=labels'), ['inventreelabel', 'inventreelabelmachine'])
  t.strictSame(await keys('?mixin=labels,exporter'), [])
  t.strictSame(await keys('?mandatory=false'), ['inventreelabelsheet'])
  t.match((await get('/api/plugins/?limit=1&search=label&ordering=-key')).body, {
    count: 3,
    results: [{ key: 'inventreelabelsheet', active: false, mixins: {} }]
  })
  t.match((await get('/api/plugins/inventreelabel/')).body, {
    is_mandatory: true,
    mixins: { labels: { key: 'labels' } }
  })
  t.same((await get('/api/plugins/nothing/')).body, { detail: 'No PluginConfig matches the given query.' })
  t.same((await get('/api/plugins/ui/features/dashboard/?target_model=part')).body, [])
  t.equal((await get(`/api/plugins/ui/features/${'x'.repeat(600)}/`)).status, 404)
  t.equal((await get('/api/supplier/list/')).status, 403, 'catalogues are for who makes parts')
  t.same((await as('admin').get('/api/supplier/list/')).body, [])
  t.equal((await get('/api/plugins/status/')).status, 403, 'how they are is for superusers')
  t.same((await as('admin').get('/api/plugins/status/')).body, { active_plugins: 2, registry_errors: [] })
})

t.test('superusers switch plugins on and off, but for those that are always on', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'sten', staff: true })
  const sheet = '/api/plugins/inventreelabelsheet/activate/'
  t.equal((await as('sten').patch(sheet, {})).status, 403)
  t.same((await as('admin').patch(sheet, {})).body, { active: true })
  t.equal((await as('admin').get('/api/plugins/inventreelabelsheet/')).body.active, true)
  t.same((await as('admin').put(sheet, { active: false })).body, { active: false })
  t.same((await as('admin').patch('/api/plugins/inventreelabel/activate/', { active: false })).body, {
    non_field_errors: ['INVE-E10: Mandatory plugin cannot be deactivated']
  })
  t.equal((await as('admin').patch('/api/plugins/nothing/activate/', { active: 'maybe' })).status, 404)
  t.same((await as('admin').patch(sheet, { active: 'maybe' })).body, { active: ['Must be a valid boolean.'] })
})

t.test('settings of active plugins are read by everybody, and changed by staff', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  await makeUser({ name: 'sten', staff: true })
  const debug = '/api/plugins/inventreelabel/settings/DEBUG/'
  t.match((await as('tove').get(debug)).body, { key: 'DEBUG', value: false, typ: 'plugin', plugin: 'inventreelabel' })
  t.equal((await as('tove').patch(debug, { value: true })).status, 403)
  t.equal((await as('sten').patch(debug, { value: 'true' })).body.value, true)
  t.equal((await as('tove').get(debug)).body.value, true)
  t.equal((await as('sten').put(debug, { value: 'perhaps' })).body.value, false, 'what is no word for yes is none')
  t.same((await as('sten').put(debug, {})).body, { value: ['This field is required.'] })
  for (const [url, detail] of [
    ['nothing/settings/DEBUG/', "Plugin 'nothing' not installed"],
    ['inventreelabelsheet/settings/DEBUG/', "Plugin 'inventreelabelsheet' is not active"],
    ['inventreelabel/settings/NONE/', "Plugin 'inventreelabel' has no setting matching 'NONE'"]
  ])
    t.same((await as('tove').get(`/api/plugins/${url}`)).body, { detail })
})
