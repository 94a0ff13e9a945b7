// Backups that are made while others write, restored elsewhere: each is the state of one moment, with the files that
// belong to it.
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { multipart } from '../support/multipart.ts'
import { run } from '../server/run.ts'
import { Caller } from './connection.ts'
import { digest } from './ledger.ts'
import { makePlace, type Engine, type TestPlace } from './place.ts'
import { Random } from './random.ts'
import { startServer } from './running.ts'

export interface BackupOptions {
  engine: Engine
  backups: number
  seed: number
}
export interface BackupResult {
  backups: number
  writes: number
  attachments: number
  faults: string[]
}

/** Pairs of stock items that are always counted together, and the amount of a part that is only ever moved around. */
const PAIRS = 10
const AMOUNT = 1_000_000_000
/** How many attachments there are, once so many were made: for each new one an older goes. */
const KEPT = 60

interface Stage {
  pairs: [number, number][]
  locations: number[]
  moved: number
  part: number
}

/** Writes in ways that no half of which may ever be seen. */
class Busy {
  writes = 0
  readonly faults: string[] = []
  readonly #stage: Stage
  readonly #working: Promise<unknown>
  readonly #kept: number[] = []
  #going = true

  constructor(url: string, token: string, stage: Stage, seed: number) {
    this.#stage = stage
    this.#working = Promise.all(
      [this.#count, this.#move, this.#files, this.#files, this.#files].map(async (work, n) => {
        const [random, caller] = [new Random(seed, n), new Caller(url, token)]
        while (this.#going) await work.call(this, caller, random)
        caller.connection.close()
      })
    )
  }

  async #ask(work: Promise<{ status: number; body: any }>): Promise<any> {
    const { status, body } = await work
    this.writes++
    if (status >= 400) this.faults.push(`a write was answered with ${status}: ${JSON.stringify(body)?.slice(0, 200)}`)
    return body
  }

  async #count(caller: Caller, random: Random): Promise<void> {
    const quantity = random.whole(1, 1e6)
    await this.#ask(
      caller.ask('POST', '/api/stock/count/', { items: random.pick(this.#stage.pairs).map((pk) => ({ pk, quantity })) })
    )
  }

  /** Splits something off and puts it elsewhere: the sum stays. */
  async #move(caller: Caller, random: Random): Promise<void> {
    const items = (await caller.ask('GET', `/api/stock/?part=${this.#stage.moved}&ordering=-quantity&limit=5`)).body
      .results
    const { pk, quantity } = random.pick<{ pk: number; quantity: number }>(items)
    const location = random.pick(this.#stage.locations)
    await this.#ask(
      caller.ask('POST', '/api/stock/transfer/', {
        items: [{ pk, quantity: random.whole(1, Math.max(1, Math.floor(quantity / 2))) }],
        location
      })
    )
  }

  async #files(caller: Caller, random: Random): Promise<void> {
    const content = Buffer.alloc(random.size(100, 200_000), random.word())
    const [body, headers] = multipart({
      model_type: 'part',
      model_id: this.#stage.part,
      comment: digest(content),
      attachment: { name: `${random.word()}.bin`, content }
    })
    this.#kept.push((await this.#ask(caller.send({ method: 'POST', path: '/api/attachment/', headers, body })))?.pk)
    if (this.#kept.length > KEPT)
      await this.#ask(caller.ask('DELETE', `/api/attachment/${this.#kept.splice(random.whole(0, KEPT), 1)[0]}/`))
  }

  async stop(): Promise<void> {
    this.#going = false
    await this.#working
  }
}

async function makeStage(url: string, token: string): Promise<Stage> {
  const caller = new Caller(url, token)
  const make = async (path: string, body: object) => (await caller.ask('POST', path, body)).body
  const locations = [
    (await make('/api/stock/location/', { name: 'here' })).pk,
    (await make('/api/stock/location/', { name: 'there' })).pk
  ]
  const [part, moved] = [
    (await make('/api/part/', { name: 'counted' })).pk,
    (await make('/api/part/', { name: 'moved' })).pk
  ]
  const item = async () => (await make('/api/stock/', { part, quantity: 1, location: locations[0] }))[0].pk as number
  const pairs: [number, number][] = []
  while (pairs.length < PAIRS) pairs.push([await item(), await item()])
  await make('/api/stock/', { part: moved, quantity: AMOUNT, location: locations[0] })
  caller.connection.close()
  return { pairs, locations, moved, part }
}

/** What is wrong with what was restored. */
async function look(place: TestPlace, { pairs, moved }: Stage): Promise<{ faults: string[]; attachments: number }> {
  const faults: string[] = []
  const server = await startServer(place.env, join(place.folder, 'server.log'))
  const caller = new Caller(server.url, place.tokens.admin)
  const get = async (path: string) => (await caller.ask('GET', path)).body
  try {
    const state = async (pk: number) =>
      `${(await get(`/api/stock/${pk}/`)).quantity} after ${(await get(`/api/stock/track/?item=${pk}&limit=1`)).count} entries`
    for (const [one, other] of pairs) {
      const [a, b] = [await state(one), await state(other)]
      if (a !== b) faults.push(`of two items that were counted together one is ${a}, the other ${b}`)
    }
    const sum = (await get(`/api/stock/?part=${moved}`)).reduce(
      (total: number, item: { quantity: number }) => total + item.quantity,
      0
    )
    if (sum !== AMOUNT) faults.push(`of ${AMOUNT} that were moved around there are ${sum}`)
    const attachments = await get('/api/attachment/')
    for (const { pk, attachment, comment } of attachments) {
      const { status, bytes } = await caller.send({ method: 'GET', path: attachment })
      if (status !== 200 || digest(bytes) !== comment)
        faults.push(
          `the file of attachment ${pk} is answered with ${status}, ${bytes.length} bytes that are not those that were sent`
        )
    }
    return { faults, attachments: attachments.length }
  } finally {
    caller.connection.close()
    await server.stop()
  }
}

/** Makes backups by HTTP and by the command line in turn while others write, and looks at what each restores. */
export async function backups({ engine, backups: wanted, seed }: BackupOptions): Promise<BackupResult> {
  const place = await makePlace(engine)
  const faults: string[] = []
  const result: BackupResult = { backups: 0, writes: 0, attachments: 0, faults }
  const server = await startServer(place.env, join(place.folder, 'server.log'))
  try {
    const stage = await makeStage(server.url, place.tokens.admin)
    const busy = new Busy(server.url, place.tokens.admin, stage, seed)
    const files: string[] = []
    const begun = busy.writes
    for (let n = 0; n < wanted; n++) {
      while (busy.writes < begun + (n + 1) * 100) await sleep(20)
      const file = join(place.folder, `${n}.tar.gz`)
      if (n % 2) {
        const { code, err } = await run(['backup', file, '--media'], place.env)
        if (code !== 0) {
          faults.push(`inventree backup ends with ${code}: ${err}`)
          continue
        }
      } else {
        const answer = await fetch(`${server.url}/api/system/backup/?media=true`, {
          headers: { authorization: place.tokens.admin }
        })
        if (answer.status !== 200) {
          faults.push(`GET /api/system/backup/ was answered with ${answer.status}`)
          continue
        }
        await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(file))
      }
      files.push(file)
    }
    await busy.stop()
    result.writes = busy.writes
    faults.push(...busy.faults)
    for (const file of files) {
      // The token that was made elsewhere holds where the database and the key are the same.
      const other = await makePlace(engine)
      try {
        const { code, err } = await run(['restore', file, '--yes'], other.env)
        if (code !== 0) {
          faults.push(`inventree restore ends with ${code}: ${err}`)
          continue
        }
        const found = await look({ ...other, tokens: place.tokens }, stage)
        faults.push(...found.faults)
        result.attachments += found.attachments
        result.backups++
        const check = await run(['check'], other.env)
        if (check.code !== 0)
          faults.push(
            `inventree check of what was restored: ${check.out
              .split('\n')
              .filter((line) => !line.startsWith('ok'))
              .join('\n')}${check.err}`
          )
      } finally {
        await other.remove()
      }
    }
    return result
  } finally {
    await server.kill()
    await place.remove()
  }
}
