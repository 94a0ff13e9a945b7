import type { Selectable } from 'kysely'
import type { DB } from '#db/tables.ts'
import { signedIn } from '#contract/scopes.ts'
import type { Answer, Handler } from '#contract/types.ts'

type Row = Selectable<DB['user_profile']>
type Profile = Answer<'user_me_profile_retrieve', 200>

/** The part of a profile that everyone sees with the user. */
export function briefProfile(row: Row) {
  return {
    displayname: row.displayname,
    position: row.position,
    status: row.status,
    location: row.location,
    active: row.active === 1,
    contact: row.contact,
    type: row.type,
    organisation: row.organisation,
    primary_group: row.primary_group_id
  }
}

/** A profile as its user sees it. */
export function wholeProfile(row: Row): Profile {
  const parsed = (text: string | null) => (text === null ? null : JSON.parse(text))
  return { language: row.language, theme: parsed(row.theme), widgets: parsed(row.widgets), ...briefProfile(row) }
}

/** The caller's own profile. */
export const readProfile: Handler<'user_me_profile_retrieve' | 'user_profile_retrieve'> = async (call, send) =>
  send(
    200,
    wholeProfile(
      await call.db
        .selectFrom('user_profile')
        .selectAll()
        .where('user_id', '=', signedIn(call).id)
        .executeTakeFirstOrThrow()
    )
  )

/**
 * Changes the caller's own profile; a primary group that the user is not in is dropped without a word
 * (docs/behaviour/user.md#profile).
 */
export const writeProfile: Handler<
  'user_me_profile_update' | 'user_me_profile_partial_update' | 'user_profile_update' | 'user_profile_partial_update'
> = async (call, send) => {
  const { id } = signedIn(call)
  const { primary_group, active, theme, widgets, ...plain } = call.body ?? {}
  const json = (value: unknown) => (value === undefined ? undefined : value === null ? null : JSON.stringify(value))
  const row = await call.db.transaction().execute(async (db) => {
    const member =
      primary_group &&
      (await db
        .selectFrom('user_group')
        .select('group_id')
        .where('user_id', '=', id)
        .where('group_id', '=', primary_group)
        .executeTakeFirst())
    const values = {
      ...plain,
      ...(active === undefined ? {} : { active: active ? (1 as const) : (0 as const) }),
      ...(theme === undefined ? {} : { theme: json(theme) }),
      ...(widgets === undefined ? {} : { widgets: json(widgets) }),
      ...(primary_group === undefined ? {} : { primary_group_id: member ? primary_group : null })
    }
    if (Object.keys(values).length) await db.updateTable('user_profile').set(values).where('user_id', '=', id).execute()
    return await db.selectFrom('user_profile').selectAll().where('user_id', '=', id).executeTakeFirstOrThrow()
  })
  return send(200, wholeProfile(row))
}
