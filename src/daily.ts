import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#db/database.ts'
import type { Background } from './background.ts'
import { stalePrices } from './part/pricing/index.ts'
import { dropOldEntries, stocktakeWhenDue } from './part/stocktake.daily.ts'
import type { Settings } from './settings/store.ts'
import { today } from './time.ts'

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
      await settings.refresh()
      await dropOldEntries(db, settings)
      for (const rounds of [await stocktakeWhenDue(db, settings), stalePrices(db, settings)]) if (rounds) await background.begin(rounds, log)
    } catch (err) { log.error({ err }, 'the work of the day failed') }
  }
}
