import type { Selectable } from 'kysely'
import type { DB } from '#db/tables.ts'
import { transact } from '#db/transaction.ts'
import { ApiError } from '#contract/errors.ts'
import type { Scope } from '#contract/scopes.ts'
import type { Answer, Body, Call, Handler, OperationId, Status, Unsettled, Wrong } from '#contract/types.ts'

/** A build order as it is stored. */
export type Order = Selectable<DB['build']>

type ActionId = Extract<OperationId, `build_${string}_create`>

/**
 * The order that the path of an action names.
 *
 * @throws 404 where there is none
 */
async function findOrder ({ db, path }: Scope & { path: { id: number } }): Promise<Order> {
  const order = await db.selectFrom('build').selectAll().where('id', '=', path.id).executeTakeFirst()
  if (!order) throw new ApiError(404, { detail: 'Build not found' })
  return order
}

/**
 * An action on an order: all that it does is one transaction.
 *
 * @param status of the answer
 * @param work gives the body of the answer; the order is as it was found
 * @param judge tells of fields what only a look at other records shows
 */
export function action<Id extends ActionId, S extends Status<Id>> (status: S, work: (order: Order, call: Call<Id>) => Promise<Answer<Id, S>>,
  judge?: (order: Order, call: Scope, body: Unsettled<Body<Id>>, wrong: Wrong) => Promise<void>): Handler<Id> {
  const handler: Handler<Id> = async (call, send) => {
    const answer = await transact(call.db, async (db) => await work(await findOrder({ ...call, db } as never), { ...call, db }))
    return send(status, ...[answer] as never)
  }
  const judged = judge && { judge: async (call: Scope & { path: { id: number } }, body: Unsettled<Body<Id>>, wrong: Wrong) => await judge(await findOrder(call), call, body, wrong) }
  return Object.assign(handler, { find: findOrder, ...judged })
}
