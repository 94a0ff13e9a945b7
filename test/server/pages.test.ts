import t from 'tap'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { build } from '../helper.ts'
import { onPostgres } from '../support/postgres.ts'

const { as, app } = await build(t)

/** An address outside the API, as a browser fetches it. */
const page = async (url: string, headers: Record<string, string> = {}) => {
  const {
    statusCode,
    headers: got,
    payload,
    rawPayload
  } = await app.inject({ url, headers: { accept: 'text/html,*/*', ...headers } })
  return { status: statusCode, type: String(got['content-type']), headers: got, text: payload, bytes: rawPayload }
}

t.test('the root tells what this server is; more to staff', async (t) => {
  const { body } = await as(null).get('/api/')
  t.match(body, {
    server: 'InvenTree',
    apiVersion: 534,
    version: /^\d+\.\d+\.\d+$/,
    instance: 'InvenTree',
    database: null,
    platform: null,
    system_health: null
  })
  t.match((await as('admin').get('/api/')).body, {
    database: onPostgres ? 'postgresql' : 'sqlite3',
    platform: process.platform,
    system_health: true
  })
  t.strictSame((await as(null).get('/api/system/health/')).body, { status: 'ok' })
  t.match((await as('admin').get('/api/version/')).body, { version: { api: 534 } })
})

t.test('the contract → YAML, or JSON when asked, to anyone', async (t) => {
  const yaml = await as(null).get('/api/schema/')
  t.equal(yaml.status, 200)
  t.equal(yaml.headers['content-type'], 'application/vnd.oai.openapi')
  const document = parse(yaml.text)
  t.match(document, { openapi: '3.1.0', info: { title: 'InvenTree API', version: '534' } })
  for (const [url, headers] of [
    ['/api/schema/?format=json', {}],
    ['/api/schema/', { accept: 'application/json' }]
  ] as const) {
    const { body } = await as(null).get(url, undefined, headers)
    t.strictSame(body.info, document.info, url)
    t.strictSame(Object.keys(body.paths), Object.keys(document.paths))
  }
  t.equal(
    (await as(null).get('/api/schema/?format=yaml', undefined, { accept: 'application/json' })).headers['content-type'],
    'application/vnd.oai.openapi',
    'the query wins'
  )
  t.equal(
    (await as(null).get('/api/schema/?format=', undefined, { accept: 'application/json' })).headers['content-type'],
    'application/json',
    'an empty format asks for none'
  )
  t.equal((await as(null).get('/api/schema/?format=xml')).status, 404)
})

t.test('the contract in OpenAPI 3.0 → the same addresses; a version that is not there → 404', async (t) => {
  const {
    body: { paths }
  } = await as(null).get('/api/schema/?format=json&openapi=3.1')
  for (const url of ['/api/schema/?format=json&openapi=3.0', '/api/schema/?openapi=3.0']) {
    const { status, text } = await as(null).get(url)
    t.equal(status, 200, url)
    const document = parse(text)
    t.equal(document.openapi, '3.0.3')
    t.strictSame(Object.keys(document.paths), Object.keys(paths))
  }
  for (const form of ['2.0', '3', 'constructor'])
    t.equal((await as(null).get(`/api/schema/?openapi=${form}`)).status, 404, form)
})

t.test('the contract that a client has already → 304', async (t) => {
  for (const url of ['/api/schema/', '/api/schema/?format=json']) {
    const { headers } = await as(null).get(url)
    const again = await as(null).get(url, undefined, { 'if-none-match': String(headers.etag) })
    t.equal(again.status, 304, url)
    t.equal(again.text, '')
    t.equal((await as(null).get(url, undefined, { 'if-none-match': '"other"' })).status, 200)
  }
  t.not(
    (await as(null).get('/api/schema/')).headers.etag,
    (await as(null).get('/api/schema/?format=json')).headers.etag
  )
})

t.test('the interactive documentation → HTML with everything from here', async (t) => {
  const first = await page('/api-doc/')
  t.equal(first.status, 200)
  t.match(first.type, /^text\/html/)
  const sources = [...first.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source!)
  t.ok(sources.length > 3, 'it loads something')
  for (const source of sources) {
    const { pathname, host } = new URL(source, 'http://here/api-doc/')
    t.equal(host, 'here', `${source} is of this server`)
    t.equal((await page(pathname)).status, 200, source)
  }
  t.match(
    first.headers,
    { 'x-inventree-api': String, 'x-content-type-options': 'nosniff', 'content-security-policy': /default-src 'self'/ },
    'the headers of every answer are there too'
  )
  t.notMatch(first.text, /https?:\/\/(?!localhost)/, 'no address of another server')
  const contract = await page('/api-doc/json')
  const { text } = contract.status === 302 ? await page(String(contract.headers.location)) : contract
  t.match(JSON.parse(text), { openapi: '3.0.3', info: { title: 'InvenTree API' } }, 'it reads the contract')
})

t.test('static pictures → to anyone, with a type', async (t) => {
  for (const name of ['blank_image.png', 'blank_image.thumbnail.png']) {
    const { status, type, bytes } = await page(`/static/img/${name}`)
    t.equal(status, 200, name)
    t.equal(type, 'image/png')
    t.equal(bytes.subarray(1, 4).toString(), 'PNG')
  }
})

t.test('static files elsewhere → 404', async (t) => {
  for (const url of [
    '/static/img/nothing.png',
    '/static/../package.json',
    '/static/%2e%2e/package.json',
    '/static/..%2fpackage.json',
    '/static/img/',
    '/static/'
  ]) {
    const { status, text } = await page(url)
    t.equal(status >= 400 && status < 500, true, `${url}: ${status}`)
    t.notMatch(text, /dependencies/)
    t.notMatch(text, /^\{/, 'it is said to people, not to programs')
  }
})

t.test("a folder of one's own for static files goes first", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'inventree-static-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'logo.txt'), 'mine')
  const own = await build(t, { staticRoot: folder })
  t.equal((await own.app.inject('/static/logo.txt')).payload, 'mine')
  t.equal((await own.app.inject('/static/img/blank_image.png')).statusCode, 200, 'what is built in stays')
})

t.test(
  'the first page → the address that was asked for, or that of the configuration for whoever came by it',
  async (t) => {
    const first = await page('/', { host: 'parts.example:8000' })
    t.equal(first.status, 200)
    t.equal(first.type, 'text/html; charset=utf-8')
    t.match(first.text, 'BASE = "http://parts.example:8000"')
    for (const link of ['admin/', 'api-doc/', 'api/schema/', 'api/schema/?format=json'])
      t.match(first.text, `href="${link}"`)
    t.match(first.headers['content-security-policy'], /default-src 'none'/)
    const fixed = await build(t, { siteURL: 'https://parts.example' })
    const payload = async (host: string) => (await fixed.app.inject({ url: '/', headers: { host } })).payload
    t.match(await payload('parts.example'), 'BASE = "https://parts.example"')
    t.match(await payload('127.0.0.1:8000'), 'BASE = "http://127.0.0.1:8000"')
  }
)

t.test('the page for administrators → files of this server alone, asked for anew after every update', async (t) => {
  t.match(await page('/admin'), { status: 302, headers: { location: 'admin/' } })
  const first = await page('/admin/')
  t.equal(first.status, 200)
  t.match(first.type, /^text\/html/)
  const sources = [...first.text.matchAll(/(?:src|href)="([a-z]+\.(?:js|css))"/g)].map(([, source]) => source!)
  t.ok(sources.length > 5)
  let weight = first.bytes.length
  for (const source of sources) {
    const { status, headers, bytes } = await page(`/admin/${source}`)
    t.equal(status, 200, source)
    t.match(headers, { 'cache-control': 'no-cache', etag: String, 'content-security-policy': /script-src 'self'/ })
    t.equal((await page(`/admin/${source}`, { 'if-none-match': String(headers.etag) })).status, 304)
    weight += bytes.length
  }
  t.ok(weight < 200_000, `it weighs ${weight} bytes`)
  for (const url of [
    '/admin/nothing.js',
    '/static/admin/index.html',
    '/static/admin/main.js',
    '/static/start.html',
    '/admin/../start.html'
  ])
    t.equal((await page(url)).status, 404, url)
})

t.test('the picture that browsers ask for beside every page', async (t) => {
  t.match(await page('/favicon.ico'), { status: 302, headers: { location: 'static/img/favicon/favicon.ico' } })
  t.match(await page('/static/img/favicon/favicon.ico'), { status: 200, type: 'image/vnd.microsoft.icon' })
})
