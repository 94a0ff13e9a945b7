// What a delivery tells: the event, and the record as its address shows it to the user of the webhook.
import type { Selectable } from 'kysely'
import type { DB } from '#db/tables.ts'
import type { RequestAs } from '#framework/as-user.ts'
import { recordsAt } from './models.ts'

export type Hook = Selectable<DB['webhook']>
export type Delivery = Selectable<DB['webhook_delivery']>
/** Of a delivery, what is told. */
export type Happened = Pick<Delivery, 'uid' | 'event' | 'model' | 'object_id' | 'action' | 'transition' | 'at'>

/** What is to be sent, and what is not, with the reason where people shall read one. */
export type Telling = { record: unknown } | { skipped: string } | 'no match'

/** The record could not be read now; it may be later. */
export class UnreadableError extends Error {}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const passes = (record: Record<string, unknown>, filters: string): boolean =>
  Object.entries(JSON.parse(filters) as Record<string, unknown>).every(([field, value]) => record[field] === value)

/**
 * Reads what a delivery tells of, as the user of its webhook sees it now.
 *
 * @throws UnreadableError where the server cannot say
 */
export async function tellingOf(hook: Hook, { model, object_id, action }: Happened, ask: RequestAs): Promise<Telling> {
  if (action === 'ping') return { record: null }
  const api = recordsAt(model!)
  if (hook.user_id === null || api === undefined) return { skipped: 'The webhook has no user any more.' }
  const isGone = action === 'deleted'
  // Who may see the list of its kind may know that a record is gone.
  const { status, body } = await ask(hook.user_id, { url: isGone ? `${api}?limit=1` : `${api}${object_id}/` })
  if (status >= 500 || status === 429) throw new UnreadableError(`The record could not be read: ${status}.`)
  if (status === 404) return { skipped: 'The record is gone, or its user may not see it.' }
  if (status === 401) return { skipped: 'Its user is not active.' }
  if (status !== 200 || !isObject(body)) return { skipped: 'Its user may not view the record.' }
  if (isGone) return { record: null }
  return passes(body, hook.filters) ? { record: body } : 'no match'
}

/** Who sends. */
export interface Sender {
  /** The name of the server, and the address under which people reach it. */
  name: string
  url: string | null
}

/** The body of a delivery, the same in every try but for the record. */
export const bodyOf = (delivery: Happened, record: unknown, server: Sender): string =>
  JSON.stringify({
    id: delivery.uid,
    event: delivery.event,
    model: delivery.model,
    pk: delivery.object_id,
    action: delivery.action,
    status: delivery.transition === null ? null : JSON.parse(delivery.transition),
    at: delivery.at,
    record,
    server
  })
