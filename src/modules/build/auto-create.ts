// Build orders that come by themselves: for the sub-assemblies that an issued order lacks.
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { ApiError } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Plugin } from '#framework/plugin.ts'
import { sumQuantity, SQL_QUANTITY_PLACES } from '#framework/decimals.ts'
import { today } from '#framework/time.ts'
import { availabilityOf } from '#modules/bom/index.ts'
import { among } from '#db/text.ts'
import { ACTIVE_BUILDS } from '#modules/status/index.ts'
import type { BuildOrder } from './action.ts'
import { createLines } from './lines.ts'
import { notifyCreated } from './messages.ts'
import { checkBuildOrder } from './order.rules.ts'

/** Orders for sub-assemblies, as a plugin. */
export const AUTO_CREATE_PLUGIN: Plugin = {
  key: 'autocreatebuilds',
  name: 'Auto Create Builds',
  humanName: 'Auto Create Builds',
  description: 'Automatically create build orders for assemblies',
  version: '1.1.0',
  mixins: ['events']
}

/** A line with a sub-assembly: what is still needed of it beside what is set aside. */
interface Need {
  id: number
  sub_part_id: number
  open: number
  ordered: number
}

/** What an order needs of sub-assemblies, and how many are to be made for it already. */
const needsOf = async (db: Database, order: number): Promise<Need[]> =>
  (
    await sql<Need>`select i.id, i.sub_part_id, round(l.quantity - l.consumed
        - coalesce((select sum(a.quantity) from build_item a where a.build_line_id = l.id), 0), ${SQL_QUANTITY_PLACES}) as open,
      coalesce((select sum(b.quantity - b.completed) from build b where b.parent_id = ${order} and b.part_id = i.sub_part_id
        and b.status in ${among(ACTIVE_BUILDS)}), 0) as ordered
    from build_line l join bom_item i on i.id = l.bom_item_id join part c on c.id = i.sub_part_id
    where l.build_id = ${order} and c.assembly = 1 and c.virtual = 0 and c.consumable = 0 and i.consumable = 0 order by l.id`.execute(
      db
    )
  ).rows

/** Makes the order for a sub-assembly, unless a rule of orders forbids it: then the order above is issued all the same. */
async function createBelow(
  db: Database,
  settings: SettingReader,
  order: BuildOrder,
  need: { part: number; quantity: number }
): Promise<void> {
  const values: Record<string, unknown> = {
    part_id: need.part,
    quantity: need.quantity,
    parent_id: order.id,
    title: `For ${order.reference}`,
    creation_date: today(),
    target_date: order.start_date ?? order.target_date,
    priority: order.priority,
    project_code_id: order.project_code_id,
    sales_order_id: order.sales_order_id,
    take_from_id: order.take_from_id,
    responsible_id: order.responsible_id,
    issued_by_id: order.issued_by_id,
    metadata: '{}'
  }
  try {
    await checkBuildOrder({ context: { settings }, db, before: null, body: need, values })
  } catch (error) {
    if (error instanceof ApiError) return
    throw error
  }
  const stored = await db
    .insertInto('build')
    .values(values as never) // the columns above, and those that the rules have added
    .returningAll()
    .executeTakeFirstOrThrow()
  await createLines(db, stored)
  await notifyCreated({ db }, stored)
}

/**
 * Makes build orders below an order that was issued, for the sub-assemblies of which there is not enough
 * (docs/behaviour/build.md#orders-for-sub-assemblies). Does nothing while the plugin is off.
 *
 * @param db inside the transaction
 */
export async function createForSubAssemblies(db: Database, settings: SettingReader, order: BuildOrder): Promise<void> {
  if (!settings.plugin(AUTO_CREATE_PLUGIN.key).active) return
  const needs = (await needsOf(db, order.id)).filter(({ open }) => open > 0)
  const stock = await availabilityOf(db, needs)
  for (const { id, sub_part_id: part, open, ordered } of needs) {
    const there = stock.get(id)!
    const available = there.available_stock + there.available_variant_stock + there.available_substitute_stock
    const lacking = Math.ceil(sumQuantity(open - available - ordered))
    if (lacking > 0) await createBelow(db, settings, order, { part, quantity: lacking })
  }
}
