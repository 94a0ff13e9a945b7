import type { Database } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { lookup } from '#crud/lookup.ts'

/** A user in short, as other records show it. */
export interface BriefUser {
  pk: number
  username: string
  first_name: string
  last_name: string
  email: string
}

const findUsers = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db.selectFrom('user').select(['id', 'username', 'first_name', 'last_name', 'email']).where('id', 'in', keys('ids'))
)

/**
 * Users in short, by primary key.
 *
 * @param ids may hold nulls and repetitions
 */
export const briefUsers = (db: Database, ids: Iterable<number | null>): Promise<Map<number, BriefUser>> =>
  lookup(ids, async (keys) => (await findUsers(db, { ids: keys })).map(({ id, ...rest }) => [id, { pk: id, ...rest }]))
