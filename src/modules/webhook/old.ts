// How much is kept of what was sent.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { Day } from '#framework/module.ts'
import { afterDays } from '#framework/time.ts'
import { wake } from './queue.ts'

/** How many deliveries of a webhook are kept that are over, and for how many days. */
const [MOST_KEPT, DAYS] = [1000, 30]
/** How many go at once. */
const AT_ONCE = 500

/** Deletes of a webhook what is over, beyond what is kept: the oldest, a few at a time. */
export async function keepFew(trx: Database, webhook: number): Promise<void> {
  const over = trx.selectFrom('webhook_delivery').select('id').where('webhook_id', '=', webhook)
  const last = await over
    .where('next_try', 'is', null)
    .orderBy('id', 'desc')
    .offset(MOST_KEPT)
    .limit(1)
    .executeTakeFirst()
  if (!last) return
  const gone = over.where('next_try', 'is', null).where('id', '<=', last.id).orderBy('id').limit(AT_ONCE)
  await trx.deleteFrom('webhook_delivery').where('id', 'in', gone).execute()
}

/** Deletes what is too old, piece by piece, and wakes what somebody dropped from the queue of jobs. */
export async function forgetDeliveries({ db, stopped }: Pick<Day, 'db' | 'stopped'>): Promise<void> {
  const old = db.selectFrom('webhook_delivery').select('id').where('created', '<', afterDays(-DAYS)).limit(AT_ONCE)
  let count: number
  do {
    const { numDeletedRows } = await db.deleteFrom('webhook_delivery').where('id', 'in', old).executeTakeFirst()
    count = Number(numDeletedRows)
  } while (count === AT_ONCE && !stopped.aborted)
  const waiting = await db
    .selectFrom('webhook_delivery')
    .select('webhook_id')
    .distinct()
    .where('next_try', 'is not', null)
    .execute()
  await transact(db, async (trx) => {
    for (const { webhook_id } of waiting) await wake(trx, webhook_id)
  })
}
