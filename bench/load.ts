// A load tool that costs little beside the server that it measures: keep-alive connections, each of which asks again
// when it was answered.
import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { cpu } from './process.ts'

/** A server that is measured. */
export interface Target {
  url: string
  /** Its process, where that is on this machine. */
  pid?: number
}

/** One request. */
export interface Request {
  method: 'GET' | 'POST' | 'PATCH' | 'OPTIONS'
  path: string
  body?: unknown
  authorization: string
}

/** What a load found out. Times in ms, CPU in µs for each request, NaN where the process is not known. */
export interface Load {
  requests: number
  perSecond: number
  median: number
  p99: number
  cpu: number
  /** How many answers had a status of 400 or more. */
  refused: number
}

/** How long an answer may take before the load is given up, in ms. */
const PATIENCE_MS = 300_000

function bytesOf({ method, path, body, authorization }: Request, host: string): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const more =
    body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${authorization}\r\naccept: application/json\r\n${more}\r\n${text}`
  )
}

const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n')

function open(url: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const [host, port] = [url.hostname.replace(/^\[(.*)\]$/, '$1'), Number(url.port || (secure ? 443 : 80))]
    const ready = () => {
      socket.off('error', reject)
      resolve(socket)
    }
    const socket: Socket = secure
      ? connectSecurely({ host, port, servername: host }, ready)
      : connect({ host, port }, ready)
    socket.once('error', reject)
  })
}

/** Sends one request after the other on a connection of its own, and on another one where the server closes that. */
class Connection {
  readonly #url: URL
  #socket: Socket | undefined
  #settle: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined
  #head = ''
  #status = 0
  /** Bytes of the body that are still to come; `chunked`, or `closed` where the end of the connection ends it. */
  #missing: number | 'chunked' | 'closed' = 0
  #inBody = false
  #lasts = true
  #tail = Buffer.alloc(0)

  constructor(url: URL) {
    this.#url = url
  }

  /** @returns the status */
  async send(request: Buffer): Promise<number> {
    const socket = (this.#socket ??= await this.#open())
    return await new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#head = ''
      this.#inBody = false
      socket.write(request)
    })
  }

  async #open(): Promise<Socket> {
    const socket = await open(this.#url)
    socket.setNoDelay(true)
    socket.setTimeout(PATIENCE_MS, () =>
      socket.destroy(new Error(`the server did not answer for ${PATIENCE_MS / 1000} s`))
    )
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('error', (error) => this.#settle?.reject(error))
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = undefined
      if (this.#inBody && this.#missing === 'closed') this.#end()
      else this.#settle?.reject(new Error('the server closed the connection'))
    })
    return socket
  }

  close(): void {
    this.#settle = undefined
    this.#socket?.destroy()
  }

  #take(chunk: Buffer): void {
    let body = chunk
    if (!this.#inBody) {
      this.#head += chunk.toString('latin1')
      const end = this.#head.indexOf('\r\n\r\n')
      if (end < 0) return
      body = chunk.subarray(chunk.length - (this.#head.length - end - 4))
      this.#readHead(this.#head.slice(0, end).toLowerCase())
    }
    if (this.#missing === 'closed') return
    if (this.#missing === 'chunked') {
      this.#tail = Buffer.concat([this.#tail, body.subarray(-LAST_CHUNK.length)]).subarray(-LAST_CHUNK.length)
      if (!this.#tail.equals(LAST_CHUNK)) return
    } else if ((this.#missing -= body.length) > 0) return
    this.#end()
  }

  #readHead(head: string): void {
    this.#status = Number(head.slice(9, 12))
    this.#lasts = head.startsWith('http/1.1') && !/\nconnection: *close/.test(head)
    const length = /\ncontent-length: *(\d+)/.exec(head)
    if (length) this.#missing = Number(length[1])
    else if (/\ntransfer-encoding: *chunked/.test(head)) this.#missing = 'chunked'
    else this.#missing = this.#status === 204 || this.#status === 304 ? 0 : 'closed'
    this.#inBody = true
    this.#tail = Buffer.from('\r\n')
  }

  #end(): void {
    const settle = this.#settle
    this.#settle = undefined
    if (!this.#lasts) {
      const ended = this.#socket
      this.#socket = undefined
      ended?.destroy()
    }
    settle?.resolve(this.#status)
  }
}

/**
 * Loads a server.
 *
 * @param request the n-th request; the same for every server that is compared
 * @param from the number of the first request
 * @param strict whether an answer of 400 or more ends the load; true unless told
 * @throws where the server does not answer, or an answer ends the load
 */
export async function load(
  server: Target,
  request: (n: number) => Request,
  { clients, seconds, from, strict = true }: { clients: number; seconds: number; from: number; strict?: boolean }
): Promise<Load> {
  const url = new URL(server.url)
  const connections = Array.from({ length: clients }, () => new Connection(url))
  const spentBy = () => (server.pid === undefined ? NaN : cpu(server.pid))
  const times: number[] = []
  let next = from
  let refused = 0
  const [begin, spent] = [performance.now(), spentBy()]
  const end = begin + seconds * 1000
  try {
    await Promise.all(
      connections.map(async (connection) => {
        do {
          const one = request(next++)
          const sent = performance.now()
          const status = await connection.send(bytesOf(one, url.host))
          times.push(performance.now() - sent)
          if (status < 400) continue
          if (strict) throw new Error(`${one.method} ${one.path} was answered with ${status}`)
          refused++
        } while (performance.now() < end)
      })
    )
    const took = performance.now() - begin
    times.sort((a, b) => a - b)
    return {
      requests: times.length,
      perSecond: (times.length / took) * 1000,
      median: times[Math.floor(times.length / 2)]!,
      p99: times[Math.floor(times.length * 0.99)]!,
      cpu: (spentBy() - spent) / times.length,
      refused
    }
  } finally {
    for (const connection of connections) connection.close()
  }
}

/** Joins what several loads of one server found out; the medians are weighted by their requests. */
export function together(loads: Load[]): Load {
  const requests = loads.reduce((sum, one) => sum + one.requests, 0)
  const mean = (of: (one: Load) => number) => loads.reduce((sum, one) => sum + of(one) * one.requests, 0) / requests
  const seconds = loads.reduce((sum, one) => sum + one.requests / one.perSecond, 0)
  return {
    requests,
    perSecond: requests / seconds,
    median: mean((one) => one.median),
    p99: mean((one) => one.p99),
    cpu: mean((one) => one.cpu),
    refused: loads.reduce((sum, one) => sum + one.refused, 0)
  }
}
