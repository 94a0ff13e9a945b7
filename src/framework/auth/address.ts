import { isIPv4, isIPv6 } from 'node:net'

/** Stands for every address that is none: a connection that is over has none any more. */
const UNKNOWN = 'unknown'

/**
 * Who counts as one guesser: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one of these has
 * all that share them.
 *
 * @param address as Fastify tells it of a request
 * @returns a short text, the same for addresses that count as one
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address
  if (!isIPv6(address)) return UNKNOWN
  const groups = groupsOf(address)
  // An IPv4 address as a socket for both kinds tells it.
  if (groups.slice(0, 6).join() === '0,0,0,0,0,65535')
    return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.')
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  // A URL has the short form without a zone, the last groups in hexadecimal.
  const short = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1)
  const [before, after] = short
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))) as [
    number[],
    number[]?
  ]
  return after ? [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after] : before
}
