import t from 'tap'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dropDatabase, environmentOf, makeDatabase, onPostgres } from '../support/postgres.ts'
import { folder, run } from '../server/run.ts'

/** Records of every kind, where they are at hand; a few otherwise. */
const demo = fileURLToPath(new URL('../../../shared/data/demo-export.json', import.meta.url))

interface Exported { metadata?: true, model: string, pk: number }
const records = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as Exported[]).filter(({ metadata }) => !metadata)

t.test('from SQLite to PostgreSQL and back nothing is lost', { skip: !onPostgres && 'only with PostgreSQL' }, async (t) => {
  const data = folder(t)
  const place = await makeDatabase()
  t.teardown(() => dropDatabase(place.name))
  const [first, postgres, last] = [{ INVENTREE_DB_NAME: join(data, 'first.sqlite3') }, environmentOf(place), { INVENTREE_DB_NAME: join(data, 'last.sqlite3') }]
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
  t.strictSame(Object.groupBy(between, ({ model }) => model), Object.groupBy(before, ({ model }) => model), `${before.length} records in PostgreSQL`)
  t.strictSame(after, between, 'and back in SQLite')

  // What is new gets a key that no record had.
  t.match(await run(['user', 'create', 'newcomer', '--password', 'Turbine-Kayak-44'], postgres), { code: 0 })
  t.match(await run(['export', files[3]], postgres), { code: 0 })
  const users = (list: Exported[]) => list.filter(({ model }) => model === 'auth.user').map(({ pk }) => pk)
  t.ok(Math.max(...users(records(files[3]))) > Math.max(...users(before)))
})
