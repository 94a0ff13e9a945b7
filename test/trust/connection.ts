import { connect, type Socket } from 'node:net'

/** An answer as its bytes came. */
export interface RawAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** No answer came: the connection was closed, or could not be made. */
export class NoAnswer extends Error {}
/** The connection stands, but nothing came for too long. */
export class Silence extends NoAnswer {}

export interface RawRequest {
  method: string
  path: string
  headers?: Record<string, string>
  body?: Buffer | string | undefined
}

/**
 * A request as bytes, with whatever it holds: what a well-behaved client would refuse to send goes out too.
 *
 * @param host what the header Host says
 */
export function bytesOf({ method, path, headers = {}, body }: RawRequest, host: string): Buffer {
  const content = body === undefined ? Buffer.alloc(0) : Buffer.from(body)
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
  const own: Record<string, string> = {
    host,
    ...(body === undefined || given.has('transfer-encoding') ? {} : { 'content-length': String(content.length) })
  }
  const lines = [...Object.entries(own).filter(([name]) => !given.has(name)), ...Object.entries(headers)].map(
    ([name, value]) => `${name}: ${value}\r\n`
  )
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), content])
}

/** Reads one answer out of what came until now; undefined while it is not complete. */
function readAnswer(bytes: Buffer, method: string, ended: boolean): RawAnswer | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first, ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(first!.split(' ')[1])
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
  )
  const rest = bytes.subarray(end + 4)
  // What only says that it goes on.
  if (status < 200) return readAnswer(rest, method, ended)
  if (method === 'HEAD' || status === 204 || status === 304) return { status, headers, body: Buffer.alloc(0) }
  if (headers['transfer-encoding'] === 'chunked') {
    const body = unchunk(rest)
    return body && { status, headers, body }
  }
  if (headers['content-length'] === undefined) return ended ? { status, headers, body: rest } : undefined
  const length = Number(headers['content-length'])
  return rest.length < length ? undefined : { status, headers, body: rest.subarray(0, length) }
}

function unchunk(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return undefined
    const length = parseInt(bytes.toString('latin1', at, line), 16)
    if (bytes.length < line + 2 + length + 2) return undefined
    if (length === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(line + 2, line + 2 + length))
    at = line + 2 + length + 2
  }
}

/** One client with one connection, which is kept open and made anew where the server closed it. */
export class Connection {
  readonly #url: URL
  readonly #patience: number
  #socket: Socket | undefined

  /** @param patience how long to wait for an answer, in ms */
  constructor(url: string, patience = 30_000) {
    this.#url = new URL(url)
    this.#patience = patience
  }

  /**
   * Sends one request and waits for its answer.
   *
   * @throws NoAnswer where the connection ended first, Silence where nothing came in time
   */
  async send(request: RawRequest): Promise<RawAnswer> {
    return await this.sendBytes(bytesOf(request, this.#url.host), request.method)
  }

  async sendBytes(bytes: Buffer, method: string): Promise<RawAnswer> {
    const kept = this.#socket !== undefined && !this.#socket.destroyed
    try {
      return await this.#exchange(bytes, method)
    } catch (error) {
      // A kept connection may have been closed by the server before it saw anything of this; what only reads is asked
      // again.
      if (!kept || error instanceof Silence || method !== 'GET') throw error
      return await this.#exchange(bytes, method)
    }
  }

  close(): void {
    this.#socket?.destroy()
    this.#socket = undefined
  }

  async #open(): Promise<Socket> {
    if (this.#socket && !this.#socket.destroyed && this.#socket.writable) return this.#socket
    return await new Promise((resolve, reject) => {
      const socket = connect(Number(this.#url.port), this.#url.hostname, () => resolve(socket))
      socket.setNoDelay(true)
      socket.once('error', (error) => reject(new NoAnswer(`no connection: ${error.message}`)))
      this.#socket = socket
    })
  }

  async #exchange(bytes: Buffer, method: string): Promise<RawAnswer> {
    const socket = await this.#open()
    const chunks: Buffer[] = []
    return await new Promise<RawAnswer>((resolve, reject) => {
      const over = (result: RawAnswer | NoAnswer) => {
        clearTimeout(clock)
        socket
          .removeAllListeners('data')
          .removeAllListeners('close')
          .removeAllListeners('end')
          .removeAllListeners('error')
          .on('error', () => undefined)
        if (result instanceof NoAnswer || result.headers.connection === 'close') this.close()
        if (result instanceof NoAnswer) reject(result)
        else resolve(result)
      }
      const look = (ended: boolean) => {
        const answer = readAnswer(Buffer.concat(chunks), method, ended)
        if (answer) over(answer)
        else if (ended) over(new NoAnswer('the connection was closed without an answer'))
      }
      const clock = setTimeout(() => over(new Silence(`no answer within ${this.#patience} ms`)), this.#patience)
      socket.removeAllListeners('error')
      socket.on('data', (chunk: Buffer) => {
        // An answer that goes on to come is no silence, however busy the machine.
        clock.refresh()
        chunks.push(chunk)
        look(false)
      })
      socket.on('end', () => look(true))
      socket.on('error', () => look(true))
      socket.on('close', () => look(true))
      socket.write(bytes)
    })
  }
}

/** One who asks in JSON, with a token. */
export class Caller {
  readonly connection: Connection
  readonly #authorization: string

  constructor(url: string, authorization: string, patience?: number) {
    this.connection = new Connection(url, patience)
    this.#authorization = authorization
  }

  /** @returns the status, and the body where it is JSON */
  async ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    return await this.send({ method, path, headers: json, body: body === undefined ? undefined : JSON.stringify(body) })
  }

  /** @returns the status, the body where it is JSON, and the bytes */
  async send(request: RawRequest): Promise<{ status: number; body: any; bytes: Buffer }> {
    const { status, headers, body } = await this.connection.send({
      ...request,
      headers: { authorization: this.#authorization, ...request.headers }
    })
    return {
      status,
      body: headers['content-type'] === 'application/json' && body.length ? JSON.parse(body.toString()) : undefined,
      bytes: body
    }
  }
}
