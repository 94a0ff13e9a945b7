import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Rounds } from '#framework/background.ts'
import { afterDays } from '#framework/time.ts'
import { stocktakeSince } from './stocktake.generate.ts'

/**
 * A stocktake of the parts whose last entry is as old as the settings allow; undefined where they want none
 * (docs/behaviour/stocktake.md#stocktake).
 */
export async function stocktakeWhenDue(db: Database, settings: SettingReader): Promise<Rounds | undefined> {
  if (!settings.flag('STOCKTAKE_ENABLE')) return undefined
  return await stocktakeSince(db, settings, afterDays(-settings.number('STOCKTAKE_AUTO_DAYS')))
}
