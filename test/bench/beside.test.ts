import t from 'tap'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/port.ts'
import { basic } from '../helper.ts'
import { writeReport } from '../../bench/report.ts'
import { environment, folder, run, serve } from '../server/run.ts'

const BENCH = fileURLToPath(new URL('../../bench/main.ts', import.meta.url))
const PASSWORD = 'Turbine-Kayak-44'

/** Runs make bench with options that make it short. */
async function bench(...args: string[]) {
  const words = [BENCH, '--seconds', '0.1', '--rounds', '1', '--clients', '2', ...args]
  const child = spawn(process.execPath, words, { env: environment({}), stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}

t.test(
  '--beside measures another server with the same data, tells what differs, and leaves nothing behind',
  async (t) => {
    const directory = folder(t)
    const env = {
      INVENTREE_DB_NAME: join(directory, 'data.sqlite3'),
      INVENTREE_ADMIN_USER: 'admin',
      INVENTREE_ADMIN_PASSWORD: PASSWORD
    }
    const other = await serve(t, [], env)
    const login = basic('admin', PASSWORD)
    const post = async (path: string, body: object) => {
      const { status, body: made } = await other.ask('POST', path, login, body)
      t.equal(status, 201)
      return made.pk as number
    }
    const category = await post('/api/part/category/', { name: 'Relays', description: 'all' })
    await post('/api/part/category/', { name: 'Small relays', description: 'small', parent: category })
    for (const name of ['Relay one', 'Relay two'])
      await post('/api/part/', { name, description: 'clicks', category, component: true })
    const data = join(directory, 'export.json')
    t.equal((await run(['export', data], env)).code, 0)
    await post('/api/part/', { name: 'Relay three', description: 'not in the export', category })

    const who = ['--beside-user', 'admin', '--beside-password', PASSWORD]
    const { code, out, err } = await bench(
      ...['--beside', other.url, ...who, '--data', data, '--writes', '--jobs', 'list,detail,bom,tree,token,patch,post']
    )
    t.equal(code, 0, err)
    const figure = String.raw` +\d[\d.]*`
    for (const title of ['parts, first page', 'one part', 'page of BOM lines', 'tree of categories', 'token by Basic'])
      t.match(out, new RegExp(`^${title}(${figure}){9}$`, 'm'), title)
    for (const title of ['PATCH part', 'POST part']) t.match(out, new RegExp(`^${title}(${figure}){9}$`, 'm'), title)
    t.match(out, /^parts, first page.*\n {2}22 records, the other 23$/m)
    t.equal(out.match(/records/g)!.length, 1, 'no other job differs')
    t.equal((await other.ask('GET', '/api/part/?limit=10', login)).body.count, 3)

    const { token } = (await other.ask('GET', '/api/user/token/', login)).body
    const byToken = await bench(
      ...['--beside', `${other.url}/`, '--beside-token', token, '--data', data, '--jobs', 'me,token,patch']
    )
    t.equal(byToken.code, 0, byToken.err)
    t.match(byToken.out, /^who one is/m)
    t.notMatch(byToken.out, /token by Basic|PATCH/, 'neither what needs a password nor what writes')

    const wrong = await bench('--beside', other.url, '--beside-token', 'inv-nothing', '--data', data)
    t.equal(wrong.code, 1)
    t.match(wrong.err, /\/api\/user\/me\/ was answered with 401/)
  }
)

t.test('--beside with a server that is away → 1, and a sentence with its address', async (t) => {
  const url = `http://127.0.0.1:${await freePort()}`
  const { code, err } = await bench('--beside', url, '--beside-token', 'any')
  t.equal(code, 1)
  t.match(err, `${url} does not answer: ECONNREFUSED.`)
})

t.test('a report goes between its markers, and the rest of the page stays', (t) => {
  const page = join(folder(t), 'page.txt')
  writeFileSync(page, 'before\n<!-- bench: parts -->\nold\n<!-- end of parts -->\nbehind\n')
  writeReport('parts', '| new |', page)
  t.equal(readFileSync(page, 'utf8'), 'before\n<!-- bench: parts -->\n\n| new |\n\n<!-- end of parts -->\nbehind\n')
  t.throws(() => writeReport('other', '', page), /has no "<!-- bench: other -->"/)
  t.end()
})
