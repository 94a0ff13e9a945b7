import { sql, type Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { lookupMany } from '#crud/lookup.ts'
import { selfAndAbove } from '#modules/part/index.ts'

export type BomLine = Selectable<DB['bom_item']>

/**
 * The BOMs of parts: their own lines and those that they inherit from the templates above, by pk.
 *
 * @param ids primary keys of the assemblies
 */
export const bomLines = (db: Database, ids: Iterable<number>): Promise<Map<number, BomLine[]>> =>
  lookupMany(ids, async (keys) =>
    (
      await sql<
        BomLine & { assembly: number }
      >`with recursive up (assembly, id) as (select id, id from part where id in (${sql.join(keys)})
    union select up.assembly, p.variant_of_id from up join part p on p.id = up.id where p.variant_of_id is not null)
    select up.assembly, i.* from up join bom_item i on i.part_id = up.id where i.part_id = up.assembly or i.inherited = 1 order by i.id`.execute(
        db
      )
    ).rows.map(({ assembly, ...line }) => [assembly, line])
  )

/** The lines that a part can fill: as the component, as an allowed variant of it, or as a substitute; SQL for `in`. */
export const linesUsing = (id: number) => sql<number>`(select i.id from bom_item i where i.sub_part_id = ${id}
  union select i.id from bom_item i where i.allow_variants = 1 and i.sub_part_id in ${selfAndAbove(id)}
  union select s.bom_item_id from bom_substitute s where s.part_id = ${id})`

/**
 * The parts that an assembly can use, as SQL for `in`: the component of every line, its substitutes, and where the line
 * allows variants those of either. What differs from the component in being followed by serial number is left out
 * (docs/behaviour/part.md#list).
 */
export const usableIn = (
  id: number
) => sql<number>`(with recursive line (id, sub_part_id, allow_variants, trackable) as (
    select i.id, i.sub_part_id, i.allow_variants, c.trackable from bom_item i join part c on c.id = i.sub_part_id
    where i.part_id = ${id} or (i.inherited = 1 and i.part_id in ${selfAndAbove(id)})),
  usable (id, allow_variants, trackable) as (
    select sub_part_id, allow_variants, trackable from line
    union select s.part_id, line.allow_variants, line.trackable from line join bom_substitute s on s.bom_item_id = line.id
    union select p.id, 1, usable.trackable from usable join part p on p.variant_of_id = usable.id where usable.allow_variants = 1)
  select p.id from usable join part p on p.id = usable.id where p.trackable = usable.trackable)`
