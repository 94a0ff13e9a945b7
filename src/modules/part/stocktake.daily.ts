import { drain } from '#framework/background.ts'
import type { Day } from '#framework/module.ts'
import { afterDays } from '#framework/time.ts'
import { stocktakeSince } from './stocktake.generate.ts'

/**
 * A stocktake of the parts whose last entry is as old as the settings allow; none where they want none
 * (docs/behaviour/stocktake.md#stocktake).
 */
export async function stocktakeWhenDue({
  db,
  settings,
  stopped
}: Pick<Day, 'db' | 'settings' | 'stopped'>): Promise<void> {
  if (!settings.flag('STOCKTAKE_ENABLE')) return
  await drain(await stocktakeSince(db, settings, afterDays(-settings.number('STOCKTAKE_AUTO_DAYS'))), stopped)
}
