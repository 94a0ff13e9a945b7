import openapiGlue from 'fastify-openapi-glue'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { failureOf } from '#db/failures.ts'
import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable } from 'node:stream'
import { Approval } from './approval.ts'
import { ask, askChunks } from './ask.ts'
import type { Binding, BoundHandler } from './binding.ts'
import { BodyReadings, type BodyReading } from './body.ts'
import { announcedLength, closesEarly, isGone, waitsForWord } from './connection.ts'
import { checkRelated, isExportable, type Contract, type Operation } from './document.ts'
import {
  ApiError,
  forbidden,
  methodNotAllowed,
  noSuchEndpoint,
  unauthorized,
  unsupportedMediaType,
  type Problems
} from './errors.ts'
import { exportTable } from './export.ts'
import { failureAnswer } from './failures.ts'
import { pointing } from './floats.ts'
import { parts, takeForJson, UNREADABLE, type FormLimits } from './media.ts'
import { compileQuery, looseFlag } from './read.ts'
import { KeptAnswers, sendKept } from './kept.ts'
import { holds, type Caller, type Chunks, type RequestContext } from './scopes.ts'
import { missingChoice, checkReferences } from './settle.ts'
import { RecordWriter } from './writer.ts'
import { baseURLOf } from './site.ts'
import { withTimeLimit } from './time-limit.ts'
import { CHECKED } from './unchecked.ts'
import { dictionary } from '#db/dictionary.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
    context: RequestContext
    /** The version of the database when it began, for answers that are kept. */
    began: number | undefined
  }
  interface FastifyContextConfig {
    address?: Address
  }
}

/** What one address has. */
interface Address {
  operations: Operation[]
  byMethod: ReadonlyMap<string, Operation>
  /** The header of that name. */
  allow: string
}

/**
 * A stranger's body up to this size, in bytes, is read: the API tells that it is no JSON before it asks who sends it.
 */
const STRANGERS_BODY = 4096
/** How long a stranger may take to send it, in milliseconds. */
const STRANGERS_PATIENCE = 5000

const VERB_OF: Record<string, string> = dictionary({
  GET: 'view',
  HEAD: 'view',
  OPTIONS: 'view',
  POST: 'add',
  PUT: 'change',
  PATCH: 'change',
  DELETE: 'delete'
})

/**
 * Registers every operation of the contract, OPTIONS for every address, and the refusal of methods that an address does
 * not have. The order of checks: wrong credentials (401), unreadable JSON (400), who is it (401), may they (403), is it
 * there (404, 405), is it right (400). What strangers send is not read, unless it is short.
 *
 * @throws where a field of the contract names a kind of record that there is not
 * @param app the server
 * @param binding see there
 */
export async function bindContract(app: FastifyInstance, binding: Binding): Promise<void> {
  const { contract } = binding
  checkRelated(contract, binding.isModel)
  const byPath = Map.groupBy(contract.operations, (op) => op.path)
  const readings = new BodyReadings(binding)

  const kept = new KeptAnswers(binding.db)

  app.decorateRequest('caller', null)
  app.decorateRequest('began')
  app.decorateRequest('context')

  /** 401, 404 for an address whose number is none, 403. */
  const admit = (request: FastifyRequest, { open, numbers }: Operation, scopes: string[]) => {
    if (!request.caller && !open) throw unauthorized()
    const path = request.params as Record<string, string>
    if (numbers.some((name) => !/^\d+$/.test(path[name]!))) throw noSuchEndpoint(addressOf(request))
    if (request.caller && !open && !holds(request.caller, scopes)) throw forbidden()
  }

  /**
   * Who asks. What answers without a database does so to everybody while it is away, and asks it nothing about those
   * who bring no credentials.
   */
  const callerOf = async (request: FastifyRequest, reply: FastifyReply, operation?: Operation, own = false) => {
    if (!operation || !binding.handlers[operation.id]?.withoutDatabase)
      return await binding.authenticate(request, reply, own)
    if (request.headers.authorization === undefined && request.headers.cookie === undefined) return null
    try {
      return await binding.authenticate(request, reply)
    } catch (error) {
      if (failureOf(error)) return null
      throw error
    }
  }

  app.addHook('onRequest', async (request, reply) => {
    const { address } = request.routeOptions.config
    // What no route takes, OPTIONS is asked of `*`.
    if (!address && !request.is404 && request.routeOptions.url !== '*') return
    if (!address && !request.url.startsWith('/api/')) return noPage(reply)
    reply.header('allow', address?.allow ?? EVERY_METHOD)
    const form = address && ownFormOf(binding, address.operations)
    const own = form !== undefined
    if (own && !(form.reads && isForm(request))) takeForJson(request)
    const operation = address?.byMethod.get(request.method)
    if (operation?.keeps) kept.begin(request)
    request.caller = await withTimeLimit(binding.timeLimit * 1000, request, () =>
      callerOf(request, reply, operation, own)
    )
    const open = address && (address.byMethod.get(request.method) ?? address.operations[0]!).open
    if (request.caller || open) return
    if (announcedLength(request) > STRANGERS_BODY || waitsForWord(request)) throw unauthorized()
    // What is so short is there at once, or its sender plays for time.
    if (request.raw.complete === false)
      setTimeout(() => {
        if (!request.raw.complete) request.raw.destroy()
      }, STRANGERS_PATIENCE).unref()
  })
  app.addHook('onSend', (request, reply, _payload, done) => {
    closesEarly(request, reply)
    done()
  })

  /** Answers whatever is asked of one address. */
  const answers = ({ operations, byMethod }: Address) => {
    const first = operations[0]!
    const changes = [...operations, ...neighboursOf(first.path, byPath)].find(({ method }) => method !== 'get')
    const answer = new Map(
      operations.map((operation) => [operation, serve(binding, kept, operation, readings.of(operation))])
    )
    return async (request: FastifyRequest, reply: FastifyReply) => {
      if (isGone(request)) return reply.hijack()
      const { method } = request
      const asked = byMethod.get(method)
      request.context = contextOf(binding, readings, request, reply)
      const known = asked ?? (method === 'OPTIONS' ? byMethod.get('GET') : undefined)
      // What the address does not have asks for what its changes ask, with a verb of its own: 403 before 405
      // (docs/behaviour/requests.md#order-of-checks).
      const like = VERB_OF[method] === 'view' ? first : (changes ?? first)
      admit(
        request,
        asked ?? first,
        known?.scopes ?? like.scopes.map((scope) => scope.replaceAll(/r:\w+:/g, `r:${VERB_OF[method]}:`))
      )
      if (asked)
        return await withTimeLimit(
          (binding.ownTimeLimit(request) ?? asked.timeLimit ?? binding.timeLimit) * 1000,
          request,
          () => answer.get(asked)!(request, reply),
          () => request.context.files.undo()
        )
      const own = ownFormOf(binding, operations)
      if (method !== 'OPTIONS') return await (own?.otherMethod(request.context) ?? refuse(method))
      if (own) return reply.send()
      return sendText(reply, await binding.describe(operations, request.context))
    }
  }

  await app.register(openapiGlue, {
    specification: addressesOf(contract) as any, // the glue's own type asks for a whole document; it routes by this much
    operationResolver: (_id: string, _method: string, path: string) => {
      const address = addressOfOperations(byPath.get(path)!)
      return {
        method: Object.keys(VERB_OF),
        schema: undefined,
        config: { address },
        bodyLimit: Math.max(...address.operations.map(({ bodyLimit }) => bodyLimit ?? binding.bodyLimit)),
        handler: answers(address)
      } as unknown as RouteOptions['handler']
    }
  })

  app.setNotFoundHandler(async (request) => {
    throw request.caller ? noSuchEndpoint(addressOf(request)) : unauthorized()
  })
}

const refuse = (method: string): never => {
  throw methodNotAllowed(method)
}

/** What an address with ways of its own does with methods that it does not have; those who change something first. */
function ownFormOf({ handlers }: Binding, operations: readonly Operation[]): BoundHandler['ownForm'] {
  const { id } = operations.find(({ method }) => method !== 'get') ?? operations[0]!
  return handlers[id]?.ownForm
}

const EVERY_METHOD = 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS'

/** The operations of the records of a list, or of the list that a record is in: they ask their callers for alike. */
function neighboursOf(path: string, byPath: Map<string, Operation[]>): Operation[] {
  const list = path.replace(/\{\w+\}\/$/, '')
  const below = [...byPath.keys()].filter((other) => other !== path && other.replace(/\{\w+\}\/$/, '') === list)
  return below.flatMap((other) => byPath.get(other)!)
}

function addressOfOperations(operations: Operation[]): Address {
  const byMethod = new Map(operations.map((operation) => [operation.method.toUpperCase(), operation]))
  const viewed = byMethod.get('GET')
  const allow = [...byMethod.keys(), ...(viewed ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  if (viewed) byMethod.set('HEAD', viewed)
  return { operations, byMethod, allow }
}

/**
 * The addresses of the contract, each by one of its operations, and nothing else: all that routing needs. A route for
 * every operation, and for what an address does not have, would take twice as long to make.
 */
function addressesOf(contract: Contract): unknown {
  const paths = Object.fromEntries(
    contract.operations.map(({ path, method, id }) => [path, { [method]: { operationId: id, responses: {} } }])
  )
  return { openapi: '3.1.0', info: { title: '-', version: '-' }, [CHECKED]: true, paths }
}

const isForm = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false

/** The address of a request as its client wrote it. */
export const addressOf = ({ raw, site }: Pick<FastifyRequest, 'raw' | 'site'>) => baseURLOf(site) + raw.url

function contextOf(
  binding: Binding,
  readings: BodyReadings,
  request: FastifyRequest,
  reply: FastifyReply
): RequestContext {
  const context: RequestContext = {
    ...binding.handed,
    db: binding.db,
    caller: request.caller,
    files: binding.files(),
    request,
    reply,
    baseURL: baseURLOf(request.site),
    rawQuery: request.query as Record<string, string>,
    rawBody: request.body,
    ask: (id, rawQuery, path) => ask(binding, context, binding.contract.byId.get(id)!, rawQuery, { path }),
    askChunks: (id, rawQuery) => askChunks(binding, context, binding.contract.byId.get(id)!, rawQuery),
    writer: (id, within = context) => new RecordWriter(binding, readings, within, binding.contract.byId.get(id)!)
  }
  return context
}

/** Makes the text of an answer. */
type Write = (body: unknown) => string

/** How the answers of an operation are written: its floats with a point. */
function writerOf(contract: Contract, { answer }: Operation): Write {
  const point = answer && pointing(contract, answer)
  return point ? (body) => point(JSON.stringify(body)) : JSON.stringify
}

/**
 * Sends JSON with exactly the media type that clients compare with: no charset.
 *
 * @param body undefined sends nothing at all
 */
function sendJSON(reply: FastifyReply, status: number, body?: unknown, write: Write = JSON.stringify): FastifyReply {
  reply.code(status)
  if (body === undefined) return reply.send()
  // A serializer of its own keeps Fastify from adding a charset to the media type.
  return reply.header('content-type', 'application/json').serializer(write).send(body)
}

/** Sends what is JSON already. */
const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply.header('content-type', 'application/json').serializer(String).send(text)

function serve(binding: Binding, kept: KeptAnswers, operation: Operation, reading: BodyReading) {
  const { contract } = binding
  const { keeps } = operation
  const handler = binding.handlers[operation.id]!
  let readQuery: ReturnType<typeof compileQuery> | undefined
  let write: Write | undefined
  const takesBody = operation.body !== undefined
  const exportable = isExportable(operation)
  const approval = Approval.of(binding, operation)

  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { context } = request
    if (exportable && looseFlag(context.rawQuery.export)) {
      context.exporting = true
      const further = await binding.exporters(operation.path, context)
      const read = () => exportTable(contract, operation, further, context)
      return sendJSON(reply, 200, await binding.exported(context, read))
    }
    const place = kept.placeOf(operation, context)
    const known = keeps && place && kept.find(keeps, place)
    if (known) return sendKept(keeps, request, reply, known)
    const path: Record<string, unknown> = dictionary({ ...(request.params as object) })
    for (const name of operation.numbers) path[name] = Number(path[name])
    readQuery ??= compileQuery(operation.query)
    const written = (write ??= writerOf(contract, operation))
    const query = readQuery(context.rawQuery)
    await checkReferences(binding, [query], missingChoice)
    let body: unknown
    const limits: Problems = {}
    const read = async (raw: unknown, deferred?: Problems) => {
      const within = { ...context, path }
      const values = await reading.read(binding, within, raw, deferred)
      await approval?.one(within, values)
      return values
    }
    const clean = () => reading.clean(context.rawBody)
    if (takesBody && !handler.ownForm) {
      context.rawBody = await bodyOf(request, reading.files, {
        file: binding.uploadLimit(),
        body: operation.bodyLimit ?? binding.bodyLimit
      })
      reading.checkBounds(context.rawBody)
      if (!handler.readsBody && !(handler.takesMany && Array.isArray(context.rawBody))) {
        try {
          body = await read(clean(), handler.defersLimits ? limits : undefined)
        } catch (error) {
          await handler.find?.({ ...context, path })
          throw error
        }
      }
    }
    const stream = (chunks: Chunks, frame?: object, status = 200) => {
      const pieces = listText(chunks, written, frame)
      const text = Readable.from(inContext(keeps && place ? kept.gather(keeps, request, place, pieces) : pieces), {
        objectMode: false,
        highWaterMark: READ_AHEAD
      })
      reply.code(status).header('content-type', 'application/json').send(text)
    }
    const { lasting } = reading
    const more = { limits, lasting, read, clean, stream, approval }
    const call = Object.assign(context, { path, query: query.values, body, ...more })
    await handler(call, (status: number, answer?: unknown) => {
      // Where it took too long, that was answered.
      if (reply.sent) return reply
      if (!keeps || status !== 200) return sendJSON(reply, status, answer, written)
      return sendKept(keeps, request, reply, kept.make(keeps, request, place, Buffer.from(written(answer))))
    })
    return reply
  }
}

/**
 * How much of a long list is made before its receiver takes it, in bytes: most lists let go of the database at once,
 * however slow the receiver is.
 */
const READ_AHEAD = 8 * 1024 * 1024

/**
 * The same text, made in the context of the request, such as its server's time zone, whoever asks for the next piece:
 * a receiver that is slow does so by an event of its connection.
 */
function inContext(text: AsyncGenerator<string>): AsyncIterable<string> {
  const run = AsyncLocalStorage.snapshot()
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => run(() => text.next()),
      return: () => run(() => text.return(undefined))
    })
  }
}

/**
 * How long the text of some records of a list becomes, roughly, in characters: what is longer than 128 KB is kept by V8
 * until it looks at all of its memory, which it puts off for hundreds of MB. And how many records the first piece has.
 */
const [PIECE, FIRST_PIECE] = [65_536, 16]

/**
 * A list as the text of its JSON.
 *
 * @param frame what the records stand in: an object whose last field is an empty list; without it the list stands alone
 */
async function* listText(chunks: Chunks, write: Write, frame?: object): AsyncGenerator<string> {
  const empty = JSON.stringify(frame ?? [])
  const end = frame ? ']}' : ']'
  yield empty.slice(0, -end.length)
  let before = ''
  let records = FIRST_PIECE
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const some = chunk.slice(at, at + records)
      const text = write(some)
      yield before + text.slice(1, -1)
      before = ','
      at += some.length
      records = Math.max(1, Math.floor((PIECE * some.length) / text.length))
    }
  }
  yield end
}

/** The body as one object, whatever media type carried it; nothing counts as `{}`. */
async function bodyOf(request: FastifyRequest, files: ReadonlySet<string>, limits: FormLimits): Promise<unknown> {
  if (request.isMultipart()) return parts(request, files, limits)
  if (request.body === UNREADABLE) throw unsupportedMediaType((request.headers['content-type'] ?? '').trim())
  return request.body ?? {}
}

/** The answer where there is no page and no file. */
export const noPage = (reply: FastifyReply): FastifyReply => reply.code(404).type('text/plain').send('Not found\n')

/**
 * Turns whatever a request ended with into an answer in the API's form.
 *
 * @param failed called where the fault is the program's
 */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  failed?: () => void
): FastifyReply {
  if (error instanceof ApiError) {
    for (const [name, value] of Object.entries(error.headers)) reply.header(name, value)
    return sendJSON(reply, error.status, error.body)
  }
  const failure = failureOf(error)
  if (failure) {
    // What may have been stored keeps its files.
    if (failure.kind === 'unsure') request.context?.files.keep()
    return answerError(failureAnswer(failure.kind, error), request, reply)
  }
  const status = (error as { statusCode?: number }).statusCode
  if (status && status >= 400 && status < 500) return sendJSON(reply, status, { detail: (error as Error).message })
  request.log.error({ err: error }, 'a request failed')
  failed?.()
  const name = (error as Error)?.constructor?.name ?? 'Error'
  return sendJSON(reply, 500, {
    error: name,
    error_class: `<class '${name}'>`,
    detail: 'Error details can be found in the admin panel',
    path: request.url.split('?')[0],
    status_code: 500
  })
}
