import t from 'tap'
import type { Test } from 'tap'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import { daily } from '#server/daily.ts'
import { Settings } from '#modules/settings/store.ts'
import { GRACE_MS } from '#server/stopping.ts'
import { build } from '../helper.ts'
import { dayRunner } from '../support/day.ts'
import { calmToken, get, line, post, statuses } from './line.ts'
import { onPostgres, placeOf } from '../support/postgres.ts'
import { descendants } from '../support/processes.ts'
import { serve, type Server } from './run.ts'
import { shared } from './together.ts'

/** What is answered by 200 on a machine that has too much to do, too. */
const ALWAYS = '/api/system/metrics/'

async function started(t: Test, workers: number): Promise<{ server: Server; token: string }> {
  const server = await serve(t, [], { ...(await shared(t)), INVENTREE_WORKERS: String(workers) })
  return { server, token: await calmToken(server.url) }
}

for (const workers of [1, 3]) {
  t.test(
    `every request that has arrived is answered, pipelined ones and new connections too; then the server ends with 0 (processes: ${workers})`,
    async (t) => {
      const { server, token } = await started(t, workers)
      const lines = await Promise.all(Array.from({ length: 20 }, async () => await line(server.url)))
      await Promise.all(lines.map(async ({ send }) => await send(get(ALWAYS, token).repeat(15))))
      t.equal(await server.stop(), 0)
      const answers = (await Promise.all(lines.map(async ({ ended }) => await ended))).map(statuses)
      t.strictSame(
        answers.map(({ length }) => length),
        lines.map(() => 15)
      )
      t.ok(answers.flat().every((status) => status === '200'))
    }
  )

  t.test(
    `connections on which nobody waits are closed; a body that comes late is taken; the last answer says that no more will come (processes: ${workers})`,
    async (t) => {
      const { server, token } = await started(t, workers)
      const [fresh, kept, late] = await Promise.all([line(server.url), line(server.url), line(server.url)])
      await kept.send(get(ALWAYS, token))
      while (kept.answered() === 0) await sleep(10)
      const body = JSON.stringify({ name: 'Relay' })
      await calmToken(server.url)
      await late.send(post(token, body))
      await server.ask('GET', '/api/')
      const stopped = server.stop()
      t.strictSame(statuses(await fresh.ended), [])
      t.strictSame(statuses(await kept.ended), ['200'])
      await late.send(body)
      const answer = await late.ended
      t.strictSame(statuses(answer), ['201'])
      t.match(answer, /^connection: close\r$/im)
      t.equal(await stopped, 0)
    }
  )
}

t.test('a body that never comes → 503, and nothing was done', async (t) => {
  const { server, token } = await started(t, 1)
  const never = await line(server.url)
  await calmToken(server.url)
  await never.send(post(token, JSON.stringify({ name: 'Relay' })) + '{"name"')
  await server.ask('GET', '/api/')
  t.equal(await server.stop(), 0)
  const answer = await never.ended
  t.strictSame(statuses(answer), ['503'])
  t.ok(answer.endsWith('\r\n\r\n{"detail":"The server is stopping."}'))
})

/** A connection over which a long list is on its way, of which nobody has read anything yet. */
async function unread(t: Test): Promise<{ server: Server; socket: Socket }> {
  const env = await shared(t)
  const server = await serve(t, [], env)
  const token = await calmToken(server.url)
  const db = await openDatabase(onPostgres ? placeOf(env.INVENTREE_DB_NAME!) : env.INVENTREE_DB_NAME!)
  const description = 'long '.repeat(40)
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < 60_000; at += 500) {
      await trx
        .insertInto('project_code')
        .values(Array.from({ length: 500 }, (_, n) => ({ code: `C${at + n}`, description })))
        .execute()
    }
  })
  await db.destroy()
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.on('error', () => undefined).write(get('/api/project-code/', token))
  await once(socket, 'readable')
  return { server, socket }
}

t.test(
  'a long answer that was on its way is sent to its end, and its connection is closed then, though it did not say so',
  async (t) => {
    const { server, socket } = await unread(t)
    const stopped = server.stop()
    await sleep(300)
    let [end, length] = ['', 0]
    socket.on('data', (chunk) => {
      end = (end + chunk).slice(-20)
      length += chunk.length
    })
    const began = Date.now()
    t.equal(await stopped, 0)
    t.ok(length > 12_000_000, `${length} bytes`)
    t.match(end, /\]\r\n0\r\n\r\n$/)
    t.ok(Date.now() - began < GRACE_MS - 2000, 'nobody waited for what was over')
  }
)

t.test('an answer that nobody reads is broken off in the end: it stops with 0', async (t) => {
  const { server, socket } = await unread(t)
  t.equal(await server.stop(), 0)
  socket.destroy()
})

t.test('a second signal ends it at once', async (t) => {
  const { server, token } = await started(t, 1)
  const never = await line(server.url)
  await calmToken(server.url)
  await never.send(post(token, '{"name":"Relay"}'))
  await server.ask('GET', '/api/')
  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  await sleep(600)
  server.process.kill('SIGTERM')
  t.strictSame(await ended, [1, null])
  t.strictSame(statuses(await never.ended), [], 'nobody was waited for')
})

for (const signal of ['SIGINT', 'SIGHUP'] as const) {
  t.test(`${signal} stops it like SIGTERM: what has arrived is answered first`, async (t) => {
    const { server, token } = await started(t, 2)
    const late = await line(server.url)
    const body = JSON.stringify({ name: 'Relay' })
    await calmToken(server.url)
    await late.send(post(token, body))
    await server.ask('GET', '/api/')
    const stopped = server.stop(signal)
    await sleep(100)
    await late.send(body)
    t.strictSame(statuses(await late.ended), ['201'])
    t.equal(await stopped, 0)
  })
}

t.test(
  'what is typed at a terminal is meant for the first process: its workers go on until that tells them',
  async (t) => {
    const { server, token } = await started(t, 2)
    let said = ''
    server.process.stdout!.on('data', (chunk) => {
      said += chunk
    })
    const workers = descendants(server.process.pid!)
    t.equal(workers.length, 2)
    for (const pid of workers) process.kill(pid, 'SIGINT')
    await sleep(300)
    for (let n = 0; n < 10; n++) t.equal((await server.ask('GET', ALWAYS, `Token ${token}`)).status, 200)
    t.strictSame(descendants(server.process.pid!), workers)
    t.equal(await server.stop(), 0)
    t.notMatch(said, /another takes its place/)
  }
)

t.test('the work of a day that is broken off is left to another process', async (t) => {
  const { db } = await build(t)
  const settings = new Settings(db)
  const done: string[] = []
  let stopping: Promise<void> | undefined
  // The first piece of work asks for a setting; that is when the server is told to stop.
  const watched = Object.assign(Object.create(settings), {
    refresh: () => settings.refresh(),
    flag: (key: string) => settings.flag(key),
    number: (key: string) => {
      done.push(key)
      stopping ??= first.stop()
      throw new Error('broken off')
    }
  }) as Settings
  const first = dayRunner({ db, settings: watched })
  await daily({ db, log: { error: () => t.fail() } })()
  await first.drain()
  await stopping
  t.equal(done.length, 1, 'nothing more was begun')
  const left = () =>
    db.selectFrom('job').select(['state', 'attempts', 'arguments']).where('state', '<>', 'done').execute()
  t.ok((await left()).length > 10)
  t.ok((await left()).every(({ state, attempts }) => state === 'waiting' && attempts === 0))
  await dayRunner({ db }).drain()
  t.strictSame(await left(), [])
})
