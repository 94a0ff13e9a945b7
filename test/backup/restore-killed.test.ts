import t from 'tap'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { environment, folder, inside, run } from '../server/run.ts'

const PROGRAM = fileURLToPath(new URL('./restore-killed.ts', import.meta.url))

t.test(
  'restore: killed at any step, the next command finds database and files from before, or both of the backup',
  async (t) => {
    const directory = folder(t)
    const [before, data, backup] = [
      join(directory, 'before'),
      join(directory, 'data'),
      join(directory, 'backup.tar.gz')
    ]
    const database = join(before, 'inventree.sqlite3')
    const add = async (username: string) => {
      const db = await openDatabase(database)
      await createUser(db, { username })
      await db.destroy()
    }
    const plan = join(before, 'media/attachments/plan.txt')
    mkdirSync(dirname(plan), { recursive: true })
    await add('of the backup')
    writeFileSync(plan, 'of the backup')
    t.match(await run(['backup', '--media', backup], { INVENTREE_DB_NAME: database }), { code: 0 })
    await add('from before')
    writeFileSync(plan, 'from before')

    const found = new Set<string>()
    let [step, isKilled] = [0, true]
    for (; isKilled; step++) {
      rmSync(data, { recursive: true, force: true })
      cpSync(before, data, { recursive: true })
      const place = join(data, 'inventree.sqlite3')
      const { signal, status, stderr } = spawnSync(
        process.execPath,
        [PROGRAM, backup, place, join(data, 'media'), String(step + 1)],
        { env: environment({}), encoding: 'utf8' }
      )
      isKilled = signal === 'SIGKILL'
      t.ok(isKilled || status === 0, stderr)
      const { code, out } = await inside(['user', 'list', '--json'], { INVENTREE_DB_NAME: place })
      t.equal(code, 0)
      const users = JSON.parse(out).map(({ username }: { username: string }) => username)
      const file = readFileSync(join(data, 'media/attachments/plan.txt'), 'utf8')
      t.strictSame(
        users,
        file === 'from before' ? ['of the backup', 'from before'] : ['of the backup'],
        `killed before step ${step + 1}`
      )
      t.notOk(existsSync(`${place}.restoring`))
      found.add(file)
      if (!isKilled)
        t.strictSame(
          readdirSync(data).filter((name) => name.startsWith('.')),
          []
        )
    }
    t.ok(step > 10, `${step} steps`)
    t.strictSame([...found], ['from before', 'of the backup'])
  }
)
