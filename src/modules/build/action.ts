import type { Selectable } from 'kysely'
import type { DB } from '#db/tables.ts'
import { ApiError } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Answer, Body, Call, Handler, OperationId, Status, UncheckedBody, AddError } from '#contract/types.ts'
import { recordAction as actionOn, type At } from '#crud/action.ts'

/** A build order as it is stored. */
export type BuildOrder = Selectable<DB['build']>

type ActionId = Extract<OperationId, `build_${string}_create`>

/**
 * The order that the path of an action names.
 *
 * @throws 404 where there is none
 */
async function findOrder({ db, path }: At): Promise<BuildOrder> {
  const order = await db.selectFrom('build').selectAll().where('id', '=', path.id).executeTakeFirst()
  if (!order) throw new ApiError(404, { detail: 'Build not found' })
  return order
}

/**
 * An action on an order: all that it does is one transaction.
 *
 * @param status of the answer
 * @param work gives the body of the answer; the order is as it was found
 * @param validate tells of fields what only a look at other records shows
 */
export const buildAction = <Id extends ActionId, S extends Status<Id>>(
  status: S,
  work: (order: BuildOrder, call: Call<Id>) => Promise<Answer<Id, S>>,
  validate?: (
    order: BuildOrder,
    context: RequestContext,
    body: UncheckedBody<Body<Id>>,
    addError: AddError
  ) => Promise<void>
): Handler<Id> =>
  actionOn<Id, S, BuildOrder>(
    findOrder,
    status,
    work,
    validate &&
      (async (context, body, addError) =>
        await validate(await findOrder(context as unknown as At), context, body, addError))
  )
