// What pages may load from elsewhere: nothing, or, where a setting allows it, what lies on public addresses.
import { lookup } from 'node:dns/promises'
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { answered } from '#framework/answered.ts'
import { isPublicAddress } from '#framework/public-address.ts'

/** How much one address may send, in bytes, and how long that may take, in ms. */
const [LARGEST, PATIENCE] = [10 * 1024 * 1024, 10_000]

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
    const signal = AbortSignal.timeout(PATIENCE)
    const asked = (protocol === 'http:' ? plainRequest : secureRequest)(url, {
      signal,
      lookup: (_host, options, found) => (options.all ? found(null, [first]) : found(null, first.address, first.family))
    })
    const answer = answered(asked, signal)
    asked.end()
    return await received(await answer)
  } catch {
    return undefined
  }
}
