import type { Database } from '#db/database.ts'
import { Failure } from './terminal.ts'

/** The user of a name. */
export async function userNamed(db: Database, username: string) {
  const user = await db.selectFrom('user').selectAll().where('username', '=', username).executeTakeFirst()
  if (!user) throw new Failure(`There is no user "${username}". "inventree user list" shows all.`)
  return user
}

/** The group of a name. */
export async function groupNamed(db: Database, name: string) {
  const groups = await db.selectFrom('group').selectAll().orderBy('name').execute()
  const group = groups.find((one) => one.name === name)
  if (!group)
    throw new Failure(
      `There is no group "${name}".${groups.length ? ` There are: ${groups.map((one) => one.name).join(', ')}.` : ''}`
    )
  return group
}
