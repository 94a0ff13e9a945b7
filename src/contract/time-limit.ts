import type { FastifyRequest } from 'fastify'
import { limited } from '#db/limit.ts'
import { isGone } from './connection.ts'
import { unavailable } from './errors.ts'

/**
 * Works on a request for a limited time. Where that is over, nothing more is asked of the database, and what a transaction did is undone. Reading
 * ends too when nobody waits for the answer any more; what writes goes on, since whoever sent it may count on it.
 *
 * @param ms how long
 * @param work what to do; once it was given up, what it throws is of no interest
 * @throws 503 where the time is over
 */
export async function within<Result> (ms: number, request: FastifyRequest, work: () => Promise<Result>): Promise<Result> {
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const { promise: timeout, reject } = Promise.withResolvers<never>()
  let over: Error | undefined
  const timer = setTimeout(() => {
    over = unavailable(`This took longer than ${ms / 1000} seconds and was given up; nothing was changed. Ask for less at once.`, 10)
    reject(over)
  }, ms)
  const limit = {
    check: () => {
      if (over) throw over
      if (reads && isGone(request)) throw unavailable('The client is gone.', 0)
    }
  }
  try { return await Promise.race([limited(limit, work), timeout]) } finally { clearTimeout(timer) }
}
