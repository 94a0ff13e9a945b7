import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { cookiesOf, CSRF_COOKIE, isCsrfToken } from './cookies.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request may change something. */
const isUnsafe = (request: FastifyRequest) => !SAFE.has(request.method)

/**
 * Whether a request comes from a page of this server, of an origin that the configuration names, or of no page at all.
 * A page of any other origin may use the API with a token, but gains nothing from the cookies of whoever looks at it.
 *
 * @param trusted origins that the configuration names
 */
export function isOwn(request: FastifyRequest, trusted: ReadonlySet<string>): boolean {
  const { origin } = request.headers
  if (origin === undefined || trusted.has(origin)) return true
  // Only the host is compared: behind a proxy that ends TLS this server sees http where the browser sees https.
  const { protocol, host } = URL.parse(origin) ?? {}
  return !!host && host === URL.parse(`${protocol}//${request.site.host}`)?.host
}

/**
 * Why an unsafe request is not believed to be meant by the person whose cookies it carries
 * (docs/behaviour/auth.md#sessions-and-csrf).
 *
 * @returns the reason in the API's words; undefined where all is well
 */
export function csrfProblem(request: FastifyRequest, trusted: ReadonlySet<string>): string | undefined {
  if (!isUnsafe(request)) return undefined
  if (!isOwn(request, trusted))
    return `Origin checking failed - ${request.headers.origin} does not match any trusted origins.`
  const cookie = cookiesOf(request)[CSRF_COOKIE]
  if (!cookie) return 'CSRF cookie not set.'
  if (!isCsrfToken(cookie)) return 'CSRF cookie has incorrect length.'
  const header = request.headers['x-csrftoken']
  if (typeof header !== 'string' || header === '') return 'CSRF token missing.'
  if (!isCsrfToken(header)) return "CSRF token from the 'X-Csrftoken' HTTP header has incorrect length."
  return timingSafeEqual(Buffer.from(cookie), Buffer.from(header))
    ? undefined
    : "CSRF token from the 'X-Csrftoken' HTTP header incorrect."
}
