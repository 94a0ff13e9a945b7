// A process that does jobs until it is killed; test/jobs/kills.test.ts starts it.
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import { doneBy, type Job } from '#framework/jobs/job.ts'
import { JobRunner } from '#framework/jobs/runner.ts'

/** Writes one row that names it. */
export const WRITE: Job<{ n: number }> = {
  name: 'test.write',
  lane: 'quick',
  priority: 0,
  pauses: Array(50).fill(0),
  limit: 30
}
/** A process that was killed is taken for dead after so long, in ms. */
const LEASE = 400

if (process.argv[2]) {
  const db = await openDatabase(JSON.parse(process.argv[2]))
  const write = doneBy(WRITE, async ({ n }, run) => {
    await run.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('tag')
        .values({ name: String(n), slug: `job-${n}` })
        .execute()
      await sleep(2)
      await run.finish(trx, n)
    })
  })
  const silent = { error: console.error, warn: () => undefined, info: () => undefined }
  new JobRunner({ db, log: silent, lease: LEASE }).know([write]).start()
  // Timers of a runner keep no process alive.
  setInterval(() => undefined, 1000)
}
