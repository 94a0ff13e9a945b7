import t from 'tap'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Browser } from '../support/browser.ts'
import { serve } from '../server/run.ts'
import { build, PASSWORD, type House } from '../helper.ts'

const SHOP = 'https://shop.example'
const preflight = (origin: string, method = 'POST') => ({
  origin,
  'access-control-request-method': method,
  'access-control-request-headers': 'authorization,content-type'
})

t.test('every answer carries the headers that clients and browsers look at', async (t) => {
  const { as } = await build(t)
  for (const [name, { headers }] of [
    ['200', await as('admin').get('/api/part/')],
    ['401', await as(null).get('/api/part/')],
    ['404', await as('admin').get('/api/nowhere/')],
    ['open', await as(null).get('/api/')]
  ] as const) {
    t.match(
      headers,
      {
        'x-inventree-api': '534',
        'x-inventree-version': /^\d+\.\d+\.\d+/,
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'content-language': 'en'
      },
      name
    )
    t.match(headers.vary, /Authorization/, `${name} varies with who asks`)
    t.match(headers['x-inventree-reqid'], /^[0-9a-f-]{36}$/, `${name} has a number of its own`)
  }
})

t.test('two answers have different request numbers', async (t) => {
  const { as } = await build(t)
  t.not(
    (await as(null).get('/api/')).headers['x-inventree-reqid'],
    (await as(null).get('/api/')).headers['x-inventree-reqid']
  )
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
    t.equal(headers['access-control-allow-credentials'], undefined, 'its pages bring a token, no cookies')
    t.equal(headers['access-control-max-age'], '86400')
    t.match(headers['access-control-allow-headers'], /\bauthorization\b/)
    t.match(headers['access-control-allow-headers'], /\bcontent-type\b/)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
      t.match(headers['access-control-allow-methods'], new RegExp(`\\b${method}\\b`))
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
  const { as, by } = await build(t, {
    corsAllowAll: false,
    corsWhitelist: [SHOP],
    siteURL: 'https://parts.example/inventree'
  })
  for (const [origin, admitted] of [
    [SHOP, true],
    ['https://parts.example', true],
    ['https://evil.example', false],
    ['http://shop.example', false],
    ['https://shop.example.evil.example', false]
  ] as const) {
    const wanted = admitted ? origin : undefined
    t.equal(
      (await as('admin').get('/api/part/', undefined, { origin })).headers['access-control-allow-origin'],
      wanted,
      origin
    )
    t.equal(
      (await by(preflight(origin)).options('/api/part/')).headers['access-control-allow-origin'],
      wanted,
      `preflight from ${origin}`
    )
  }
})

t.test(
  'cookies go along from the origins that the configuration names alone, whether others may come or not',
  async (t) => {
    for (const corsAllowAll of [true, false]) {
      const { as, by } = await build(t, {
        corsAllowAll,
        corsWhitelist: [SHOP],
        siteURL: 'https://parts.example/inventree'
      })
      for (const [origin, credentials] of [
        [SHOP, 'true'],
        ['https://parts.example', 'true'],
        ['https://evil.example', undefined],
        ['null', undefined],
        ['file://', undefined],
        ['https://SHOP.example', undefined],
        [`${SHOP}.evil.example`, undefined]
      ] as const) {
        const answers = [
          await as('admin').get('/api/part/', undefined, { origin }),
          await as(null).get('/api/part/', undefined, { origin }),
          await by(preflight(origin)).options('/api/part/'),
          await by({ origin }).get('/media/none.png'),
          await by({ origin }).get('/static/none.png')
        ]
        for (const { headers } of answers) {
          t.equal(headers['access-control-allow-credentials'], credentials, origin)
          t.equal(headers['access-control-allow-origin'], corsAllowAll || credentials ? origin : undefined, origin)
          t.match(headers.vary, /\borigin\b/i, 'what a cache keeps for one origin is not for another')
        }
      }
    }
  }
)

t.test('an empty Origin → no origin for sharing, and none that a session may be used from', async (t) => {
  const house = await build(t, {})
  for (const url of ['/api/', '/media/none.png', '/static/none.png', '/', '/admin/', '/api-doc/']) {
    const { status, headers } = await house.as('admin').get(url, undefined, { origin: '' })
    t.ok(status < 500, url)
    t.equal(headers['access-control-allow-origin'], undefined, url)
  }
  t.equal((await house.by(preflight('')).options('/api/part/')).status, 401, 'it is no preflight')
  const browser = new Browser(house)
  await browser.signIn('admin', PASSWORD)
  for (const origin of ['', 'null']) {
    t.equal((await browser.ask('GET', '/api/user/me/', undefined, { origin })).status, 401, JSON.stringify(origin))
    const { status, body } = await browser.ask('POST', '/api/part/', { name: 'Relay' }, { origin })
    t.equal(status, 403)
    t.match(body.detail, /^CSRF Failed: Origin checking failed - /)
    t.equal(
      (await browser.ask('POST', '/api/auth/v1/auth/login', { username: 'admin', password: PASSWORD }, { origin }))
        .status,
      403,
      'nor is signing in'
    )
  }
})

/** Every kind of place, found and not found, with how it is asked for. */
const places = async (house: House): Promise<Record<string, Awaited<ReturnType<House['request']>>>> => {
  const [admin, nobody] = [house.as('admin'), house.as(null)]
  return {
    data: await admin.get('/api/part/'),
    tokens: await admin.get('/api/user/token/'),
    refused: await nobody.get('/api/part/'),
    'no such operation': await admin.get('/api/nowhere/'),
    'no address': await nobody.get('/api/%zz'),
    first: await nobody.get('/'),
    administration: await nobody.get('/admin/'),
    'file of the administration': await nobody.get('/admin/main.js'),
    documentation: await nobody.get('/api-doc/'),
    static: await nobody.get('/static/img/blank_image.png'),
    'no static file': await nobody.get('/static/none.png'),
    media: await admin.get('/media/picture.png'),
    page: await admin.get('/media/page.html'),
    'no media file': await admin.get('/media/none.png'),
    'media for nobody': await nobody.get('/media/picture.png'),
    nothing: await nobody.get('/nowhere')
  }
}

/** A server with a picture and a page among its uploaded files. */
async function withFiles(t: Parameters<typeof build>[0], siteURL: string | null): Promise<House> {
  const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-headers-'))
  t.teardown(() => rmSync(mediaRoot, { recursive: true }))
  mkdirSync(mediaRoot, { recursive: true })
  for (const name of ['picture.png', 'page.html']) writeFileSync(join(mediaRoot, name), '<script>alert(1)</script>')
  return await build(t, { mediaRoot, siteURL })
}

t.test(
  "every place, also where it refuses, has a policy: nothing is framed or sniffed, and runs only what is this server's own",
  async (t) => {
    for (const [name, { status, headers }] of Object.entries(await places(await withFiles(t, null)))) {
      const policy = String(headers['content-security-policy'])
      t.ok(status < 500, name)
      t.match(policy, /frame-ancestors 'none'|; sandbox$/, name)
      t.match(policy, /default-src 'none'|script-src 'none'|default-src 'self'/, name)
      t.notMatch(policy, /unsafe-eval|script-src[^;]*unsafe-inline|\*|https?:/, name)
      t.match(
        headers,
        {
          'x-frame-options': 'DENY',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
          'cross-origin-opener-policy': 'same-origin'
        },
        name
      )
      const sharing = {
        static: 'cross-origin',
        'no static file': 'cross-origin',
        media: 'same-site',
        page: 'same-site',
        'no media file': 'same-site',
        'media for nobody': 'same-site'
      }[name]
      t.equal(headers['cross-origin-resource-policy'], sharing ?? 'same-origin', name)
      t.equal(headers['strict-transport-security'], undefined, 'over plain HTTP it would mean nothing')
    }
  }
)

t.test('pages → what of the machine they do not use is off', async (t) => {
  const all = await places(await withFiles(t, null))
  for (const name of ['first', 'administration', 'documentation', 'static', 'media', 'nothing'])
    t.match(all[name]!.headers['permissions-policy'], /camera=\(\).*geolocation=\(\)/, name)
})

t.test("data and tokens → no cache keeps them; what is everybody's may be kept", async (t) => {
  const house = await withFiles(t, null)
  const all = await places(house)
  for (const name of ['data', 'tokens', 'refused', 'no such operation', 'no address'])
    t.equal(all[name]!.headers['cache-control'], 'no-store', name)
  t.equal((await new Browser(house).signIn('admin', PASSWORD)).headers['cache-control'], 'no-store')
  t.equal(all.media!.headers['cache-control'], 'private, no-cache')
  t.match(all.static!.headers['cache-control'], /^public/)
  t.equal((await house.as('admin').get('/api/icons/')).headers['cache-control'], 'public, max-age=86400')
})

t.test('a site address with https → browsers are told to use nothing else, everywhere', async (t) => {
  for (const [name, { headers }] of Object.entries(await places(await withFiles(t, 'https://parts.example')))) {
    t.equal(headers['strict-transport-security'], 'max-age=31536000', name)
  }
  t.equal(
    (await (await build(t, { siteURL: 'http://parts.example' })).as(null).get('/api/')).headers[
      'strict-transport-security'
    ],
    undefined
  )
})

t.test('an empty Origin over the network → as without one', async (t) => {
  const { url } = await serve(t, ['--memory'])
  const status = await new Promise((resolve, reject) => {
    request(`${url}/api/`, { headers: { origin: '' } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  t.equal(status, 200)
})
