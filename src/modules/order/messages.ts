import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { contentType } from '#modules/contenttype/index.ts'
import { notify, orderMessage, type Recipients } from '#modules/notifications/index.ts'
import { subscribersOf } from '#modules/part/index.ts'
import { afterDays } from '#framework/time.ts'
import { partsOf, PURCHASE, RETURN, SALE, type OrderKind } from './kinds.ts'

/** What messages about an order need to know of it. */
export interface NotifiedOrder {
  id: number
  reference: string
  responsible_id: number | null
  created_by_id: number | null
}

/** Who is responsible for an order, and who subscribed to a part that it is about. */
const concerned = async (
  db: Database,
  kind: OrderKind,
  { id, responsible_id }: NotifiedOrder
): Promise<Recipients> => ({
  users: await subscribersOf(db, partsOf(kind, id)),
  owners: [responsible_id]
})

const nameOf = (kind: OrderKind) => contentType(kind.model)!.name

/**
 * Tells that an order was issued or cancelled; not who made it
 * (docs/behaviour/notifications.md#what-other-orders-tell).
 */
export const notifyTransition = async (
  db: Database,
  kind: OrderKind,
  order: NotifiedOrder,
  step: 'issue' | 'cancel'
): Promise<void> =>
  notify(
    db,
    orderMessage(step === 'issue' ? 'new' : 'canceled', kind.model, order.id),
    await concerned(db, kind, order),
    kind.table,
    order.created_by_id
  )

/**
 * Tells that something of an order arrived; not who took it in
 * (docs/behaviour/notifications.md#what-other-orders-tell).
 */
export const notifyReceived = async (context: RequestContext, kind: OrderKind, order: NotifiedOrder): Promise<void> =>
  notify(
    context.db,
    {
      category: `${kind.table}.items_received`,
      name: 'Items Received',
      message: `Items of ${order.reference} have arrived`,
      model: kind.model,
      id: order.id
    },
    await concerned(context.db, kind, order),
    kind.table,
    signedIn(context).id
  )

/**
 * Tells of open orders that are overdue since today, as a whole or in lines that are not done, also who made them; for
 * a daily call (docs/behaviour/notifications.md#what-other-orders-tell).
 */
export async function notifyOverdue(db: Database): Promise<void> {
  const yesterday = afterDays(-1)
  for (const kind of [PURCHASE, SALE, RETURN]) {
    const { rows } = await sql<
      NotifiedOrder & { whole: number }
    >`select o.id, o.reference, o.responsible_id, o.created_by_id, case when o.target_date = ${yesterday} then 1 else 0 end as whole
      from ${sql.table(kind.table)} o where o.status in (${sql.join(kind.open)}) and (o.target_date = ${yesterday}
        or exists (select 1 from ${sql.table(kind.lines)} l where l.order_id = o.id and l.target_date = ${yesterday} and not (${kind.done}))) order by o.id`.execute(
      db
    )
    for (const order of rows) {
      const { users, owners } = await concerned(db, kind, order)
      await notify(
        db,
        {
          category: `order.overdue_${kind.table}`,
          name: `Overdue ${nameOf(kind)}`,
          message: order.whole ? `${order.reference} is overdue` : `Lines of ${order.reference} are overdue`,
          model: kind.model,
          id: order.id
        },
        { users: [...users, order.created_by_id], owners },
        kind.table
      )
    }
  }
}
