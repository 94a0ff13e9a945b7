import type { Database } from '#db/database.ts'
import { signedIn, type Scope } from '#contract/scopes.ts'
import { lookup } from '#crud/lookup.ts'

const STARS = {
  part: { table: 'part_star', column: 'part_id' },
  part_category: { table: 'part_category_star', column: 'category_id' }
} as const
type Starred = keyof typeof STARS

/** Which of the records the caller has subscribed to directly (behaviour-part 13). */
export const starsOf = (call: Scope, what: Starred, ids: number[]): Promise<Map<number, true>> => lookup(ids, async (keys) => {
  const { table, column } = STARS[what]
  return (await (call.db as any).selectFrom(table).select(column).where('user_id', '=', signedIn(call).id).where(column, 'in', keys).execute()) // two tables of one shape
    .map((row: Record<string, number>) => [row[column], true])
})

/** The condition that the caller has, or has not, subscribed to a record. */
export const starredBy = (what: Starred) => (eb: any, yes: boolean, call: Scope) => {
  const { table, column } = STARS[what]
  return eb(`${what}.id`, yes ? 'in' : 'not in', eb.selectFrom(table).select(column).where('user_id', '=', signedIn(call).id))
}

/** Subscribes the caller to a record, or ends the subscription. */
export async function star (call: Scope, db: Database, what: Starred, id: number, yes: boolean): Promise<void> {
  const { table, column } = STARS[what]
  const user_id = signedIn(call).id
  if (yes) await (db as any).insertInto(table).values({ user_id, [column]: id }).onConflict((c: any) => c.doNothing()).execute()
  else await (db as any).deleteFrom(table).where('user_id', '=', user_id).where(column, '=', id).execute()
}
