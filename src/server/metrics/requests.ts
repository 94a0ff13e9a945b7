// Counts requests and how long they took, by operation. No text of a user's becomes a label: what the contract does not
// know is summed up.
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** The upper ends of the classes of durations, in seconds. */
export const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What is known of the requests for one operation. */
interface OperationCounts {
  /** How many there were, by method and status as in `GET 200`. */
  answers: Record<string, number>
  /** How many took up to each bound and longer than the one before; at the end those that took longer than all. */
  durations: number[]
  /** How long all took together, in seconds. */
  seconds: number
}

/** The counts by operation; `media`, `static` and `page` stand for files and pages, `other` for what does not exist. */
export type RequestCounts = Record<string, OperationCounts>

const FILES: [string, string][] = [
  ['/media/', 'media'],
  ['/static/', 'static'],
  ['/api-doc', 'page'],
  ['/admin', 'page']
]

/**
 * Counts every request from now on.
 *
 * @returns the counts, which go on growing
 */
export function countRequests(app: FastifyInstance): RequestCounts {
  const counts: RequestCounts = Object.create(null)
  const operationOf = ({
    method,
    routeOptions: {
      url,
      config: { address }
    }
  }: FastifyRequest): string => {
    if (address) return address.byMethod.get(method)?.id ?? (method === 'OPTIONS' ? 'options' : 'other')
    if (url === undefined) return 'other'
    return url === '/' ? 'page' : (FILES.find(([prefix]) => url.startsWith(prefix))?.[1] ?? 'other')
  }
  app.addHook('onResponse', (request, reply, done) => {
    const seconds = reply.elapsedTime / 1000
    const count = (counts[operationOf(request)] ??= {
      answers: {},
      durations: Array(BOUNDS.length + 1).fill(0),
      seconds: 0
    })
    const answer = `${request.method} ${reply.raw.statusCode}`
    count.answers[answer] = (count.answers[answer] ?? 0) + 1
    const at = BOUNDS.findIndex((bound) => seconds <= bound)
    count.durations[at < 0 ? BOUNDS.length : at]!++
    count.seconds += seconds
    done()
  })
  return counts
}
