import t from 'tap'
import Sqlite from 'better-sqlite3'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dropDatabase, environmentOf, makeDatabase, onPostgres } from '../support/postgres.ts'
import { folder, run } from '../server/run.ts'

/** Records of every kind, where they are at hand; a few otherwise. */
const demo = fileURLToPath(new URL('../../../shared/data/demo-export.json', import.meta.url))

interface Exported {
  metadata?: true
  model: string
  pk: number
}
const records = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as Exported[]).filter(({ metadata }) => !metadata)

t.test(
  'from SQLite to PostgreSQL and back nothing is lost',
  { skip: !onPostgres && 'only with PostgreSQL' },
  async (t) => {
    const data = folder(t)
    const place = await makeDatabase()
    t.teardown(() => dropDatabase(place.name))
    const [first, postgres, last] = [
      { INVENTREE_DB_NAME: join(data, 'first.sqlite3') },
      environmentOf(place),
      { INVENTREE_DB_NAME: join(data, 'last.sqlite3') }
    ]
    const files = ['0', '1', '2', '3'].map((name) => join(data, `${name}.json`)) as [string, string, string, string]
    if (existsSync(demo)) t.match(await run(['import', demo], first), { code: 0 })
    else t.match(await run(['user', 'create', 'mara', '--password', 'Turbine-Kayak-44'], first), { code: 0 })
    t.match(await run(['export', files[0]], first), { code: 0 })
    t.match(await run(['import', files[0]], postgres), { code: 0 })
    t.match(await run(['export', files[1]], postgres), { code: 0 })
    t.match(await run(['import', files[1]], last), { code: 0 })
    t.match(await run(['export', files[2]], last), { code: 0 })
    const [before, between, after] = [records(files[0]), records(files[1]), records(files[2])]
    t.ok(before.length > 1)
    t.strictSame(
      Object.groupBy(between, ({ model }) => model),
      Object.groupBy(before, ({ model }) => model),
      `${before.length} records in PostgreSQL`
    )
    t.strictSame(after, between, 'and back in SQLite')

    // What is new gets a key that no record had.
    t.match(await run(['user', 'create', 'newcomer', '--password', 'Turbine-Kayak-44'], postgres), { code: 0 })
    t.match(await run(['export', files[3]], postgres), { code: 0 })
    const users = (list: Exported[]) => list.filter(({ model }) => model === 'auth.user').map(({ pk }) => pk)
    t.ok(Math.max(...users(records(files[3]))) > Math.max(...users(before)))
  }
)

t.test(
  'a backup goes from SQLite to PostgreSQL and back, whole, with tokens and files; what PostgreSQL had is kept',
  { skip: !onPostgres && 'only with PostgreSQL' },
  async (t) => {
    const data = folder(t)
    const place = await makeDatabase()
    t.teardown(() => dropDatabase(place.name))
    const [there, back] = [join(data, 'there'), join(data, 'back')]
    const [first, last] = [
      { INVENTREE_DB_NAME: join(data, 'first/inventree.sqlite3') },
      { INVENTREE_DB_NAME: join(back, 'inventree.sqlite3') }
    ]
    const postgres = { ...environmentOf(place), INVENTREE_MEDIA_ROOT: join(there, 'media') }
    const [one, two] = [join(data, 'one.tar.gz'), join(data, 'two.tar.gz')]
    if (existsSync(demo)) t.match(await run(['import', demo], first), { code: 0 })
    t.match(await run(['user', 'create', 'mara', '--superuser', '--password', 'Turbine-Kayak-44'], first), { code: 0 })
    t.match(await run(['token', 'create', 'mara', '--name', 'bench'], first), { code: 0 })
    mkdirSync(join(data, 'first/media'), { recursive: true })
    writeFileSync(join(data, 'first/media/plan.txt'), 'a plan')
    t.match(await run(['backup', '--media', one], first), { code: 0 })

    t.match(await run(['restore', one], postgres, '', data), { code: 2, err: /Nothing was done: add --yes/ })
    const empty = await run(['restore', '--yes', one], postgres, '', data)
    t.match(empty, { code: 0, out: /PostgreSQL database .* is the database of .*, with its uploaded files/ })
    t.notMatch(empty.out, 'kept: ', 'there was nothing to keep')
    t.match(JSON.parse((await run(['token', 'list', '--json'], postgres, '', data)).out), [
      { username: 'mara', name: 'bench', state: 'active' }
    ])
    t.equal(readFileSync(join(there, 'media/plan.txt'), 'utf8'), 'a plan')
    t.match(await run(['backup', '--media', two], postgres, '', data), { code: 0 })
    t.match(await run(['restore', two], last), { code: 0 })
    t.equal(readFileSync(join(back, 'media/plan.txt'), 'utf8'), 'a plan')
    const [before, after] = [contents(first.INVENTREE_DB_NAME), contents(last.INVENTREE_DB_NAME)]
    t.ok(before.user!.length > 0)
    t.strictSame(after, before)

    // What is new gets a key that no record had; and a restore over it keeps it.
    t.match(await run(['user', 'create', 'newcomer', '--password', 'Turbine-Kayak-44'], postgres, '', data), {
      code: 0
    })
    const [, kept] =
      /^kept: (.*backup\.before-.*\.tar\.gz)$/m.exec((await run(['restore', '--yes', one], postgres, '', data)).out) ??
      []
    t.match(await run(['user', 'show', 'newcomer'], postgres, '', data), { code: 1 })
    t.match(await run(['restore', '--yes', kept!], last), { code: 0 })
    t.match(await run(['user', 'show', 'newcomer'], last), { code: 0 })
  }
)

/** Every record of a SQLite file, by table. */
function contents(file: string): Record<string, unknown[]> {
  const db = new Sqlite(file, { readonly: true })
  try {
    const tables = db
      .prepare<[], string>(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%' and name not like 'kysely%'"
      )
      .pluck()
      .all()
    return Object.fromEntries(
      tables.map((table) => [table, db.prepare(`select * from "${table}" order by 1, 2`).all()])
    )
  } finally {
    db.close()
  }
}
