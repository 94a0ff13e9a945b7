import { parseCookie, stringifySetCookie } from 'cookie'
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

export const SESSION_COOKIE = 'sessionid'
export const CSRF_COOKIE = 'csrftoken'
/** Says that a browser is not asked for a second factor. */
export const TRUST_COOKIE = 'mfa_trusted'

/** Seconds that a session lasts: 14 days (docs/behaviour/auth.md#sessions-and-csrf); and so long is a browser trusted. */
export const SESSION_SECONDS = 14 * 24 * 3600
const CSRF_SECONDS = 364 * 24 * 3600

/** How long a CSRF token is. */
const CSRF_LENGTH = 32

/** Whether a text may be a CSRF token. */
export const isCsrfToken = (text: string): boolean => Buffer.byteLength(text) === CSRF_LENGTH

/** The cookies that a request brought. */
export const cookiesOf = (request: FastifyRequest) => parseCookie(request.headers.cookie ?? '')

/** How cookies are protected, as the configuration says. */
export interface CookieConfig {
  /** The address under which people reach the server; where it is https, no cookie goes over plain HTTP. */
  siteURL: string | null
  /** Whether they go along with requests that pages of other sites make. */
  cookieSameSite?: SameSite
  /** Whether none goes over plain HTTP, whatever the address is. */
  cookieSecure?: boolean
}

export const SAME_SITE = ['strict', 'lax', 'none'] as const
export type SameSite = (typeof SAME_SITE)[number]

/** Sets and takes away the cookies of a browser that signs in. */
export class Cookies {
  readonly #secure: boolean
  readonly #sameSite: SameSite

  constructor({ siteURL, cookieSameSite = 'strict', cookieSecure = false }: CookieConfig) {
    // Browsers take a cookie for all sites over TLS alone.
    this.#secure = cookieSecure || cookieSameSite === 'none' || (siteURL?.startsWith('https:') ?? false)
    this.#sameSite = cookieSameSite
  }

  /** Gives the browser a session; null takes it away. No program in the page can read it. */
  session(reply: FastifyReply, key: string | null): void {
    this.#set(reply, SESSION_COOKIE, key ?? '', key === null ? 0 : SESSION_SECONDS, true)
  }

  /** Gives the browser what says whom it is trusted by. No program in the page can read it. */
  trust(reply: FastifyReply, sealed: string): void {
    this.#set(reply, TRUST_COOKIE, sealed, SESSION_SECONDS, true)
  }

  /** Gives the browser a CSRF token where it has none, or something that is none. */
  keepCsrf(request: FastifyRequest, reply: FastifyReply): void {
    const set = [reply.getHeader('set-cookie') ?? []].flat().map(String)
    const isSet = set.some((cookie) => cookie.startsWith(`${CSRF_COOKIE}=`))
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
    const sameSite = this.#sameSite
    const cookie = stringifySetCookie({ name, value, path, maxAge, httpOnly, secure, sameSite })
    const others = [reply.getHeader('set-cookie') ?? []].flat().map(String)
    // What was said of this cookie before does not count any more.
    reply.removeHeader('set-cookie')
    reply.header('set-cookie', [...others.filter((other) => !other.startsWith(`${name}=`)), cookie])
  }
}
