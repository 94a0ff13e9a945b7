import type { Database } from '#db/database.ts'
import { refused } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { selfAndBelow } from '#modules/part/index.ts'

/**
 * Refuses what would change the BOM of a locked assembly, or of a locked variant that inherits the line
 * (docs/behaviour/part.md#locking-and-deletion).
 *
 * @param lines where the lines are entered and whether they are inherited
 */
export async function refuseLockedBom(
  db: Database,
  settings: SettingReader,
  lines: { part_id: number; inherited: number | boolean }[]
): Promise<void> {
  if (!settings.flag('PART_ENABLE_LOCKING') || lines.length === 0) return
  const locked = async (ids: number[]) =>
    ids.length > 0 &&
    (await db
      .selectFrom('part')
      .select('id')
      .where('id', 'in', ids)
      .where('locked', '=', 1)
      .limit(1)
      .executeTakeFirst()) !== undefined
  const own = [...new Set(lines.map((line) => line.part_id))]
  if (await locked(own)) throw refused('BOM item cannot be modified - assembly is locked')
  const inherited = [...new Set(lines.filter((line) => line.inherited).map((line) => line.part_id))]
  if (await locked(await selfAndBelow(db, inherited)))
    throw refused('BOM item cannot be modified - variant assembly is locked')
}
