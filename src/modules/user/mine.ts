import { sql, type SqlBool } from 'kysely'
import { signedIn, type RequestContext } from '#contract/scopes.ts'

/** The owners that a user is: the user, and the groups that the user is in; as SQL for `in`. */
const ownersOf = (
  user: number
) => sql<number>`(select o.id from owner as o where (o.owner_model = 'user' and o.owner_id = ${user})
  or (o.owner_model = 'group' and o.owner_id in (select g.group_id from user_group as g where g.user_id = ${user})))`

/**
 * A filter for records that the caller, or a group of the caller's, is responsible for; or for all others.
 *
 * @param table where the records are, with a column `responsible_id`
 */
export const isMine = (table: string) => (_eb: unknown, yes: boolean, context: RequestContext) => {
  const responsible = sql.ref(`${table}.responsible_id`)
  const mine = sql<SqlBool>`${responsible} in ${ownersOf(signedIn(context).id)}`
  return yes ? mine : sql<SqlBool>`(${responsible} is null or not ${mine})`
}
