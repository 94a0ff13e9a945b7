import t from 'tap'
import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, type House } from '../helper.ts'
import { openDatabase } from '#db/database.ts'
import { createToken } from '#auth/tokens.ts'
import { onPostgres, placeOf } from '../support/postgres.ts'
import { calmToken } from './line.ts'
import { serve } from './run.ts'
import { shared } from './together.ts'

/** The house, listening: what happens on connections does not show where requests are only injected. */
async function listening(house: House) {
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = house.app.server.address() as AddressInfo
  const { id } = await house.db.selectFrom('user').select('id').executeTakeFirstOrThrow()
  const { token } = await createToken(house.db, house.vault, { user_id: id, name: 'connections' })
  return { port, token }
}

/** Everything that a connection says until it ends. */
async function heard(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  socket.on('error', () => undefined)
  await once(socket, 'close')
  return text
}

t.test('a long body from a stranger → 401 before it was sent, and the connection is closed', async (t) => {
  const { port } = await listening(await build(t, {}))
  for (const credentials of ['', 'Authorization: Token nothing\r\n']) {
    for (const size of ['Content-Length: 30000000', 'Transfer-Encoding: chunked']) {
      const socket = connect(port, '127.0.0.1')
      socket.write(
        `POST /api/part/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${credentials}${size}\r\n\r\n`
      )
      const text = await heard(socket)
      t.match(text, /^HTTP\/1.1 401 /, `${credentials} ${size}`)
      t.match(text, /\r\nconnection: close\r\n/i)
    }
  }
})

t.test('a stranger who announces a short body and does not send it is not waited for long', async (t) => {
  const { port } = await listening(await build(t, {}))
  const socket = connect(port, '127.0.0.1')
  socket.write('POST /api/part/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n')
  t.equal(await heard(socket), '', 'the connection is closed')
})

t.test('a request that takes long is answered, though nothing is said on its connection meanwhile', async (t) => {
  const house = await build(t, {})
  house.app.server.timeout = 500
  const { port, token } = await listening(house)
  // Writes wait for those before them.
  const held = house.db.transaction().execute(async (trx) => {
    await trx.updateTable('user').set({ first_name: 'Ada' }).execute()
    await sleep(2000)
  })
  const answer = await fetch(`http://127.0.0.1:${port}/api/project-code/`, {
    method: 'POST',
    headers: { authorization: `Token ${token}`, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ code: 'LATE', description: '' })
  })
  t.equal(answer.status, 201)
  await held

  const socket = connect(port, '127.0.0.1')
  const began = performance.now()
  t.equal(await heard(socket), '')
  t.ok(performance.now() - began < 5000, 'a silent connection without a request ends as before')
})

t.test('whoever goes on sending can read the refusal', async (t) => {
  const { port, token } = await listening(await build(t, {}))
  for (const [credentials, status] of [
    ['', 401],
    [`Authorization: Token ${token}\r\n`, 413]
  ] as const) {
    const socket = connect(port, '127.0.0.1')
    const answer = heard(socket)
    socket.write(
      `POST /api/part/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${credentials}Content-Length: 4000000\r\n\r\n`
    )
    for (let n = 0; n < 40; n++) {
      socket.write('[1,'.repeat(33_334))
      await sleep(1)
    }
    t.match(await answer, new RegExp(`^HTTP/1.1 ${status} `))
  }
})

t.test('what is no HTTP request → 400 or 431 in the form of the API', async (t) => {
  const { port } = await listening(await build(t, {}))
  for (const [sent, status] of [
    ['GET /api/ HTTP/9\r\n\r\n', 400],
    [`GET /api/ HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431]
  ] as const) {
    const socket = connect(port, '127.0.0.1')
    socket.write(sent)
    const [head, body] = (await heard(socket)).split('\r\n\r\n')
    t.ok(head!.startsWith(`HTTP/1.1 ${status} `), head!)
    t.type(JSON.parse(body!).detail, 'string')
  }
})

t.test('who waits to be told to go on with a body is told who they are taken for first', async (t) => {
  const { port, token } = await listening(await build(t, {}))
  const body = '{"name": "Announced"}'
  const ask = (path: string, credentials: string, length = body.length) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n${credentials}Content-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`
    )
    socket.once('data', (first) => {
      // Not ended: whoever ends a connection is taken for gone.
      if (String(first).startsWith('HTTP/1.1 100 ')) socket.write(body)
    })
    return heard(socket)
  }
  const known = `Authorization: Token ${token}\r\n`
  t.match(await ask('/api/part/', ''), /^HTTP\/1.1 401 [^]*\r\nconnection: close\r\n/i, 'a stranger')
  t.match(await ask('/api/part/', 'Authorization: Token nothing\r\n'), /^HTTP\/1.1 401 /)
  t.match(await ask('/api/part/', known, 4_000_000), /^HTTP\/1.1 413 /, 'too long')
  t.match(await ask('/api/part/', known), /^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 201 /)
  t.match(
    await ask('/api/auth/v1/auth/login', ''),
    /^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 4/,
    'whoever has no credentials yet'
  )
})

t.test('what servers on the way may understand in two ways → refused, in the form of the API', async (t) => {
  const { port } = await listening(await build(t, {}))
  for (const [sent, status] of [
    ['GET /api/ HTTP/1.1\r\n\r\n', 400],
    ['GET /api/ HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n', 400],
    ['GET /api/ HTTP/1.1\r\nHost: x\r\nExpect: nothing\r\n\r\n', 417],
    ['CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n\r\n', 405]
  ] as const) {
    const socket = connect(port, '127.0.0.1')
    socket.write(sent)
    const [head, body] = (await heard(socket)).split('\r\n\r\n')
    t.ok(head!.startsWith(`HTTP/1.1 ${status} `), `${sent}: ${head}`)
    t.type(JSON.parse(body!).detail, 'string')
  }
  const old = connect(port, '127.0.0.1')
  old.write('GET /api/ HTTP/1.0\r\n\r\n')
  t.match(await heard(old), /^HTTP\/1.1 200 /, 'HTTP/1.0 knows no Host')
})

t.test('who offers another protocol is answered in this one, and told that the connection ends', async (t) => {
  const { port } = await listening(await build(t, {}))
  const socket = connect(port, '127.0.0.1')
  socket.write(
    'GET /api/ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nGET /api/ HTTP/1.1\r\nHost: x\r\n\r\n'
  )
  t.match(await heard(socket), /^HTTP\/1.1 200 [^]*\r\nconnection: close\r\n/i)
})

t.test('a whole address in place of a path is answered as its path is', async (t) => {
  const { port } = await listening(await build(t, {}))
  const socket = connect(port, '127.0.0.1')
  socket.write('GET http://x/api/ HTTP/1.1\r\nHost: x\r\nOrigin: https://shop.example.org\r\nConnection: close\r\n\r\n')
  const text = await heard(socket)
  t.match(text, /^HTTP\/1.1 200 /)
  t.match(text, /\r\ncache-control: no-store\r\n/)
  t.match(text, /\r\naccess-control-allow-origin: https:\/\/shop.example.org\r\n/)
})

t.test('a short body that was not read leaves the connection open', async (t) => {
  const { port } = await listening(await build(t, {}))
  const socket = connect(port, '127.0.0.1')
  const body = `{"name": "${'x'.repeat(10_000)}"}`
  socket.write(
    `POST /api/part/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  )
  socket.write('GET /api/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  const text = await heard(socket)
  t.match(text, /^HTTP\/1.1 401 [^]*HTTP\/1.1 200 /)
})

t.test('requests in a row on one connection are all answered, in their order', async (t) => {
  const { port, token } = await listening(await build(t, {}))
  const socket = connect(port, '127.0.0.1')
  const answer = heard(socket)
  const names = Array.from({ length: 300 }, (_, n) => `P${n}`)
  for (const name of names) {
    const body = JSON.stringify({ name })
    const close = name === names.at(-1) ? 'Connection: close\r\n' : ''
    socket.write(
      `POST /api/part/ HTTP/1.1\r\nHost: x\r\n${close}Authorization: Token ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    )
  }
  t.strictSame(
    [...(await answer).matchAll(/"name":"(P\d+)"/g)].map(([, name]) => name),
    names
  )
})

t.test('requests in a row whose sender is gone are dropped', async (t) => {
  let lists = 0
  const { port, token } = await listening(
    await build(t, {}, (text) => {
      if (/from "part"/.test(text)) lists++
    })
  )
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(`GET /api/part/?limit=1 HTTP/1.1\r\nHost: x\r\nAuthorization: Token ${token}\r\n\r\n`.repeat(500))
  await once(socket, 'data')
  socket.destroy()
  await sleep(500)
  const sofar = lists
  t.ok(sofar < 250, `${sofar} statements for 500 requests`)
  await sleep(200)
  t.equal(lists, sofar, 'and it is over')
})

t.test('a request that takes too long → 503 with Retry-After, and nothing is stored', async (t) => {
  const house = await build(t, { timeLimit: 1 })
  const admin = house.as('admin')
  await admin.get('/api/user/me/')
  const writing = await house.db.startTransaction().execute()
  const { status, headers, body } = await admin.post('/api/part/', { name: 'Late' })
  await writing.rollback().execute()
  t.equal(status, 503)
  t.equal(headers['retry-after'], '10')
  t.match(body.detail, /longer than 1 seconds/)
  t.equal((await admin.post('/api/part/', { name: 'In time' })).status, 201)
  t.strictSame(
    (await admin.get('/api/part/')).body.map((part: { name: string }) => part.name),
    ['In time']
  )
})

t.test(
  'a write that waits for its turn for too long → 503, and nothing of it is stored when the turn comes',
  async (t) => {
    const env = await shared(t)
    const server = await serve(t, [], { ...env, INVENTREE_REQUEST_TIMEOUT: '1' })
    const token = `Token ${await calmToken(server.url)}`
    await server.ask('GET', '/api/user/me/', token)
    const other = await openDatabase(onPostgres ? placeOf(env.INVENTREE_DB_NAME!) : env.INVENTREE_DB_NAME!)
    const writing = await other.startTransaction().execute()
    // One that writes has the lock, with either database.
    await writing.insertInto('project_code').values({ code: 'C', description: '' }).execute()
    const { status, body } = await server.ask('POST', '/api/part/', token, { name: 'Late' })
    t.equal(status, 503)
    t.match(body.detail, /longer than 1 seconds and was given up; nothing was changed/)
    await writing.rollback().execute()
    await other.destroy()
    while ((await server.ask('POST', '/api/part/', token, { name: 'In time' })).status !== 201) await sleep(100)
    t.strictSame(
      (await server.ask('GET', '/api/part/', token)).body.map((part: { name: string }) => part.name),
      ['In time']
    )
    t.equal(await server.stop(), 0)
  }
)

t.test('a transaction of many statements lets others have their turn', async (t) => {
  const { db } = await build(t)
  let turns = 0
  let over = false
  const turn = () => {
    turns++
    if (!over) setImmediate(turn)
  }
  setImmediate(turn)
  let statements = 0
  await db.transaction().execute(async (inner) => {
    // How many statements fill a turn depends on the machine.
    while (turns < 5 && statements < 200_000) {
      await inner.selectFrom('user').select('id').execute()
      statements++
    }
  })
  over = true
  t.ok(turns >= 5, `${turns} turns in ${statements} statements`)
})

t.test('more work than can be done → 503 with Retry-After, until it is less', { timeout: 60_000 }, async (t) => {
  const { port, token } = await listening(await build(t, {}))
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Token ${token}` } })
  t.equal((await ask('/api/user/roles/')).status, 200)
  const busy = async (until: () => Promise<boolean>) => {
    for (let rounds = 0; rounds < 20; rounds++) {
      for (let n = 0; n < 2; n++) {
        const end = performance.now() + 700
        while (performance.now() < end);
        await sleep(1)
      }
      if (await until()) return true
    }
    return false
  }
  let refused: Response | undefined
  t.ok(await busy(async () => (refused = await ask('/api/user/roles/')).status === 503))
  t.equal(refused!.headers.get('retry-after'), '3')
  t.match(await refused!.json(), { detail: /more to do/ })
  t.equal((await ask('/api/system/health/')).status, 200, 'who looks after the server is answered')
  for (let tries = 0; tries < 40 && (await ask('/api/user/roles/')).status === 503; tries++) await sleep(500)
  t.equal((await ask('/api/user/roles/')).status, 200)
})
