import { sql, type Expression, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { lookup } from '#crud/lookup.ts'

/** A value of the stored price range of the part at hand, to sort by. */
export const ofPricing = (column: 'overall_min' | 'overall_max' | 'updated') => (): Expression<unknown> =>
  sql`(select ${sql.ref(`range.${column}`)} from part_pricing as range where range.part_id = part.id)`

/** The condition that a price of the part at hand is known, or is not. */
export const hasPricing = (_eb: unknown, yes: boolean): Expression<SqlBool> => {
  const known = sql`exists (select 1 from part_pricing as range where range.part_id = part.id and (range.overall_min is not null or range.overall_max is not null))`
  return yes ? sql<SqlBool>`${known}` : sql<SqlBool>`not ${known}`
}

const ranges = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db
    .selectFrom('part_pricing')
    .select(['part_id', 'overall_min', 'overall_max', 'updated'])
    .where('part_id', 'in', keys('ids'))
)

/** The overall range of parts, for an answer. */
export const pricingOf = (db: Database, ids: Iterable<number | null>) =>
  lookup(ids, async (keys) => (await ranges(db, { ids: keys })).map((range) => [range.part_id, range]))
