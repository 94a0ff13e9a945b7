import { sql } from 'kysely'
import type { Day } from './module.ts'
import { afterDays } from './time.ts'

/**
 * Deletes what is older than the settings want it, once a day.
 *
 * @param column when it was
 * @param days the setting with the number of days
 * @param wanted the setting without which nothing goes, where there is one
 */
export const older =
  (table: string, column: string, days: string, wanted?: string) =>
  async ({ db, settings }: Day): Promise<void> => {
    if (wanted && !settings.flag(wanted)) return
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} < ${afterDays(-settings.number(days))}`.execute(
      db
    )
  }
