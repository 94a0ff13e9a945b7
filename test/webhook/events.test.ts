// From a request that changes something to the receiver.
import t, { type Test } from 'tap'
import { sql } from 'kysely'
import { webhookListener } from '#modules/webhook/events.ts'
import { recordsAt } from '#modules/webhook/models.ts'
import { build, type House } from '../helper.ts'
import { operationOf } from '../support/contract.ts'
import { onPostgres } from '../support/postgres.ts'
import { startReceiver } from '../support/receiver.ts'

async function told({ app }: House): Promise<void> {
  await app.dispatcher.drain()
  await app.jobs.drain()
}

async function hooked(t: Test, asked: object = {}) {
  const house = await build(t, { webhooksAnywhere: true })
  const receiver = await startReceiver(t)
  await told(house)
  await house.make('/api/webhooks/', { name: 'ERP', url: receiver.url, ...asked })
  const arrived = () => receiver.arrived.splice(0).map(({ body }) => body)
  return { house, arrived }
}

t.test('what a request changes arrives: a new record, a change, a deletion', async (t) => {
  const { house, arrived } = await hooked(t, { models: ['part'] })
  const part = await house.make('/api/part/', { name: 'One', description: '-' })
  await told(house)
  t.match(arrived(), [{ action: 'created', model: 'part', pk: part.pk, record: { name: 'One' } }])
  await house.as('admin').patch(`/api/part/${part.pk}/`, { description: 'new', active: false })
  await told(house)
  t.match(arrived(), [{ action: 'changed', status: null, record: { description: 'new', active: false } }])
  t.equal((await house.as('admin').delete(`/api/part/${part.pk}/`)).status, 204)
  await told(house)
  t.match(arrived(), [{ action: 'deleted', pk: part.pk, record: null }])
  await house.as('admin').post('/api/part/', { name: '' })
  await told(house)
  t.strictSame(arrived(), [], 'nothing of what was refused')
})

t.test('a change of state arrives with both states', async (t) => {
  const { house, arrived } = await hooked(t, { actions: ['transition'], models: ['purchaseorder'] })
  const supplier = await house.make('/api/company/', { name: 'ACME', description: '-', is_supplier: true })
  const { pk } = await house.make('/api/order/po/', { supplier: supplier.pk })
  await house.as('admin').patch(`/api/order/po/${pk}/`, { description: 'no change of state' })
  await told(house)
  t.strictSame(arrived(), [])
  t.equal((await house.as('admin').post(`/api/order/po/${pk}/issue/`)).status, 201)
  await told(house)
  t.match(arrived(), [{ action: 'changed', pk, status: { from: 10, to: 20 }, record: { status: 20 } }])
})

t.test('many records that change at once all arrive', async (t) => {
  const { house, arrived } = await hooked(t, { models: ['partcategory'] })
  for (let n = 0; n < 60; n++) await house.make('/api/part/category/', { name: `Category ${n}` })
  await told(house)
  t.equal(new Set(arrived().map(({ pk }) => pk)).size, 60)
})

t.test('without a webhook nothing is written of what happens', async (t) => {
  const house = await build(t)
  await told(house)
  const before = await house.db.selectFrom('event_cursor').selectAll().execute()
  await house.make('/api/part/', { name: 'One', description: '-' })
  await told(house)
  t.strictSame(await house.db.selectFrom('event_cursor').selectAll().execute(), before)
  t.strictSame(await house.db.selectFrom('job').selectAll().where('lane', '=', 'webhook').execute(), [])
})

t.test('every kind of record that is told of can be read at its address', { skip: onPostgres }, async (t) => {
  const { db } = await build(t)
  const { rows } = await sql<{ sql: string }>`select sql from sqlite_master where type = 'trigger'`.execute(db)
  const models = new Set(rows.flatMap((row) => /values \('(\w+)', "new"/.exec(row.sql)?.[1] ?? []))
  t.ok(models.size > 40)
  const event = { id: '', pk: 7, action: 'changed', status: null, at: '' } as const
  const told = [...models].filter((model) => webhookListener.wants({ ...event, model }))
  for (const model of told) t.ok(operationOf('GET', `${recordsAt(model)}7/`), model)
  // These have addresses below their list alone.
  t.strictSame(
    [...models].filter((model) => !told.includes(model)),
    ['selectionlistentry']
  )
})
