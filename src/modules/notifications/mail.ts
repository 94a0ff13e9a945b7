// What users are told by notifications is sent to them by mail as well: the job for that, and who puts it in.
import type { Database } from '#db/database.ts'
import type { Job } from '#framework/jobs/job.ts'
import { enqueue } from '#framework/jobs/store.ts'

/** Writes the mail of some notifications, by their keys. */
export const NOTIFY_BY_MAIL: Job<{ messages: number[] }> = {
  name: 'notifications.mail',
  lane: 'quick',
  priority: 10,
  pauses: [10, 60, 600],
  limit: 60
}

/** How many notifications one job is about. */
const AT_ONCE = 500

/**
 * Puts the mail of notifications into the queue. Where too much waits there they are told without mail.
 *
 * @param db the transaction in which they are written
 */
export async function mailNotifications(db: Database, messages: readonly number[]): Promise<void> {
  for (let at = 0; at < messages.length; at += AT_ONCE)
    await enqueue(db, NOTIFY_BY_MAIL, { messages: messages.slice(at, at + AT_ONCE) })
}
