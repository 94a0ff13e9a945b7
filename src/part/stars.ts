import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { prepared } from '#db/prepared.ts'
import { signedIn, type Scope } from '#contract/scopes.ts'
import { lookup } from '#crud/lookup.ts'

const STARS = {
  part: { table: 'part_star', column: 'part_id' },
  part_category: { table: 'part_category_star', column: 'category_id' }
} as const
type Starred = keyof typeof STARS

/** Which of the records the caller has subscribed to directly (behaviour-part 13). */
export const starsOf = (call: Scope, what: Starred, ids: number[]): Promise<Map<number, true>> => lookup(ids, async (keys) =>
  (await found[what](call.db, { user: signedIn(call).id, ids: keys })).map(({ id }) => [id, true]))

const starsIn = (what: Starred) => prepared<{ user: number, ids: number[] }, { id: number }>((_db, { value, keys }) => {
  const column = sql.ref(STARS[what].column)
  return sql`select ${column} as id from ${sql.table(STARS[what].table)} where user_id = ${value('user')} and ${column} in ${keys('ids')}`
})
const found = { part: starsIn('part'), part_category: starsIn('part_category') }

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
