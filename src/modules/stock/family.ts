import { sql } from 'kysely'
import type { Database } from '#db/database.ts'

const above = (part: number) => sql`above (id, parent) as (
  select id, variant_of_id from part where id = ${part} union select p.id, p.variant_of_id from part p join above on p.id = above.parent)`

/** The parts that descend from the same template as a part, itself included, as SQL for `in`. */
export const familyOf = (part: number) => sql<number>`(with recursive ${above(part)},
  family (id) as (select id from above where parent is null union select p.id from part p join family on p.variant_of_id = family.id) select id from family)`

/** The template that a part descends from at last, or the part itself. */
export const topOf = async (db: Database, part: number): Promise<number> =>
  (await sql<{ id: number }>`with recursive ${above(part)} select id from above where parent is null`.execute(db))
    .rows[0]!.id
