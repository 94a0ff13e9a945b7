import { sql } from 'kysely'
import { among } from '#db/text.ts'
import { invalid, refused, type Problems } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { today } from '#framework/time.ts'
import { SQL_QUANTITY_PLACES, sumQuantity } from '#framework/decimals.ts'
import { BuildStatus, ACTIVE_BUILDS } from '#modules/status/index.ts'
import { buildAction } from './action.ts'
import { buildAllocations, consume, giveBack } from './consume.ts'
import { issueBuild } from './issue.ts'
import { notifyCancelled, notifyCompleted } from './messages.ts'
import { deleteOutputs } from './output.delete.ts'
import { setStatus } from './status.ts'
import { childBuilds } from './order.queries.ts'

const issue = buildAction<'build_issue_create', 201>(201, async (order, call) => {
  await issueBuild(call.db, call.settings, order)
  return {}
})

/** From which states an order can be put on hold; from elsewhere nothing happens (docs/behaviour/build.md#states). */
const HOLDABLE: readonly number[] = [BuildStatus.PENDING, BuildStatus.PRODUCTION]

const hold = buildAction<'build_hold_create', 201>(201, async (order, call) => {
  if (HOLDABLE.includes(order.status)) await setStatus(call, order.id, BuildStatus.ON_HOLD)
  return {}
})

/** The outputs of an order that are in production. */
const outputsOf = async ({ db }: RequestContext, order: number): Promise<number[]> =>
  (
    await db.selectFrom('stock_item').select('id').where('build_id', '=', order).where('is_building', '=', 1).execute()
  ).map(({ id }) => id)

const ended = (context: RequestContext) => ({ completion_date: today(), completed_by_id: signedIn(context).id })

const cancel = buildAction<'build_cancel_create', 201>(201, async (order, call) => {
  const { remove_allocated_stock = false, remove_incomplete_outputs = false } = call.body ?? {}
  if (order.status !== BuildStatus.CANCELLED) {
    if (remove_allocated_stock) await consume(call, order, await buildAllocations(call, order.id, { tracked: false }))
    await giveBack(call, await buildAllocations(call, order.id))
    if (remove_incomplete_outputs) await deleteOutputs(call, await outputsOf(call, order.id))
    await setStatus(call, order.id, BuildStatus.CANCELLED, ended(call))
    await notifyCancelled(call, order)
  }
  return { remove_allocated_stock, remove_incomplete_outputs }
})

/** A line of an order that is not consumable: what it still needs, what it has. */
interface Need {
  id: number
  open: number
  allocated: number
  trackable: number
}

const needsOf = async ({ db }: RequestContext, order: number): Promise<Need[]> =>
  (
    await sql<Need>`select l.id, round(l.quantity - l.consumed, ${SQL_QUANTITY_PLACES}) as open, c.trackable,
    round(coalesce((select sum(a.quantity) from build_item a where a.build_line_id = l.id), 0), ${SQL_QUANTITY_PLACES}) as allocated
    from build_line l join bom_item i on i.id = l.bom_item_id join part c on c.id = i.sub_part_id
    where l.build_id = ${order} and i.consumable = 0 and c.consumable = 0`.execute(db)
  ).rows

/**
 * Gives back what untracked lines have beyond what they still need, the oldest allocations first
 * (docs/behaviour/build.md#finishing).
 */
async function trim(context: RequestContext, order: number, needs: Need[]): Promise<void> {
  const over = new Map(
    needs
      .filter((line) => !line.trackable)
      .map((line) => [line.id, sumQuantity(line.allocated - Math.max(0, line.open))])
  )
  const allocations = await buildAllocations(context, order, {
    lines: [...over].filter(([, surplus]) => surplus > 0).map(([id]) => id)
  })
  const gone = []
  for (const { id, line, quantity } of allocations) {
    const surplus = over.get(line)!
    if (surplus <= 0) continue
    over.set(line, sumQuantity(surplus - quantity))
    if (quantity <= surplus) gone.push({ id })
    else
      await context.db
        .updateTable('build_item')
        .set({ quantity: sumQuantity(quantity - surplus) })
        .where('id', '=', id)
        .execute()
  }
  await giveBack(context, gone)
}

const finish = buildAction<'build_finish_create', 201>(201, async (order, call) => {
  const { accept_overallocated = 'reject', accept_unallocated = false, accept_incomplete = false } = call.body ?? {}
  const needs = await needsOf(call, order.id)
  const problems: Problems = {}
  if (accept_overallocated === 'reject' && needs.some((line) => line.allocated > line.open))
    problems.accept_overallocated = ['Some stock items have been overallocated']
  if (!accept_unallocated && needs.some((line) => !line.trackable && line.allocated < line.open))
    problems.accept_unallocated = ['Required stock has not been fully allocated']
  if (!accept_incomplete && order.completed < order.quantity)
    problems.accept_incomplete = ['Required build quantity has not been completed']
  if (Object.keys(problems).length) throw invalid(problems)
  if (
    call.settings.flag('BUILDORDER_REQUIRE_CLOSED_CHILDS') &&
    (await call.db
      .selectFrom('build')
      .select('id')
      .where('status', 'in', among(ACTIVE_BUILDS))
      .where('id', 'in', childBuilds(order.id))
      .limit(1)
      .executeTakeFirst())
  ) {
    throw refused('Build order has open child build orders')
  }
  if (order.status !== BuildStatus.PRODUCTION) throw refused('Build order must be in production state')
  if ((await outputsOf(call, order.id)).length) throw refused('Build order has incomplete outputs')
  if (accept_overallocated === 'trim') await trim(call, order.id, needs)
  await consume(call, order, await buildAllocations(call, order.id, { tracked: false }))
  await giveBack(call, await buildAllocations(call, order.id))
  await setStatus(call, order.id, BuildStatus.COMPLETE, ended(call))
  await notifyCompleted(call, order)
  return { accept_overallocated, accept_unallocated, accept_incomplete }
})

/** What brings an order from one state into another. */
export const stateOperations = {
  build_issue_create: issue,
  build_hold_create: hold,
  build_cancel_create: cancel,
  build_finish_create: finish
}
