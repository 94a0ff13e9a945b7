import t from 'tap'
import { build, column } from '../helper.ts'

/** A supplier, a customer, and a part with packs of ten and a trackable one, with a place to keep them. */
async function stage(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const { make, as } = house
  const mill = await make('/api/company/', { name: 'Mill', is_supplier: true })
  const shop = await make('/api/company/', { name: 'Shop', is_customer: true })
  const bolt = await make('/api/part/', { name: 'Bolt', purchaseable: true, salable: true })
  const meter = await make('/api/part/', { name: 'Meter', purchaseable: true, salable: true, trackable: true })
  const packed = await make('/api/company/part/', {
    part: bolt.pk,
    supplier: mill.pk,
    SKU: 'B',
    pack_quantity: '10',
    packaging: 'bag'
  })
  const single = await make('/api/company/part/', { part: meter.pk, supplier: mill.pk, SKU: 'M' })
  const rack = await make('/api/stock/location/', { name: 'Rack' })
  const shelf = await make('/api/stock/location/', { name: 'Shelf', parent: rack.pk })
  const stock = async (body: object): Promise<number[]> => column(await make('/api/stock/', body), 'pk')
  const buy = async (...lines: object[]) => {
    const { pk: order } = await make('/api/order/po/', { supplier: mill.pk })
    const pks: number[] = []
    for (const line of lines) pks.push((await make('/api/order/po-line/', { order, ...line })).pk)
    await as('admin').post(`/api/order/po/${order}/issue/`)
    const receive = (body: object) => as('admin').post(`/api/order/po/${order}/receive/`, body)
    return { order, lines: pks, receive }
  }
  return { ...house, admin: as('admin'), mill, shop, bolt, meter, packed, single, rack, shelf, stock, buy }
}

t.test('what arrives becomes stock, in packs, at its place, and completes the order', async (t) => {
  const { admin, packed, single, rack, shelf, buy } = await stage(t)
  const {
    order,
    lines: [bolts, meters],
    receive
  } = await buy(
    { part: packed.pk, quantity: 3, purchase_price: 5, destination: shelf.pk },
    { part: single.pk, quantity: 2 }
  )
  const first = await receive({ items: [{ line_item: bolts, quantity: '1.5' }] })
  t.match(first, {
    status: 201,
    body: [
      {
        quantity: 15,
        location: shelf.pk,
        purchase_price: 0.5,
        packaging: 'bag',
        serial: '',
        purchase_order: order,
        part_detail: { name: 'Bolt' }
      }
    ]
  })
  const rest = {
    items: [
      { line_item: bolts, quantity: 1.5 },
      { line_item: meters, quantity: 2, serial_numbers: '7-8', location: rack.pk }
    ],
    location: null
  }
  t.match(
    (await receive(rest)).body,
    [{ serial: '7', location: rack.pk }, { serial: '8' }, { quantity: 15, location: shelf.pk }],
    'numbered pieces come first'
  )
  t.match((await admin.get(`/api/order/po/${order}/`)).body, { status: 30, completed_lines: 2 })
  t.match((await admin.get(`/api/stock/track/?item=${first.body[0].pk}`)).body, [
    { tracking_type: 70, deltas: { purchaseorder: order, quantity: 15, location: shelf.pk } }
  ])
  t.match((await admin.get('/api/part/?ordering=name')).body, [{ in_stock: 30, ordering: 0 }, { in_stock: 2 }])
})

t.test('the state of what arrives: pieces with serial numbers are OK, whatever is said', async (t) => {
  const { admin, make, packed, single, rack, buy } = await stage(t)
  await make('/api/generic/status/custom/', {
    key: 150,
    name: 'GOODS_IN',
    label: 'Goods inspection',
    logical_key: 50,
    model: (await admin.get('/api/contenttype/model/stockitem/')).body.pk,
    reference_status: 'StockStatus'
  })
  const {
    lines: [bolts, meters],
    receive
  } = await buy({ part: packed.pk, quantity: 1 }, { part: single.pk, quantity: 3 })
  const items = [
    { line_item: bolts, quantity: 1, status: 150 },
    { line_item: meters, quantity: 1, status: 55 },
    { line_item: meters, quantity: 2, status: 150, serial_numbers: '7-8' }
  ]
  t.match(await receive({ items, location: rack.pk }), {
    status: 201,
    body: [
      { serial: '7', status: 10, status_custom_key: 10 },
      { serial: '8', status: 10, status_custom_key: 10 },
      { status: 50, status_custom_key: 150, status_text: 'Goods inspection' },
      { status: 55, status_custom_key: 55 }
    ]
  })
})

t.test('what arrives for an external build waits for its completion while the build is under way', async (t) => {
  const { admin, make, mill, rack, buy } = await stage(t)
  const panel = await make('/api/part/', { name: 'Panel', purchaseable: true, assembly: true })
  const made = await make('/api/company/part/', { part: panel.pk, supplier: mill.pk, SKU: 'P' })
  const build = await make('/api/build/', { part: panel.pk, quantity: 20, external: true })
  const { lines, receive } = await buy({ part: made.pk, quantity: 20, build_order: build.pk })
  const arrives = async (quantity: number) => {
    const items = [{ line_item: lines[0], quantity }]
    const { status, body } = await receive({ items, location: rack.pk })
    t.equal(status, 201)
    return body[0]
  }
  const go = async (step: string, status: number) => {
    t.equal((await admin.post(`/api/build/${build.pk}/${step}/`)).status, 201)
    t.equal((await admin.get(`/api/build/${build.pk}/`)).body.status, status)
  }
  t.match(await arrives(1), { build: build.pk, is_building: true, quantity: 1 }, 'pending')
  await go('hold', 25)
  t.match(await arrives(2), { build: build.pk, is_building: true, quantity: 2 }, 'on hold')
  await go('issue', 20)
  t.match(await arrives(3), { build: build.pk, is_building: true, quantity: 3 }, 'in production')
  await go('cancel', 30)
  t.match(await arrives(4), { build: null, is_building: false, quantity: 4 }, 'cancelled')
})

t.test('a receipt is refused as a whole, at the place of what is wrong', async (t) => {
  const { admin, make, packed, single, rack, buy, mill, set } = await stage(t)
  const {
    order,
    lines: [bolts, meters],
    receive
  } = await buy({ part: packed.pk, quantity: 3 }, { part: single.pk, quantity: 2 })
  const refused = async (items: object[], more: object = { location: rack.pk }) =>
    (await receive({ items, ...more })).body
  t.strictSame(
    await refused([
      { line_item: bolts, quantity: 1 },
      { line_item: meters, quantity: 0, status: 7 }
    ]),
    { items: [{}, { quantity: ['Quantity must be greater than zero'], status: ['"7" is not a valid choice.'] }] }
  )
  t.strictSame(await refused([{ line_item: bolts, quantity: 1 }], {}), {
    location: ['Destination location must be specified']
  })
  t.strictSame(
    await refused([
      { line_item: meters, quantity: 1, serial_numbers: '5' },
      { line_item: meters, quantity: 1, serial_numbers: '5' }
    ]),
    { non_field_errors: ['Supplied serial numbers must be unique: 5'] }
  )
  t.strictSame(
    await refused([
      { line_item: meters, quantity: 1, barcode: 'X' },
      { line_item: bolts, quantity: 1, barcode: 'X' }
    ]),
    { non_field_errors: ['Supplied barcode values must be unique'] }
  )
  const other = await make('/api/order/po/', { supplier: mill.pk })
  const strange = await make('/api/order/po-line/', { order: other.pk, part: packed.pk, quantity: 1 })
  t.strictSame(
    await refused([
      { line_item: bolts, quantity: 1 },
      { line_item: strange.pk, quantity: 1 }
    ]),
    { non_field_errors: ["{'Line item does not match purchase order'}"] }
  )
  t.strictSame((await admin.get('/api/stock/')).body, [])
  t.match((await admin.get(`/api/order/po-line/?order=${order}`)).body, [{ received: 0 }, { received: 0 }])
  await set('PURCHASEORDER_AUTO_COMPLETE', false)
  await receive({
    items: [
      { line_item: bolts, quantity: 3 },
      { line_item: meters, quantity: 2 }
    ],
    location: rack.pk
  })
  t.match((await admin.get(`/api/order/po/${order}/`)).body, { status: 20, completed_lines: 2 })
})

t.test('stock is set aside for lines, once, and sent to the customer', async (t) => {
  const { admin, make, shop, bolt, shelf, stock } = await stage(t)
  const [item] = (await stock({ part: bolt.pk, quantity: 10, location: shelf.pk, batch: 'B7' })) as [number]
  const { pk: so } = await make('/api/order/so/', { customer: shop.pk })
  const line = await make('/api/order/so-line/', { order: so, part: bolt.pk, quantity: 6 })
  const { pk: parcel } = await make('/api/order/so/shipment/', { order: so })
  const allocate = (quantities: number[], shipment: number | null = parcel) =>
    admin.post(`/api/order/so/${so}/allocate/`, {
      items: quantities.map((quantity) => ({ line_item: line.pk, stock_item: item, quantity })),
      shipment
    })
  t.strictSame((await allocate([11])).body, { items: [{ quantity: ['Available quantity (10) exceeded'] }] })
  t.match(await allocate([6, 6]), { status: 400, body: { quantity: ['Stock item is over-allocated'] } })
  t.strictSame((await admin.get('/api/order/so-allocation/')).body, [], 'nothing is kept of it')
  t.strictSame((await allocate([4])).body, {
    items: [{ line_item: line.pk, stock_item: item, quantity: '4.00000' }],
    shipment: parcel
  })
  t.match((await admin.get(`/api/order/so-line/${line.pk}/`)).body, { allocated: 4, available_stock: 6 })
  const [{ pk: promise }] = (await admin.get('/api/order/so-allocation/')).body
  t.match(await admin.patch(`/api/order/so-allocation/${promise}/`, { quantity: 11 }), {
    status: 400,
    body: { quantity: ['Stock item is over-allocated'] }
  })
  t.match((await admin.patch('/api/order/so-allocation/', { items: [promise], quantity: 3 })).body, {
    success: 'Updated multiple items',
    items: [{ quantity: 3 }]
  })
  t.match(await admin.post(`/api/order/so/${so}/complete/`, { accept_incomplete: true }), { status: 400 })
  t.match((await admin.post(`/api/order/so/shipment/${parcel}/ship/`, { tracking_number: 'ZZ' })).body, {
    complete: true,
    success: true
  })
  t.match((await admin.post(`/api/order/so/shipment/${parcel}/ship/`, {})).body, {
    non_field_errors: ['Shipment has already been sent']
  })
  const [sent] = (await admin.get(`/api/stock/?sales_order=${so}`)).body
  t.match(sent, { quantity: 3, customer: shop.pk, location: null, in_stock: false, parent: item, batch: 'B7' })
  t.match((await admin.get(`/api/stock/${item}/`)).body, { quantity: 7, location: shelf.pk })
  t.match((await admin.get(`/api/order/so-line/${line.pk}/`)).body, { shipped: 3, allocated: 3, available_stock: 7 })
  t.match((await allocate([1])).body, { shipment: ['Shipment has already been shipped'] })
  t.strictSame((await admin.delete('/api/order/so-allocation/', { items: [promise] })).body, {
    success: 'Deleted 0 items'
  })
  t.equal((await admin.delete(`/api/order/so/shipment/${parcel}/`)).status, 204)
  t.match(
    (await admin.get(`/api/stock/${sent.pk}/`)).body,
    { customer: shop.pk },
    'what was sent stays with the customer'
  )
})

t.test('pieces are set aside by their serial numbers, all or none', async (t) => {
  const { admin, make, set, shop, meter, stock } = await stage(t)
  const [first] = (await stock({ part: meter.pk, quantity: 4, serial_numbers: '21-24' })) as [number]
  const { pk: so } = await make('/api/order/so/', { customer: shop.pk })
  const line = await make('/api/order/so-line/', { order: so, part: meter.pk, quantity: 3 })
  const ask = (quantity: number, serial_numbers: string) =>
    admin.post(`/api/order/so/${so}/allocate-serials/`, { line_item: line.pk, quantity, serial_numbers })
  t.match((await ask(2, '22')).body, { non_field_errors: [/must match quantity/] })
  t.strictSame((await ask(2, '22,99')).body, {
    serial_numbers: ['No match found for the following serial numbers: 99']
  })
  t.equal((await ask(1, '21')).status, 201)
  t.strictSame((await ask(2, '21-22')).body, { serial_numbers: ['The following serial numbers are unavailable: 21'] })
  await admin.patch(`/api/part/${meter.pk}/`, { testable: true })
  await make('/api/part/test-template/', {
    part: meter.pk,
    test_name: 'Range',
    description: 'Full range',
    required: true
  })
  await set('SALESORDER_BLOCK_INCOMPLETE_ITEM_TESTS', true)
  t.match((await ask(1, '22')).body, { serial_numbers: ['The following serial numbers are unavailable: 22'] })
  t.match(
    (
      await admin.post(`/api/order/so/${so}/allocate/`, {
        items: [{ line_item: line.pk, stock_item: first + 2, quantity: 1 }]
      })
    ).body,
    { items: [{ stock_item: ['Stock item has not passed all required tests'] }] }
  )
  await make('/api/stock/test/', { stock_item: first + 1, test: 'Range', result: true })
  t.equal((await ask(1, '22')).status, 201)
})

t.test('stock is set aside by rules: from where, in which order, and for each line what was free before', async (t) => {
  const { admin, make, shop, bolt, rack, shelf, stock } = await stage(t)
  const [low] = (await stock({ part: bolt.pk, quantity: 3, location: shelf.pk })) as [number]
  const [high] = (await stock({ part: bolt.pk, quantity: 8 })) as [number]
  const { pk: so } = await make('/api/order/so/', { customer: shop.pk })
  await make('/api/order/so-line/', { order: so, part: bolt.pk, quantity: 4 })
  await make('/api/order/so-line/', { order: so, part: bolt.pk, quantity: 4 })
  const run = (rules: object) => admin.post(`/api/order/so/${so}/auto-allocate/`, rules)
  const promised = async () =>
    (await admin.get('/api/order/so-allocation/?ordering=quantity')).body.map((one: any) => [
      one.line,
      one.item,
      one.quantity
    ])
  await run({ interchangeable: false, line_items: [1] })
  t.strictSame(await promised(), [[1, high, 4]], 'one item alone')
  await admin.delete('/api/order/so-allocation/?all=true', {})
  await run({ location: rack.pk })
  t.strictSame(
    await promised(),
    [
      [1, low, 3],
      [2, low, 3]
    ],
    'from below the place; both lines get what was free'
  )
  await run({ exclude_location: rack.pk, stock_sort_by: '-quantity' })
  t.strictSame(await promised(), [
    [1, high, 1],
    [2, high, 1],
    [1, low, 3],
    [2, low, 3]
  ])
  t.strictSame((await run({ stock_sort_by: 'colour', line_items: [99] })).status, 400)
})
