// Issuing build orders: by whoever asks for it, and by themselves on the day for which they are wanted.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Day } from '#framework/module.ts'
import { ordersToIssue } from '#modules/order/index.ts'
import { BuildStatus } from '#modules/status/index.ts'
import type { BuildOrder } from './action.ts'
import { createForSubAssemblies } from './auto-create.ts'
import { setStatus } from './status.ts'

/** From which states an order can be issued; from elsewhere nothing happens (docs/behaviour/build.md#states). */
const ISSUABLE: readonly number[] = [BuildStatus.PENDING, BuildStatus.ON_HOLD]

/** Issues an order, and makes orders for what it lacks, where that is wanted. */
export async function issueBuild(db: Database, settings: SettingReader, order: BuildOrder): Promise<void> {
  if (!ISSUABLE.includes(order.status)) return
  await setStatus({ db }, order.id, BuildStatus.PRODUCTION)
  await createForSubAssemblies(db, settings, order)
}

/** Issues the orders of which it is the day, each by itself. */
export async function issueDueBuilds({
  db,
  settings,
  stopped
}: Pick<Day, 'db' | 'settings' | 'stopped'>): Promise<void> {
  for (const id of await ordersToIssue(db, settings, 'build', 'AUTO_ISSUE_BUILD_ORDERS')) {
    if (stopped.aborted) return
    await transact(db, async (inner) => {
      const order = await inner.selectFrom('build').selectAll().where('id', '=', id).executeTakeFirst()
      if (order) await issueBuild(inner, settings, order)
    })
  }
}
