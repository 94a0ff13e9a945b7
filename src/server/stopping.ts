// How a server ends: what has arrived is answered, nothing new is taken, and then everything is closed.
import type { FastifyInstance } from 'fastify'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'

/**
 * How long requests may take that are under way when the server is to stop. Containers are killed after ten seconds.
 */
export const GRACE_MS = 8000
/** How long everything may take; then the process ends as it is. */
export const PATIENCE_MS = 9500

/**
 * What has arrived was taken where nothing comes for so long; it may lie in the system, in the first of many processes,
 * or on the way between them.
 */
const LULL_MS = 100
/**
 * Whoever goes on sending does not keep a server from stopping; a busy one needs a while until it has taken what waits
 * at its door.
 */
const LULL_AT_MOST_MS = GRACE_MS / 2
const LOOK_MS = 50

const STOPPING = JSON.stringify({ detail: 'The server is stopping.' })

/** What is known of a connection: the answers that it waits for, and the last of them. */
interface Client {
  waiting: Set<ServerResponse>
  last: ServerResponse | undefined
}

/** The connections of a server, told apart by whether somebody waits for something. */
export class HttpConnections {
  readonly #app: FastifyInstance
  readonly #clients = new Map<Socket, Client>()
  /** Counts connections and requests. */
  #arrivals = 0
  #stopping = false

  /** @param app a server that does not listen yet */
  constructor(app: FastifyInstance) {
    this.#app = app
    app.server.on('connection', (socket: Socket) => {
      this.#arrivals++
      this.#clients.set(socket, { waiting: new Set(), last: undefined })
      socket.once('close', () => this.#clients.delete(socket))
    })
    app.server.on('request', ({ socket }, response) => {
      this.#arrivals++
      const client = this.#clients.get(socket)
      if (!client) return
      client.waiting.add((client.last = response))
      response.once('close', () => client.waiting.delete(response))
    })
    app.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.#stopping) this.#sayGoodbye(reply.raw).then(() => done(), done)
      else done()
    })
  }

  /**
   * Answers what has arrived, and closes all connections; nobody is kept waiting who waits for nothing.
   *
   * @param grace how long requests may take, in ms; after that those whose bodies are still coming are answered by 503,
   *   and all others broken off
   */
  async close(grace: number): Promise<void> {
    const { server } = this.#app
    const until = Date.now() + grace
    this.#stopping = true
    await this.#lull()
    let open = true
    server.close(() => {
      open = false
    })
    while (open && Date.now() < until) {
      this.#closeIdle()
      await sleep(LOOK_MS)
    }
    if (!open) return
    this.#refuse()
    await sleep(LOOK_MS)
    server.closeAllConnections()
  }

  async #lull(): Promise<void> {
    const until = Date.now() + LULL_AT_MOST_MS
    for (let seen = -1; seen !== this.#arrivals && Date.now() < until; ) {
      seen = this.#arrivals
      await sleep(LULL_MS)
    }
  }

  /**
   * Tells a client with the last of its answers that there will be no more: with an earlier one, the others would be
   * lost.
   */
  async #sayGoodbye(response: ServerResponse): Promise<void> {
    await turn() // what was sent right behind it is read first
    const { socket } = response
    if (socket && this.#clients.get(socket)?.last === response && !response.headersSent)
      response.setHeader('connection', 'close')
  }

  #closeIdle(): void {
    this.#app.server.closeIdleConnections()
    // Connections that never brought anything count as busy there.
    for (const [socket] of this.#clients) if (socket.bytesRead === 0) socket.destroy()
  }

  #refuse(): void {
    for (const { waiting } of this.#clients.values()) {
      for (const response of waiting) {
        if (response.req.complete || response.headersSent) continue
        response
          .writeHead(503, {
            'content-type': 'application/json',
            'content-length': STOPPING.length,
            connection: 'close'
          })
          .end(STOPPING)
      }
    }
  }
}

/** A second signal counts only after so long: terminals, npm and make each pass the same one on. */
const TWICE_MS = 500

/** Waits for whoever wants the process to end. */
export class StopRequest {
  #held = false
  #since: number | undefined
  readonly #asked = Promise.withResolvers<void>()
  #code = 0

  /**
   * @param isWorker one of several processes: it is told by the first one, and what is typed at a terminal is meant for
   * that
   */
  constructor(isWorker: boolean) {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
      const before = process.listeners(signal as NodeJS.Signals)
      process.on(signal, () => {
        if (signal === 'SIGTERM' || !isWorker) this.#hear()
      })
      // src/cli/index.ts listened until now; without anybody who listens in between, no signal is lost.
      for (const one of before) process.off(signal, one)
    }
  }

  /** Settles when the server is to stop. */
  get asked(): Promise<void> {
    return this.#asked.promise
  }

  get isAsked(): boolean {
    return this.#since !== undefined
  }

  /** What the process ends with. */
  get code(): number {
    return this.#code
  }

  /** From now on the process must not end in the middle: before, it would leave nothing behind. */
  hold(): void {
    this.#held = true
  }

  /** Asks for the end, as a signal does. */
  ask(code = 0): void {
    this.#code ||= code
    this.#since ??= Date.now()
    this.#asked.resolve()
  }

  #hear(): void {
    if (!this.#held) process.exit(0)
    if (this.#since !== undefined && Date.now() - this.#since > TWICE_MS) process.exit(1)
    this.ask()
  }
}
