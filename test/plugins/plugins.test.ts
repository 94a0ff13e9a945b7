import t from 'tap'
import { build } from '../helper.ts'

t.test('there are no plugins, whatever is asked for; clients that ask for some go on', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const { get } = as('tove')
  t.same((await get('/api/plugins/?active=true&mixin=labels,exporter')).body, [])
  t.same((await get('/api/plugins/?limit=25&search=label&ordering=-key')).body, {
    count: 0,
    next: null,
    previous: null,
    results: []
  })
  t.same((await get('/api/plugins/ui/features/dashboard/?target_model=part')).body, [])
  t.equal((await get(`/api/plugins/ui/features/${'x'.repeat(600)}/`)).status, 404)
  t.equal((await get('/api/supplier/list/')).status, 403, 'catalogues are for who makes parts')
  t.same((await as('admin').get('/api/supplier/list/')).body, [])
  t.equal((await get('/api/plugins/status/')).status, 403, 'how they are is for superusers')
  t.same((await as('admin').get('/api/plugins/status/')).body, { active_plugins: 0, registry_errors: [] })
})
