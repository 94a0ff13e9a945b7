// What a writer knows: which of its writes were acknowledged, which were under way, and what must therefore be there.
import { createHash } from 'node:crypto'
import type { Caller } from './connection.ts'

export const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Something that was written. More than one state is possible while a change was not acknowledged. */
export interface Tracked<State> {
  pk: number
  states: State[]
}

/** What one writer has done. Names are given once, so that what was not acknowledged can be searched for. */
export class Ledger {
  readonly parts: Tracked<{ description: string }>[] = []
  readonly items: Tracked<{ quantity: number; entries: number }>[] = []
  readonly tokens: Tracked<{ status: 200 | 401 }>[] = []
  readonly tokenValues = new Map<number, string>()
  readonly files: (Tracked<{ there: boolean }> & { url: string; sha: string })[] = []
  /** Names of parts that came with stock, and of those that came without; acknowledged or not. */
  readonly news: { name: string; stock: boolean; sure: boolean }[] = []
  /** Runs of serial numbers by their first; each is there as a whole or not at all. */
  readonly serials: { first: number; sure: boolean }[] = []
  /** Comments of uploads that were not acknowledged. */
  readonly uploads: string[] = []
}

/** How many serial numbers are given at once. */
export const RUN = 20

/** Reads, and is patient with a server that has just begun to answer. */
export class Reader {
  readonly faults: string[] = []
  looked = 0
  readonly #caller: Caller
  readonly #callerOf: (token: string) => Caller
  readonly #serialPart: number

  constructor(caller: Caller, callerOf: (token: string) => Caller, serialPart: number) {
    this.#caller = caller
    this.#callerOf = callerOf
    this.#serialPart = serialPart
  }

  async #get(path: string): Promise<{ status: number; body: any; bytes: Buffer }> {
    this.looked++
    return await this.#caller.send({ method: 'GET', path })
  }

  /** Notes a fault unless one of the states is what was found, which then is the only one. */
  #settle<State extends object>(what: string, tracked: Tracked<State>, found: State): void {
    const keys = Object.keys(found) as (keyof State)[]
    if (!tracked.states.some((state) => keys.every((key) => state[key] === found[key]))) {
      this.faults.push(
        `${what} ${tracked.pk} is ${JSON.stringify(found)} instead of ${tracked.states.map((state) => JSON.stringify(state)).join(' or ')}`
      )
    }
    tracked.states = [found]
  }

  /** Looks at everything that a writer wrote; what nothing happened to since the last look, at some of it only. */
  async look(ledger: Ledger, all: boolean): Promise<void> {
    const due = <T extends Tracked<unknown>>(tracked: T[]): T[] =>
      all ? tracked : tracked.filter((one, at) => one.states.length > 1 || at >= tracked.length - 40)
    for (const part of due(ledger.parts)) {
      const { status, body } = await this.#get(`/api/part/${part.pk}/`)
      this.#settle('part', part, { description: status === 200 ? body.description : `answered with ${status}` })
    }
    for (const item of due(ledger.items)) {
      const [{ body }, entries] = [
        await this.#get(`/api/stock/${item.pk}/`),
        await this.#get(`/api/stock/track/?item=${item.pk}&limit=1`)
      ]
      this.#settle('stock item', item, { quantity: body?.quantity, entries: entries.body?.count })
    }
    for (const token of due(ledger.tokens)) {
      this.looked++
      const { status } = await this.#callerOf(ledger.tokenValues.get(token.pk)!).ask('GET', '/api/user/me/')
      this.#settle('token', token, { status: status as 200 })
    }
    for (const file of due(ledger.files)) await this.#file(file)
    for (const one of all ? ledger.news : ledger.news.slice(-20)) await this.#news(one)
    for (const one of all ? ledger.serials : ledger.serials.slice(-8)) await this.#serials(one)
    for (const comment of ledger.uploads.splice(0)) await this.#upload(comment)
  }

  async #file(file: Ledger['files'][number]): Promise<void> {
    const { status } = await this.#get(`/api/attachment/${file.pk}/`)
    this.#settle('attachment', file, { there: status === 200 })
    const { status: found, bytes } = await this.#get(file.url)
    if (status === 200 && (found !== 200 || digest(bytes) !== file.sha))
      this.faults.push(
        `the file of attachment ${file.pk} is answered with ${found} and is not what was sent: ${bytes.length} bytes`
      )
  }

  /**
   * A part that was made with tags, or with stock, has them; one that was not acknowledged has them or is not there.
   */
  async #news(one: Ledger['news'][number]): Promise<void> {
    const { body } = await this.#get(`/api/part/?search=${one.name}&limit=5&tags=true`)
    if (body.count === 0 && !one.sure) return
    if (body.count !== 1) return void this.faults.push(`part ${one.name} is there ${body.count} times`)
    const [part] = body.results
    const whole = (await this.#get(`/api/part/${part.pk}/?tags=true`)).body
    if ([...(whole.tags ?? [])].sort().join() !== ['trusted', one.name].sort().join())
      this.faults.push(`part ${one.name} has the tags ${JSON.stringify(whole.tags)}`)
    const stock = (await this.#get(`/api/stock/?part=${part.pk}&batch=&limit=5`)).body.results.filter(
      (item: any) => !item.batch
    )
    if (one.stock && stock.length !== 1)
      this.faults.push(`part ${one.name} came with stock, but has ${stock.length} items`)
    one.sure = true
  }

  async #serials({ first, sure }: Ledger['serials'][number]): Promise<void> {
    const { body } = await this.#get(
      `/api/stock/?part=${this.#serialPart}&serial_gte=${first}&serial_lte=${first + RUN - 1}&limit=100`
    )
    if (body.count !== RUN && (sure || body.count !== 0))
      this.faults.push(`of the serial numbers from ${first} there are ${body.count} of ${RUN}`)
  }

  async #upload(comment: string): Promise<void> {
    const { body } = await this.#get(`/api/attachment/?search=${comment}&limit=5`)
    for (const { pk, attachment } of body.results) {
      const { status } = await this.#get(attachment)
      if (status !== 200) this.faults.push(`attachment ${pk} is there, but its file is answered with ${status}`)
    }
  }
}
