import { BlockList, isIP, isIPv6 } from 'node:net'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether an address is one of some addresses and networks such as `10.0.0.0/8`; an IPv4 address counts in either form.
 */
export function isWithin(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address, prefix] = network.split('/') as [string, string | undefined]
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return (address) => {
    const version = isIP(address ?? '')
    return version !== 0 && list.check(address!, version === 6 ? 'ipv6' : 'ipv4')
  }
}

/** An address with the port that some proxies add: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const WITH_PORT = /^(?:\[([\da-f:.]+)\]|(\d+(?:\.\d+){3}))(?::\d{1,5})?$/i

/** The address in an entry of `X-Forwarded-For`; undefined where it is none. */
function addressIn(entry: string): string | undefined {
  // The zone behind an IPv6 address means something on the proxy's machine alone.
  const text = entry.trim().replace(/%.*/s, '')
  const [, inBrackets, plain] = WITH_PORT.exec(text) ?? []
  const address = inBrackets ?? plain ?? text
  return isIP(address) === 0 ? undefined : address
}

/**
 * Leaves addresses alone in `X-Forwarded-For`. Each proxy adds its client at the end, so what stands before something
 * that is no address says nothing.
 */
export function cleanForwardedFor(headers: IncomingHttpHeaders): void {
  const entries = [headers['x-forwarded-for'] ?? []].flat().join(',')
  if (entries === '') return
  const addresses = entries.split(',').map(addressIn)
  headers['x-forwarded-for'] = addresses.slice(addresses.lastIndexOf(undefined) + 1).join(', ')
}
