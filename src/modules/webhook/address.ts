// Where webhooks may lead: to public addresses, and to no others, whatever a name turns out to mean.
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '#framework/public-address.ts'

/** The host of an address as it is connected to: that of IPv6 without brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

const notPublic = (host: string): string =>
  `${host} is no public address; INVENTREE_WEBHOOK_ALLOW_PRIVATE permits others.`

/**
 * What is wrong with the address of a webhook, as far as it can be told without asking for names.
 *
 * @param anywhere whether it may lead into the own network
 * @returns a sentence; undefined where nothing is wrong
 */
export function addressProblem(text: string, anywhere: boolean): string | undefined {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'It must be an address with http:// or https://.'
  if (url.username !== '' || url.password !== '') return 'A user and password in the address are not used.'
  // Numbers in any form, such as 2130706433 or 0x7f.1, are an address in the usual one by now.
  const host = hostOf(url)
  if (!anywhere && isIP(host) !== 0 && !isPublicAddress(host)) return notPublic(host)
  return undefined
}

/**
 * Looks names up and gives nothing but addresses that may be connected to: what was looked at is what is used, so that a
 * name cannot mean another machine a moment later.
 *
 * @param ask asks for all addresses of a name
 */
export function careful(anywhere: boolean, ask: typeof lookup = lookup): LookupFunction {
  return (host, options, done) => {
    ask(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const allowed = found.filter(({ address }) => anywhere || isPublicAddress(address))
      const [first] = allowed
      if (!first) return done(new Error(notPublic(host)), [])
      return options.all ? done(null, allowed) : done(null, first.address, first.family)
    })
  }
}
