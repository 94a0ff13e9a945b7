import { sql } from 'kysely'

/** The parts that descend from the same template as a part, itself included, as SQL for `in`. */
export const familyOf = (part: number) => sql<number>`(with recursive above (id, parent) as (
  select id, variant_of_id from part where id = ${part} union select p.id, p.variant_of_id from part p join above on p.id = above.parent),
  family (id) as (select id from above where parent is null union select p.id from part p join family on p.variant_of_id = family.id) select id from family)`
