import t from 'tap'
import { build, column } from '../helper.ts'

t.test('what a customer sends back is split off, quarantined and free again; an outcome is kept', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const shop = await make('/api/company/', { name: 'Shop', is_customer: true })
  const part = await make('/api/part/', { name: 'Meter', salable: true })
  const place = await make('/api/stock/location/', { name: 'Bench' })
  const [item] = column(await make('/api/stock/', { part: part.pk, quantity: 10 }), 'pk')
  await admin.post('/api/stock/assign/', { items: [{ item }], customer: shop.pk })
  const { pk: order } = await make('/api/order/ro/', { customer: shop.pk })
  const add = (body: object) => admin.post('/api/order/ro-line/', { order, item, ...body })
  t.strictSame((await add({ quantity: 11 })).body, { quantity: ['Return quantity exceeds stock quantity'] })
  const { body: line } = await add({ quantity: 3, price: 4, discount: 50 })
  t.strictSame((await add({})).body, { non_field_errors: ['The fields order, item must make a unique set.'] })
  t.strictSame((await admin.patch(`/api/order/ro-line/${line.pk}/`, { outcome: 33 })).body, {
    outcome: ['"33" is not a valid choice.']
  })
  t.equal((await admin.get(`/api/order/ro/${order}/`)).body.total_price, 6)
  const receive = (body: object = {}) =>
    admin.post(`/api/order/ro/${order}/receive/`, { items: [{ item: line.pk }], location: place.pk, ...body })
  t.strictSame((await receive()).body, {
    non_field_errors: ['Items can only be received against orders which are in progress']
  })
  await admin.post(`/api/order/ro/${order}/issue/`)
  t.strictSame((await receive({ items: [{ item: line.pk, status: 3 }] })).body, {
    items: [{ status: ['"3" is not a valid choice.'] }]
  })
  const other = await make('/api/order/ro/', { customer: shop.pk })
  await admin.post(`/api/order/ro/${other.pk}/issue/`)
  t.strictSame(
    (await admin.post(`/api/order/ro/${other.pk}/receive/`, { items: [{ item: line.pk }], location: place.pk })).body,
    { items: [{ item: ['Line item does not match return order'] }] }
  )
  t.strictSame((await receive({ note: 'In a crate' })).body, {
    items: [{ item: line.pk, status: null }],
    location: place.pk,
    note: 'In a crate'
  })
  const back = (await admin.get(`/api/order/ro-line/${line.pk}/`)).body
  t.match(back, {
    outcome: 10,
    received_date: /^\d{4}/,
    item_detail: { quantity: 3, status: 75, customer: null, location: place.pk, in_stock: false, parent: item }
  })
  t.match((await admin.get(`/api/stock/${item}/`)).body, { quantity: 7, customer: shop.pk })
  await receive()
  t.equal((await admin.get('/api/stock/')).body.length, 2, 'once is enough')
  await admin.post(`/api/order/ro/${order}/complete/`)
  t.match((await admin.get(`/api/order/ro/${order}/`)).body, { status: 30, complete_date: /^\d{4}/ })
  t.equal((await admin.patch(`/api/order/ro-line/${line.pk}/`, { outcome: 20 })).status, 400, 'locked')
})

t.test('many lines of return orders are changed alike; one that breaks a rule keeps all', async (t) => {
  const { as, make, makeUser, insert } = await build(t)
  await makeUser({ name: 'tove', roles: { return_order: ['view'] } })
  const admin = as('admin')
  const customer = await make('/api/company/', { name: 'Frames', is_customer: true })
  const part = await make('/api/part/', { name: 'Frame', description: 'A frame', salable: true })
  const order = await make('/api/order/ro/', { customer: customer.pk })
  const url = '/api/order/ro-line/'
  const lines = []
  for (const quantity of [1, 5]) {
    const item = await insert('stock_item', { part_id: part.pk, quantity, customer_id: customer.pk })
    lines.push((await make(url, { order: order.pk, item, quantity: 1 })).pk)
  }
  const { status, body } = await admin.patch(url, { items: lines, outcome: 30, reference: 'R' })
  t.equal(status, 200)
  t.match(body, { success: 'Updated multiple items', items: lines.map((pk) => ({ pk, outcome: 30, reference: 'R' })) })
  t.strictSame((await admin.put(url, { items: lines, outcome: 20, quantity: 2 })).body, {
    quantity: ['Return quantity exceeds stock quantity']
  })
  t.strictSame(
    (await admin.get(url)).body.map((line: { outcome: number }) => line.outcome),
    [30, 30]
  )
  t.strictSame((await admin.patch(url, { outcome: 20 })).body, {
    non_field_errors: 'List of items must be provided for bulk operation'
  })
  t.equal((await as('tove').patch(url, { items: lines, outcome: 20 })).status, 403)
})
