import t from 'tap'
import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { run, serve } from './run.ts'
import { compete, login, shared } from './together.ts'

t.test('several processes on one port behave as one, and one that ends is replaced', async (t) => {
  const env = { ...(await shared(t)), INVENTREE_WORKERS: '2' }
  const server = await serve(t, [], env)
  t.match(server.welcome, /processes {6}2\n/)
  const { token } = (await server.ask('GET', '/api/user/token/', login)).body
  await compete(t, [server], `Token ${token}`)

  const children = () =>
    execFileSync('ps', ['-o', 'pid=', '--ppid', String(server.process.pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
      .map(Number)
  const [victim, survivor] = children() as [number, number]
  let said = ''
  server.process.stdout!.on('data', (chunk) => {
    said += chunk
  })
  process.kill(victim, 'SIGKILL')
  for (let n = 0; n < 100 && !(children().length === 2 && /another takes its place/.test(said)); n++) await sleep(100)
  t.match(said, new RegExp(`worker ${victim} ended \\(SIGKILL\\); another takes its place`))
  t.ok(children().includes(survivor) && !children().includes(victim) && children().length === 2)
  t.equal((await server.ask('GET', '/api/part/?limit=1', `Token ${token}`)).body.count, 2, 'and goes on answering')
  const all = children()
  t.equal(await server.stop(), 0, 'it stops when it is told to')
  for (const pid of all) t.throws(() => process.kill(pid, 0), 'with all its processes')
})

t.test('workers end when the first process is gone', async (t) => {
  const server = await serve(t, [], { ...(await shared(t)), INVENTREE_WORKERS: '2' })
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(server.process.pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number)
  await server.stop('SIGKILL')
  const alive = () =>
    children.filter((pid) => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    })
  for (let n = 0; n < 100 && alive().length; n++) await sleep(100)
  t.strictSame(alive(), [])
})

t.test('a database in memory belongs to one process', async (t) => {
  for (const [args, env] of [
    [['serve'], { INVENTREE_DB_NAME: ':memory:' }],
    [['serve', '--memory'], {}]
  ] as const) {
    t.match(await run([...args, '--port', '0'], { ...env, INVENTREE_WORKERS: '2' }), {
      code: 2,
      err: 'INVENTREE_WORKERS is 2, but a database in memory belongs to one process alone.\n'
    })
  }
})
