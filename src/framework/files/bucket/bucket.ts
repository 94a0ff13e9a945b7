import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { noPage } from '#contract/bind.ts'
import type { FileContent } from '#contract/files.ts'
import { pathIn } from '../names.ts'
import { staysInside } from '../paths.ts'
import type { MediaCondition, MediaRoute, MediaStorage, OpenMedia, StoredMedia } from '../storage.ts'
import { StorageUnavailable } from '../unavailable.ts'
import { BucketClient, type BucketAnswer } from './client.ts'
import type { BucketConfig } from './config.ts'
import { piecesOf } from './pieces.ts'

/** After how long an upload of many parts counts as given up, in ms. */
const UNFINISHED_MS = 24 * 3600_000

/** How long it holds what was found out of the store's condition, in ms: each look is a request. */
const CONDITION_MS = 5000

/** What tells the objects of one request from those of another. */
const UPLOAD = 'x-amz-meta-upload'

/** What a client may ask for beside the whole file, and a store knows. */
const CONDITIONS = ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since'] as const

/** What a store tells of a file that is of use to whoever asked. */
const PASSED_ON = ['content-length', 'content-range', 'etag', 'last-modified'] as const

/** The one range of a file that a store can answer; of several it would send the whole file. */
const RANGE = /^bytes=(?:\d+-\d*|-\d+)$/

async function typeOf(path: string): Promise<string> {
  const { mime, isUtf8MimeType } = (await import('@fastify/send')).default
  const type = mime.getType(path) ?? 'application/octet-stream'
  return isUtf8MimeType(type) ? `${type}; charset=utf-8` : type
}

/** Uploaded files in a bucket of an object store. */
export class MediaBucket implements MediaStorage {
  readonly #config: BucketConfig
  readonly #client: BucketClient
  #condition: { until: number; found: Promise<MediaCondition> } | undefined

  constructor(config: BucketConfig) {
    this.#config = config
    this.#client = new BucketClient(config)
  }

  get name(): string {
    return `s3://${this.#config.bucket}/${this.#config.location}`
  }

  /** The key of the object that holds a file. */
  #key(path: string, location = this.#config.location): string {
    if (!staysInside(path)) throw new Error(`the path ${path} leads out of the place of uploaded files`)
    return `${location}/${path}`
  }

  #acl(): Record<string, string> {
    return this.#config.acl === null ? {} : { 'x-amz-acl': this.#config.acl }
  }

  prepare(): void {
    // The bucket is there, or is made by whoever looks after the store.
  }

  /** Told when the store cannot be used, and once more when it can again. */
  watch(tell: (trouble: StorageUnavailable | undefined) => void): void {
    let before: string | undefined
    this.#client.onTrouble = (trouble) => {
      if (trouble?.message === before) return
      before = trouble?.message
      tell(trouble)
    }
  }

  async #put(key: string, body: Buffer, headers: Record<string, string>): Promise<BucketAnswer> {
    const answer = await this.#client.send(
      { method: 'PUT', key, body, headers: { ...this.#acl(), ...headers } },
      'if-none-match' in headers ? [409, 412, 501] : []
    )
    await buffer(answer.body)
    return answer
  }

  /** Writes an object that is not there yet; false where one is. */
  async #putNew(path: string, body: Buffer, headers: Record<string, string>): Promise<boolean> {
    const key = this.#key(path)
    // Asked first, since not every store knows the condition.
    if (await this.has(path)) return false
    const own = { ...headers, [UPLOAD]: randomUUID() }
    const { status, tries } = await this.#put(key, body, { ...own, 'if-none-match': '*' })
    if (status < 300) return true
    if (status === 501) return (await this.#put(key, body, own)).status < 300
    // Where the answer of the first try was lost, it is its object that is found.
    return tries > 1 && (await this.#head(path))?.[UPLOAD] === own[UPLOAD]
  }

  async create(path: string, content: FileContent): Promise<boolean> {
    const headers = { 'content-type': await typeOf(path) }
    if (typeof content === 'string' || Buffer.isBuffer(content))
      return await this.#putNew(path, Buffer.from(content as string), headers)
    const pieces = piecesOf(content)
    const first = await pieces.next()
    const second = first.done ? first : await pieces.next()
    if (second.done) return await this.#putNew(path, first.done ? Buffer.alloc(0) : first.value, headers)
    // Takes the key before the parts are sent, each of which is large.
    if (!(await this.#putNew(path, Buffer.alloc(0), headers))) return false
    try {
      await this.#putParts(this.#key(path), headers, first.value!, second.value, pieces)
      return true
    } catch (error) {
      await this.remove(path).catch(() => undefined)
      throw error
    }
  }

  /** Writes an object in parts; one part at a time is in memory. */
  async #putParts(
    key: string,
    headers: Record<string, string>,
    first: Buffer,
    second: Buffer,
    rest: AsyncIterable<Buffer>
  ): Promise<void> {
    const begun = await this.#client.ask({
      method: 'POST',
      key,
      query: { uploads: '' },
      headers: { ...this.#acl(), ...headers }
    })
    const uploadId = begun.one('UploadId')!
    const tags: string[] = []
    const send = async (body: Buffer): Promise<void> => {
      const query = { partNumber: String(tags.length + 1), uploadId }
      const answer = await this.#client.send({ method: 'PUT', key, query, body })
      await buffer(answer.body)
      tags.push(answer.headers.etag!)
    }
    try {
      await send(first)
      await send(second)
      for await (const piece of rest) await send(piece)
      const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join('')
      await this.#client.ask({
        method: 'POST',
        key,
        query: { uploadId },
        body: Buffer.from(`<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>`)
      })
    } catch (error) {
      await this.#abort(key, uploadId).catch(() => undefined)
      throw error
    }
  }

  async #abort(key: string, uploadId: string): Promise<void> {
    const answer = await this.#client.send({ method: 'DELETE', key, query: { uploadId } }, [404])
    answer.body.resume()
  }

  async put(path: string, content: string | Buffer): Promise<void> {
    await this.#put(this.#key(path), Buffer.from(content as string), { 'content-type': await typeOf(path) })
  }

  async #copy(from: string, to: string): Promise<void> {
    await this.#client.ask({
      method: 'PUT',
      key: to,
      headers: { ...this.#acl(), 'x-amz-copy-source': this.#client.source(from) }
    })
  }

  async move(from: string, to: string): Promise<void> {
    await this.#copy(this.#key(from), this.#key(to))
    await this.remove(from)
  }

  async alias(from: string, to: string): Promise<boolean> {
    // Takes the key first: a copy would take the place of what is there.
    if (!(await this.#putNew(to, Buffer.alloc(0), {}))) return false
    await this.#copy(this.#key(from), this.#key(to))
    return true
  }

  /** The headers of an object; undefined where there is none. */
  async #head(path: string): Promise<Record<string, string> | undefined> {
    const { status, headers, body } = await this.#client.send({ method: 'HEAD', key: this.#key(path) }, [404])
    body.resume()
    return status === 404 ? undefined : headers
  }

  async has(path: string): Promise<boolean> {
    return (await this.#head(path)) !== undefined
  }

  async read(path: string, most = Infinity): Promise<Buffer | undefined> {
    const file = await this.open(path)
    if (!file) return undefined
    if (file.size <= most) return await buffer(file.content)
    file.content.destroy()
    return undefined
  }

  async open(path: string): Promise<OpenMedia | undefined> {
    const { status, headers, body } = await this.#client.send({ method: 'GET', key: this.#key(path) }, [404])
    if (status !== 404)
      return { size: Number(headers['content-length']), modified: new Date(headers['last-modified']!), content: body }
    return undefined
  }

  async remove(path: string): Promise<void> {
    const answer = await this.#client.send({ method: 'DELETE', key: this.#key(path) }, [404])
    answer.body.resume()
  }

  async *#listed(beginning: string): AsyncGenerator<StoredMedia> {
    const start = `${this.#config.location}/`
    let token: string | undefined
    do {
      const page = await this.#client.ask({
        method: 'GET',
        key: '',
        query: {
          'list-type': '2',
          'encoding-type': 'url',
          prefix: start + beginning,
          ...(token === undefined ? {} : { 'continuation-token': token })
        }
      })
      const isEscaped = page.one('EncodingType') === 'url'
      for (const { Key = '', Size, LastModified } of page.all('Contents')) {
        const key = isEscaped ? decodeURIComponent(Key.replaceAll('+', ' ')) : Key
        // What ends in a slash stands for a folder in some consoles.
        if (!key.endsWith('/'))
          yield { path: key.slice(start.length), size: Number(Size), modified: new Date(LastModified!) }
      }
      token = page.one('IsTruncated') === 'true' ? page.one('NextContinuationToken') : undefined
    } while (token !== undefined)
  }

  list(): AsyncIterable<StoredMedia> {
    return this.#listed('')
  }

  async note(path: string, text: string): Promise<void> {
    await this.put(path, text)
  }

  async notes(beginning: string): Promise<StoredMedia[]> {
    const found: StoredMedia[] = []
    for await (const one of this.#listed(beginning)) found.push(one)
    return found
  }

  async setAside(path: string, word: string): Promise<string> {
    const key = this.#key(path, `${this.#config.location}.${word}`)
    await this.#copy(this.#key(path), key)
    await this.remove(path)
    return `s3://${this.#config.bucket}/${key}`
  }

  async deleteUnfinished(): Promise<void> {
    const prefix = `${this.#config.location}/`
    const page = await this.#client.ask({ method: 'GET', key: '', query: { uploads: '', prefix } })
    for (const { Key, UploadId, Initiated } of page.all('Upload'))
      if (Key?.startsWith(prefix) && Date.now() - Date.parse(Initiated!) > UNFINISHED_MS)
        await this.#abort(Key, UploadId!)
  }

  async #look(): Promise<MediaCondition> {
    try {
      const query = { 'list-type': '2', 'max-keys': '1', prefix: `${this.#config.location}/` }
      await this.#client.ask({ method: 'GET', key: '', query, tries: 1 })
      return 'ok'
    } catch (error) {
      if (error instanceof StorageUnavailable) return error.trouble
      throw error
    }
  }

  async condition(): Promise<MediaCondition> {
    if (!this.#condition || Date.now() >= this.#condition.until)
      this.#condition = { until: Date.now() + CONDITION_MS, found: this.#look() }
    return await this.#condition.found
  }

  serve({ app, headers }: MediaRoute): void {
    app.route({
      method: ['GET', 'HEAD'],
      url: '/media/*',
      handler: async (request, reply) => {
        const path = pathIn(request.raw.url!)!
        const own = headers(path)
        if (this.#config.linkSeconds > 0 && request.method === 'GET') return await this.#redirect(path, own, reply)
        return await this.#passOn(path, own, request, reply)
      }
    })
  }

  /** Tells a browser where to fetch a file from the store itself. */
  async #redirect(path: string, own: Record<string, string>, reply: FastifyReply): Promise<FastifyReply> {
    const disposition = own['content-disposition']
    const link = await this.#client.link(this.#key(path), {
      'response-content-type': await typeOf(path),
      'response-cache-control': own['cache-control']!,
      ...(disposition === undefined ? {} : { 'response-content-disposition': disposition })
    })
    return reply.code(302).header('cache-control', 'no-store').header('location', link).send()
  }

  /** Answers with what the store answers, a part of the file where that was asked for. */
  async #passOn(
    path: string,
    own: Record<string, string>,
    request: FastifyRequest,
    reply: FastifyReply
  ): Promise<FastifyReply> {
    const method = request.method as 'GET' | 'HEAD'
    const key = this.#key(path)
    const answer = await this.#client.send(
      { method, key, headers: await this.#wishes(path, request) },
      [304, 404, 412, 416]
    )
    if (answer.status === 404) return noPage(reply)
    for (const name of PASSED_ON) {
      const value = answer.headers[name]
      if (value !== undefined) reply.header(name, value)
    }
    reply.code(answer.status)
    if (answer.status >= 300) {
      answer.body.resume()
      reply.removeHeader('content-length')
      if (answer.status === 416) {
        const size = (await this.#head(path))?.['content-length']
        if (size !== undefined) reply.header('content-range', `bytes */${size}`)
      }
      return reply.headers({ 'cache-control': own['cache-control']! }).send()
    }
    reply.headers({ ...own, 'content-type': await typeOf(path), 'accept-ranges': 'bytes' })
    if (method === 'GET') return reply.send(answer.body)
    answer.body.resume()
    return reply.send()
  }

  /** What the store is asked for of a file: what the client asks for, as far as it can be answered. */
  async #wishes(path: string, { headers }: FastifyRequest): Promise<Record<string, string>> {
    const wishes: Record<string, string> = {}
    for (const name of CONDITIONS) if (headers[name] !== undefined) wishes[name] = headers[name]
    const { range } = headers
    const known = headers['if-range']
    if (range === undefined || !RANGE.test(range)) return wishes
    // Stores do not know it: a part is of use to whoever has the rest of the same file.
    if (known !== undefined) {
      const found = await this.#head(path)
      if (known !== found?.etag && known !== found?.['last-modified']) return wishes
    }
    return { ...wishes, range }
  }
}
