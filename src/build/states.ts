import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { transact } from '#db/transaction.ts'
import { ApiError } from '#contract/errors.ts'
import type { Scope } from '#contract/scopes.ts'
import type { Answer, Call, Handler, OperationId, Status } from '#contract/types.ts'

/** The states of build orders. */
export const STATUS = { pending: 10, production: 20, onHold: 25, cancelled: 30, complete: 40 } as const

export type Order = Selectable<DB['build']>
type At = Scope & { path: { id: number } }

/**
 * The order that the path of an action names.
 *
 * @throws 404 where there is none
 */
export async function findOrder ({ db, path }: At): Promise<Order> {
  const order = await db.selectFrom('build').selectAll().where('id', '=', path.id).executeTakeFirst()
  if (!order) throw new ApiError(404, { detail: 'Build not found' })
  return order
}

/** Brings an order into a state. */
export const setStatus = (db: Database, order: number, status: number, also: Partial<Pick<Order, 'completion_date' | 'completed_by_id'>> = {}) =>
  db.updateTable('build').set({ status, status_custom_key: status, ...also }).where('id', '=', order).execute()

type ActionId = Extract<OperationId, `build_${string}_create`>

/**
 * An action on an order: all that it does is one transaction.
 *
 * @param work gives the body of the answer; the order is as it was found
 */
export const action = <Id extends ActionId, S extends Status<Id>>(status: S, work: (order: Order, call: Call<Id>) => Promise<Answer<Id, S>>): Handler<Id> =>
  Object.assign((async (call, send) => {
    const answer = await transact(call.db, async (db) => await work(await findOrder({ ...call, db } as never), { ...call, db }))
    return send(status, ...[answer] as never)
  }) as Handler<Id>, { find: findOrder })

/** A move to a state from some others; from elsewhere nothing happens (behaviour-build-misc 12). */
const move = (from: readonly number[], to: number) => action<'build_issue_create' | 'build_hold_create', 201>(201, async (order, { db }) => {
  if (from.includes(order.status)) await setStatus(db, order.id, to)
  return {}
})

/** What brings an order from one state into another. */
export const stateOperations = {
  build_issue_create: move([STATUS.pending, STATUS.onHold], STATUS.production),
  build_hold_create: move([STATUS.pending, STATUS.production], STATUS.onHold)
}
