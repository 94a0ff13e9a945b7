import t, { type Test } from 'tap'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { basic, build, PASSWORD, type House } from '../helper.ts'
import { multipart, picture } from '../support/multipart.ts'
import { freePort } from '../support/port.ts'
import {
  makeCertificate,
  PATH,
  PATH_NAME,
  program,
  ROOT_NAME,
  startProxy,
  Visitor,
  type Certificate,
  type ProxyKind
} from '../support/web-proxy.ts'
import { folder } from './run.ts'

// The proxies are those of deploy/, where the machine has them.

t.setTimeout(300_000)

const GUESS_LIMITS = { pair: { login: 5, basic: 2 }, address: 100, account: 1000, page: 5, codes: 60 }

interface Place {
  house: House
  certificate: Certificate
  /** The address that people use. */
  base: string
  /** The path in it. */
  prefix: string
}

/** A server and a proxy before it. */
async function behind(t: Test, kind: ProxyKind, below: boolean, strips: boolean): Promise<Place> {
  const made = folder(t)
  const certificate = makeCertificate(made)
  const port = await freePort()
  const prefix = below ? PATH : ''
  const base = `https://${below ? PATH_NAME : ROOT_NAME}:${port}${prefix}`
  const house = await build(t, {
    siteURL: base,
    trustedProxies: ['127.0.0.1'],
    mediaRoot: join(made, 'media'),
    guessLimits: GUESS_LIMITS
  })
  await house.app.listen({ host: '127.0.0.1', port: 0 })
  const { port: serverPort } = house.app.server.address() as AddressInfo
  await startProxy(t, kind, { folder: join(made, 'proxy'), certificate, port, serverPort, below, strips })
  return { house, certificate, base, prefix }
}

/** A token as programs get one: by name and password, from the address that people use. */
async function tokenFor(base: string, visitor: Visitor): Promise<Record<string, string>> {
  const { status, body } = await visitor.ask('GET', `${base}/api/user/token/`, { authorization: basic('admin') })
  if (status !== 200) throw new Error(`no token: ${status}`)
  return { authorization: `Token ${body.token}` }
}

async function pagesLeadOn(t: Test, { house, certificate, base }: Place): Promise<void> {
  for (let n = 0; n < 5; n++) await house.make('/api/part/', { name: `Relay ${n}` })
  const visitor = new Visitor(certificate)
  const token = await tokenFor(base, visitor)
  const names: string[] = []
  let [next, last] = [`${base}/api/part/?limit=2`, ''] as [string | null, string]
  while (next) {
    t.ok(next.startsWith(`${base}/api/part/?`), next)
    const { status, body } = await visitor.ask('GET', (last = next), token)
    t.equal(status, 200)
    names.push(...body.results.map(({ name }: { name: string }) => name))
    next = body.next
  }
  t.equal(new Set(names).size, 5)
  let back: string | null = last
  for (let n = 0; n < 2; n++) {
    t.ok(back!.startsWith(base), back!)
    back = (await visitor.ask('GET', back!, token)).body.previous
  }
  t.ok(back!.startsWith(base), back!)
  t.equal((await visitor.ask('GET', back!, token)).body.previous, null)
  t.equal((await visitor.ask('GET', `${base}/api/nowhere/`, token)).body.url, `${base}/api/nowhere/`)
}

async function filesGoThrough(t: Test, { certificate, base, prefix, house }: Place): Promise<void> {
  const visitor = new Visitor(certificate)
  const token = await tokenFor(base, visitor)
  const { pk } = await house.make('/api/part/', { name: 'Bolt' })
  const [image, imageHeaders] = multipart({ image: { name: 'bolt.png', content: await picture(), type: 'image/png' } })
  const part = await visitor.ask('PATCH', `${base}/api/part/${pk}/`, { ...token, ...imageHeaders }, image)
  t.equal(part.status, 200, part.text)
  t.ok(part.body.image.startsWith(`${prefix}/media/`), part.body.image)
  const content = Buffer.alloc(3_000_000, 'x')
  const [file, headers] = multipart({
    model_type: 'part',
    model_id: pk,
    attachment: { name: 'long.txt', content, type: 'text/plain' }
  })
  const stored = await visitor.ask('POST', `${base}/api/attachment/`, { ...token, ...headers }, file)
  t.equal(stored.status, 201, stored.text)
  t.strictSame(
    (await visitor.ask('GET', new URL(stored.body.attachment, base).href, token)).bytes,
    content,
    'an upload of 3 MB comes back'
  )
  for (const path of [part.body.image, part.body.thumbnail]) {
    for (const [how, url] of [
      ['from the address of the server, as a browser goes', new URL(path, `${base}/api/part/`).href],
      ['put behind the address that is known, as clients of InvenTree do', base + path]
    ] as const) {
      const { status, headers } = await visitor.ask('GET', url, token)
      t.equal(status, 200, `${url}: ${how}`)
      t.match(headers['content-type'], /^image\//)
    }
  }
  // Who asked for a token with a password has a session as well.
  const stranger = new Visitor(certificate)
  t.equal((await stranger.ask('GET', base + part.body.image)).status, 401)
  t.equal(
    (await stranger.ask('POST', `${base}/api/attachment/`, headers, file)).status,
    401,
    'a refusal arrives, though the server has not read all that was sent'
  )
}

/** Whatever a page names of its own files, and of this server's pages. */
const namedIn = (html: string) =>
  [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, url]) => url!).filter((url) => !/^(data|https?):/.test(url))

async function pagesLoad(t: Test, { certificate, base }: Place): Promise<void> {
  const visitor = new Visitor(certificate)
  for (const [path, target] of [
    ['', '/'],
    ['/admin', '/admin/'],
    ['/api-doc', '/api-doc/'],
    ['/api-doc/static/index.html', '/api-doc/']
  ] as const) {
    const page = await visitor.open(new URL(base + path).href)
    t.equal(page.url, base + target, `${base}${path}`)
    t.equal(page.status, 200)
  }
  for (const path of ['/', '/admin/', '/api-doc/']) {
    const page = await visitor.open(base + path)
    const urls = namedIn(page.text)
    t.ok(urls.length > 4, `${path} names ${urls.length} addresses`)
    for (const url of urls) t.equal((await visitor.open(new URL(url, page.url).href)).status, 200, `${path}: ${url}`)
  }
  t.match((await visitor.open(`${base}/`)).text, `BASE = "${base}"`)
  const contract = await visitor.open(`${base}/api-doc/json`)
  t.equal(new URL(contract.body.servers[0].url, base).href.replace(/\/$/, ''), base)
}

async function adminSignsIn(t: Test, { certificate, base, prefix }: Place): Promise<void> {
  const browser = new Visitor(certificate)
  const page = await browser.open(`${base}/admin/`)
  const { origin } = new URL(base)
  await browser.ask('GET', `${base}/api/auth/v1/auth/session`)
  const send = async (method: string, path: string, body: object) =>
    await browser.ask(
      method,
      base + path,
      { 'content-type': 'application/json', 'x-csrftoken': browser.cookie('csrftoken', page.url) ?? '', origin },
      JSON.stringify(body)
    )
  const signedIn = await send('POST', '/api/auth/v1/auth/login', { username: 'admin', password: PASSWORD })
  t.equal(signedIn.status, 200, signedIn.text)
  for (const line of browser.setCookies) {
    t.match(line, new RegExp(`; Path=${prefix || '/'}(;|$)`), 'for this server alone')
    t.match(line, /; Secure/)
  }
  t.equal((await browser.ask('GET', `${base}/api/user/me/`)).body.username, 'admin')
  const made = await send('POST', '/api/part/', { name: 'Made in a browser' })
  t.equal(made.status, 201)
  t.equal(made.body.thumbnail, `${prefix}/static/img/blank_image.thumbnail.png`)
  t.equal(browser.cookie('sessionid', `${origin}/elsewhere/`) === undefined, prefix !== '')
  t.equal((await send('DELETE', '/api/auth/v1/auth/session', {})).status, 401)
  t.equal(browser.cookie('sessionid', page.url), undefined, 'signing out takes the cookie away')
}

/** Who guesses is known by their own address, whatever they write. */
async function addressesAreTold(t: Test, { certificate, base }: Place): Promise<void> {
  const guess = async (from: string, password: string, headers = {}) =>
    (
      await new Visitor(certificate, from).ask('GET', `${base}/api/user/me/`, {
        authorization: basic('admin', password),
        ...headers
      })
    ).status
  for (let n = 0; n < 2; n++) t.equal(await guess('127.0.0.2', 'wrong'), 401)
  t.equal(await guess('127.0.0.2', 'wrong'), 429)
  t.equal(await guess('127.0.0.2', 'wrong', { 'x-forwarded-for': '203.0.113.9' }), 429)
  t.equal(await guess('127.0.0.3', 'wrong'), 401)
}

const CHECKS = [pagesLeadOn, filesGoThrough, pagesLoad, adminSignsIn, addressesAreTold]

const WAYS = [
  ['at the root', false, false],
  ['below a path', true, false],
  ['below a path that the proxy takes away', true, true]
] as const

const missing = !program('openssl') && 'openssl is missing'
for (const kind of ['nginx', 'caddy', 'small'] as const) {
  const skip = missing || (kind !== 'small' && !program(kind) && `${kind} is missing`)
  for (const [where, below, strips] of WAYS)
    t.test(`${kind} with TLS, ${where} → links, files, pages, cookies and addresses are right`, { skip }, async (t) => {
      const place = await behind(t, kind, below, strips)
      for (const check of CHECKS) await check(t, place)
    })
}
