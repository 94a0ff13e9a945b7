// What pages may load from elsewhere: nothing, or, where a setting allows it, what lies on public addresses.
import { lookup } from 'node:dns/promises'
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** How much one address may send, in bytes, and how long that may take, in ms. */
const [LARGEST, PATIENCE] = [10 * 1024 * 1024, 10_000]

/** Networks that are not the public internet: those of the machine, of the house, and those with a meaning of their own. */
const PRIVATE = new BlockList()
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4'
]) {
  const [address, length] = network.split('/') as [string, string]
  PRIVATE.addSubnet(address, Number(length), 'ipv4')
}
const PUBLIC_6 = new BlockList()
PUBLIC_6.addSubnet('2000::', 3, 'ipv6')
/** Of these, those that lead to addresses of the older kind, or to none. */
const PRIVATE_6 = new BlockList()
for (const [address, length] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16]
] as const)
  PRIVATE_6.addSubnet(address, length, 'ipv6')

/** Whether an address belongs to the public internet. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4
    ? !PRIVATE.check(address, 'ipv4')
    : isIP(address) === 6 && PUBLIC_6.check(address, 'ipv6') && !PRIVATE_6.check(address, 'ipv6')

/** What an address sent. */
export interface Fetched {
  type: string
  body: Buffer
}

/** Reads an answer to its end. */
async function received(answer: IncomingMessage): Promise<Fetched | undefined> {
  // One that points elsewhere is not followed: that may be anywhere.
  if (answer.statusCode !== 200) return void answer.destroy()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST) return void answer.destroy()
    chunks.push(chunk)
  }
  return { type: answer.headers['content-type'] ?? 'application/octet-stream', body: Buffer.concat(chunks) }
}

/**
 * Loads something for a page. The address that was looked at is the one that is asked.
 *
 * @param url with `http:` or `https:`
 * @returns undefined where it is refused, on an address that is not public, or there is nothing
 */
export async function fetchOutside(url: string): Promise<Fetched | undefined> {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  try {
    const host = hostname.replace(/^\[|\]$/g, '')
    const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true })
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return undefined
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = (protocol === 'http:' ? plainRequest : secureRequest)(
        url,
        {
          signal: AbortSignal.timeout(PATIENCE),
          lookup: (_host, options, found) =>
            options.all ? found(null, [first]) : found(null, first.address, first.family)
        },
        resolve
      )
      asked.on('error', reject).end()
    })
    return await received(answer)
  } catch {
    return undefined
  }
}
