/** What an answer with a validation error holds: messages by field, nested for nested objects. */
export type Problems = { [field: string]: string | string[] | Problems | (string | Problems)[] }

/**
 * A refusal that reaches the client as it is: the status and the body of the answer.
 * The cause, where there is one, is for the log alone.
 */
export class ApiError extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(status: number, body: unknown, options: { cause?: unknown; headers?: Record<string, string> } = {}) {
    super(`${status} ${JSON.stringify(body)}`, { cause: options.cause })
    this.status = status
    this.body = body
    this.headers = options.headers ?? {}
  }
}

/** A refusal in one line, for people who read it outside of an answer. */
export const wordsOf = ({ body }: ApiError): string =>
  Object.values(body as object)
    .flat()
    .map((word) => (typeof word === 'string' ? word : JSON.stringify(word)))
    .join(' ')

/** 400 with the given problems, by field. */
export const invalid = (problems: Problems | string[]) => new ApiError(400, problems)

/** 400 with one message that belongs to no single field. */
export const refused = (message: string) => invalid({ non_field_errors: [message] })

/** 401; every one names the Token scheme, after a failed Basic login too (docs/behaviour/auth.md#schemes). */
export const unauthorized = (detail = 'Authentication credentials were not provided.') =>
  new ApiError(401, { detail }, { headers: { 'www-authenticate': 'Token' } })

/** 403: known, but not permitted. */
export const forbidden = (detail = 'You do not have permission to perform this action.') =>
  new ApiError(403, { detail })

/** 404 for a record; the word is the name of the model's class, for example `PartCategory`. */
export const notFound = (className: string) => new ApiError(404, { detail: `No ${className} matches the given query.` })

/** 404 for a key or word that names nothing. */
export const nothingThere = () => new ApiError(404, { detail: 'Not found.' })

/** 404 for an address that does not exist below /api/. */
export const noSuchEndpoint = (url: string) => new ApiError(404, { detail: 'API endpoint not found', url })

/** 405 for a method that the address does not have. */
export const methodNotAllowed = (method: string) => new ApiError(405, { detail: `Method "${method}" not allowed.` })

/** 415 for a body that is neither JSON nor a form. */
export const unsupportedMediaType = (type: string) =>
  new ApiError(415, { detail: `Unsupported media type "${type}" in request.` })

/** 503 for what may work a little later; `seconds` says when it is worth another try. */
export const unavailable = (detail: string, seconds: number) =>
  new ApiError(503, { detail }, { headers: { 'retry-after': String(seconds) } })

/** What is said of a primary key in a body that names no record. */
export const missingKey = (pk: number) => `Invalid pk "${pk}" - object does not exist.`
