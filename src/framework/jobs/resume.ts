// Requests whose process ended while it was at work for them after the answer: they are done once more, by a job.
import type { RequestContext } from '#contract/scopes.ts'
import type { Again } from '#framework/background.ts'
import type { Job } from './job.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The data output that the request goes on with, where a job does it once more; null for those of clients. */
    resumes: number | null
  }
}

/** A request as it is done once more. */
export interface Resumed {
  /** Who sent it. */
  user: number
  method: string
  url: string
  headers: Record<string, string>
  body: unknown
  /** The data output that it began. */
  output: number
}

/** Does a request once more. */
export const RESUME: Job<Resumed> = {
  name: 'request.resume',
  lane: 'long',
  priority: 10,
  pauses: [10, 60],
  limit: 3600
}

/** Of the headers of a request, those that decide what is made for it. */
const HEADERS = ['host', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'accept-language'] as const

/**
 * What goes on with a data output in place of this process.
 *
 * @param output its primary key
 * @returns undefined where a job is at work already
 */
export function resumption(context: RequestContext, output: number): Again<Resumed> | undefined {
  const { request, caller, rawBody } = context
  if (request.resumes !== null) return undefined
  const headers = Object.fromEntries(
    HEADERS.map((name) => [name, request.headers[name]] as const).filter(
      (header): header is readonly [(typeof HEADERS)[number], string] => typeof header[1] === 'string'
    )
  )
  const { method, url } = request
  return { job: RESUME, args: { user: caller?.id ?? 0, method, url, headers, body: rawBody ?? null, output } }
}
