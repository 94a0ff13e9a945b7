import t from 'tap'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import { readConfig } from '#server/config.ts'
import { prepareDatabase } from '#server/server.ts'
import { command, environment, folder } from './run.ts'

/**
 * Ends a start after a while with a signal to all of its processes, as systemd does; gives how it ended, and what it
 * printed.
 */
async function brokenOff(child: ChildProcess, after: number) {
  let out = ''
  child.stdout!.on('data', (chunk) => {
    out += chunk
  })
  const closed = once(child, 'close')
  await sleep(after)
  try {
    process.kill(-child.pid!, 'SIGTERM')
  } catch {
    /* it ended by itself */
  }
  return { end: (await closed) as [number | null, NodeJS.Signals | null], out }
}

for (const workers of [1, 2]) {
  t.test(
    `SIGTERM at any moment of a start ends it with 0, and leaves nothing half done (processes: ${workers})`,
    async (t) => {
      for (const after of [250, 500, 1000, 2000]) {
        const data = folder(t)
        const env = { INVENTREE_DB_NAME: join(data, 'data.sqlite3'), INVENTREE_WORKERS: String(workers) }
        const [program, args] = command(['serve', '--port', '0'])
        const { end, out } = await brokenOff(
          spawn(program, args, { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'], detached: true }),
          after
        )
        // On a slow machine it may not have begun to listen for signals, and to do anything, by then.
        const begun = end[0] === 0 || out !== '' || readdirSync(data).length > 0
        t.strictSame(end, begun ? [0, null] : [null, 'SIGTERM'], `after ${after} ms`)
        if (!readdirSync(data).includes('data.sqlite3')) continue
        const db = await openDatabase(env.INVENTREE_DB_NAME)
        const users = await db.selectFrom('user').select('username').execute()
        await db.destroy()
        if (users.length)
          t.match(out, /with the password {2}\S+/, 'where there is an administrator, somebody was told the password')
      }
    }
  )
}

t.test('the password of the first administrator is told before the account is stored', async (t) => {
  const file = join(folder(t), 'data.sqlite3')
  const db = await openDatabase(file)
  t.teardown(() => db.destroy())
  const other = await openDatabase(file)
  t.teardown(() => other.destroy())
  const config = readConfig({ INVENTREE_DB_NAME: file })
  const start = {
    lasting: () => undefined,
    goOn: () => undefined,
    asked: new Promise<void>(() => undefined),
    note: t.fail
  }
  const users = async () => (await other.selectFrom('user').select('username').execute()).map((user) => user.username)
  const cannot = async () => {
    throw new Error('nobody could read it')
  }
  await t.rejects(prepareDatabase(db, config, { ...start, announce: cannot }), /nobody could read it/)
  t.strictSame(await users(), [], 'nobody is there whose password was not shown')
  const told: string[] = []
  const announce = async ({ username, password }: { username: string; password: string }) => {
    t.strictSame(await users(), [], 'not there yet')
    told.push(username, password)
  }
  await prepareDatabase(db, config, { ...start, announce })
  await prepareDatabase(db, config, { ...start, announce })
  t.strictSame(await users(), ['admin'])
  t.match(told, ['admin', /^\S{16}$/], 'told once')
})
