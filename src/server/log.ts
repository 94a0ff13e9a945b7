// The log: who writes it, and what it tells of every request.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isoTime, LEVELS, lineStart, logLine, shown, type Level } from './log-line.ts'
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

/** The one page whose path ends with a secret: the key of a mail, with which its address is confirmed. */
const KEY_IN_PATH = /(\/web\/verify-email\/).+/s

/** What of an address is told: what a query says may be secret, and is left out. */
const pathOf = (url: string): string => url.split('?', 1)[0]!.replace(KEY_IN_PATH, '$1********').slice(0, LONGEST_PATH)

/** Writes a line for every request, where the log is to hold that much. */
export function logRequests(app: FastifyInstance, level: Level): void {
  if (LEVELS.info.number < LEVELS[level].number) return
  const { out } = outlets()
  // Made by hand, which takes a fraction of what pino takes.
  const write = (request: FastifyRequest, status: number | null, ms: number | null) => {
    const path = pathOf(request.url)
    const user = request.caller?.username ?? null
    const asked = `"reqId":"${request.id}","method":"${request.method}","path":${JSON.stringify(path)}`
    const answered = `"status":${status},"ms":${ms},"user":${JSON.stringify(user)},"address":${JSON.stringify(request.ip)}`
    out.write(shown(`${lineStart('info')},${asked},${answered},"msg":"request"}\n`))
  }
  app.addHook('onResponse', (request, reply, done) => {
    write(request, reply.raw.statusCode, Math.round(reply.elapsedTime * 10) / 10)
    done()
  })
  app.addHook('onRequestAbort', (request, done) => {
    write(request, null, null)
    done()
  })
}
