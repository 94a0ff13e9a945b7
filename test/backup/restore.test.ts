import t, { type Test } from 'tap'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { command, environment, folder, inside, run, serve } from '../server/run.ts'

/**
 * A folder with a database that has a user `before`, an uploaded file, and a backup of both; after it came the user
 * `after`.
 */
async function workshop(t: Test) {
  const directory = folder(t)
  const database = join(directory, 'data/inventree.sqlite3')
  const env = { INVENTREE_DB_NAME: database }
  const add = async (username: string) => {
    const db = await openDatabase(database)
    await createUser(db, { username })
    await db.destroy()
  }
  await add('before')
  const plan = join(directory, 'data/media/attachments/plan.txt')
  mkdirSync(dirname(plan), { recursive: true })
  writeFileSync(plan, 'a plan')
  const file = join(directory, 'backup.tar.gz')
  await run(['backup', '--media', file], env)
  await add('after')
  writeFileSync(plan, 'another plan')
  return { directory, database, env, file, plan }
}

async function users(database: string): Promise<string[]> {
  const db = await openDatabase(database)
  try {
    return (await db.selectFrom('user').select('username').orderBy('id').execute()).map(({ username }) => username)
  } finally {
    await db.destroy()
  }
}

t.test('restore: database and files are those of the backup; what was there before is kept', async (t) => {
  const { directory, database, env, file, plan } = await workshop(t)
  t.match(await run(['restore', file], env), { code: 2, err: /Nothing was done: add --yes/ })
  const { code, out } = await run(['restore', file, '--yes'], env)
  t.equal(code, 0)
  t.strictSame(await users(database), ['before'])
  t.equal(readFileSync(plan, 'utf8'), 'a plan')
  const kept = [...out.matchAll(/^kept: (.*)$/gm)].map((match) => match[1]!)
  t.equal(kept.length, 2)
  t.strictSame(await users(kept[0]!), ['before', 'after'])
  t.equal(readFileSync(join(kept[1]!, 'attachments/plan.txt'), 'utf8'), 'another plan')
  t.strictSame(
    readdirSync(join(directory, 'data')).filter((name) => name.startsWith('.')),
    [],
    'nothing else is left'
  )
})

t.test('several restores within one second → each keeps what the one before it put there', async (t) => {
  const { directory, env, file } = await workshop(t)
  for (let n = 0; n < 3; n++) t.match(await inside(['restore', file, '--yes'], env), { code: 0 })
  const kept = readdirSync(join(directory, 'data')).filter((name) => name.includes('.before-'))
  t.equal(kept.length, 6, kept.join(' '))
})

t.test('a restore that is told to stop while it unpacks → nothing of it is left, and nothing is changed', async (t) => {
  const { directory, database, env, file, plan } = await workshop(t)
  const unpacked = join(directory, 'unpacked')
  mkdirSync(unpacked)
  execFileSync('tar', ['xzf', file, '-C', unpacked])
  for (let n = 0; n < 4; n++) writeFileSync(join(unpacked, `media/large-${n}`), Buffer.alloc(100_000_000))
  execFileSync('tar', ['czf', file, '-C', unpacked, 'backup.json', 'inventree.sqlite3', 'media'])
  const left = () => readdirSync(join(directory, 'data')).filter((name) => name.startsWith('.'))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const child = spawn(...command(['restore', file, '--yes']), { env: environment(env), stdio: 'ignore' })
    const closed = once(child, 'close')
    while (left().length === 0 && child.exitCode === null) await sleep(5)
    child.kill(signal)
    t.not((await closed)[0], 0)
    t.strictSame(left(), [], signal)
  }
  t.equal(readFileSync(plan, 'utf8'), 'another plan')
  t.strictSame(await users(database), ['before', 'after'])
})

t.test('restore into nothing needs no --yes; a bare SQLite file will do', async (t) => {
  const { directory, database, file } = await workshop(t)
  const fresh = join(directory, 'deeper/new/inventree.sqlite3')
  t.match(await run(['restore', file], { INVENTREE_DB_NAME: fresh }), { code: 0 })
  t.strictSame(await users(fresh), ['before'])
  t.ok(existsSync(join(directory, 'deeper/new/media/attachments/plan.txt')))
  const bare = join(directory, 'bare.sqlite3')
  t.match(await run(['restore', database], { INVENTREE_DB_NAME: bare }), {
    code: 0,
    out: /uploaded files are as they were/
  })
  t.strictSame(await users(bare), ['before', 'after'])
})

t.test('restore refuses while a server runs, what is damaged and what is no backup, and changes nothing', async (t) => {
  const { directory, database, env, file, plan } = await workshop(t)
  const refused = async (given: string, why: RegExp) => {
    t.match(await run(['restore', given, '--yes'], env), { code: 1, err: why }, given)
    t.equal(readFileSync(plan, 'utf8'), 'another plan')
    t.strictSame(
      readdirSync(join(directory, 'data')).filter((name) => /^\.|before/.test(name)),
      []
    )
  }
  const server = await serve(t, [], env)
  await refused(file, /in use: stop the server first\.\n$/)
  await server.stop()
  const short = join(directory, 'short.tar.gz')
  copyFileSync(file, short)
  truncateSync(short, 20_000)
  await refused(short, /no backup, or is damaged/)
  writeFileSync(join(directory, 'text'), 'no backup')
  await refused(join(directory, 'text'), /no backup/)
  await refused(join(directory, 'nowhere'), /cannot be read: there is no such file/)
  execFileSync('tar', ['czf', join(directory, 'other.tar.gz'), '-C', directory, 'text'])
  await refused(join(directory, 'other.tar.gz'), /no backup of this server's/)
  const broken = join(directory, 'broken.sqlite3')
  const bytes = readFileSync(database)
  bytes.fill(0xff, 40_960, 400_000)
  writeFileSync(broken, bytes)
  await refused(broken, /malformed|damaged|no database that can be used/)
  t.strictSame(await users(database), ['before', 'after'])
})

t.test('restore takes the place of a database that is broken', async (t) => {
  const { database, env, file } = await workshop(t)
  writeFileSync(database, 'this was a database once, before the disk went bad'.repeat(100))
  t.match(await run(['restore', file, '--yes'], env), { code: 0, out: /kept: / })
  t.strictSame(await users(database), ['before'])
})

t.test('restore takes nothing from an archive but what belongs into a backup', async (t) => {
  const { directory, env, file } = await workshop(t)
  const evil = join(directory, 'evil')
  mkdirSync(join(evil, 'media'), { recursive: true })
  execFileSync('tar', ['xzf', file, '-C', evil])
  execFileSync('ln', ['-s', '/etc', join(evil, 'media/link')])
  writeFileSync(join(evil, 'stray'), 'stray')
  execFileSync('tar', [
    'czf',
    join(directory, 'evil.tar.gz'),
    '-C',
    evil,
    'backup.json',
    'inventree.sqlite3',
    'media',
    'stray'
  ])
  t.match(await run(['restore', join(directory, 'evil.tar.gz'), '--yes'], env), { code: 0 })
  t.strictSame(readdirSync(join(directory, 'data/media')), ['attachments'])
})
