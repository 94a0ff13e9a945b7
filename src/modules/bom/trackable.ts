import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { selfAndBelow } from '#modules/part/index.ts'

/**
 * What consists of pieces with serial numbers has serial numbers itself: every assembly that uses one of the parts,
 * directly, as an allowed variant, as a substitute or through a line that it inherits, becomes trackable, and so on
 * upwards (docs/behaviour/part.md#rules).
 *
 * @param db inside a transaction
 * @param ids trackable parts
 */
export async function spreadTrackable(db: Database, ids: number[]): Promise<void> {
  for (let level = ids; level.length; ) {
    const users = (
      await sql<{
        part_id: number
        inherited: number
      }>`with recursive up (id) as (select id from part where id in (${sql.join(level)})
      union select p.variant_of_id from up join part p on p.id = up.id where p.variant_of_id is not null)
      select i.part_id, i.inherited from bom_item i where i.sub_part_id in (${sql.join(level)}) or (i.allow_variants = 1 and i.sub_part_id in (select id from up))
        or i.id in (select s.bom_item_id from bom_substitute s where s.part_id in (${sql.join(level)}))`.execute(db)
    ).rows
    const all = [
      ...new Set([
        ...users.map((line) => line.part_id),
        ...(await selfAndBelow(
          db,
          users.filter((line) => line.inherited).map((line) => line.part_id)
        ))
      ])
    ]
    if (all.length === 0) return
    const plain = (
      await db.selectFrom('part').select('id').where('id', 'in', all).where('trackable', '=', 0).execute()
    ).map(({ id }) => id)
    if (plain.length) await db.updateTable('part').set({ trackable: 1 }).where('id', 'in', plain).execute()
    level = plain
  }
}
