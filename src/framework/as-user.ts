// Requests that the server does by itself for a user, so that they get what the API gives them and nothing else.

/** A request as the server does it by itself. */
export interface OwnRequest {
  /** GET unless told otherwise. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path and query, such as `/api/part/1/`. */
  url: string
  /** The body, which is sent as JSON. */
  payload?: object
  headers?: Record<string, string>
  /** The data output that it goes on with, where its process ended. */
  resumes?: number
  /** What the request may do, as `part.view`, in place of what the user may; undefined for all that the user may. */
  rights?: ReadonlySet<string>
}

/**
 * Does a request within this process, with all the rules of the API. Not to be waited for inside a transaction, as the
 * request has one of its own.
 *
 * @param user the primary key of the user; who is gone or inactive is answered 401
 * @returns the status, and the body: JSON, a text that is none, or null where there is nothing
 */
export type RequestAs = (user: number, request: OwnRequest) => Promise<{ status: number; body: unknown }>
