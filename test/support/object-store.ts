// An object store in this process, as far as the server speaks with one: it checks signatures and sums, and can be slow,
// broken or gone.
import type { Test } from 'tap'
import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export const BUCKET = 'shop'
const KEYS = { access: 'AKIDSHOP', secret: 'a secret of the store/+=' }

interface Stored {
  body: Buffer
  headers: Record<string, string>
  modified: Date
}

interface Upload {
  key: string
  headers: Record<string, string>
  parts: Map<number, Buffer>
  initiated: Date
}

/** What the store does instead of its work: nothing at all, or answer with a status. */
type Fault = 'silent' | number

export interface ObjectStore {
  endpoint: string
  /** What it holds, by key. */
  objects: Map<string, Stored>
  uploads: Map<string, Upload>
  /** What was asked, as method and key. */
  asked: string[]
  /** Decides what goes wrong; undefined lets all go on. */
  fault: ((method: string, key: string, query: URLSearchParams) => Fault | undefined) | undefined
  /** How many keys a page of a list has. */
  page: number
  /** Lets nobody in any more. */
  close(): Promise<void>
  /** Lets them in again, at the same port. */
  reopen(): Promise<void>
  /** What a server is configured by to use it. */
  env: Record<string, string>
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const etagOf = (body: Buffer) => `"${createHash('md5').update(body).digest('hex')}"`

/** What is wrong with the signature of a request, as a code of the store; undefined where nothing is. */
function signatureProblem(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const query = new URLSearchParams(url.search)
  const isLink = query.has('X-Amz-Signature')
  const header = request.headers.authorization ?? ''
  const [, credential = '', signedNames = '', signature = ''] = isLink
    ? ['', query.get('X-Amz-Credential')!, query.get('X-Amz-SignedHeaders')!, query.get('X-Amz-Signature')!]
    : (/^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(header) ?? [])
  const [access, date, region, service, end] = credential.split('/')
  if (access !== KEYS.access) return 'InvalidAccessKeyId'
  if (region !== 'eu-test-1' || service !== 's3' || end !== 'aws4_request') return 'AuthorizationHeaderMalformed'
  const time = isLink ? query.get('X-Amz-Date')! : String(request.headers['x-amz-date'])
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const seconds = isLink ? Number(query.get('X-Amz-Expires')) : 900
  if (!(Math.abs(Date.now() - at) < seconds * 1000)) return 'AccessDenied'
  query.delete('X-Amz-Signature')
  const pairs = [...query].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort()
  const names = signedNames.split(';')
  if (!names.includes('host') || (!isLink && !names.includes('x-amz-content-sha256'))) return 'AccessDenied'
  const sum = isLink ? 'UNSIGNED-PAYLOAD' : String(request.headers['x-amz-content-sha256'])
  const canonical = [
    request.method,
    url.pathname
      .split('/')
      .map((step) => escaped(decodeURIComponent(step)))
      .join('/'),
    pairs.join('&'),
    ...names.map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    signedNames,
    sum
  ].join('\n')
  const key = [date!, region, service, 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${KEYS.secret}`))
  const text = ['AWS4-HMAC-SHA256', time, credential.split('/').slice(1).join('/'), sha256(canonical)].join('\n')
  if (hmac(key, text).toString('hex') !== signature) return 'SignatureDoesNotMatch'
  return isLink || sum === sha256(body) ? undefined : 'XAmzContentSHA256Mismatch'
}

const STATUS: Record<string, number> = {
  NoSuchKey: 404,
  NoSuchBucket: 404,
  NoSuchUpload: 404,
  PreconditionFailed: 412,
  InvalidRange: 416,
  EntityTooSmall: 400,
  AuthorizationHeaderMalformed: 400,
  XAmzContentSHA256Mismatch: 400
}

/** Starts a store with one bucket; it ends with the test. */
export async function objectStore(t: Test): Promise<ObjectStore> {
  const silent = new Set<ServerResponse>()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url!, store.endpoint)
    const body = await buffer(request)
    const query = url.searchParams
    const [, bucket, ...steps] = url.pathname.split('/').map(decodeURIComponent)
    const key = steps.join('/')
    const { method } = request as { method: string }
    store.asked.push(`${method} ${key}`)
    const send = (status: number, content: string | Buffer = '', headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-length': Buffer.byteLength(content), ...headers })
      response.end(method === 'HEAD' ? '' : content)
    }
    const refuse = (code: string) =>
      send(
        STATUS[code] ?? 403,
        `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No &amp; no</Message></Error>`
      )
    const fault = store.fault?.(method, key, query)
    if (fault === 'silent') return void silent.add(response)
    if (fault !== undefined) return send(fault, '<Error><Code>SlowDown</Code></Error>')
    const problem = signatureProblem(request, url, body)
    if (problem !== undefined) return refuse(problem)
    if (bucket !== BUCKET) return refuse('NoSuchBucket')
    const { headers } = request as { headers: Record<string, string> }
    const kept = Object.fromEntries(
      Object.entries(headers).filter(([name]) => name === 'content-type' || name.startsWith('x-amz-'))
    )
    const found = store.objects.get(key)
    const upload = store.uploads.get(query.get('uploadId') ?? '')
    if (query.has('uploadId') && !upload) return refuse('NoSuchUpload')

    if (method === 'PUT' && upload) {
      upload.parts.set(Number(query.get('partNumber')), body)
      return send(200, '', { etag: etagOf(body) })
    }
    if (method === 'PUT') {
      const source = headers['x-amz-copy-source']
      if (headers['if-none-match'] === '*' && found) return refuse('PreconditionFailed')
      const copied =
        source === undefined ? undefined : store.objects.get(decodeURIComponent(source).slice(BUCKET.length + 2))
      if (source !== undefined && !copied) return refuse('NoSuchKey')
      store.objects.set(
        key,
        copied ? { ...copied, modified: new Date() } : { body, headers: kept, modified: new Date() }
      )
      return send(200, source === undefined ? '' : '<CopyObjectResult/>', { etag: etagOf(copied?.body ?? body) })
    }
    if (method === 'POST' && query.has('uploads')) {
      const id = `upload-${store.asked.length}`
      store.uploads.set(id, { key, headers: kept, parts: new Map(), initiated: new Date() })
      return send(200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
    }
    if (method === 'POST') {
      const parts = [...upload!.parts].sort(([a], [b]) => a - b).map(([, part]) => part)
      if (parts.slice(0, -1).some((part) => part.length < 5 * 1024 * 1024)) return refuse('EntityTooSmall')
      const tags = [...body.toString().matchAll(/<ETag>(.*?)<\/ETag>/g)].map(([, tag]) => tag)
      if (tags.join() !== parts.map(etagOf).join()) return refuse('InvalidPart')
      store.objects.set(key, { body: Buffer.concat(parts), headers: upload!.headers, modified: new Date() })
      store.uploads.delete(query.get('uploadId')!)
      return send(200, '<CompleteMultipartUploadResult/>')
    }
    if (method === 'DELETE') {
      if (upload) store.uploads.delete(query.get('uploadId')!)
      else store.objects.delete(key)
      return send(204)
    }
    if (key === '' && query.has('uploads')) {
      const list = [...store.uploads].map(
        ([id, one]) =>
          `<Upload><Key>${one.key}</Key><UploadId>${id}</UploadId><Initiated>${one.initiated.toISOString()}</Initiated></Upload>`
      )
      return send(200, `<ListMultipartUploadsResult>${list.join('')}</ListMultipartUploadsResult>`)
    }
    if (key === '') {
      const all = [...store.objects].filter(([name]) => name.startsWith(query.get('prefix') ?? '')).sort()
      const from = Number(query.get('continuation-token') ?? 0)
      const some = all.slice(from, from + store.page)
      const rows = some.map(
        ([name, one]) =>
          `<Contents><Key>${encodeURIComponent(name)}</Key><LastModified>${one.modified.toISOString()}</LastModified><Size>${one.body.length}</Size><Owner><ID>x</ID></Owner></Contents>`
      )
      const isCut = from + store.page < all.length
      const next = isCut ? `<NextContinuationToken>${from + store.page}</NextContinuationToken>` : ''
      return send(
        200,
        `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>${isCut}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`
      )
    }
    if (!found) return refuse('NoSuchKey')
    const about = { ...found.headers, etag: etagOf(found.body), 'last-modified': found.modified.toUTCString() }
    for (const [name, value] of query)
      if (name.startsWith('response-')) (about as Record<string, string>)[name.slice('response-'.length)] = value
    if (headers['if-none-match'] === about.etag) return send(304, '', about)
    const since = headers['if-modified-since']
    if (since !== undefined && Date.parse(since) >= Math.floor(found.modified.getTime() / 1000) * 1000)
      return send(304, '', about)
    const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? []
    if (first === '' && last === '')
      return send(200, found.body, { ...about, 'content-length': String(found.body.length) })
    const size = found.body.length
    const begin = first === '' ? Math.max(size - Number(last), 0) : Number(first)
    const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
    if (begin >= size) return refuse('InvalidRange')
    const part = found.body.subarray(begin, end + 1)
    return send(206, part, {
      ...about,
      'content-length': String(part.length),
      'content-range': `bytes ${begin}-${end}/${size}`
    })
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const store: ObjectStore = {
    endpoint: `http://127.0.0.1:${port}`,
    objects: new Map(),
    uploads: new Map(),
    asked: [],
    fault: undefined,
    page: 1000,
    close: async () => {
      for (const one of silent) one.destroy()
      server.closeAllConnections()
      if (server.listening) await new Promise((done) => server.close(done))
    },
    reopen: () => listen(port),
    env: {
      INVENTREE_STORAGE_TARGET: 's3',
      INVENTREE_S3_BUCKET_NAME: BUCKET,
      INVENTREE_S3_REGION_NAME: 'eu-test-1',
      INVENTREE_S3_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      INVENTREE_S3_ACCESS_KEY: KEYS.access,
      INVENTREE_S3_SECRET_KEY: KEYS.secret,
      INVENTREE_S3_TIMEOUT: '1'
    }
  }
  t.teardown(store.close)
  return store
}
