import t from 'tap'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { Outlet, type Put } from '#server/output.ts'
import { PASSWORD } from '../helper.ts'
import { calmToken } from './line.ts'
import { command, environment, folder, serve, type Server } from './run.ts'

const said = (dropped: number) => `${dropped} missing\n`
const line = (n: number) => `line ${n} ${'x'.repeat(1000)}\n`

t.test(
  'whoever prints does not wait for a place that takes nothing; what comes on top of 1 MiB is dropped and counted',
  async (t) => {
    let taken = ''
    let release: (() => void) | undefined
    let stuck = true
    const put: Put = (bytes, done) => {
      const take = () => {
        taken += bytes
        done(null, bytes.length)
      }
      if (stuck) release = take
      else setImmediate(take)
    }
    const outlet = new Outlet(put, said)
    for (let n = 0; n < 2000; n++) outlet.write(line(n))
    t.ok(outlet.dropped > 900 && outlet.dropped < 1100, `${outlet.dropped} of 2000 were dropped`)
    stuck = false
    release!()
    await outlet.flush(5000)
    const kept = 2000 - outlet.dropped
    t.equal(
      taken,
      Array.from({ length: kept }, (_, n) => line(n)).join('') + said(outlet.dropped),
      'the first are there in their order, and how many are missing'
    )
    outlet.write('after\n')
    await outlet.flush(5000)
    t.ok(taken.endsWith(`${said(outlet.dropped)}after\n`))
  }
)

t.test(
  'nothing overtakes the line that says how much is missing, also where there is room again before it is written',
  async (t) => {
    let taken = ''
    const releases: (() => void)[] = []
    const outlet = new Outlet((bytes, done) => {
      releases.push(() => {
        taken += bytes
        done(null, bytes.length)
      })
    }, said)
    for (let n = 0; n < 1200; n++) outlet.write(line(n))
    const { dropped } = outlet
    t.ok(dropped > 100)
    releases.shift()!() // now there is room for another one
    outlet.write('late\n')
    t.equal(outlet.dropped, dropped + 1)
    while (releases.length) releases.shift()!()
    t.ok(taken.endsWith(said(dropped + 1)))
    outlet.write('after\n')
    releases.shift()!()
    t.ok(taken.endsWith(`${said(dropped + 1)}after\n`))
  }
)

t.test('what a full disk took of a line stays, and the rest follows when there is room', async (t) => {
  let taken = ''
  let room = 1500
  const outlet = new Outlet((bytes, done) => {
    const some = bytes.subarray(0, room)
    room -= some.length
    taken += some
    done(some.length < bytes.length ? Object.assign(new Error('no space'), { code: 'ENOSPC' }) : null, some.length)
  }, said)
  for (let n = 0; n < 5; n++) outlet.write(line(n))
  t.equal(taken.length, 1500)
  room = Infinity
  await outlet.flush(5000)
  t.equal(taken, [0, 1, 2, 3, 4].map(line).join(''))
  t.equal(outlet.dropped, 0)
})

/** A server that fails at one address and logs each failure at length, and how to ask it. */
async function failing(
  t: Test
): Promise<{ server: Server; fail: (times: number) => Promise<void>; roles: () => Promise<number> }> {
  const env = {
    INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'),
    INVENTREE_ADMIN_USER: 'admin',
    INVENTREE_ADMIN_PASSWORD: PASSWORD
  }
  const server = await serve(t, [], env)
  const token = await calmToken(server.url)
  const other = await openDatabase(env.INVENTREE_DB_NAME)
  await other.schema.alterTable('project_code').renameTo('gone').execute()
  await other.destroy()
  const status = async (path: string) => {
    const answer = await fetch(server.url + path, {
      headers: { authorization: `Token ${token}` },
      signal: AbortSignal.timeout(20_000)
    })
    await answer.text()
    return answer.status
  }
  const fail = async (times: number) => {
    for (let n = 0; n < times; n += 50) {
      await Promise.all(
        Array.from({ length: 50 }, async () => {
          // A machine that has too much to do answers 503.
          while ((await status('/api/project-code/')) !== 500) await sleep(200)
        })
      )
    }
  }
  return { server, fail, roles: () => status('/api/system/metrics/') }
}

t.test('a log that nobody reads holds nothing up; when it is read again, it says how much is missing', async (t) => {
  const { server, fail, roles } = await failing(t)
  const { stdout } = server.process
  stdout!.pause()
  await fail(1200)
  t.equal(await roles(), 200)
  let log = ''
  stdout!
    .on('data', (chunk) => {
      log += chunk
    })
    .resume()
  while (!/lines of the log were dropped/.test(log)) await sleep(20)
  const [, dropped] = /"msg":"(\d+) lines of the log were dropped/.exec(log)!
  const { length } = log.match(/a request failed/g)!
  t.equal(length + Number(dropped), 1200, 'every line is there or counted')
  t.doesNotThrow(
    () =>
      log
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one)),
    'and whole'
  )
  t.equal(await server.stop(), 0)
})

t.test('a server stops although nobody reads what it prints', async (t) => {
  const { server, fail } = await failing(t)
  server.process.stdout!.pause()
  await fail(300)
  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  t.strictSame(await ended, [0, null])
})

t.test('a closed pipe does not end the server', async (t) => {
  const { server, fail, roles } = await failing(t)
  server.process.stdout!.destroy()
  server.process.stderr!.destroy()
  await fail(50)
  t.equal(await roles(), 200)
  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  t.strictSame(await ended, [0, null])
})

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

t.test(
  'a disk that is full for the database, the files and the log alike: reads go on, writes → 507, and all is well when there is room',
  async (t) => {
    const data = folder(t)
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const log = join(data, 'log.txt')
    const media = join(data, 'media')
    mkdirSync(media)
    const env = environment({
      INVENTREE_DB_NAME: join(data, 'data.sqlite3'),
      INVENTREE_ADMIN_USER: 'admin',
      INVENTREE_ADMIN_PASSWORD: PASSWORD
    })
    const [program, args] = command(['serve', '--port', String(port)])
    const child = spawn(program, args, { env, stdio: ['ignore', openSync(log, 'w'), openSync(log, 'a')] })
    t.teardown(() => {
      child.kill('SIGKILL')
    })
    while (!/API server at/.test(readFileSync(log, 'utf8'))) await sleep(50)
    const authorization = `Token ${await calmToken(url)}`
    // No file may become longer than this, which to a program is the same as a disk without room.
    const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`])
    const ask = async (path: string, options: RequestInit = {}) => {
      const answer = await fetch(url + path, {
        ...options,
        headers: { authorization, ...(options.headers as object) },
        signal: AbortSignal.timeout(20_000)
      })
      return { status: answer.status, text: await answer.text() }
    }
    const other = await openDatabase(join(data, 'data.sqlite3'))
    await other.schema.alterTable('project_code').renameTo('gone').execute()
    await other.destroy()
    const part = () =>
      ask('/api/part/', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: `Part ${Math.random()}`, notes: 'n'.repeat(30_000) })
      })
    const upload = () => {
      const body = new FormData()
      body.set('model_type', 'part')
      body.set('model_id', '1')
      body.set('attachment', new Blob(['a'.repeat(200_000)]), 'text.txt')
      return ask('/api/attachment/', { method: 'POST', body })
    }
    t.equal((await part()).status, 201)

    const room = readFileSync(log).length + 5000
    limit(String(room))
    // What fails for other reasons is logged; the log is full with the first of them.
    for (let n = 0; n < 100; n++) t.equal((await ask('/api/project-code/')).status, 500)
    const files = () =>
      readdirSync(media, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => name)
    const before = files()
    for (let n = 0; n < 5; n++) {
      t.match(await part(), {
        status: 507,
        text: /^\{"detail":"The disk of the server cannot be written\. Nothing was changed; .*"\}$/
      })
      t.match(await upload(), { status: 507 })
      t.match(await ask('/api/system/backup/'), { status: 507 })
      t.equal((await ask('/api/user/roles/')).status, 200, 'reads go on')
    }
    t.strictSame(files(), before, 'no half file is left')
    t.strictSame(
      readdirSync(data).filter((name) => name.startsWith('.')),
      [],
      'nor a half backup'
    )
    t.ok(readFileSync(log).length <= room)

    limit('unlimited')
    t.equal((await part()).status, 201)
    t.equal((await upload()).status, 201)
    t.equal(JSON.parse((await ask('/api/part/?limit=1')).text).count, 2)
    while (!/refused with 507 until/.test(readFileSync(log, 'utf8'))) await sleep(50)
    await ask('/api/project-code/')
    while (!/a request failed(?![^]*refused with 507 until)/.test(readFileSync(log, 'utf8'))) await sleep(50)
    t.ok(
      readFileSync(log, 'utf8').match(/refused with 507 until/g)!.length <= 2,
      'told once, of a disk that is full and of one that cannot be written'
    )
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    t.strictSame(await ended, [0, null])
  }
)
