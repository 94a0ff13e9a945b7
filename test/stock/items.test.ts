import t from 'tap'
import { build, column } from '../helper.ts'

/** A house with two parts, a place and a supplier part in packs of ten. */
async function stage(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const { make } = house
  const shelf = await make('/api/stock/location/', { name: 'Shelf' })
  const nut = await make('/api/part/', { name: 'Nut', default_location: shelf.pk, purchaseable: true })
  const meter = await make('/api/part/', { name: 'Meter', trackable: true })
  const shop = await make('/api/company/', { name: 'Shop' })
  const packs = await make('/api/company/part/', { part: nut.pk, supplier: shop.pk, SKU: 'N-10', pack_quantity: '10' })
  const one = async (body: object) => (await make('/api/stock/', { part: nut.pk, quantity: 1, ...body }))[0]
  const refuses = async (body: object) =>
    (await house.as('admin').post('/api/stock/', { part: nut.pk, quantity: 1, ...body })).body
  const tracked = (item: number) =>
    house.db
      .selectFrom('stock_tracking')
      .select(['tracking_type', 'user_id', 'deltas'])
      .where('item_id', '=', item)
      .orderBy('id')
      .execute()
  return { ...house, shelf, nut, meter, shop, packs, one, refuses, tracked }
}

t.test('what new stock takes from its part and from the settings', async (t) => {
  const { as, make, set, one, shelf, tracked } = await stage(t)
  const item = await one({ quantity: '12.5', tags: ['reel'], status: 50 })
  t.match(item, {
    quantity: 12.5,
    location: shelf.pk,
    batch: '',
    serial: null,
    status_text: 'Attention needed',
    allocated: null,
    tracking_items: null,
    purchase_price_currency: 'USD'
  })
  t.match((await as('admin').get(`/api/stock/${item.pk}/?tags=true`)).body, {
    tags: ['reel'],
    allocated: 0,
    tracking_items: 1,
    delete_on_deplete: true
  })
  t.match(await tracked(item.pk), [
    { tracking_type: 1, user_id: 1, deltas: JSON.stringify({ status: 50, quantity: 12.5 }) }
  ])
  await set('STOCK_DELETE_DEPLETED_DEFAULT', false)
  await set('STOCK_BATCH_CODE_TEMPLATE', 'LOT-{{ part.name }}-{{ "%s" }}')
  const glue = await make('/api/part/', { name: 'Glue', default_expiry: 1 })
  const [tube] = await make('/api/stock/', { part: glue.pk, quantity: 1 })
  t.match(tube, { delete_on_deplete: false, batch: 'LOT--%s' })
  t.equal(tube.expiry_date, new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
  t.equal((await one({ batch: null })).batch, null)
})

t.test('what is refused, and that nothing is left of it', async (t) => {
  const { as, make, refuses, db, nut } = await stage(t)
  const site = await make('/api/stock/location/', { name: 'Site', structural: true })
  const idea = await make('/api/part/', { name: 'Idea', virtual: true })
  t.strictSame((await as('admin').post('/api/stock/', {})).body, { quantity: 'Quantity is required' })
  t.strictSame((await as('admin').post('/api/stock/', [{ part: nut.pk, quantity: 1 }])).body, {
    non_field_errors: ['Invalid data. Expected a dictionary, but got list.']
  })
  t.strictSame(await refuses({ part: 99 }), { part: 'Valid part must be supplied' })
  t.strictSame(await refuses({ supplier_part: 99 }), { supplier_part: 'The given supplier part does not exist' })
  t.strictSame(await refuses({ quantity: -1 }), {
    quantity: ['Ensure this value is greater than or equal to 0.', 'Quantity must be greater than zero']
  })
  t.strictSame(await refuses({ quantity: 0.000001 }), {
    quantity: ['Ensure that there are no more than 5 decimal places.']
  })
  t.strictSame(
    await refuses({ purchase_price: 'dear', location: 99 }),
    { purchase_price: ['Must be a valid number'] },
    'alone'
  )
  t.strictSame(await refuses({ purchase_price: 1, purchase_price_currency: 'ABC' }), {
    purchase_price_currency: ['"ABC" is not a valid choice.']
  })
  t.strictSame(await refuses({ location: site.pk }), {
    location: ['Stock items cannot be located into structural stock locations!']
  })
  t.strictSame(await refuses({ part: idea.pk }), { part: ['Stock item cannot be created for virtual parts'] })
  t.strictSame(await refuses({ is_building: true }), {
    build: ['Item must have a build reference if is_building=True']
  })
  t.strictSame(await refuses({ batch: '<b>x</b>' }), { batch: ['Remove HTML tags from this value'] })
  t.equal(
    (await db.selectFrom('stock_item').select('id').execute()).length +
      (await db.selectFrom('stock_tracking').select('id').execute()).length,
    0
  )
})

t.test('packs', async (t) => {
  const { one, refuses, packs, meter } = await stage(t)
  t.match(await refuses({ supplier_part: packs.pk }), { use_pack_size: /pack size/ })
  t.match(await one({ supplier_part: packs.pk, quantity: 3, use_pack_size: true, purchase_price: 123.45 }), {
    quantity: 30,
    purchase_price: 12.345
  })
  t.match(await one({ supplier_part: packs.pk, quantity: 3, use_pack_size: 'false', purchase_price: 123.45 }), {
    quantity: 3,
    purchase_price: 123.45
  })
  t.match(await refuses({ part: meter.pk, supplier_part: packs.pk, use_pack_size: false }), {
    supplier_part: [/must be Meter/]
  })
})

t.test("serial numbers: one item each, once in the family, at the settings' pleasure", async (t) => {
  const { as, make, set, meter, nut, tracked } = await stage(t)
  const items = await make('/api/stock/', {
    part: meter.pk,
    quantity: 3,
    serial_numbers: '8-10',
    status: 55,
    batch: 'B'
  })
  t.strictSame(column(items, 'serial'), ['8', '9', '10'])
  t.ok(
    items.every(
      (item: any) =>
        item.quantity === 1 &&
        item.tracking_items === 2 &&
        item.status === 55 &&
        !item.delete_on_deplete &&
        item.batch === 'B'
    )
  )
  t.match(await tracked(items[2].pk), [
    { tracking_type: 1, user_id: 1 },
    { tracking_type: 5, user_id: null }
  ])
  const post = async (body: object) =>
    (await as('admin').post('/api/stock/', { part: meter.pk, quantity: 1, ...body })).body
  t.strictSame(await post({ serial_numbers: '10' }), {
    serial_numbers: ['The following serial numbers already exist or are invalid : 10']
  })
  t.strictSame(await post({ serial_numbers: '10-10', quantity: 2 }), {
    quantity: ['Invalid group: 10-10'],
    serial_numbers: ['Invalid group: 10-10']
  })
  t.strictSame(await post({ part: nut.pk, serial_numbers: '1' }), {
    serial_numbers: ['Serial numbers cannot be supplied for a non-trackable part']
  })
  t.strictSame(await post({ quantity: 1.5 }), { quantity: ['Quantity must be integer value for trackable parts'] })

  const template = await make('/api/part/', { name: 'Family', is_template: true, trackable: true })
  const [older, younger] = [
    await make('/api/part/', { name: 'A', variant_of: template.pk, trackable: true }),
    await make('/api/part/', { name: 'B', variant_of: template.pk, trackable: true })
  ]
  const [first] = await make('/api/stock/', { part: older.pk, quantity: 1, serial_numbers: '10' })
  t.match(await post({ part: younger.pk, serial_numbers: '10' }), { serial_numbers: [/already exist/] })
  const [second] = await make('/api/stock/', { part: younger.pk, quantity: 1, serial_numbers: '~' })
  t.equal(second.serial, '11')
  t.match((await as('admin').get(`/api/stock/${second.pk}/serial-numbers/`)).body, {
    next: null,
    previous: { pk: first.pk, serial: '10', tracking_items: null }
  })

  const change = async (id: number, body: object) => (await as('admin').patch(`/api/stock/${id}/`, body)).body
  t.strictSame(await change(second.pk, { serial: '10' }), {
    serial: ['Stock item with this serial number already exists: 10']
  })
  t.strictSame(await change(items[0].pk, { serial: '9' }), {
    non_field_errors: ['The fields part, serial must make a unique set.']
  })
  t.strictSame(await change(items[0].pk, { quantity: 2 }), {
    quantity: ['Quantity must be 1 for item with a serial number'],
    serial: ['Serial number cannot be set if quantity greater than 1']
  })
  t.match(await change(items[0].pk, { quantity: 0, serial: '7' }), { quantity: 1, serial: '7' })
  await set('STOCK_ALLOW_EDIT_SERIAL', false)
  t.match(await change(items[0].pk, { serial: '6' }), { serial: [/Editing of serial numbers is not allowed/] })
  await set('STOCK_ALLOW_DELETE_SERIALIZED', false)
  t.equal((await as('admin').delete(`/api/stock/${items[0].pk}/`)).status, 400)
  await set('SERIAL_NUMBER_GLOBALLY_UNIQUE', true)
  t.match(await post({ serial_numbers: '11' }), { serial_numbers: [/already exist or are invalid : 11/] })
})

t.test('changes: what a PUT puts back, what leaves a trace', async (t) => {
  const { as, db, one, nut, meter, make, tracked, shelf } = await stage(t)
  const item = await one({ purchase_price: 2, purchase_price_currency: 'EUR', packaging: 'Reel' })
  const [piece] = await make('/api/stock/', { part: meter.pk, quantity: 1, serial_numbers: '1' })
  t.match((await as('admin').put(`/api/stock/${item.pk}/`, { part: nut.pk, quantity: 2 })).body, {
    quantity: 2,
    purchase_price: 2,
    purchase_price_currency: 'USD',
    packaging: 'Reel'
  })
  t.equal((await as('admin').put(`/api/stock/${piece.pk}/`, { part: meter.pk, quantity: 1 })).body.serial, null)
  t.strictSame((await as('admin').put(`/api/stock/${item.pk}/`, { part: nut.pk })).body, {
    quantity: ['This field is required.']
  })
  t.strictSame((await as('admin').patch(`/api/stock/${item.pk}/`, { quantity: '' })).body, {
    quantity: ['This field may not be null.']
  })
  t.strictSame((await as('admin').patch(`/api/stock/${item.pk}/`, { status: 51 })).body, { status: ['Invalid choice'] })
  const old = (await as('admin').patch(`/api/stock/${item.pk}/`, { status: '70', expiry_date: '2020-01-01' })).body
  t.match(
    old,
    { status: 70, status_text: 'Lost', tracking_items: 1, in_stock: false },
    'counters show the state before'
  )
  t.strictSame(JSON.parse((await tracked(item.pk))[1]!.deltas!), {
    status: 70,
    status_logical: 70,
    old_status: 10,
    old_status_logical: 10
  })

  await db
    .insertInto('custom_state')
    .values({
      key: 151,
      name: 'BURN',
      label: 'On burn-in',
      logical_key: 10,
      model: 'stockitem',
      reference_status: 'StockStatus'
    })
    .execute()
  t.match((await as('admin').patch(`/api/stock/${item.pk}/`, { status_custom_key: 151 })).body, {
    status: 10,
    status_custom_key: 151,
    status_text: 'On burn-in',
    expired: false
  })
  t.match((await as('admin').get(`/api/stock/${item.pk}/`)).body, { expired: true })
  t.strictSame(column((await as('admin').get('/api/stock/?status=151')).body, 'pk'), [item.pk])
  t.notOk(column((await as('admin').get('/api/stock/?status=10')).body, 'pk').includes(item.pk))
  const own = { status_custom_key: 151 }
  const OK = { status: 10, status_custom_key: 10, status_text: 'OK' }
  for (const body of [{ status: 10 }, { status: 151 }, { status_custom_key: 10 }, { status_custom_key: null }]) {
    t.match((await as('admin').patch(`/api/stock/${item.pk}/`, own)).body, own)
    t.match((await as('admin').patch(`/api/stock/${item.pk}/`, body)).body, OK, `left by ${JSON.stringify(body)}`)
    await as('admin').patch(`/api/stock/${item.pk}/`, own)
    t.match((await as('admin').patch('/api/stock/', { items: [item.pk], ...body })).body.items, [OK])
  }
  t.strictSame((await as('admin').get('/api/stock/?status=151')).body, [])
  t.equal((await tracked(item.pk)).length, 3, 'only another logical state is told')
  await as('admin').patch(`/api/stock/${item.pk}/`, own)
  t.match(
    (await as('admin').patch(`/api/stock/${item.pk}/`, { status: 50 })).body,
    { status: 50, status_custom_key: 50 },
    'the own state fits no longer'
  )

  const both = [item.pk, piece.pk]
  t.match((await as('admin').patch('/api/stock/', { items: both, status: 55, location: shelf.pk })).body.items, [
    { status: 55 },
    { status: 55 }
  ])
  t.equal((await tracked(piece.pk)).length, 2, 'changes of many leave their traces too')
  t.equal((await as('admin').patch('/api/stock/', { items: both, quantity: 1.5 })).status, 400)
  t.equal((await as('admin').get(`/api/stock/${item.pk}/`)).body.quantity, 2, 'one that does not fit refuses all')
})

t.test('deletion: what goes along, what stays', async (t) => {
  const { as, db, one } = await stage(t)
  const [a, b, c, inside] = [await one({ tags: ['x'] }), await one({}), await one({}), await one({})]
  await db.updateTable('stock_item').set({ parent_id: a.pk }).where('id', '=', b.pk).execute()
  await db.updateTable('stock_item').set({ parent_id: b.pk }).where('id', '=', c.pk).execute()
  await as('admin').patch(`/api/stock/${inside.pk}/`, { belongs_to: b.pk })
  t.equal((await as('admin').get(`/api/stock/${b.pk}/`)).body.installed_items, 1)
  t.equal((await as('admin').delete(`/api/stock/${b.pk}/`)).status, 204)
  t.equal((await as('admin').get(`/api/stock/${c.pk}/`)).body.parent, a.pk)
  t.equal((await as('admin').get(`/api/stock/${inside.pk}/`)).status, 404)
  t.match(await db.selectFrom('stock_tracking').selectAll().where('item_id', 'is', null).execute(), [
    { part_id: b.part },
    { part_id: b.part }
  ])
  t.strictSame((await as('admin').delete('/api/stock/', { items: [a.pk, c.pk, 999] })).body, {
    success: 'Deleted 2 items'
  })
  t.equal((await db.selectFrom('tagged_item').select('id').execute()).length, 0)
})

t.test('who may do what, and who sees whose details', async (t) => {
  const { as, make, makeUser, one, shop, nut } = await stage(t)
  const item = await one({})
  await makeUser({ name: 'mover', roles: { stock: ['view', 'change'], stock_location: ['view'] } })
  await makeUser({ name: 'buyer', roles: { purchase_order: ['view', 'add'] } })
  const seen = (await as('mover').get(`/api/stock/${item.pk}/?location_detail=true&supplier_part_detail=true`)).body
  t.match(seen, { location_detail: { name: 'Shelf' } })
  t.notOk('part_detail' in seen || 'supplier_part_detail' in seen)
  t.equal((await as('mover').patch(`/api/stock/${item.pk}/`, { batch: 'x' })).status, 200)
  t.equal((await as('mover').post('/api/stock/', { part: nut.pk, quantity: 1 })).status, 403)
  t.equal((await as('mover').get('/api/company/')).status, 403)
  t.equal((await as('buyer').get(`/api/company/${shop.pk}/`)).status, 200)
  t.equal((await as('buyer').get('/api/stock/')).status, 403)
  const company = await make('/api/company/', { name: 'Client', is_customer: true })
  t.equal((await as('mover').patch(`/api/stock/${item.pk}/`, { customer: company.pk })).body.in_stock, false)
  t.match((await as('mover').patch(`/api/stock/${item.pk}/`, { customer: shop.pk })).body, { customer: [/Invalid pk/] })
})

t.test('a location with stock', async (t) => {
  const { as, make, one, shelf } = await stage(t)
  const box = await make('/api/stock/location/', { name: 'Box', parent: shelf.pk })
  const [above, inside] = [await one({}), await one({ location: box.pk })]
  t.match((await as('admin').get('/api/stock/location/')).body, [{ items: 2 }, { items: 1 }])
  t.match((await as('admin').patch(`/api/stock/location/${box.pk}/`, { structural: true })).body, {
    non_field_errors: [/already located/]
  })
  await as('admin').delete(`/api/stock/location/${box.pk}/`, { delete_stock_items: false, delete_sub_locations: false })
  t.equal((await as('admin').get(`/api/stock/${inside.pk}/`)).body.location, shelf.pk)
  await as('admin').patch(`/api/stock/${above.pk}/`, { location: null })
  await as('admin').delete(`/api/stock/location/${shelf.pk}/`, { delete_stock_items: true, delete_sub_locations: true })
  t.strictSame(column((await as('admin').get('/api/stock/')).body, 'pk'), [above.pk])
})

t.test('the first stock and the first supplier of a new part', async (t) => {
  const { as, db, make, shelf, shop } = await stage(t)
  const maker = await make('/api/company/', { name: 'Maker', is_manufacturer: true, is_supplier: false })
  const body = {
    name: 'Bolt',
    initial_stock: { quantity: 4, location: shelf.pk },
    initial_supplier: { supplier: shop.pk, sku: 'B-1', manufacturer: maker.pk, mpn: 'M-1' }
  }
  const bolt = await make('/api/part/', body)
  t.match((await as('admin').get(`/api/stock/?part=${bolt.pk}`)).body, [
    { quantity: 4, location: shelf.pk, tracking_items: 1 }
  ])
  t.match((await as('admin').get(`/api/company/part/?part=${bolt.pk}`)).body, [
    { SKU: 'B-1', MPN: 'M-1', primary: true }
  ])
  t.match((await as('admin').get('/api/part/?search=m-1')).body, [{ pk: bolt.pk }])
  const again = (await as('admin').post('/api/part/', { ...body, name: 'Screw' })).body
  t.match(again, { initial_supplier: { mpn: [/already exists/], sku: [/already exists/] } })
  t.strictSame(
    (await as('admin').post('/api/part/', { name: 'Screw', initial_supplier: { supplier: maker.pk, sku: 'x' } })).body,
    { initial_supplier: { supplier: ['Selected company is not a valid supplier'] } }
  )
  t.strictSame(
    (await as('admin').post('/api/part/', { name: 'Idea', virtual: true, initial_stock: { quantity: 1 } })).body,
    { part: ['Stock item cannot be created for virtual parts'] }
  )
  t.equal(await db.selectFrom('part').select('id').where('name', 'in', ['Screw', 'Idea']).executeTakeFirst(), undefined)
})
