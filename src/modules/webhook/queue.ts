// The job of sending: one for each webhook that has something to send.
import type { Database } from '#db/database.ts'
import type { Job } from '#framework/jobs/job.ts'
import { schedule } from '#framework/jobs/store.ts'

/** Sends what waits for one webhook. */
export const SEND: Job<{ webhook: number }> = {
  name: 'webhook.send',
  lane: 'webhook',
  priority: 0,
  // Receivers that fail are no failure of the job: these are for a database that is away.
  pauses: [10, 60, 300, 900, 3600],
  limit: 120
}

/**
 * Sees that what waits for a webhook is sent.
 *
 * @param db the transaction that put it down
 * @param at when it is due; ISO 8601, UTC
 */
export const wake = (db: Database, webhook: number, at?: string): Promise<void> =>
  schedule(db, SEND, { webhook }, String(webhook), at)
