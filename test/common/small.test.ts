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

t.test("a state of somebody's own joins its class, and is checked against it", async (t) => {
  const { as, make, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const model = (await as('admin').get('/api/contenttype/model/stockitem/')).body.pk
  const body = { key: 62, name: 'ON_LOAN', label: 'On loan', logical_key: 10, model, reference_status: 'StockStatus' }
  const state = await make('/api/generic/status/custom/', body)
  t.match(state, { ...body, color: 'secondary', model_name: 'Stock Item' })
  const all = (await as('tove').get('/api/generic/status/')).body
  t.strictSame(all.StockStatus.values.ON_LOAN, {
    key: 62,
    name: 'ON_LOAN',
    label: 'On loan',
    color: 'secondary',
    custom: true
  })
  t.strictSame((await as('tove').get('/api/generic/status/StockStatus/')).body, all.StockStatus)
  t.strictSame(all.BuildStatus.values.PRODUCTION, {
    key: 20,
    name: 'PRODUCTION',
    label: 'Production',
    color: 'primary'
  })
  t.equal((await as('tove').get('/api/generic/status/Teapot/')).status, 404)
  for (const [change, answer] of [
    [
      {},
      {
        non_field_errors: ['key', 'name'].map(
          (field) => `The fields reference_status, ${field} must make a unique set.`
        )
      }
    ],
    [
      { key: 63, name: 'on loan', color: 'pink' },
      {
        name: ['Value must be uppercase', 'Value must be a valid variable identifier'],
        color: ['"pink" is not a valid choice.']
      }
    ],
    [{ key: 10, name: 'A' }, { key: ['Key must be different from logical key'] }],
    [{ key: 50, name: 'A' }, { key: ['Key must be different from the logical keys of the reference status'] }],
    [
      { key: 63, name: 'A', logical_key: 11 },
      { logical_key: ['Logical key must be in the logical keys of the reference status'] }
    ],
    [{ key: 63, name: 'OK' }, { name: ['Name must be different from the names of the reference status'] }],
    [{ key: 63, name: 'A', model: null }, { model: ['Model must be selected'] }]
  ] as const)
    t.strictSame((await as('admin').post('/api/generic/status/custom/', { ...body, ...change })).body, answer)
  t.equal((await as('admin').patch(`/api/generic/status/custom/${state.pk}/`, { label: 'Lent' })).body.label, 'Lent')
  t.equal((await as('tove').patch(`/api/generic/status/custom/${state.pk}/`, { label: 'x' })).status, 403)
  t.strictSame(
    (await as('admin').get(`/api/generic/status/custom/?model=${model}&reference_status=BuildStatus`)).body,
    []
  )
  t.strictSame((await as('admin').get('/api/generic/status/custom/?model=4242')).status, 400)
})

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

t.test('everybody sees, marks and deletes their own notifications alone', async (t) => {
  const { as, db, make, makeUser } = await build(t, { siteURL: 'https://parts.example.org' })
  const [nadia, niko] = [await makeUser({ name: 'nadia' }), await makeUser({ name: 'niko' })]
  const part = await make('/api/part/', { name: 'Gearbox', IPN: 'GB' })
  const tell = async (user_id: number, category: string, seconds: number, target_model_id = part.pk) =>
    (
      await db
        .insertInto('notification_message')
        .values({
          user_id,
          category,
          name: 'Low stock',
          message: 'Order some',
          target_model_type: 'part',
          target_model_id,
          source_model_type: 'user',
          source_model_id: user_id,
          creation: new Date(Date.now() - seconds * 1000 - 50).toISOString()
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const first = await tell(nadia, 'part.low', 7380)
  const second = await tell(nadia, 'part.gone', 8 * 86400, 4242)
  const other = await tell(niko, 'part.low', 1)
  const { get, patch, put, post, delete: remove } = as('nadia')
  const list = (await get('/api/notifications/')).body
  t.match(list[0], {
    pk: first,
    target: {
      name: 'GB | Gearbox',
      model_name: 'Part',
      model_type: 'part',
      model_id: part.pk,
      link: `https://parts.example.org/web/part/${part.pk}`
    },
    source: { name: 'nadia', model_name: 'user', model_type: 'user', model_id: nadia },
    age: 7380,
    age_human: '2\u00a0hours ago',
    read: false
  })
  t.match(list[1], { pk: second, target: null, age_human: '1\u00a0week, 1\u00a0day ago' })
  t.equal(list.length, 2)
  t.equal((await get(`/api/notifications/${other}/`)).status, 404)
  t.match((await patch(`/api/notifications/${first}/`, { read: true, name: 'Ignored' })).body, {
    read: true,
    name: 'Low stock'
  })
  t.strictSame((await put(`/api/notifications/${first}/`, {})).body, { read: ['This field is required.'] })
  t.strictSame(column((await get('/api/notifications/?read=false&category=part.gone')).body, 'pk'), [second])
  t.strictSame((await post('/api/notifications/readall/', {})).body, { status: 'ok' })
  t.strictSame((await get('/api/notifications/?read=false')).body, [])
  t.equal((await as('niko').get('/api/notifications/?read=false')).body.length, 1, 'theirs are as they were')
  t.strictSame((await remove('/api/notifications/', { items: [other] })).body, { success: 'Deleted 0 items' })
  t.strictSame((await remove('/api/notifications/', { items: [other, first] })).body, { success: 'Deleted 1 items' })
  t.strictSame((await remove('/api/notifications/', { items: [4242] })).body, {
    non_field_errors: 'No items match the provided criteria'
  })
  t.equal((await as('niko').get(`/api/notifications/${other}/`)).body.age_human, 'a second ago')
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
