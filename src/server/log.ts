// The log: who writes it, and what it tells of every request.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isoTime, LEVELS, logLine, shown, type Level } from './log-line.ts'
import { outlets } from './output.ts'

/** How much of an address is told. */
const LONGEST_PATH = 500

/** What makes Fastify write the log. */
export const logger = (level: Level) =>
  level === 'silent'
    ? false
    : { level, timestamp: isoTime, stream: { write: (json: string) => outlets().out.write(shown(json)) } }

/**
 * Writes sentences into the log, for what belongs to no request.
 *
 * @param least the level from which on they are written
 */
export function logSentences(least: Level): (level: Level, text: string) => void {
  return (level, text) => {
    if (LEVELS[level].number >= LEVELS[least].number) outlets().out.write(shown(logLine(level, text)))
  }
}

/** What a request is about. What its query says may be secret, and is left out. */
const about = (request: FastifyRequest) => ({
  method: request.method,
  path: request.url.split('?', 1)[0]!.slice(0, LONGEST_PATH),
  user: request.caller?.username ?? null,
  address: request.ip
})

/** Writes a line for every request, where the log is to hold that much. */
export function logRequests(app: FastifyInstance, level: Level): void {
  if (LEVELS.info.number < LEVELS[level].number) return
  app.addHook('onResponse', (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ ...about(request), status: reply.raw.statusCode, ms }, 'request')
    done()
  })
  app.addHook('onRequestAbort', (request, done) => {
    request.log.info({ ...about(request), status: null, ms: null }, 'request')
    done()
  })
}
