import t, { type Test } from 'tap'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { basic, build } from '../helper.ts'
import { readable } from '#server/log-line.ts'
import { command, environment, folder, serve, type Server } from './run.ts'

const PASSWORD = 'Turbine-Kayak-44'
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** What somebody types who would like to be somebody else in the log, or to have the terminal obey. */
const HOSTILE = 'x","address":"192.0.2.9","name":"\u001b[2J\u009b31m\u202e\r\n{"level":40}\u2028'

interface Logged {
  server: Server
  /** The lines of the log, once there are so many that fit. */
  lines(of: (line: any) => boolean, count?: number): Promise<any[]>
  /** Everything that came, as it is. */
  text(): string
}

async function logged(t: Test, level: string): Promise<Logged> {
  const env = { INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'), INVENTREE_ADMIN_PASSWORD: PASSWORD }
  const server = await serve(t, [], { ...env, INVENTREE_LOG_LEVEL: level })
  let out = ''
  server.process.stdout!.on('data', (chunk) => {
    out += chunk
  })
  const parsed = () =>
    out
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
  return {
    server,
    text: () => out,
    lines: async (of, count = 1) => {
      for (;;) {
        const found = parsed().filter(of)
        if (found.length >= count) return found
        await sleep(20)
      }
    }
  }
}

t.test('INFO: one line a request, with who asked for what from where, and no secret', async (t) => {
  const { server, lines, text } = await logged(t, 'INFO')
  const { token } = (await server.ask('GET', '/api/user/token/', basic('admin', PASSWORD))).body
  const headers = { authorization: `Token ${token}`, 'x-request-id': 'trace-17/a' }
  const answer = await fetch(`${server.url}/api/part/?search=secret-part&limit=1`, { headers })
  t.equal(answer.headers.get('x-request-id'), 'trace-17/a')
  await answer.text()
  await fetch(`${server.url}/media/nothing.png`, { headers })
  for (const path of [
    'web/verify-email/1-abc-key',
    'web/set-password?key=1-abc-key',
    'api/email/login/?sesame=1-abc-key'
  ])
    await fetch(`${server.url}/${path}`, { redirect: 'manual' })
  await fetch(`${server.url}/nowhere`)
  const requests = await lines((line) => line.msg === 'request', 7)
  t.equal(requests.length, 7)
  const [, list, media, verify] = requests
  const nowhere = requests.at(-1)
  t.match(verify, { path: '/web/verify-email/********', status: 302 }, 'the key of a mail')
  t.match(list, {
    level: 30,
    time: ISO,
    pid: server.process.pid,
    reqId: 'trace-17/a',
    method: 'GET',
    path: '/api/part/',
    status: 200,
    ms: Number,
    user: 'admin',
    address: '127.0.0.1'
  })
  t.match(media, { path: '/media/nothing.png', status: 404, user: 'admin' })
  t.match(nowhere, { path: '/nowhere', status: 404, user: null })
  for (const secret of ['secret-part', 'abc-key', token, PASSWORD]) t.notMatch(text(), secret)
  t.equal(await server.stop(), 0)
  t.match(await lines((line) => line.msg === 'stopping'), [{ level: 30 }])
  t.equal(server.complaints(), '', 'everything is in one stream')
})

t.test('a request whose sender goes away has its line too', async (t) => {
  const { server, lines } = await logged(t, 'INFO')
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const head = `POST /api/part/ HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic('admin', PASSWORD)}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`
  socket.write(head)
  await sleep(1500)
  socket.destroy()
  t.match(await lines((line) => line.msg === 'request'), [{ method: 'POST', path: '/api/part/', status: null }])
})

t.test(
  'WARNING: refused sign-ins with address and name as typed, never the password; no line of requests',
  async (t) => {
    const { server, lines, text } = await logged(t, 'WARNING')
    t.equal((await server.ask('GET', '/api/user/me/', basic('mara', 'wrong-secret-1'))).status, 401)
    t.equal((await server.ask('GET', '/api/user/me/', basic('n'.repeat(5000), 'wrong-secret-2'))).status, 401)
    const session = await fetch(`${server.url}/api/auth/v1/auth/session`)
    const [, csrf] = /csrftoken=([^;]+)/.exec(session.headers.get('set-cookie')!)!
    const headers = { 'content-type': 'application/json', cookie: `csrftoken=${csrf}`, 'x-csrftoken': csrf! }
    const body = JSON.stringify({ username: HOSTILE, password: 'wrong-secret-3' })
    for (let n = 0; n < 6; n++) await fetch(`${server.url}/api/auth/v1/auth/login`, { method: 'POST', headers, body })
    const refused = await lines((line) => line.msg === 'sign-in refused', 8)
    t.match(refused[0], {
      level: 40,
      time: ISO,
      address: '127.0.0.1',
      name: 'mara',
      kind: 'basic',
      reason: 'wrong name or password'
    })
    t.equal(refused[1].name.length, 254, 'a long name is cut')
    t.match(refused[2], { address: '127.0.0.1', name: HOSTILE.trim(), kind: 'login' })
    t.equal(refused.at(-1).reason, 'too many attempts')
    t.notMatch(text(), /wrong-secret/)
    t.notMatch(text(), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/)
    t.strictSame((await lines((line) => line.msg === 'request', 0)).length, 0)

    const filter = readFileSync(fileURLToPath(new URL('../../deploy/fail2ban/filter.conf', import.meta.url)), 'utf8')
    const [, pattern] = /^failregex = (.*)$/m.exec(filter)!
    const [, date] = /^datepattern = (.*)$/m.exec(filter)!
    const when = new RegExp(date!.replaceAll('%%Y', '\\d{4}').replaceAll(/%%[mdHMS]/g, '\\d\\d'))
    const failure = new RegExp(pattern!.replace('<ADDR>', '(?<address>[0-9a-f.:]+)'))
    const found = text()
      .split('\n')
      .filter((line) => when.test(line))
      // fail2ban looks for the rest without the time.
      .map((line) => failure.exec(line.replace(when, ''))?.groups!.address)
    t.strictSame(found, Array(8).fill('127.0.0.1'), 'the filter of deploy/ finds the address of each of them')
  }
)

t.test('ERROR: neither', async (t) => {
  const { server, text } = await logged(t, 'ERROR')
  await server.ask('GET', '/api/user/me/', basic('mara', 'wrong'))
  await server.stop()
  t.equal(text(), '')
})

t.test('X-Request-Id: a sane one is taken over, any other is not', async (t) => {
  const house = await build(t)
  const idOf = async (given?: string) =>
    (await house.by(given === undefined ? {} : { 'x-request-id': given }).get('/api/')).headers
  for (const given of ['7f6c2b1e-0d3c-4b51-9a59-0a7a2d1ed6b1', 'Root=1-67891233-abcdef', 'a'])
    t.match(await idOf(given), { 'x-request-id': given, 'x-inventree-reqid': given })
  for (const given of [undefined, '', 'a b', 'x'.repeat(101), 'a"b', 'ü'])
    t.match((await idOf(given))['x-request-id'], /^[0-9a-f-]{36}$/, String(given))
})

t.test('the report of an error has the request id', async (t) => {
  const house = await build(t)
  await house.db.schema.alterTable('project_code').renameTo('gone').execute()
  const { token } = (await house.as('admin').get('/api/user/token/')).body
  const headers = { authorization: `Token ${token}`, 'x-request-id': 'trace-18' }
  t.equal((await house.app.inject({ url: '/api/project-code/', headers })).statusCode, 500)
  const reports = () => house.db.selectFrom('error_report').select('data').execute()
  while (!(await reports()).length) await sleep(10)
  t.match(await reports(), [{ data: /\n\nX-Request-Id: trace-18$/ }])
})

t.test('a line for people', (t) => {
  const line = (more: object) =>
    readable(JSON.stringify({ level: 30, time: '2026-11-29T14:34:12.123Z', pid: 1, hostname: 'h', ...more }))
  t.equal(
    line({
      reqId: 'r1',
      method: 'GET',
      path: '/api/',
      user: null,
      address: '::1',
      status: 200,
      ms: 1.5,
      msg: 'request'
    }),
    '2026-11-29T14:34:12.123Z INFO     request reqId=r1 method=GET path=/api/ user=null address=::1 status=200 ms=1.5\n'
  )
  t.equal(line({ msg: 'two\nlines\u001b[2J' }), '2026-11-29T14:34:12.123Z INFO     two\\nlines\\u001b[2J\n')
  t.equal(
    line({ level: 50, msg: 'failed', err: { message: 'why', stack: 'Error: why\n    at here' } }),
    '2026-11-29T14:34:12.123Z ERROR    failed\n    Error: why\n        at here\n'
  )
  t.end()
})

t.test(
  'on a terminal the log is text',
  { skip: spawnSync('script', ['--version']).status !== 0 && 'no script(1)' },
  async (t) => {
    const env = environment({ INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'), INVENTREE_LOG_LEVEL: 'INFO' })
    const [program, args] = command(['serve', '--port', '0'])
    const words = [program, ...args].map((word) => `'${word}'`).join(' ')
    const child = spawn('script', ['-qefc', words, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    t.teardown(() => child.kill('SIGTERM'))
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    while (!/API server at (\S+)/.test(out)) await sleep(50)
    await fetch(`${/API server at (\S+)/.exec(out)![1]}/api/`)
    while (!out.includes('path=/api/')) await sleep(50)
    t.match(
      out,
      /^\d{4}-\d\d-\d\dT[\d:.]+Z INFO {5}request reqId=\S+ method=GET path=\/api\/ status=200 ms=\S+ user=null address=127/m
    )
    child.kill('SIGTERM')
  }
)
