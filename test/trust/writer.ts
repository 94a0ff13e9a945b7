// One who writes all the time, one thing after the other, until the server is gone.
import { multipart } from '../support/multipart.ts'
import { NoAnswer, Silence, type Caller } from './connection.ts'
import { digest, Ledger, RUN } from './ledger.ts'
import type { Random } from './random.ts'

/** What writers share: records to write to, and numbers that are given once. */
export interface Stage {
  location: number
  other: number
  serialPart: number
  nextSerial: number
}

type Reply = { status: number; body: any }
/** One write: sends it, and notes what its acknowledgement means. Before it is sent, what may come of it is noted. */
type Step = (writer: Writer) => Promise<Reply | undefined>

const STEPS: Record<string, Step> = {
  part: (writer) => writer.newPart(false),
  partWithStock: (writer) => writer.newPart(true),
  patch: async ({ ledger, caller, random }) => {
    const part = pickOr(ledger.parts, random)
    if (!part) return undefined
    const description = random.word()
    part.states.push({ description })
    const reply = await caller().ask('PATCH', `/api/part/${part.pk}/`, { description })
    if (reply.status === 200) part.states = [{ description }]
    return reply
  },
  stock: async ({ ledger, caller, random, stage }) => {
    const part = pickOr(ledger.parts, random)
    if (!part) return undefined
    const reply = await caller().ask('POST', '/api/stock/', {
      part: part.pk,
      quantity: 10,
      location: stage.location,
      batch: random.word()
    })
    if (reply.status === 201) ledger.items.push({ pk: reply.body[0].pk, states: [{ quantity: 10, entries: 1 }] })
    return reply
  },
  count: async (writer) => await writer.adjust('count', (item) => ({ ...item, quantity: writer.random.whole(1, 1e6) })),
  add: async (writer) => await writer.adjust('add', (item) => ({ ...item, quantity: item.quantity + 5 }), 5),
  transfer: async (writer) => await writer.adjust('transfer', (item) => item),
  serials: async ({ ledger, caller, stage }) => {
    const first = stage.nextSerial
    stage.nextSerial += RUN
    const run = { first, sure: false }
    ledger.serials.push(run)
    const reply = await caller().ask('POST', '/api/stock/', {
      part: stage.serialPart,
      quantity: RUN,
      serial_numbers: `${first}-${first + RUN - 1}`,
      location: stage.location
    })
    run.sure = reply.status === 201
    return reply
  },
  token: async ({ ledger, caller, random }) => {
    const reply = await caller().ask('POST', '/api/user/tokens/', { name: random.word() })
    if (reply.status !== 201) return reply
    ledger.tokenValues.set(reply.body.id, reply.body.token)
    ledger.tokens.push({ pk: reply.body.id, states: [{ status: 200 }] })
    // Whoever wrote something sees it at once.
    const seen = await caller().ask('GET', `/api/user/tokens/${reply.body.id}/`)
    return seen.status === 200 ? reply : seen
  },
  revoke: async ({ ledger, caller, random }) => {
    const token = pickOr(
      ledger.tokens.filter(({ states }) => states.every(({ status }) => status === 200)),
      random
    )
    if (!token) return undefined
    token.states.push({ status: 401 })
    const reply = await caller().ask('DELETE', `/api/user/tokens/${token.pk}/`)
    if (reply.status === 204) token.states = [{ status: 401 }]
    return reply
  },
  upload: async ({ ledger, caller, random }) => {
    const part = pickOr(ledger.parts, random)
    if (!part) return undefined
    const [content, comment] = [random.bytes(random.size(1, 100_000)), random.word()]
    const [body, headers] = multipart({
      model_type: 'part',
      model_id: part.pk,
      comment,
      attachment: { name: `${comment}.bin`, content }
    })
    ledger.uploads.push(comment)
    const reply = await caller().send({ method: 'POST', path: '/api/attachment/', headers, body })
    if (reply.status === 201)
      ledger.files.push({
        pk: reply.body.pk,
        url: reply.body.attachment,
        sha: digest(content),
        states: [{ there: true }]
      })
    return reply
  },
  remove: async ({ ledger, caller, random }) => {
    const file = pickOr(
      ledger.files.filter(({ states }) => states.every(({ there }) => there)),
      random
    )
    if (!file) return undefined
    file.states.push({ there: false })
    const reply = await caller().send({ method: 'DELETE', path: `/api/attachment/${file.pk}/` })
    if (reply.status === 204) file.states = [{ there: false }]
    return reply
  }
}

const pickOr = <T>(from: readonly T[], random: Random): T | undefined => (from.length ? random.pick(from) : undefined)

export class Writer {
  readonly ledger = new Ledger()
  readonly statuses = new Map<number, number>()
  /** Answers that no server may give, whatever happens to it. */
  readonly faults: string[] = []
  readonly random: Random
  readonly stage: Stage
  readonly caller: () => Caller
  going = false
  /** How many writes were acknowledged. */
  written = 0

  /** @param caller gives the connection to the server that runs now */
  constructor(random: Random, stage: Stage, caller: () => Caller) {
    this.random = random
    this.stage = stage
    this.caller = caller
  }

  /** Writes until told to stop, or until no answer comes. */
  async write(): Promise<void> {
    this.going = true
    while (this.going) {
      const [name, step] = this.random.pick(Object.entries(STEPS))
      try {
        const reply = await step(this)
        if (reply) this.#note(name, reply)
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        if (error instanceof Silence) this.faults.push(`${name}: ${error.message}`)
        this.caller().connection.close()
        return
      }
    }
  }

  #note(name: string, { status, body }: Reply): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
    if (status < 300) this.written++
    // 503 says that the database is not there.
    if (status >= 400 && status !== 503)
      this.faults.push(`${name} was answered with ${status}: ${JSON.stringify(body)?.slice(0, 200)}`)
  }

  async newPart(stock: boolean): Promise<Reply> {
    const one = { name: `p${this.random.word()}`, stock, sure: false }
    this.ledger.news.push(one)
    const reply = await this.caller().ask('POST', '/api/part/', {
      name: one.name,
      description: 'new',
      tags: ['trusted', one.name],
      ...(stock ? { initial_stock: { quantity: 7, location: this.stage.location } } : {})
    })
    one.sure = reply.status === 201
    if (one.sure) this.ledger.parts.push({ pk: reply.body.pk, states: [{ description: 'new' }] })
    return reply
  }

  /** Changes the amount or the place of a stock item, which leaves an entry in its history. */
  async adjust(
    action: string,
    change: (item: { quantity: number; entries: number }) => { quantity: number; entries: number },
    amount?: number
  ): Promise<Reply | undefined> {
    const item = pickOr(
      this.ledger.items.filter(({ states }) => states.length === 1),
      this.random
    )
    if (!item) return undefined
    const next = { ...change(item.states[0]!), entries: item.states[0]!.entries + 1 }
    item.states.push(next)
    const place = action === 'transfer' ? { location: this.random.pick([this.stage.location, this.stage.other]) } : {}
    const reply = await this.caller().ask('POST', `/api/stock/${action}/`, {
      items: [{ pk: item.pk, quantity: amount ?? next.quantity }],
      ...place
    })
    if (reply.status === 201) item.states = [next]
    return reply
  }
}
