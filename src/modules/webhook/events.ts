// Puts down what webhooks are to be told, in the transaction in which the events are read.
import { randomUUID } from 'node:crypto'
import { sql, type Insertable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import type { EventListener } from '#framework/events/dispatcher.ts'
import type { ChangeEvent } from '#framework/events/log.ts'
import { now } from '#framework/time.ts'
import { recordsAt } from './models.ts'
import { wake } from './queue.ts'

/** How many deliveries of a webhook may wait; it misses what comes then. */
const MOST_WAITING = 5000

/** What a webhook is to hear of. */
interface Interest {
  id: number
  models: readonly string[]
  actions: readonly string[]
  filtered: boolean
}

type NewDelivery = Insertable<DB['webhook_delivery']>

/** Whether a webhook is to be told of an event, as far as the event itself tells. */
function hears({ models, actions, filtered }: Interest, { model, action, status }: ChangeEvent): boolean {
  if (models.length > 0 && !models.includes(model)) return false
  // Of a record that is gone nobody can say what stood in it.
  if (action === 'deleted' && filtered) return false
  const isTransition = action === 'changed' && status !== null
  return actions.length === 0 || actions.includes(action) || (isTransition && actions.includes('transition'))
}

async function interests(db: Database): Promise<Interest[]> {
  const rows = await db
    .selectFrom('webhook')
    .select(['id', 'models', 'actions', 'filters'])
    .where('active', '=', 1)
    .orderBy('id')
    .execute()
  return rows.map(({ id, models, actions, filters }) => ({
    id,
    models: JSON.parse(models),
    actions: JSON.parse(actions),
    filtered: filters !== '{}'
  }))
}

/** How many deliveries of a webhook may be put down yet. */
async function room(db: Database, webhook: number): Promise<number> {
  const { count } = await db
    .selectFrom('webhook_delivery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('webhook_id', '=', webhook)
    .where('next_try', 'is not', null)
    .executeTakeFirstOrThrow()
  return Math.max(MOST_WAITING - Number(count), 0)
}

const deliveryOf = (webhook: number, event: ChangeEvent, created: string): NewDelivery => ({
  webhook_id: webhook,
  uid: randomUUID(),
  event: event.id,
  model: event.model,
  object_id: event.pk,
  action: event.action,
  transition: event.status === null ? null : JSON.stringify(event.status),
  at: event.at,
  next_try: created,
  created
})

/** Puts down what a webhook hears of, as far as there is room. */
async function putDown(trx: Database, webhook: number, heard: readonly ChangeEvent[]): Promise<void> {
  const [taken, created] = [heard.slice(0, await room(trx, webhook)), now()]
  const rows = taken.map((event) => deliveryOf(webhook, event, created))
  if (rows.length > 0) await trx.insertInto('webhook_delivery').values(rows).execute()
  const missed = heard.length - taken.length
  if (missed > 0)
    await trx
      .updateTable('webhook')
      .set({ missed: sql`missed + ${missed}` })
      .where('id', '=', webhook)
      .execute()
  if (rows.length > 0) await wake(trx, webhook)
}

async function take(trx: Database, events: ChangeEvent[]): Promise<void> {
  for (const hook of await interests(trx)) {
    const heard = events.filter((event) => hears(hook, event))
    if (heard.length > 0) await putDown(trx, hook.id, heard)
  }
}

/** Hears of everything that has an address, and puts down what is to be sent. */
export const webhookListener: EventListener = {
  name: 'webhooks',
  wants: ({ model }) => recordsAt(model) !== undefined,
  isAwake: async (db) =>
    (await db.selectFrom('webhook').select('id').where('active', '=', 1).limit(1).executeTakeFirst()) !== undefined,
  take
}
