import t from 'tap'
import Sqlite from 'better-sqlite3'
import { Migrator } from 'kysely/migration'
import { Kysely } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '#db/migrations/index.ts'
import { openSqlite } from '#db/sqlite.ts'
import { folder, run, serve } from './run.ts'

const NAMES = Object.keys(migrations)
const OLD = NAMES.slice(0, 6)
const STEPS = NAMES.slice(6)

/** A database as an older version of this server left it, with a user. */
async function olderDatabase(file: string): Promise<void> {
  const db = new Kysely<any>({ dialect: openSqlite(file).dialect })
  const provider = { getMigrations: async () => Object.fromEntries(OLD.map((name) => [name, migrations[name]!])) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
  const date_joined = '2024-05-01T00:00:00.000Z'
  await db.insertInto('user').values({ username: 'mara', password: '', date_joined, is_superuser: 1 }).execute()
  await db.destroy()
}

/** The migrations that a file has. */
function stepsOf(file: string): string[] {
  const db = new Sqlite(file, { readonly: true })
  try {
    return db.prepare<[], string>('select name from kysely_migration order by name').pluck().all()
  } finally {
    db.close()
  }
}

t.test('an older database: a backup first, then every step is told; the backup leads back', async (t) => {
  const data = folder(t)
  const env = { INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  await olderDatabase(env.INVENTREE_DB_NAME)
  const server = await serve(t, [], env)
  await server.stop()
  const [file] = readdirSync(join(data, 'backup'))
  const told = server.complaints().split('\n')
  t.equal(told[0], `The database is from an older version, and is brought up to date in ${STEPS.length} steps.`)
  t.equal(told[1], `A backup was written before: ${join(data, 'backup', file!)}`)
  t.strictSame(
    told.slice(2, 2 + STEPS.length),
    STEPS.map((name, at) => `  step ${at + 1} of ${STEPS.length}, ${name}`)
  )
  t.equal(told[2 + STEPS.length], 'The database is up to date.')
  t.strictSame(stepsOf(env.INVENTREE_DB_NAME), NAMES)

  const again = await serve(t, [], env)
  await again.stop()
  t.notMatch(again.complaints(), /step|backup/, 'the next start has nothing to tell')
  const back = { INVENTREE_DB_NAME: join(data, 'back.sqlite3') }
  t.match(await run(['restore', join(data, 'backup', file!)], back), { code: 0 })
  t.match(await run(['user', 'list'], back), { code: 0, out: /mara/ })
})

t.test('no backup could be written → nothing is changed; --no-backup does without', async (t) => {
  const data = folder(t)
  const env = { INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  await olderDatabase(env.INVENTREE_DB_NAME)
  writeFileSync(join(data, 'backup'), 'no folder')
  const { code, err } = await run(['migrate'], env)
  t.equal(code, 1)
  t.match(err, /was not brought up to date, and nothing was changed: the backup .*backup cannot be made: .*--no-backup/)
  t.strictSame(stepsOf(env.INVENTREE_DB_NAME), OLD)
  t.match(await run(['migrate', '--no-backup'], env), {
    code: 0,
    out: `${env.INVENTREE_DB_NAME} is up to date: ${STEPS.length} steps done, ${STEPS.join(', ')}\n`
  })
})

t.test('a long step tells that it goes on, also while a statement keeps the process busy', async (t) => {
  const program = `import { tellMeanwhile } from '#server/meanwhile.ts'
    const stop = tellMeanwhile('step 1 of 2: still going on, after', 200)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000)
    stop()`
  const child = spawn('env', ['-u', 'NODE_OPTIONS', process.execPath, '--input-type=module', '-e', program])
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  await once(child, 'close')
  t.match(err, /^step 1 of 2: still going on, after 0\.2 s\nstep 1 of 2: still going on, after 0\.4 s\n/)
})

t.test('migrate says what it did', async (t) => {
  const env = { INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3') }
  const name = env.INVENTREE_DB_NAME
  t.match(await run(['migrate'], env), { code: 0, out: `${name} was made, and is up to date\n`, err: '' })
  t.match(await run(['migrate'], env), { code: 0, out: `${name} is up to date: nothing was to be done\n`, err: '' })
})

t.test('a database of a newer version → one sentence that names the way, and the file stays as it is', async (t) => {
  const data = folder(t)
  const env = { INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  await run(['migrate'], env)
  const db = new Sqlite(env.INVENTREE_DB_NAME)
  db.prepare('insert into kysely_migration values (?, ?)').run('999-future', '2099-01-01')
  db.close()
  mkdirSync(join(data, 'media'))
  const before = readFileSync(env.INVENTREE_DB_NAME)
  for (const args of [['serve', '--port', '0'], ['migrate'], ['user', 'list']]) {
    const { code, err } = await run(args, env)
    t.equal(code, 1, args.join(' '))
    t.match(err, /^inventree .* failed: .*newer version of this server.*999-future.*: install .*restore FILE"\)\.\n$/)
    t.equal(err.trim().split('\n').length, 1)
  }
  t.ok(readFileSync(env.INVENTREE_DB_NAME).equals(before))
})
