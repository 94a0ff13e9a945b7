import t from 'tap'
import { build, column } from '../helper.ts'

t.test('the search asks each list that is named, with its own filters and permissions', async (t) => {
  const { as, make, makeUser } = await build(t)
  await makeUser({ name: 'tove', roles: { part_category: ['view'] } })
  const diodes = await make('/api/part/category/', { name: 'Diodes' })
  await make('/api/part/', { name: 'Mixer diode', category: diodes.pk })
  await make('/api/part/', { name: 'Zener diode', active: false, notes: 'tunnel' })
  const { post, get } = as('admin')
  const search = async (body: object, status = 200) => {
    const answer = await post('/api/search/', body)
    t.equal(answer.status, status)
    return answer.body
  }
  t.strictSame(await search({}, 400), { search: 'Search term must be provided' })
  t.strictSame(await search(['x'], 400), { search: 'Search term must be provided' })
  t.strictSame(await search({ search: 'diode', nothing: {} }), {})
  const both = await search({ search: 'diode', partcategory: {}, part: {} })
  t.strictSame(Object.keys(both), ['part', 'partcategory'])
  t.match(both.part, { count: 2, previous: null, results: [{ name: 'Mixer diode' }] })
  t.ok(both.part.next.endsWith('/api/search/?limit=1&offset=1'), both.part.next)
  t.ok((await search({ search: 'diode', offset: '1', part: {} })).part.previous.endsWith('/api/search/?limit=1'))
  t.strictSame(column((await search({ search: 'diode', limit: 0, part: { active: false } })).part, 'name'), [
    'Zener diode'
  ])
  t.equal((await search({ search: 'iode', search_whole: true, part: {} })).part.count, 0)
  t.equal((await search({ search: '^m.*e$', search_regex: true, part: {} })).part.count, 1)
  t.equal((await search({ search: 'tunnel', search_notes: true, part: {} })).part.count, 1)
  t.match(await search({ search: '', part: { default_location: 4242 }, stocklocation: {} }), {
    part: { error: /Select a valid choice/ },
    stocklocation: { count: 0 }
  })
  t.match((await as('tove').post('/api/search/', { search: 'diode', part: {}, partcategory: {} })).body, {
    part: { error: 'User does not have permission to view this model' },
    partcategory: { count: 1 }
  })
  t.equal((await get('/api/search/')).status, 405)
})
