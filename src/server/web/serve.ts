import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { noPage } from '#contract/bind.ts'
import { baseURLOf, type Site } from '#contract/site.ts'
import type { Cookies } from '#auth/cookies.ts'
import { lazyFiles } from '#framework/lazy-server.ts'
import { closedBut } from '#framework/policy.ts'
import { escapeHtml } from '#framework/html.ts'
import { MANIFEST, type WebClient } from './client.ts'
import { installedClient } from './install.ts'

// Serves the official web client, where one is installed: the page at /web and all below, its files, and the way there
// from addresses that the reference server has, or had.

export interface WebPages {
  /** The folder with the build. */
  folder: string
  cookies: Cookies
  /** What the server is called. */
  title(): Promise<string>
  /** Where the client may send forms, as a policy names it. */
  forms: readonly string[]
}

/** A year, in seconds: what has another content has another name. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** What the page may load, run and send: this server's own files, the one script that is in it, some forms. */
const policy = (nonce: string, forms: readonly string[]): string =>
  [
    "default-src 'none'",
    ...closedBut(forms),
    `script-src 'self' 'nonce-${nonce}'`,
    // The client writes styles into the page while it runs.
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "font-src 'self'",
    // Previews of what is about to be uploaded are blobs; so are the workers of its editors.
    "img-src 'self' data: blob:",
    'worker-src blob:'
  ].join('; ')

/** What of the machine the client uses: the camera, for barcodes. */
const PERMISSIONS = ['display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb']
  .map((name) => `${name}=()`)
  .join(', ')

/** Where addresses of the reference server lead, by what stands below an older one; the first that fits. */
const MOVED: [from: string, to: (rest: string) => string | undefined][] = [
  ['/index/', () => 'web'],
  ['/settings/', () => 'web/settings'],
  // Where people signed in, or got a new password.
  ['/accounts/*', () => 'web'],
  ['/part/*', (rest) => `web/part/${rest}`],
  ['/stock/*', (rest) => `web/stock/${rest}`],
  ['/company/suppliers/', () => 'web/purchasing/index/suppliers'],
  ['/company/manufacturers/', () => 'web/purchasing/index/manufacturers'],
  ['/company/customers/', () => 'web/sales/index/customers'],
  ['/company/*', (rest) => record('web/company', rest)],
  ['/build/*', (rest) => record('web/manufacturing/build-order', rest)],
  ['/order/purchase-order/*', (rest) => record('web/purchasing/purchase-order', rest)],
  ['/order/sales-order/*', (rest) => record('web/sales/sales-order', rest)],
  ['/order/return-order/*', (rest) => record('web/sales/return-order', rest)]
]

/** The page of one record; undefined where the address names none. */
function record(page: string, rest: string): string | undefined {
  const key = /^(\d+)\/?$/.exec(rest)?.[1]
  return key && `${page}/${key}`
}

/** Pages of the client that links in mail and ways to sign in lead to; without a client another page does their work. */
const FOR_ACCOUNTS = /^.*\/web\/((?:set-password|verify-email|mfa|logged-in|social-login-error)(?:[/?].*)?)$/s

/** Where an address of the client leads without one: what it holds stays in the browser. */
function instead({ url }: FastifyRequest): string {
  const page = FOR_ACCOUNTS.exec(url)?.[1]
  return page === undefined ? '' : `account/#/${page}`
}

/** The way from an address back to where all of this begins: there may be a path before it. */
const up = ({ url }: FastifyRequest): string => '../'.repeat(url.replace(/\?.*/s, '').split('/').length - 2)

/**
 * The build that is installed, as long as it is the same. It comes and goes while servers run.
 *
 * @returns gives it; undefined where there is none
 */
function lookedUp(folder: string): () => WebClient | undefined {
  let known: { mark: string; client: WebClient | undefined } | undefined
  return () => {
    const found = statSync(join(folder, MANIFEST), { throwIfNoEntry: false })
    const mark = found ? `${found.ino} ${found.mtimeMs}` : ''
    if (known?.mark !== mark) known = { mark, client: found && installedClient(folder) }
    return known.client
  }
}

/**
 * Registers the pages of the client.
 *
 * @returns tells whether one is installed
 */
export function serveWeb(app: FastifyInstance, { folder, cookies, title, forms }: WebPages): () => boolean {
  const client = lookedUp(folder)

  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const installed = client()
    // The start page tells where to get one.
    if (!installed) return reply.redirect(up(request) + instead(request) || './')
    const nonce = randomBytes(16).toString('base64')
    cookies.keepCsrf(request, reply)
    return reply
      .headers({
        'content-security-policy': policy(nonce, forms),
        'permissions-policy': PERMISSIONS,
        'cache-control': 'no-store'
      })
      .type('text/html; charset=utf-8')
      .send(html(installed, { title: await title(), up: up(request), nonce, script: settingsScript(request.site) }))
  }
  app.get('/web', page)
  app.get('/web/*', page)

  for (const [from, to] of MOVED)
    app.get<{ Params: { '*'?: string } }>(from, (request, reply) => {
      const target = client() && to(encodeURI(request.params['*'] ?? ''))
      return target === undefined ? noPage(reply) : reply.redirect(up(request) + target)
    })

  lazyFiles(app, {
    prefix: '/static/web/',
    root: folder,
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.startsWith(join(folder, 'assets/')) ? FOR_EVER : 'no-cache')
    }
  })
  return () => client() !== undefined
}

/** What the client has to know before it starts. Without a path before it, it finds the API by itself. */
function settingsScript(site: Site): string {
  const { prefix } = site
  const settings = prefix ? { base_url: `${prefix.slice(1)}/web`, api_host: baseURLOf(site) } : { base_url: 'web' }
  return `window.INVENTREE_SETTINGS = ${JSON.stringify(settings).replaceAll('<', String.raw`\u003c`)}`
}

const html = (
  { scripts }: WebClient,
  { title, up, nonce, script }: { title: string; up: string; nonce: string; script: string }
): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${up}favicon.ico">
<script nonce="${nonce}">${script}</script>
${scripts.map((file) => `<script type="module" src="${up}static/web/${escapeHtml(file)}"></script>`).join('\n')}
</head>
<body>
<div id="root"></div>
</body>
</html>
`
