import { parseCookie, stringifySetCookie } from 'cookie'
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

export const SESSION_COOKIE = 'sessionid'
export const CSRF_COOKIE = 'csrftoken'

/** Seconds that a session lasts: 14 days (docs/behaviour/auth.md#sessions-and-csrf). */
export const SESSION_SECONDS = 14 * 24 * 3600
const CSRF_SECONDS = 364 * 24 * 3600

/** How long a CSRF token is. */
const CSRF_LENGTH = 32

/** Whether a text may be a CSRF token. */
export const isCsrfToken = (text: string): boolean => Buffer.byteLength(text) === CSRF_LENGTH

/** The cookies that a request brought. */
export const cookiesOf = (request: FastifyRequest) => parseCookie(request.headers.cookie ?? '')

/** Sets and takes away the two cookies of a browser that signs in. */
export class Cookies {
  readonly #secure: boolean

  /**
   * @param siteURL the address under which people reach the server; where it is https, no cookie goes over plain HTTP
   */
  constructor(siteURL: string | null) {
    this.#secure = siteURL?.startsWith('https:') ?? false
  }

  /** Gives the browser a session; null takes it away. No program in the page can read it. */
  session(reply: FastifyReply, key: string | null): void {
    this.#set(reply, SESSION_COOKIE, key ?? '', key === null ? 0 : SESSION_SECONDS, true)
  }

  /** Gives the browser a CSRF token where it has none, or something that is none. */
  keepCsrf(request: FastifyRequest, reply: FastifyReply): void {
    const isSet = reply.getHeader('set-cookie') !== undefined
    if (!isSet && !isCsrfToken(cookiesOf(request)[CSRF_COOKIE] ?? '')) this.csrf(reply)
  }

  /** Gives the browser a new CSRF token, for its pages to read. */
  csrf(reply: FastifyReply): void {
    this.#set(reply, CSRF_COOKIE, randomBytes(CSRF_LENGTH / 2).toString('hex'), CSRF_SECONDS, false)
  }

  #set(reply: FastifyReply, name: string, value: string, maxAge: number, httpOnly: boolean): void {
    const { origin, prefix } = reply.request.site
    const secure = this.#secure || origin.startsWith('https:')
    const path = prefix || '/'
    reply.header('set-cookie', stringifySetCookie({ name, value, path, maxAge, httpOnly, secure, sameSite: 'strict' }))
  }
}
