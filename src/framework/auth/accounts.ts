import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { now } from '#framework/time.ts'
import { RULESET_NAMES } from './rulesets.ts'

/** What a new account may start with, beyond its name. */
export interface NewUser {
  username: string
  first_name?: string
  last_name?: string
  email?: string
  /** The stored form of a password; without one nobody can sign in before a password is set. */
  password?: string
  is_staff?: boolean
  is_superuser?: boolean
  is_active?: boolean
}

/**
 * Adds what belongs to every user: the profile and the owner row.
 *
 * @param db inside the transaction that created the user
 */
export async function completeUser(db: Database, id: number): Promise<void> {
  await db.insertInto('user_profile').values({ user_id: id }).execute()
  await db.insertInto('owner').values({ owner_model: 'user', owner_id: id }).execute()
}

/**
 * Creates an account with its profile and owner.
 *
 * @returns its primary key
 */
export async function createUser(db: Database, user: NewUser): Promise<number> {
  const { is_staff = false, is_superuser = false, is_active = true, ...rest } = user
  const { id } = await db
    .insertInto('user')
    .values({
      ...rest,
      is_staff: is_staff ? 1 : 0,
      is_superuser: is_superuser ? 1 : 0,
      is_active: is_active ? 1 : 0,
      date_joined: now()
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await completeUser(db, id)
  return id
}

/** Deletes an account with its owner; profile, tokens, memberships and stars go with it. */
export async function deleteUser(db: Database, id: number): Promise<void> {
  await db.deleteFrom('owner').where('owner_model', '=', 'user').where('owner_id', '=', id).execute()
  await db.deleteFrom('user').where('id', '=', id).execute()
}

/**
 * Puts a user into exactly these groups. A primary group that the user is no longer in is dropped
 * (docs/behaviour/user.md#profile).
 */
export async function setGroups(db: Database, userId: number, groups: number[]): Promise<void> {
  await db.deleteFrom('user_group').where('user_id', '=', userId).execute()
  await db
    .insertInto('user_group')
    .columns(['user_id', 'group_id'])
    .expression((eb) =>
      eb
        .selectFrom('group')
        .select([eb.val(userId).as('user_id'), 'id'])
        .where('id', 'in', among(groups))
    )
    .execute()
  await db
    .updateTable('user_profile')
    .set({ primary_group_id: null })
    .where('user_id', '=', userId)
    .where('primary_group_id', 'not in', among(groups))
    .execute()
}

/** Gives a group the rulesets that it lacks, all of them closed (docs/behaviour/user.md#groups). */
export async function completeGroup(db: Database, id: number): Promise<void> {
  const present = new Set(
    (await db.selectFrom('ruleset').select('name').where('group_id', '=', id).execute()).map((row) => row.name)
  )
  const missing = RULESET_NAMES.filter((name) => !present.has(name)).map((name) => ({ name, group_id: id }))
  if (missing.length) await db.insertInto('ruleset').values(missing).execute()
  await db
    .insertInto('owner')
    .values({ owner_model: 'group', owner_id: id })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Deletes a group with its owner; rulesets and memberships go with it. */
export async function deleteGroup(db: Database, id: number): Promise<void> {
  await db.deleteFrom('owner').where('owner_model', '=', 'group').where('owner_id', '=', id).execute()
  await db.deleteFrom('group').where('id', '=', id).execute()
}

/**
 * What belongs to every user and group and is not there, a sentence each.
 */
export async function incompleteAccounts(db: Database): Promise<string[]> {
  const users = await db
    .selectFrom('user')
    .select((eb) => [
      'username',
      eb.exists(eb.selectFrom('user_profile').select('id').whereRef('user_id', '=', 'user.id')).as('profile'),
      eb
        .exists(
          eb.selectFrom('owner').select('id').where('owner_model', '=', 'user').whereRef('owner_id', '=', 'user.id')
        )
        .as('owner')
    ])
    .orderBy('user.id')
    .execute()
  const groups = await db
    .selectFrom('group')
    .select((eb) => [
      'name',
      eb
        .selectFrom('ruleset')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('group_id', '=', 'group.id')
        .where('name', 'in', RULESET_NAMES)
        .as('rulesets'),
      eb
        .exists(
          eb.selectFrom('owner').select('id').where('owner_model', '=', 'group').whereRef('owner_id', '=', 'group.id')
        )
        .as('owner')
    ])
    .orderBy('group.id')
    .execute()
  return [
    ...users.filter(({ profile }) => !profile).map(({ username }) => `the user ${username} has no profile`),
    ...users
      .filter(({ owner }) => !owner)
      .map(({ username }) => `the user ${username} cannot be made responsible for anything`),
    ...groups
      .filter(({ rulesets }) => Number(rulesets) < RULESET_NAMES.length)
      .map(({ name }) => `the group ${name} lacks roles`),
    ...groups
      .filter(({ owner }) => !owner)
      .map(({ name }) => `the group ${name} cannot be made responsible for anything`)
  ]
}

/**
 * Adds what belongs to every user and group where it is missing.
 *
 * @param db inside a transaction
 */
export async function completeAccounts(db: Database): Promise<void> {
  await db
    .insertInto('user_profile')
    .columns(['user_id'])
    .expression((eb) =>
      eb
        .selectFrom('user')
        .select('user.id')
        .where('user.id', 'not in', eb.selectFrom('user_profile').select('user_id'))
        .orderBy('user.id')
    )
    .execute()
  await db
    .insertInto('owner')
    .columns(['owner_model', 'owner_id'])
    .expression((eb) =>
      eb
        .selectFrom('user')
        .select([sql.lit<'user'>('user').as('owner_model'), 'user.id'])
        .where('user.id', 'not in', eb.selectFrom('owner').select('owner.owner_id').where('owner_model', '=', 'user'))
        .orderBy('user.id')
    )
    .execute()
  for (const { id } of await db.selectFrom('group').select('id').orderBy('id').execute()) await completeGroup(db, id)
}
