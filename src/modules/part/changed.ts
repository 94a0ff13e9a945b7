// Telling of changed parts those who subscribed to them.
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { Plugin } from '#framework/plugin.ts'
import { notify } from '#modules/notifications/index.ts'
import { subscribersOf } from './stars.ts'

/** Telling of changed parts, as a plugin. */
export const PART_NOTIFICATIONS: Plugin = {
  key: 'partnotificationsplugin',
  name: 'PartNotificationsPlugin',
  humanName: 'Part Notifications',
  description: 'Notify users about changes to parts',
  version: '1.0.0',
  mixins: ['events', 'settings'],
  settings: [
    {
      key: 'ENABLE_PART_NOTIFICATIONS',
      name: 'Send notifications',
      description: 'Send notifications for part changes to subscribed users',
      type: 'boolean',
      default: 'False'
    }
  ]
}

/**
 * Tells the subscribers of a part that it was changed; not who changed it. Does nothing while the plugin, or its
 * setting, is off (docs/behaviour/notifications.md#what-parts-tell).
 *
 * @param db inside the transaction of the change
 * @param part as it is now called
 */
export async function partChanged(
  context: RequestContext,
  db: Database,
  { id, name }: { id: number; name: string }
): Promise<void> {
  const plugin = context.settings.plugin(PART_NOTIFICATIONS.key)
  if (!plugin.active || !plugin.flag('ENABLE_PART_NOTIFICATIONS')) return
  await notify(
    db,
    {
      category: 'part.changed',
      name: 'Part changed',
      message: `The part ${name} was changed`,
      model: 'part',
      id
    },
    { users: await subscribersOf(db, sql`(${id})`), owners: [] },
    'part',
    signedIn(context).id
  )
}
