import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { OrderColumns } from '#db/order.ts'
import { invalid, refused, type Problems } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { DuplicateOptions } from '#modules/parameter/index.ts'
import { PurchaseOrderStatus, customStatesOf } from '#modules/status/index.ts'
import { ORDER_COMPLETE, type OrderKind } from './kinds.ts'
import { assignReference } from './reference.ts'

/** A write of an order of any kind. */
export interface OrderChange {
  context: RequestContext
  db: Database
  before: Selectable<OrderColumns> | null
  body: { status_custom_key?: number | null; tags?: string[]; duplicate?: DuplicateOptions }
  values: Record<string, unknown>
}

/** Whether an order in this state may not be changed any more, nor its lines (docs/behaviour/order.md#locking). */
const isLocked = ({ settings }: RequestContext, kind: OrderKind, status: number) =>
  status === ORDER_COMPLETE && !settings.flag(`${kind.settings}_EDIT_COMPLETED_ORDERS`)

/** @throws 400 where one of some orders is locked, so that its lines stay as they are */
export async function refuseLockedOrders(
  context: RequestContext,
  db: Database,
  kind: OrderKind,
  ids: Iterable<number>
): Promise<void> {
  const states = await db
    .selectFrom(kind.table)
    .select('status')
    .where('id', 'in', [...ids])
    .execute()
  if (states.some(({ status }) => isLocked(context, kind, status)))
    throw refused('The order is locked and cannot be modified')
}

/** A state of one's own must stand for the state that the order is in (docs/behaviour/order.md#states). */
async function setCustomState({ db, before, body, values }: OrderChange, kind: OrderKind): Promise<void> {
  const key = body.status_custom_key
  if (key === undefined) return
  values.status_custom_key = key
  if (key === null) return
  const own = (await customStatesOf(db, kind.states)).get(key)
  if (!own) throw invalid({ status_custom_key: ['Invalid custom status key'] })
  if (own.logical !== (before?.status ?? PurchaseOrderStatus.PENDING))
    throw invalid({ status_custom_key: ['Invalid custom status key for this order status'] })
}

/**
 * The rules over several fields, in their order; the first that is broken is the only one that is told
 * (docs/behaviour/order.md#creating-and-changing).
 */
async function brokenRule({ context, db, before, values }: OrderChange, kind: OrderKind): Promise<Problems> {
  const next = (column: string) =>
    (Object.hasOwn(values, column) ? values[column] : (before as Record<string, unknown> | null)?.[column]) ?? null
  if (next('responsible_id') === null && context.settings.flag(`${kind.settings}_REQUIRE_RESPONSIBLE`))
    return { responsible: ['Responsible user or group must be specified'] }
  const company = kind.company && next(`${kind.company}_id`)
  const isOf = async (table: 'company_contact' | 'company_address', id: unknown) =>
    company === null ||
    id === null ||
    (await db
      .selectFrom(table)
      .select('id')
      .where('id', '=', id as number)
      .where('company_id', '=', company as number)
      .executeTakeFirst()) !== undefined
  if (!(await isOf('company_contact', next('contact_id'))))
    return { contact: ['Contact does not match selected company'] }
  const [start, target] = [next('start_date'), next('target_date')] as (string | null)[]
  if (start && target && start > target)
    return {
      target_date: ['Target date must be after start date'],
      start_date: ['Start date must be before target date']
    }
  if (!(await isOf('company_address', next('address_id'))))
    return { address: ['Address does not match selected company'] }
  if (kind.company && company === null) return { [kind.company]: ['This field cannot be blank.'] }
  return {}
}

/** Loads what the orders of an answer show of other records. */

/**
 * The rules of an order of any kind.
 *
 * @throws 400 where the order is locked or breaks a rule
 */
export async function checkOrder(change: OrderChange, kind: OrderKind): Promise<void> {
  const { context, before } = change
  if (before && isLocked(context, kind, before.status))
    throw invalid({ reference: ['This order is locked and cannot be modified'] })
  await setCustomState(change, kind)
  const problems = { ...(await assignReference(change, kind.table)), ...(await brokenRule(change, kind)) }
  if (Object.keys(problems).length) throw invalid(problems)
}
