import type { FastifyRequest } from 'fastify'
import { limited } from '#db/limit.ts'
import { isGone, keepsSilent } from './connection.ts'
import { unavailable } from './errors.ts'

/**
 * Works on a request for a limited time. Where that is over, nothing more is asked of the database, which ends the
 * statement that it is at where it can, and what a transaction did is undone. Reading ends too when nobody waits for the answer any more; what writes goes on, since
 * whoever sent it may count on it.
 *
 * @param ms how long
 * @param work what to do; once it was given up, what it throws is of no interest
 * @param late run when work that was given up has ended, for what it left behind
 * @throws 503 where the time is over
 */
export async function withTimeLimit<Result>(
  ms: number,
  request: FastifyRequest,
  work: () => Promise<Result>,
  late?: () => Promise<void>
): Promise<Result> {
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const { promise: timeout, reject } = Promise.withResolvers<never>()
  let over: Error | undefined
  const running = new Set<() => void>()
  const stopAll = () => {
    for (const stop of running) stop()
  }
  const timer = setTimeout(() => {
    over = unavailable(
      `This took longer than ${ms / 1000} seconds and was given up; nothing was changed. Ask for less at once.`,
      10
    )
    stopAll()
    reject(over)
  }, ms)
  const { socket } = request.raw
  const limit = {
    check: () => {
      if (over) throw over
      if (reads && isGone(request)) throw unavailable('The client is gone.', 0)
    },
    // Whoever is told that it was given up sends it again.
    stores: () => {
      if (!reads) clearTimeout(timer)
    },
    whenOver: (stop: () => void) => {
      if (reads && running.size === 0) socket.on('close', stopAll)
      running.add(stop)
      return () => {
        running.delete(stop)
        if (reads && running.size === 0) socket.off('close', stopAll)
      }
    }
  }
  const speaks = keepsSilent(request, ms)
  const working = limited(limit, work)
  working
    .catch(() => over && late?.())
    .catch((err: unknown) => {
      request.log.error({ err }, 'what a request left behind could not be cleared away')
    })
  try {
    return await Promise.race([working, timeout])
  } finally {
    clearTimeout(timer)
    speaks()
  }
}
