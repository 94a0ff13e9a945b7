import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { dictionary } from '#db/dictionary.ts'
import { isWithin } from './networks.ts'

// Under which address a client reached the server: what links, cookies and pages are made of.

/** The address under which a client reached the server. */
export interface Site {
  /** Scheme and host, without a slash at the end. */
  readonly origin: string
  /** The host alone, with the port where the address has one. */
  readonly host: string
  /** The path below which everything lies: empty, or `/inventree`. */
  readonly prefix: string
}

declare module 'fastify' {
  interface FastifyRequest {
    site: Site
  }
}

/** The address as the beginning of a link, without a slash at the end. */
export const baseURLOf = ({ origin, prefix }: Site): string => origin + prefix

/** Which headers of trusted proxies count. */
export type Forwarded = Readonly<Record<'host' | 'port' | 'proto', boolean>>

export interface SiteConfig {
  /** The address under which people reach the server, without a slash at the end. */
  siteURL: string | null
  /** Addresses and networks of proxies. */
  trustedProxies?: readonly string[]
  forwarded?: Forwarded
}

const NOTHING: Forwarded = { host: false, port: false, proto: false }

const HOST = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/** Whether a text is a host that a link may name. */
export const isHost = (text: string): boolean => HOST.test(text) && URL.canParse(`http://${text}`)

/** What counts as a host, a port and a scheme; several of them, or anything else, count as none. */
const READABLE: Record<keyof Forwarded, (text: string) => boolean> = {
  host: isHost,
  port: (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535,
  proto: (text) => /^https?$/i.test(text)
}

const DEFAULT_PORTS: Record<string, string> = dictionary({ http: '80', https: '443' })

const hasPort = (host: string) => /:\d+$/.test(host)

/** A host with another port; the usual one of the scheme is left out. */
function withPort(host: string, port: string, scheme: string): string {
  const name = host.replace(/:\d+$/, '')
  return port === DEFAULT_PORTS[scheme] ? name : `${name}:${port}`
}

/** Tells under which address each client of a server reached it. */
export class Sites {
  /** The one that the configuration names. */
  readonly #configured: (Site & { readonly url: URL }) | null
  readonly #isTrusted: (address: string | undefined) => boolean
  readonly #forwarded: Forwarded

  constructor({ siteURL, trustedProxies = [], forwarded = NOTHING }: SiteConfig) {
    const url = siteURL === null ? null : new URL(siteURL)
    this.#configured = url && {
      url,
      origin: url.origin,
      host: url.host,
      prefix: url.pathname === '/' ? '' : url.pathname
    }
    this.#isTrusted = isWithin(trustedProxies)
    this.#forwarded = forwarded
  }

  /** The path below which the configuration puts everything; empty where it puts it nowhere. */
  get prefix(): string {
    return this.#configured?.prefix ?? ''
  }

  /**
   * The path and query of a request without the prefix, which some proxies leave on. Clients that add a path of ours to
   * the address that they know send it twice.
   */
  withoutPrefix(url: string): string {
    let rest = url
    while (this.prefix && rest.startsWith(`${this.prefix}/`)) rest = rest.slice(this.prefix.length)
    return rest
  }

  /**
   * The address under which the sender of a request reached the server: the configured one where it is the host that
   * was asked for; else what the request says, or a trusted proxy.
   */
  of({ raw }: Pick<FastifyRequest, 'raw'>): Site {
    const configured = this.#configured
    const { scheme, host } = this.#asked(raw)
    if (configured && (host === undefined || isHostOf(host, configured.url))) return configured
    // Whoever sends the prefix to this very server goes on below it.
    const { originalUrl = '' } = raw as { originalUrl?: string }
    const prefix = originalUrl.startsWith(`${this.prefix}/`) ? this.prefix : ''
    return { origin: `${scheme}://${host ?? 'localhost'}`, host: host ?? 'localhost', prefix }
  }

  /** Does some work for a client of a site; links that it makes begin with the prefix of that. */
  run<Result>(site: Site, work: () => Result): Result {
    return site.prefix ? prefixes.run(site.prefix, work) : work()
  }

  /** What a request says, or a trusted proxy; whoever comes without one speaks plain HTTP. */
  #asked({ headers, socket }: IncomingMessage): { scheme: string; host: string | undefined } {
    const heard = this.#isTrusted(socket.remoteAddress) ? this.#forwarded : NOTHING
    const forwarded = (what: keyof Forwarded) => (heard[what] ? forwardedIn(headers, what) : undefined)
    const scheme = forwarded('proto')?.toLowerCase() ?? 'http'
    const port = forwarded('port')
    const host = [forwarded('host'), headers.host].find((text) => text !== undefined && isHost(text))
    return { scheme, host: host && port ? withPort(host, port, scheme) : host }
  }
}

function forwardedIn(headers: IncomingHttpHeaders, what: keyof Forwarded): string | undefined {
  const value = headers[`x-forwarded-${what}`]
  return typeof value === 'string' && READABLE[what](value) ? value : undefined
}

/**
 * Whether a host that was asked for is that of an address. Many proxies leave the port out of what they pass on, so one
 * that is not named may be any.
 */
function isHostOf(host: string, url: URL): boolean {
  const asked = URL.parse(`${url.protocol}//${host}`)
  return asked !== null && (asked.host === url.host || (asked.hostname === url.hostname && !hasPort(host)))
}

const prefixes = new AsyncLocalStorage<string>()

/**
 * The path below which the client of the present request finds everything; empty outside of one. Links deep inside of a
 * record's JSON begin with it (docs/decisions/0022-per-server.md).
 */
export const sitePrefix = (): string => prefixes.getStore() ?? ''
