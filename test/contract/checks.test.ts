import t from 'tap'
import { basic, build } from '../helper.ts'

const { app, as, by, make, makeUser } = await build(t)
const admin = as('admin')
await makeUser({ name: 'nobody' })
await makeUser({ name: 'reader', roles: { part_category: ['view'] } })
await makeUser({ name: 'writer', roles: { part_category: ['view', 'add', 'change', 'delete'] } })
const { pk } = await make('/api/part/category/', { name: 'Relays' })

const JSON_TYPE = { 'content-type': 'application/json' }

t.test('unreadable JSON → 400, even to strangers, where it is short', async (t) => {
  for (const client of [as(null), as('nobody'), admin]) {
    const { status, body } = await client.post('/api/part/category/', '{"name": "Rel', JSON_TYPE)
    t.equal(status, 400)
    t.match(body.detail, /^JSON parse error - /)
  }
})

t.test('wrong credentials → 401, whatever else is wrong', async (t) => {
  t.equal(
    (await by({ authorization: 'Token nothing' }).post('/api/part/category/', '{"name": "Rel', JSON_TYPE)).status,
    401
  )
})

t.test('401 comes before 403, 404, 405 and 400', async (t) => {
  t.equal((await as(null).post('/api/part/category/', {})).status, 401, 'before 403 and 400')
  t.equal((await as(null).get('/api/part/category/424242/')).status, 401, 'before 404')
  t.equal((await as(null).get('/api/nowhere/')).status, 401, 'before an unknown address')
  t.equal((await as(null).delete('/api/part/category/')).status, 401, 'before 405')
  t.equal((await as(null).options('/api/part/category/')).status, 401, 'before OPTIONS')
  t.equal((await as(null).get('/api/part/?category=x')).status, 401, 'before a wrong filter')
  t.equal(
    (await as(null).post('/api/part/category/', 'name', { 'content-type': 'text/plain' })).status,
    401,
    'before 415'
  )
})

t.test('403 comes before 404, 405 and 400', async (t) => {
  t.equal((await as('nobody').get('/api/part/category/424242/')).status, 403, 'before 404')
  t.equal((await as('reader').patch('/api/part/category/424242/', {})).status, 403, 'before 404 of a change')
  t.equal((await as('reader').delete('/api/part/category/')).status, 403, 'before 405')
  t.equal((await as('reader').post('/api/part/category/', {})).status, 403, 'before 400')
  t.equal(
    (await as('reader').post('/api/part/category/', 'name', { 'content-type': 'text/plain' })).status,
    403,
    'before 415'
  )
  t.equal((await as('nobody').get('/api/part/?category=x')).status, 403, 'before a wrong filter')
  t.equal((await as('nobody').options('/api/part/')).status, 403, 'before OPTIONS')
})

t.test('what an address does not have → 403 for whom its verb is not allowed there, 405 for all others', async (t) => {
  await makeUser({ name: 'staff', staff: true })
  for (const [method, url, refused, allowed] of [
    // Everybody may read these, and staff may change them, or the records of the list.
    ['POST', '/api/project-code/1/', 'nobody', 'staff'],
    ['DELETE', '/api/project-code/', 'nobody', 'staff'],
    ['DELETE', '/api/settings/global/PART_COMPONENT/', 'nobody', 'staff'],
    ['POST', '/api/settings/global/', 'nobody', 'staff'],
    ['POST', '/api/user/ruleset/', 'nobody', 'staff'],
    ['PUT', '/api/user/group/', 'nobody', 'staff'],
    ['POST', '/api/units/1/', 'nobody', 'staff'],
    ['PATCH', '/api/tag/', 'nobody', 'staff'],
    ['POST', '/api/barcode/history/', 'nobody', 'staff'],
    ['PATCH', '/api/user/', 'staff', 'admin'],
    ['POST', '/api/user/1/', 'staff', 'admin'],
    // Roles count with the verb of the method.
    ['POST', `/api/part/category/${pk}/`, 'reader', 'writer'],
    ['DELETE', '/api/part/category/tree/', 'reader', 'writer'],
    ['POST', '/api/part/thumbs/', 'writer', 'admin'],
    ['GET', '/api/build/1/finish/', 'writer', 'admin']
  ] as const) {
    const ask = async (user: string) =>
      (await as(user)[method.toLowerCase() as 'post'](url, method === 'GET' ? undefined : {})).status
    t.equal(await ask(refused), 403, `${method} ${url} by ${refused}`)
    t.equal(await ask(allowed), 405, `${method} ${url} by ${allowed}`)
    t.equal((await as(null)[method.toLowerCase() as 'post'](url)).status, 401, `${method} ${url} by a stranger`)
  }
  for (const [method, url] of [
    ['delete', '/api/settings/user/SEARCH_PREVIEW_RESULTS/'],
    ['post', '/api/user/owner/'],
    ['post', '/api/user/me/'],
    ['patch', '/api/attachment/']
  ] as const)
    t.equal((await as('nobody')[method](url, {})).status, 405, `${method} ${url}, where everybody may change`)
})

t.test('404 comes before 400, for every method', async (t) => {
  for (const method of ['get', 'put', 'patch', 'delete'] as const) {
    const { status, body } = await as('writer')[method](
      '/api/part/category/424242/',
      method === 'get' ? undefined : { name: '' }
    )
    t.equal(status, 404, method)
    t.equal(body.detail, 'No PartCategory matches the given query.')
  }
})

t.test('a method that the address does not have → 405 with Allow', async (t) => {
  for (const [method, url, allow] of [
    ['DELETE', '/api/part/category/', 'GET, HEAD, OPTIONS, PATCH, POST, PUT'],
    ['POST', `/api/part/category/${pk}/`, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'],
    ['PUT', '/api/part/category/tree/', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/user/token/', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/user/owner/', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/api/user/tokens/1/', 'DELETE, GET, HEAD, OPTIONS'],
    ['POST', '/api/user/ruleset/', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/user/1/set-password/', 'OPTIONS, PATCH, PUT'],
    ['POST', '/api/', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/metadata/part/1/', 'GET, HEAD, OPTIONS, PATCH, PUT']
  ] as const) {
    const { status, body, headers } = await admin[method.toLowerCase() as 'get'](url, method === 'GET' ? undefined : {})
    t.equal(status, 405, `${method} ${url}`)
    t.strictSame(body, { detail: `Method "${method}" not allowed.` })
    t.equal(String(headers.allow).split(', ').sort().join(', '), allow, 'Allow')
  }
})

t.test('HEAD → the headers of GET and no body; 405 where there is no GET, 404 where nothing is', async (t) => {
  const { token } = (await admin.get('/api/user/token/')).body
  const head = async (url: string) =>
    await app.inject({ method: 'HEAD', url, headers: { authorization: `Token ${token}` } })
  for (const url of [
    '/api/part/category/',
    `/api/part/category/${pk}/`,
    '/api/part/category/tree/',
    '/admin/',
    '/api-doc/',
    '/static/img/blank_image.png',
    '/'
  ]) {
    const { statusCode, headers, rawPayload } = await head(url)
    t.equal(statusCode, 200, url)
    t.equal(rawPayload.length, 0, `${url}: no body`)
    const whole = await app.inject({ url, headers: { authorization: `Token ${token}` } })
    t.equal(headers['content-type'], whole.headers['content-type'], url)
    t.equal(Number(headers['content-length']), whole.rawPayload.length, `${url}: the length of what GET gives`)
  }
  for (const [url, status] of [
    ['/api/barcode/', 405],
    ['/api/nowhere/', 404],
    ['/static/nothing.png', 404]
  ] as const)
    t.equal((await head(url)).statusCode, status, url)
})

t.test('an unknown address below /api/ → 404 with its address, for every method', async (t) => {
  for (const url of [
    '/api/nowhere/',
    '/api/part/category',
    '/api/part',
    '/api/Part/',
    '/api//part/',
    '/api/part/first/',
    '/api/part/-1/',
    '/api/part/1.0/',
    '/api/nowhere/?limit=3'
  ]) {
    const { status, body, headers } = await admin.get(url)
    t.equal(status, 404, url)
    t.strictSame(body, { detail: 'API endpoint not found', url: `http://localhost:80${url}` })
    t.equal(headers['content-type'], 'application/json')
  }
  for (const method of ['post', 'put', 'patch', 'delete', 'options'] as const)
    t.equal((await admin[method]('/api/nowhere/')).status, 404, method)
})

t.test('a number that no record has → 404 of the record, however long it is', async (t) => {
  for (const number of ['0', '424242', '99999999999999999999']) {
    const { status, body } = await admin.get(`/api/part/category/${number}/`)
    t.equal(status, 404, number)
    t.equal(body.detail, 'No PartCategory matches the given query.')
  }
})

t.test('an address outside /api/ → 404 without JSON', async (t) => {
  for (const url of ['/nowhere', '/nowhere/else', '/apis']) t.equal((await admin.get(url)).status, 404, url)
})

t.test('a failure inside the server → 500 that tells nothing of its inside', async (t) => {
  const { db, app } = await build(t)
  await db.schema.dropTable('part_category_star').execute()
  await db
    .insertInto('part_category')
    .values({ name: 'Relays', lft: 1, rght: 2, tree_id: 1, level: 0, pathstring: 'Relays' } as never)
    .execute()
  const answer = await app.inject({ url: '/api/part/category/', headers: { authorization: basic('admin') } })
  t.equal(answer.statusCode, 500)
  t.equal(answer.headers['content-type'], 'application/json')
  t.notMatch(answer.payload, /part_category_star|select|\.ts/, 'neither SQL nor files')
  t.equal(answer.json().status_code, 500)
})
