import t from 'tap'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { verifyPassword } from '#auth/passwords.ts'
import { afterDays } from '#src/time.ts'
import { folder, run } from './run.ts'

const directory = folder(t)
const env = { INVENTREE_DB_NAME: join(directory, 'data.sqlite3') }
const inventree = (...args: string[]) => run(args, env)

/** Looks into the database that the commands work on. */
async function look<Result> (see: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>): Promise<Result> {
  const db = await openDatabase(env.INVENTREE_DB_NAME)
  try { return await see(db) } finally { await db.destroy() }
}

t.test('migrate makes the database, and does no harm twice', async (t) => {
  for (let n = 0; n < 2; n++) t.match(await inventree('migrate'), { code: 0, out: /is up to date/, err: '' })
  t.ok(existsSync(env.INVENTREE_DB_NAME))
})

t.test('user create: with a password from the line or from the input', async (t) => {
  t.match(await inventree('user', 'create', 'mara', '--password', 'Turbine-Kayak-44', '--email', 'mara@workshop.example', '--staff'), { code: 0, out: 'user mara created with pk 1\n' })
  t.match(await run(['user', 'create', 'robot'], env, 'Hot-plate-946\nmore\n'), { code: 0 })
  const users = await look((db) => db.selectFrom('user').selectAll().orderBy('id').execute())
  t.match(users, [{ username: 'mara', email: 'mara@workshop.example', is_staff: 1, is_superuser: 0 }, { username: 'robot', is_staff: 0 }])
  t.ok((await verifyPassword('Hot-plate-946', users[1]!.password)).ok)
})

t.test('user create: what cannot be done → exit code 1 with the reason', async (t) => {
  t.match(await inventree('user', 'create', 'mara', '--password', 'Turbine-Kayak-44'), { code: 1, out: '', err: 'There is a user "mara" already.\n' })
  t.match(await inventree('user', 'create', 'weak', '--password', '1234'), { code: 1, err: /too short.*--weak takes it/ })
  t.equal((await look((db) => db.selectFrom('user').select('id').execute())).length, 2)
})

t.test('user list --json is for scripts', async (t) => {
  const { code, out } = await inventree('user', 'list', '--json')
  t.equal(code, 0)
  t.match(JSON.parse(out), [{ pk: 1, username: 'mara', active: true, staff: true, superuser: false, groups: [] }, { username: 'robot' }])
})

t.test('user password, deactivate and groups', async (t) => {
  t.match(await inventree('user', 'password', 'mara', '--password', 'Kettle-Anvil-7'), { code: 0 })
  t.match(await inventree('user', 'deactivate', 'robot'), { code: 0 })
  t.match(await inventree('user', 'groups', 'mara', 'Nowhere'), { code: 1, err: /There is no group "Nowhere"/ })
  t.match(await inventree('user', 'deactivate', 'nobody'), { code: 1, err: /There is no user "nobody"/ })
  const [mara, robot] = await look((db) => db.selectFrom('user').selectAll().orderBy('id').execute())
  t.ok((await verifyPassword('Kettle-Anvil-7', mara!.password)).ok)
  t.equal(robot!.is_active, 0)
})

t.test('token create prints the token alone; list blanks it out; revoke ends it', async (t) => {
  const { code, out, err } = await inventree('token', 'create', 'mara', '--name', 'scanner')
  t.equal(code, 0)
  t.match(out, /^inv-[0-9a-f]{40}-\d{8}\n$/)
  t.match(err, new RegExp(`valid through ${afterDays(365)}`))
  const listed = await inventree('token', 'list', '--json')
  t.match(JSON.parse(listed.out), [{ id: 1, username: 'mara', name: 'scanner', state: 'active' }])
  t.notMatch(listed.out, out.trim())
  t.match(await inventree('token', 'create', 'mara', '--expiry', 'tomorrow'), { code: 2, out: '', err: /--expiry is "tomorrow"/ })
  t.match(await inventree('token', 'revoke', '1'), { code: 0 })
  t.match(await inventree('token', 'revoke', '424242'), { code: 1 })
  t.match(await look((db) => db.selectFrom('api_token').select('revoked').execute()), [{ revoked: 1 }])
})

t.test('export and import carry everything over', async (t) => {
  const file = join(directory, 'export.json')
  t.match(await inventree('export', file), { code: 0 })
  t.notMatch(readFileSync(file, 'utf8'), /inv-[0-9a-f]{40}/, 'no tokens')
  const other = { INVENTREE_DB_NAME: join(directory, 'other.sqlite3') }
  t.match(await run(['import', file], other), { code: 0, err: /taken:/ })
  const listed = JSON.parse((await run(['user', 'list', '--json'], other)).out)
  t.match(listed, [{ username: 'mara', staff: true }, { username: 'robot', active: false }])
  t.match(await run(['import', file], other), { code: 1, err: /nothing was changed/ }, 'not over data')
  writeFileSync(join(directory, 'broken.json'), '[{"model": ')
  t.match(await run(['import', join(directory, 'broken.json')], other), { code: 1, err: /nothing was changed/ })
  t.match(await run(['import', join(directory, 'nothing.json')], other), { code: 1, err: /cannot be read/ })
})

t.test('help is printed to the output, and is no error', async (t) => {
  for (const args of [['--help'], ['user', 'create', '--help']]) t.match(await inventree(...args), { code: 0, out: /Usage: inventree/, err: '' }, args.join(' '))
  t.match(await inventree('user', 'nonsense'), { code: 2, out: '', err: /There is no command "user nonsense"/ })
})

t.test('a database of a newer version → exit code 1, and it is left alone', async (t) => {
  const newer = { INVENTREE_DB_NAME: join(directory, 'newer.sqlite3') }
  const db = await openDatabase(newer.INVENTREE_DB_NAME)
  await createUser(db, { username: 'mara' })
  await db.insertInto('kysely_migration' as never).values({ name: '999-future', timestamp: '2099-01-01' } as never).execute()
  await db.destroy()
  const { code, err } = await run(['migrate'], newer)
  t.equal(code, 1)
  t.match(err, /999-future/)
})
