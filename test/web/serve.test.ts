// The pages of the web client: where they are, what they may do, and what is there without a client.
import t from 'tap'
import type { Test } from 'tap'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readProviders } from '#modules/sso/index.ts'
import { installClient } from '#server/web/install.ts'
import { build } from '../helper.ts'
import { folder } from '../server/run.ts'
import { release, zip } from '../support/zip.ts'

/** A server with a client; `config` as an ordinary one has it otherwise. */
async function withClient(t: Test, config: Parameters<typeof build>[1] = {}) {
  const webFolder = join(folder(t), 'web')
  await installClient(zip(release()), webFolder, { anyVersion: false })
  const house = await build(t, { ...config, webFolder })
  return { ...house, webFolder }
}

t.test('the page → title, settings and scripts, from wherever below /web it is asked for', async (t) => {
  const { app, set } = await withClient(t)
  await set('INVENTREE_INSTANCE', 'Mara & "Sons"')
  for (const [url, up] of [
    ['/web', ''],
    ['/web/', '../'],
    ['/web/part/3/details?x=1', '../../../']
  ] as const) {
    const { statusCode, headers, payload } = await app.inject(url)
    t.equal(statusCode, 200, url)
    t.equal(headers['content-type'], 'text/html; charset=utf-8')
    t.match(payload, '<div id="root"></div>')
    t.match(payload, '<title>Mara &amp; &quot;Sons&quot;</title>')
    t.strictSame(
      [...payload.matchAll(/<script type="module" src="([^"]+)">/g)].map(([, src]) => src),
      ['index-aaaa.js', 'Desktop-cccc.js', 'Mobile-dddd.js'].map((file) => `${up}static/web/assets/${file}`)
    )
    t.match(payload, 'window.INVENTREE_SETTINGS = {"base_url":"web"}')
  }
})

t.test('the page → a policy with a nonce that is new each time, no frames, and the cookie csrftoken', async (t) => {
  const { app } = await withClient(t)
  const pages = await Promise.all([app.inject('/web'), app.inject('/web')])
  const nonces = pages.map(({ payload }) => /<script nonce="([^"]+)">/.exec(payload)![1]!)
  t.not(nonces[0], nonces[1])
  const { headers, cookies } = pages[0]!
  const policy = String(headers['content-security-policy'])
  t.strictSame(policy.split('; ').sort(), [
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self' data: blob:",
    `script-src 'self' 'nonce-${nonces[0]}'`,
    "style-src 'self' 'unsafe-inline'",
    'worker-src blob:'
  ])
  t.match(headers, { 'cache-control': 'no-store', 'x-frame-options': 'DENY' })
  t.match(cookies, [{ name: 'csrftoken', value: /^[0-9a-f]{32}$/, path: '/' }])
  t.notOk(cookies[0]!.httpOnly)
  const kept = await app.inject({ url: '/web', cookies: { csrftoken: 'a'.repeat(32) } })
  t.strictSame(kept.cookies, [], 'one that is there stays')
})

t.test(
  'the page → sends forms where people go who sign in elsewhere, and only where there is such a place',
  async (t) => {
    const formsOf = async (openid_connect: object) => {
      const socialProviders = readProviders(JSON.stringify({ openid_connect }))
      const { app } = await withClient(t, { socialProviders })
      return /form-action ([^;]+)/.exec(String((await app.inject('/web')).headers['content-security-policy']))![1]
    }
    const app = (provider_id: string, server_url: string) => ({
      provider_id,
      name: provider_id,
      client_id: 'inventory',
      secret: 'a-secret-between-two-programs',
      settings: { server_url }
    })
    t.equal(await formsOf({ APPS: [] }), "'none'")
    t.equal(await formsOf({ APPS: [app('shop', 'https://login.workshop.example/realms/main')] }), "'self' https:")
    t.equal(
      await formsOf({ APPS: [app('a', 'http://localhost:8080/a'), app('b', 'http://localhost:8080/b')] }),
      "'self' https: http://localhost:8080"
    )
  }
)

t.test('the files → for a year where their names change with them, and packed for who reads that', async (t) => {
  const { app } = await withClient(t)
  const plain = await app.inject('/static/web/assets/index-aaaa.js')
  t.match(plain.headers, { 'cache-control': 'public, max-age=31536000, immutable', 'content-type': /javascript/ })
  for (const encoding of ['br', 'gzip']) {
    const packed = await app.inject({
      url: '/static/web/assets/index-aaaa.js',
      headers: { 'accept-encoding': encoding }
    })
    t.match(packed.headers, { 'content-encoding': encoding, 'content-type': /javascript/, vary: /accept-encoding/i })
    t.ok(packed.rawPayload.length < plain.rawPayload.length)
    if (encoding === 'gzip') t.strictSame(gunzipSync(packed.rawPayload), plain.rawPayload)
  }
  t.equal((await app.inject('/static/web/index.html')).headers['cache-control'], 'no-cache')
  t.equal((await app.inject('/static/web/')).statusCode, 403, 'nobody lists them')
  for (const url of ['/static/web/nothing.js', '/static/web/..%2fdata.sqlite3'])
    t.equal((await app.inject(url)).statusCode, 404, url)
})

const LEADS: [from: string, to: string][] = [
  ['/', 'web'],
  ['/api', 'api/'],
  ['/index/', '../web'],
  ['/settings/', '../web/settings'],
  ['/accounts/login/', '../../web'],
  ['/accounts/password/reset/', '../../../web'],
  ['/part/', '../web/part/'],
  ['/part/category/3/', '../../../web/part/category/3/'],
  ['/stock/item/7/', '../../../web/stock/item/7/'],
  ['/company/suppliers/', '../../web/purchasing/index/suppliers'],
  ['/company/manufacturers/', '../../web/purchasing/index/manufacturers'],
  ['/company/customers/', '../../web/sales/index/customers'],
  ['/company/5/', '../../web/company/5'],
  ['/build/5/', '../../web/manufacturing/build-order/5'],
  ['/order/purchase-order/5/', '../../../web/purchasing/purchase-order/5'],
  ['/order/sales-order/5/', '../../../web/sales/sales-order/5'],
  ['/order/return-order/5/', '../../../web/sales/return-order/5']
]

t.test('addresses of the reference server → the pages of today', async (t) => {
  const { app } = await withClient(t)
  for (const [from, to] of LEADS) {
    const { statusCode, headers } = await app.inject(from)
    t.strictSame([statusCode, headers.location], [302, to], from)
  }
  for (const url of ['/company/5/parts/', '/build/x/', '/nothing', '/part'])
    t.equal((await app.inject(url)).statusCode, 404, url)
  t.equal((await app.inject({ method: 'POST', url: '/web' })).statusCode, 404, 'nothing is posted there')
})

t.test('a client that comes and goes while the server runs', async (t) => {
  const { app, webFolder } = await withClient(t)
  t.equal((await app.inject('/web')).statusCode, 200)
  rmSync(webFolder, { recursive: true })
  t.match(await app.inject('/web'), { statusCode: 302, headers: { location: './' } })
  t.match(await app.inject('/web/part/3'), { statusCode: 302, headers: { location: '../../' } })
  for (const [from, to] of [
    ['/web/set-password?key=1-a-b', '../account/#/set-password?key=1-a-b'],
    ['/web/verify-email/1-a-b', '../../account/#/verify-email/1-a-b'],
    ['/web/mfa', '../account/#/mfa'],
    ['/web/logged-in/', '../../account/#/logged-in/'],
    ['/web/social-login-error?error=unknown', '../account/#/social-login-error?error=unknown'],
    ['/web/set-passwords', '../']
  ] as const)
    t.match(await app.inject(from), { statusCode: 302, headers: { location: to } }, 'what a mail begins goes on')
  t.match(await app.inject('/account/'), { statusCode: 200 })
  t.match(await app.inject('/account'), { statusCode: 302, headers: { location: 'account/' } })
  t.match(await app.inject('/static/account/main.js'), { statusCode: 404 })
  t.match(await app.inject('/'), { statusCode: 200, payload: /inventree web install/ })
  t.equal((await app.inject('/part/3/')).statusCode, 404)
  await installClient(zip(release('1.5.1')), webFolder, { anyVersion: false })
  t.equal((await app.inject('/web')).statusCode, 200)
})

t.test('a path before all of it → told to the client, as far as it came that way', async (t) => {
  const { app } = await withClient(t, { siteURL: 'https://shop.example/inventree' })
  const settings = async (host: string, url: string) => {
    const { payload } = await app.inject({ url, headers: { host } })
    return /window\.INVENTREE_SETTINGS = (.*?)<\/script>/.exec(payload)?.[1]
  }
  const below = (origin: string) => `{"base_url":"inventree/web","api_host":"${origin}/inventree"}`
  t.equal(await settings('shop.example', '/web'), below('https://shop.example'), 'the proxy took the path away')
  t.equal(await settings('shop.example', '/inventree/web'), below('https://shop.example'))
  // Its policy lets the page ask the server that it came from, and no other.
  t.equal(await settings('10.0.0.7:8000', '/inventree/web'), below('http://10.0.0.7:8000'))
  t.equal(await settings('10.0.0.7:8000', '/web'), '{"base_url":"web"}')
})
