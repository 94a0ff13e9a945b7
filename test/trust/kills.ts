// Kills a server, or what it stands on, at random moments while it is written to, and looks whether all that it
// acknowledged is there, whole.
import { readdirSync, utimesSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { mediaOf } from '#framework/files/media.ts'
import { isNote } from '#framework/files/paths.ts'
import { unsettledFiles } from '#framework/files/unsettled.ts'
import { descendants } from '../support/processes.ts'
import type { PostgresServer } from '../support/postgres-server.ts'
import { run } from '../server/run.ts'
import { Caller, NoAnswer } from './connection.ts'
import { Reader } from './ledger.ts'
import { makePlace, type TestPlace } from './place.ts'
import { Random } from './random.ts'
import { lastOf, startServer, type Running } from './running.ts'
import { Writer, type Stage } from './writer.ts'

/** What a server stands on. */
export type Setup = 'sqlite' | 'workers' | 'postgresql'

export interface KillOptions {
  setup: Setup
  kills: number
  seed: number
  /** The server that is killed too; for the setup with PostgreSQL alone. */
  postgres?: PostgresServer
  /** The longest time to write before a kill, in ms. */
  longest: number
}

export interface KillResult {
  kills: number
  acknowledged: number
  looked: number
  victims: Record<string, number>
  statuses: Record<number, number>
  faults: string[]
}

const WRITERS = 8
/** Where records that name files are listed, and the column that names one. */
const HOLDERS_OF_FILES = [
  ['/api/attachment/', 'attachment'],
  ['/api/label/template/', 'template'],
  ['/api/report/template/', 'template']
] as const
/** How long anything may take before it counts as hanging, in ms. */
const PATIENCE = 30_000

/** Waits until something is so; false where it took too long. */
async function until(holds: () => boolean | Promise<boolean>, ms = PATIENCE): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) if (await holds()) return true
  return false
}

class Killer {
  readonly #options: KillOptions
  readonly #place: TestPlace
  readonly #random: Random
  readonly #faults: string[] = []
  readonly #victims: Record<string, number> = {}
  #server!: Running
  #looked = 0

  constructor(options: KillOptions, place: TestPlace) {
    this.#options = options
    this.#place = place
    this.#random = new Random(options.seed)
  }

  get #log(): string {
    return join(this.#place.folder, 'server.log')
  }
  readonly #start = async (): Promise<void> => {
    this.#server = await startServer(this.#place.env, this.#log)
  }
  readonly #caller = (authorization = this.#place.tokens.admin): Caller =>
    new Caller(this.#server.url, authorization, PATIENCE)

  /** What is killed, for each setup. The server goes on, unless it was killed itself. */
  readonly #kill: Record<Setup, Record<string, () => Promise<void>>> = {
    sqlite: { server: () => this.#killServer() },
    workers: {
      'primary and workers': () => this.#killServer(),
      'the primary alone': () => this.#killPrimary(),
      'a worker': () => this.#killWorker()
    },
    postgresql: {
      server: () => this.#killServer(),
      database: async () => {
        this.#options.postgres!.kill()
        await this.#startDatabase()
      },
      both: async () => {
        this.#options.postgres!.kill()
        await this.#killServer(false)
        await this.#startDatabase()
        await this.#start()
      },
      'a backend': async () =>
        await this.#administer((mine) => {
          for (const pid of mine)
            try {
              process.kill(pid, 'SIGKILL')
            } catch {
              /* it has ended */
            }
        }),
      'all connections': async () =>
        await this.#administer(async (_mine, client) => {
          await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
            this.#place.env.INVENTREE_DB_NAME
          ])
        })
    }
  }

  async #killServer(again = true): Promise<void> {
    await this.#server.kill()
    if (again) await this.#start()
  }

  /** Workers notice that their primary is gone, and end: nobody would stop them any more. */
  async #killPrimary(): Promise<void> {
    const workers = descendants(this.#server.pid)
    process.kill(this.#server.pid, 'SIGKILL')
    const alive = () =>
      workers.filter((pid) => {
        try {
          process.kill(pid, 0)
          return true
        } catch {
          return false
        }
      })
    if (!(await until(() => alive().length === 0)))
      this.#faults.push(`${alive().length} workers run on without their primary`)
    await this.#killServer()
  }

  async #killWorker(): Promise<void> {
    const workers = descendants(this.#server.pid)
    const victim = this.#random.pick(workers)
    process.kill(victim, 'SIGKILL')
    if (
      !(await until(() => {
        const now = descendants(this.#server.pid)
        return !now.includes(victim) && now.length === workers.length
      }))
    )
      this.#faults.push('a worker that was killed was not replaced')
  }

  /** Recovery may take a while, and the folder is locked until the last of the old processes has gone. */
  async #startDatabase(): Promise<void> {
    if (
      !(await until(() => {
        try {
          this.#options.postgres!.start()
          return true
        } catch {
          return false
        }
      }))
    )
      throw new Error('PostgreSQL does not start again')
  }

  /** @param work gets the processes of one connection of ours, and a connection to another database */
  async #administer(work: (mine: number[], client: pg.Client) => Promise<void> | void): Promise<void> {
    const { INVENTREE_DB_HOST: host, INVENTREE_DB_PORT: port, INVENTREE_DB_USER: user } = this.#place.env
    const client = new pg.Client({ host, port: Number(port), user, database: 'postgres' })
    client.on('error', () => undefined) // where a backend is killed, PostgreSQL ends all
    await client.connect()
    const { rows } = await client.query('select pid from pg_stat_activity where datname = $1', [
      this.#place.env.INVENTREE_DB_NAME
    ])
    await work(rows.length ? [this.#random.pick(rows).pid] : [], client)
    await client.end().catch(() => undefined)
  }

  async run(): Promise<KillResult> {
    await this.#start()
    try {
      const writers = await this.#writers()
      for (let round = 1; round <= this.#options.kills; round++) await this.#round(writers, round)
      if (!this.#server.ended()) {
        const code = await this.#server.stop()
        if (code !== 0) this.#faults.push(`told to stop, the server ended with ${code}`)
      }
      await this.#sweep(writers)
      const statuses: Record<number, number> = {}
      for (const writer of writers)
        for (const [status, count] of writer.statuses) statuses[status] = (statuses[status] ?? 0) + count
      const acknowledged = Object.entries(statuses).reduce(
        (sum, [status, count]) => sum + (Number(status) < 300 ? count : 0),
        0
      )
      return {
        kills: this.#options.kills,
        acknowledged,
        looked: this.#looked,
        victims: this.#victims,
        statuses,
        faults: this.#faults
      }
    } finally {
      await this.#server.kill()
    }
  }

  async #writers(): Promise<Writer[]> {
    const make = async (path: string, body: object) => (await this.#caller().ask('POST', path, body)).body.pk as number
    const stage: Stage = {
      location: await make('/api/stock/location/', { name: 'here' }),
      other: await make('/api/stock/location/', { name: 'there' }),
      serialPart: await make('/api/part/', { name: 'counted', trackable: true }),
      nextSerial: 1
    }
    return Array.from({ length: WRITERS }, (_, n) => {
      let [url, caller] = ['', undefined as Caller | undefined]
      // A new server, though at the same address, is reached by a new connection.
      return new Writer(new Random(this.#options.seed, n), stage, () => {
        if (!caller || url !== `${this.#server.url} ${this.#server.pid}`)
          [url, caller] = [`${this.#server.url} ${this.#server.pid}`, this.#caller()]
        return caller
      })
    })
  }

  async #round(writers: Writer[], round: number): Promise<void> {
    const { setup, longest } = this.#options
    const written = () => writers.reduce((sum, writer) => sum + writer.written, 0)
    const begun = written()
    const writing = Promise.all(writers.map((writer) => writer.write()))
    // On a slow machine too there has to be something to lose.
    await until(() => written() > begun + WRITERS)
    await sleep(this.#random.whole(0, longest))
    const victims = Object.entries(this.#kill[setup])
    // Each in turn, so that a short run kills everything.
    const [name, kill] = victims[round % victims.length]!
    this.#victims[name] = (this.#victims[name] ?? 0) + 1
    const before = this.#server
    await kill()
    for (const writer of writers) writer.going = false
    await writing
    if (this.#server === before && this.#server.ended()) {
      this.#faults.push(
        `round ${round}: the server ended (${JSON.stringify(this.#server.ended())}) when ${name} was killed: ${lastOf(this.#log)}`
      )
      await this.#start()
    }
    if (
      !(await until(
        async () =>
          this.#server.ended() !== undefined ||
          (
            await this.#caller()
              .ask('GET', '/api/user/roles/')
              .catch(() => undefined)
          )?.status === 200
      ))
    )
      this.#faults.push(`round ${round}: after ${name} was killed, nobody is served`)
    for (const writer of writers)
      this.#faults.push(...writer.faults.splice(0).map((fault) => `round ${round} (${name}): ${fault}`))
    try {
      await this.#look(writers, round === this.#options.kills, round)
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      this.#faults.push(
        `round ${round} (${name}): while everything is looked at: ${error.message}: ${lastOf(this.#log)}`
      )
      if (this.#server.ended()) await this.#start()
    }
    if (round % 5 === 0 || round === this.#options.kills) await this.#check(round)
  }

  async #look(writers: Writer[], all: boolean, round: number): Promise<void> {
    await Promise.all(
      writers.map(async ({ ledger, stage }) => {
        const caller = this.#caller()
        const reader = new Reader(caller, (token) => this.#caller(`Token ${token}`), stage.serialPart)
        await reader.look(ledger, all)
        caller.connection.close()
        this.#looked += reader.looked
        this.#faults.push(...reader.faults.map((fault) => `round ${round}: ${fault}`))
      })
    )
  }

  async #check(round: number): Promise<void> {
    const { code, out, err } = await run(['check'], this.#place.env)
    if (code !== 0)
      this.#faults.push(
        `round ${round}: inventree check ends with ${code}: ${out
          .split('\n')
          .filter((line) => !line.startsWith('ok'))
          .join('\n')}${err}`
      )
  }

  /**
   * A file whose record never came belongs to nothing: it is found when it is old enough, and put aside; no other file
   * is.
   */
  async #sweep(writers: Writer[]): Promise<void> {
    const media = this.#place.env.INVENTREE_MEDIA_ROOT!
    const hourAgo = new Date(Date.now() - 3_600_000)
    for (const { parentPath, name } of readdirSync(media, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile()
    ))
      utimesSync(join(parentPath, name), hourAgo, hourAgo)
    const { code, out } = await run(['check', '--mend'], this.#place.env)
    if (code !== 0) this.#faults.push(`inventree check --mend ends with ${code}: ${out}`)
    await this.#start()
    await this.#look(writers, true, this.#options.kills)
    const named = new Set<string>()
    for (const [path, column] of HOLDERS_OF_FILES)
      for (const record of (await this.#caller().ask('GET', path)).body)
        named.add(record[column].replace('/media/', ''))
    const files = readdirSync(media, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => relative(media, join(parentPath, name)))
      .filter((path) => !isNote(path))
    // Those that a server noted before it was killed go with the work of the day.
    const noted = await unsettledFiles(mediaOf({ mediaRoot: media }))
    const strays = files.filter((path) => !named.has(path) && !noted.has(path))
    if (strays.length) this.#faults.push(`after mending these belong to nothing: ${strays.join(' ')}`)
    if (!named.isSubsetOf(new Set(files))) this.#faults.push('after mending files of attachments are missing')
  }
}

/** Kills as often as asked, and gives the faults; none are wanted. */
export async function kills(options: KillOptions): Promise<KillResult> {
  const place = await makePlace(
    options.setup === 'postgresql' ? 'postgresql' : 'sqlite',
    options.setup === 'workers' ? { INVENTREE_WORKERS: '2' } : {}
  )
  try {
    return await new Killer(options, place).run()
  } finally {
    await place.remove()
  }
}
