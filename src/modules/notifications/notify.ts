import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { RulesetName } from '#auth/rulesets.ts'
import { among } from '#db/text.ts'
import { now } from '#framework/time.ts'
import { notifyByPlugins } from './by-plugin.ts'
import { mailNotifications } from './mail.ts'

/** What users are told, and about which record. */
export interface Message {
  category: string
  name: string
  message: string
  model: string
  id: number
}

/** Whom to tell: users, and owners, where a group stands for all its members. Nulls are passed over. */
export interface Recipients {
  users: readonly (number | null)[]
  owners: readonly (number | null)[]
}

const A_DAY = 86_400_000

const known = (ids: readonly (number | null)[]) => among(ids.filter((id) => id !== null))

/**
 * Tells users something, each of them once: those who are active and may view the record. The same is not told again of
 * the same record within a day (docs/behaviour/notifications.md#what-build-orders-tell).
 *
 * @param db inside a transaction
 * @param ruleset the role that lets a user view the record
 * @param except a user who knows already
 */
export async function notify(
  db: Database,
  { category, name, message, model, id }: Message,
  { users, owners }: Recipients,
  ruleset: RulesetName,
  except: number | null = null
): Promise<void> {
  const { rows } = await sql<{
    id: number
  }>`select u.id from "user" as u where u.is_active = 1 and u.id is distinct from ${except}
    and (u.id in ${known(users)} or u.id in (select o.owner_id from owner o where o.owner_model = 'user' and o.id in ${known(owners)})
      or u.id in (select g.user_id from owner o join user_group g on g.group_id = o.owner_id where o.owner_model = 'group' and o.id in ${known(owners)}))
    and (u.is_superuser = 1 or exists (select 1 from user_group g join ruleset r on r.group_id = g.group_id where g.user_id = u.id and r.name = ${ruleset} and r.can_view = 1))
    order by u.id`.execute(db)
  if (rows.length === 0) return
  const notified = await db
    .selectFrom('notification_entry')
    .select(['id', 'updated'])
    .where('key', '=', category)
    .where('uid', '=', id)
    .executeTakeFirst()
  const creation = now()
  if (notified && Date.parse(creation) - Date.parse(notified.updated) < A_DAY) return
  if (notified)
    await db.updateTable('notification_entry').set({ updated: creation }).where('id', '=', notified.id).execute()
  else await db.insertInto('notification_entry').values({ key: category, uid: id, updated: creation }).execute()
  const told = await db
    .insertInto('notification_message')
    .values(
      rows.map((user) => ({
        category,
        name,
        message,
        creation,
        target_model_type: model,
        target_model_id: id,
        source_model_type: 'user',
        source_model_id: user.id,
        user_id: user.id
      }))
    )
    .returning('id')
    .execute()
  const messages = told.map((one) => one.id)
  await mailNotifications(db, messages)
  await notifyByPlugins(db, messages)
}
