import { sql, type Selectable } from 'kysely'
import type { Database, DB } from '#db/database.ts'
import { invalid, notFound } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Handler, OperationId } from '#contract/types.ts'
import { recordAction, type At } from '#crud/action.ts'
import { MODELS } from '#framework/models.ts'
import { pricesChanged } from '#modules/part/index.ts'
import { now, today } from '#framework/time.ts'
import { partsOf, type OrderKind, type OrderTransition } from './kinds.ts'
import { notifyTransition, type NotifiedOrder } from './messages.ts'

type Order<K extends OrderKind> = Selectable<DB[K['table']]>

/** Finds the order that the path of an action names, or throws 404. */
export const finder =
  <K extends OrderKind>(kind: K) =>
  async ({ db, path: { id } }: At): Promise<Order<K>> => {
    const order = await db
      .selectFrom(kind.table as 'purchase_order')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst() // the kind says what it is
    if (!order) throw notFound(MODELS[kind.model]!.className)
    return order as unknown as Order<K>
  }

/**
 * Takes an order a step further; a state of one's own falls away.
 *
 * @returns whether it was in a state to do so
 * @throws 400 where the step says so
 */
export async function applyTransition(
  db: Database,
  kind: OrderKind,
  order: { id: number; status: number },
  { from, to, day, refusal }: OrderTransition
): Promise<boolean> {
  if (!from.includes(order.status)) {
    if (refusal !== undefined) throw invalid([refusal])
    return false
  }
  await db
    .updateTable(kind.table as 'purchase_order')
    .set({ status: to, status_custom_key: null, updated_at: now(), ...(day ? { [day]: today() } : {}) })
    .where('id', '=', order.id)
    .execute() // the kind says which days there are
  return true
}

/** Issues an order, if it is in a state to be issued, and tells whom it concerns. */
export async function issueOrder(
  db: Database,
  kind: OrderKind,
  order: NotifiedOrder & { status: number }
): Promise<void> {
  if (await applyTransition(db, kind, order, kind.transitions.issue)) await notifyTransition(db, kind, order, 'issue')
}

type Moved = Extract<OperationId, `order_${string}_${'issue' | 'hold' | 'cancel'}_create`>

/** The operation that takes orders of a kind a step further. */
const transitionOperation = (kind: OrderKind, name: keyof OrderKind['transitions']): Handler<Moved> =>
  recordAction<Moved, 201, NotifiedOrder & { status: number }>(finder(kind), 201, async (order, _call, db) => {
    if (name === 'issue') {
      await issueOrder(db, kind, order)
      return {}
    }
    const taken = await applyTransition(db, kind, order, kind.transitions[name])
    if (taken && name === 'cancel') await notifyTransition(db, kind, order, name)
    if (taken && name === 'cancel' && kind.allocations) {
      await sql`delete from ${sql.table(kind.allocations)} where line_id in (select l.id from ${sql.table(kind.lines)} l where l.order_id = ${order.id})`.execute(
        db
      )
    }
    return {}
  })

/** The operations that take orders of a kind from state to state. */
export const transitionOperations = (kind: OrderKind) => ({
  issue: transitionOperation(kind, 'issue'),
  hold: transitionOperation(kind, 'hold'),
  cancel: transitionOperation(kind, 'cancel')
})

/**
 * Whether an order has lines that are not done; those of virtual parts count only where nothing has to be shipped or
 * moved anyway.
 */
export async function hasOpenLines(db: Database, kind: OrderKind, id: number): Promise<boolean> {
  const virtual =
    kind.table === 'sales_order'
      ? sql` and not exists (select 1 from part p where p.id = l.part_id and p.virtual = 1)`
      : sql``
  const { rows } =
    await sql`select 1 from ${sql.table(kind.lines)} l where l.order_id = ${id} and not (${kind.done})${virtual} limit 1`.execute(
      db
    )
  return rows.length > 0
}

/**
 * What was paid, or got, on an order that is complete counts for the prices of its parts
 * (docs/behaviour/pricing.md#calculation).
 */
export async function pricesFollow(db: Database, settings: SettingReader, kind: OrderKind, id: number): Promise<void> {
  const { rows } = await sql<{ part_id: number | null }>`select part_id from ${partsOf(kind, id)} as parts`.execute(db)
  await pricesChanged(
    db,
    settings,
    rows.map(({ part_id }) => part_id)
  )
}
