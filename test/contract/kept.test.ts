// Answers that come to the same for many: their ETag, and what ends what is kept.
import t from 'tap'
import { build, type Answer } from '../helper.ts'
import { serve, type Server } from '../server/run.ts'
import { login, shared } from '../server/together.ts'

const TREE = '/api/part/category/tree/'
const names = ({ body }: Answer) => body.map((one: { name: string }) => one.name)

t.test('GET with the ETag of the answer → 304 without a body, also for HEAD', async (t) => {
  const { as, make, request, tokenOf } = await withToken(t)
  await make('/api/part/category/', { name: 'Chips' })
  const admin = as('admin')
  for (const url of [TREE, '/api/stock/location/tree/', '/api/generic/status/', '/api/units/all/', '/api/icons/']) {
    const whole = await admin.get(url)
    const { etag } = whole.headers as { etag: string }
    t.match(etag, /^"[\w-]{22}"$/, url)
    t.equal((await admin.get(url)).headers.etag, etag, `${url} again`)
    t.equal((await admin.get(url)).text, whole.text, `${url} is the same byte for byte`)
    const head = await admin.head(url)
    t.match([head.status, head.text, head.headers.etag], [200, '', etag], `HEAD ${url}`)
    t.equal(Number(head.headers['content-length']), Buffer.byteLength(whole.text))
    for (const method of ['GET', 'HEAD'] as const) {
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const headers = { authorization: await tokenOf('admin'), 'if-none-match': known }
        const answer = await request({ method, url, headers })
        t.match([answer.status, answer.text, answer.headers.etag], [304, '', etag], `${method} ${url} ${known}`)
        t.match(answer.headers.vary, /Authorization.*Cookie/)
        t.equal(answer.headers['content-type'], undefined)
      }
    }
    const headers = { authorization: await tokenOf('admin'), 'if-none-match': '"another"' }
    t.equal((await request({ method: 'GET', url, headers })).status, 200, `${url} with another ETag`)
  }
  t.equal((await admin.get(TREE)).headers['cache-control'], 'private, no-cache')
  for (const url of ['/api/user/me/', '/api/user/roles/']) {
    const answer = await admin.get(url)
    t.match([answer.headers.etag, answer.headers['cache-control']], [undefined, 'no-store'], `${url} is kept nowhere`)
  }
})

t.test('a write of this process → the next answer has it', async (t) => {
  const { as, make, set } = await build(t)
  const admin = as('admin')
  const { pk } = await make('/api/part/category/', { name: 'Chips' })
  t.strictSame(names(await admin.get(TREE)), ['Chips'])
  t.strictSame(names(await admin.get(TREE)), ['Chips'])
  await admin.patch(`/api/part/category/${pk}/`, { name: 'Crisps' })
  t.strictSame(names(await admin.get(TREE)), ['Crisps'])
  await set('PART_CATEGORY_DEFAULT_ICON', 'ti:box:outline')
  t.equal((await admin.get(TREE)).body[0].icon, 'ti:box:outline', 'a setting')
  t.equal((await admin.get(TREE)).body[0].icon, 'ti:box:outline', 'also what was kept meanwhile')
  t.equal((await admin.get('/api/units/all/')).body.available_units.drumful, undefined)
  await make('/api/units/', { name: 'drumful', symbol: 'drm', definition: '35 * liter' })
  t.ok((await admin.get('/api/units/all/')).body.available_units.drumful, 'a unit')
  t.equal((await admin.get('/api/user/me/')).body.first_name, '')
  await admin.patch('/api/user/me/', { first_name: 'Ada' })
  t.equal((await admin.get('/api/user/me/')).body.first_name, 'Ada', 'a user')
})

t.test('a right that is withdrawn → 403, also with the ETag of the answer', async (t) => {
  const { as, db, makeUser, make, request, tokenOf } = await withToken(t)
  await makeUser({ name: 'reader', roles: { part_category: ['view'] } })
  await makeUser({ name: 'stranger', roles: {} })
  await make('/api/part/category/', { name: 'Chips' })
  await as('admin').get(TREE)
  const whole = await as('reader').get(TREE)
  t.equal(whole.status, 200)
  t.equal((await as('stranger').get(TREE)).status, 403, 'what is kept for others is not theirs')
  t.equal((await as(null).get(TREE)).status, 401)
  t.match((await as('reader').get('/api/user/roles/')).body, { username: 'reader', roles: { part_category: ['view'] } })
  t.match((await as('stranger').get('/api/user/roles/')).body, { username: 'stranger' }, 'nor is what one user may')
  const headers = { authorization: await tokenOf('reader'), 'if-none-match': whole.headers.etag as string }
  t.equal((await request({ method: 'GET', url: TREE, headers })).status, 304)
  await db.updateTable('ruleset').set({ can_view: 0 }).where('name', '=', 'part_category').execute()
  t.equal((await request({ method: 'GET', url: TREE, headers })).status, 403)
  t.equal((await as('reader').get('/api/user/roles/')).body.roles.part_category, null, 'their roles say so')
})

t.test('very many addresses, long ones and long answers → all are right', async (t) => {
  const { as, make, db } = await build(t)
  await make('/api/part/category/', { name: 'Chips' })
  const admin = as('admin')
  for (let n = 0; n < 600; n++) t.strictSame(names(await admin.get(`${TREE}?n=${n}`)), ['Chips'])
  t.strictSame(names(await admin.get(`${TREE}?long=${'x'.repeat(600)}`)), ['Chips'])
  const rows = Array.from({ length: 6000 }, (_, n) => ({
    name: `Category ${n}`,
    description: 'x'.repeat(250),
    pathstring: `Category ${n}`,
    tree_id: n + 10,
    lft: 1,
    rght: 2,
    level: 0
  }))
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('part_category')
      .values(rows.slice(at, at + 500))
      .execute()
  for (let n = 0; n < 3; n++) {
    const { body } = await admin.get(TREE)
    t.equal(body.length, 6001, 'longer than anything that is kept')
  }
  await db.deleteFrom('part_category').where('name', '>', 'Category 400').where('level', '=', 0).execute()
  const first = await admin.get(TREE)
  const again = await admin.get(TREE)
  t.equal(again.text, first.text, 'an answer in pieces is kept as a whole')
})

t.test('a write of another process → 200 with another ETag', async (t) => {
  const env = await shared(t)
  const [one, other] = (await Promise.all([serve(t, [], env), serve(t, [], env)])) as [Server, Server]
  const admin = `Token ${(await one.ask('GET', '/api/user/token/', login)).body.token}`
  await one.ask('POST', '/api/part/category/', admin, { name: 'Category 0' })
  for (let n = 1; n < 6; n++) {
    // Asked until it is kept.
    for (let i = 0; i < 3; i++) await one.ask('GET', TREE, admin)
    const { headers } = await one.ask('GET', TREE, admin)
    const known = { authorization: admin, 'if-none-match': headers.etag as string }
    t.equal((await fetch(one.url + TREE, { headers: known })).status, 304)
    t.equal((await other.ask('POST', '/api/part/category/', admin, { name: `Category ${n}` })).status, 201)
    const answer = await fetch(one.url + TREE, { headers: known })
    t.equal(answer.status, 200)
    t.not(answer.headers.get('etag'), headers.etag)
    t.equal(((await answer.json()) as unknown[]).length, n + 1)
  }
  for (const server of [one, other]) t.equal(await server.stop(), 0)
})

/** A house, and the header by which its users are known. */
async function withToken(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const tokenOf = async (name: string) => `Token ${(await house.as(name).get('/api/user/token/')).body.token as string}`
  return { ...house, tokenOf }
}
