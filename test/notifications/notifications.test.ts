import t from 'tap'
import { basic, build, column } from '../helper.ts'

t.test('everybody sees, marks and deletes their own notifications alone', async (t) => {
  const { as, db, make, makeUser } = await build(t)
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
      link: new RegExp(`/web/part/${part.pk}$`)
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
  t.match((await as('niko').get(`/api/notifications/${other}/`)).body.age_human, /^(?:a second|\d+\sseconds) ago$/)
})

t.test('the link of a notification leads to where its reader came from', async (t) => {
  for (const { siteURL, base, asked, link } of [
    { siteURL: 'https://parts.example.org', base: '', asked: 'parts.example.org', link: 'https://parts.example.org' },
    { siteURL: 'https://parts.example.org', base: '', asked: '10.0.0.7:8000', link: 'http://10.0.0.7:8000' },
    { siteURL: 'https://a.example/x', base: '', asked: 'a.example', link: 'https://a.example/x' },
    { siteURL: null, base: '', asked: '10.0.0.7:8000', link: 'http://10.0.0.7:8000' },
    { siteURL: null, base: 'https://told.example', asked: '10.0.0.7:8000', link: 'https://told.example' }
  ]) {
    const { app, db, make, set } = await build(t, { siteURL })
    if (base) await set('INVENTREE_BASE_URL', base)
    const part = await make('/api/part/', { name: 'Gearbox' })
    const { id } = await db.selectFrom('user').select('id').where('is_superuser', '=', 1).executeTakeFirstOrThrow()
    await db
      .insertInto('notification_message')
      .values({
        user_id: id,
        category: 'part.low',
        name: 'Low stock',
        message: '',
        target_model_type: 'part',
        target_model_id: part.pk,
        creation: new Date().toISOString()
      })
      .execute()
    const { payload } = await app.inject({
      url: '/api/notifications/',
      headers: { host: asked, authorization: basic('admin') }
    })
    t.equal(JSON.parse(payload)[0].target.link, `${link}/web/part/${part.pk}`, `${siteURL} ${asked}`)
  }
})
