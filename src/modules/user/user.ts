import { ApiError, invalid, notFound, refused } from '#contract/errors.ts'
import { signedIn } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { lookup, lookupMany } from '#crud/lookup.ts'
import { equals, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import type { Database } from '#db/database.ts'
import { completeUser, deleteUser, setGroups } from '#auth/accounts.ts'
import { hashing } from '#auth/hashing.ts'
import { hashPassword, passwordProblems, pythonList } from '#auth/passwords.ts'
import { endSessionsOf } from '#auth/sessions.ts'
import { now } from '#framework/time.ts'
import type { AccountService } from '#modules/account/index.ts'
import { briefProfile } from './profile.ts'
import type { Protection } from './protection.ts'

const findGroups = prepared((db, { keys }: Slots<{ users: number[] }>) =>
  db
    .selectFrom('user_group')
    .innerJoin('group', 'group.id', 'user_group.group_id')
    .select(['user_group.user_id', 'group.id', 'group.name'])
    .where('user_group.user_id', 'in', keys('users'))
    .orderBy('group.id')
)

const findProfiles = prepared((db, { keys }: Slots<{ users: number[] }>) =>
  db.selectFrom('user_profile').selectAll().where('user_id', 'in', keys('users'))
)

/** Groups and profiles of users, for a whole answer. */
export async function userParts(db: Database, ids: number[]) {
  return {
    groups: await lookupMany(ids, async (keys) =>
      (await findGroups(db, { users: keys })).map(({ user_id, id, name }) => [user_id, { pk: id, name }])
    ),
    profiles: await lookup(ids, async (keys) =>
      (await findProfiles(db, { users: keys })).map((row) => [row.user_id, row])
    )
  }
}

/**
 * The rule that no two users share a name, and that names are not too long for the column.
 *
 * @param own the user that may keep its name; null for a new one
 */
export async function checkUsername(db: Database, username: unknown, own: number | null): Promise<void> {
  if (typeof username !== 'string') return
  const taken = await db.selectFrom('user').select('id').where('username', '=', username).executeTakeFirst()
  if (taken && taken.id !== own) throw invalid({ username: ['A user with that username already exists.'] })
}

const check =
  (protection: Protection) =>
  async ({ context, db, before, body, values }: Change<'user', 'user'>) => {
    if ('is_superuser' in body && !signedIn(context).is_superuser)
      throw new ApiError(403, { is_superuser: 'Only a superuser can adjust this field' })
    if (!before && !signedIn(context).is_staff) throw refused('You do not have permission to create users')
    await protection.account(context, db, before, body)
    await checkUsername(db, body.username, before?.id ?? null)
    if (!before) values.date_joined = now()
  }

/** The accounts, for whoever looks after them. */
export const users = (protection: Protection, account: Pick<AccountService, 'welcome'>) =>
  resource('user', 'user', {
    className: 'User',
    options: { activity: { default: false } },
    computed: {},
    search: ['first_name', 'last_name', 'username'],
    order: {
      email: 'email',
      username: 'username',
      first_name: 'first_name',
      last_name: 'last_name',
      is_staff: 'is_staff',
      is_superuser: 'is_superuser',
      is_active: 'is_active'
    },
    defaultOrder: ['id'],
    filters: { is_staff: equals('is_staff'), is_superuser: equals('is_superuser'), is_active: equals('is_active') },
    embed: (rows, { db }) =>
      userParts(
        db,
        rows.map((row) => row.id)
      ),
    toJSON: (row, { groups, profiles }, view, context) => ({
      pk: row.id,
      username: row.username,
      first_name: row.first_name,
      last_name: row.last_name,
      email: row.email,
      groups: groups.get(row.id)!,
      is_staff: row.is_staff === 1,
      is_superuser: row.is_superuser === 1,
      is_active: row.is_active === 1,
      profile: briefProfile(profiles.get(row.id)!),
      ...(view.activity && !view.written && signedIn(context).is_staff ? { last_seen: row.last_seen } : {})
    }),
    write: {
      columns: {
        username: 'username',
        first_name: 'first_name',
        last_name: 'last_name',
        email: 'email',
        is_staff: 'is_staff',
        is_superuser: 'is_superuser',
        is_active: 'is_active',
        group_ids: null
      },
      check: check(protection),
      saved: async ({ context, db, before, body }, id) => {
        if (!before) await completeUser(db, id)
        if (body.group_ids) await setGroups(db, id, body.group_ids)
        if (!before) await account.welcome({ ...context, db }, { username: body.username!, email: body.email ?? '' })
      },
      remove: async (row, db, context) => {
        protection.removal(context, row)
        await deleteUser(db, row.id)
      }
    }
  })

/** Sets a password; weak ones are refused with all reasons in one text (docs/behaviour/user.md#setting-a-password). */
export const setPassword: Handler<'user_set_password_update' | 'user_set_password_partial_update'> = async (
  { db, caller, path, body },
  send
) => {
  const row = await db.selectFrom('user').selectAll().where('id', '=', path.id).executeTakeFirst()
  if (!row) throw notFound('User')
  if (body?.password !== undefined) {
    const problems = body.override_warning ? [] : passwordProblems(body.password, row)
    if (problems.length) throw invalid({ password: pythonList(problems) })
    const { password: chosen } = body
    const password = await hashing.run(() => hashPassword(chosen), `user ${caller!.id}`)
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('user').set({ password }).where('id', '=', row.id).execute()
      await endSessionsOf(trx, row.id)
    })
  }
  return send(200, {})
}
