import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#db/database.ts'
import type { Background } from './background.ts'
import { stalePrices } from './part/pricing/index.ts'
import { dropOldEntries, stocktakeWhenDue } from './part/stocktake.daily.ts'
import type { Settings } from './settings/store.ts'
import { today } from './time.ts'

/** Takes the work of a day, unless another process, or this one before a restart, did so already. */
async function claimed (db: Database, day: string): Promise<boolean> {
  return await db.insertInto('notification_entry').values({ key: 'server.daily', uid: 0, updated: day })
    .onConflict((conflict) => conflict.columns(['key', 'uid']).doUpdateSet({ updated: day }).where('notification_entry.updated', '<', day)).returning('id')
    .executeTakeFirst() !== undefined
}

/**
 * What the server does once a day for its own sake: stocktakes that are due, old entries of them, prices that nobody looked at for long.
 *
 * @param log where failures go; the next day tries again
 * @returns what to call now and then: it does the day's work with the first call of a day, and nothing with the others
 */
export function daily (db: Database, settings: Settings, background: Background, log: FastifyBaseLogger): () => Promise<void> {
  let done = ''
  return async () => {
    if (done === today()) return
    done = today()
    try {
      if (!await claimed(db, done)) return
      await settings.refresh()
      await dropOldEntries(db, settings)
      for (const rounds of [await stocktakeWhenDue(db, settings), stalePrices(db, settings)]) if (rounds) await background.begin(rounds, log)
    } catch (err) { log.error({ err }, 'the work of the day failed') }
  }
}
