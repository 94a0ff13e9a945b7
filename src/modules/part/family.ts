// Templates and their variants: what stands above a part and below it.
import { sql, type RawBuilder } from 'kysely'
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

/** The parts below a template, on all levels, as SQL for `in`. */
export const variantsOf = (id: number) => sql<number>`(with recursive variants (id) as (
  select id from part where variant_of_id = ${id} union select part.id from part join variants on part.variant_of_id = variants.id) select id from variants)`

/** Parts, given as SQL for `in`, and the templates above them, on all levels, as SQL for `in`. */
export const andAbove = (
  parts: RawBuilder<unknown>
) => sql<number>`(with recursive up (id) as (select id from part where id in ${parts}
  union select p.variant_of_id from up join part p on p.id = up.id where p.variant_of_id is not null) select id from up)`

/** The part and the templates above it, on all levels, as SQL for `in`. */
export const selfAndAbove = (id: number) => andAbove(sql`(${id})`)

/** Parts and the variants below them, on all levels. */
export async function selfAndBelow(db: Database, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return []
  return (
    await sql<{ id: number }>`with recursive down (id) as (select id from part where id in (${sql.join(ids)})
    union select p.id from down join part p on p.variant_of_id = down.id) select id from down`.execute(db)
  ).rows.map(({ id }) => id)
}

/**
 * The assemblies whose BOMs some lines belong to: those that they are entered at, and for inherited ones all variants
 * below.
 */
export async function assembliesOf(db: Database, lines: { part_id: number; inherited: number }[]): Promise<number[]> {
  const below = await selfAndBelow(db, [...new Set(lines.filter((line) => line.inherited).map((line) => line.part_id))])
  return [...new Set([...lines.map((line) => line.part_id), ...below])]
}

const above = (part: number) => sql`above (id, parent) as (
  select id, variant_of_id from part where id = ${part} union select p.id, p.variant_of_id from part p join above on p.id = above.parent)`

/** The parts that descend from the same template as a part, itself included, as SQL for `in`. */
export const familyOf = (part: number) => sql<number>`(with recursive ${above(part)},
  family (id) as (select id from above where parent is null union select p.id from part p join family on p.variant_of_id = family.id) select id from family)`

/** The template that a part descends from at last, or the part itself. */
export const topOf = async (db: Database, part: number): Promise<number> =>
  (await sql<{ id: number }>`with recursive ${above(part)} select id from above where parent is null`.execute(db))
    .rows[0]!.id
