// A statement whose answer nobody waits for any more is ended in PostgreSQL, and not only passed over.
import t, { type Test } from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { build } from '../helper.ts'
import { onPostgres } from '../support/postgres.ts'

const options = { skip: !onPostgres && 'SQLite reads in a thread of its own, statement by statement' }

/** Asks for parts while somebody else keeps them locked, and tells how many statements wait for them after each step. */
async function waiting(
  t: Test,
  timeLimit: number,
  then: (asking: Promise<unknown>, leave: () => void) => Promise<unknown>
) {
  const { app, db, as } = await build(t, { timeLimit })
  const { token } = (await as('admin').get('/api/user/token/')).body
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const count = async () => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
      where datname = current_database() and state = 'active' and wait_event_type = 'Lock' and query like '%"part"%'`.execute(
      db
    )
    return rows[0]!.count
  }
  const until = async (wanted: number) => {
    for (let n = 0; n < 200 && (await count()) !== wanted; n++) await sleep(25)
    return await count()
  }
  const lock = await db.startTransaction().execute()
  try {
    await sql`lock table part in access exclusive mode`.execute(lock)
    const leaving = new AbortController()
    const asking = fetch(`http://127.0.0.1:${port}/api/part/?limit=1`, {
      headers: { authorization: `Token ${token}` },
      signal: leaving.signal
    }).then(
      ({ status }) => status,
      () => 'left'
    )
    t.equal(await until(1), 1, 'it waits')
    t.equal(await then(asking, () => leaving.abort()), await asking)
    t.equal(await until(0), 0, 'nothing runs on')
  } finally {
    await lock.rollback().execute()
  }
  t.equal((await as('admin').get('/api/part/?limit=1')).status, 200, 'others are served by what is left')
}

t.test('a caller who leaves → the statement is ended', options, async (t) => {
  await waiting(t, 30, async (asking, leave) => {
    leave()
    return await asking
  })
})

t.test('the time of a request is over → 503, and the statement is ended', options, async (t) => {
  await waiting(t, 1, async (asking) => {
    t.equal(await asking, 503)
    return 503
  })
})
