import t from 'tap'
import { build } from '../helper.ts'

t.test('there are no news; staff may look', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove', staff: true })
  await makeUser({ name: 'ulf' })
  t.same((await as('tove').get('/api/news/?read=false')).body, [])
  t.match((await as('tove').get('/api/news/?limit=10&ordering=-published')).body, { count: 0, results: [] })
  t.equal((await as('ulf').get('/api/news/')).status, 403)
})
