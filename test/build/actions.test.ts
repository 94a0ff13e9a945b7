import t from 'tap'
import { build, column } from '../helper.ts'
import { bench, tools } from '../support/build-orders.ts'

t.test('allocate adds up, echoes, and passes consumables over', async (t) => {
  const house = await build(t)
  const { act, allocations } = tools(house)
  const {
    order,
    lines: [l1, , , l4],
    items
  } = await bench(house)
  t.match(
    await act(order, 'allocate', {
      items: [
        { build_line: l1, stock_item: items.speakers, quantity: 4 },
        { build_line: l4, stock_item: items.glue, quantity: 2 }
      ]
    }),
    {
      status: 201,
      body: {
        items: [
          { build_line: l1, stock_item: items.speakers, quantity: '4.00000', output: null },
          { build_line: l4, quantity: '2.00000' }
        ]
      }
    }
  )
  await act(order, 'allocate', {
    items: [
      { build_line: l1, stock_item: items.speakers, quantity: '2.5' },
      { build_line: l1, stock_item: items.speakers, quantity: 0.1 }
    ]
  })
  t.same(await allocations(order), [[l1, items.speakers, 6.6, null]])
})

t.test('allocate refuses row by row, and changes nothing then', async (t) => {
  const house = await build(t)
  const { act, allocations, pk, stock } = tools(house)
  const {
    order,
    intercom,
    lines: [l1, l2],
    items,
    speaker
  } = await bench(house)
  const other = await pk('/api/build/', { part: intercom })
  const [foreign] = await tools(house).lines(other)
  const sold = await stock(speaker, 5, { status: 70 })
  const refusal = async (...rows: object[]) => (await act(order, 'allocate', { items: rows })).body
  t.same((await act(order, 'allocate', {})).body, { items: ['This field is required.'] })
  t.same(await refusal(), { non_field_errors: ['Allocation items must be provided'] })
  const good = { build_line: l1, stock_item: items.speakers, quantity: 1 }
  for (const [row, expected] of [
    [{ ...good, quantity: 0 }, { quantity: ['Quantity must be greater than zero'] }],
    [{ ...good, quantity: -3 }, { quantity: ['Ensure this value is greater than or equal to 0.'] }],
    [{ ...good, quantity: 31 }, { quantity: ['Available quantity (30) exceeded'] }],
    [{ ...good, stock_item: items.buttons }, { stock_item: ['Selected stock item does not match BOM line'] }],
    [{ ...good, stock_item: sold }, { stock_item: ['Item must be in stock'] }],
    [{ ...good, output: items.speakers }, { output: [`Invalid pk "${items.speakers}" - object does not exist.`] }],
    [{ ...good, build_line: foreign }, { build_line: ['Build line must point to the correct build order'] }]
  ])
    t.same(await refusal(good, row!), { items: [{}, expected] }, JSON.stringify(expected))
  t.same(
    await refusal(
      { ...good, build_line: l2, stock_item: items.buttons, quantity: 10 },
      { ...good, build_line: l2, stock_item: items.buttons, quantity: 10 }
    ),
    { quantity: ['Available quantity (15) exceeded'] }
  )
  t.same(await allocations(order), [])
  t.match(await act(999, 'allocate', { items: [] }), { status: 404, body: { detail: 'Build not found' } })
  t.match(await act(999, 'allocate', {}), { status: 404 }, 'what is not there is told before what is wrong')
})

t.test('what another order has is not available', async (t) => {
  const house = await build(t)
  const { act, pk, lines } = tools(house)
  const {
    order,
    intercom,
    lines: [l1],
    items
  } = await bench(house)
  await act(order, 'allocate', { items: [{ build_line: l1, stock_item: items.speakers, quantity: 26 }] })
  const other = await pk('/api/build/', { part: intercom })
  const [line] = await lines(other)
  t.same(
    (await act(other, 'allocate', { items: [{ build_line: line, stock_item: items.speakers, quantity: 5 }] })).body,
    { items: [{ quantity: ['Available quantity (4) exceeded'] }] }
  )
})

t.test('auto-allocate fills what has one item, and more where they are interchangeable', async (t) => {
  const house = await build(t)
  const { act, allocations } = tools(house)
  const {
    order,
    lines: [l1, l2, l3],
    items,
    van,
    store
  } = await bench(house)
  t.match(await act(order, 'auto-allocate'), {
    status: 200,
    body: { task_id: '', exists: false, pending: false, complete: true, success: true, http_status: 200 }
  })
  t.same(await allocations(order), [[l1, items.speakers, 10, null]])
  await act(order, 'auto-allocate', { exclude_location: van })
  t.same((await allocations(order)).slice(1), [[l2, items.buttons, 15, null]])
  await act(order, 'auto-allocate', { interchangeable: true })
  t.same((await allocations(order)).slice(2), [[l2, items.spare, 5, null]])
  await act(order, 'auto-allocate', { optional_items: true, location: store, build_lines: [l3] })
  t.same((await allocations(order)).slice(3), [[l3, items.labels, 3, null]])
  t.same((await act(order, 'auto-allocate', { item_type: 'some', build_lines: [999] })).body, {
    item_type: ['"some" is not a valid choice.'],
    build_lines: ['Invalid pk "999" - object does not exist.']
  })
  await act(order, 'unallocate', { build_line: l2 })
  t.same(column(await allocations(order), '0'), [l1, l3])
  t.match(await act(order, 'unallocate'), { status: 201, body: { build_line: null, output: null } })
  await act(order, 'auto-allocate', { interchangeable: true, stock_sort_by: '-quantity', build_lines: [l2] })
  t.same(await allocations(order), [[l2, items.spare, 20, null]])
})

t.test('auto-allocate takes the component first, then variants, then substitutes', async (t) => {
  const house = await build(t)
  const { act, allocations, part, pk, stock, lines } = tools(house)
  const lamp = await part('Lamp', { assembly: true })
  const bulb = await part('Bulb', { is_template: true })
  const [clear, led] = [await part('Bulb clear', { variant_of: bulb }), await part('LED')]
  const bill = await pk('/api/bom/', { part: lamp, sub_part: bulb, quantity: 10, allow_variants: true })
  await pk('/api/bom/substitute/', { bom_item: bill, part: led })
  const [substitute, variant, own] = [await stock(led, 9), await stock(clear, 4), await stock(bulb, 3)]
  const order = await pk('/api/build/', { part: lamp })
  const [line] = await lines(order)
  await act(order, 'auto-allocate', { interchangeable: true })
  t.same(await allocations(order), [
    [line, own, 3, null],
    [line, variant, 4, null],
    [line, substitute, 3, null]
  ])
  await act(order, 'unallocate')
  await act(order, 'auto-allocate', { interchangeable: true, substitutes: false })
  t.same(await allocations(order), [
    [line, own, 3, null],
    [line, variant, 4, null]
  ])
})

t.test('consume splits off what is used up, and the line counts it', async (t) => {
  const house = await build(t)
  const { act, allocations, get } = tools(house)
  const {
    order,
    lines: [l1, l2],
    items,
    speaker
  } = await bench(house)
  await act(order, 'allocate', {
    items: [
      { build_line: l1, stock_item: items.speakers, quantity: 10 },
      { build_line: l2, stock_item: items.buttons, quantity: 15 }
    ]
  })
  const [first, second] = column(await get(`/api/build/item/?build=${order}`), 'pk')
  const refusal = async (body: object) => (await act(order, 'consume', body)).body
  t.same(await refusal({}), { non_field_errors: ['At least one item or line must be provided'] })
  t.same(await refusal({ items: [{ build_item: first, quantity: 11 }] }), {
    items: [{ quantity: ['Consumed quantity exceeds allocated quantity'] }]
  })
  t.same(await refusal({ items: [{ build_item: first, quantity: 0 }] }), {
    items: [{ quantity: ['Quantity must be greater than zero'] }]
  })
  t.same(
    await refusal({
      items: [
        { build_item: first, quantity: 1 },
        { build_item: first, quantity: 1 }
      ]
    }),
    { items: ['Duplicate build item allocation'] }
  )
  t.same(await refusal({ lines: [{ build_line: l1 }, { build_line: l1 }] }), {
    lines: ['Duplicate build line allocation']
  })
  t.equal(
    (await act(order, 'consume', { items: [{ build_item: first, quantity: 4 }], notes: 'First tray' })).status,
    200
  )
  const used = await get(`/api/stock/?consumed_by=${order}`)
  t.match(used, [{ quantity: 4, parent: items.speakers, location: null, in_stock: false }])
  t.match(await get(`/api/stock/${items.speakers}/`), { quantity: 26, allocated: 6 })
  t.same(await allocations(order), [
    [l1, items.speakers, 6, null],
    [l2, items.buttons, 15, null]
  ])
  const history = await house.db
    .selectFrom('stock_tracking')
    .select(['item_id', 'tracking_type', 'deltas', 'notes'])
    .where('tracking_type', '>', 20)
    .orderBy('id')
    .execute()
  t.same(
    history.map((row) => [row.item_id, row.tracking_type, JSON.parse(row.deltas!), row.notes]),
    [
      [used[0].pk, 40, { stockitem: items.speakers, quantity: 4 }, 'First tray'],
      [items.speakers, 42, { removed: 4, quantity: 26 }, 'First tray'],
      [used[0].pk, 57, { buildorder: order, quantity: 4 }, 'First tray']
    ]
  )
  await act(order, 'consume', {
    items: [{ build_item: second, quantity: 5 }],
    lines: [{ build_line: l1 }, { build_line: l2 }]
  })
  t.same(column(await get(`/api/build/line/?build=${order}`), 'consumed'), [10, 15, 0, 0])
  t.same(await allocations(order), [])
  t.match(
    await get(`/api/stock/${items.buttons}/`),
    { quantity: 10, consumed_by: order },
    'the last of it is used up whole'
  )
  t.equal((await get(`/api/part/${speaker}/requirements/`)).required_for_build_orders, 0)
})

t.test('an order is finished once all is there, or what is missing is accepted', async (t) => {
  const house = await build(t)
  const { act, get, allocations, pk } = tools(house)
  const {
    order,
    intercom,
    lines: [l1, l2],
    items,
    store
  } = await bench(house)
  const finish = async (body: object = {}) => (await act(order, 'finish', body)).body
  const all = { accept_unallocated: true, accept_incomplete: true, accept_overallocated: 'trim' }
  t.same(await finish(), {
    accept_unallocated: ['Required stock has not been fully allocated'],
    accept_incomplete: ['Required build quantity has not been completed']
  })
  t.same(await finish(all), { non_field_errors: ['Build order must be in production state'] })
  await act(order, 'allocate', {
    items: [
      { build_line: l1, stock_item: items.speakers, quantity: 14 },
      { build_line: l2, stock_item: items.buttons, quantity: 5 }
    ]
  })
  t.same(await finish({ ...all, accept_overallocated: 'reject' }), {
    accept_overallocated: ['Some stock items have been overallocated']
  })
  const [output] = column((await act(order, 'create-output', { quantity: 2 })).body, 'pk')
  t.same(await finish(all), { non_field_errors: ['Build order has incomplete outputs'] })
  await act(order, 'complete', { outputs: [{ output }], location: store })
  const below = await pk('/api/build/', { part: intercom, parent: order })
  await house.set('BUILDORDER_REQUIRE_CLOSED_CHILDS', true)
  t.same(await finish(all), { non_field_errors: ['Build order has open child build orders'] })
  await act(below, 'cancel')
  t.same(await finish(all), all)
  t.match(await get(`/api/build/${order}/`), { status: 40, completed: 2, completion_date: /^\d{4}-/ })
  t.same(column(await get(`/api/build/line/?build=${order}`), 'consumed'), [10, 5, 0, 0])
  t.same(await allocations(order), [])
  t.match(await get(`/api/stock/${items.speakers}/`), { quantity: 20, allocated: 0 })
  t.same(await finish(all), { non_field_errors: ['Build order must be in production state'] })
})

t.test('trimming leaves what a line still needs', async (t) => {
  const house = await build(t)
  const { act, get } = tools(house)
  const {
    order,
    lines: [l1],
    items
  } = await bench(house)
  await act(order, 'allocate', { items: [{ build_line: l1, stock_item: items.speakers, quantity: 4 }] })
  await act(order, 'consume', { lines: [{ build_line: l1 }] })
  await act(order, 'allocate', { items: [{ build_line: l1, stock_item: items.speakers, quantity: 9 }] })
  await act(order, 'issue')
  await act(order, 'finish', { accept_unallocated: true, accept_incomplete: true, accept_overallocated: 'trim' })
  t.equal((await get(`/api/build/line/${l1}/`)).consumed, 10)
})

t.test('cancel gives stock back and leaves outputs, unless asked otherwise', async (t) => {
  const house = await build(t)
  const { act, get, allocations, pk } = tools(house)
  const {
    order,
    intercom,
    lines: [l1],
    items
  } = await bench(house)
  await act(order, 'allocate', { items: [{ build_line: l1, stock_item: items.speakers, quantity: 3 }] })
  const [output] = column((await act(order, 'create-output', { quantity: 3 })).body, 'pk')
  t.same((await act(order, 'cancel', { remove_allocated_stock: 'sure' })).body, {
    remove_allocated_stock: ['Must be a valid boolean.']
  })
  t.match(await act(order, 'cancel'), {
    status: 201,
    body: { remove_allocated_stock: false, remove_incomplete_outputs: false }
  })
  t.match(await get(`/api/build/${order}/`), { status: 30, completion_date: /^\d{4}-/ })
  t.same(await allocations(order), [])
  t.match(await get(`/api/stock/${output}/`), { is_building: true, build: order })
  await act(order, 'cancel', { remove_incomplete_outputs: true })
  t.match(await get(`/api/stock/${output}/`), { is_building: true }, 'of a cancelled order nothing changes')
  t.equal((await house.as('admin').delete(`/api/build/${order}/`)).status, 204)
  t.match(await get(`/api/stock/${output}/`), { is_building: true, build: null })

  const second = await pk('/api/build/', { part: intercom })
  const [line] = await tools(house).lines(second)
  const [made] = column((await act(second, 'create-output', { quantity: 1 })).body, 'pk')
  await act(second, 'allocate', { items: [{ build_line: line, stock_item: items.speakers, quantity: 2 }] })
  await act(second, 'cancel', { remove_allocated_stock: true, remove_incomplete_outputs: true })
  t.equal((await house.as('admin').get(`/api/stock/${made}/`)).status, 404)
  t.match(await get(`/api/build/line/${line}/`), { consumed: 2, allocated: 0 })
})

t.test('an allocation shows the supplier part of its stock to whoever may view supplier parts', async (t) => {
  const house = await build(t)
  const { as, makeUser } = house
  const { act } = tools(house)
  const {
    order,
    lines: [l1],
    items
  } = await bench(house)
  await act(order, 'allocate', { items: [{ build_line: l1, stock_item: items.speakers, quantity: 4 }] })
  await makeUser({ name: 'builder', roles: { build: ['view'] } })
  await makeUser({ name: 'buyer', roles: { build: ['view'], purchase_order: ['view'] } })
  const seenBy = async (name: string) =>
    Object.hasOwn((await as(name).get('/api/build/item/?supplier_part_detail=true')).body[0], 'supplier_part_detail')
  t.strictSame([await seenBy('builder'), await seenBy('buyer')], [false, true])
})
