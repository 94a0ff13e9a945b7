import t from 'tap'
import { build, type House } from '../helper.ts'
import { issueDueBuilds } from '#modules/build/issue.ts'
import { issueDueOrders } from '#modules/order/auto-issue.ts'
import { Settings } from '#modules/settings/index.ts'
import { afterDays, today } from '#framework/time.ts'

const switchOn = (house: House, key: string) => house.as('admin').patch(`/api/plugins/${key}/activate/`, {})
const setOf = (house: House, key: string, value: unknown) =>
  house.as('admin').patch(`/api/plugins/autoiissueorders/settings/${key}/`, { value })

/** Does what a server does once a day for orders that are due. */
async function aDay({ db }: House): Promise<void> {
  const settings = new Settings(db)
  await settings.refresh()
  const day = { db, settings, stopped: new AbortController().signal }
  await issueDueOrders(day)
  await issueDueBuilds(day)
}

t.test('orders whose day has come → issued while the plugin is on, each kind as its setting says', async (t) => {
  const house = await build(t)
  const { make, as } = house
  const supplier = await make('/api/company/', { name: 'Bolts', is_supplier: true })
  const customer = await make('/api/company/', { name: 'Frames', is_customer: true })
  const part = await make('/api/part/', { name: 'Frame', description: 'A frame', assembly: true })
  const orders = await Promise.all(
    [
      ['/api/order/po/', { supplier: supplier.pk }],
      ['/api/order/so/', { customer: customer.pk }],
      ['/api/order/ro/', { customer: customer.pk }],
      ['/api/build/', { part: part.pk, quantity: 1 }]
    ].map(async ([url, body]) => {
      const due = await make(url as string, { ...(body as object), target_date: today() })
      const late = await make(url as string, { ...(body as object), target_date: afterDays(-3) })
      const early = await make(url as string, { ...(body as object), target_date: afterDays(1) })
      return [due, late, early].map(({ pk }) => `${url as string}${pk}/`)
    })
  )
  const held = await make('/api/build/', { part: part.pk, quantity: 1, target_date: today() })
  await as('admin').post(`/api/build/${held.pk}/hold/`, {})
  const states = async () =>
    await Promise.all(
      orders.map(async (some) => await Promise.all(some.map(async (url) => (await as('admin').get(url)).body.status)))
    )
  await aDay(house)
  t.strictSame((await states()).flat(), Array(12).fill(10), 'the plugin is off')
  await switchOn(house, 'autoiissueorders')
  await setOf(house, 'AUTO_ISSUE_SALES_ORDERS', false)
  await aDay(house)
  const pending = [10, 10, 10]
  t.strictSame(await states(), [[20, 10, 10], pending, [20, 10, 10], [20, 10, 10]])
  await setOf(house, 'ISSUE_BACKDATED_ORDERS', true)
  await aDay(house)
  t.strictSame(await states(), [[20, 20, 10], pending, [20, 20, 10], [20, 20, 10]])
  t.equal((await as('admin').get(`/api/build/${held.pk}/`)).body.status, 25, 'one that is on hold stays so')
})

t.test('an issued build order → orders for the sub-assemblies that it lacks, while the plugin is on', async (t) => {
  const house = await build(t)
  const { make, as, insert, set } = house
  const admin = as('admin')
  const assembly = { description: 'Made here', assembly: true, component: true }
  const cart = await make('/api/part/', { name: 'Cart', ...assembly })
  const wheel = await make('/api/part/', { name: 'Wheel', ...assembly })
  const frame = await make('/api/part/', { name: 'Frame', ...assembly })
  const bolt = await make('/api/part/', { name: 'Bolt', description: 'Bought' })
  for (const [sub_part, quantity] of [
    [wheel.pk, 4],
    [frame.pk, 1],
    [bolt.pk, 20]
  ])
    await make('/api/bom/', { part: cart.pk, sub_part, quantity })
  await make('/api/bom/', { part: wheel.pk, sub_part: bolt.pk, quantity: 6 })
  await insert('stock_item', { part_id: wheel.pk, quantity: 2.5 })
  await insert('stock_item', { part_id: frame.pk, quantity: 3 })
  const below = async (pk: number) => (await admin.get(`/api/build/?parent=${pk}`)).body
  const issue = async () => {
    const order = await make('/api/build/', { part: cart.pk, quantity: 3, target_date: afterDays(9), priority: 2 })
    t.equal((await admin.post(`/api/build/${order.pk}/issue/`, {})).status, 201)
    return order
  }
  t.strictSame(await below((await issue()).pk), [], 'the plugin is off')
  await switchOn(house, 'autocreatebuilds')
  const order = await issue()
  const [child, ...more] = await below(order.pk)
  t.strictSame(more, [], 'there are frames, and bolts are bought')
  t.match(child, {
    part: wheel.pk,
    quantity: 10,
    status: 10,
    title: `For ${order.reference}`,
    target_date: afterDays(9),
    priority: 2,
    issued_by: order.issued_by
  })
  t.match((await admin.get(`/api/build/line/?build=${child.pk}`)).body, [{ part: bolt.pk, quantity: 60 }])
  await admin.post(`/api/build/${order.pk}/hold/`, {})
  await admin.post(`/api/build/${order.pk}/issue/`, {})
  t.equal((await below(order.pk)).length, 1, 'what is to be made already is not made again')
  await set('BUILDORDER_REQUIRE_LOCKED_PART', true)
  await admin.patch(`/api/part/${cart.pk}/`, { locked: true })
  const strict = await issue()
  t.strictSame(await below(strict.pk), [], 'a rule forbids it, and the order is issued all the same')
  t.equal((await admin.get(`/api/build/${strict.pk}/`)).body.status, 20)
})
