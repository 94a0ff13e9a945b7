import t from 'tap'
import { build, column } from '../helper.ts'

t.test('content types are found by number and by word', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const { get } = as('tove')
  const item = (await get('/api/contenttype/model/stockitem/')).body
  t.match(item, { app_label: 'stock', model: 'stockitem', app_labeled_name: 'Stock | Stock Item', is_plugin: false })
  t.strictSame((await get(`/api/contenttype/${item.pk}/`)).body, item)
  t.strictSame((await get('/api/contenttype/model/teapot/')).body, { detail: 'Not found.' })
  t.strictSame((await get('/api/contenttype/999999/')).body, { detail: 'No ContentType matches the given query.' })
  const page = (await get('/api/contenttype/?search=order+line&ordering=-model&limit=2&offset=1')).body
  t.strictSame(
    column(page.results, 'model'),
    ['transferorderlineitem', 'salesorderlineitem'].slice(1).concat('salesorderextraline')
  )
  t.equal(page.previous.endsWith('/api/contenttype/?limit=2&ordering=-model&search=order+line'), true)
})
