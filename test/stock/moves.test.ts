import t from 'tap'
import { promise, stage } from '../support/stock.ts'

t.test('all of an item moves, less is split off', async (t) => {
  const { act, admin, stock, item, tracked, db, bench, shelf, make } = await stage(t)
  const pk = await stock({
    batch: 'A',
    notes: 'Reel',
    purchase_price: 2,
    link: 'https://x.example/',
    expiry_date: '2040-01-01'
  })
  await make('/api/barcode/link/', { barcode: 'TRAY', stockitem: pk }).catch(() => undefined)
  const answer = await act('transfer', {
    items: [{ pk, quantity: 4, batch: 'B', status: 50 }],
    location: bench,
    notes: 'Line'
  })
  t.strictSame(answer.body, {
    items: [{ pk, quantity: '4.00000', batch: 'B', status: 50, merge: false }],
    notes: 'Line',
    location: bench
  })
  const piece = pk + 1
  t.match(await item(piece), {
    quantity: 4,
    parent: pk,
    location: bench,
    batch: 'B',
    status: 50,
    notes: 'Reel',
    purchase_price: 2,
    expiry_date: '2040-01-01',
    barcode_hash: ''
  })
  t.match(await item(pk), { quantity: 6, location: shelf, batch: 'A', status: 10, child_items: 1 })
  t.strictSame(await tracked(piece), [
    {
      type: 40,
      user_id: 1,
      notes: 'Line',
      deltas: {
        stockitem: pk,
        quantity: 4,
        status: 50,
        status_logical: 50,
        old_status: 10,
        old_status_logical: 10,
        batch: 'B'
      }
    }
  ])
  t.strictSame(await tracked(pk), [
    { type: 42, user_id: 1, notes: 'Line', deltas: { removed: 4, quantity: 6, stockitem: piece } }
  ])
  await act('transfer', { items: [{ pk, quantity: 20, packaging: 'Box' }], location: bench })
  t.match(await item(pk), { quantity: 6, location: bench, packaging: 'Box' })
  await act('transfer', { items: [{ pk, quantity: 6 }], location: bench })
  t.match((await tracked(pk)).slice(1), [
    { type: 20, deltas: { quantity: 20, location: bench, packaging: 'Box' } },
    { type: 25, deltas: { quantity: 6 } }
  ])
  t.equal((await db.selectFrom('stock_item').select('id').execute()).length, 2)
  t.equal((await admin.get(`/api/stock/?location=${bench}`)).body.length, 2)
})

t.test('test results are copied, a piece with a serial number moves as a whole', async (t) => {
  const { act, stock, item, tracked, db, bench, make, meter } = await stage(t)
  const tested = (await make('/api/part/', { name: 'Cell', testable: true })).pk
  const template = (await make('/api/part/test-template/', { part: tested, test_name: 'Voltage', description: 'd' })).pk
  const pk = await stock({ part: tested })
  await make('/api/stock/test/', { stock_item: pk, template, value: '1.5', result: true })
  await act('transfer', { items: [{ pk, quantity: 4 }], location: bench })
  t.match(
    await db.selectFrom('stock_test_result').select(['stock_item_id', 'value', 'result']).orderBy('id').execute(),
    [{ stock_item_id: pk }, { stock_item_id: pk + 1, value: '1.5', result: 1 }]
  )
  const single = await stock({ part: meter, quantity: 1, serial_numbers: '1' })
  await act('transfer', { items: [{ pk: single, quantity: 0.5 }], location: bench })
  t.strictSame(await tracked(single), [], 'a fraction moves nothing')
  await act('transfer', { items: [{ pk: single, quantity: 3 }], location: bench })
  t.equal((await item(single)).location, bench)
})

t.test('what cannot be moved', async (t) => {
  const { act, stock, bench, site, customer, set, item } = await stage(t)
  const [pk, empty, sold] = [await stock(), await stock({ quantity: 0 }), await stock({ customer })]
  const refuses = async (body: object) => (await act('transfer', body)).body
  t.strictSame(await refuses({ items: [{ pk, quantity: 0 }] }), {
    items: [{ quantity: ['Quantity must be greater than zero'] }],
    location: ['This field is required.']
  })
  t.strictSame(await refuses({ items: [{ pk, quantity: 1 }], location: site }), {
    location: ['Structural locations cannot be assigned stock items']
  })
  t.strictSame(await refuses({ items: [{ pk, quantity: 1 }], location: null }), {
    location: ['This field may not be null.']
  })
  t.strictSame(await refuses({ items: [{ pk: empty, quantity: 1 }], location: bench }), {
    non_field_errors: ['StockItem cannot be moved as it is not in stock']
  })
  t.strictSame(await refuses({ items: [{ pk: sold, quantity: 1 }], location: bench }), {
    items: [{ pk: ['Stock item is not in stock'] }]
  })
  await set('STOCK_ALLOW_OUT_OF_STOCK_TRANSFER', true)
  t.equal(
    (
      await act('transfer', {
        items: [
          { pk: empty, quantity: 1 },
          { pk: sold, quantity: 10 }
        ],
        location: bench
      })
    ).status,
    201
  )
  t.equal((await item(sold)).location, bench)
})

t.test('merging on the way: into what lies there, of the same batch if possible', async (t) => {
  const { act, admin, stock, item, tracked, bench } = await stage(t)
  const [other, same, pk] = [
    await stock({ quantity: 1, location: bench, batch: 'X' }),
    await stock({ quantity: 100, location: bench, batch: 'A' }),
    await stock({ quantity: 100, batch: 'A' })
  ]
  await act('transfer', { items: [{ pk, quantity: 30, merge: true }], location: bench })
  t.match([await item(same), await item(pk)], [{ quantity: 130 }, { quantity: 70 }])
  t.strictSame(await tracked(same), [
    { type: 45, user_id: 1, notes: '', deltas: { quantity: 30, added: 30, stockitem: pk, location: bench } }
  ])
  t.strictSame(await tracked(pk), [])
  t.equal(
    (await act('transfer', { items: [{ pk, quantity: 70, merge: true }], location: bench })).body.items[0].pk,
    null
  )
  t.match([(await item(same)).quantity, (await item(other)).quantity], [200, 1])
  t.match((await tracked(same)).at(-1), { deltas: { quantity: 70, added: 70, location: bench } })
  t.equal((await admin.get('/api/stock/')).body.length, 2)
})

t.test('merging on the way: what does not fit is simply moved', async (t) => {
  const { act, admin, stock, item, tracked, bench, meter } = await stage(t)
  await stock({ location: bench, status: 50 })
  await stock({ location: bench, part: meter })
  const pk = await stock()
  await act('transfer', { items: [{ pk, quantity: 10, merge: true }], location: bench })
  t.match(await item(pk), { location: bench, quantity: 10 })
  const more = await stock()
  await act('transfer', { items: [{ pk: more, quantity: 4, status: 55, merge: true }], location: bench })
  t.match(await item(more), { quantity: 6 })
  t.match(await tracked(more), [{ type: 42 }], 'a piece in another state stays a piece')
  t.equal((await admin.get('/api/stock/?status=55')).body[0].parent, more)
})

t.test('returning frees an item of whoever has it', async (t) => {
  const house = await stage(t)
  const { act, stock, item, tracked, customer, bench, db, nut } = house
  const pk = await stock({ customer })
  await promise(house, pk, 2)
  const answer = await act('return', {
    items: [{ pk, quantity: 10, status: 85, batch: 'no', merge: true }],
    location: bench,
    notes: 'Back'
  })
  t.strictSame(answer.body, {
    items: [{ pk, quantity: '10.00000', batch: 'no', status: 85, merge: true }],
    notes: 'Back',
    location: bench,
    merge: false
  })
  t.match(await item(pk), { customer: null, location: bench, status: 85, batch: '', in_stock: true, allocated: 0 })
  t.strictSame(await tracked(pk), [
    {
      type: 5,
      user_id: null,
      notes: '',
      deltas: { status: 85, status_logical: 85, old_status: 10, old_status_logical: 10 }
    },
    {
      type: 15,
      user_id: 1,
      notes: 'Back',
      deltas: {
        quantity: 10,
        location: bench,
        customer,
        customer_name: 'Lab',
        status: 85,
        status_logical: 85,
        old_status: 10,
        old_status_logical: 10
      }
    }
  ])
  const [{ id: build }] = (await db
    .insertInto('build')
    .values({ reference: 'BO-1', part_id: nut, quantity: 1 } as never)
    .returning('id')
    .execute()) as [{ id: number }]
  const used = await stock({ consumed_by: build })
  await act('return', { items: [{ pk: used, quantity: 10 }], location: bench })
  t.match(await item(used), { consumed_by: null, location: bench })
  t.match(await tracked(used), [{ type: 15, deltas: { build_order: build } }])
  const lost = await stock({ status: 70 })
  await act('return', { items: [{ pk: lost, quantity: 10 }], location: bench })
  t.match(await item(lost), { status: 70, location: bench })
})

t.test('returning a part of an item, and into the one that it came from', async (t) => {
  const { act, admin, stock, item, customer, bench, shelf } = await stage(t)
  const pk = await stock({ customer })
  await act('return', { items: [{ pk, quantity: 4 }], location: bench, notes: 'Left over' })
  t.match((await admin.get('/api/stock/track/?search=left over')).body, [
    { item: pk + 1, tracking_type: 15, deltas: { quantity: 4 }, notes: 'Left over' }
  ])
  t.equal((await admin.get('/api/stock/track/?search=left over')).body.length, 1, 'the split has no notes of its own')
  t.match(
    [await item(pk), await item(pk + 1)],
    [
      { quantity: 6, customer },
      { quantity: 4, customer: null, location: bench, parent: pk }
    ]
  )
  t.strictSame((await act('return', { items: [{ pk, quantity: 7 }], location: bench })).body, {
    quantity: ['Quantity exceeds available stock']
  })
  t.strictSame((await act('return', { items: [{ pk: pk + 1, quantity: 1 }], location: bench })).body, {
    items: [{ pk: ['Stock item is already in stock'] }]
  })
  const lot = await stock()
  await act('transfer', { items: [{ pk: lot, quantity: 3 }], location: bench })
  const piece = lot + 1
  await act('assign', { items: [{ item: piece }], customer })
  const { body } = await act('return', { items: [{ pk: piece, quantity: 3 }], location: shelf, merge: true })
  t.match(body, { merge: true, items: [{ pk: null }] })
  t.equal((await item(lot)).quantity, 10)
  t.equal((await admin.get(`/api/stock/${piece}/`)).status, 404)
})

t.test('two at once: what the first did the second must see', async (t) => {
  const { act, stock, customer, tracked, shelf } = await stage(t)
  const [pk, one, two] = [await stock(), await stock(), await stock()]
  const answers = async (action: string, body: object) =>
    (await Promise.all([act(action, body), act(action, body)])).map(({ status }) => status).sort()
  t.strictSame(await answers('assign', { items: [{ item: pk }], customer }), [201, 400])
  t.equal((await tracked(pk)).length, 1)
  t.strictSame(await answers('return', { items: [{ pk, quantity: 10 }], location: shelf }), [201, 400])
  t.strictSame(await answers('merge', { items: [{ item: one }, { item: two }], location: shelf }), [201, 400])
  t.strictSame(await answers('remove', { items: [{ pk: one, quantity: 20 }] }), [201, 400])
})

t.test('giving stock to a customer', async (t) => {
  const house = await stage(t)
  const { act, make, stock, item, tracked, customer } = house
  const [pk, promised, lost] = [await stock(), await stock(), await stock({ status: 70 })]
  const glue = (await make('/api/part/', { name: 'Glue', salable: false })).pk
  const other = await stock({ part: glue })
  const shop = (await make('/api/company/', { name: 'Shop' })).pk
  await promise(house, promised, 1)
  t.strictSame(
    (
      await act('assign', {
        items: [{ item: pk }, { item: promised }, { item: other }, { item: lost }, { item: 99 }, {}],
        customer: shop
      })
    ).body,
    {
      items: [
        {},
        { item: ['Item is allocated to a sales order'] },
        { item: ['Part must be salable'] },
        { item: ['Item must be in stock'] },
        { item: ['Invalid pk "99" - object does not exist.'] },
        { item: ['This field is required.'] }
      ],
      customer: ['Selected company is not a customer']
    }
  )
  t.strictSame((await act('assign', { items: [{ item: pk }], customer, notes: 'Gift' })).body, {
    items: [{ item: pk }],
    customer,
    notes: 'Gift'
  })
  t.match(await item(pk), { customer, location: null, in_stock: false })
  t.strictSame(await tracked(pk), [
    { type: 100, user_id: 1, notes: 'Gift', deltas: { quantity: 10, customer, customer_name: 'Lab' } }
  ])
})
