import t from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import { doneBy, HopelessError, type Job, type JobHandler } from '#framework/jobs/job.ts'
import { JobRunner } from '#framework/jobs/runner.ts'
import { enqueue, MOST_WAITING, schedule } from '#framework/jobs/store.ts'
import { emptyDatabase } from '../support/database.ts'

const QUICK: Job<{ n: number }> = { name: 'test.quick', lane: 'quick', priority: 5, pauses: [10, 100], limit: 60 }
const URGENT: Job<{ n: number }> = { ...QUICK, name: 'test.urgent', priority: 1 }
const LONG: Job<{ n: number }> = { ...QUICK, name: 'test.long', lane: 'long' }
const MAIL: Job<{ n: number }> = { ...QUICK, name: 'test.mail', lane: 'mail' }

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined }

async function open(t: Tap): Promise<Database> {
  const { db, close } = await emptyDatabase()
  t.teardown(close)
  return db
}
type Tap = { teardown(work: () => Promise<void>): void }

const runner = (db: Database, handlers: readonly JobHandler[], lease?: number) =>
  new JobRunner({ db, log: silent, ...(lease === undefined ? {} : { lease }) }).know(handlers)

const jobs = (db: Database) => db.selectFrom('job').selectAll().orderBy('id').execute()
const dueNow = (db: Database) => db.updateTable('job').set({ run_after: '2020-01-01' }).execute()

t.test('jobs are done in the order of their priority, then of their age, and keep their result', async (t) => {
  const db = await open(t)
  const done: string[] = []
  const note = (job: Job<{ n: number }>) =>
    doneBy(job, async ({ n }) => {
      done.push(`${job.name} ${n}`)
      return { n }
    })
  await enqueue(db, QUICK, { n: 1 })
  await sleep(2)
  await enqueue(db, QUICK, { n: 2 })
  await enqueue(db, URGENT, { n: 3 })
  await runner(db, [note(QUICK), note(URGENT)]).drain()
  t.strictSame(done, ['test.urgent 3', 'test.quick 1', 'test.quick 2'])
  t.match(await jobs(db), [{ state: 'done', result: '{"n":1}', locked_by: null, attempts: 1 }, {}, {}])
})

t.test('what fails is tried again after pauses that grow, and is kept where it failed for good', async (t) => {
  const db = await open(t)
  await enqueue(db, QUICK, { n: 1 })
  const one = runner(db, [
    doneBy(QUICK, async () => {
      throw new Error('not today')
    })
  ])
  for (const [attempts, seconds] of [
    [1, 10],
    [2, 100]
  ]) {
    await dueNow(db)
    await one.drain()
    const [job] = await jobs(db)
    t.match(job, { state: 'waiting', attempts, error: 'not today' })
    const pause = Date.parse(job!.run_after) - Date.now()
    t.ok(pause > (seconds! - 2) * 1000 && pause <= seconds! * 1000)
  }
  await dueNow(db)
  await one.drain()
  t.match(await jobs(db), [{ state: 'failed', attempts: 3, error: 'not today' }])
  await db.deleteFrom('job').execute()
  await enqueue(db, QUICK, { n: 2 })
  await runner(db, [
    doneBy(QUICK, async () => {
      throw new HopelessError('never')
    })
  ]).drain()
  t.match(await jobs(db), [{ state: 'failed', attempts: 1, error: 'never' }])
})

t.test('a long job holds up neither mail nor quick ones', async (t) => {
  const db = await open(t)
  const done: string[] = []
  const gate = Promise.withResolvers<void>()
  const note = (job: Job<{ n: number }>) => doneBy(job, async () => done.push(job.name))
  const one = runner(db, [doneBy(LONG, async () => await gate.promise), note(QUICK), note(MAIL)])
  await enqueue(db, LONG, { n: 1 })
  await enqueue(db, LONG, { n: 2 })
  await enqueue(db, QUICK, { n: 3 })
  await enqueue(db, MAIL, { n: 4 })
  one.start()
  t.teardown(() => one.stop())
  await enqueue(db, MAIL, { n: 5 })
  for (let tries = 0; tries < 100 && done.length < 3; tries++) await sleep(20)
  t.strictSame(done.toSorted(), ['test.mail', 'test.mail', 'test.quick'])
  const states = async () => (await jobs(db)).map(({ state }) => state).join(' ')
  const wanted = 'running waiting done done done'
  for (let tries = 0; tries < 100 && (await states()) !== wanted; tries++) await sleep(20)
  t.equal(await states(), wanted)
  gate.resolve()
})

t.test('the job of a process that is not heard of is done by another; the first can write nothing more', async (t) => {
  const db = await open(t)
  await enqueue(db, QUICK, { n: 1 })
  const gate = Promise.withResolvers<void>()
  let failure: unknown
  const lost = runner(
    db,
    [
      doneBy(QUICK, async (_args, run) => {
        await gate.promise
        await db
          .transaction()
          .execute(async (trx) => {
            await trx.insertInto('tag').values({ name: 'late', slug: 'late' }).execute()
            await run.finish(trx)
          })
          .catch((error: unknown) => {
            failure = error
            throw error
          })
      })
    ],
    50
  )
  // It never says that it lives: only what is started does.
  const ended = lost.drain()
  await sleep(200)
  const write = doneBy(QUICK, async (_args, run) => {
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('tag').values({ name: 'done', slug: 'done' }).execute()
      await run.finish(trx, 'second')
    })
  })
  await runner(db, [write]).drain()
  gate.resolve()
  await ended
  t.match(await jobs(db), [{ state: 'done', attempts: 2, result: '"second"' }])
  t.match(failure, { message: /no longer that of/ })
  t.strictSame(
    (await db.selectFrom('tag').select('name').execute()).map(({ name }) => name),
    ['done']
  )
})

t.test('a job whose processes die again and again is given up', async (t) => {
  const db = await open(t)
  await enqueue(db, QUICK, { n: 1 })
  await db
    .updateTable('job')
    .set({ state: 'running', attempts: 3, locked_by: 'x', locked_until: '2020-01-01' })
    .execute()
  let begun = 0
  await runner(db, [doneBy(QUICK, async () => begun++)]).drain()
  t.match(await jobs(db), [{ state: 'failed', error: /ended before it was done/ }])
  t.equal(begun, 0)
})

t.test('a try that takes too long counts as failed', async (t) => {
  const db = await open(t)
  const hasty = { ...QUICK, limit: 0.1 }
  await enqueue(db, hasty, { n: 1 })
  let aborted = false
  await runner(db, [
    doneBy(hasty, async (_args, run) => {
      run.stopped.addEventListener('abort', () => (aborted = true))
      await sleep(5000, undefined, { ref: false })
    })
  ]).drain()
  t.match(await jobs(db), [{ state: 'waiting', error: 'It took longer than 0.1 s.' }])
  t.ok(aborted)
})

t.test('the queue takes no more than it can hold, and what is rolled back was never in it', async (t) => {
  const db = await open(t)
  await db
    .transaction()
    .execute(async (trx) => {
      await enqueue(trx, MAIL, { n: 1 })
      throw new Error('rolled back')
    })
    .catch(() => undefined)
  t.strictSame(await jobs(db), [])
  const row = { name: 'x', lane: 'mail', arguments: '{}', created: '2020-01-01', run_after: '2099-01-01' }
  for (let n = 0; n < MOST_WAITING; n += 1000)
    await db
      .insertInto('job')
      .values(Array.from({ length: 1000 }, (_, i) => ({ ...row, uid: `${n + i}` })))
      .execute()
  t.equal(await enqueue(db, MAIL, { n: 1 }), undefined)
  t.match(await enqueue(db, QUICK, { n: 1 }), /^[0-9a-f]{32}$/, 'another lane has room')
  await t.rejects(enqueue(db, QUICK, { n: 1, x: 'x'.repeat(2_000_000) } as { n: number }), /too long/)
})

t.test('kinds of jobs that this version does not know wait for one that does', async (t) => {
  const db = await open(t)
  await enqueue(db, LONG, { n: 1 })
  await runner(db, [doneBy(QUICK, async () => 1)]).drain()
  t.match(await jobs(db), [{ state: 'waiting', attempts: 0 }])
})

t.test(
  'of work that is scheduled there is one job: done earlier where it is to be, and again after it ended',
  async (t) => {
    const db = await open(t)
    const done: number[] = []
    const note = doneBy(QUICK, async ({ n }, run) => {
      done.push(n)
      await run.db.transaction().execute(async (trx) => {
        await run.finish(trx)
        if (done.length === 1) await schedule(trx, QUICK, { n }, 'one')
      })
    })
    const only = async () => {
      const all = await jobs(db)
      t.equal(all.length, 1)
      return all[0]!
    }
    await schedule(db, QUICK, { n: 1 }, 'one', '2999-01-01T00:00:00.000Z')
    await runner(db, [note]).drain()
    t.strictSame(done, [], 'not yet')
    await schedule(db, QUICK, { n: 1 }, 'one', '2998-01-01T00:00:00.000Z')
    t.match(await only(), { run_after: /^2998/ })
    await schedule(db, QUICK, { n: 1 }, 'one', '2999-01-01T00:00:00.000Z')
    t.match(await only(), { run_after: /^2998/ }, 'never later')
    await schedule(db, QUICK, { n: 1 }, 'one')
    await runner(db, [note]).drain()
    t.strictSame(done, [1, 1], 'what it scheduled while it finished was done')
    t.match(await only(), { state: 'done', attempts: 1 })
    await db.updateTable('job').set({ state: 'running' }).execute()
    await schedule(db, QUICK, { n: 1 }, 'one')
    t.match(await only(), { state: 'running' }, 'what is being done stays')
    await db.updateTable('job').set({ state: 'failed', attempts: 3, error: 'no' }).execute()
    await schedule(db, QUICK, { n: 1 }, 'one')
    t.match(await only(), { state: 'waiting', attempts: 0, error: null })
    await schedule(db, QUICK, { n: 2 }, 'two')
    t.equal((await jobs(db)).length, 2)
  }
)
