import type { operations } from '#generated/types.d.ts'
import { invalid, type Problems } from './errors.ts'
import { addFieldErrors, type FieldPath } from './read.ts'
import type { RequestContext } from './scopes.ts'

/** What the contract says of each operation, as types. Everything here follows from generated/types.d.ts. */
export type OperationId = keyof operations

type Parameters<Id extends OperationId, Place extends 'query' | 'path'> = operations[Id] extends {
  parameters: { [P in Place]?: infer V }
}
  ? [NonNullable<V>] extends [never]
    ? {}
    : NonNullable<V>
  : {}

/** The query parameters that the contract declares for an operation. */
export type Query<Id extends OperationId> = Parameters<Id, 'query'>

/** The path parameters of an operation. */
export type Path<Id extends OperationId> = Parameters<Id, 'path'>

/** The JSON body of an operation, as it is after it was read; `never` where it takes none. */
export type Body<Id extends OperationId> = operations[Id] extends { requestBody?: infer R }
  ? NonNullable<R> extends { content: { 'application/json': infer B } }
    ? B
    : never
  : never

type Responses<Id extends OperationId> = operations[Id] extends { responses: infer R } ? R : never

/** The statuses that the contract documents for an operation. */
export type Status<Id extends OperationId> = keyof Responses<Id> & number

/** The JSON body of an answer; undefined where the contract documents none. */
export type Answer<Id extends OperationId, S extends Status<Id> = Status<Id>> = Responses<Id>[S] extends {
  content: { 'application/json': infer B }
}
  ? B
  : undefined

/** The JSON body of the answer 200. */
export type Ok<Id extends OperationId> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer B } } }
}
  ? B
  : never

declare const sent: unique symbol

/**
 * Proof that an answer was given through `send`; only `send` makes one. A method, so that one handler may serve several
 * operations.
 */
export interface Sent<Id extends OperationId> {
  [sent](id: Id): void
}

/** Gives the answer: a documented status and, where the contract says so, a body of the documented shape. */
export interface Send<Id extends OperationId> {
  <S extends Status<Id>>(status: S, ...body: Answer<Id, S> extends undefined ? [] : [body: Answer<Id, S>]): Sent<Id>
}

/** What a handler gets: the request as the contract's schemas read it, and what the server is. */
export interface Call<Id extends OperationId> extends RequestContext {
  path: Path<Id>
  query: Query<Id>
  body: Body<Id>
}

/** What a handler gets that reads the body itself (`readsBody`). */
export interface RawBodyCall<Id extends OperationId> extends Call<Id> {
  /** The body as it came, without what cannot be seen; HTML is refused. */
  clean(): unknown
  /** Reads a body by the contract, or throws 400. */
  read(body: unknown): Promise<Body<Id>>
}

/** One operation, as plain code. */
export type Handler<Id extends OperationId> = (call: Call<Id>, send: Send<Id>) => Promise<Sent<Id>> | Sent<Id>

/** Makes a handler of one that reads the body itself, because its refusals have their own form. */
export const parsesBodyItself = <Id extends OperationId>(
  handler: (call: RawBodyCall<Id>, send: Send<Id>) => Promise<Sent<Id>>
): Handler<Id> => Object.assign(handler as unknown as Handler<Id>, { readsBody: true })

/** Makes a handler of one that belongs to an area with ways of its own (`ownForm` of `BoundHandler`). */
export const withOwnForm = <Id extends OperationId>(
  handler: (call: Call<Id>, send: Send<Id>) => Promise<Sent<Id>>,
  otherMethod: (context: RequestContext) => Promise<never>,
  reads?: 'form'
): Handler<Id> => Object.assign<Handler<Id>, object>(handler, { ownForm: { otherMethod, reads } })

/** Says what is wrong with a value of a body; where something is said of it already, that stays. */
export type AddError = (path: FieldPath, ...messages: string[]) => void

/** The body as far as it could be read: what was refused is not there, and keys may name records that do not exist. */
export type UncheckedBody<B> = B extends readonly (infer E)[]
  ? UncheckedBody<E>[]
  : B extends object
    ? { [K in keyof B]?: UncheckedBody<B[K]> }
    : B

/** Looks at a body for what only other records can tell. */
type Validate<Id extends OperationId> = (
  context: RequestContext & { path: Path<Id> },
  body: UncheckedBody<Body<Id>>,
  addError: AddError
) => Promise<void>

/**
 * Lets a handler tell of fields what only a look at other records shows, while everything that is wrong with fields is
 * reported together.
 *
 * @param validate gets what was read, and what to call with a complaint; runs outside of any transaction
 * @param handler gets beside the usual what validates once more, for use inside of its transaction: others may have
 *   changed those records since. That throws 400 where there is anything to complain about, so the validation must tell
 *   of keys that exist no more as well.
 */
export const withValidation = <Id extends OperationId>(
  validate: Validate<Id>,
  handler: (call: Call<Id>, send: Send<Id>, revalidate: (inner: RequestContext) => Promise<void>) => Promise<Sent<Id>>
): Handler<Id> =>
  Object.assign<Handler<Id>, { validate: Validate<Id> }>(
    (call, send) =>
      handler(call, send, async (inner) => {
        const problems: Problems = {}
        await validate({ ...inner, path: call.path }, call.body as UncheckedBody<Body<Id>>, (path, ...messages) =>
          addFieldErrors(problems, path, messages, true)
        )
        if (Object.keys(problems).length) throw invalid(problems)
      }),
    { validate }
  )

/** Every operation of the contract; a missing, unknown or wrong one does not compile. */
export type Handlers = { [Id in OperationId]: Handler<Id> }
