import t from 'tap'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import { PASSWORD } from '../helper.ts'
import { calmToken, line, post, statuses } from './line.ts'
import { command, environment, folder } from './run.ts'

/** Runs in the server: a signal lets it fail where nobody expects it. */
const TRAP = `data:text/javascript,process.on('SIGUSR2',()=>{throw new Error('a trap')});process.on('SIGPWR',()=>{Promise.reject(new Error('a trap'))})`

for (const [what, signal] of [
  ['an exception', 'SIGUSR2'],
  ['a promise', 'SIGPWR']
] as const) {
  t.test(
    `${what} that nobody caught: the log and a report tell of it, what has arrived is answered, and the process ends with 1`,
    async (t) => {
      const env = {
        INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'),
        INVENTREE_ADMIN_USER: 'admin',
        INVENTREE_ADMIN_PASSWORD: PASSWORD
      }
      const child = spawn(...command(['serve', '--port', '0'], ['--import', TRAP]), {
        env: environment(env),
        stdio: ['ignore', 'pipe', 'pipe']
      })
      t.teardown(() => {
        child.kill('SIGKILL')
      })
      let out = ''
      child.stdout.on('data', (chunk) => {
        out += chunk
      })
      while (!/Try it/.test(out)) await sleep(20)
      const [, url] = /API server at (\S+)/.exec(out)!
      const token = await calmToken(url!)
      const late = await line(url!)
      const body = JSON.stringify({ name: 'Relay' })
      await late.send(post(token, body))
      await (await fetch(`${url}/api/`)).text()
      const closed = once(child, 'close')
      child.kill(signal)
      await sleep(50)
      await late.send(body)
      t.strictSame(statuses(await late.ended), ['201'])
      t.strictSame(await closed, [1, null])
      const told = out
        .split('\n')
        .filter((text) => text.startsWith('{'))
        .map((text) => JSON.parse(text))
      t.match(told, [{ level: 60, err: { message: 'a trap' } }])
      const db = await openDatabase(env.INVENTREE_DB_NAME)
      t.match(await db.selectFrom('error_report').select(['info', 'path']).execute(), [
        { info: 'Error: a trap', path: null }
      ])
      await db.destroy()
    }
  )
}

/** The same as soon as the server listens for it, which is long before it answers. */
const EARLY = `data:text/javascript,const clock=setInterval(()=>{if(process.listenerCount('uncaughtException')){clearInterval(clock);throw new Error('a trap')}},1)`

t.test(
  'an exception that nobody caught during a start: a sentence tells of it, and the process ends with 1',
  async (t) => {
    const env = environment({ INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3') })
    const child = spawn(...command(['serve', '--port', '0'], ['--import', EARLY]), {
      env,
      stdio: ['ignore', 'pipe', 'pipe']
    })
    t.teardown(() => {
      child.kill('SIGKILL')
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    t.strictSame(await once(child, 'close'), [1, null])
    t.match(err, /an error that nobody expected: Error: a trap/)
    t.notMatch(out, /API server at/)
  }
)
