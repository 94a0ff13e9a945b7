import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { dictionary } from '#db/dictionary.ts'
import { ApiError } from './errors.ts'
import { isHost } from './site.ts'

// What happens on the connection of a request, beneath of what the contract says: its turn, and its end.

/** How much of a body that nobody wants is read on, so that the connection can be used again. */
const DRAINED_BYTES = 64 * 1024
/** How long a sender that goes on sending may take to notice the answer. */
const LINGER_MS = 2000
/** So many requests of one connection wait for those before them; then its sender has to wait. */
const WAITING_AT_MOST = 64

const waiting = new WeakMap<FastifyRequest['socket'], number>()

/** Whether nobody is there any more to read an answer. */
export const isGone = ({ raw }: FastifyRequest): boolean => raw.socket?.destroyed

/** How much longer a connection stays than the work on its request, so that the end of that is told; in ms. */
const TELLING_MS = 10_000

/**
 * Keeps the connection of a request while it is worked on: what takes long says nothing meanwhile, and silence would
 * end it.
 *
 * @param ms how long the work may take
 * @returns puts the connection back as it was
 */
export function keepsSilent({ raw: { socket } }: FastifyRequest, ms: number): () => void {
  const { timeout } = socket
  if (!timeout || timeout >= ms + TELLING_MS) return () => undefined
  socket.setTimeout(ms + TELLING_MS)
  return () => {
    socket.setTimeout(timeout)
  }
}

/**
 * Waits until the answers to earlier requests of the same connection are out: whoever sends many at once is served one
 * after the other, as they read them, and what they left behind when they went away is dropped.
 *
 * @returns whether the sender is still there
 */
export async function waitForEarlierAnswers(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  // Node gives an answer its connection when the one before it is out.
  if (reply.raw.socket) return true
  const { socket } = request.raw
  const others = (waiting.get(socket) ?? 0) + 1
  waiting.set(socket, others)
  if (others === WAITING_AT_MOST) socket.pause()
  await new Promise<void>((resolve) => {
    reply.raw.once('socket', () => resolve())
    request.raw.once('close', resolve)
  })
  waiting.set(socket, waiting.get(socket)! - 1)
  if (socket.isPaused()) socket.resume()
  // Other connections have their turn in between.
  await nextTurn()
  return !isGone(request)
}

/** How many bytes of a body a request announces; how many come in pieces nobody knows. */
export const announcedLength = ({ headers }: Pick<FastifyRequest, 'headers'>): number =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity

/**
 * Sees to the end of a connection whose request was answered before all of it arrived: little that is missing is read
 * on; else the connection is closed, but not before the sender could read the answer.
 */
export function closesEarly(request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request
  if (raw.complete || announcedLength(request) <= DRAINED_BYTES) return
  reply.header('connection', 'close')
  const { socket } = raw
  // What is not read when a connection is destroyed makes the other side forget the answer, so it is read a while
  // longer.
  socket.destroySoon = () => {
    socket.end()
    raw.resume()
    const timer = setTimeout(() => {
      socket.destroy()
    }, LINGER_MS)
    socket.once('close', () => clearTimeout(timer))
  }
}

/** What is wrong with what came over a connection where it is no request, by Node's word for it. */
const UNREADABLE: Record<string, [status: string, detail: string]> = dictionary({
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of the request are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.']
})

/** Answers on a connection that carries no request for anybody, in the form of the API, and closes it. */
function refuse(socket: Pick<Socket, 'write' | 'destroySoon'>, status: string, detail: string, header = ''): void {
  const body = JSON.stringify({ detail })
  socket.write(
    `HTTP/1.1 ${status}\r\n${header}Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`
  )
  socket.destroySoon()
}

/** Answers what is no HTTP request, in the form of the API, and closes the connection. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (socket.writable && error.code !== 'ECONNRESET')
    refuse(socket, ...(UNREADABLE[error.code ?? ''] ?? ['400 Bad Request', 'This is no HTTP request.']))
  else socket.destroy()
}

/**
 * Takes up what Node would answer by itself: by a bare status, or by asking for a body before anybody knows who sends
 * it.
 *
 * @param server of a Fastify server, which answers its requests
 */
export function handleUnusualRequests(server: Server): void {
  const take = (request: IncomingMessage, response: ServerResponse) => server.emit('request', request, response)
  server.on('checkContinue', (request, response) => {
    // Who waits to be told to go on is told when somebody begins to read; who is refused before that never sends the
    // body.
    request.once('resume', () => {
      if (!response.headersSent) response.writeContinue()
    })
    take(request, response)
  })
  server.on('checkExpectation', take)
  server.on('connect', (_request, socket: Socket) => {
    socket.on('error', () => undefined)
    refuse(
      socket,
      '405 Method Not Allowed',
      'This server is no proxy: it makes no connections to others.',
      'Allow: GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS\r\n'
    )
  })
}

/** Whether the sender waits to be told before it sends the body. */
export const waitsForWord = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => headers.expect !== undefined

/**
 * Refuses what another server on the way may have understood otherwise: for whom a request is, and what is expected of
 * it.
 *
 * @throws ApiError with 400 or 417
 */
export function checkEnvelope({ raw }: FastifyRequest): void {
  const hosts = raw.rawHeaders.filter(
    (name, i) => i % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host'
  ).length
  if (hosts > 1 || (hosts === 0 && raw.httpVersion === '1.1')) {
    throw new ApiError(
      400,
      { detail: `A request must have one header "Host"; this one has ${hosts || 'none'}.` },
      { headers: { connection: 'close' } }
    )
  }
  const { expect, host } = raw.headers
  if (host && !isHost(host))
    throw new ApiError(400, { detail: 'The header "Host" names no host.' }, { headers: { connection: 'close' } })
  if (expect !== undefined && !/(^|\W)100-continue($|\W)/i.test(expect)) {
    throw new ApiError(
      417,
      { detail: 'The header "Expect" may ask for 100-continue alone.' },
      { headers: { connection: 'close' } }
    )
  }
}

/** The path of a request: whoever takes this server for a proxy names a whole address. */
export const urlPath = (url: string): string =>
  url.startsWith('/') || url === '*' ? url : url.replace(/^https?:\/\/[^/?#]*\/?/i, '/')
