import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { Background } from './background.ts'
import { backupWhenDue } from './backup/index.ts'
import { dropOldOutputs } from './data-output/index.ts'
import { dropOldMessages } from './notifications/notify.ts'
import { tellOverdue } from './order/messages.ts'
import { stalePrices } from './part/pricing/index.ts'
import { dropOldEntries, stocktakeWhenDue } from './part/stocktake.daily.ts'
import { dropOldReports } from './server/error-report.ts'
import type { Settings } from './settings/store.ts'
import { dropOldTracking, tellStale } from './stock/stock.daily.ts'
import { today } from './time.ts'

/** Takes the work of a day, unless another process, or this one before a restart, did so already. */
async function claimed (db: Database, day: string): Promise<boolean> {
  return await db.insertInto('notification_entry').values({ key: 'server.daily', uid: 0, updated: day })
    .onConflict((conflict) => conflict.columns(['key', 'uid']).doUpdateSet({ updated: day }).where('notification_entry.updated', '<', day)).returning('id')
    .executeTakeFirst() !== undefined
}

/** What the work of a day needs. */
export interface Day {
  config: Parameters<typeof backupWhenDue>[0]
  db: Database
  settings: Settings
  background: Background
  /** Where failures go; the next day tries again. */
  log: Pick<FastifyBaseLogger, 'error'>
}

/** Everything that is done once a day, by what the log calls it; where one thing fails, the others are done all the same. */
const WORK: Record<string, (day: Day) => Promise<unknown>> = {
  'old stocktake entries': ({ db, settings }) => dropOldEntries(db, settings),
  'old tracking of stock': ({ db, settings }) => dropOldTracking(db, settings),
  'old reports of errors': ({ db, settings }) => dropOldReports(db, settings),
  'old notifications': ({ db, settings }) => dropOldMessages(db, settings),
  'old files made on demand': ({ db }) => dropOldOutputs(db),
  'news of overdue orders': ({ db }) => transact(db, tellOverdue),
  'news of stale stock': ({ db, settings }) => transact(db, (trx) => tellStale(trx, settings)),
  'the stocktake': async ({ db, settings, background, log }) => {
    const rounds = await stocktakeWhenDue(db, settings)
    if (rounds) await background.begin(rounds, log)
  },
  'old prices': ({ db, settings, background, log }) => background.begin(stalePrices(db, settings), log),
  'the backup': ({ config, db, settings }) => backupWhenDue(config, db, settings)
}

/**
 * What the server does once a day for its own sake.
 *
 * @returns what to call now and then: it does the day's work with the first call of a day, and nothing with the others
 */
export function daily (day: Day): () => Promise<void> {
  let done = ''
  return async () => {
    if (done === today()) return
    done = today()
    const { db, settings, log } = day
    try {
      if (!await claimed(db, done)) return
      await settings.refresh()
    } catch (err) {
      log.error({ err }, 'the work of the day could not begin')
      return
    }
    for (const [what, work] of Object.entries(WORK)) {
      try { await work(day) } catch (err) { log.error({ err }, `the work of the day failed: ${what}`) }
    }
  }
}
