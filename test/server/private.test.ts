import t from 'tap'
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { basic } from '../helper.ts'
import { folder, run, serve } from './run.ts'

const PASSWORD = 'Turbine-Kayak-44'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

t.test('database, log, key, uploaded and generated files are for the user of the server alone', async (t) => {
  const data = join(folder(t), 'deeper', 'data')
  const env = {
    INVENTREE_DB_NAME: join(data, 'data.sqlite3'),
    INVENTREE_ADMIN_PASSWORD: PASSWORD,
    INVENTREE_BACKUP_DIR: join(data, 'backup')
  }
  const server = await serve(t, [], env)
  const login = basic('admin', PASSWORD)
  const { pk } = (await server.ask('POST', '/api/part/', login, { name: 'Relay' })).body
  const form = new FormData()
  form.append('attachment', new Blob(['a drawing']), 'drawing.txt')
  form.append('model_type', 'part')
  form.append('model_id', String(pk))
  const headers = { authorization: login }
  const upload = await fetch(`${server.url}/api/attachment/`, { method: 'POST', headers, body: form })
  t.equal(upload.status, 201)
  t.equal((await server.ask('GET', '/api/part/?export=true&export_format=csv', login)).status, 200)

  const files = readdirSync(data, { recursive: true, withFileTypes: true })
  const modes = Object.fromEntries(files.map((one) => [one.name, modeOf(join(one.parentPath, one.name))]))
  t.match(modes, { 'data.sqlite3': '600', 'data.sqlite3-wal': '600', media: '700', 'drawing.txt': '600' })
  for (const one of files) t.equal(modes[one.name], one.isDirectory() ? '700' : '600', one.name)
  for (const path of [data, join(data, '..')]) t.equal(modeOf(path), '700', path)
  await server.stop()
})

t.test('check tells of files that others can read, and --mend closes them', async (t) => {
  const data = folder(t)
  const env = { INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  const server = await serve(t, [], env)
  await server.stop()
  t.match(await run(['check'], env), { code: 0, out: /ok {6}nobody else on this machine can read the data\n/ })
  for (const name of ['data.sqlite3', 'secret_key.txt']) chmodSync(join(data, name), 0o644)
  chmodSync(join(data, 'media'), 0o755)
  const { code, out } = await run(['check'], env)
  t.equal(code, 1)
  t.match(out, /WRONG {3}nobody else on this machine can read the data\n/)
  for (const [name, mode] of Object.entries({ 'data.sqlite3': 644, 'secret_key.txt': 644, media: 755 }))
    t.match(out, `${join(data, name)} is open to everybody on this machine (mode ${mode})`)
  t.match(await run(['check', '--mend'], env), { code: 0, out: /it has the mode 600 now/ })
  t.strictSame(
    ['data.sqlite3', 'secret_key.txt', 'media'].map((name) => modeOf(join(data, name))),
    ['600', '600', '700']
  )
})

t.test('check tells of copies that a backup or restore left which was killed, and --mend deletes them', async (t) => {
  const data = folder(t)
  const env = { INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  await run(['migrate'], env)
  const left = ['.inventree-restore-a1B2c3', '.inventree-backup-000000'].map((name) => join(data, name))
  const other = join(data, '.inventree-restore-of-mine')
  for (const path of [...left, other]) {
    mkdirSync(path)
    writeFileSync(join(path, 'database.sqlite3'), 'x')
  }
  t.match(
    await run(['check'], env),
    { out: /ok {6}backups and restores left no copies behind\n/ },
    'one may be at work'
  )
  const longAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000)
  for (const path of [...left, other]) utimesSync(path, longAgo, longAgo)
  const { out } = await run(['check'], env)
  for (const path of left) t.match(out, `${path} is left of one that was killed\n`)
  t.match(await run(['check', '--mend'], env), { out: /is left of one that was killed: it was deleted\n/ })
  t.strictSame(
    [...left, other].map((path) => existsSync(path)),
    [false, false, true]
  )
})
