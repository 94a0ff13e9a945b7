import t, { type Test } from 'tap'
import { join } from 'node:path'
import { openDatabase, snapshot, type Database } from '#db/database.ts'
import { mayTakeLong } from '#db/pace.ts'
import { ReadThread } from '#db/read-thread.ts'
import { onPostgres } from '../support/postgres.ts'
import { build } from '../helper.ts'
import { folder } from '../server/run.ts'

const MANY = 4500

/** Keys, the last first. */
const keys = (db: Database) =>
  db.selectFrom('project_code').select('id').orderBy('code', 'desc').orderBy('id', 'desc').modifyEnd(mayTakeLong)

async function fill(db: Database): Promise<void> {
  const rows = Array.from({ length: MANY }, (_, n) => ({ code: `C${String(n).padStart(5, '0')}`, description: '' }))
  for (let at = 0; at < MANY; at += 500)
    await db
      .insertInto('project_code')
      .values(rows.slice(at, at + 500))
      .execute()
}

/** Streams all keys, some of them, all again; then other statements are answered as before. */
async function check(t: Test, db: Database): Promise<void> {
  const all = (await keys(db).execute()).map(({ id }) => id)
  t.equal(all.length, MANY)
  const { db: moment, release } = await snapshot(db)
  const streamed: number[] = []
  for await (const { id } of keys(moment).stream(1000)) streamed.push(id)
  t.strictSame(streamed, all, 'all of them, in their order')
  for await (const { id } of keys(moment).stream(10)) {
    t.equal(id, all[0])
    break
  }
  const again: number[] = []
  for await (const { id } of keys(moment).stream(MANY)) again.push(id)
  t.strictSame(again, all, 'also after nobody wanted the rest, and where the last piece is a full one')
  await release()
  t.equal((await keys(db).limit(1).execute()).length, 1)
}

if (onPostgres)
  t.test('rows of one moment come some at a time', async (t) => {
    const log: string[] = []
    const { db } = await build(t, {}, (text) => log.push(text))
    await fill(db)
    log.length = 0
    await check(t, db)
    t.ok(log.filter((text) => text.startsWith('fetch 1000 from')).length >= 5)
  })
else
  t.test('rows that take long come from their thread some at a time', async (t) => {
    const file = join(folder(t), 'data.sqlite3')
    const db = await openDatabase(file)
    t.teardown(() => db.destroy())
    await fill(db)
    await check(t, db)

    const thread = new ReadThread(file)
    t.teardown(() => thread.close())
    const took: number[] = []
    const sizes: number[] = []
    for await (const rows of thread.stream(keys(db).compile(), (ms) => took.push(ms))) sizes.push(rows.length)
    t.strictSame(sizes, [2000, 2000, 500])
    t.equal(took.length, 1, 'how long it took is told once')
    for await (const rows of thread.stream(keys(db).compile(), () => undefined)) {
      t.equal(rows.length, 2000)
      break
    }
    t.equal((await thread.run(keys(db).compile(), () => undefined)).rows.length, MANY, 'others have their turn')
  })
