import t from 'tap'
import { build, column } from '../helper.ts'
import { bench, tools, tracked } from '../support/build-orders.ts'

t.test('outputs begin in production, and bring the order there', async (t) => {
  const house = await build(t)
  const { act, get, pk } = tools(house)
  const { intercom, store, van } = await bench(house)
  const order = await pk('/api/build/', { part: intercom, quantity: 3, destination: van, batch: 'ours' })
  const refusal = async (body: object) => (await act(order, 'create-output', body)).body
  t.same(await refusal({}), { quantity: ['This field is required.'] })
  t.same(await refusal({ quantity: 0 }), { quantity: ['Quantity must be greater than zero'] })
  t.same(await refusal({ quantity: -1 }), { quantity: ['Ensure this value is greater than or equal to 0.'] })
  t.same(await refusal({ quantity: 2, serial_numbers: '1,2,3' }), {
    serial_numbers: ['Number of unique serial numbers (3) must match quantity (2)']
  })
  t.equal((await get(`/api/build/${order}/`)).status, 10)
  const made = await act(order, 'create-output', { quantity: 2.5 })
  t.match(made, {
    status: 201,
    body: [
      {
        quantity: 2.5,
        location: van,
        batch: '',
        build: order,
        is_building: true,
        in_stock: false,
        tracking_items: 2,
        part_detail: { name: 'Intercom' }
      }
    ]
  })
  t.equal((await get(`/api/build/${order}/`)).status, 20)
  const pieces = (
    await act(order, 'create-output', { quantity: 2, serial_numbers: '7+', location: store, batch_code: 'B' })
  ).body
  t.match(pieces, [{ serial: '7', quantity: 1, location: store, batch: 'B', tracking_items: 1 }, { serial: '8' }])
  t.same(await refusal({ quantity: 1, serial_numbers: '8' }), {
    serial_numbers: ['The following serial numbers already exist or are invalid : 8']
  })
  t.match(await get(`/api/part/${intercom}/requirements/`), { building: 4.5 })
})

t.test('an output is completed whole or in part', async (t) => {
  const house = await build(t)
  const { act, get, pk } = tools(house)
  const { order, intercom, store, items } = await bench(house)
  const [output] = column((await act(order, 'create-output', { quantity: 6 })).body, 'pk')
  const refusal = async (outputs: object[], more: object = {}) =>
    (await act(order, 'complete', { outputs, location: store, ...more })).body
  t.same((await act(order, 'complete', {})).body, {
    outputs: ['This field is required.'],
    location: ['This field is required.']
  })
  t.same(await refusal([]), { non_field_errors: ['A list of build outputs must be provided'] })
  t.same(await refusal([{ output: items.speakers }]), {
    outputs: [{ output: ['Build output does not match the parent build'] }]
  })
  t.same(await refusal([{ output }, { output, quantity: 1 }]), {
    outputs: [{}, { quantity: ['Quantity cannot be greater than the output quantity'] }]
  })
  t.same(await refusal([{ output, quantity: 7 }]), {
    outputs: [{ quantity: ['Quantity cannot be greater than the output quantity'] }]
  })
  t.same(await refusal([{ output, quantity: 0 }]), { outputs: [{ quantity: ['Quantity must be greater than zero'] }] })
  t.same(await refusal([{ output }], { status_custom_key: 4711 }), {
    status_custom_key: ['"4711" is not a valid choice.']
  })
  const other = await pk('/api/build/', { part: intercom })
  t.same((await act(other, 'complete', { outputs: [{ output }], location: store })).body, {
    outputs: [{ output: ['Build output does not match the parent build'] }]
  })
  t.equal((await act(order, 'complete', { outputs: [{ output, quantity: 4 }], location: store })).status, 200)
  const [old, made] = await get(`/api/stock/?build=${order}&ordering=quantity`)
  t.match(
    [old, made],
    [
      { pk: output, quantity: 2, is_building: true },
      { quantity: 4, is_building: false, parent: output, location: store, in_stock: true }
    ]
  )
  t.equal((await get(`/api/build/${order}/`)).completed, 4)
  await act(order, 'complete', { outputs: [{ output }], location: store, status_custom_key: 50, notes: 'Scratched' })
  t.match(await get(`/api/stock/${output}/`), { status: 50, is_building: false, quantity: 2 })
  t.equal((await get(`/api/build/${order}/`)).completed, 6)
  t.same(await refusal([{ output }]), { outputs: [{ output: ['This build output has already been completed'] }] })
})

t.test('an order counts whole pieces as made: what its outputs come to, rounded down', async (t) => {
  const house = await build(t)
  const { act, get, pk, part } = tools(house)
  const place = await pk('/api/stock/location/', { name: 'Bench' })
  const order = await pk('/api/build/', { part: await part('Cable', { assembly: true }), quantity: 10 })
  const made = async (...quantities: number[]): Promise<number> => {
    const outputs = []
    for (const quantity of quantities)
      outputs.push({ output: (await act(order, 'create-output', { quantity })).body[0].pk })
    t.equal((await act(order, 'complete', { outputs, location: place })).status, 200)
    return (await get(`/api/build/${order}/`)).completed
  }
  t.equal(await made(0.7, 0.2, 0.1), 1, 'the sum is exact: as binary fractions these come to less than one')
  t.equal(await made(2.75), 3, 'what is begun does not count')
  t.equal(await made(0.5, 0.5), 4)
  t.equal(await made(0.99999), 4)
})

t.test('outputs are scrapped with a reason, or deleted without a trace', async (t) => {
  const house = await build(t)
  const { act, get } = tools(house)
  const { order, store } = await bench(house)
  const [output] = column((await act(order, 'create-output', { quantity: 2.5 })).body, 'pk')
  t.same((await act(order, 'scrap-outputs', { outputs: [{ output, quantity: 3 }], location: store, notes: '' })).body, {
    outputs: [{ quantity: ['Quantity cannot be greater than the output quantity'] }],
    notes: ['This field may not be blank.']
  })
  await act(order, 'scrap-outputs', { outputs: [{ output, quantity: 1 }], location: store, notes: 'Burnt' })
  const [scrapped, old] = await get(`/api/stock/?build=${order}&ordering=quantity`)
  t.match(
    [old, scrapped],
    [
      { pk: output, quantity: 1.5, is_building: true },
      { quantity: 1, status: 65, in_stock: false, location: store, build: order }
    ]
  )
  t.equal((await get(`/api/build/${order}/`)).completed, 0)
  t.same((await act(order, 'delete-outputs', { outputs: [{ output: scrapped.pk }] })).body, {
    outputs: [{ output: ['This build output has already been completed'] }]
  })
  t.equal((await act(order, 'delete-outputs', { outputs: [{ output }, { output }] })).status, 200)
  t.equal((await house.as('admin').get(`/api/stock/${output}/`)).status, 404)
  t.equal((await get(`/api/stock/${scrapped.pk}/`)).parent, null)
})

t.test('tracked pieces go into the output that they are for', async (t) => {
  const house = await build(t)
  const { act, get, allocations } = tools(house)
  const {
    order,
    outputs: [o1, o2, o3],
    mixers: [m1, m2, m3],
    line,
    place
  } = await tracked(house)
  t.same(await allocations(order), [
    [line, m1, 1, o1],
    [line, m2, 1, o2],
    [line, m3, 1, o3]
  ])
  t.same((await act(order, 'create-output', { quantity: 1.5 })).body, {
    quantity: ['Integer quantity required for trackable parts']
  })
  t.same((await act(order, 'create-output', { quantity: 1 })).body, {
    serials: ['Serial numbers must be provided for trackable parts']
  })
  await act(order, 'unallocate')
  t.equal((await allocations(order)).length, 3, 'what is for an output survives')
  await act(order, 'unallocate', { output: o2 })
  t.same(column(await allocations(order), '3'), [o1, o3])
  const row = { build_line: line, stock_item: m2, quantity: 1 }
  t.same((await act(order, 'allocate', { items: [row] })).body, {
    items: [{ output: ['Build output must be specified for allocation of tracked parts'] }]
  })
  t.same((await house.as('admin').post('/api/build/item/', row)).body, {
    non_field_errors: ['Build item must specify a build output, as master part is marked as trackable']
  })
  t.same((await act(order, 'complete', { outputs: [{ output: o2 }], location: place })).body, {
    outputs: [{ output: ['This build output is not fully allocated'] }]
  })
  await act(order, 'complete', { outputs: [{ output: o1 }], location: place, notes: 'Passed' })
  t.match(await get(`/api/stock/${m1}/`), { belongs_to: o1, consumed_by: order, location: null, in_stock: false })
  t.match(await get(`/api/stock/${o1}/`), { installed_items: 1, in_stock: true, location: place })
  t.equal(
    (await act(order, 'complete', { outputs: [{ output: o2 }], location: place, accept_incomplete_allocation: true }))
      .status,
    200
  )
  await act(order, 'scrap-outputs', {
    outputs: [{ output: o3 }],
    location: place,
    notes: 'Fell',
    discard_allocations: true
  })
  t.match(await get(`/api/stock/${m3}/`), { in_stock: true, allocated: 0, location: place })
  t.match(await get(`/api/build/line/${line}/`), { consumed: 1, allocated: 0 })
  t.equal((await get(`/api/build/${order}/`)).completed, 2)
})

t.test('outputs without the tests that are required are held back by the setting', async (t) => {
  const house = await build(t)
  const { act, pk, part } = tools(house)
  const place = await pk('/api/stock/location/', { name: 'Bench' })
  const meter = await part('Meter', { assembly: true, testable: true })
  const template = await pk('/api/part/test-template/', { part: meter, test_name: 'Burn in', description: 'A day' })
  const order = await pk('/api/build/', { part: meter, quantity: 1 })
  const [output] = column((await act(order, 'create-output', { quantity: 1 })).body, 'pk')
  await house.set('PREVENT_BUILD_COMPLETION_HAVING_INCOMPLETED_TESTS', true)
  const complete = () => act(order, 'complete', { outputs: [{ output }], location: place })
  t.same((await complete()).body, {
    outputs: [{ non_field_errors: ['Build output has not passed all required tests'] }]
  })
  await pk('/api/stock/test/', { stock_item: output, template, result: false })
  t.equal((await complete()).status, 400)
  await pk('/api/stock/test/', { stock_item: output, template, result: true })
  t.equal((await complete()).status, 200)
})
