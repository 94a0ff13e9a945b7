import t, { type Test } from 'tap'
import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { boundStatements, openDatabase, type Database, type PostgresAddress } from '#db/database.ts'
import { failureOf } from '#db/failures.ts'
import { serve, type Server } from '../server/run.ts'
import { login, shared } from '../server/together.ts'
import { dropDatabase, environmentOf, makeDatabase, onPostgres, placeOf } from '../support/postgres.ts'
import { proxy, type Proxy } from '../support/proxy.ts'

const HEALTH = '/api/system/health/'

/** A server whose connections to the database can be broken. */
interface Broken {
  server: Server
  proxy: Proxy
  token: string
  /** Runs a statement on the same database, past the proxy. */
  psql(text: string, database?: string): Promise<any[]>
  /** What the server has said since it listened. */
  said(): string
}

async function psql(place: PostgresAddress, text: string): Promise<any[]> {
  const client = new pg.Client({
    host: place.host,
    port: place.port,
    database: place.name,
    user: place.user,
    password: place.password ?? undefined
  })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function broken(t: Test, more: Record<string, string> = {}): Promise<Broken> {
  const env = await shared(t)
  const direct = placeOf(env.INVENTREE_DB_NAME!)
  const between = await proxy(t, direct)
  const server = await serve(t, [], { ...env, ...environmentOf(between.place), ...more })
  let said = ''
  server.process.stdout!.on('data', (chunk) => {
    said += chunk
  })
  server.process.stderr!.on('data', (chunk) => {
    said += chunk
  })
  const { token } = (await server.ask('GET', '/api/user/token/', login)).body
  return {
    server,
    proxy: between,
    token: `Token ${token}`,
    psql: (text, database) => psql(database ? placeOf(database) : direct, text),
    said: () => said
  }
}

const count = (text: string, what: RegExp) => text.match(new RegExp(what, 'g'))?.length ?? 0

/** Asks until the server is well again. */
async function recovered({ server }: Broken): Promise<void> {
  for (let n = 0; (await server.ask('GET', HEALTH)).status !== 200; n++) {
    if (n > 300) throw new Error('it does not recover')
    await sleep(100)
  }
}

/**
 * Writes parts from many clients at once until told to stop; gives the statuses, and the names of those that were
 * acknowledged.
 */
function writing({ server, token }: Broken): { names: string[]; stop(): Promise<Set<number>> } {
  let stopped = false
  const [statuses, names] = [new Set<number>(), [] as string[]]
  const all = Promise.all(
    Array.from({ length: 8 }, async (_, client) => {
      for (let n = 0; !stopped; n++) {
        const name = `Part ${client} ${n}`
        const [written, read] = await Promise.all([
          server.ask('POST', '/api/part/', token, { name }),
          server.ask('GET', '/api/part/?limit=1', token)
        ])
        statuses.add(written.status).add(read.status)
        if (written.status === 201) names.push(name)
        if (written.status === 503) await sleep(10)
      }
    })
  )
  return {
    names,
    stop: async () => {
      stopped = true
      await all
      return statuses
    }
  }
}

t.test('with PostgreSQL', { skip: !onPostgres && 'these break connections to PostgreSQL' }, async (t) => {
  for (const workers of ['1', '2']) {
    t.test(
      `connections that are ended while ${workers} processes write → 503 at most, and nothing that was acknowledged is lost`,
      async (t) => {
        const house = await broken(t, { INVENTREE_WORKERS: workers })
        const work = writing(house)
        for (let round = 0; round < 10; round++) {
          await sleep(150)
          if (round % 2) house.proxy.cut()
          else
            await house.psql(
              "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'inventree' and datname = current_database()"
            )
        }
        const { names } = work
        while (names.length < 20) await sleep(50)
        const statuses = await work.stop()
        t.strictSame(
          [...statuses].filter((status) => ![200, 201, 503].includes(status)),
          []
        )
        await recovered(house)
        const stored = new Set((await house.psql('select name from part')).map(({ name }) => name))
        t.strictSame(
          names.filter((name) => !stored.has(name)),
          []
        )
        t.equal(
          (await house.psql('select count(*)::int as count from error_report'))[0].count,
          0,
          'these are no errors of the server'
        )
        t.notMatch(house.said(), /another takes its place/)
        t.ok(
          count(house.said(), /connections to the database broke/) <= Number(workers),
          'each process tells of it once'
        )
        t.equal(await house.server.stop(), 0, 'it lives until it is told to stop')
      }
    )
  }

  t.test('a database that is away → 503 at once, told by health and once by the log; then all goes on', async (t) => {
    const house = await broken(t)
    const { server, token, proxy } = house
    await proxy.close()
    for (let n = 0; n < 20; n++) {
      for (const [method, path, body] of [
        ['GET', '/api/part/'],
        ['POST', '/api/part/', { name: 'Relay' }],
        ['GET', '/api/part/99/']
      ] as const) {
        const answer = await server.ask(method, path, token, body)
        t.match(answer, {
          status: 503,
          body: { detail: 'The database cannot be reached at the moment. Nothing was changed; try again soon.' },
          headers: { 'retry-after': '5' }
        })
      }
    }
    t.equal(
      (await server.ask('GET', '/api/part/', login)).status,
      503,
      'and no 401 for a password that cannot be looked at'
    )
    for (const by of [undefined, token, login]) {
      t.match(await server.ask('GET', HEALTH, by), {
        status: 503,
        body: { status: 'failing', database: 'away', migrations: 'unknown' }
      })
    }
    await proxy.open()
    await recovered(house)
    t.equal((await server.ask('POST', '/api/part/', token, { name: 'Relay' })).status, 201)
    t.equal(count(house.said(), /the database is away/), 1)
    t.equal(count(house.said(), /the database is back/), 1)
    t.equal((await house.psql('select count(*)::int as count from error_report'))[0].count, 0)
    t.equal(await server.stop(), 0)
  })

  t.test('connections that broke while nobody used them → nobody notices', async (t) => {
    const { server, token, proxy } = await broken(t)
    for (let n = 0; n < 5; n++) {
      proxy.cut()
      t.equal((await server.ask('GET', '/api/part/?limit=1', token)).status, 200)
      proxy.cut()
      t.equal((await server.ask('POST', '/api/part/', token, { name: `Part ${n}` })).status, 201)
    }
  })

  t.test(
    'what ends all connections also ends the one that looks whether the database is there → it is there all the same',
    async (t) => {
      const house = await broken(t)
      const { server, token, proxy } = house
      let looked = 0
      proxy.watch = (text) => (text.includes('transaction_read_only') && looked++ === 0 ? 'lost' : undefined)
      proxy.cut()
      t.equal((await server.ask('GET', '/api/part/?limit=1', token)).status, 200)
      while (looked < 2) await sleep(20)
      await recovered(house)
      t.notMatch(house.said(), /the database is away/)
      t.match(house.said(), /connections to the database broke/)
    }
  )

  t.test(
    'a connection that breaks as a statement is sent → a read is asked again, so is the beginning of a transaction',
    async (t) => {
      const { server, token, proxy, psql } = await broken(t)
      for (const [what, request] of [
        ['from "part"', () => server.ask('GET', '/api/part/?limit=1', token)],
        ['pg_current_snapshot', () => server.ask('GET', '/api/part/?limit=1', token)],
        ['pg_advisory_xact_lock', () => server.ask('POST', '/api/part/', token, { name: 'Begun' })]
      ] as const) {
        let broke = 0
        proxy.watch = (text) => (text.includes(what) && broke++ === 0 ? 'lost' : undefined)
        t.match(await request(), { status: /^20[01]$/ }, what)
        t.ok(broke > 1)
      }
      proxy.watch = (text) => (text.includes('insert into "part"') ? 'lost' : undefined)
      t.equal(
        (await server.ask('POST', '/api/part/', token, { name: 'Lost' })).status,
        503,
        'what has begun to write is not'
      )
      proxy.watch = undefined
      t.strictSame(
        (await psql('select name from part')).map(({ name }) => name),
        ['Begun']
      )
    }
  )

  t.test(
    'a write outside any transaction whose connection breaks may have been stored, and is not done again',
    async (t) => {
      const place = await makeDatabase()
      const between = await proxy(t, place)
      const db = await openDatabase(between.place)
      t.teardown(async () => {
        await db.destroy()
        await dropDatabase(place.name)
      })
      between.watch = (text) => (text.includes('insert into "error_report"') ? 'sent' : undefined)
      const error = await db
        .insertInto('error_report')
        .values({ when: '2026-01-01T00:00:00.000Z', info: 'once' })
        .execute()
        .catch((error: unknown) => error)
      t.equal(failureOf(error)?.kind, 'unsure')
      t.equal((await psql(place, 'select count(*)::int as count from error_report'))[0].count, 1)
    }
  )

  t.test(
    'a connection that breaks at the commit → 503 that says that it may or may not have been stored',
    async (t) => {
      const { server, token, proxy, psql } = await broken(t)
      for (const how of ['lost', 'sent'] as const) {
        proxy.watch = (text) => (/\bcommit\b/.test(text) ? how : undefined)
        t.match(await server.ask('POST', '/api/part/', token, { name: how }), {
          status: 503,
          body: { detail: /may or may not have been stored/ }
        })
      }
      proxy.watch = undefined
      t.strictSame(
        (await psql('select name from part')).map(({ name }) => name),
        ['sent'],
        'as happened to both of them'
      )
      t.equal((await server.ask('GET', '/api/part/?limit=1', token)).body.count, 1)
    }
  )

  t.test('a connection that breaks while a long list is sent → the answer breaks off, and nothing else', async (t) => {
    const { server, token, proxy, psql } = await broken(t)
    await psql(
      "insert into project_code (code, description, active) select 'C' || n, repeat('long ', 40), 1 from generate_series(1, 12000) as n"
    )
    const authorization = { headers: { authorization: token } }
    t.equal(((await (await fetch(`${server.url}/api/project-code/`, authorization)).json()) as unknown[]).length, 12000)
    let [began, pieces] = [false, 0]
    proxy.watch = (text) => {
      began ||= text.includes('repeatable read')
      return began && ++pieces === 5 ? 'lost' : undefined
    }
    await t.rejects(fetch(`${server.url}/api/project-code/`, authorization).then((response) => response.text()))
    proxy.watch = undefined
    t.equal((await server.ask('GET', '/api/project-code/?limit=1', token)).body.count, 12000)
    t.equal(await server.stop(), 0)
  })

  t.test('a network that is gone without a word → 503 for those who wait, and for those who come', async (t) => {
    const house = await broken(t)
    const { server, token, proxy } = house
    proxy.silent = true
    const began = Date.now()
    const waiting = [...Array(15).keys()].map((n) =>
      server.ask(n % 2 ? 'GET' : 'POST', '/api/part/', token, n % 2 ? undefined : { name: `Part ${n}` })
    )
    for (const { status } of await Promise.all(waiting)) t.equal(status, 503)
    t.ok(Date.now() - began < 25_000, 'as soon as somebody looked, not when the patience of each is over')
    t.match(await server.ask('GET', HEALTH), { status: 503, body: { database: 'away' } })
    proxy.silent = false
    await recovered(house)
    t.equal((await server.ask('POST', '/api/part/', token, { name: 'Relay' })).status, 201)
    t.equal(await server.stop(), 0)
  })

  t.test(
    'a network that is gone without a word, and nobody who makes a new connection → 503 within seconds all the same',
    async (t) => {
      const house = await broken(t)
      const { server, token, proxy } = house
      t.equal(
        (await server.ask('GET', '/api/part/?limit=1', token)).status,
        200,
        'there is a connection that waits for whoever comes'
      )
      proxy.silent = true
      const began = Date.now()
      t.equal((await server.ask('GET', '/api/part/?limit=1', token)).status, 503)
      t.ok(Date.now() - began < 25_000)
      proxy.silent = false
      await recovered(house)
      t.equal((await server.ask('GET', '/api/part/?limit=1', token)).status, 200)
    }
  )

  t.test('a server that became a standby → 503 until there is one that takes writes', async (t) => {
    const house = await broken(t)
    const { server, token, psql } = house
    const [{ name }] = await psql('select current_database() as name')
    const end =
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'inventree' and datname = current_database()"
    await psql(`alter database "${name}" set default_transaction_read_only = on`, 'postgres')
    await psql(end)
    for (let n = 0; n < 3; n++) t.equal((await server.ask('POST', '/api/part/', token, { name: 'Relay' })).status, 503)
    t.match(await server.ask('GET', HEALTH), { status: 503, body: { database: 'away' } })
    await psql(`alter database "${name}" reset default_transaction_read_only`, 'postgres')
    await recovered(house)
    t.equal((await server.ask('POST', '/api/part/', token, { name: 'Relay' })).status, 201)
    t.match(house.said(), /takes no writes/)
  })

  t.test('statements have a limit in a server, and none in a command', async (t) => {
    const place = await makeDatabase()
    const db = await openDatabase(place)
    t.teardown(async () => {
      await db.destroy()
      await dropDatabase(place.name)
    })
    const limits = async () =>
      Object.values(
        (
          await sql<object>`select current_setting('statement_timeout'), current_setting('lock_timeout') as turn,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(db)
        ).rows[0]!
      )
    t.strictSame(await limits(), ['0', '0', '0'])
    boundStatements(db)
    t.strictSame(await limits(), ['5min', '2min', '5min'])
    // Shorter ones, as nobody wants to wait for these.
    const refused = async (work: (trx: Database) => Promise<unknown>) =>
      failureOf(
        await db
          .transaction()
          .execute(work)
          .catch((error: unknown) => error)
      )?.kind
    t.equal(
      await refused(async (trx) => {
        await sql`set local statement_timeout = 50`.execute(trx)
        await sql`select pg_sleep(60)`.execute(trx)
      }),
      'slow'
    )
    const other = new pg.Client({
      host: place.host,
      port: place.port,
      database: place.name,
      user: place.user,
      password: place.password ?? undefined
    })
    await other.connect()
    await other.query('begin; lock table part')
    t.equal(
      await refused(async (trx) => {
        await sql`set local lock_timeout = 50`.execute(trx)
        await trx.selectFrom('part').select('id').execute()
      }),
      'busy'
    )
    await other.end()
  })

  t.test('each connection of a server is told these limits', async (t) => {
    const { server, token, proxy } = await broken(t)
    let told = ''
    proxy.watch = (text) => {
      told += text
      return undefined
    }
    proxy.cut()
    t.equal((await server.ask('GET', '/api/part/?limit=1', token)).status, 200)
    t.match(
      told,
      /set statement_timeout = 300000; set lock_timeout = 120000; set idle_in_transaction_session_timeout = 300000/
    )
  })

  t.test('a database that goes away while a server starts → a sentence, and exit code 1', async (t) => {
    const env = await shared(t)
    const between = await proxy(t, placeOf(env.INVENTREE_DB_NAME!))
    between.watch = (text) => (text.includes('kysely_migration') ? 'lost' : undefined)
    await t.rejects(
      serve(t, [], { ...env, ...environmentOf(between.place) }),
      /inventree serve failed: .*Connection terminated/
    )
  })
})
