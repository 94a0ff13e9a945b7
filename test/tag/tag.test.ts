import t from 'tap'
import { build, column } from '../helper.ts'

t.test('the slug of a tag follows its name, and deleting a tag takes it off the records', async (t) => {
  const { as, make } = await build(t)
  const { get, post, patch, delete: remove } = as('admin')
  const tag = await make('/api/tag/', { name: 'Low Noise' })
  t.equal(tag.slug, 'low-noise')
  t.strictSame((await post('/api/tag/', { name: 'Low Noise' })).body, { name: ['tag with this name already exists.'] })
  t.strictSame((await post('/api/tag/', { name: 'low noise' })).body, { slug: ['Tag with this Slug already exists.'] })
  t.equal((await patch(`/api/tag/${tag.pk}/`, { name: 'RF grade' })).body.slug, 'rf-grade')
  const part = await make('/api/part/', { name: 'Mixer diode', tags: ['rf grade', 'RoHS'] })
  t.strictSame(column((await get('/api/tag/?model_type=part&ordering=-name')).body, 'name'), ['RoHS', 'RF grade'])
  t.strictSame((await get('/api/tag/?model_type=stockitem')).body, [])
  t.strictSame((await get('/api/tag/?model_type=toolbox')).body, { model_type: ['Invalid model type: toolbox'] })
  t.equal((await remove(`/api/tag/${tag.pk}/`)).status, 204)
  t.strictSame((await get(`/api/part/${part.pk}/?tags=true`)).body.tags, ['RoHS'])
})

t.test(
  'tags that are written alike get keys of their own, and many of them cost as many statements as few',
  async (t) => {
    const statements: string[] = []
    const { make, as } = await build(t, {}, (text) => {
      if (/"?tag"?\b/.test(text) && /^select/.test(text)) statements.push(text)
    })
    await make('/api/part/', { name: 'Bolt', tags: ['!', '?', 'M3', 'm3', 'tag'] })
    t.strictSame(
      (await as('admin').get('/api/tag/')).body.map(({ name, slug }: { name: string; slug: string }) => [name, slug]),
      [
        ['!', 'tag'],
        ['?', 'tag_1'],
        ['M3', 'm3'],
        ['tag', 'tag_2']
      ]
    )
    const many = Array.from({ length: 100 }, (_, n) => `odd ${'!'.repeat((n % 50) + 1)}${n < 50 ? '' : '?'}`)
    await make('/api/part/', { name: 'Nut', tags: many })
    const reading = async (tags: string[]) => {
      statements.length = 0
      t.equal((await as('admin').patch('/api/part/1/', { tags })).status, 200)
      return statements.length
    }
    t.equal(await reading(many), await reading(many.slice(0, 2)))
  }
)
