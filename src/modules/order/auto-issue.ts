// Orders that are issued by themselves on the day for which they are wanted.
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Day } from '#framework/module.ts'
import type { Plugin } from '#framework/plugin.ts'
import type { SettingDefinition } from '#framework/setting.ts'
import { today } from '#framework/time.ts'
import { PurchaseOrderStatus } from '#modules/status/index.ts'
import { PURCHASE, RETURN, SALE, type OrderKind } from './kinds.ts'
import type { NotifiedOrder } from './messages.ts'
import { issueOrder } from './transitions.ts'

const kindSetting = (key: string, orders: string): SettingDefinition => ({
  key: `AUTO_ISSUE_${key}_ORDERS`,
  name: `Auto Issue ${orders}`,
  description: `Automatically issue ${orders.toLowerCase()} on the assigned target date`,
  type: 'boolean',
  default: 'True'
})

/** Issuing orders on their day, as a plugin. */
export const AUTO_ISSUE_PLUGIN: Plugin = {
  key: 'autoiissueorders',
  name: 'Auto Issue Orders',
  humanName: 'Auto Issue Orders',
  description: 'Automatically issue orders on the assigned target date',
  version: '1.0.0',
  mixins: ['settings', 'schedule'],
  settings: [
    kindSetting('BUILD', 'Build Orders'),
    kindSetting('PURCHASE', 'Purchase Orders'),
    kindSetting('SALES', 'Sales Orders'),
    kindSetting('RETURN', 'Return Orders'),
    {
      key: 'ISSUE_BACKDATED_ORDERS',
      name: 'Issue Backdated Orders',
      description: 'Automatically issue orders that are backdated',
      type: 'boolean',
      default: 'False'
    }
  ]
}

/** Pending is the same number for orders of every kind, build orders included. */
const { PENDING } = PurchaseOrderStatus

/**
 * The pending orders of a table that are to be issued today (docs/behaviour/order.md#issued-by-themselves).
 *
 * @param key which setting says whether orders of the kind are issued at all
 * @returns their primary keys; none where the plugin is off
 */
export async function ordersToIssue(
  db: Database,
  settings: SettingReader,
  table: OrderKind['table'] | 'build',
  key: string
): Promise<number[]> {
  const plugin = settings.plugin(AUTO_ISSUE_PLUGIN.key)
  if (!plugin.active || !plugin.flag(key)) return []
  const rows = await db
    .selectFrom(table as 'build')
    .select('id')
    .where('status', '=', PENDING)
    .where('target_date', plugin.flag('ISSUE_BACKDATED_ORDERS') ? '<=' : '=', today())
    .orderBy('id')
    .execute() // every table of orders has the columns
  return rows.map(({ id }) => id)
}

const ISSUED: readonly [kind: OrderKind, key: string][] = [
  [PURCHASE, 'AUTO_ISSUE_PURCHASE_ORDERS'],
  [SALE, 'AUTO_ISSUE_SALES_ORDERS'],
  [RETURN, 'AUTO_ISSUE_RETURN_ORDERS']
]

/** Issues the orders of which it is the day, each by itself. */
export async function issueDueOrders({
  db,
  settings,
  stopped
}: Pick<Day, 'db' | 'settings' | 'stopped'>): Promise<void> {
  for (const [kind, key] of ISSUED)
    for (const id of await ordersToIssue(db, settings, kind.table, key)) {
      if (stopped.aborted) return
      await transact(db, async (inner) => {
        const { rows } = await sql<
          NotifiedOrder & { status: number }
        >`select id, status, reference, responsible_id, created_by_id from ${sql.table(kind.table)} where id = ${id}`.execute(
          inner
        )
        if (rows[0]) await issueOrder(inner, kind, rows[0])
      })
    }
}
