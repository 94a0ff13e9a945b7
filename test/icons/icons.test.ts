import t from 'tap'
import { build } from '../helper.ts'

t.test('the icons of one pack, with the words to find them by; clients may keep them', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const { get } = as('tove')
  const icons = await get('/api/icons/?limit=3')
  t.equal(icons.headers['cache-control'], 'public, max-age=86400')
  t.match(icons.body, {
    count: 1,
    results: [
      { name: 'Tabler Icons', prefix: 'ti', icons: { abacus: { category: 'Math', variants: { outline: 'f05c' } } } }
    ]
  })
  t.ok(icons.body.results[0].icons.abacus.tags.includes('counting'))
  t.equal((await as(null).get('/api/icons/')).status, 401)
})
