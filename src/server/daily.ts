import type { FastifyBaseLogger } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { Background } from '#framework/background.ts'
import { backupWhenDue } from '#framework/backup/index.ts'
import { dropOldOutputs } from '#modules/data-output/index.ts'
import { deleteUnsettled } from '#framework/files/dropped.ts'
import { tellOverdue } from '#modules/order/messages.ts'
import { stalePrices } from '#modules/part/pricing/index.ts'
import { stocktakeWhenDue } from '#modules/part/stocktake.daily.ts'
import type { Settings } from '#modules/settings/store.ts'
import { tellStale } from '#modules/stock/stock.daily.ts'
import { afterDays, today } from '#framework/time.ts'

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

/** What the work of a day needs. */
export interface Day {
  config: Parameters<typeof backupWhenDue>[0]
  db: Database
  settings: Settings
  background: Background
  /** Where failures go; the next day tries again. */
  log: Pick<FastifyBaseLogger, 'error'>
  /** Aborted where the server is to end: nothing more is begun then. */
  stopped: AbortSignal
}

/**
 * Deletes what is older than the settings want it.
 *
 * @param column when it was
 * @param days the setting with the number of days
 * @param wanted the setting without which nothing goes, where there is one
 */
const older =
  (table: string, column: string, days: string, wanted?: string) =>
  async ({ db, settings }: Day): Promise<void> => {
    if (wanted && !settings.flag(wanted)) return
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} < ${afterDays(-settings.number(days))}`.execute(
      db
    )
  }

/**
 * Everything that is done once a day, by what the log calls it; where one thing fails, the others are done all the
 * same.
 */
const WORK: Record<string, (day: Day) => Promise<unknown>> = {
  'old stocktake entries': older('part_stocktake', 'date', 'STOCKTAKE_DELETE_DAYS', 'STOCKTAKE_DELETE_OLD_ENTRIES'),
  'old tracking of stock': older(
    'stock_tracking',
    'date',
    'STOCK_TRACKING_DELETE_DAYS',
    'STOCK_TRACKING_DELETE_OLD_ENTRIES'
  ),
  'old reports of errors': older('error_report', 'when', 'INVENTREE_DELETE_ERRORS_DAYS'),
  'old notifications': older('notification_message', 'creation', 'INVENTREE_DELETE_NOTIFICATIONS_DAYS'),
  'old files made on demand': ({ db }) => dropOldOutputs(db),
  'files that no record came to name': ({ config, db }) => deleteUnsettled(db, config.mediaRoot),
  'news of overdue orders': ({ db }) => transact(db, tellOverdue),
  'news of stale stock': ({ db, settings }) => transact(db, (trx) => tellStale(trx, settings)),
  'the stocktake': async ({ db, settings, background, log }) => {
    const rounds = await stocktakeWhenDue(db, settings)
    if (rounds) await background.begin(rounds, log)
  },
  'old prices': ({ db, settings, background, log }) => background.begin(stalePrices(db, settings), log),
  'the backup': ({ config, db, settings, stopped }) => backupWhenDue(config, db, settings, stopped)
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
    for (const [what, work] of Object.entries(WORK)) {
      if (stopped.aborted) break
      try {
        await work(day)
      } catch (err) {
        if (!stopped.aborted) log.error({ err }, `the work of the day failed: ${what}`)
      }
    }
    if (stopped.aborted)
      await giveBack(db, done).catch((err: unknown) => {
        log.error({ err }, 'the work of the day cannot go on today')
      })
  }
}
