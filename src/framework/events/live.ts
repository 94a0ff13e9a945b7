// Tells events to all connections of this process that follow them: one reads the log for all.
import { Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { Database } from '#db/database.ts'
import { ApiError, unauthorized, unavailable } from '#contract/errors.ts'
import type { Caller } from '#contract/scopes.ts'
import { standings } from '#auth/standing.ts'
import { eventFigures } from './figures.ts'
import { endOfLog, eventsAfter, type EventPage } from './log.ts'
import { EventStream, eventText, heartbeatText, resetText, type EventFilter } from './stream.ts'
import type { LogWatch } from './watch.ts'

/** How many connections a process has, and a user in it. */
const [MOST, MOST_OF_ONE] = [1000, 20]
/** How many rows of the log are read at once. */
const AT_ONCE = 200
const HEARTBEAT_MS = 15_000
/** How often it is looked whether time alone ended a token or a session, in ms. */
const REVIEW_MS = 10_000
/** How long to wait where the log could not be read, in ms. */
const AFTER_FAILURE_MS = 1000
/** How long others wait while many are written to, in ms. */
const SLICE_MS = 10
/** When clients whose connection broke come back, in ms: not all at once. */
const RETRY_MS = [2000, 5000] as const

const HEADERS = {
  'content-type': 'text/event-stream',
  // A proxy that collects what it passes on would keep it for minutes.
  'x-accel-buffering': 'no'
}

/** What a connection is to be told. */
export interface Subscription extends EventFilter {
  /** After which event; undefined for what happens from now on. */
  since?: string | undefined
}

interface Parts {
  db: Database
  watch: LogWatch
  /** How many connections there may be, where that is not the usual number. */
  most?: number
}

/** Lets others have a turn, while something is done many times. */
function slices(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    await nextTurn()
    since = performance.now()
  }
}

/** The connections of a process that follow events. */
export class LiveEvents {
  readonly #parts: Parts
  readonly #streams = new Set<EventStream>()
  /** Those that are being opened count as well. */
  readonly #opening = new Set<Caller>()
  #timers: NodeJS.Timeout[] = []
  #unfollow: () => void = () => undefined
  #pumping = false
  #again = false
  #ended = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Turns a request into a connection that follows events.
   *
   * @throws 429 or 503 where there are too many, 503 where the server stops
   */
  async open(reply: FastifyReply, caller: Caller, { since, ...filter }: Subscription): Promise<void> {
    this.#admit(caller)
    this.#opening.add(caller)
    try {
      const { db } = this.#parts
      const [standing] = await standings(db, [caller])
      if (!standing) throw unauthorized()
      const position = since ?? (await endOfLog(db))
      if (this.#ended) throw unavailable('The server is stopping.', 3)
      const stream = new EventStream(
        reply.raw,
        { id: caller.id, tokenId: caller.tokenId, sessionId: caller.sessionId, passwordMark: standing.passwordMark },
        filter,
        position
      )
      stream.standing = standing
      this.#begin(reply, stream, since === undefined)
    } finally {
      this.#opening.delete(caller)
    }
  }

  /** Ends all connections, and lets nobody in any more. */
  end(): void {
    this.#ended = true
    for (const stream of this.#streams) stream.end()
  }

  /** Tells everybody that the connection lasts, and breaks those off that have not read for long. */
  async beat(): Promise<void> {
    const slice = slices()
    for (const stream of [...this.#streams]) {
      stream.beat()
      await slice()
    }
  }

  #admit({ id }: Caller): void {
    if (this.#ended) throw unavailable('The server is stopping.', 3)
    if (this.#streams.size + this.#opening.size >= (this.#parts.most ?? MOST))
      throw unavailable('Too many connections follow events already.', 30)
    const own = [...this.#streams].filter(({ admission }) => admission.id === id).length
    const opening = [...this.#opening].filter((caller) => caller.id === id).length
    if (own + opening >= MOST_OF_ONE) {
      const detail = `You follow events with ${MOST_OF_ONE} connections already: end one of them first.`
      throw new ApiError(429, { detail }, { headers: { 'retry-after': '30' } })
    }
  }

  #begin(reply: FastifyReply, stream: EventStream, isNew: boolean): void {
    const { raw: response, request } = reply
    reply.hijack()
    response.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...HEADERS })
    // What comes over no connection, as from within the server, would wait for ever.
    if (request.method === 'HEAD' || !(request.raw.socket instanceof Socket)) {
      response.end()
      return
    }
    const [least, most] = RETRY_MS
    stream.write(`retry: ${Math.round(least + Math.random() * (most - least))}\n`)
    stream.write(isNew ? heartbeatText(stream.position) : '\n')
    this.#streams.add(stream)
    eventFigures.listeners++
    response.once('close', () => this.#remove(stream))
    // A connection that fails closes too.
    response.on('error', () => undefined)
    // Who could not take more stayed behind in the log.
    response.on('drain', () => this.#parts.watch.lookAnew())
    if (this.#streams.size === 1) this.#work()
    this.#parts.watch.lookAnew()
  }

  #work(): void {
    this.#unfollow = this.#parts.watch.follow(() => void this.#pump())
    const { outside } = this.#parts.watch
    this.#timers = outside(() => [
      setInterval(() => void this.beat(), HEARTBEAT_MS).unref(),
      setInterval(() => void this.#review().catch(() => undefined), REVIEW_MS).unref()
    ])
  }

  #remove(stream: EventStream): void {
    if (!this.#streams.delete(stream)) return
    eventFigures.listeners--
    if (this.#streams.size === 0) this.#rest()
  }

  #rest(): void {
    this.#unfollow()
    for (const timer of this.#timers) clearInterval(timer)
  }

  /** Ends the connections of those who would not be let in any more, and learns what the others may see. */
  async #review(): Promise<void> {
    const streams = [...this.#streams]
    const all = await standings(
      this.#parts.db,
      streams.map(({ admission }) => admission)
    )
    for (const [at, stream] of streams.entries()) {
      const standing = all[at]
      if (standing) stream.standing = standing
      else {
        this.#remove(stream)
        stream.end()
      }
    }
  }

  /** Tells everybody what is new to them, until nothing is. Never throws. */
  async #pump(): Promise<void> {
    this.#again = this.#pumping
    if (this.#pumping) return
    this.#pumping = true
    try {
      let isMore: boolean
      do {
        isMore = this.#again
        this.#again = false
        // All are at the same place but those that came a moment ago, and they soon are.
        const ready = [...this.#streams].filter((stream) => !stream.isWaiting)
        for (const [position, group] of Map.groupBy(ready, (stream) => stream.position)) {
          const page = await eventsAfter(this.#parts.db, position, AT_ONCE)
          if (page.position !== position) isMore = true
          await this.#tell(group, page)
          // What was written goes out before it is seen who takes more.
          await nextTurn()
        }
      } while (isMore && this.#streams.size > 0)
    } catch {
      // The watch tells of a database that is away.
      setTimeout(() => this.#parts.watch.lookAnew(), AFTER_FAILURE_MS).unref()
    } finally {
      this.#pumping = false
    }
  }

  async #tell(group: readonly EventStream[], page: EventPage): Promise<void> {
    if (page.rights || page.lost) await this.#review()
    const texts = page.events.map((event) => ({ event, text: eventText(event) }))
    const made = new Map<string, Buffer>()
    const slice = slices()
    for (const stream of group) {
      if (!this.#streams.has(stream)) continue
      let text = made.get(stream.key)
      if (!text) {
        const wanted = texts.filter(({ event }) => stream.wants(event)).map((one) => one.text)
        text = Buffer.from(page.lost ? resetText(page.position) : wanted.join(''))
        made.set(stream.key, text)
      }
      stream.position = page.position
      if (text.length > 0) stream.write(text)
      await slice()
    }
  }
}
