import { randomUUID } from 'node:crypto'
import { notFound, refused } from '#contract/errors.ts'
import type { Answer, Handler } from '#contract/types.ts'
import { equals } from '#crud/definition.ts'
import type { ParentRecord } from '#crud/parent.ts'
import { recordAction } from '#crud/action.ts'
import { resource } from '#crud/resource.ts'
import { now, shownTime } from '#framework/time.ts'
import type { Delivery } from './body.ts'
import { after, type DeliveryTry } from './outcome.ts'
import { wake } from './queue.ts'
import { attempt, type SenderParts } from './send.ts'

const WEBHOOK = { table: 'webhook', param: 'id', className: 'Webhook' } as const satisfies ParentRecord

type DeliveryJSON = Answer<'webhooks_test_create', 201>

const shown = (row: Delivery): DeliveryJSON => ({
  pk: row.id,
  id: row.uid,
  webhook: row.webhook_id,
  event: row.event,
  model: row.model,
  record: row.object_id,
  action: row.action as DeliveryJSON['action'],
  status: row.transition === null ? null : JSON.parse(row.transition),
  at: shownTime(row.at),
  state: row.state,
  attempts: row.attempts,
  tries: (JSON.parse(row.tries) as DeliveryTry[]).map((one) => ({ ...one, tried: shownTime(one.tried) })),
  code: row.code,
  error: row.error,
  answer: row.answer,
  duration: row.duration,
  created: shownTime(row.created),
  tried: shownTime(row.tried),
  next_try: shownTime(row.next_try)
})

const log = resource('webhooks_deliveries', 'webhook_delivery', {
  className: 'WebhookDelivery',
  options: {},
  computed: {},
  parent: { ...WEBHOOK, column: 'webhook_id' },
  search: [],
  order: {},
  defaultOrder: [{ key: 'id', descending: true }],
  filters: { state: equals('state') },
  toJSON: shown
})

/** Lets a delivery wait once more, under the id that it had. */
const resend = recordAction<'webhooks_deliveries_resend_create', 200, { id: number; active: number }>(
  async ({ db, path }) => {
    const hook = await db.selectFrom('webhook').select(['id', 'active']).where('id', '=', path.id).executeTakeFirst()
    if (!hook) throw notFound(WEBHOOK.className)
    return hook
  },
  200,
  async (hook, { path }, db) => {
    if (hook.active === 0) throw refused('The webhook is switched off.')
    const row = await db
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', attempts: 0, next_try: now() })
      .where('id', '=', path.delivery)
      .where('webhook_id', '=', hook.id)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw notFound('WebhookDelivery')
    await wake(db, hook.id)
    return shown(row)
  }
)

/** What a ping does not tell of. */
const NOTHING = { event: null, model: null, object_id: null, transition: null }

/** What was sent, sending it again, and a ping. */
export function deliveries(parts: SenderParts) {
  const ping: Handler<'webhooks_test_create'> = async ({ db, path }, send) => {
    const hook = await db.selectFrom('webhook').selectAll().where('id', '=', path.id).executeTakeFirst()
    if (!hook) throw notFound(WEBHOOK.className)
    const at = now()
    const row = { webhook_id: hook.id, uid: randomUUID(), action: 'ping', at, created: at }
    const outcome = await attempt(parts, hook, { ...NOTHING, ...row })
    if (outcome === 'no match') throw new Error('a ping has no filters')
    const kept = { ...row, ...after({ attempts: 0, tries: '[]' }, outcome, true) }
    const made = await db.insertInto('webhook_delivery').values(kept).returningAll().executeTakeFirstOrThrow()
    return send(201, shown(made))
  }
  return { ...log.operations, webhooks_deliveries_resend_create: resend, webhooks_test_create: ping }
}
