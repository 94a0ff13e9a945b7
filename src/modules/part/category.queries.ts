import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { lookup } from '#crud/lookup.ts'
import { ancestorPaths } from '#crud/tree.ts'

/** A category as a step on the way down. */
export interface CategoryNode {
  id: number
  name: string
  level: number
  default_location_id: number | null
}

/** The path from the top down to each category, itself included, by primary key. */
export const categoryPaths = ancestorPaths<CategoryNode>(
  'part_category',
  sql`above.id, above.name, above.level, above.default_location_id`
)

/** The path of a category as answers show it. */
export const categoryPathJSON = (path: CategoryNode[]) => path.map(({ id, name }) => ({ pk: id, name }))

/**
 * The default location that a category has or takes from above; the top level hands its own down to nobody but its
 * direct content (docs/behaviour/part.md#quantities, docs/behaviour/category.md#json).
 *
 * @param path from the top down; the last step counts with its own location, whatever its level
 */
export function locationOf(path: CategoryNode[]): number | null {
  const own = path.at(-1)?.default_location_id
  return (
    own ?? path.findLast((step) => step.level > 0 && step.default_location_id !== null)?.default_location_id ?? null
  )
}

/** Names of categories by primary key. */
export const categoryNames = (db: Database, ids: Iterable<number | null>): Promise<Map<number, string>> =>
  lookup(ids, async (keys) =>
    (await db.selectFrom('part_category').select(['id', 'name']).where('id', 'in', keys).execute()).map(
      ({ id, name }) => [id, name]
    )
  )
