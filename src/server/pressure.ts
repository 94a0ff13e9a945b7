import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { unavailable } from '#contract/errors.ts'

/** The average lag of the event loop between two looks, from which on it is too much; in milliseconds. */
const MAX_LAG = 300
/** How often that is looked at, in milliseconds: as soon as it is over, nobody is turned away any more. */
const LOOK_EVERY = 500
/**
 * So many looks in a row find too much before requests are turned away: a single long piece of work is over when it is
 * noticed.
 */
const IN_A_ROW = 4
/** What whoever is turned away is told to wait, in seconds. */
const RETRY_AFTER = 3

/** What is answered in any case: who looks after the server wants to know. */
const ALWAYS = /^\/api\/system\/(health|metrics)\/(\?|$)/

/**
 * Turns requests away with 503 while there is more to do than the server can, so that those that it takes get an answer
 * in time.
 *
 * @param app the server; nothing is turned away before it listens
 */
export async function relievePressure(app: FastifyInstance): Promise<void> {
  let row = 0
  let clock: NodeJS.Timeout | undefined
  app.addHook('onListen', async () => {
    clock = setInterval(() => {
      row = app.memoryUsage().eventLoopDelay > MAX_LAG ? row + 1 : 0
    }, LOOK_EVERY).unref()
  })
  app.addHook('onClose', async () => clearInterval(clock))
  await app.register(underPressure, {
    maxEventLoopDelay: MAX_LAG,
    sampleInterval: LOOK_EVERY,
    pressureHandler: async ({ url }) => {
      if (row >= IN_A_ROW && !ALWAYS.test(url)) throw unavailable('The server has more to do than it can.', RETRY_AFTER)
    }
  })
}
