import t from 'tap'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { defineSearchTokens } from '#db/search-tokens.ts'
import { basic } from '../helper.ts'
import { folder, inside, run, serve } from '../server/run.ts'

const ADMIN = { INVENTREE_ADMIN_USER: 'admin', INVENTREE_ADMIN_PASSWORD: 'Turbine-Kayak-44' }
const place = (directory: string) => ({ INVENTREE_DB_NAME: join(directory, 'data.sqlite3'), ...ADMIN })
const login = basic('admin')

/** A server's folder with one part, and no server. */
async function used(t: Parameters<typeof folder>[0]): Promise<ReturnType<typeof place>> {
  const env = place(folder(t))
  const server = await serve(t, [], env)
  await server.ask('POST', '/api/part/', login, { name: 'Relay' })
  await server.stop()
  return env
}

t.test(
  'a database of 0 bytes where one was → not taken for a new one, by any command; --create keeps it and begins anew',
  async (t) => {
    const env = await used(t)
    truncateSync(env.INVENTREE_DB_NAME)
    const export_ = join(dirname(env.INVENTREE_DB_NAME), 'export.json')
    writeFileSync(export_, '[]')
    for (const args of [
      ['migrate'],
      ['import', export_],
      ['user', 'list'],
      ['setting', 'list'],
      ['backup', `${export_}.tar.gz`],
      ['serve', '--port', '0']
    ]) {
      const { code, err } = await run(args, env)
      t.equal(code, 1, args.join(' '))
      t.match(
        err,
        /data\.sqlite3 is empty \(0 bytes\)\. Nothing was changed\. Put the database back, or a backup in its place .*inventree restore.*inventree serve --create/
      )
    }
    t.equal(readFileSync(env.INVENTREE_DB_NAME).length, 0, 'it is as it was')
    t.notOk(existsSync(`${export_}.tar.gz`), 'a backup of nothing takes no place')
    const server = await serve(t, ['--create'], env)
    t.strictSame((await server.ask('GET', '/api/part/', login)).body, [])
    t.equal(
      readdirSync(dirname(env.INVENTREE_DB_NAME)).filter((name) => /^data\.sqlite3\.before-[\d-]+$/.test(name)).length,
      1,
      'what lay there is kept'
    )
    await server.stop()
    t.equal((await run(['migrate', '--create'], env)).code, 0, 'it harms no database')
    const again = new Sqlite(env.INVENTREE_DB_NAME, { readonly: true })
    t.equal(again.prepare('select count(*) from user').pluck().get(), 1)
    again.close()
  }
)

t.test(
  'a file that is no database, one of another program beside files of ours, a log without its database → refused as well',
  async (t) => {
    const directory = folder(t)
    const at = (name: string) => {
      mkdirSync(join(directory, name))
      return place(join(directory, name))
    }
    const text = at('text')
    writeFileSync(text.INVENTREE_DB_NAME, 'a letter to somebody, longer than sixteen letters')
    t.match(await inside(['migrate'], text), {
      code: 1,
      err: /data\.sqlite3 is no SQLite database\. Nothing was changed/
    })

    const foreign = at('foreign')
    const other = new Sqlite(foreign.INVENTREE_DB_NAME)
    other.exec('create table notes (text)')
    other.close()
    for (const beside of ['', 'secret_key.txt']) {
      if (beside) writeFileSync(join(dirname(foreign.INVENTREE_DB_NAME), beside), 'x'.repeat(64))
      t.match(await inside(['migrate'], foreign), { code: 1, err: /holds no table of this server/ })
    }

    const log = at('log')
    writeFileSync(`${log.INVENTREE_DB_NAME}-wal`, 'what was written last')
    t.match(await inside(['migrate'], log), { code: 1, err: /is gone, but the log of its last changes lies beside it/ })
    t.notOk(existsSync(log.INVENTREE_DB_NAME))
    t.match(await inside(['migrate', '--create'], log), {
      code: 0,
      err: new RegExp(`kept: .*${basename(log.INVENTREE_DB_NAME)}\\.before-[\\d-]+-wal\n`)
    })
  }
)

t.test('a database that was deleted → a new one, and a word about it; in a new folder → without a word', async (t) => {
  const env = await used(t)
  renameSync(env.INVENTREE_DB_NAME, `${env.INVENTREE_DB_NAME}.gone`)
  t.match(await run(['migrate'], env), {
    code: 0,
    err: /^There is no database .*data\.sqlite3, so a new one is made, although .*secret_key\.txt and .*media of an earlier one are there\.\n$/
  })
  const fresh = place(folder(t))
  t.match(await run(['migrate'], fresh), { code: 0, err: '' })
  t.strictSame(
    readdirSync(dirname(fresh.INVENTREE_DB_NAME)).filter((name) => !/^data\.sqlite3(-wal|-shm)?$/.test(name)),
    [],
    'and nothing is left of making it'
  )
})

t.test('a file that is made shorter under a server → what cannot be read is told (500), and it goes on', async (t) => {
  const env = await used(t)
  const database = new Sqlite(env.INVENTREE_DB_NAME)
  defineSearchTokens(database)
  const insert = database.prepare('insert into part (name, notes) values (?, ?)')
  database.transaction(() => {
    for (let n = 0; n < 500; n++) insert.run(`Relay ${n}`, 'x'.repeat(20_000))
  })()
  database.pragma('wal_checkpoint(truncate)')
  database.close()
  const server = await serve(t, [], env)
  t.equal((await server.ask('GET', '/api/part/1/', login)).status, 200)
  truncateSync(env.INVENTREE_DB_NAME, 1_000_000)
  for (const pk of [400, 450, 501]) {
    const answer = await fetch(`${server.url}/api/part/${pk}/`, { headers: { authorization: login } })
    t.equal(answer.status, 500)
    t.match(await answer.json(), { detail: /^The database is damaged/ })
  }
  t.match(await server.ask('GET', '/api/system/health/'), { status: 503, body: { database: 'damaged' } })
  t.equal(await server.stop(), 0)
})
