import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#db/database.ts'
import { prepared } from '#db/prepared.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { lookup } from '#crud/lookup.ts'
import { andAbove } from './family.ts'

const STARS = {
  part: { table: 'part_star', column: 'part_id' },
  part_category: { table: 'part_category_star', column: 'category_id' }
} as const
type Starred = keyof typeof STARS

/** Which of the records the caller has subscribed to directly (docs/behaviour/part.md#subscriptions). */
export const starsOf = (context: RequestContext, what: Starred, ids: number[]): Promise<Map<number, true>> =>
  lookup(ids, async (keys) =>
    (await found[what](context.db, { user: signedIn(context).id, ids: keys })).map(({ id }) => [id, true])
  )

const starsIn = (what: Starred) =>
  prepared<{ user: number; ids: number[] }, { id: number }>((_db, { value, keys }) => {
    const column = sql.ref(STARS[what].column)
    return sql`select ${column} as id from ${sql.table(STARS[what].table)} where user_id = ${value('user')} and ${column} in ${keys('ids')}`
  })
const found = { part: starsIn('part'), part_category: starsIn('part_category') }

/** The condition that the caller has, or has not, subscribed to a record. */
export const starredBy = (what: Starred) => (eb: any, yes: boolean, context: RequestContext) => {
  const { table, column } = STARS[what]
  return eb(
    `${what}.id`,
    yes ? 'in' : 'not in',
    eb.selectFrom(table).select(column).where('user_id', '=', signedIn(context).id)
  )
}

/** Subscribes the caller to a record, or ends the subscription. */
export async function star(
  context: RequestContext,
  db: Database,
  what: Starred,
  id: number,
  yes: boolean
): Promise<void> {
  const { table, column } = STARS[what]
  const user_id = signedIn(context).id
  if (yes)
    await (db as any)
      .insertInto(table)
      .values({ user_id, [column]: id })
      .onConflict((c: any) => c.doNothing())
      .execute()
  else await (db as any).deleteFrom(table).where('user_id', '=', user_id).where(column, '=', id).execute()
}

/**
 * The users who subscribed to parts, to templates above them, to their categories or to those above
 * (docs/behaviour/part.md#subscriptions).
 *
 * @param parts SQL for `in`
 */
export async function subscribersOf(db: Database, parts: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{
    user_id: number
  }>`select s.user_id from part_star s where s.part_id in ${andAbove(parts)}
    union select s.user_id from part p join part_category c on c.id = p.category_id
      join part_category above on above.tree_id = c.tree_id and above.lft <= c.lft and above.rght >= c.rght join part_category_star s on s.category_id = above.id
      where p.id in ${parts}`.execute(db)
  return rows.map(({ user_id }) => user_id)
}
