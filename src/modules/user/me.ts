import type { RequestContext } from '#contract/scopes.ts'
import { signedIn } from '#contract/scopes.ts'
import { looseFlag } from '#contract/read.ts'
import type { Answer, Handler } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import { grantedTo } from '#auth/authenticate.ts'
import { deleteUser } from '#auth/accounts.ts'
import { rolesOf, type Granted } from '#auth/rulesets.ts'
import { permissionsOf } from './permissions.ts'
import { checkUsername, userParts } from './user.ts'
import { wholeProfile } from './profile.ts'

/** Roles and permissions of a user, as the API tells them. */
async function rights(db: Database, id: number, superuser: boolean) {
  const granted = await grantedTo(db, id, superuser)
  let known = rightsOf.get(granted)
  if (!known)
    rightsOf.set(granted, (known = { roles: rolesOf(granted), permissions: permissionsOf(granted, superuser) }))
  return known
}

/** What was put together for what users may do, which is the same object while nothing changes. */
const rightsOf = new WeakMap<
  Granted,
  { roles: ReturnType<typeof rolesOf>; permissions: ReturnType<typeof permissionsOf> }
>()

async function me(
  context: RequestContext,
  db: Database,
  withRights: boolean
): Promise<Answer<'user_me_retrieve', 200>> {
  const { id } = signedIn(context)
  const row = await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { groups, profiles } = await userParts(db, [id])
  return {
    pk: id,
    username: row.username,
    first_name: row.first_name,
    last_name: row.last_name,
    email: row.email,
    groups: groups.get(id)!,
    is_staff: row.is_staff === 1,
    is_superuser: row.is_superuser === 1,
    is_active: row.is_active === 1,
    profile: wholeProfile(profiles.get(id)!),
    ...(withRights ? await rights(db, id, row.is_superuser === 1) : {})
  }
}

/** The account that is signed in; roles and permissions on request. */
export const readMe: Handler<'user_me_retrieve'> = async (call, send) =>
  send(200, await me(call, call.db, looseFlag(call.rawQuery.roles)))

/** Changes one's own names and address; the answer always has the roles. */
export const writeMe: Handler<'user_me_update' | 'user_me_partial_update'> = async (call, send) => {
  const { id } = signedIn(call)
  return send(
    200,
    await call.db.transaction().execute(async (db) => {
      await checkUsername(db, call.body?.username, id)
      if (Object.keys(call.body ?? {}).length)
        await db.updateTable('user').set(call.body!).where('id', '=', id).execute()
      return await me(call, db, true)
    })
  )
}

/** Deletes one's own account. */
export const leave: Handler<'user_me_destroy'> = async (call, send) => {
  await call.db.transaction().execute((db) => deleteUser(db, signedIn(call).id))
  return send(204)
}

/** What the caller may do. */
export const readRoles: Handler<'user_me_roles_retrieve' | 'user_roles_retrieve'> = async (call, send) => {
  const { id, username, is_staff, is_superuser } = signedIn(call)
  return send(200, { user: id, username, ...(await rights(call.db, id, is_superuser)), is_staff, is_superuser })
}
