import t from 'tap'
import { closeSync, openSync, renameSync, copyFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { openDatabase } from '#db/database.ts'
import { buildApp } from '#server/app.ts'
import { daily } from '#server/daily.ts'
import { Vault } from '#auth/tokens.ts'
import { basic, build, CONFIG } from '../helper.ts'
import { folder, run, serve, type Server } from '../server/run.ts'

const ADMIN = { INVENTREE_ADMIN_USER: 'admin', INVENTREE_ADMIN_PASSWORD: 'Turbine-Kayak-44' }
const HEALTH = '/api/system/health/'
const login = basic('admin')

/** What a server has said so far. */
function heard(server: Server): () => string {
  let said = ''
  server.process.stdout!.on('data', (chunk) => {
    said += chunk
  })
  server.process.stderr!.on('data', (chunk) => {
    said += chunk
  })
  return () => said
}

/** Asks for health until it says a word of the database. */
async function until(server: Server, word: string): Promise<Awaited<ReturnType<Server['ask']>>> {
  for (let n = 0; ; n++) {
    const answer = await server.ask('GET', HEALTH, login)
    if (answer.body.database === word) return answer
    if (n > 200) throw new Error(`the database is ${answer.body.database}, not ${word}`)
    await sleep(100)
  }
}

t.test(
  'health tells staff in words how database, disk and tables are, strangers whether all is well, and asks once a second at most',
  async (t) => {
    const statements: string[] = []
    const { as, db } = await build(t, {}, (text) => statements.push(text))
    t.strictSame((await as(null).get(HEALTH)).body, { status: 'ok' })
    const { status, body } = await as('admin').get(HEALTH)
    t.equal(status, 200)
    t.match(body, { status: 'ok', database: 'ok', disk: /^(ok|low)$/, migrations: 'ok' })
    t.strictSame(Object.keys(body).sort(), ['database', 'disk', 'migrations', 'status'], 'and nothing else')
    statements.length = 0
    for (let n = 0; n < 50; n++) await as(null).get(HEALTH)
    t.ok(statements.length < 5, `50 requests of strangers ran ${statements.length} statements`)
    await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`.execute(db)
    await sleep(1100) // as long as an answer holds
    for (const who of [null, 'admin'])
      t.match(await as(who).get(HEALTH), {
        status: 503,
        body: { status: 'failing', migrations: 'pending', database: 'ok' }
      })
  }
)

t.test(
  'a database file that is gone, or another one → 503, never an answer from a file that nobody has any more',
  async (t) => {
    const file = join(folder(t), 'data.sqlite3')
    const server = await serve(t, [], { INVENTREE_DB_NAME: file, ...ADMIN })
    const said = heard(server)
    await server.ask('POST', '/api/part/', login, { name: 'Relay' })
    await until(server, 'ok')
    renameSync(file, `${file}.away`)
    for (let n = 0; n < 5; n++) {
      const answer = await server.ask('POST', '/api/part/', login, { name: `Lost ${n}` })
      t.match(answer, { status: 503, body: { detail: /^The database cannot be reached/ } })
      t.equal(answer.headers['retry-after'], '5')
    }
    t.equal((await server.ask('GET', '/api/part/', login)).status, 503)
    t.match(await until(server, 'away'), { status: 503, body: { status: 'failing', migrations: 'unknown' } })
    copyFileSync(`${file}.away`, file)
    t.equal((await server.ask('GET', '/api/part/', login)).status, 503, 'a copy is another file')
    renameSync(`${file}.away`, file)
    t.strictSame(
      (await server.ask('GET', '/api/part/', login)).body.map((part: any) => part.name),
      ['Relay']
    )
    t.equal((await server.ask('POST', '/api/part/', login, { name: 'Switch' })).status, 201)
    t.equal((await until(server, 'ok')).status, 200)
    t.equal(await server.stop(), 0)
    t.equal(said().match(/the database is away/g)?.length, 1, 'the log says so once')
    t.equal(said().match(/the database is back/g)?.length, 1)
  }
)

/** Makes the first pages of a table and its indexes unreadable, in a file that nobody has open. */
function damage(file: string, table: string): void {
  const db = new Sqlite(file)
  db.pragma('wal_checkpoint(truncate)')
  const size = db.pragma('page_size', { simple: true }) as number
  const pages = db
    .prepare<[string], number>('select rootpage from sqlite_master where tbl_name = ? and rootpage > 0')
    .pluck()
    .all(table)
  db.close()
  const handle = openSync(file, 'r+')
  for (const page of pages) writeSync(handle, Buffer.alloc(size, 0x5a), 0, size, (page - 1) * size)
  closeSync(handle)
}

t.test(
  'a damaged file is found after the start, and told by health and the log; what cannot be read → 500 with a sentence',
  async (t) => {
    const file = join(folder(t), 'data.sqlite3')
    const env = { INVENTREE_DB_NAME: file, ...ADMIN }
    await (await serve(t, [], env)).stop()
    damage(file, 'company')
    const server = await serve(t, [], env)
    const said = heard(server)
    t.match(await until(server, 'damaged'), { status: 503, body: { status: 'failing', database: 'damaged' } })
    const broken = await fetch(`${server.url}/api/company/`, { headers: { authorization: login } })
    t.equal(broken.status, 500)
    t.match(await broken.json(), { detail: /^The database is damaged.*inventree check/ })
    t.equal((await server.ask('GET', '/api/part/', login)).status, 200, 'the rest goes on')
    t.equal(await server.stop(), 0)
    t.equal(said().match(/the database is damaged/g)?.length, 1)
    t.match(said(), /run \\"inventree check\\"/)
    damage(file, 'kysely_migration')
    t.match(await run(['serve', '--port', '0'], env), { code: 1, err: /inventree check.*inventree restore/ })
  }
)

t.test('the work of a day that could not begin, because the database was away → begun the next time', async (t) => {
  const file = join(folder(t), 'data.sqlite3')
  const db = await openDatabase(file)
  t.teardown(() => db.destroy())
  let failures = 0
  const work = daily({
    db,
    log: {
      error: () => {
        failures++
      }
    }
  })
  renameSync(file, `${file}.away`)
  await work()
  t.equal(failures, 1)
  renameSync(`${file}.away`, file)
  await work()
  t.equal(
    (await db.selectFrom('notification_entry').select('id').where('key', '=', 'server.daily').execute()).length,
    1
  )
  t.equal(failures, 1)
})

t.test(
  'a database that another program keeps locked for too long → 503 with a sentence, and reads go on',
  async (t) => {
    const file = join(folder(t), 'data.sqlite3')
    let tries = 0
    const db = await openDatabase(file, (text) => {
      if (text === 'begin immediate') tries++
    })
    const app = await buildApp({
      config: { ...CONFIG, database: file, mediaRoot: `${file}-media`, backupFolder: `${file}-backup` },
      db,
      vault: new Vault('x'.repeat(40)),
      everybody: {
        id: 0,
        username: '',
        first_name: '',
        last_name: '',
        email: '',
        is_staff: true,
        is_superuser: true,
        tokenId: null,
        sessionId: null,
        may: () => true
      }
    })
    const now = Date.now
    t.teardown(async () => {
      Date.now = now
      await app.close()
      await db.destroy()
    })
    const other = new Sqlite(file)
    other.exec('begin immediate')
    tries = 0
    const waiting = app.inject({ method: 'POST', url: '/api/project-code/', payload: { code: 'A' } })
    while (tries < 5) await sleep(5)
    t.equal((await app.inject({ method: 'GET', url: '/api/project-code/' })).statusCode, 200)
    Date.now = () => now() + 121_000 // so much later, for whoever waits
    const { statusCode, headers, payload } = await waiting
    Date.now = now
    t.equal(statusCode, 503)
    t.equal(headers['retry-after'], '10')
    t.match(JSON.parse(payload).detail, /^The database is in use by others for too long\. Nothing was changed/)
    other.exec('rollback')
    other.close()
    t.equal((await app.inject({ method: 'POST', url: '/api/project-code/', payload: { code: 'A' } })).statusCode, 201)
    t.equal((await db.selectFrom('error_report').select('id').execute()).length, 0, 'no report of it is kept')
  }
)
