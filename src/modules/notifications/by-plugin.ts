// What users are told by notifications is handed to plugins that tell them in other ways.
import type { Database } from '#db/database.ts'
import { doneBy, type JobHandler } from '#framework/jobs/job.ts'
import { enqueue } from '#framework/jobs/store.ts'
import type { Materials } from '#framework/module.ts'
import type { Notification } from '#framework/plugins/interface.ts'
import { storedOffering } from '#framework/plugins/stored.ts'
import { PLUGIN_NOTIFY, type PluginNotify } from '#framework/plugins/task.ts'
import { webPath } from '#framework/web.ts'

/** How long a plugin may take for a notification, in seconds. */
const SECONDS = 30

/**
 * Puts into the queue what plugins are to tell: each of them each notification, so that nobody is told again where
 * another one fails. Where too much waits there they are told without plugins.
 *
 * @param db the transaction in which the notifications are written
 */
export async function notifyByPlugins(db: Database, messages: readonly number[]): Promise<void> {
  for (const { key: plugin, rights } of await storedOffering(db, 'notify'))
    if (rights.has('notify')) for (const message of messages) await enqueue(db, PLUGIN_NOTIFY, { plugin, message })
}

/** What lets plugins tell people what they are notified of. */
export function notificationPlugins({ plugins, settings, config }: Materials): JobHandler {
  const notificationOf = async (db: Database, id: number): Promise<Notification | undefined> => {
    const row = await db
      .selectFrom('notification_message as m')
      .innerJoin('user as u', 'u.id', 'm.user_id')
      .select(['m.category', 'm.name', 'm.message', 'm.target_model_type', 'm.target_model_id'])
      .select(['u.id', 'u.username', 'u.email'])
      .where('m.id', '=', id)
      .where('u.is_active', '=', 1)
      .executeTakeFirst()
    if (!row) return undefined
    const { target_model_type: model, target_model_id: pk } = row
    const about = model !== null && pk !== null ? { model, pk } : null
    const site = config.siteURL ?? (settings.text('INVENTREE_BASE_URL') || null)
    const path = about && webPath(about.model, about.pk)
    return {
      user: { pk: row.id, username: row.username, email: row.email },
      category: row.category,
      name: row.name,
      message: row.message ?? '',
      about,
      link: site && path ? `${site}${path}` : null
    }
  }
  return doneBy(PLUGIN_NOTIFY, async ({ plugin, message }: PluginNotify, { db }) => {
    if (!(await plugins.one(plugin))?.declaration.notify) return
    await settings.refresh()
    const notification = await notificationOf(db, message)
    if (!notification) return
    const { pk: id, username } = notification.user
    await plugins.call(plugin, ['notify'], [notification], { user: { id, username }, seconds: SECONDS })
  })
}
