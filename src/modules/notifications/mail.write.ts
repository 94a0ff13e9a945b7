// Writes the mail of notifications, a little after they were made.
import { doneBy, type JobHandler, type JobRun } from '#framework/jobs/job.ts'
import type { Letter } from '#framework/mail/letter.ts'
import type { Materials } from '#framework/module.ts'
import { webPath } from '#framework/web.ts'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { NO_MAIL } from './plugin.ts'
import { NOTIFY_BY_MAIL } from './mail.ts'
import { subjects, type Subject } from './subjects.ts'

const messagesOf = (db: Database, ids: readonly number[]) =>
  db
    .selectFrom('notification_message as message')
    .innerJoin('user', 'user.id', 'message.user_id')
    .select(['message.name', 'message.message', 'message.target_model_type', 'message.target_model_id', 'user.email'])
    .where('message.id', 'in', among(ids))
    .where('user.is_active', '=', 1)
    .where('user.email', '<>', '')
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('plugin_user_setting as setting')
            .select('setting.id')
            .whereRef('setting.user_id', '=', 'user.id')
            .where((own) => own.and({ ...NO_MAIL }))
        )
      )
    )
    .execute()

function letterOf(name: string, message: string | null, target: Subject | null, site: string | null): Letter {
  const path = target && webPath(target.model_type, target.model_id)
  return {
    subject: name,
    paragraphs: [
      ...(message ? [message] : []),
      ...(target ? [`It is about: ${target.model_name} ${target.name}`] : []),
      ...(path && site ? [{ label: 'See it here:', link: `${site}${path}` }] : [])
    ]
  }
}

/** What writes the mail of notifications. */
export function notificationMail({ mailer, settings, config }: Materials): JobHandler {
  const write = async ({ messages }: { messages: number[] }, run: JobRun): Promise<void> => {
    if (!mailer.isConfigured) return
    await settings.refresh()
    const site = config.siteURL ?? (settings.text('INVENTREE_BASE_URL') || null)
    await run.db.transaction().execute(async (db) => {
      const rows = await messagesOf(db, messages)
      const find = await subjects(
        db,
        settings,
        rows.map((row) => [row.target_model_type, row.target_model_id])
      )
      for (const { name, message, email, target_model_type, target_model_id } of rows)
        await mailer.post(db, email, letterOf(name, message, find(target_model_type, target_model_id), site))
      await run.finish(db)
    })
  }
  return doneBy(NOTIFY_BY_MAIL, write)
}
