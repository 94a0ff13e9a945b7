import type { Database } from '#db/database.ts'
import { older } from '#framework/daily.ts'
import type { DailyWork, Day } from '#framework/module.ts'
import { backupWhenDue } from '#framework/backup/index.ts'
import { deleteUnsettled } from '#framework/files/dropped.ts'
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

/** Leaves the work of a day to whoever comes next: what is done already does no harm a second time. */
async function giveBack(db: Database, day: string): Promise<void> {
  await db
    .updateTable('notification_entry')
    .set({ updated: '' })
    .where('key', '=', 'server.daily')
    .where('updated', '=', day)
    .execute()
}

/**
 * Everything that is done once a day, in its order; where one thing fails, the others are done all the same. Here
 * stands what is no module's.
 */
const WORK: readonly DailyWork[] = [
  ...DAILY,
  { what: 'old reports of errors', turn: 10, work: older('error_report', 'when', 'INVENTREE_DELETE_ERRORS_DAYS') },
  { what: 'old jobs', turn: 10, work: older('job', 'finished', 'INVENTREE_DELETE_TASKS_DAYS') },
  {
    what: 'files that no record came to name',
    turn: 11,
    work: ({ config, db }: Day) => deleteUnsettled(db, config.mediaRoot)
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

/**
 * What the server does once a day for its own sake.
 *
 * @returns what to call now and then: it does the day's work with the first call of a day, and nothing with the others
 */
export function daily(day: Day): () => Promise<void> {
  let done = ''
  return async () => {
    if (done === today()) return
    done = today()
    const { db, settings, log, stopped } = day
    try {
      if (!(await claimed(db, done))) return
      await settings.refresh()
    } catch (err) {
      log.error({ err }, 'the work of the day could not begin')
      done = ''
      return
    }
    for (const { what, work } of WORK) {
      if (stopped.aborted) break
      try {
        await work(day)
        await note(db, what, 'done')
      } catch (err) {
        if (stopped.aborted) continue
        log.error({ err }, `the work of the day failed: ${what}`)
        await note(db, what, 'failed').catch(() => undefined) // the log tells of it all the same
      }
    }
    if (stopped.aborted)
      await giveBack(db, done).catch((err: unknown) => {
        log.error({ err }, 'the work of the day cannot go on today')
      })
  }
}
