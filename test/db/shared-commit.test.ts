import t, { type Test } from 'tap'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase, type Database } from '#db/database.ts'
import { DatabaseFailure, failureOf } from '#db/failures.ts'
import { limited, writesMany } from '#db/limit.ts'
import { transact } from '#db/transaction.ts'
import { folder } from '../server/run.ts'

/** A database in a file, and the statements that ran. */
async function opened(t: Test) {
  const file = join(folder(t), 'data.sqlite3')
  const statements: string[] = []
  const db = await openDatabase(file, (text) => statements.push(text))
  t.teardown(() => db.destroy())
  statements.length = 0
  return { db, file, commits: () => statements.filter((text) => text === 'commit').length }
}

/** Work as a request does it. */
const request = <Result>(work: () => Promise<Result>): Promise<Result> =>
  limited({ check: () => undefined, stores: () => undefined }, work)

const add = (db: Database, code: string) => db.insertInto('project_code').values({ code, description: '' }).execute()

const write = (db: Database, code: string, also?: (trx: Database) => Promise<void> | void) =>
  request(() =>
    transact(db, async (trx) => {
      await add(trx, code)
      await also?.(trx)
    })
  )

const codes = async (db: Database) =>
  (await db.selectFrom('project_code').select('code').orderBy('id').execute()).map(({ code }) => code)

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `P${n}`)

t.test('writes that wait at once → committed together, each seen as soon as it is answered', async (t) => {
  const { db, commits } = await opened(t)
  const seen: boolean[] = []
  await Promise.all(
    numbered(20).map(async (code) => {
      await write(db, code)
      seen.push((await codes(db)).includes(code))
    })
  )
  t.ok(seen.every(Boolean), 'none was answered before it was stored')
  t.strictSame(await codes(db), numbered(20), 'in the order in which they came')
  t.ok(commits() < 20, `${commits()} commits`)
})

t.test('more writes than share a commit → several commits, nothing lost', async (t) => {
  const { db, commits } = await opened(t)
  await Promise.all(numbered(100).map((code) => write(db, code)))
  t.strictSame(await codes(db), numbered(100))
  t.ok(commits() >= 4, `${commits()} commits`)
})

t.test('one write that fails among many → undone alone', async (t) => {
  const { db } = await opened(t)
  for (const failing of [0, 3, 9]) {
    await db.deleteFrom('project_code').execute()
    const outcomes = await Promise.allSettled(
      numbered(10).map((code, at) =>
        write(db, code, () => {
          if (at === failing) throw new Error('refused')
        })
      )
    )
    t.strictSame(
      outcomes.map(({ status }) => status),
      numbered(10).map((_, at) => (at === failing ? 'rejected' : 'fulfilled'))
    )
    t.strictSame(
      await codes(db),
      numbered(10).filter((_, at) => at !== failing)
    )
  }
})

t.test('all writes fail → nothing is stored, and the next one is', async (t) => {
  const { db } = await opened(t)
  const outcomes = await Promise.allSettled(
    numbered(5).map((code) =>
      write(db, code, () => {
        throw new Error('refused')
      })
    )
  )
  t.ok(outcomes.every(({ status }) => status === 'rejected'))
  t.strictSame(await codes(db), [])
  await write(db, 'after')
  t.strictSame(await codes(db), ['after'])
})

t.test(
  'statements outside of transactions → committed together as well; a broken rule is told to its own',
  async (t) => {
    const { db, commits } = await opened(t)
    const wanted = numbered(20).with(7, 'P3')
    const outcomes = await Promise.allSettled(wanted.map((code) => request(() => add(db, code))))
    t.strictSame(
      outcomes.map(({ status }) => status),
      wanted.map((_, at) => (at === 7 ? 'rejected' : 'fulfilled'))
    )
    t.strictSame(await codes(db), numbered(20).toSpliced(7, 1))
    t.ok(commits() < 19, `${commits()} commits`)
  }
)

t.test('who reads → sees nothing that is not committed yet', async (t) => {
  const { db } = await opened(t)
  const seen: boolean[] = []
  await Promise.all(
    numbered(10).map((code) =>
      write(db, code, async () => {
        seen.push((await codes(db)).includes(code))
      })
    )
  )
  t.strictSame(
    seen,
    numbered(10).map(() => false)
  )
})

t.test('who writes next → sees what those before wrote, also before it is committed', async (t) => {
  const { db } = await opened(t)
  let seen: string[] = []
  await Promise.all([
    write(db, 'A'),
    write(db, 'B', async (trx) => {
      seen = await codes(trx)
    })
  ])
  t.strictSame(seen, ['A', 'B'])
})

t.test('work that writes many records, and work that is no request → commits of their own', async (t) => {
  const { db, commits } = await opened(t)
  await Promise.all([
    write(db, 'A'),
    request(() => {
      writesMany()
      return transact(db, (trx) => add(trx, 'many'))
    }),
    write(db, 'B'),
    transact(db, (trx) => add(trx, 'job')),
    write(db, 'C')
  ])
  t.strictSame(await codes(db), ['A', 'many', 'B', 'job', 'C'])
  t.equal(commits(), 5)
})

t.test('a commit that fails → all who share it hear of it, and nothing of it is stored', async (t) => {
  const { db, file } = await opened(t)
  const wanted = numbered(10)
  const outcomes = await Promise.allSettled(
    wanted.map((code, at) => write(db, code, at === 9 ? () => renameSync(file, `${file}.moved`) : undefined))
  )
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
  t.ok(failed.length > 1, `${failed.length} of them failed`)
  for (const { reason } of failed) {
    t.ok(reason instanceof DatabaseFailure)
    t.equal(failureOf(reason)?.kind, 'away')
  }
  renameSync(`${file}.moved`, file)
  const stored = wanted.filter((_, at) => outcomes[at]!.status === 'fulfilled')
  t.strictSame(await codes(db), stored)
  await write(db, 'after')
  t.strictSame(await codes(db), [...stored, 'after'])
})

t.test('no room left in the midst of several writes → whoever was answered is stored, nobody else', async (t) => {
  const { db } = await opened(t)
  const full = async (trx: Database) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(trx)
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(trx)
    for (let n = 0; n < 200; n++)
      await trx
        .insertInto('project_code')
        .values({ code: `F${n}`, description: 'x'.repeat(200) })
        .execute()
  }
  const wanted = ['A', 'B', 'full', 'C']
  const outcomes = await Promise.allSettled(wanted.map((code) => write(db, code, code === 'full' ? full : undefined)))
  t.equal(failureOf((outcomes[2] as PromiseRejectedResult).reason)?.kind, 'full')
  t.strictSame(
    await codes(db),
    wanted.filter((_, at) => outcomes[at]!.status === 'fulfilled')
  )
})
