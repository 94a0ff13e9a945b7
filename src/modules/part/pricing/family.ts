import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { lookupMany } from '#crud/lookup.ts'

/** A part in a family of variants. */
export interface Relative {
  id: number
  active: boolean
}

/** The templates above each part, on all levels. */
export const ancestorsOf = (db: Database, ids: Iterable<number | null>): Promise<Map<number, number[]>> =>
  lookupMany(ids, async (keys) =>
    (
      await sql<{ root: number; id: number }>`with recursive up (root, id) as (
    select id, variant_of_id from part where id in (${sql.join(keys)}) and variant_of_id is not null
    union select up.root, part.variant_of_id from part join up on part.id = up.id where part.variant_of_id is not null
  ) select root, id from up`.execute(db)
    ).rows.map(({ root, id }) => [root, id])
  )

/** The variants below each part, on all levels. */
export const descendantsOf = (db: Database, ids: Iterable<number | null>): Promise<Map<number, Relative[]>> =>
  lookupMany(ids, async (keys) =>
    (
      await sql<{ root: number; id: number; active: number }>`with recursive down (root, id, active) as (
    select variant_of_id, id, active from part where variant_of_id in (${sql.join(keys)})
    union select down.root, part.id, part.active from part join down on part.variant_of_id = down.id
  ) select root, id, active from down`.execute(db)
    ).rows.map(({ root, id, active }) => [root, { id, active: active === 1 }])
  )
