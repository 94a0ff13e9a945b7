import formbody from '@fastify/formbody'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError, nothingThere } from './errors.ts'
import { JsonError, parseJson } from './json.ts'
import { textOf } from './text.ts'
import { dictionary } from '#db/dictionary.ts'

/** How much a multipart body may hold, and how long the name of a field may be. */
const MOST = { files: 20, fields: 1000, parts: 1020, fieldNameSize: 200 }

/** How large what comes as a form may be. */
export interface FormLimits {
  /** A file, in MB. */
  file: number
  /** Everything else together, in bytes. */
  body: number
}

/** The body of a request whose media type the API does not read; refused only after 401 and 403. */
export const UNREADABLE = Symbol('unreadable body')

/** Stands for a body that should have been JSON, where the operation itself says what is wrong with that. */
export const NO_JSON_BODY = Symbol('no JSON')

/** What the body of a request is called that is JSON whatever its header said. */
const TAKEN_FOR_JSON = 'application/x-taken-for+json'

/** Has the body of a request read as JSON, whatever its header says; `NO_JSON_BODY` where it is none. */
export function takeForJson(request: FastifyRequest): void {
  request.headers['content-type'] = TAKEN_FOR_JSON
}

/** What answers other media types than JSON. */
const NO_JSON = /^\/api\/(schema|system\/metrics)\//

/** A file that came in a multipart body. */
export class Upload {
  readonly filename: string
  readonly type: string
  /** Empty where the file is too large, or stands in a field that takes none. */
  readonly bytes: Buffer
  /** The limit that the file exceeds, in MB. */
  readonly exceeds: number | undefined

  constructor(filename: string, type: string, bytes: Buffer, exceeds?: number) {
    this.filename = filename
    this.type = type
    this.bytes = bytes
    this.exceeds = exceeds
  }
}

/**
 * Teaches the server the media types of the API: JSON, urlencoded and multipart bodies; JSON answers.
 * An empty JSON body is no data; broken JSON is reported before anything else is looked at, even to strangers.
 */
export async function readMediaTypes(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string) => {
      if (text.trim() === '') return undefined
      try {
        return parseJson(text)
      } catch (error) {
        if (error instanceof JsonError) throw new ApiError(400, { detail: `JSON parse error - ${error.message}` })
        throw error
      }
    }
  )
  app.addContentTypeParser(TAKEN_FOR_JSON, { parseAs: 'string' }, async (_request: FastifyRequest, text: string) => {
    if (text.trim() === '') return undefined
    try {
      return parseJson(text)
    } catch (error) {
      if (error instanceof JsonError) return NO_JSON_BODY
      throw error
    }
  })
  await app.register(formbody, { parser: (text) => lastOfEach(new URLSearchParams(text)) })
  await app.register(multipart, { limits: MOST, throwFileSizeLimit: false })
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume()
    done(null, UNREADABLE)
  })

  app.addHook('onRequest', async (request) => {
    const format = (request.query as Record<string, string>).format
    if (
      format !== undefined &&
      format !== 'json' &&
      request.url.startsWith('/api/') &&
      !request.routeOptions.url?.startsWith('/api/schema/')
    )
      throw nothingThere()
    if (!request.url.startsWith('/api/') || NO_JSON.test(request.routeOptions.url ?? '')) return
    const { accept } = request.headers
    if (accept && !/\*\/\*|application\/(\*|json)/.test(accept)) {
      throw new ApiError(406, { detail: 'Could not satisfy the request Accept header.' })
    }
  })
}

/** Of repeated keys the last one counts, in queries and forms alike. */
export function lastOfEach(pairs: Iterable<[string, string]>): Record<string, string> {
  const out: Record<string, string> = Object.create(null)
  for (const [key, value] of pairs) out[key] = value
  return out
}

/** The content of a file, as far as it is wanted and not too large: no request fills the memory. */
async function received(part: MultipartFile, wanted: boolean, limit: number): Promise<Upload> {
  if (!wanted) {
    part.file.resume()
    return new Upload(part.filename, part.mimetype, Buffer.alloc(0))
  }
  const bytes = await part.toBuffer()
  return part.file.truncated
    ? new Upload(part.filename, part.mimetype, Buffer.alloc(0), limit)
    : new Upload(part.filename, part.mimetype, bytes)
}

/**
 * A multipart body as one object: fields as text, files as uploads.
 *
 * @param files the fields that take files; what comes in others is not read
 * @throws 400 where the body is not what its header says, 413 where it holds too much
 */
export async function parts(
  request: FastifyRequest,
  files: ReadonlySet<string>,
  limits: FormLimits
): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = dictionary({})
  let size = 0
  try {
    for await (const part of request.parts({
      limits: { fileSize: limits.file * 1024 * 1024, fieldSize: limits.body }
    })) {
      if (part.type === 'file') out[part.fieldname] = await received(part, files.has(part.fieldname), limits.file)
      else {
        size += part.fieldname.length + textOf(part.value, Infinity).length
        if (size > limits.body) throw new ApiError(413, { detail: 'Request body is too large' })
        out[part.fieldname] = part.value
      }
    }
  } catch (error) {
    // What is refused for its size is answered elsewhere.
    if (error instanceof ApiError || (error as { statusCode?: number }).statusCode === 413) throw error
    throw new ApiError(400, { detail: `Multipart form parse error - ${(error as Error).message}` }, { cause: error })
  }
  return out
}
