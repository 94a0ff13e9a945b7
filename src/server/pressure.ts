import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { unavailable } from '#contract/errors.ts'

/** The average lag of the event loop, over some seconds, from which on requests are turned away; in milliseconds. */
const MAX_LAG = 500
/** How often that is looked at, in milliseconds. A single long piece of work does not count for much in it: it is over when it is noticed. */
const LOOK_EVERY = 3000

/** What is answered in any case: who looks after the server wants to know. */
const ALWAYS = /^\/api\/system\/(health|metrics)\/(\?|$)/

/**
 * Turns requests away with 503 while there is more to do than the server can, so that those that it takes get an answer in time.
 *
 * @param app the server; nothing is turned away before it listens
 */
export async function relievePressure (app: FastifyInstance): Promise<void> {
  let listens = false
  app.addHook('onListen', async () => { listens = true })
  await app.register(underPressure, {
    maxEventLoopDelay: MAX_LAG,
    sampleInterval: LOOK_EVERY,
    pressureHandler: async ({ url }, _reply, _kind, lag) => {
      // Where nothing could be measured, one piece of work took all of the time.
      if (listens && !ALWAYS.test(url) && lag !== Infinity) throw unavailable('The server has more to do than it can.', LOOK_EVERY / 1000)
    }
  })
}
