import t from 'tap'
import { build } from '../helper.ts'

const VERBS = ['view', 'add', 'change'] as const

t.test('a record within another one is the same for all who may see that one', async (t) => {
  const { as, make, makeUser } = await build(t)
  const from = await make('/api/stock/location/', { name: 'From' })
  const to = await make('/api/stock/location/', { name: 'To', parent: from.pk })
  const part = await make('/api/part/', { name: 'Cable' })
  const order = await make('/api/order/transfer-order/', { take_from: from.pk, destination: to.pk })
  await makeUser({ name: 'mover', roles: { transfer_order: VERBS } })
  const line = await as('mover').post('/api/order/transfer-order-line/', {
    order: order.pk,
    part: part.pk,
    quantity: 1
  })
  const places = { take_from_detail: { name: 'From' }, destination_detail: { name: 'To' } }
  t.match(line, { status: 201, body: { order_detail: places } })
  const at = `/api/order/transfer-order-line/${line.body.pk}/`
  t.match((await as('mover').patch(at, { quantity: 2 })).body, { order_detail: places })
  t.match((await as('mover').get(`${at}?order_detail=true`)).body, { order_detail: places })
  const own = (await as('mover').patch(`/api/order/transfer-order/${order.pk}/`, { description: 'x' })).body
  t.notOk(own.take_from_detail || own.destination_detail, 'of the order itself a role is asked')
})

t.test('the way to the location of stock is shown without a role for locations', async (t) => {
  const { as, make, makeUser } = await build(t)
  const rack = await make('/api/stock/location/', { name: 'Rack' })
  const shelf = await make('/api/stock/location/', { name: 'Shelf', parent: rack.pk })
  const part = await make('/api/part/', { name: 'Cable' })
  await makeUser({ name: 'keeper', roles: { stock: VERBS } })
  const created = await as('keeper').post('/api/stock/', { part: part.pk, quantity: 1, location: shelf.pk })
  t.match(created, { status: 201, body: [{ location_path: [{ name: 'Rack' }, { name: 'Shelf' }] }] })
  t.notOk(created.body[0].location_detail)
  const { body } = await as('keeper').patch(`/api/stock/${created.body[0].pk}/`, { location: rack.pk })
  t.match(body, { location_path: [{ name: 'Rack' }] })
})

t.test('a star belongs to nobody within another record', async (t) => {
  const { as, make } = await build(t)
  const category = await make('/api/part/category/', { name: 'Cables' })
  const part = await make('/api/part/', { name: 'Cable', category: category.pk })
  const other = await make('/api/part/', { name: 'Plug' })
  for (const url of [`/api/part/category/${category.pk}/`, `/api/part/${part.pk}/`])
    await as('admin').patch(url, { starred: true })
  t.match((await as('admin').patch(`/api/part/${part.pk}/`, { description: 'x' })).body, {
    starred: true,
    category_detail: { starred: false }
  })
  t.match(await make('/api/part/related/', { part_1: part.pk, part_2: other.pk }), {
    part_1_detail: { starred: false }
  })
  await as('admin').post('/api/barcode/link/', { barcode: 'X', part: part.pk })
  t.match((await as('admin').post('/api/barcode/', { barcode: 'X' })).body, { part: { instance: { starred: false } } })
})

t.test('what is read together with a record is in the answer to a change as it was before', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const [one, two] = [
    await make('/api/stock/location/', { name: 'One' }),
    await make('/api/stock/location/', { name: 'Two' })
  ]
  const first = await make('/api/part/category/', { name: 'First', default_location: one.pk })
  const second = await make('/api/part/category/', { name: 'Second', default_location: two.pk })
  const part = await make('/api/part/', { name: 'Cable', category: first.pk, salable: true })
  const partAt = `/api/part/${part.pk}/`
  const now = { category: second.pk, category_detail: { name: 'Second' }, category_path: [{ name: 'Second' }] }
  t.match((await admin.patch(partAt, { category: second.pk })).body, { ...now, category_default_location: one.pk })
  t.match((await admin.get(partAt)).body, { category: second.pk, category_default_location: two.pk })
  const moved = (await admin.patch('/api/part/', { items: [part.pk], category: first.pk })).body.items
  t.match(moved, [{ category: first.pk, category_default_location: two.pk }])

  const child = await make('/api/part/category/', { name: 'Child', parent: first.pk })
  const childAt = `/api/part/category/${child.pk}/`
  t.match((await admin.patch(childAt, { parent: second.pk })).body, { parent_default_location: one.pk })
  t.match((await admin.patch(childAt, { parent: null })).body, { parent_default_location: two.pk })
  t.match((await admin.get(childAt)).body, { parent_default_location: null })

  await make('/api/stock/', { part: part.pk, quantity: 12 })
  const plug = await make('/api/part/', { name: 'Plug', salable: true })
  const assembly = await make('/api/part/', { name: 'Set', assembly: true })
  const line = await make('/api/bom/', { part: assembly.pk, sub_part: part.pk, quantity: 2 })
  const lineAt = `/api/bom/${line.pk}/`
  t.match((await admin.patch(lineAt, { quantity: 3 })).body, { quantity: 3, can_build: 6, available_stock: 12 })
  t.match((await admin.patch(lineAt, { sub_part: plug.pk })).body, { can_build: 4, available_stock: 12 })
  t.match((await admin.get(lineAt)).body, { can_build: 0, available_stock: 0 })

  const shop = await make('/api/company/', { name: 'Shop', is_customer: true })
  for (const [kind, more] of [
    ['so', { customer: shop.pk }],
    ['transfer-order', {}]
  ] as const) {
    const order = await make(`/api/order/${kind}/`, more)
    const { pk } = await make(`/api/order/${kind}-line/`, { order: order.pk, part: part.pk, quantity: 1 })
    const at = `/api/order/${kind}-line/${pk}/`
    t.match((await admin.patch(at, { part: plug.pk })).body, { part: plug.pk, available_stock: 12 }, kind)
    t.match((await admin.get(at)).body, { available_stock: 0 }, kind)
  }
})
