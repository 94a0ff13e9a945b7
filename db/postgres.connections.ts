import pg from 'pg'
import { once } from 'node:events'
import { connect, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Condition } from './condition.ts'
import { DatabaseFailure, ofConnection } from './failures.ts'
import { currentLimit } from './limit.ts'

/** How long a connection may take to be made. */
const CONNECT_MS = 5000
/** How long to wait for one of the connections that others use. */
const QUEUE_MS = 30_000
/** How often to look whether a database that went away is back. */
const PAUSE_MS = 500
/** Where no statement was answered for so long, a connection of its own looks whether the database is there. */
const SILENCE_MS = 5000
/**
 * The limits of a server that answers requests: for one statement, for the turn to write, for a transaction that does
 * nothing.
 */
const STATEMENT_MS = 300_000
const LOCK_MS = 120_000
const IDLE_MS = 300_000

/**
 * Compiling takes what long work gains by, which most lists are not: it takes longer than they. What many records hold
 * that are searched for has to fit into memory: without that each row of a list would be held against all of them.
 * Behind a pooler that knows no sessions it may stay as it was.
 */
const SESSION = "set jit = off; set work_mem = '64MB'"
/**
 * The server finds out by itself that a machine is gone which holds the lock of whoever writes, and ends what it asked
 * for.
 */
const BOUNDED = `${SESSION}; set statement_timeout = ${STATEMENT_MS}; set lock_timeout = ${LOCK_MS}; set idle_in_transaction_session_timeout = ${IDLE_MS};
  set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3; set client_connection_check_interval = 5000`

/** The number by which the protocol knows a request to end a statement. */
const CANCEL_REQUEST = 80_877_102

/** What the driver keeps of a connection, by which the server lets its statement be ended. */
interface BackendKey {
  processID: number
  secretKey: number
}

/** One connection; how long it may take to be made has nothing to do with how long others keep theirs. */
class Client extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    // The pool hides the password from whoever copies its options.
    super({ ...config, password: config?.password, connectionTimeoutMillis: CONNECT_MS })
    // Whoever uses it learns from the statement that failed; nobody listening would end the process.
    this.on('error', () => undefined)
  }
}

/**
 * The connections to one PostgreSQL database. Where one breaks, all are made anew, and one of its own looks whether the
 * database is there. While it is not, everybody is refused at once, whoever waits as well.
 */
export class ConnectionPool {
  readonly #config: pg.PoolConfig
  readonly #condition: Condition
  #pool: pg.Pool
  /** What leads to the database, also what has not got there yet. */
  readonly #sockets = new Set<Socket>()
  /** Tells those who wait for one that they do so in vain. */
  readonly #waiting = new Set<(none: undefined) => void>()
  #probing = false
  #gone: DatabaseFailure | undefined
  #closed = false
  #renewals = 0
  #asked = 0
  #answered = 0
  #heard = 0
  readonly #watch: NodeJS.Timeout

  constructor(config: pg.PoolConfig, condition: Condition) {
    this.#config = {
      ...config,
      max: 10,
      allowExitOnIdle: true,
      application_name: 'inventree',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      stream: () => this.#socket()
    }
    this.#condition = condition
    this.#pool = this.#make()
    this.#watch = setInterval(() => {
      void this.#listen()
    }, SILENCE_MS).unref()
  }

  /**
   * How often all connections were made anew: the database may be another one since, such as a standby that took over.
   */
  get renewals(): number {
    return this.#renewals
  }

  /** From now on no statement may take longer than requests can wait for. */
  bound(): void {
    Object.assign(this.#config, {
      query_timeout: STATEMENT_MS + CONNECT_MS,
      onConnect: async (client: pg.Client) => {
        await client.query(BOUNDED)
      }
    })
    this.#renew()
  }

  /**
   * A connection, to be released; with `true` where it is not to be used again.
   *
   * @throws DatabaseFailure where there is none
   */
  async acquire(): Promise<pg.PoolClient> {
    for (;;) {
      if (this.#gone) throw this.#gone
      const { promise, resolve } = Promise.withResolvers<undefined>()
      this.#waiting.add(resolve)
      const coming = this.#pool.connect()
      let client: pg.PoolClient | undefined
      try {
        client = await Promise.race([coming, promise])
      } catch (error) {
        throw this.#meaning(error)
      } finally {
        this.#waiting.delete(resolve)
      }
      if (client) return client
      coming.then(
        (late) => late.release(true),
        () => undefined
      )
    }
  }

  /**
   * Runs a statement; it is ended where the limit of the work is over, or nobody waits for what it reads.
   *
   * @throws DatabaseFailure where the database failed, what the driver throws where it refused
   */
  async query<Row extends pg.QueryResultRow>(
    client: pg.PoolClient,
    query: string | pg.QueryConfig
  ): Promise<pg.QueryResult<Row>> {
    this.#asked++
    let cancelling: Promise<void> | undefined
    const forget = currentLimit()?.whenOver?.(() => {
      cancelling ??= this.#cancel(client as unknown as BackendKey)
    })
    try {
      return await client.query<Row>(query)
    } catch (error) {
      throw this.#meaning(error)
    } finally {
      this.#answered++
      forget?.()
      // It must not meet the next statement of the connection.
      await cancelling
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#watch)
    const ended = new AbortController()
    await Promise.race([
      this.#pool.end(),
      sleep(CONNECT_MS, undefined, { signal: ended.signal }).catch(() => undefined)
    ])
    ended.abort()
    // What hears nothing from its other end says no goodbye.
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Asks the server to end what a connection is at; it may have ended by itself. */
  async #cancel({ processID, secretKey }: BackendKey): Promise<void> {
    const { host, port } = this.#config as { host: string; port: number }
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
    const message = Buffer.alloc(16)
    for (const [at, value] of [message.length, CANCEL_REQUEST, processID, secretKey].entries())
      message.writeInt32BE(value, 4 * at)
    socket.setTimeout(CONNECT_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.end(message)
    await once(socket, 'close')
  }

  #make(): pg.Pool {
    const onConnect = async (client: pg.ClientBase) => {
      await client.query(SESSION)
    }
    const config = { onConnect, ...this.#config, connectionTimeoutMillis: QUEUE_MS, Client } as pg.PoolConfig
    const pool = new pg.Pool(config)
    pool.on('error', (error) => {
      this.#meaning(error)
    })
    return pool
  }

  #socket(): Socket {
    const socket = new Socket()
    this.#sockets.add(socket)
    return socket.once('close', () => {
      this.#sockets.delete(socket)
    })
  }

  /** Those in use go on; nobody takes them again. Whoever waits does so for the new ones. */
  #renew(): void {
    const old = this.#pool
    this.#pool = this.#make()
    this.#renewals++
    old.end().catch(() => undefined)
    for (const resolve of this.#waiting) resolve(undefined)
  }

  /** What an error means; where a connection is the reason, somebody looks whether the database is there. */
  #meaning(error: unknown): unknown {
    const failure = ofConnection(error)
    if (failure instanceof DatabaseFailure && failure.kind === 'away' && !this.#probing && !this.#closed)
      void this.#probe(failure)
    return failure
  }

  /**
   * Looks again and again until the database is there.
   *
   * @param broke what happened to a connection
   * @param absent why the database is away, where that is known already
   */
  async #probe(broke: DatabaseFailure, absent?: DatabaseFailure): Promise<void> {
    this.#probing = true
    this.#renew()
    // What ended the others may have ended this one too.
    absent ??= (await this.#look()) && (await this.#look())
    while (absent && !this.#closed) {
      this.#condition.away(absent.message)
      this.#refuse(absent)
      await sleep(PAUSE_MS, undefined, { ref: false })
      absent = await this.#look()
    }
    this.#gone = undefined
    this.#probing = false
    if (!this.#closed && !this.#condition.back()) this.#condition.broke(broke.message)
  }

  /** Refuses whoever waits for a connection or an answer, and from now on everybody who comes. */
  #refuse(failure: DatabaseFailure): void {
    const known = this.#gone
    this.#gone = failure
    if (known) return
    this.#renew()
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Where statements wait and none was answered for a while, the network may have gone away without a word. */
  async #listen(): Promise<void> {
    const silent = this.#asked > this.#answered && this.#heard === this.#answered
    this.#heard = this.#answered
    if (!silent || this.#probing) return
    const failure = await this.#look()
    if (failure && !this.#probing) void this.#probe(failure, failure)
  }

  /** Why the database cannot be used, tried with a connection of its own; undefined where it can. */
  async #look(): Promise<DatabaseFailure | undefined> {
    const client = new Client({ ...this.#config, query_timeout: CONNECT_MS })
    try {
      await client.connect()
      const {
        rows: [row]
      } = await client.query<{ readOnly: string }>('select current_setting(\'transaction_read_only\') as "readOnly"')
      return row?.readOnly === 'on'
        ? new DatabaseFailure('away', 'it takes no writes, as a standby does not')
        : undefined
    } catch (error) {
      const failure = ofConnection(error)
      // One that has no room for another connection is there.
      if (failure instanceof DatabaseFailure && failure.kind === 'busy') return undefined
      return new DatabaseFailure('away', (failure as Error).message, error)
    } finally {
      client.end().catch(() => undefined)
    }
  }
}
