import { WorkQueue } from '#framework/queue.ts'

/**
 * Where passwords are hashed. Each takes 19 MiB and a thread of the four that reading files needs too, so that more at
 * once would hold up everybody.
 */
export const hashing = new WorkQueue(
  { running: 2, waiting: 256, each: 64 },
  { detail: 'Too many passwords are being checked. Try again in a moment.', seconds: 1 }
)
