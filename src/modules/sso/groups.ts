import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { setGroups } from '#auth/accounts.ts'
import type { Identity } from './protocol.ts'

/** Of how many groups a provider may speak, and how long their names may be. */
const [MOST, LONGEST] = [200, 150]

/** The names of groups that a provider calls a person's own. */
function groupsIn(claim: unknown): string[] {
  const all = Array.isArray(claim) ? claim : [claim]
  return all
    .filter((one): one is string => typeof one === 'string' && one !== '' && one.length <= LONGEST)
    .slice(0, MOST)
}

/** What groups of a provider are called here; one that is not named keeps its name. */
function mapIn(text: string): Map<string, string> {
  try {
    const parsed: unknown = JSON.parse(text || '{}')
    const entries = Object.entries(typeof parsed === 'object' && parsed !== null ? parsed : {})
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return new Map()
  }
}

/**
 * Puts a user into the groups that a provider says, as far as there are such groups (docs/single-sign-on.md#groups).
 * None is made.
 *
 * @param db inside a transaction
 */
export async function syncGroups(
  db: Database,
  settings: SettingReader,
  userId: number,
  { claims }: Identity
): Promise<void> {
  if (!settings.flag('LOGIN_ENABLE_SSO_GROUP_SYNC')) return
  const map = mapIn(settings.text('SSO_GROUP_MAP'))
  const names = groupsIn(claims[settings.text('SSO_GROUP_KEY')]).map((name) => map.get(name) ?? name)
  const told = names.length ? await db.selectFrom('group').select('id').where('name', 'in', names).execute() : []
  const own = await db.selectFrom('user_group').select('group_id as id').where('user_id', '=', userId).execute()
  const before = new Set(own.map(({ id }) => id))
  const after = new Set(told.map(({ id }) => id))
  if (!settings.flag('SSO_REMOVE_GROUPS')) for (const id of before) after.add(id)
  if (before.symmetricDifference(after).size) await setGroups(db, userId, [...after])
}
