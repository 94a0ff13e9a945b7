// How a browser is spoken to: its protocol for developers, as JSON between zero bytes, over two pipes. Where this process
// ends, however it ends, the pipes do, and the browser with them.
import type { Readable, Writable } from 'node:stream'

/** What a browser tells of itself. */
type Listener = (params: any, session: string | undefined) => void // what events carry differs

interface Answer {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** A connection to a browser. */
export class Wire {
  readonly #to: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Map<string, Set<Listener>>()
  #last = 0
  #ended: Error | undefined
  #rest: Buffer[] = []

  /**
   * @param to what the browser reads
   * @param from what it writes
   */
  constructor(to: Writable, from: Readable) {
    this.#to = to
    from.on('data', (bytes: Buffer) => this.#receive(bytes))
    for (const stream of [to, from]) {
      stream.on('error', (error: Error) => this.end(error))
      stream.on('close', () => this.end(new Error('the browser is gone')))
    }
  }

  #receive(bytes: Buffer): void {
    let begin = 0
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, begin)) {
      const message = Buffer.concat([...this.#rest, bytes.subarray(begin, end)])
      this.#rest = []
      begin = end + 1
      this.#take(JSON.parse(message.toString()) as Answer)
    }
    if (begin < bytes.length) this.#rest.push(bytes.subarray(begin))
  }

  #take({ id, method, params, sessionId, result, error }: Answer): void {
    if (method !== undefined) for (const told of this.#listeners.get(method) ?? []) told(params, sessionId)
    const waiting = id === undefined ? undefined : this.#waiting.get(id)
    if (!waiting) return
    this.#waiting.delete(id!)
    if (error) waiting.reject(new Error(error.message))
    else waiting.resolve(result)
  }

  /**
   * Gives the browser an order.
   *
   * @param session of a page; without it the order is for the browser as a whole
   * @throws where it refuses, or ends
   */
  send<Result = any>(method: string, params: object = {}, session?: string): Promise<Result> {
    // answers differ by order
    if (this.#ended) return Promise.reject(this.#ended)
    const id = ++this.#last
    const text = JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      this.#to.write(`${text}\0`)
    })
  }

  /** Listens to an event; gives what ends that. */
  on(event: string, told: Listener): () => void {
    const all = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, all.add(told))
    return () => all.delete(told)
  }

  /** Ends the connection: whoever waits for an answer gets the error. */
  end(error: Error): void {
    if (this.#ended) return
    this.#ended = error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
    this.#to.destroy()
  }
}
