import t from 'tap'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { folder, serve } from './run.ts'

const marks = (data: string) => readdirSync(data).filter((name) => name.includes('.server-'))

t.test('a second server on the same file is noticed, and told what that means', async (t) => {
  const data = folder(t)
  const env = { INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  const first = await serve(t, [], { ...env, INVENTREE_WORKERS: '2' })
  t.equal(marks(data).length, 1, 'the processes of one server are one')
  t.equal(first.complaints(), '')
  const second = await serve(t, [], env)
  t.match(
    second.complaints(),
    new RegExp(
      `^Another server works on this database too: process ${first.process.pid}, since .*INVENTREE_MEDIA_ROOT.*safe.*damages`
    )
  )
  t.equal(marks(data).length, 2)
  await first.stop()
  const third = await serve(t, [], env)
  t.match(third.complaints(), `process ${second.process.pid},`)
  t.notMatch(third.complaints(), `process ${first.process.pid},`)
  await Promise.all([second.stop(), third.stop()])
  t.strictSame(marks(data), [], 'who ends leaves nothing')
})

t.test('what a killed server left is taken for no server, also where its number was given away', async (t) => {
  const data = folder(t)
  const env = { INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  const killed = await serve(t, [], env)
  await killed.stop('SIGKILL')
  const [left] = marks(data)
  t.equal(left, `data.sqlite3.server-${killed.process.pid}`)
  const again = await serve(t, [], env)
  t.equal(again.complaints(), '')
  t.strictSame(marks(data), [`data.sqlite3.server-${again.process.pid}`])
  await again.stop()

  // Another program that got the number of a server that is gone.
  const other = spawn('sleep', ['60'])
  t.teardown(() => other.kill('SIGKILL'))
  await once(other, 'spawn')
  const reused = { pid: other.pid, host: hostname(), born: '1', since: '2026-01-01T00:00:00.000Z' }
  writeFileSync(join(data, `data.sqlite3.server-${other.pid}`), JSON.stringify(reused))
  writeFileSync(join(data, 'data.sqlite3.server-1'), 'half a')
  const last = await serve(t, [], env)
  t.equal(last.complaints(), '')
  t.strictSame(marks(data), [basename(`data.sqlite3.server-${last.process.pid}`)])
})

t.test('a server of another machine cannot be seen from here: the file to delete is named', async (t) => {
  const data = folder(t)
  const file = join(data, 'data.sqlite3.server-4711')
  writeFileSync(file, JSON.stringify({ pid: 4711, host: 'elsewhere', born: null, since: '2026-01-01T00:00:00.000Z' }))
  const server = await serve(t, [], { INVENTREE_DB_NAME: join(data, 'data.sqlite3') })
  t.match(server.complaints(), new RegExp(`process 4711 of "elsewhere".*damages.*delete ${file}\\n$`))
  t.match(readFileSync(file, 'utf8'), 'elsewhere', 'it is left alone')
})
