import t from 'tap'
import { recount } from '#db/bulk.ts'
import { build, column } from '../helper.ts'

// What is larger than anyone means it to be is answered like everything else: no failure of the server.
const { as, db, make } = await build(t)
const admin = as('admin')
await make('/api/part/', { name: 'Relay' })
const HUGE = '99999999999999999999'
const JSON_TYPE = { 'content-type': 'application/json' }

t.test('huge numbers in a query → an answer', async (t) => {
  for (const [query, names] of [
    [`limit=${HUGE}`, ['Relay']],
    [`limit=1&offset=${HUGE}`, []],
    ['limit=1&offset=9223372036854775808', []],
    [`exclude_id=${HUGE}`, ['Relay']],
    [`category=${HUGE}&cascade=false`, []],
    ['related=1e30', []]
  ] as const) {
    const { status, body } = await admin.get(`/api/part/?${query}`)
    t.equal(status, 200, query)
    t.strictSame(column(body.results ?? body, 'name'), names)
  }
  t.equal((await admin.get(`/api/part/category/tree/?expand_to=${HUGE}`)).status, 200)
  t.equal((await admin.get(`/api/part/category/?parent=${HUGE}`)).status, 400)
  t.equal((await admin.get('/api/part/category/?depth=1e400')).status, 200)
})

t.test('huge numbers in a body → 400 of the field', async (t) => {
  for (const [text, field] of [
    [`{"default_expiry": ${HUGE}}`, 'default_expiry'],
    ['{"default_expiry": 9223372036854775808}', 'default_expiry'],
    ['{"minimum_stock": 1e400}', 'minimum_stock'],
    [`{"category": ${HUGE}}`, 'category']
  ] as const) {
    const { status, body } = await admin.patch('/api/part/1/', text, JSON_TYPE)
    t.equal(status, 400, text)
    t.strictSame(Object.keys(body), [field])
  }
})

t.test('many words and many names in a query → an answer', async (t) => {
  const many = Array.from({ length: 1500 }, (_, n) => `w${n}`)
  t.strictSame((await admin.get(`/api/part/?search=${many.join('+')}`)).body, {
    search: ['Search for at most 100 words at once.']
  })
  t.equal(
    (await admin.get(`/api/part/?search=${'relay+'.repeat(1500)}`)).body.length,
    1,
    'the same word again is one word'
  )
  t.strictSame((await admin.get(`/api/part/?tag_name=${many.join()}`)).body, [])
  t.equal((await admin.get(`/api/part/?exclude_id=${many.map((_, n) => n + 2).join()}`)).body.length, 1)
  t.equal((await admin.get(`/api/part/?ordering=${'name,'.repeat(1500)}`)).body.length, 1)
})

t.test('a bulk change of more records than a statement can name', async (t) => {
  const keys = Array.from({ length: 40_000 }, (_, n) => n + 1)
  t.equal((await admin.patch('/api/part/', { items: keys, keywords: 'x' })).status, 400)
  t.equal(
    (await admin.patch('/api/part/', { items: keys.slice(0, 10_000), keywords: 'x' })).body.items.length,
    1,
    'most of them unknown'
  )
  t.equal(
    (await admin.post('/api/user/', { username: 'x', first_name: '', last_name: '', email: '', group_ids: keys }))
      .status,
    400
  )
  await db.transaction().execute(async (trx) => {
    for (let n = 0; n < 33_000; n += 300)
      await trx
        .insertInto('part')
        .values(keys.slice(n, n + 300).map((key) => ({ name: `Part ${key}` })))
        .execute()
  })
  await recount(db)
  t.equal((await admin.get('/api/part/?tags=true')).body.length, 33_001, 'and a list of as many')
})

t.test('JSON nested too deeply → 400', async (t) => {
  for (const text of [
    `{"theme": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    '['.repeat(200_000),
    `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  ]) {
    const { status, body } = await admin.patch('/api/user/me/profile/', text, JSON_TYPE)
    t.equal(status, 400, text.slice(0, 20))
    t.match(body.detail, /^JSON parse error - /)
  }
})

t.test('odd characters → text like any other, or nothing', async (t) => {
  t.equal((await admin.post('/api/part/', '{"name": "a\\u0000b"}', JSON_TYPE)).body.name, 'ab')
  t.equal((await admin.post('/api/part/', '{"name": "\\ud800x"}', JSON_TYPE)).status, 201, 'half a character')
  t.strictSame((await admin.get('/api/part/?IPN=%00&limit=1')).body.results, [])
  t.equal((await admin.get('/api/part/?search=%E0%A4%A&limit=1')).status, 200)
})

t.test('an address that cannot be read, or is too long → 404', async (t) => {
  for (const url of ['/api/settings/global/%E0%A4%A/', `/api/settings/global/${'x'.repeat(600)}/`]) {
    const { status, body } = await admin.get(url)
    t.equal(status, 404, url.slice(0, 40))
    t.strictSame(body, { detail: 'API endpoint not found', url: `http://localhost:80${url}` })
  }
})

t.test('broken multipart → 400', async (t) => {
  for (const [type, text] of [
    ['multipart/form-data; boundary=X', '--X\r\nContent-Disp'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=X', '--X\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--X--\r\n']
  ] as const) {
    t.equal((await admin.post('/api/part/', text, { 'content-type': type })).status, 400, text.slice(0, 30))
  }
})

t.test('days of long ago and far ahead → an answer', async (t) => {
  for (const day of ['0001-01-01', '0099-12-31', '0246-03-08', '9999-12-31']) {
    for (const url of [
      '/api/stock/?updated_before=',
      '/api/stock/?updated_after=',
      '/api/order/ro/?created_after=',
      '/api/part/?created_before='
    ])
      t.equal((await admin.get(url + day)).status, 200, url + day)
  }
})
