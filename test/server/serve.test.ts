import t from 'tap'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { basic } from '../helper.ts'
import { command, environment, folder, run, serve } from './run.ts'

const passwordIn = (welcome: string) => /with the password {2}(\S+)/.exec(welcome)?.[1]

t.test('serve --memory prints where it is and whom to sign in as, and answers', async (t) => {
  const server = await serve(t, ['--memory'])
  t.match(server.welcome, /^InvenTree API server at http:\/\/127\.0\.0\.1:\d+\n/m)
  t.match(server.welcome, /documentation {2}http:.*\/api-doc\//)
  t.equal((await server.ask('GET', '/api/')).body.server, 'InvenTree')
  const { token } = (await server.ask('GET', '/api/user/token/', basic('admin', passwordIn(server.welcome)))).body
  const { status, body } = await server.ask('POST', '/api/part/', `Token ${token}`, { name: 'Relay' })
  t.equal(status, 201)
  t.match((await server.ask('GET', '/api/part/?limit=1', `Token ${token}`)).body, {
    count: 1,
    results: [{ pk: body.pk, name: 'Relay' }]
  })
  t.equal(await server.stop('SIGINT'), 0, 'and stops when told to')
})

t.test(
  'serve --memory --json says in one line whom to ask as; the records that it starts with keep their users',
  async (t) => {
    const directory = folder(t)
    const env = { INVENTREE_DB_NAME: join(directory, 'data.sqlite3') }
    await run(['user', 'create', 'admin', '--no-password'], env)
    await run(['user', 'create', 'mara', '--no-password'], env)
    await run(['export', join(directory, 'export.json')], env)
    const child = spawn(
      ...command(['serve', '--memory', '--port', '0', '--json', '--import', join(directory, 'export.json')]),
      { stdio: ['ignore', 'pipe', 'ignore'], env: environment({}) }
    )
    t.teardown(() => {
      child.kill('SIGKILL')
    })
    const [line] = await once(child.stdout, 'data')
    t.match(String(line), /^\{.*\}\n$/)
    const { url, username, password, token } = JSON.parse(line)
    t.equal(username, 'admin')
    for (const authorization of [basic(username, password), `Token ${token}`]) {
      const users = await (await fetch(`${url}/api/user/`, { headers: { authorization } })).json()
      t.match(users, [{ username: 'admin', is_superuser: true, is_active: true }, { username: 'mara' }])
    }
    t.match(await run(['serve', '--json'], env), { code: 2, err: /--json goes with --memory/ })
  }
)

t.test('serve --memory --json ends with the process that started it', async (t) => {
  const server = command(['serve', '--memory', '--port', '0', '--json'])
  const parent = spawn('sh', ['-c', '"$@" & wait', 'sh', server[0], ...server[1]], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: environment({})
  })
  const [line] = await once(parent.stdout, 'data')
  const { url } = JSON.parse(line)
  t.equal((await fetch(`${url}/api/`)).status, 200)
  parent.kill('SIGKILL')
  while (
    await fetch(`${url}/api/`).then(
      () => true,
      () => false
    )
  )
    await new Promise((resolve) => setTimeout(resolve, 50))
  t.pass('it is gone')
})

t.test('the first start makes an administrator and tells the password once; the second finds everything', async (t) => {
  const env = { INVENTREE_DB_NAME: join(folder(t), 'deeper', 'data.sqlite3') }
  const first = await serve(t, [], env)
  const login = basic('admin', passwordIn(first.welcome))
  const { token } = (await first.ask('GET', '/api/user/token/?name=phone', login)).body
  await first.ask('POST', '/api/part/', login, { name: 'Relay' })
  t.equal(await first.stop(), 0)
  const second = await serve(t, [], env)
  t.notMatch(second.welcome, /with the password/, 'not shown again')
  t.match(second.welcome, /inventree user password NAME/, 'but what to do where it was lost')
  t.equal((await second.ask('GET', '/api/part/1/', `Token ${token}`)).body.name, 'Relay', 'the token works')
  t.equal(
    (await second.ask('GET', '/api/user/token/?name=phone', login)).body.token,
    token,
    'and is shown again, by its key file'
  )
  t.notOk(readFileSync(env.INVENTREE_DB_NAME).includes(token), 'it is not in the database file')
  const key = join(env.INVENTREE_DB_NAME, '..', 'secret_key.txt')
  t.equal(statSync(key).mode & 0o777, 0o600, 'the key is for its owner alone')
})

t.test('the first administrator comes from the environment, where it says so', async (t) => {
  const env = {
    INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'),
    INVENTREE_ADMIN_USER: 'mara',
    INVENTREE_ADMIN_PASSWORD: 'Turbine-Kayak-44',
    INVENTREE_ADMIN_EMAIL: 'mara@workshop.example'
  }
  const server = await serve(t, [], env)
  t.notMatch(server.welcome, /Turbine-Kayak-44/, 'its password is not printed')
  t.match((await server.ask('GET', '/api/user/me/', basic('mara', 'Turbine-Kayak-44'))).body, {
    username: 'mara',
    email: 'mara@workshop.example',
    is_superuser: true,
    is_staff: true
  })
})

t.test('kill -9 after an answer loses nothing', async (t) => {
  const env = {
    INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'),
    INVENTREE_ADMIN_USER: 'admin',
    INVENTREE_ADMIN_PASSWORD: 'Turbine-Kayak-44'
  }
  const server = await serve(t, [], env)
  const acknowledged: number[] = []
  let stopped = false
  const writing = (async () => {
    for (let n = 0; ; n++) {
      const { status, body } = await server.ask('POST', '/api/part/', basic('admin'), {
        name: `Part ${n}`,
        tags: ['kept']
      })
      if (status === 201) acknowledged.push(body.pk)
      if (acknowledged.length === 30) {
        stopped = true
        void server.stop('SIGKILL')
      }
    }
  })().catch(() => undefined)
  await writing
  t.ok(stopped, 'it was killed while it wrote')
  const again = await serve(t, [], env)
  const { body } = await again.ask('GET', '/api/part/?tags=true', basic('admin'))
  const stored = new Map(body.map((part: any) => [part.pk, part.tags.join()]))
  t.ok(acknowledged.length >= 30)
  for (const pk of acknowledged) t.equal(stored.get(pk), 'kept', `part ${pk} with its tag`)
})

t.test('what another process changes counts at the next request', async (t) => {
  const env = {
    INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'),
    INVENTREE_ADMIN_USER: 'admin',
    INVENTREE_ADMIN_PASSWORD: 'Turbine-Kayak-44'
  }
  const server = await serve(t, [], env)
  const { token } = (await server.ask('GET', '/api/user/token/', basic('admin'))).body
  const other = await openDatabase(env.INVENTREE_DB_NAME)
  await other.insertInto('setting').values({ key: 'INVENTREE_INSTANCE', value: 'Lab 7' }).execute()
  t.equal((await server.ask('GET', '/api/')).body.instance, 'Lab 7', 'a setting')
  await other.updateTable('api_token').set({ revoked: 1 }).execute()
  t.equal((await server.ask('GET', '/api/user/me/', `Token ${token}`)).body.detail, 'Token has been revoked')
  await other.updateTable('user').set({ is_active: 0 }).execute()
  t.equal((await server.ask('GET', '/api/user/me/', basic('admin'))).status, 401, 'a remembered login')
  await other.destroy()
})

t.test('a wrong environment → a sentence and exit code 2, and nothing is made', async (t) => {
  const database = join(folder(t), 'data.sqlite3')
  const { code, out, err } = await run(['serve', '--port', '0'], {
    INVENTREE_DB_NAME: database,
    INVENTREE_WEB_PORT: 'eighty'
  })
  t.equal(code, 2)
  t.equal(out, '')
  t.equal(err, 'INVENTREE_WEB_PORT is "eighty", but must be a port number from 0 to 65535.\n')
  t.notOk(existsSync(database))
})

t.test('a wrong command line → exit code 2; a server that cannot start → 1', async (t) => {
  for (const args of [['serve', '--port', 'x'], ['serve', '--nonsense'], ['nonsense']]) {
    t.equal((await run(args, { INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3') })).code, 2, args.join(' '))
  }
  const server = await serve(t, ['--memory'])
  const { code, err } = await run(['serve', '--memory', '--port', new URL(server.url).port])
  t.equal(code, 1, 'the port is taken')
  t.match(err, /^inventree serve failed: Port \d+ of 127\.0\.0\.1 is taken: .*--port \d+\.\n$/)
})
