// Speaks with a bucket of an object store by the REST API of S3: one signed request, its answer, and what its errors mean.
import { createHash } from 'node:crypto'
import type { Agent, IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { buffer } from 'node:stream/consumers'
import { StorageUnavailable, type StorageTrouble } from '../unavailable.ts'
import type { BucketConfig } from './config.ts'
import { textsIn } from './xml.ts'

/** What is asked of a bucket. */
export interface BucketRequest {
  method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  /** The key of an object; empty for the bucket itself. */
  key: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Buffer
  /** How often it may be sent; twice unless told otherwise. */
  tries?: number
}

/** An answer whose body is still to be read. */
export interface BucketAnswer {
  status: number
  headers: Record<string, string>
  body: IncomingMessage
  /** How often it was sent. */
  tries: number
}

/** How long it may take until the store takes a connection, in ms; whoever is there does so at once. */
const CONNECT_MS = 3000

/** How long a store that was away is not asked again, in ms: others need not wait for the same. */
const REST_MS = 2000

/** How long it takes until something is sent once more, in ms. */
const PAUSE_MS = 200

/** How many connections are open at once. */
const MOST_CONNECTIONS = 32

/** What the store says where it will do the same some moments later. */
const MOMENTARY: ReadonlySet<number> = new Set([429, 500, 502, 503, 504])

/** The longest answer that is kept in memory, in bytes: a page of a list has a thousand keys. */
const LONGEST = 8 * 1024 * 1024

/** The path of a key as it is signed and sent: everything but letters, digits and `-._~/` is escaped. */
const escapedPath = (key: string): string =>
  key
    .split('/')
    .map((step) =>
      encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    )
    .join('/')

/** A bucket, as far as single requests go. */
export class BucketClient {
  readonly #config: BucketConfig
  #agent: Promise<{ request: typeof import('node:http').request; agent: Agent }> | undefined
  #restsUntil = 0
  /** Told of every answer and every failure: what is wrong, or undefined where nothing is. */
  onTrouble: ((trouble: StorageUnavailable | undefined) => void) | undefined

  constructor(config: BucketConfig) {
    this.#config = config
  }

  #url(endpoint: string, key: string, query: Record<string, string>): URL {
    const { bucket, virtual } = this.#config
    const url = new URL(endpoint)
    const base = url.pathname.replace(/\/$/, '')
    if (virtual) url.hostname = `${bucket}.${url.hostname}`
    url.pathname = `${base}${virtual ? '' : `/${bucket}`}/${escapedPath(key)}`
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url
  }

  async #signer(method: string, url: URL, headers: Record<string, string>, signQuery = false) {
    const { AwsV4Signer } = await import('aws4fetch') // only where files lie in a bucket
    const { accessKey, secretKey, region } = this.#config
    return new AwsV4Signer({
      method,
      url: url.href,
      headers,
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
      signQuery
    })
  }

  /** Where an object of the bucket stands in the source of a copy. */
  source(key: string): string {
    return `/${this.#config.bucket}/${escapedPath(key)}`
  }

  /**
   * An address by which anybody reads an object for some seconds.
   *
   * @param query headers that the store is to answer with, such as `response-content-type`
   */
  async link(key: string, query: Record<string, string>): Promise<string> {
    const { linkEndpoint, linkSeconds } = this.#config
    const url = this.#url(linkEndpoint, key, { ...query, 'X-Amz-Expires': String(linkSeconds) })
    const signed = await (await this.#signer('GET', url, {}, true)).sign()
    return signed.url.href
  }

  async #transport() {
    const { endpoint, verifySSL } = this.#config
    const options = { keepAlive: true, maxSockets: MOST_CONNECTIONS }
    if (!endpoint.startsWith('https:')) {
      const { Agent, request } = await import('node:http')
      return { request, agent: new Agent(options) }
    }
    const { Agent, request } = await import('node:https')
    return { request, agent: new Agent({ ...options, rejectUnauthorized: verifySSL }) }
  }

  /** Sends a request once. */
  async #once({ method, key, query = {}, headers = {}, body }: BucketRequest): Promise<Omit<BucketAnswer, 'tries'>> {
    const url = this.#url(this.#config.endpoint, key, query)
    const sum = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const signed = await (await this.#signer(method, url, { ...headers, 'x-amz-content-sha256': sum })).sign()
    const { request, agent } = await (this.#agent ??= this.#transport())
    const length = body || method === 'PUT' || method === 'POST' ? { 'content-length': body?.length ?? 0 } : {}
    return await new Promise((resolve, reject) => {
      const sent = request(url, { method, agent, headers: { ...Object.fromEntries(signed.headers), ...length } })
      const silent = () => sent.destroy(Object.assign(new Error('it does not answer'), { code: 'ETIMEDOUT' }))
      const unreached = setTimeout(silent, Math.min(CONNECT_MS, this.#config.timeout * 1000))
      sent.once('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => clearTimeout(unreached))
        else clearTimeout(unreached)
      })
      sent.setTimeout(this.#config.timeout * 1000, silent)
      sent.once('error', (error) => {
        clearTimeout(unreached)
        reject(error)
      })
      sent.once('response', (answer) => {
        const found = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
        resolve({ status: answer.statusCode!, headers: Object.fromEntries(found), body: answer })
      })
      sent.end(body)
    })
  }

  #fail(trouble: StorageTrouble, reason: string, cause?: unknown): StorageUnavailable {
    const failure = new StorageUnavailable(
      trouble,
      `the bucket ${this.#config.bucket} at ${this.#config.endpoint}: ${reason}`,
      cause
    )
    if (trouble === 'away') this.#restsUntil = Date.now() + REST_MS
    this.onTrouble?.(failure)
    return failure
  }

  /** Sends a request until the store answers it, or all tries are used. */
  async #answered(request: BucketRequest): Promise<BucketAnswer> {
    const most = request.tries ?? 2
    for (let tries = 1; ; tries++) {
      try {
        const answer = await this.#once(request)
        if (!MOMENTARY.has(answer.status)) return { ...answer, tries }
        const reason = await reasonOf(answer)
        if (tries >= most) throw this.#fail('away', reason)
      } catch (error) {
        if (error instanceof StorageUnavailable) throw error
        if (tries >= most)
          throw this.#fail('away', (error as Error).message || (error as { code?: string }).code!, error)
      }
      await sleep(PAUSE_MS)
    }
  }

  /**
   * Sends a request.
   *
   * @param expected which answers but those of success are no failure; of these the caller reads the body, or destroys it
   * @throws StorageUnavailable where the store is away, or answers anything else
   */
  async send(request: BucketRequest, expected: readonly number[] = []): Promise<BucketAnswer> {
    if (Date.now() < this.#restsUntil && request.tries !== 1)
      throw new StorageUnavailable('away', `the bucket ${this.#config.bucket} did not answer just now`)
    const answer = await this.#answered(request)
    const { status } = answer
    const isGood = status < 300 || expected.includes(status)
    // Of what is not there it is told whether that is the object or the bucket.
    const reason = isGood && (status !== 404 || request.method === 'HEAD') ? undefined : await reasonOf(answer)
    if (!isGood || reason?.startsWith('NoSuchBucket')) throw this.#fail('refused', reason ?? String(status))
    this.#restsUntil = 0
    this.onTrouble?.(undefined)
    return answer
  }

  /** Sends a request and reads its answer, a document of XML or nothing: the texts of it by the names of its elements. */
  async ask(request: BucketRequest): Promise<Awaited<ReturnType<typeof textsIn>>> {
    const texts = await textsIn(await bodyOf(await this.send(request)))
    // What takes long is answered 200 before it is known how it ends.
    const [failed] = texts.all('Error')
    if (failed) throw this.#fail('refused', failed.Code ?? 'an error without a code')
    return texts
  }
}

/** The body of an answer, as far as it is of any use. */
async function bodyOf({ body, headers }: Omit<BucketAnswer, 'tries'>): Promise<string> {
  if (Number(headers['content-length'] ?? 0) <= LONGEST) return (await buffer(body)).toString()
  body.destroy()
  return ''
}

/** Why the store does not do it, in its own words; for the log. */
async function reasonOf(answer: Omit<BucketAnswer, 'tries'>): Promise<string> {
  const [error] = (await textsIn(await bodyOf(answer).catch(() => ''))).all('Error')
  return error?.Code ? `${error.Code}: ${error.Message ?? ''}` : `it answers ${answer.status}`
}
