import type { IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'
import cors, { type FastifyCorsOptions } from '@fastify/cors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import { CLOSED } from '#framework/policy.ts'
import { API_VERSION, COMPATIBLE_WITH, VERSION } from '#framework/version.ts'

// Which header is sent where, and why: docs/headers.md.

/** Nor does it load or run anything: data is no page. */
const NOTHING = ["default-src 'none'", ...CLOSED]

/** What the pages may load: this server's own files; and no text becomes a program or a piece of the page. */
export const PAGE_POLICY = [
  ...NOTHING,
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'"
].join('; ')

/** What of the machine no page of this server uses. */
const UNUSED = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb']
  .map((name) => `${name}=()`)
  .join(', ')

const EVERYWHERE = {
  'x-inventree-version': COMPATIBLE_WITH.toLowerCase(),
  'x-inventree-api': String(API_VERSION),
  'x-inventree-python': 'none',
  'x-inventree-installer': `inventree-server ${VERSION}`,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': NOTHING.join('; '),
  'content-language': 'en',
  vary: 'Authorization, origin, Accept-Language, Cookie'
}

/** What differs below an address; what serves it may say otherwise still. */
const PLACES: [prefix: string, headers: Record<string, string>][] = [
  ['/api/', { 'cache-control': 'no-store' }],
  ['/media/', { 'cross-origin-resource-policy': 'same-site', 'permissions-policy': UNUSED }],
  [
    '/static/',
    {
      'cross-origin-resource-policy': 'cross-origin',
      'permissions-policy': UNUSED,
      'content-security-policy': PAGE_POLICY
    }
  ],
  ['/', { 'permissions-policy': UNUSED }]
]

/** A year, in seconds. */
const YEAR = 365 * 24 * 3600

/** What a proxy, or a client, may call a request. */
const REQUEST_ID = /^[\w.:/+=@-]{1,100}$/

/** What a request is called in the log and in its answer: as whoever sent it calls it, where that is sensible. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

/**
 * The headers that answers begin with.
 *
 * @param siteURL the address under which people reach the server; where it is https, browsers are told to use nothing
 *   else
 * @returns sets them
 */
export function baseHeaders(siteURL: string | null): (request: FastifyRequest, reply: FastifyReply) => void {
  const strict = siteURL?.startsWith('https:') ? { 'strict-transport-security': `max-age=${YEAR}` } : {}
  const places = PLACES.map(([prefix, headers]) => ({ prefix, headers: { ...EVERYWHERE, ...strict, ...headers } }))
  return (request, reply) => {
    const { headers } = places.find(({ prefix }) => request.url.startsWith(prefix)) ?? places.at(-1)!
    reply.headers(headers).header('x-inventree-reqid', request.id).header('x-request-id', request.id)
  }
}

/** The addresses that pages of other origins may read. */
const SHARED = /^\/(api|auth|media|plugin|static)\//

/** The origins that the configuration names: the address of the server, and those of the list. */
export const trustedOrigins = ({
  corsWhitelist,
  siteURL
}: Pick<Config, 'corsWhitelist' | 'siteURL'>): ReadonlySet<string> =>
  new Set([...corsWhitelist, ...(siteURL ? [new URL(siteURL).origin] : [])])

/**
 * Lets pages of other origins use the API: those that the configuration names with the cookies of whoever looks at
 * them, others with a token or not at all.
 *
 * @param everyOrigin whether pages of any origin may, with a token
 * @param trusted the origins that the configuration names
 */
export async function shareAcrossOrigins(
  app: FastifyInstance,
  everyOrigin: boolean,
  trusted: ReadonlySet<string>
): Promise<void> {
  await app.register(
    cors,
    () => (request: FastifyRequest, done: (error: null, options: FastifyCorsOptions) => void) => {
      const { origin } = request.headers
      const isShared = SHARED.test(request.url)
      const isTrusted = origin !== undefined && trusted.has(origin)
      done(null, {
        // An empty header names no origin.
        origin: origin && isShared && (everyOrigin || isTrusted) ? origin : false,
        credentials: isTrusted,
        preflight: request.method === 'OPTIONS' && 'access-control-request-method' in request.headers && isShared,
        strictPreflight: false,
        optionsSuccessStatus: 200,
        methods: ['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
        allowedHeaders: [
          'accept',
          'authorization',
          'content-type',
          'last-event-id',
          'user-agent',
          'x-csrftoken',
          'x-requested-with',
          'traceparent'
        ],
        exposedHeaders: ['retry-after'],
        maxAge: 86400
      })
    }
  )
}
