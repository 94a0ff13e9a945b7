import t, { type Test } from 'tap'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Parts } from '#server/app.ts'
import { basic, build } from '../helper.ts'
import { Browser } from '../support/browser.ts'
import { multipart, picture } from '../support/multipart.ts'

// Under which address a client reached the server. test/server/proxy.test.ts goes through real proxies.

const [PROXY, STRANGER] = ['192.0.2.7', '198.51.100.1'] as const
const FORWARDED = { host: true, port: true, proto: true }
const TRUSTING = { trustedProxies: ['192.0.2.0/24'], forwarded: FORWARDED }
const BELOW = { siteURL: 'https://example.org/inventree' }

/** A server that tells how it names itself in a link, to whoever comes with some headers from somewhere. */
async function named(t: Test, config: Partial<Parts['config']>) {
  const { app } = await build(t, config)
  return async (headers: Record<string, string>, remoteAddress: string = STRANGER, url = '/api/nowhere/') => {
    const answer = await app.inject({
      url,
      remoteAddress,
      headers: { host: '127.0.0.1:8000', authorization: basic('admin'), ...headers }
    })
    return answer.statusCode === 404 ? answer.json().url.replace(/\/api\/nowhere\/$/, '') : answer.statusCode
  }
}

t.test('the site URL → links for whoever came by its host; what others asked for stays', async (t) => {
  const link = await named(t, { siteURL: 'https://parts.example:8443' })
  for (const [host, wanted] of [
    ['parts.example:8443', 'https://parts.example:8443'],
    ['PARTS.example:8443', 'https://parts.example:8443'],
    ['parts.example', 'https://parts.example:8443'],
    ['parts.example:8000', 'http://parts.example:8000'],
    ['127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['evil.example', 'http://evil.example'],
    ['evil.example/parts.example', 400]
  ] as const)
    t.equal(await link({ host }), wanted, host)
  const usual = await named(t, { siteURL: 'https://parts.example' })
  t.equal(await usual({ host: 'parts.example:443' }), 'https://parts.example')
  t.equal(await usual({ host: 'parts.example:80' }), 'http://parts.example:80')
})

t.test('forwarded headers → heard from trusted proxies, each as far as the configuration says', async (t) => {
  const headers = {
    'x-forwarded-host': 'parts.example',
    'x-forwarded-port': '8443',
    'x-forwarded-proto': 'https'
  }
  for (const [forwarded, wanted] of [
    [FORWARDED, 'https://parts.example:8443'],
    [{ host: true, port: false, proto: false }, 'http://parts.example'],
    [{ host: false, port: true, proto: false }, 'http://127.0.0.1:8443'],
    [{ host: false, port: false, proto: true }, 'https://127.0.0.1:8000'],
    [undefined, 'http://127.0.0.1:8000']
  ] as const) {
    const link = await named(t, { trustedProxies: ['192.0.2.0/24'], ...(forwarded && { forwarded }) })
    t.equal(await link(headers, PROXY), wanted)
    t.equal(await link(headers, `::ffff:${PROXY}`), wanted)
    t.equal(await link(headers, STRANGER), 'http://127.0.0.1:8000', 'from anybody else')
    t.equal(await link({ ...headers, 'x-forwarded-for': PROXY }, STRANGER), 'http://127.0.0.1:8000')
  }
  const link = await named(t, TRUSTING)
  t.equal(await link({ ...headers, 'x-forwarded-port': '443' }, PROXY), 'https://parts.example')
  t.equal(await link({ host: '[::1]:8000', 'x-forwarded-port': '8443' }, PROXY), 'http://[::1]:8443')
  const site = await named(t, { ...TRUSTING, ...BELOW })
  t.equal(await site({ 'x-forwarded-host': 'example.org' }, PROXY), 'https://example.org/inventree')
  t.equal(await site({ 'x-forwarded-host': 'example.org' }, STRANGER), 'http://127.0.0.1:8000')
})

/** What is no host, no port and no scheme, and some of what is something else. */
const JUNK = [
  '',
  ' ',
  ',',
  'a.example, b.example',
  'a b',
  'user@a.example',
  'a.example/path',
  'a.example?x#y',
  'a.example\\@b.example',
  'x"><script>',
  '\u00ff\u00fe',
  '%41',
  '-1',
  'x'.repeat(10_000),
  '1'.repeat(10_000)
]
const NO_HOST = [
  ...JUNK.slice(2).filter((junk) => junk !== '-1'),
  '[::1',
  '[]',
  '999.999.999.999',
  'a.example:0x50',
  'a.example:99999',
  'a.example:-1'
]
const NO_PORT = [...JUNK, '0', '65536', '80, 443', '0x50', '1e3']
const NO_SCHEME = [...JUNK, 'https, http', 'javascript', 'https:', 'ftp']

t.test('forwarded junk → as if nothing had been sent', async (t) => {
  const link = await named(t, TRUSTING)
  for (const [what, junk] of [
    ['host', ['', ' ', ...NO_HOST]],
    ['port', NO_PORT],
    ['proto', NO_SCHEME]
  ] as const)
    for (const sent of junk)
      t.equal(
        await link({ [`x-forwarded-${what}`]: sent }, PROXY),
        'http://127.0.0.1:8000',
        `${what}: ${sent.slice(0, 30)}`
      )
})

t.test('a host that is none → 400, and in no link', async (t) => {
  const { app } = await build(t)
  for (const host of NO_HOST)
    for (const [url, status] of [
      ['/api/nowhere/', 400],
      ['/', 400],
      [`/api/part/${'x'.repeat(600)}/`, 404]
    ] as const) {
      const { statusCode, payload } = await app.inject({ url, headers: { host, authorization: basic('admin') } })
      t.equal(statusCode, status, `${url.slice(0, 20)} ${host.slice(0, 30)}`)
      if (host !== ',') t.notOk(payload.includes(host), 'it is not repeated')
    }
})

t.test('no host at all → the site URL', async (t) => {
  const { app } = await build(t, BELOW)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(`GET /api/nowhere/ HTTP/1.0\r\nAuthorization: ${basic('admin')}\r\n\r\n`)
  t.match(await text(socket), '"url":"https://example.org/inventree/api/nowhere/"')
})

t.test('X-Forwarded-For → the last address that no proxy has, without what is no address', async (t) => {
  const { app } = await build(t, { trustedProxies: ['192.0.2.0/24'] })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-seen', String(request.ip))
  })
  for (const [sent, seen] of [
    ['203.0.113.5', '203.0.113.5'],
    ['10.9.8.7, 203.0.113.5', '203.0.113.5'],
    ['203.0.113.5, 192.0.2.9', '203.0.113.5'],
    ['203.0.113.5:4711', '203.0.113.5'],
    ['[2001:db8::9]:4711', '2001:db8::9'],
    ['[2001:db8::9]', '2001:db8::9'],
    [`2001:db8::9%${'x'.repeat(5000)}`, '2001:db8::9'],
    ['203.0.113.5, unknown', PROXY],
    ['unknown, 203.0.113.5', '203.0.113.5'],
    ['203.0.113.5, unknown, 192.0.2.9', '192.0.2.9'],
    ['<script>', PROXY],
    [',', PROXY],
    ['x'.repeat(10_000), PROXY]
  ] as const) {
    const answer = await app.inject({ url: '/api/', remoteAddress: PROXY, headers: { 'x-forwarded-for': sent } })
    t.equal(answer.headers['x-seen'], seen, sent.slice(0, 40))
  }
  const answer = await app.inject({
    url: '/api/',
    remoteAddress: STRANGER,
    headers: { 'x-forwarded-for': '203.0.113.5' }
  })
  t.equal(answer.headers['x-seen'], STRANGER, 'from anybody else')
})

t.test('below a path → everything is there with it, without it and with it twice, and names what it was', async (t) => {
  const house = await build(t, BELOW)
  const [image, headers] = multipart({ image: { name: 'bolt.png', content: await picture(), type: 'image/png' } })
  const { pk } = await house.make('/api/part/', { name: 'Bolt' })
  const plain = await house.make('/api/part/', { name: 'Nut' })
  const { body: stored } = await house.as('admin').patch(`/api/part/${pk}/`, image, headers)
  t.match(stored.image, /^\/media\//, 'for whoever came another way')
  const ask = async (url: string, host = 'example.org') => {
    const { statusCode, headers, payload } = await house.app.inject({
      url,
      headers: { host, authorization: basic('admin') }
    })
    return {
      status: statusCode,
      headers,
      body: headers['content-type'] === 'application/json' ? JSON.parse(payload) : payload
    }
  }
  for (const sent of ['', '/inventree', '/inventree/inventree']) {
    const { body } = await ask(`${sent}/api/part/?limit=1&ordering=pk`)
    t.equal(body.next, 'https://example.org/inventree/api/part/?limit=1&offset=1&ordering=pk')
    const [part] = body.results
    t.match(part, { image: `/inventree${stored.image}`, thumbnail: /^\/inventree\/media\// })
    t.equal((await ask(sent + stored.image)).status, 200)
    const other = (await ask(`${sent}/api/part/${plain.pk}/`)).body
    t.equal(other.thumbnail, '/inventree/static/img/blank_image.thumbnail.png')
    t.equal((await ask(`${sent}/static/img/blank_image.thumbnail.png`)).status, 200)
    t.match((await ask(`${sent}/api/`)).body.customize, { logo: '/inventree/static/img/inventree.png' })
    const { woff2 } = (await ask(`${sent}/api/icons/`)).body[0].fonts
    t.match(woff2, /^\/inventree\/static\//)
    t.equal((await ask(woff2)).status, 200)
    t.equal((await ask(`${sent}/api/part/${pk}/metadata/`)).headers.location, `/inventree/api/metadata/part/pk/${pk}/`)
    t.match((await ask(`${sent}/`)).body, 'BASE = "https://example.org/inventree"')
    t.match((await ask(`${sent}/api/schema/`)).body, /^servers:\n {2}- url: \/inventree\n/m)
    t.equal((await ask(`${sent}/api/schema/?format=json`)).body.servers[0].url, '/inventree')
  }
  t.equal((await ask('/inventree')).headers.location, '/inventree/')
  t.equal((await ask('/inventreeapi/')).status, 404)
  t.equal(
    (await ask('/api/part/?limit=1', '127.0.0.1:8000')).body.next,
    'http://127.0.0.1:8000/api/part/?limit=1&offset=1'
  )
  t.equal(
    (await ask('/inventree/api/part/?limit=1', '127.0.0.1:8000')).body.next,
    'http://127.0.0.1:8000/inventree/api/part/?limit=1&offset=1',
    'the path that was asked for'
  )
  const { body: scanned } = await house
    .as('admin')
    .post('/api/barcode/', { barcode: `{"part": ${pk}}` }, { host: 'example.org' })
  t.equal(scanned.part.web_url, `/inventree/web/part/${pk}`)
})

t.test('below a path → cookies are for it alone, and signing out takes them away', async (t) => {
  const house = await build(t, BELOW)
  for (const [host, path] of [
    ['example.org', '/inventree'],
    ['127.0.0.1:8000', '/']
  ] as const) {
    const browser = new Browser(house)
    const headers = { host, origin: `https://${host}` }
    await browser.ask('GET', '/api/auth/v1/auth/session', undefined, headers)
    const body = { username: 'admin', password: 'Turbine-Kayak-44' }
    t.equal((await browser.ask('POST', '/api/auth/v1/auth/login', body, headers)).status, 200)
    for (const name of ['sessionid', 'csrftoken'])
      t.match(browser.attributes.get(name), new RegExp(`Path=${path}(;|$)`), `${host}: ${name}`)
    await browser.ask('DELETE', '/api/auth/v1/auth/session', undefined, headers)
    t.match(browser.attributes.get('sessionid'), new RegExp(`Max-Age=0.*Path=${path}(;|$)`, 'i'))
  }
})

t.test('a cookie → Secure where a trusted proxy says that the client speaks TLS', async (t) => {
  for (const [config, remoteAddress, secure] of [
    [TRUSTING, PROXY, true],
    [TRUSTING, STRANGER, false],
    [{ trustedProxies: ['192.0.2.0/24'] }, PROXY, false]
  ] as const) {
    const { app } = await build(t, { ...config, trustedProxies: [...config.trustedProxies] })
    const { headers } = await app.inject({
      url: '/api/auth/v1/auth/session',
      remoteAddress,
      headers: { 'x-forwarded-proto': 'https' }
    })
    t.equal(/; Secure/.test(String(headers['set-cookie'])), secure)
  }
})
