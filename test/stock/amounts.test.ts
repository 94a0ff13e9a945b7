import t from 'tap'
import { promise, stage } from '../support/stock.ts'

t.test('counting: quantity, place, state and day', async (t) => {
  const { act, stock, item, tracked, shelf, bench } = await stage(t)
  const pk = await stock()
  const answer = await act('count', {
    items: [{ pk, quantity: '8.5', batch: 'B', status: 55, packaging: '' }],
    location: bench,
    notes: 'Spring'
  })
  t.equal(answer.status, 201)
  t.strictSame(answer.body, {
    items: [{ pk, quantity: '8.50000', batch: 'B', status: 55, packaging: '', merge: false }],
    notes: 'Spring',
    location: bench
  })
  const today = new Date().toISOString().slice(0, 10)
  t.match(await item(pk), {
    quantity: 8.5,
    batch: 'B',
    status: 55,
    packaging: null,
    location: bench,
    stocktake_date: today
  })
  t.strictSame(await tracked(pk), [
    {
      type: 10,
      user_id: 1,
      notes: 'Spring',
      deltas: {
        location: bench,
        old_location: shelf,
        status: 55,
        status_logical: 55,
        old_status: 10,
        old_status_logical: 10,
        batch: 'B',
        quantity: 8.5
      }
    }
  ])
})

t.test('a count that confirms what is known is entered, but is no count of the day', async (t) => {
  const { act, stock, item, tracked, shelf } = await stage(t)
  const pk = await stock()
  await act('count', { items: [{ pk, quantity: 10 }], location: shelf })
  t.equal((await item(pk)).stocktake_date, null)
  t.match(await tracked(pk), [{ type: 10, deltas: { quantity: 10 } }])
})

t.test('nothing left: the item goes where it may', async (t) => {
  const house = await stage(t)
  const { act, stock, item, admin, db, nut } = house
  const [gone, kept, promised, holder] = [
    await stock(),
    await stock({ delete_on_deplete: false }),
    await stock(),
    await stock()
  ]
  await promise(house, promised, 2)
  await stock({ belongs_to: holder })
  for (const pk of [gone, kept, promised, holder])
    t.equal((await act('count', { items: [{ pk, quantity: 0 }] })).body.items[0].pk, pk === gone ? null : pk)
  t.equal((await admin.get(`/api/stock/${gone}/`)).status, 404)
  t.match(
    await db
      .selectFrom('stock_tracking')
      .select(['part_id', 'deltas'])
      .where('item_id', 'is', null)
      .where('tracking_type', '=', 10)
      .execute(),
    [{ part_id: nut, deltas: '{"quantity":0}' }],
    'the entry stays with the part'
  )
  for (const pk of [kept, promised, holder]) t.equal((await item(pk)).quantity, 0)
  await db.updateTable('sales_order').set({ status: 40 }).execute()
  t.equal(
    (await act('count', { items: [{ pk: promised, quantity: 0 }] })).body.items[0].pk,
    null,
    'an order that is over needs nothing'
  )
})

t.test('adding and taking away', async (t) => {
  const { act, stock, item, tracked } = await stage(t)
  const pk = await stock({ quantity: 0.1 })
  await act('add', { items: [{ pk, quantity: 0.2, status: 50 }], notes: 'Found' })
  t.match(await item(pk), { quantity: 0.3, status: 50 })
  await act('add', { items: [{ pk, quantity: 0 }] })
  await act('remove', { items: [{ pk, quantity: 0.1, packaging: 'Bag' }] })
  t.match(await item(pk), { quantity: 0.2, packaging: 'Bag' })
  t.strictSame((await act('remove', { items: [{ pk, quantity: 99, batch: 'B' }] })).body, {
    items: [{ pk: null, quantity: '99.00000', batch: 'B', status: null, merge: false }]
  })
  t.strictSame(await tracked(pk), [], 'it is gone')
})

t.test('what the entries tell', async (t) => {
  const { act, stock, tracked } = await stage(t)
  const pk = await stock({ delete_on_deplete: false })
  await act('add', { items: [{ pk, quantity: 2, batch: 'B' }], notes: 'Found' })
  await act('remove', { items: [{ pk, quantity: 99 }] })
  await act('remove', { items: [{ pk, quantity: 1 }] })
  t.strictSame(
    await tracked(pk),
    [
      { type: 11, user_id: 1, notes: 'Found', deltas: { batch: 'B', added: 2, quantity: 12 } },
      { type: 12, user_id: 1, notes: '', deltas: { removed: 12, quantity: 0 } }
    ],
    'where nothing is left nothing is taken, and nothing is entered'
  )
})

t.test('a piece with a serial number stays one piece', async (t) => {
  const { act, stock, item, tracked, meter } = await stage(t)
  const pk = await stock({ part: meter, quantity: 1, serial_numbers: '7' })
  await act('count', { items: [{ pk, quantity: 4 }] })
  for (const action of ['add', 'remove']) t.equal((await act(action, { items: [{ pk, quantity: 1 }] })).status, 201)
  t.match(await item(pk), { quantity: 1, serial: '7', stocktake_date: /^\d/ })
  t.match(await tracked(pk), [{ type: 10, deltas: { quantity: 1 } }])
})

t.test('the same item twice, and the order of the keys', async (t) => {
  const { act, stock, item } = await stage(t)
  const [a, b] = [await stock(), await stock()]
  const { body } = await act('remove', {
    items: [
      { pk: b, quantity: 10 },
      { pk: a, quantity: 1 },
      { pk: b, quantity: 10 },
      { pk: a, quantity: 1 }
    ]
  })
  t.strictSame(
    body.items.map((line: { pk: number }) => line.pk),
    [a, a, null, null]
  )
  t.equal((await item(a)).quantity, 8)
})

t.test('what is refused stands at its place, and nothing is changed', async (t) => {
  const { act, stock, item, tracked, meter, customer, site, set } = await stage(t)
  const [pk, sold, pieces] = [await stock(), await stock({ customer }), await stock({ part: meter })]
  const refuses = async (action: string, body: object) => {
    const answer = await act(action, body)
    t.equal(answer.status, 400)
    return answer.body
  }
  t.strictSame(await refuses('add', {}), { items: ['This field is required.'] })
  t.strictSame(await refuses('add', { items: null }), { items: ['This field may not be null.'] })
  t.strictSame(await refuses('add', { items: 'all' }), {
    items: { non_field_errors: ['Expected a list of items but got type "str".'] }
  })
  t.strictSame(await refuses('add', { items: [{ pk, quantity: 1 }, 7] }), {
    items: [{}, { non_field_errors: ['Invalid data. Expected a dictionary, but got int.'] }]
  })
  t.strictSame(await refuses('add', { items: [] }), { non_field_errors: ['A list of stock items must be provided'] })
  t.strictSame(await refuses('add', { items: [{ pk: 999, quantity: 1 }, { pk, quantity: 1 }, { pk: null }] }), {
    items: [
      { pk: ['Invalid pk "999" - object does not exist.'] },
      {},
      { pk: ['This field may not be null.'], quantity: ['This field is required.'] }
    ]
  })
  t.strictSame(
    await refuses('remove', {
      items: [
        { pk, quantity: '0.000001' },
        { pk, quantity: 12345678901 },
        { pk, quantity: -1, status: 'good' }
      ]
    }),
    {
      items: [
        { quantity: ['Ensure that there are no more than 5 decimal places.'] },
        { quantity: ['Ensure that there are no more than 10 digits before the decimal point.'] },
        { quantity: ['Ensure this value is greater than or equal to 0.'], status: ['"good" is not a valid choice.'] }
      ]
    }
  )
  t.strictSame(await refuses('count', { items: [{ pk: sold, quantity: 1 }], location: site }), {
    items: [{ pk: ['Stock item is not in stock'] }],
    location: ['Structural locations cannot be assigned stock items']
  })
  t.strictSame(
    await refuses('add', {
      items: [
        { pk, quantity: 1 },
        { pk: pieces, quantity: 0.5 }
      ]
    }),
    { quantity: ['Quantity must be integer value for trackable parts'] }
  )
  t.strictSame(await refuses('add', { items: [{ pk, quantity: 9999999999 }] }), {
    quantity: ['Ensure that there are no more than 10 digits before the decimal point.']
  })
  t.strictSame(await refuses('add', { items: [{ pk, quantity: 1 }], notes: 'x'.repeat(513) }), {
    notes: ['Ensure this field has no more than 512 characters.']
  })
  t.equal((await item(pk)).quantity, 10, 'all or nothing')
  t.strictSame(await tracked(pk), [])
  await set('STOCK_ALLOW_OUT_OF_STOCK_TRANSFER', true)
  t.equal((await act('add', { items: [{ pk: sold, quantity: 1 }] })).status, 201)
})

t.test("a state of one's own", async (t) => {
  const { act, make, admin, stock, item, tracked } = await stage(t)
  const model = (await admin.get('/api/contenttype/model/stockitem/')).body.pk
  await make('/api/generic/status/custom/', {
    key: 151,
    name: 'BURN_IN',
    label: 'On burn-in',
    color: 'info',
    logical_key: 75,
    model,
    reference_status: 'StockStatus'
  })
  const [a, b] = [await stock(), await stock()]
  await act('add', { items: [{ pk: a, quantity: 1, status: '151' }] })
  t.match(await item(a), { status: 75, status_custom_key: 151, status_text: 'On burn-in', in_stock: false })
  t.match(await tracked(a), [{ deltas: { status: 151, status_logical: 75, old_status: 10, old_status_logical: 10 } }])
  t.strictSame((await act('change_status', { items: [b, a], status: 151, note: 'Over night' })).body, {
    items: [b, a],
    status: 151,
    note: 'Over night'
  })
  t.equal((await tracked(a)).length, 1, 'it was in that state')
  t.match(await tracked(b), [{ type: 5, notes: 'Over night', deltas: { status: 151, old_status: 10 } }])
  t.equal((await act('change_status', { items: [b] })).body.status, 10)
  t.strictSame((await act('change_status', { items: [] })).body, { items: ['No stock items selected'] })
  t.strictSame((await act('change_status', { items: 7 })).body, {
    items: ['Expected a list of items but got type "int".']
  })
  t.strictSame((await act('change_status', { items: [888, 999], status: 51 })).body, {
    items: ['Invalid pk "888" - object does not exist.'],
    status: ['"51" is not a valid choice.']
  })
  t.strictSame((await act('change_status', { items: [b], status: null })).body, {
    status: ['This field may not be null.']
  })
})
