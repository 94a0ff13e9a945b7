import t from 'tap'
import type { Test } from 'tap'
import { sql } from 'kysely'
import { pbkdf2Sync } from 'node:crypto'
import type { Database } from '#db/database.ts'
import { failureOf } from '#db/failures.ts'
import { basic, build, type House } from '../helper.ts'
import { onPostgres } from '../support/postgres.ts'

const FULL = { detail: 'There is no room left to store this. Nothing was changed; the administrator has to make room.' }

/** Tables that the tests write to. */
const TABLES = [
  'part',
  'api_token',
  'user',
  'setting',
  'user_setting',
  'barcode_scan',
  'session',
  'data_output',
  'error_report'
]

/** Lets a database behave as on a full disk; gives what makes room again. */
async function fill(db: Database): Promise<() => Promise<void>> {
  if (onPostgres) {
    await sql`create function no_room () returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(db)
    for (const table of TABLES)
      await sql`create trigger no_room before insert or update or delete on ${sql.table(table)} for each statement execute function no_room()`.execute(
        db
      )
    return async () => {
      await sql`drop function no_room cascade`.execute(db)
    }
  }
  // Each table is given pages of its own, so that none has room left: the next row needs a new page.
  const {
    rows: [{ count }]
  } = (await sql<{ count: number }>`select page_count as count from pragma_page_count`.execute(db)) as {
    rows: [{ count: number }]
  }
  await sql`pragma max_page_count = ${sql.raw(String(count))}`.execute(db)
  return async () => {
    await sql`pragma max_page_count = 1000000`.execute(db)
  }
}

const LONG = { name: 'Relay', description: 'd'.repeat(240), notes: 'n'.repeat(40_000) }

async function full(t: Test): Promise<House & { makeRoom: () => Promise<void> }> {
  const house = await build(t, {})
  await house.as('admin').get('/api/user/me/')
  return { ...house, makeRoom: await fill(house.db) }
}

t.test(
  'a full disk → 507 in a sentence, nothing is changed, no report is tried; with room again all is well',
  async (t) => {
    const { as, db, makeRoom } = await full(t)
    const refused = await as('admin').post('/api/part/', LONG)
    t.equal(refused.status, 507)
    t.strictSame(refused.body, FULL)
    t.equal((await as('admin').get('/api/part/?limit=1')).body.count, 0, 'reads go on')
    await makeRoom()
    t.equal((await as('admin').post('/api/part/', LONG)).status, 201)
    t.strictSame(await db.selectFrom('error_report').select('id').execute(), [])
  }
)

t.test('what is written beside a read is left out where the disk is full: the read is answered by 200', async (t) => {
  const house = await build(t, {})
  const { as, by, db, set, makeUser } = house
  await set('BARCODE_STORE_RESULTS', true)
  await makeUser({ name: 'mara', superuser: true })
  await as('mara').get('/api/user/roles/')
  await db.updateTable('user').set({ last_seen: '2026-01-01' }).execute()
  await db.updateTable('api_token').set({ last_seen: '2026-01-01' }).execute()
  // As today's form is another, a login would store the password anew.
  const stored = `pbkdf2_sha256$1000$old$${pbkdf2Sync('Turbine-Kayak-44', 'old', 1000, 32, 'sha256').toString('base64')}`
  await db.updateTable('user').set({ password: stored }).where('username', '=', 'mara').execute()
  const before = await db.selectFrom('user').select(['username', 'password', 'last_seen']).orderBy('id').execute()
  const makeRoom = await fillToTheLastByte(db)
  t.equal((await as('mara').get('/api/user/roles/')).status, 200, 'with a token that was not seen today')
  t.equal(
    (await by({ authorization: basic('mara') }).get('/api/user/roles/')).status,
    200,
    'with a password in an old form'
  )
  const settings = await as('mara').get('/api/settings/user/')
  t.equal(settings.status, 200, 'settings that have no row yet')
  t.ok(settings.body.length > 20 && settings.body.every((one: any) => one.pk === 0))
  t.match((await as('mara').get('/api/settings/global/PART_COPY_TESTS/')).body, { key: 'PART_COPY_TESTS', pk: 0 })
  t.equal((await as('mara').post('/api/barcode/', { barcode: 'nothing' })).status, 400, 'a scan that is to be kept')
  t.strictSame(
    await db.selectFrom('user').select(['username', 'password', 'last_seen']).orderBy('id').execute(),
    before
  )
  await makeRoom()
  t.ok((await as('mara').get('/api/settings/user/')).body.every((one: any) => one.pk > 0))
  const after = await db.selectFrom('user').select('last_seen').where('username', '=', 'mara').executeTakeFirstOrThrow()
  t.not(after.last_seen, '2026-01-01')
})

/** Lets even a change of one value fail. */
async function fillToTheLastByte(db: Database): Promise<() => Promise<void>> {
  if (onPostgres) return await fill(db)
  for (const table of TABLES) {
    for (const verb of ['insert', 'update', 'delete']) {
      // What a trigger raises has another code; a page too many has the right one.
      await sql
        .raw(
          `create trigger no_room_${table}_${verb} before ${verb} on "${table}" begin insert into no_room values (zeroblob(200000)); end`
        )
        .execute(db)
    }
  }
  await sql`create table no_room (content blob)`.execute(db)
  const makeRoom = await fill(db)
  return async () => {
    await makeRoom()
    for (const table of TABLES)
      for (const verb of ['insert', 'update', 'delete'])
        await sql.raw(`drop trigger no_room_${table}_${verb}`).execute(db)
  }
}

t.test('an export and a login that have to store something → 507', async (t) => {
  const { as, by, makeRoom } = await (async () => {
    const house = await build(t, {})
    return { ...house, makeRoom: await fillToTheLastByte(house.db) }
  })()
  t.equal((await by({ authorization: basic('admin') }).get('/api/user/token/?name=new')).status, 507)
  await makeRoom()
  t.equal((await by({ authorization: basic('admin') }).get('/api/user/token/?name=new')).status, 200)
  t.equal((await as('admin').get('/api/part/?export=true&export_format=csv')).status, 200)
})

t.test('which errors mean that there is no room', (t) => {
  const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more })
  const kind = (error: unknown) => failureOf(error)?.kind
  for (const code of ['ENOSPC', 'EDQUOT', 'EFBIG']) t.equal(kind(coded(code, { syscall: 'write' })), 'full', code)
  t.equal(kind(coded('EROFS', { syscall: 'open' })), 'unwritable')
  t.equal(kind(coded('SQLITE_FULL')), 'full')
  t.equal(kind(coded('SQLITE_IOERR_WRITE')), 'unwritable')
  t.equal(kind(coded('53100', { severity: 'ERROR' })), 'full')
  t.equal(kind(new Error('not written', { cause: coded('ENOSPC', { syscall: 'write' }) })), 'full', 'wrapped')
  for (const code of ['ENOENT', 'EACCES']) t.equal(kind(coded(code, { syscall: 'open' })), undefined, code)
  t.end()
})
