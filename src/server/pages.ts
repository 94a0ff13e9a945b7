import type { FastifyInstance, FastifyReply } from 'fastify'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { baseURLOf } from '#contract/site.ts'
import { lazyFiles } from '#framework/lazy-server.ts'
import { escapeHtml } from '#framework/html.ts'
import { PAGE_POLICY } from './headers.ts'

const STATIC = new URL('../../static/', import.meta.url)

const HEADERS = { 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache' }

/** Which files below static/ are served as they are: the pages have addresses of their own. */
export const isPublic = (path: string): boolean => !/^\/((admin|account)\/|start\.html$)/.test(path)

/**
 * Serves the pages for people: the first one at `/`, the administration at `/admin/`, and at `/account/` where links in
 * mail lead without a web client. They name other pages from where they lie themselves, since there may be a path before
 * all of them.
 *
 * @param prefix that path
 * @param hasWeb whether there are pages for everyday work, to which the first one leads then
 */
export function servePages(app: FastifyInstance, prefix: string, hasWeb: () => boolean): void {
  for (const name of ['admin', 'account']) {
    lazyFiles(app, {
      prefix: `/${name}/`,
      root: fileURLToPath(new URL(`${name}/`, STATIC)),
      cacheControl: false,
      setHeaders: (reply) => {
        reply.headers(HEADERS)
      }
    })
    app.get(`/${name}`, (_request, reply) => reply.redirect(`${name}/`))
  }
  if (prefix) app.get(prefix, (_request, reply) => reply.redirect(`${prefix}/`))
  app.get('/api', (_request, reply) => reply.redirect('api/'))
  // Where other ways to sign in end, whichever method brings them.
  app.all('/api/auth/login-redirect/', (_request, reply) => reply.redirect(`${prefix}/web/logged-in/`))
  app.get('/favicon.ico', (_request, reply) => reply.redirect('static/img/favicon/favicon.ico'))

  let start: string | undefined
  app.get('/', (request, reply): FastifyReply => {
    if (hasWeb()) return reply.redirect('web')
    start ??= readFileSync(new URL('start.html', STATIC), 'utf8')
    return reply
      .headers(HEADERS)
      .type('text/html; charset=utf-8')
      .send(start.replaceAll('{{address}}', escapeHtml(baseURLOf(request.site))))
  })
}
