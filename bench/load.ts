// A load tool that costs little beside the server that it measures: keep-alive connections, each of which asks again
// when it was answered.
import { connect, type Socket } from 'node:net'
import { cpu, type Running } from './process.ts'

/** One request. */
export interface Request {
  method: 'GET' | 'POST' | 'PATCH' | 'OPTIONS'
  path: string
  body?: unknown
  authorization: string
}

/** What a load found out. Times in ms, CPU in µs for each request. */
export interface Load {
  requests: number
  perSecond: number
  median: number
  p99: number
  cpu: number
}

function bytesOf({ method, path, body, authorization }: Request, host: string): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const more =
    body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${authorization}\r\naccept: application/json\r\n${more}\r\n${text}`
  )
}

const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n')

/** Sends one request after the other on a connection of its own. */
class Connection {
  readonly #socket: Socket
  #settle: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined
  #head = ''
  #status = 0
  /** Bytes of the body that are still to come; undefined for an answer in chunks. */
  #missing: number | undefined = 0
  #inBody = false
  #tail = Buffer.alloc(0)

  constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('error', (error) => this.#settle?.reject(error))
    socket.on('close', () => this.#settle?.reject(new Error('the server closed the connection')))
  }

  static open(url: URL): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(url.port), url.hostname, () => resolve(new Connection(socket)))
      socket.once('error', reject)
    })
  }

  send(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#head = ''
      this.#inBody = false
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#settle = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    let body = chunk
    if (!this.#inBody) {
      this.#head += chunk.toString('latin1')
      const end = this.#head.indexOf('\r\n\r\n')
      if (end < 0) return
      body = chunk.subarray(chunk.length - (this.#head.length - end - 4))
      const head = this.#head.slice(0, end).toLowerCase()
      this.#status = Number(head.slice(9, 12))
      const length = /content-length: (\d+)/.exec(head)
      this.#missing = length ? Number(length[1]) : undefined
      this.#inBody = true
      this.#tail = Buffer.from('\r\n')
    }
    if (this.#missing === undefined) {
      this.#tail = Buffer.concat([this.#tail, body.subarray(-LAST_CHUNK.length)]).subarray(-LAST_CHUNK.length)
      if (!this.#tail.equals(LAST_CHUNK)) return
    } else if ((this.#missing -= body.length) > 0) return
    const settle = this.#settle!
    this.#settle = undefined
    settle.resolve(this.#status)
  }
}

/**
 * Loads a server.
 *
 * @param request the n-th request; the same for every server that is compared
 * @param from the number of the first request
 * @throws where an answer is an error
 */
export async function load(
  server: Running,
  request: (n: number) => Request,
  { clients, seconds, from }: { clients: number; seconds: number; from: number }
): Promise<Load> {
  const url = new URL(server.url)
  const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(url)))
  const times: number[] = []
  let next = from
  const [begin, spent] = [performance.now(), cpu(server.pid)]
  const end = begin + seconds * 1000
  try {
    await Promise.all(
      connections.map(async (connection) => {
        do {
          const one = request(next++)
          const sent = performance.now()
          const status = await connection.send(bytesOf(one, url.host))
          times.push(performance.now() - sent)
          if (status >= 400) throw new Error(`${one.method} ${one.path} was answered with ${status}`)
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
      cpu: (cpu(server.pid) - spent) / times.length
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
    cpu: mean((one) => one.cpu)
  }
}
