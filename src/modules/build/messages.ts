import { sql } from 'kysely'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { notify, orderMessage } from '#modules/notifications/index.ts'
import { subscribersOf } from '#modules/part/index.ts'
import type { BuildOrder } from './action.ts'

const partOf = ({ part_id }: BuildOrder) => sql`(${part_id})`

/** Tells who is responsible for a new order, and who subscribed to its part. */
export const notifyCreated = async (context: Pick<RequestContext, 'db'>, order: BuildOrder): Promise<void> =>
  notify(
    context.db,
    orderMessage('new', 'build', order.id),
    { users: await subscribersOf(context.db, partOf(order)), owners: [order.responsible_id] },
    'build',
    order.issued_by_id
  )

/** Tells the same people that an order was cancelled, whoever did it. */
export const notifyCancelled = async (context: RequestContext, order: BuildOrder): Promise<void> =>
  notify(
    context.db,
    orderMessage('canceled', 'build', order.id),
    { users: await subscribersOf(context.db, partOf(order)), owners: [order.responsible_id] },
    'build'
  )

/**
 * Tells who has to do with an order that it is complete: with itself, the order above it, and the sales order that it
 * is for; not who completed it.
 */
export async function notifyCompleted(context: RequestContext, order: BuildOrder): Promise<void> {
  const { db } = context
  const parent =
    order.parent_id === null
      ? undefined
      : await db
          .selectFrom('build')
          .select(['issued_by_id', 'responsible_id'])
          .where('id', '=', order.parent_id)
          .executeTakeFirst()
  const sale =
    order.sales_order_id === null
      ? undefined
      : await db
          .selectFrom('sales_order')
          .select(['created_by_id', 'responsible_id'])
          .where('id', '=', order.sales_order_id)
          .executeTakeFirst()
  await notify(
    db,
    {
      category: 'build.completed',
      name: `Build order ${order.reference} has been completed`,
      message: 'A build order has been completed',
      model: 'build',
      id: order.id
    },
    {
      users: [
        order.issued_by_id,
        parent?.issued_by_id ?? null,
        sale?.created_by_id ?? null,
        ...(await subscribersOf(db, partOf(order)))
      ],
      owners: [order.responsible_id, parent?.responsible_id ?? null, sale?.responsible_id ?? null]
    },
    'build',
    signedIn(context).id
  )
}
