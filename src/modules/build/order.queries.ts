import { sql, type Expression, type SqlBool } from 'kysely'
import type { Builder } from '#crud/definition.ts'

type Build = Builder<'build'>

/** How many orders stand above an order. The bound ends what an import may have made a circle of. */
export const buildLevel = (_eb: Build) => sql<number>`(with recursive up (id, depth) as (select build.parent_id, 0
  union all select above.parent_id, up.depth + 1 from up join build as above on above.id = up.id where up.depth < 1000) select max(depth) from up)`

/** The orders below an order, on all levels, as SQL for `in`. */
export const childBuilds = (
  id: number
) => sql<number>`(with recursive down (id) as (select id from build where parent_id = ${id}
  union select b.id from down join build as b on b.parent_id = down.id) select id from down)`

/** A column of the part; the project code. */
export const buildPartColumn = (column: string) => (_eb: Build) =>
  sql<string | null>`(select ${sql.ref(`p.${column}`)} from part as p where p.id = build.part_id)`
export const buildProjectCode = (_eb: Build) =>
  sql<string | null>`(select c.code from project_code as c where c.id = build.project_code_id)`

/** The condition that a calendar shows an order from a day on, or up to it. */
export const inCalendar =
  (sign: '>=' | '<=') =>
  (eb: Build, day: string): Expression<SqlBool> =>
    eb.or([
      eb.and([eb('creation_date', sign, day), eb('start_date', 'is', null)]),
      eb('start_date', sign, day),
      eb('target_date', sign, day)
    ])
