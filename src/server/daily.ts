import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { older } from '#framework/daily.ts'
import { doneBy, HopelessError, type Job, type JobHandler, type JobRun } from '#framework/jobs/job.ts'
import { enqueue } from '#framework/jobs/store.ts'
import type { DailyWork, Day } from '#framework/module.ts'
import { backupWhenDue } from '#framework/backup/index.ts'
import { deleteUnsettled } from '#framework/files/dropped.ts'
import { mediaOf } from '#framework/files/media.ts'
import { deleteOldEvents } from '#framework/events/retention.ts'
import { afterDays, now, today } from '#framework/time.ts'
import { DAILY } from '#modules/registry.ts'

/** Takes the work of a day, unless another process, or this one before a restart, did so already. */
async function claimed(db: Database, day: string): Promise<boolean> {
  return (
    (await db
      .insertInto('notification_entry')
      .values({ key: 'server.daily', uid: 0, updated: day })
      .onConflict((conflict) =>
        conflict.columns(['key', 'uid']).doUpdateSet({ updated: day }).where('notification_entry.updated', '<', day)
      )
      .returning('id')
      .executeTakeFirst()) !== undefined
  )
}

/**
 * Everything that is done once a day, in its order; where one thing fails, the others are done all the same. Here
 * stands what is no module's.
 */
const WORK: readonly DailyWork[] = [
  ...DAILY,
  { what: 'old reports of errors', turn: 10, work: older('error_report', 'when', 'INVENTREE_DELETE_ERRORS_DAYS') },
  { what: 'old jobs', turn: 10, work: older('job', 'finished', 'INVENTREE_DELETE_TASKS_DAYS') },
  { what: 'old events', turn: 10, work: ({ db, stopped }: Day) => deleteOldEvents(db, stopped) },
  {
    what: 'files that no record came to name',
    turn: 11,
    work: ({ config, db }: Day) => deleteUnsettled(db, mediaOf(config))
  },
  {
    what: 'the backup',
    turn: 40,
    work: ({ config, db, settings, stopped }: Day) => backupWhenDue(config, db, settings, stopped)
  }
].toSorted((one, other) => one.turn - other.turn)

/** What the rows are called that tell when a thing of the day was done last, and when it last failed. */
const noteOf = (what: string, end: 'done' | 'failed') => `server.daily.${end}: ${what}`

/** Notes when a thing of the day was done, and whether it failed. */
async function note(db: Database, what: string, end: 'done' | 'failed'): Promise<void> {
  const row = { key: noteOf(what, end), uid: 0, updated: now() }
  await db
    .insertInto('notification_entry')
    .values(row)
    .onConflict((conflict) => conflict.columns(['key', 'uid']).doUpdateSet({ updated: row.updated }))
    .execute()
}

/** Something that is done once a day, and how that went. */
interface DoneDaily {
  what: string
  /** When it was last done, well or not; null where it never was. */
  last: string | null
  failed: boolean
  /** The day on which it is due next. */
  next: string
}

/** What is done once a day, in its order, with how it went the last time. */
export async function dailyWork(db: Database): Promise<DoneDaily[]> {
  const rows = await db
    .selectFrom('notification_entry')
    .select(['key', 'updated'])
    .where('key', 'like', 'server.daily%')
    .execute()
  const notes = new Map(rows.map(({ key, updated }) => [key, updated]))
  const next = `${(notes.get('server.daily') ?? '') < today() ? today() : afterDays(1)}T00:00:00.000Z`
  return WORK.map(({ what }) => {
    const [done = '', failed = ''] = [notes.get(noteOf(what, 'done')), notes.get(noteOf(what, 'failed'))]
    const last = done > failed ? done : failed
    return { what, last: last || null, failed: failed > done, next }
  })
}

const DAILY_WORK: Job<{ what: string }> = {
  name: 'daily',
  lane: 'day',
  priority: 0,
  pauses: [600, 3600],
  limit: 4 * 3600
}

/**
 * What does the work of a day, piece by piece.
 *
 * @param server what the work needs of it
 */
export const dailyWorkBy = (server: Pick<Day, 'config' | 'settings' | 'background' | 'plugins'>): JobHandler => {
  const work = async ({ what }: { what: string }, run: JobRun): Promise<void> => {
    const { db, log, stopped } = run
    const piece = WORK.find((one) => one.what === what)
    if (!piece) throw new HopelessError('This version of the server does no such work.')
    await server.settings.refresh()
    try {
      await piece.work({ ...server, db, log, stopped })
    } catch (error) {
      if (!stopped.aborted) await note(db, what, 'failed')
      throw new Error(`the work of the day failed: ${what}: ${(error as Error).message}`, { cause: error })
    }
    await transact(db, async (trx) => {
      await note(trx, what, 'done')
      await run.finish(trx)
    })
  }
  // Also where it took too long, or its processes died.
  return doneBy(DAILY_WORK, work, { failed: ({ what }, db) => note(db, what, 'failed') })
}

/**
 * What the server does once a day for its own sake.
 *
 * @param db where the work waits to be done
 * @param log told where it cannot even wait there
 * @returns what to call now and then: it puts the day's work into the queue with the first call of a day, and does nothing
 *   with the others
 */
export function daily({ db, log }: Pick<Day, 'db' | 'log'>): () => Promise<void> {
  let done = ''
  return async () => {
    if (done === today()) return
    done = today()
    try {
      await transact(db, async (trx) => {
        if (!(await claimed(trx, done))) return
        for (const { what, turn } of WORK) await enqueue(trx, { ...DAILY_WORK, priority: turn }, { what })
      })
    } catch (err) {
      log.error({ err }, 'the work of the day could not begin')
      done = ''
    }
  }
}
