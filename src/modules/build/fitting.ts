import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'

/**
 * The parts that lines of build orders can be filled with, as a table of SQL with line, part and rank: the component
 * (0), its variants where the line allows them (1), the substitutes (2). They must be followed by serial number as the
 * component is. The lower rank counts.
 *
 * @param lines primary keys of lines, for `in`
 */
export const fittingParts = (
  lines: RawBuilder<number>,
  substitutes = true
) => sql`(with recursive need (line, bom, part, variants) as (
    select l.id, i.id, i.sub_part_id, i.allow_variants from build_line l join bom_item i on i.id = l.bom_item_id where l.id in ${lines}),
  variant (line, part) as (select need.line, p.id from need join part p on p.variant_of_id = need.part where need.variants = 1
    union select variant.line, p.id from variant join part p on p.variant_of_id = variant.part),
  usable (line, part, rank) as (select line, part, 0 from need union all select line, part, 1 from variant
    union all select need.line, s.part_id, 2 from need join bom_substitute s on s.bom_item_id = need.bom where ${Number(substitutes)} = 1)
  select usable.line, usable.part, min(usable.rank) as rank from usable join need on need.line = usable.line join part c on c.id = need.part
  join part p on p.id = usable.part and p.trackable = c.trackable group by usable.line, usable.part)`

/** Finds out which parts fit which lines: the result tells of a line and a part, both by primary key. */
export async function fitter(db: Database, lines: readonly number[]): Promise<(line: number, part: number) => boolean> {
  const { rows } = await sql<{
    line: number
    part: number
  }>`select line, part from ${fittingParts(among(lines))} fitting`.execute(db)
  const pairs = new Set(rows.map(({ line, part }) => `${line} ${part}`))
  return (line, part) => pairs.has(`${line} ${part}`)
}
