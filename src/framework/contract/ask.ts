import type { Binding } from './binding.ts'
import type { Operation } from './document.ts'
import { forbidden } from './errors.ts'
import { compileQuery } from './read.ts'
import { missingChoice, checkReferences } from './settle.ts'
import { holds, type Chunks, type RequestContext } from './scopes.ts'

const readers = new WeakMap<Operation, ReturnType<typeof compileQuery>>()

/** What goes along with a read: the parameters of its path, and what takes a long list chunk by chunk. */
interface MoreAsked {
  path?: Record<string, unknown> | undefined
  stream?: ((chunks: Chunks) => void) | undefined
}

/**
 * Runs another read of the contract for the same caller and gives its answer instead of sending it: what the search
 * over everything and the export of a list need. Permission and parameters are checked as they are for a request.
 *
 * @param more where nothing takes it in chunks, a list comes whole
 * @throws what the request would be refused with
 */
export async function ask(
  binding: Pick<Binding, 'handlers' | 'existing'>,
  context: RequestContext,
  operation: Operation,
  rawQuery: Record<string, string>,
  more: MoreAsked = {}
): Promise<unknown> {
  if (!context.caller || !holds(context.caller, operation.scopes)) throw forbidden()
  return await answerOf(binding, context, operation, rawQuery, more)
}

/** The same whatever the caller may: for the server's own use. */
export async function answerOf(
  binding: Pick<Binding, 'handlers' | 'existing'>,
  context: RequestContext,
  operation: Operation,
  rawQuery: Record<string, string>,
  { path = {}, stream }: MoreAsked
): Promise<unknown> {
  let read = readers.get(operation)
  if (!read) readers.set(operation, (read = compileQuery(operation.query)))
  const query = read(rawQuery)
  await checkReferences(binding, [query], missingChoice)
  let answer: unknown
  await binding.handlers[operation.id]!(
    { ...context, rawQuery, rawBody: undefined, path, query: query.values, body: undefined, stream },
    (_status: number, body: unknown) => {
      answer = body
    }
  )
  return answer
}

/**
 * The records that another list of the contract answers this caller, in chunks. Between two pieces other requests are
 * answered.
 *
 * @throws what the request would be refused with
 */
export async function askChunks(
  binding: Pick<Binding, 'handlers' | 'existing'>,
  context: RequestContext,
  operation: Operation,
  rawQuery: Record<string, string>
): Promise<Chunks> {
  let chunks: Chunks | undefined
  const whole = await ask(binding, context, operation, rawQuery, {
    stream: (given) => {
      chunks = given
    }
  })
  return (
    chunks ??
    (async function* () {
      yield whole as unknown[]
    })()
  )
}
