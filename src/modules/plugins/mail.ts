// Tells plugins of others of the mail that goes out.
import type { Database } from '#db/database.ts'
import { doneBy, type JobHandler } from '#framework/jobs/job.ts'
import { enqueue } from '#framework/jobs/store.ts'
import type { Materials } from '#framework/module.ts'
import { storedOffering } from '#framework/plugins/stored.ts'
import { PLUGIN_MAIL } from '#framework/plugins/task.ts'

/** How long a plugin may take for a mail, in seconds. */
const SECONDS = 30

/**
 * Puts into the queue what plugins are to be told of a mail. Where too much waits there it goes out without them.
 *
 * @param db the transaction in which it was written down
 */
export async function tellOfMail(db: Database, message: number): Promise<void> {
  for (const { key: plugin, rights } of await storedOffering(db, 'mail'))
    if (rights.has('mail.read')) await enqueue(db, PLUGIN_MAIL, { plugin, message })
}

/** What tells plugins of mail, once the setting allows it. */
export const mailJob = ({ plugins, settings }: Pick<Materials, 'plugins' | 'settings'>): JobHandler =>
  doneBy(PLUGIN_MAIL, async ({ plugin, message }, { db }) => {
    await settings.refresh()
    if (!settings.flag('ENABLE_PLUGINS_MAILS') || !(await plugins.one(plugin))?.declaration.mail) return
    const mail = await db
      .selectFrom('email_message')
      .select(['to', 'subject', 'body as text'])
      .where('id', '=', message)
      .executeTakeFirst()
    if (mail) await plugins.call(plugin, ['mail'], [mail], { seconds: SECONDS })
  })
