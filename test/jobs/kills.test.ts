import t from 'tap'
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#db/database.ts'
import { enqueue } from '#framework/jobs/store.ts'
import { dropDatabase, makeDatabase, onPostgres } from '../support/postgres.ts'
import { environment, folder } from '../server/run.ts'
import { WRITE } from './worker.ts'

const JOBS = 1000
const KILLS = 5

t.test(
  `processes killed in the midst of ${JOBS} jobs lose none, and do none twice`,
  { timeout: 110_000 },
  async (t) => {
    const place = onPostgres ? await makeDatabase() : join(folder(t), 'jobs.sqlite3')
    const db = await openDatabase(place)
    const workers = new Set<ChildProcess>()
    t.teardown(async () => {
      for (const worker of workers) worker.kill('SIGKILL')
      await db.destroy()
      if (typeof place !== 'string') await dropDatabase(place.name)
    })
    await db.transaction().execute(async (trx) => {
      for (let n = 0; n < JOBS; n++) await enqueue(trx, WRITE, { n })
    })
    const start = () => {
      const program = fileURLToPath(new URL('worker.ts', import.meta.url))
      const worker = spawn(process.execPath, [program, JSON.stringify(place)], {
        env: environment({}),
        stdio: 'inherit'
      })
      workers.add(worker)
      worker.once('exit', () => workers.delete(worker))
    }
    const left = async () =>
      Number(
        (
          await db
            .selectFrom('job')
            .select((eb) => eb.fn.countAll().as('count'))
            .where('state', '<>', 'done')
            .executeTakeFirstOrThrow()
        ).count
      )
    start()
    start()
    for (let kill = 0, before = JOBS; kill < KILLS; kill++) {
      // The one that dies has done something, and is in the midst of more.
      for (let tries = 0; tries < 100 && (await left()) > before - 20; tries++) await sleep(20)
      before = await left()
      ;[...workers][0]?.kill('SIGKILL')
      start()
    }
    for (let tries = 0; tries < 600 && (await left()) > 0; tries++) await sleep(100)
    const states = await db.selectFrom('job').select(['state', 'result', 'attempts']).execute()
    t.ok(
      states.every(({ state }) => state === 'done'),
      'all are done'
    )
    t.equal(states.length, JOBS)
    t.equal(new Set(states.map(({ result }) => result)).size, JOBS)
    const written = await db.selectFrom('tag').select('name').execute()
    t.equal(written.length, JOBS, 'each was written once')
    t.equal(new Set(written.map(({ name }) => name)).size, JOBS)
    t.ok(
      states.some(({ attempts }) => attempts > 1),
      'and some were begun by a process that died'
    )
  }
)
