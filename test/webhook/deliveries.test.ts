import t, { type Test } from 'tap'
import { createHmac } from 'node:crypto'
import type { ChangeEvent } from '#framework/events/log.ts'
import { transact } from '#db/transaction.ts'
import { forgetDeliveries } from '#modules/webhook/old.ts'
import { webhookListener } from '#modules/webhook/events.ts'
import { build, type House } from '../helper.ts'
import { plainly, startReceiver, type Arrival, type Receiver } from '../support/receiver.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** A server that may send to this machine, with a receiver of all events. */
async function hooked(t: Test, asked: object = {}) {
  const house = await build(t, { webhooksAnywhere: true })
  const receiver = await startReceiver(t)
  const hook = await house.make('/api/webhooks/', { name: 'ERP', url: receiver.url, ...asked })
  const at = `/api/webhooks/${hook.pk}/`
  return { house, receiver, hook, at, log: async () => (await house.as('admin').get(`${at}deliveries/`)).body }
}

/** Lets everything be sent that is due. */
async function send({ app }: House): Promise<void> {
  await app.jobs.drain()
}

let last = 0
/** Tells webhooks of something, as the log of events does. */
async function tell(house: House, ...events: Partial<ChangeEvent>[]): Promise<void> {
  const full = events.map((event) => ({
    id: `${++last}-1`,
    model: 'part',
    pk: 1,
    action: 'changed' as const,
    status: null,
    at: new Date().toISOString(),
    ...event
  }))
  await transact(house.db, (trx) => webhookListener.take(trx, full.filter(webhookListener.wants)))
}

/** Lets the hour of the next try come. */
async function later({ db }: House): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set({ next_try: '2020-01-01T00:00:00.000Z' })
    .where('next_try', 'is not', null)
    .execute()
  await db.updateTable('job').set({ run_after: '2020-01-01T00:00:00.000Z' }).where('state', '=', 'waiting').execute()
}

const isSigned = ({ headers, text }: Arrival, secret: string): boolean => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`)
    .digest('base64')
  return headers['webhook-signature'] === `v1,${signature}`
}

t.test('a receiver is told of an event with the record, signed', async (t) => {
  const { house, receiver, hook, log } = await hooked(t)
  const { pk } = await house.make('/api/part/', { name: 'M3 bolt', description: 'Ürgh' })
  await tell(house, { pk, action: 'created', id: '12-34' })
  await send(house)
  const [arrival, ...more] = receiver.arrived
  t.strictSame(more, [])
  const { id, at, ...body } = arrival!.body
  t.match(id, UUID)
  t.ok(Date.now() - Date.parse(at) < 60_000)
  t.strictSame(body, {
    event: '12-34',
    model: 'part',
    pk,
    action: 'created',
    status: null,
    record: (await house.as('admin').get(`/api/part/${pk}/`)).body,
    server: { name: 'InvenTree', url: null }
  })
  t.match(arrival!.headers, {
    'content-type': 'application/json',
    'user-agent': /^inventree-server\/\d/,
    'webhook-id': id
  })
  t.ok(Math.abs(Number(arrival!.headers['webhook-timestamp']) - Date.now() / 1000) < 60)
  t.ok(isSigned(arrival!, hook.secret))
  t.notOk(isSigned({ ...arrival!, text: arrival!.text.replace('M3', 'M4') }, hook.secret))
  t.match(await log(), [
    { id, event: '12-34', model: 'part', record: pk, action: 'created', state: 'delivered', attempts: 1, code: 200 }
  ])
  t.match(await log(), [{ answer: 'ok', error: null, next_try: null }])
})

t.test('what a webhook wants to hear of: models, actions, transitions', async (t) => {
  const house = await build(t, { webhooksAnywhere: true })
  const wants: [string, object][] = [
    ['all', {}],
    ['parts', { models: ['part', 'partcategory'] }],
    ['new', { actions: ['created'] }],
    ['changes', { actions: ['changed', 'deleted'] }],
    ['states', { actions: ['transition'] }],
    ['off', { active: false }]
  ]
  for (const [name, wanted] of wants)
    await house.make('/api/webhooks/', { name, url: 'http://127.0.0.1:1/', ...wanted })
  await tell(
    house,
    { id: 'a', model: 'part', action: 'created' },
    { id: 'b', model: 'build', action: 'changed', status: { from: 10, to: 20 } },
    { id: 'c', model: 'build', action: 'created', status: { from: null, to: 10 } },
    { id: 'd', model: 'company', action: 'deleted' },
    { id: 'e', model: 'nothing', action: 'created' }
  )
  const rows = await house.db
    .selectFrom('webhook_delivery')
    .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
    .select(['name', 'event'])
    .orderBy('webhook_delivery.id')
    .execute()
  const heard = (name: string) =>
    rows
      .filter((row) => row.name === name)
      .map(({ event }) => event)
      .join('')
  t.strictSame(
    wants.map(([name]) => [name, heard(name)]),
    [
      ['all', 'abcd'],
      ['parts', 'a'],
      ['new', 'ac'],
      ['changes', 'bd'],
      ['states', 'b'],
      ['off', '']
    ]
  )
  t.equal((await house.db.selectFrom('job').select('id').execute()).length, 5, 'one job for each')
})

t.test('filters compare fields as the record is shown; what does not match leaves nothing behind', async (t) => {
  const { house, receiver, log } = await hooked(t, { filters: { active: true, IPN: 'A-1', category: null } })
  const one = await house.make('/api/part/', { name: 'One', description: '-', IPN: 'A-1' })
  const two = await house.make('/api/part/', { name: 'Two', description: '-', IPN: 'A-2' })
  await tell(house, { pk: one.pk }, { pk: two.pk }, { pk: 99, action: 'deleted' })
  await send(house)
  t.match(
    receiver.arrived.map(({ body }) => body.pk),
    [one.pk]
  )
  t.match(await log(), [{ record: one.pk, state: 'delivered' }])
  t.equal((await log()).length, 1)
})

t.test('nothing is sent that the user of the webhook may not view', async (t) => {
  const house = await build(t, { webhooksAnywhere: true })
  const receiver = await startReceiver(t)
  const user = await house.makeUser({ name: 'vera', roles: { part: ['view'] } })
  const { pk: hook } = await house.make('/api/webhooks/', { name: 'Vera', url: receiver.url, user })
  const part = await house.make('/api/part/', { name: 'One', description: '-' })
  const order = await house.make('/api/company/', { name: 'ACME', description: '-', is_supplier: true })
  await tell(
    house,
    { model: 'part', pk: part.pk },
    { model: 'company', pk: order.pk },
    { model: 'company', pk: order.pk, action: 'deleted' },
    { model: 'part', pk: 98, action: 'deleted' },
    { model: 'part', pk: 99 }
  )
  await send(house)
  t.strictSame(
    receiver.arrived.map(({ body }) => [body.model, body.pk, body.action, body.record === null]).toSorted(),
    [
      ['part', part.pk, 'changed', false],
      ['part', 98, 'deleted', true]
    ].toSorted()
  )
  const states = async () =>
    (await house.as('admin').get(`/api/webhooks/${hook}/deliveries/`)).body.map((row: any) => [row.state, row.error])
  t.strictSame(await states(), [
    ['skipped', 'The record is gone, or its user may not see it.'],
    ['delivered', null],
    ['skipped', 'Its user may not view the record.'],
    ['skipped', 'Its user may not view the record.'],
    ['delivered', null]
  ])
  // Who may no longer sign in sees nothing, and nobody at all neither.
  await house.db.updateTable('user').set({ is_active: 0 }).where('id', '=', user).execute()
  await tell(house, { pk: part.pk })
  await send(house)
  await house.db.updateTable('webhook').set({ user_id: null }).execute()
  await tell(house, { pk: part.pk })
  await send(house)
  t.equal(receiver.arrived.length, 2)
  t.strictSame((await states()).slice(0, 2), [
    ['skipped', 'The webhook has no user any more.'],
    ['skipped', 'Its user is not active.']
  ])
})

t.test('a receiver that is down is tried ten times within a day, under the same id', async (t) => {
  const { house, receiver, hook, at, log } = await hooked(t)
  const { pk } = await house.make('/api/part/', { name: 'One', description: '-' })
  receiver.answer = plainly(503, 'not now')
  await tell(house, { pk })
  const pauses = []
  for (let attempts = 1; attempts <= 9; attempts++) {
    await send(house)
    const [row] = await house.db.selectFrom('webhook_delivery').selectAll().execute()
    t.match(row, { attempts, state: 'waiting', code: 503, answer: 'not now', error: 'It answers 503 in place of 2xx.' })
    pauses.push(Math.round((Date.parse(row!.next_try!) - Date.now()) / 10_000) * 10)
    await later(house)
  }
  t.strictSame(pauses, [10, 60, 300, 900, 3600, 7200, 14_400, 21_600, 36_000])
  await send(house)
  const [last] = await log()
  t.match(last, { state: 'failed', attempts: 10, next_try: null })
  t.equal(last.tries.length, 10, 'each of them is told')
  t.match(last.tries[0], { tried: /^\d{4}-/, code: last.code, error: last.error })
  t.equal(new Set(receiver.arrived.map(({ headers }) => headers['webhook-id'])).size, 1)
  t.ok(receiver.arrived.every((arrival) => isSigned(arrival, hook.secret)))
  t.match((await house.as('admin').get(at)).body, { failures: 10, failing_since: /^\d{4}-/, active: true })
  // It comes back, and is sent again what failed.
  receiver.answer = plainly(200)
  const [{ pk: delivery, id }] = await log()
  t.match(await house.as('admin').post(`${at}deliveries/${delivery}/resend/`), {
    status: 200,
    body: { state: 'waiting' }
  })
  await send(house)
  t.equal(receiver.arrived.at(-1)!.body.id, id)
  t.match(await log(), [{ state: 'delivered', code: 200, error: null }])
  t.match((await house.as('admin').get(at)).body, { failures: 0, failing_since: null })
})

t.test('what waits for its next try does not delay what is new', async (t) => {
  const { house, receiver } = await hooked(t)
  const { pk } = await house.make('/api/part/', { name: 'One', description: '-' })
  receiver.answer = plainly(500)
  await tell(house, { pk })
  await send(house)
  receiver.answer = plainly(200)
  await tell(house, { pk, id: 'new' })
  await send(house)
  t.strictSame(
    receiver.arrived.map(({ body }) => body.event === 'new'),
    [false, true]
  )
  await later(house)
  await send(house)
  t.equal(receiver.arrived.length, 3, 'and comes in its turn')
})

const told = ({ db }: House) =>
  db.selectFrom('notification_message').select(['user_id', 'message']).orderBy('user_id').execute()

t.test('after three days and twenty tries without success it is switched off, and superusers are told', async (t) => {
  const { house, receiver, at, log } = await hooked(t)
  const { pk } = await house.make('/api/part/', { name: 'One', description: '-' })
  const second = await house.makeUser({ name: 'root', superuser: true })
  await house.makeUser({ name: 'stan', staff: true })
  receiver.answer = plainly(500)
  await house.db
    .updateTable('webhook')
    .set({ failing_since: new Date(Date.now() - 3 * 86_400_000 + 60_000).toISOString(), failures: 30 })
    .execute()
  await tell(house, { pk })
  await send(house)
  t.match((await house.as('admin').get(at)).body, { active: true, failures: 31 }, 'not yet three days')
  await house.db
    .updateTable('webhook')
    .set({ failing_since: new Date(Date.now() - 3 * 86_400_000).toISOString(), failures: 18 })
    .execute()
  await later(house)
  await send(house)
  t.match((await house.as('admin').get(at)).body, { active: true, failures: 19 }, 'not yet twenty tries')
  await later(house)
  await send(house)
  const disabled = /^Nothing has arrived since \d{4}-\d\d-\d\d, in 20 tries\.$/
  t.match((await house.as('admin').get(at)).body, { active: false, failures: 20, disabled })
  t.match(await log(), [{ state: 'failed', next_try: null, error: 'The webhook was switched off.' }])
  const messages = await told(house)
  t.strictSame(messages.length, 2)
  t.ok(messages.some(({ user_id }) => user_id === second))
  t.match(messages, [{ message: /^The webhook ERP was switched off: Nothing/ }, {}])
  t.match((await house.as('root').get('/api/notifications/')).body, [{ category: 'webhook.disabled' }])
  await tell(house, { pk })
  await send(house)
  t.equal((await log()).length, 1, 'it hears of nothing any more')
  t.match(await house.as('admin').post(`${at}deliveries/1/resend/`), { status: 400 })
  t.match((await house.as('admin').patch(at, { active: true })).body, {
    active: true,
    failures: 0,
    failing_since: null,
    disabled: ''
  })
})

t.test('an answer of 410 switches it off at once, however many are on their way', async (t) => {
  const { house, receiver, at, log } = await hooked(t)
  const { pk } = await house.make('/api/part/', { name: 'One', description: '-' })
  receiver.answer = plainly(410)
  await tell(house, ...Array.from({ length: 12 }, () => ({ pk })))
  await send(house)
  t.match((await house.as('admin').get(at)).body, { active: false, disabled: /410/ })
  const rows = await log()
  t.ok(rows.every(({ state }: { state: string }) => state === 'failed'))
  t.equal(rows.length, 12)
  t.ok(receiver.arrived.length <= 8, `${receiver.arrived.length} were on their way`)
  t.equal((await told(house)).length, 1)
})

t.test('switching a webhook off ends what waits, deleting it all of it', async (t) => {
  const { house, receiver, at, log } = await hooked(t)
  await tell(house, {}, {})
  await house.as('admin').patch(at, { active: false })
  await send(house)
  t.match(await log(), [{ state: 'failed', attempts: 0, error: 'The webhook was switched off.' }, { state: 'failed' }])
  t.equal((await house.as('admin').delete(at)).status, 204)
  await send(house)
  t.strictSame(receiver.arrived, [])
  t.strictSame(await house.db.selectFrom('webhook_delivery').selectAll().execute(), [])
})

t.test('a ping is sent at once, once, also where the webhook is off', async (t) => {
  const { house, receiver, hook, at, log } = await hooked(t, { active: false })
  const { status, body } = await house.as('admin').post(`${at}test/`)
  t.equal(status, 201)
  t.match(body, { action: 'ping', state: 'delivered', code: 200, attempts: 1, event: null, model: null, record: null })
  t.match(receiver.arrived, [{ body: { id: body.id, action: 'ping', record: null, pk: null } }])
  t.ok(isSigned(receiver.arrived[0]!, hook.secret))
  receiver.answer = plainly(500)
  t.match(await house.as('admin').post(`${at}test/`), {
    status: 201,
    body: { state: 'failed', code: 500, next_try: null }
  })
  t.equal((await log()).length, 2)
  t.match((await house.as('admin').get(`${at}deliveries/?state=failed&limit=1`)).body, { count: 1 })
})

t.test('a private address is reached by nobody, unless the configuration says so', async (t) => {
  const house = await build(t)
  const receiver = await startReceiver(t)
  const { pk } = await house.make('/api/webhooks/', { name: 'Own', url: `http://localhost:${receiver.port}/` })
  t.match((await house.as('admin').post(`/api/webhooks/${pk}/test/`)).body, {
    state: 'failed',
    code: null,
    error: /^localhost is no public address/
  })
  // Stored while it was permitted, by an earlier configuration.
  await house.db.updateTable('webhook').set({ url: receiver.url }).execute()
  await tell(house, {})
  await house.make('/api/part/', { name: 'One', description: '-' })
  await send(house)
  t.match((await house.as('admin').get(`/api/webhooks/${pk}/deliveries/`)).body[0], {
    error: /127\.0\.0\.1 is no public/
  })
  t.strictSame(receiver.arrived, [])
})

t.test('receivers that say nothing hold up nobody else', async (t) => {
  const { house, receiver } = await hooked(t)
  const { pk } = await house.make('/api/part/', { name: 'One', description: '-' })
  const slow: Receiver = await startReceiver(t)
  const waiting: (() => void)[] = []
  slow.answer = (response) => waiting.push(() => response.end())
  await house.make('/api/webhooks/', { name: 'Slow', url: slow.url })
  await tell(house, ...Array.from({ length: 30 }, () => ({ pk })))
  const drained = send(house)
  for (let tries = 0; tries < 200 && receiver.arrived.length < 30; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  t.equal(receiver.arrived.length, 30)
  t.equal(slow.arrived.length, 4, 'some are on their way, no more')
  slow.answer = plainly(200)
  for (const go of waiting) go()
  await drained
  t.equal(slow.arrived.length, 30)
})

t.test('as much waits as there is room for; what is over is kept for a while, and not too much of it', async (t) => {
  const { house, receiver, at } = await hooked(t)
  const { pk } = await house.make('/api/part/', { name: 'One', description: '-' })
  const created = new Date().toISOString()
  const rows = (count: number, more: object) =>
    Array.from({ length: count }, (_, n) => ({
      webhook_id: 1,
      uid: `${JSON.stringify(more)}${n}`,
      action: 'changed',
      at: created,
      created,
      ...more
    }))
  for (let n = 0; n < 10; n++)
    await house.db
      .insertInto('webhook_delivery')
      .values(rows(499, { next_try: '2999-01-01', uid: undefined }).map((row, m) => ({ ...row, uid: `${n} ${m}` })))
      .execute()
  await tell(house, ...Array.from({ length: 30 }, () => ({ pk })))
  t.match((await house.as('admin').get(at)).body, { missed: 20 })
  await send(house)
  t.equal(receiver.arrived.length, 10)
  await house.db.deleteFrom('webhook_delivery').execute()
  for (const part of [0, 1, 2])
    await house.db
      .insertInto('webhook_delivery')
      .values(rows(400, { state: 'delivered', next_try: null }).map((row, m) => ({ ...row, uid: `${part} ${m}` })))
      .execute()
  const count = async () => (await house.as('admin').get(`${at}deliveries/?limit=1`)).body.count
  await tell(house, { pk })
  await send(house)
  t.equal(await count(), 1000)
  await house.db
    .updateTable('webhook_delivery')
    .set({ created: '2020-01-01' })
    .where('state', '=', 'delivered')
    .execute()
  await tell(house, { pk })
  await forgetDeliveries({ db: house.db, stopped: new AbortController().signal })
  t.equal(await count(), 1)
})

t.test('what somebody dropped from the queue of jobs is taken up by the work of the day', async (t) => {
  const { house, receiver } = await hooked(t)
  const { pk } = await house.make('/api/part/', { name: 'One', description: '-' })
  await tell(house, { pk })
  t.equal((await house.as('admin').delete('/api/background-task/pending/?all=true', {})).status, 200)
  await send(house)
  t.strictSame(receiver.arrived, [])
  await forgetDeliveries({ db: house.db, stopped: new AbortController().signal })
  await send(house)
  t.equal(receiver.arrived.length, 1)
})
