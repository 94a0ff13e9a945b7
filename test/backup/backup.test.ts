import t from 'tap'
import Sqlite from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { createBackup } from '#framework/backup/index.ts'
import { basic, build } from '../helper.ts'
import { folder, run, serve } from '../server/run.ts'

/** A folder with a database that has one user and one uploaded file. */
async function workshop(t: Parameters<typeof folder>[0]) {
  const directory = folder(t)
  const env = { INVENTREE_DB_NAME: join(directory, 'data', 'inventree.sqlite3') }
  t.match(await run(['user', 'create', 'admin', '--superuser', '--password', 'Turbine-Kayak-44'], env), { code: 0 })
  mkdirSync(join(directory, 'data/media/attachments'), { recursive: true })
  writeFileSync(join(directory, 'data/media/attachments/plan.txt'), 'a plan')
  return { directory, env, file: join(directory, 'backup.tar.gz') }
}

const listed = (archive: string) => execFileSync('tar', ['tzf', archive], { encoding: 'utf8' }).trim().split('\n')

t.test('backup: an archive that tar reads, for its owner alone, with the media where asked for', async (t) => {
  const { directory, env, file } = await workshop(t)
  t.match(await run(['backup', file], env), { code: 0, out: '', err: /without the uploaded files[^]*secret_key/ })
  t.strictSame(listed(file), ['backup.json', 'inventree.sqlite3'])
  t.equal(statSync(file).mode & 0o777, 0o600)
  t.match(await run(['backup', file, '--media'], env), { code: 0 }, 'in the place of the one before')
  t.strictSame(listed(file), ['backup.json', 'inventree.sqlite3', 'media/attachments/plan.txt'])
  execFileSync('tar', ['xzf', file, '-C', directory])
  t.equal(readFileSync(join(directory, 'media/attachments/plan.txt'), 'utf8'), 'a plan')
  const db = await openDatabase(join(directory, 'inventree.sqlite3'))
  t.match(await db.selectFrom('user').select('username').execute(), [{ username: 'admin' }])
  await db.destroy()
  t.strictSame(
    readdirSync(join(directory, 'data')).filter((name) => name.startsWith('.')),
    [],
    'nothing is left beside the database'
  )
})

t.test('backup without a name goes into this folder, - to the standard output', async (t) => {
  const { directory, env } = await workshop(t)
  t.match(await run(['backup', '-'], env), { code: 0, out: /^\x1f/ })
  t.match(await run(['backup'], env, '', directory), { code: 0 })
  t.match(readdirSync(directory).join(), /inventree-backup-\d{4}-\d\d-\d\d-\d{4}\.tar\.gz/)
})

t.test('backup while the server writes: one moment, complete', async (t) => {
  const { directory, env, file } = await workshop(t)
  const server = await serve(t, [], env)
  let made = 0
  let writing = true
  const writer = (async () => {
    while (writing)
      if ((await server.ask('POST', '/api/part/', basic('admin'), { name: `Part ${made}` })).status === 201) made++
  })()
  while (made < 5) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = made
  t.match(await run(['backup', file], env), { code: 0 })
  writing = false
  await writer
  execFileSync('tar', ['xzf', file, '-C', directory, 'inventree.sqlite3'])
  const db = await openDatabase(join(directory, 'inventree.sqlite3'))
  const rows = await db.selectFrom('part').select('id').execute()
  t.ok(rows.length >= before && rows.length <= made, `${rows.length} parts`)
  await db.destroy()
})

t.test('a backup before an update: the tables of the older version stay as they are', async (t) => {
  const { env, file } = await workshop(t)
  const db = new Sqlite(env.INVENTREE_DB_NAME)
  t.teardown(() => {
    db.close()
  })
  const migrations = () => db.prepare('select count(*) from kysely_migration').pluck().get()
  db.exec('delete from kysely_migration where name = (select max(name) from kysely_migration)')
  const before = migrations()
  t.match(await run(['backup', file], env), { code: 0 })
  t.equal(migrations(), before)
})

t.test('what cannot be backed up → the reason, and no file', async (t) => {
  const { directory, env, file } = await workshop(t)
  t.match(await run(['backup', file], { INVENTREE_DB_NAME: join(directory, 'nowhere.sqlite3') }), {
    code: 1,
    err: /There is no database/
  })
  t.match(await run(['backup', file], { INVENTREE_DB_NAME: ':memory:' }), { code: 2 })
  writeFileSync(
    join(directory, 'not.sqlite3'),
    'this is no database, but a text that is long enough to look like one'.repeat(20)
  )
  t.match(await run(['backup', file], { INVENTREE_DB_NAME: join(directory, 'not.sqlite3') }), {
    code: 1,
    err: /is no SQLite database/
  })
  writeFileSync(join(directory, 'a-file'), '')
  t.match(await run(['backup', join(directory, 'a-file', 'x')], env), { code: 1, err: /was not written/ })
  t.notOk(existsSync(file))
  t.strictSame(
    readdirSync(join(directory, 'data')).filter((name) => name.startsWith('.')),
    []
  )
})

t.test('createBackup: of a database in memory; given up halfway, it leaves nothing behind', async (t) => {
  const db = await openDatabase(':memory:')
  t.teardown(() => db.destroy())
  const source = { config: { database: ':memory:', mediaRoot: join(folder(t), 'media') }, db }
  const chunks = []
  for await (const chunk of await createBackup(source, { media: true })) chunks.push(chunk)
  t.match(Buffer.concat(chunks).subarray(0, 2), Buffer.from([0x1f, 0x8b]))
  const { env, directory } = await workshop(t)
  copyFileSync(env.INVENTREE_DB_NAME, join(directory, 'data/media/large.bin'))
  const given = await createBackup(
    { config: { database: env.INVENTREE_DB_NAME, mediaRoot: join(directory, 'data/media') } },
    { media: true }
  )
  given.destroy()
  await new Promise((resolve) => given.once('close', resolve))
  while (readdirSync(join(directory, 'data')).some((name) => name.startsWith('.')))
    await new Promise((resolve) => setTimeout(resolve, 5))
  t.pass('nothing is left')
})

t.test('over HTTP: a superuser gets the archive, with the media if asked for', async (t) => {
  const mediaRoot = folder(t)
  writeFileSync(join(mediaRoot, 'plan.txt'), 'a plan')
  const house = await build(t, { mediaRoot })
  await house.make('/api/part/', { name: 'Relay' })
  await house.makeUser({ name: 'stella', staff: true })
  t.equal((await house.as('stella').get('/api/system/backup/')).status, 403)
  const { token } = (await house.as('admin').get('/api/user/token/')).body
  for (const [query, names] of [
    ['', []],
    ['?media=true', ['media/plan.txt']]
  ] as const) {
    const { statusCode, headers, rawPayload } = await house.app.inject({
      url: `/api/system/backup/${query}`,
      headers: { authorization: `Token ${token}` }
    })
    t.equal(statusCode, 200)
    t.match(headers, {
      'content-type': 'application/gzip',
      'cache-control': 'no-store',
      'content-disposition': /^attachment; filename="inventree-backup-[\d-]+\.tar\.gz"$/
    })
    const file = join(folder(t), 'backup.tar.gz')
    writeFileSync(file, rawPayload)
    t.strictSame(listed(file), ['backup.json', 'inventree.sqlite3', ...names])
    const place = folder(t)
    execFileSync('tar', ['xzf', file, '-C', place, 'inventree.sqlite3'])
    const db = await openDatabase(join(place, 'inventree.sqlite3'))
    t.match(await db.selectFrom('part').select('name').execute(), [{ name: 'Relay' }])
    await db.destroy()
  }
})
