import t from 'tap'
import { build } from '../helper.ts'

const SHOP = 'https://shop.example'
const preflight = (origin: string, method = 'POST') => ({
  origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization,content-type'
})

t.test('every answer carries the headers that clients and browsers look at', async (t) => {
  const { as } = await build(t)
  for (const [name, { headers }] of [
    ['200', await as('admin').get('/api/part/')],
    ['401', await as(null).get('/api/part/')],
    ['404', await as('admin').get('/api/nowhere/')],
    ['open', await as(null).get('/api/')]
  ] as const) {
    t.match(headers, {
      'x-inventree-api': '534', 'x-inventree-version': /^\d+\.\d+\.\d+/, 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'content-language': 'en'
    }, name)
    t.match(headers.vary, /Authorization/, `${name} varies with who asks`)
    t.match(headers['x-inventree-reqid'], /^[0-9a-f-]{36}$/, `${name} has a number of its own`)
  }
})

t.test('two answers have different request numbers', async (t) => {
  const { as } = await build(t)
  t.not((await as(null).get('/api/')).headers['x-inventree-reqid'], (await as(null).get('/api/')).headers['x-inventree-reqid'])
})

t.test('Allow names the methods of the address, on errors too', async (t) => {
  const { as } = await build(t)
  for (const client of [as('admin'), as(null)]) {
    t.equal((await client.get('/api/part/category/')).headers.allow, 'GET, POST, PUT, PATCH, HEAD, OPTIONS')
    t.equal((await client.get('/api/part/category/424242/')).headers.allow, 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS')
  }
})

t.test('HEAD → the headers of GET without its body', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'reader', roles: { part: ['view'] } })
  for (const name of ['admin', 'reader']) {
    const { status, text, headers } = await as(name).head('/api/part/')
    t.equal(status, 200, name)
    t.equal(text, '')
    t.equal(headers['content-type'], 'application/json')
  }
  t.equal((await as('admin').head('/api/part/424242/')).status, 404)
  t.equal((await as(null).head('/api/part/')).status, 401)
})

t.test('a preflight is answered without credentials, and admits the authorization header', async (t) => {
  const { by } = await build(t)
  for (const url of ['/api/part/', '/api/user/token/', '/api/nowhere/']) {
    const { status, headers } = await by(preflight(SHOP)).options(url)
    t.equal(status, 200, url)
    t.equal(headers['access-control-allow-origin'], SHOP)
    t.equal(headers['access-control-allow-credentials'], 'true')
    t.match(headers['access-control-allow-headers'], /\bauthorization\b/)
    t.match(headers['access-control-allow-headers'], /\bcontent-type\b/)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) t.match(headers['access-control-allow-methods'], new RegExp(`\\b${method}\\b`))
  }
})

t.test('the origin is echoed on every kind of answer', async (t) => {
  const { as } = await build(t)
  for (const [name, { headers }] of [
    ['200', await as('admin').get('/api/part/', undefined, { origin: SHOP })],
    ['400', await as('admin').post('/api/part/', {}, { origin: SHOP })],
    ['401', await as(null).get('/api/part/', undefined, { origin: SHOP })],
    ['404', await as('admin').get('/api/nowhere/', undefined, { origin: SHOP })],
    ['405', await as('admin').delete('/api/part/', undefined, { origin: SHOP })]
  ] as const) {
    t.equal(headers['access-control-allow-origin'], SHOP, name)
    t.match(headers.vary, /origin/i, name)
  }
})

t.test('a request of no other origin gets no CORS headers', async (t) => {
  const { as } = await build(t)
  t.equal((await as('admin').get('/api/part/')).headers['access-control-allow-origin'], undefined)
})

t.test('with a list of origins only these are let in', async (t) => {
  const { as, by } = await build(t, { corsAllowAll: false, corsWhitelist: [SHOP], siteURL: 'https://parts.example/inventree' })
  for (const [origin, admitted] of [[SHOP, true], ['https://parts.example', true], ['https://evil.example', false], ['http://shop.example', false], ['https://shop.example.evil.example', false]] as const) {
    const wanted = admitted ? origin : undefined
    t.equal((await as('admin').get('/api/part/', undefined, { origin })).headers['access-control-allow-origin'], wanted, origin)
    t.equal((await by(preflight(origin)).options('/api/part/')).headers['access-control-allow-origin'], wanted, `preflight from ${origin}`)
  }
})
