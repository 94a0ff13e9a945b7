import t from 'tap'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { basic } from '../helper.ts'
import { asNobody } from '../support/nobody.ts'
import { command, environment, folder, run, serve } from './run.ts'

/** A port that another program listens at until it is told to stop. */
async function takenPort(): Promise<{ port: string; free: () => Promise<void> }> {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  return {
    port: String(port),
    free: async () => {
      other.close()
      await once(other, 'close')
    }
  }
}

for (const workers of ['1', '2'])
  t.test(
    `a taken port, then a free one → the password of the first administrator is shown once (processes: ${workers})`,
    async (t) => {
      const env = { INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'), INVENTREE_WORKERS: workers }
      const { port, free } = await takenPort()
      const refused = await run(['serve', '--port', port], env)
      t.strictSame([refused.code, refused.out], [1, ''])
      t.match(refused.err, new RegExp(`^inventree serve failed: Port ${port} of 127.0.0.1 is taken: [^\\n]*--port`))
      t.notOk(existsSync(env.INVENTREE_DB_NAME), 'nothing was stored')
      await free()
      const server = await serve(t, [], env)
      const shown = [...server.welcome.matchAll(/with the password {2}(\S+)/g)]
      t.equal(shown.length, 1)
      const [, password] = shown[0]!
      t.equal(server.welcome.split(password!).length, 2, 'it stands nowhere else')
      t.match(server.welcome, /Where it is lost: inventree user password admin\n/)
      t.equal((await server.ask('GET', '/api/user/me/', basic('admin', password))).status, 200)
      await server.stop()
    }
  )

t.test('an address that is none of this machine → which, and which there are', async (t) => {
  const env = { INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3') }
  for (const [address, says] of [
    [
      '203.0.113.9',
      /^inventree serve failed: 203\.0\.113\.9 is no address of this machine\. .*127\.0\.0\.1.*0\.0\.0\.0/
    ],
    [
      'nowhere.invalid',
      /^inventree serve failed: nowhere\.invalid is neither an address nor a name .*INVENTREE_WEB_ADDR/
    ]
  ] as const) {
    t.match(await run(['serve', '--port', '0', '--address', address], env), { code: 1, out: '', err: says })
    t.notOk(existsSync(env.INVENTREE_DB_NAME), 'nothing was stored')
  }
})

t.test('a folder that cannot be made or written to → its own name, and what decides about it', async (t) => {
  const directory = folder(t)
  const file = join(directory, 'file')
  writeFileSync(file, 'a letter\n')
  const start = (env: Record<string, string>) => run(['serve', '--port', '0'], env)
  t.match(await start({ INVENTREE_DB_NAME: join(file, 'data.sqlite3') }), {
    code: 1,
    err: `inventree serve failed: The folder ${file} cannot be made: a file lies in the place of a folder. Put that right, or choose another place with INVENTREE_DB_NAME.\n`
  })
  t.match(
    await start({ INVENTREE_DB_NAME: join(directory, 'data.sqlite3'), INVENTREE_MEDIA_ROOT: join(file, 'media') }),
    {
      code: 1,
      err: new RegExp(`The folder ${file} cannot be made: .* INVENTREE_MEDIA_ROOT\\.\\n$`)
    }
  )
  t.match(await start({ INVENTREE_DB_NAME: file }), {
    code: 1,
    err: new RegExp(`^inventree serve failed: ${file} is no SQLite database\\. Nothing was changed`)
  })
  t.match(await start({ INVENTREE_DB_NAME: directory }), { code: 1, err: new RegExp(`${directory} is no file`) })
  // Other commands say it as well.
  t.match(await run(['migrate'], { INVENTREE_DB_NAME: join(file, 'data.sqlite3') }), {
    code: 1,
    err: `inventree migrate failed: The folder ${file} cannot be made: a file lies in the place of a folder.\n`
  })
})

t.test('a folder below /proc → refused at once', { skip: !existsSync('/proc/self/stat') }, async (t) => {
  for (const command of [['serve', '--port', '0'], ['migrate']])
    t.match(await run(command, { INVENTREE_DB_NAME: '/proc/x/data.sqlite3' }), {
      code: 1,
      err: /The folder \/proc\/x cannot be made: the system takes nothing there\./
    })
  const env = { INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'), INVENTREE_MEDIA_ROOT: '/proc/x' }
  t.match(await run(['serve', '--port', '0'], env), { code: 1, err: /The folder \/proc\/x cannot be made/ })
})

const nobody = asNobody()

t.test(
  'a folder that this user may not write to → its name, not that of a temporary file',
  { skip: nobody === undefined && 'a superuser may write everywhere' },
  async (t) => {
    const directory = folder(t)
    const closed = join(directory, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o555)
    chmodSync(directory, 0o755)
    const [program, args] = command(['serve', '--port', '0'])
    const [first, ...rest] = [...nobody!, program, ...args]
    const env = environment({ INVENTREE_DB_NAME: join(closed, 'data.sqlite3') })
    const { status, stderr } = spawnSync(first!, rest, { env, encoding: 'utf8' })
    t.equal(status, 1)
    t.equal(
      stderr,
      `inventree serve failed: The folder ${closed} cannot be written to: this user may not write there. Put that right, or choose another place with INVENTREE_DB_NAME.\n`
    )
  }
)

t.test('INVENTREE_ADMIN_PASSWORD alone → the administrator is called admin', async (t) => {
  const env = { INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'), INVENTREE_ADMIN_PASSWORD: 'Turbine-Kayak-44' }
  const server = await serve(t, [], env)
  t.match(server.welcome, /The first administrator is "admin", with the password from INVENTREE_ADMIN_PASSWORD/)
  t.equal((await server.ask('GET', '/api/user/me/', basic('admin', 'Turbine-Kayak-44'))).status, 200)
})

t.test('users, but no superuser who can sign in → the start says how to get in', async (t) => {
  const env = { INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3') }
  await run(['user', 'create', 'mara', '--superuser', '--no-password'], env)
  const start = async () => {
    const server = await serve(t, [], env)
    await server.stop()
    return server.complaints()
  }
  t.match(await start(), /No superuser of this database can sign in\. .*inventree user password NAME/)
  await run(['user', 'password', 'mara', '--password', 'Turbine-Kayak-44'], env)
  t.notMatch(await start(), /No superuser/)
})
