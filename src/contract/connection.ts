import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { dictionary } from '#db/dictionary.ts'

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

/**
 * Waits until the answers to earlier requests of the same connection are out: whoever sends many at once is served one after the other, as they
 * read them, and what they left behind when they went away is dropped.
 *
 * @returns whether the sender is still there
 */
export async function takesTurn (request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
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
 * Sees to the end of a connection whose request was answered before all of it arrived: little that is missing is read on; else the connection is
 * closed, but not before the sender could read the answer.
 */
export function closesEarly (request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request
  if (raw.complete || announcedLength(request) <= DRAINED_BYTES) return
  reply.header('connection', 'close')
  const { socket } = raw
  // What is not read when a connection is destroyed makes the other side forget the answer, so it is read a while longer.
  socket.destroySoon = () => {
    socket.end()
    raw.resume()
    const timer = setTimeout(() => { socket.destroy() }, LINGER_MS)
    socket.once('close', () => clearTimeout(timer))
  }
}

/** What is wrong with what came over a connection where it is no request, by Node's word for it. */
const UNREADABLE: Record<string, [status: string, detail: string]> = dictionary({
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of the request are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.']
})

/** Answers what is no HTTP request, in the form of the API, and closes the connection. */
export function answerUnreadable (error: NodeJS.ErrnoException, socket: Socket): void {
  if (socket.writable && error.code !== 'ECONNRESET') {
    const [status, detail] = UNREADABLE[error.code ?? ''] ?? ['400 Bad Request', 'This is no HTTP request.']
    const body = JSON.stringify({ detail })
    socket.write(`HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`)
  }
  socket.destroy()
}
