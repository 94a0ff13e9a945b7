import t from 'tap'
import { build, column, type House } from '../helper.ts'

/**
 * An order for five oscillators: resistors with variants and a substitute, optional knobs in other hands, a consumable.
 */
async function bench({ make }: House) {
  const pk = async (url: string, body: object): Promise<number> => {
    const made = await make(url, body)
    return (made[0] ?? made).pk
  }
  const part = (name: string, body: object = {}) => pk('/api/part/', { name, description: '', ...body })
  const rack = await pk('/api/stock/location/', { name: 'Rack' })
  const partner = await pk('/api/stock/location/', { name: 'Partner' })
  const shelf = await pk('/api/stock/location/', { name: 'Shelf', parent: partner, external: true })
  const oscillator = await part('Oscillator', { assembly: true })
  const resistor = await part('Resistor', { IPN: 'R-10K', is_template: true })
  const reel = await part('Resistor reel', { variant_of: resistor })
  const wire = await part('Resistor wire')
  const knob = await part('Knob')
  const solder = await part('Solder', { consumable: true })
  const r1 = await pk('/api/bom/', {
    part: oscillator,
    sub_part: resistor,
    quantity: 12,
    reference: 'R1-R12',
    allow_variants: true,
    attrition: 10
  })
  const k1 = await pk('/api/bom/', {
    part: oscillator,
    sub_part: knob,
    quantity: 2,
    reference: 'K1,K2',
    optional: true,
    setup_quantity: 3
  })
  const s1 = await pk('/api/bom/', { part: oscillator, sub_part: solder, quantity: 0.4 })
  await pk('/api/bom/substitute/', { bom_item: r1, part: wire })
  const stock = {
    resistor: await pk('/api/stock/', { part: resistor, quantity: 50, location: rack }),
    reel: await pk('/api/stock/', { part: reel, quantity: 40, location: rack }),
    wire: await pk('/api/stock/', { part: wire, quantity: 7, location: rack }),
    knob: await pk('/api/stock/', { part: knob, quantity: 5, location: shelf })
  }
  const order = await pk('/api/build/', { part: oscillator, quantity: 5 })
  return { rack, partner, oscillator, resistor, knob, solder, stock, order, bill: { r1, k1, s1 } }
}

t.test('a line tells what is needed and what there is', async (t) => {
  const house = await build(t)
  const { order, resistor } = await bench(house)
  const { body } = await house.as('admin').get(`/api/build/line/?build=${order}`)
  t.same(column(body, 'quantity'), [66, 13, 2])
  t.match(body[0], {
    part: resistor,
    reference: 'R1-R12',
    build_reference: 'BO-0001',
    allow_variants: true,
    allocated: 0,
    available_stock: 50,
    available_variant_stock: 40,
    available_substitute_stock: 7,
    external_stock: 0
  })
  t.match(body[1], { optional: true, consumable: false, available_stock: 5, external_stock: 5 })
  t.match(body[2], { consumable: true })
})

t.test('where the order says where to take from, only stock there counts in its list', async (t) => {
  const house = await build(t)
  const { order, partner, rack } = await bench(house)
  const { as } = house
  await as('admin').patch(`/api/build/${order}/`, { take_from: partner })
  const { body } = await as('admin').get(`/api/build/line/?build=${order}`)
  t.same(column(body, 'available_stock'), [0, 5, 0])
  t.match(body[0], { available_variant_stock: 0, available_substitute_stock: 0 })
  t.same(column(body, 'external_stock'), [0, 5, 0])
  t.same(
    column(
      (await as('admin').get(`/api/build/line/?build=${order}&ordering=-available_stock&limit=1`)).body.results,
      'reference'
    ),
    ['K1,K2']
  )
  t.same((await as('admin').get(`/api/build/line/?build=${order}&available=true`)).body, [])
  t.same(
    column((await as('admin').get('/api/build/line/?available=true')).body, 'reference'),
    ['R1-R12'],
    'without the order all stock counts'
  )
  t.equal(
    (await as('admin').get(`/api/build/line/${body[0].pk}/`)).body.available_stock,
    50,
    'nor does it matter for one line'
  )
  await as('admin').patch(`/api/build/${order}/`, { take_from: rack })
  t.same(column((await as('admin').get(`/api/build/line/?build=${order}`)).body, 'available_stock'), [50, 0, 0])
})

t.test('filters, search and ordering of lines', async (t) => {
  const house = await build(t)
  const { order, knob, bill, stock } = await bench(house)
  const { as, make } = house
  const lines = column((await as('admin').get('/api/build/line/')).body, 'pk')
  const [r, k, s] = lines
  await make('/api/build/item/', { build_line: k, stock_item: stock.knob, quantity: 3 })
  await as('admin').patch(`/api/build/line/${s}/`, { consumed: 2 })
  const found = async (query: string) => column((await as('admin').get(`/api/build/line/?${query}`)).body, 'pk')
  for (const [query, expected] of [
    [`part=${knob}`, [k]],
    [`bom_item=${bill.s1}`, [s]],
    ['consumable=true', [s]],
    ['consumable=false', [r, k]],
    ['optional=true', [k]],
    ['tracked=true', []],
    ['assembly=false', lines],
    ['testable=true', []],
    ['order_outstanding=true', lines],
    ['order_outstanding=false', []],
    ['allocated=true', [s]],
    ['allocated=false', [r, k]],
    ['consumed=true', [s]],
    ['on_order=true', []],
    ['on_order=false', lines],
    [`build=${order}&available=false`, [k]],
    ['search=K1', [k]],
    ['search=R-10K', [r]],
    ['ordering=part', [k, r, s]],
    ['ordering=-quantity', [r, k, s]],
    ['ordering=unit_quantity', [s, k, r]],
    ['ordering=-allocated', [k, s, r]],
    ['ordering=reference', [s, k, r]],
    ['ordering=-consumed', [s, k, r]],
    ['ordering=-available_stock', [r, k, s]]
  ] as [string, number[]][])
    t.same(await found(query), expected, query)
  t.match(await as('admin').get('/api/build/line/?build=999'), {
    status: 400,
    body: { build: [/Select a valid choice/] }
  })
})

t.test('PATCH corrects the quantities, and nothing else', async (t) => {
  const house = await build(t)
  const { order, bill } = await bench(house)
  const { as } = house
  const [, pk] = column((await as('admin').get(`/api/build/line/?build=${order}`)).body, 'pk')
  const changed = await as('admin').patch(`/api/build/line/${pk}/`, { quantity: 99, bom_item: bill.r1 })
  t.match(changed.body, {
    quantity: 99,
    bom_item: bill.k1,
    allocations: [],
    category_detail: null,
    bom_item_detail: { quantity: 2, available_stock: null },
    part_detail: { name: 'Knob' },
    assembly_detail: { name: 'Oscillator' },
    build_detail: { pk: order }
  })
  t.notOk('overdue' in changed.body.build_detail)
  t.notOk('pricing_min' in changed.body.part_detail)
  t.same((await as('admin').put(`/api/build/line/${pk}/`, { quantity: 5 })).body, {
    consumed: ['This field is required.']
  })
  t.equal(
    (await as('admin').put(`/api/build/line/${pk}/`, { quantity: 5, consumed: 5 })).body.build_detail.overdue,
    false
  )
  t.same((await as('admin').patch(`/api/build/line/${pk}/`, { quantity: -1 })).body, {
    quantity: ['Ensure this value is greater than or equal to 0.']
  })
  t.same((await as('admin').patch(`/api/build/line/${pk}/`, { quantity: 0.1234567 })).body, {
    quantity: ['Ensure that there are no more than 5 decimal places.']
  })
  t.match(await as('admin').post('/api/build/line/', { build: order, bom_item: bill.s1, quantity: 1 }), {
    status: 400,
    body: { build: ['This field cannot be null.'], bom_item: ['This field cannot be null.'] }
  })
  t.equal((await as('admin').delete(`/api/build/line/${pk}/`)).status, 204)
  await as('admin').patch(`/api/build/${order}/`, { quantity: 6 })
  t.same(
    column((await as('admin').get(`/api/build/line/?build=${order}`)).body, 'quantity'),
    [79.2, 2.4],
    'quantities follow, the deleted line stays away'
  )
})

t.test('an allocation must fit its line and be there', async (t) => {
  const house = await build(t)
  const { order, stock, oscillator } = await bench(house)
  const { as, make } = house
  const [r, k] = column((await as('admin').get(`/api/build/line/?build=${order}`)).body, 'pk')
  const post = async (body: object) => (await as('admin').post('/api/build/item/', body)).body
  for (const item of [stock.resistor, stock.reel, stock.wire])
    t.match(await post({ build_line: r, stock_item: item }), { quantity: 1, build: order, bom_reference: 'R1-R12' })
  t.same(await post({ build_line: r, stock_item: stock.knob }), {
    stock_item: ['Selected stock item does not match BOM line']
  })
  t.same(await post({ build_line: null, stock_item: stock.knob }), {
    build_line: ['This field cannot be blank.'],
    stock_item: ['Selected stock item does not match BOM line']
  })
  t.same(await post({ build_line: k, stock_item: stock.knob, quantity: 6 }), {
    quantity: ['Allocated quantity (6) must not exceed available stock quantity (5)']
  })
  t.same(await post({ build_line: k, stock_item: stock.knob, quantity: 0 }), {
    quantity: ['Allocated quantity must be greater than zero']
  })
  t.same(await post({ build_line: k, stock_item: stock.knob, quantity: -1 }), {
    quantity: ['Ensure this value is greater than or equal to 0.', 'Allocated quantity must be greater than zero']
  })
  t.same(await post({ build_line: k, stock_item: stock.knob, quantity: 'x' }), { quantity: ['Invalid value'] })
  t.same(await post({ build_line: k, stock_item: stock.knob, install_into: stock.reel }), {
    install_into: [`Invalid pk "${stock.reel}" - object does not exist.`]
  })
  await house.db.updateTable('stock_item').set({ belongs_to_id: stock.reel }).where('id', '=', stock.wire).execute()
  t.same(await post({ build_line: r, stock_item: stock.wire }), {
    stock_item: [`Invalid pk "${stock.wire}" - object does not exist.`]
  })
  const { pk } = await make('/api/build/item/', { build_line: k, stock_item: stock.knob, quantity: 4 })
  t.same(await post({ build_line: k, stock_item: stock.knob, quantity: 2 }), {
    quantity: ['Stock item is over-allocated']
  })
  t.same(await post({ build_line: k, stock_item: stock.knob, quantity: 6 }), {
    quantity: ['Stock item is over-allocated']
  })
  t.equal(
    (await as('admin').patch(`/api/build/item/${pk}/`, { quantity: 5 })).status,
    200,
    'its own amount does not stand in its way'
  )
  t.same((await as('admin').put(`/api/build/item/${pk}/`, { quantity: 5 })).body, {
    stock_item: ['This field is required.']
  })
  t.ok(oscillator)
})

t.test('allocations are listed bare and read with details', async (t) => {
  const house = await build(t)
  const { order, stock, rack, partner, knob } = await bench(house)
  const { as, make } = house
  const [r, k] = column((await as('admin').get(`/api/build/line/?build=${order}`)).body, 'pk')
  const reels = (await make('/api/build/item/', { build_line: r, stock_item: stock.reel, quantity: 30 })).pk
  const knobs = (await make('/api/build/item/', { build_line: k, stock_item: stock.knob, quantity: 2 })).pk
  const pks = async (query: string) => column((await as('admin').get(`/api/build/item/?${query}`)).body, 'pk')
  for (const [query, expected] of [
    ['', [reels, knobs]],
    [`build=${order}`, [reels, knobs]],
    [`build_line=${k}`, [knobs]],
    [`stock_item=${stock.reel}`, [reels]],
    [`location=${partner}`, [knobs]],
    [`location=${rack}`, [reels]],
    ['tracked=true', []],
    ['tracked=false', [reels, knobs]],
    ['ordering=sku', [reels, knobs]],
    ['output=null', [reels, knobs]],
    [`part=${knob}`, [knobs]],
    ['search=Knob', [knobs]],
    ['ordering=-quantity', [reels, knobs]],
    ['ordering=part', [knobs, reels]],
    ['ordering=location', [reels, knobs]]
  ] as [string, number[]][])
    t.same(await pks(query), expected, query)
  t.same(Object.keys((await as('admin').get('/api/build/item/')).body[0]).toSorted(), [
    'bom_reference',
    'build',
    'build_line',
    'install_into',
    'location',
    'pk',
    'quantity',
    'stock_item'
  ])
  const { body } = await as('admin').get(`/api/build/item/${knobs}/`)
  t.match(body, {
    build_detail: { overdue: false, part_detail: { name: 'Oscillator' } },
    location_detail: { name: 'Shelf' },
    part_detail: { name: 'Knob' },
    stock_item_detail: { allocated: null }
  })
  t.notOk('supplier_part_detail' in body)
  t.notOk('part_detail' in (await as('admin').get(`/api/build/item/${knobs}/?part_detail=false`)).body)
  t.equal((await as('admin').get(`/api/stock/${stock.knob}/`)).body.allocated, 2)
  t.same((await as('admin').delete('/api/build/item/', { items: [reels] })).body, { success: 'Deleted 1 items' })
  t.same((await as('admin').delete('/api/build/item/', {})).body, {
    non_field_errors: 'List of items must be provided for bulk operation'
  })
  t.equal((await as('admin').delete(`/api/build/item/${knobs}/`)).status, 204)
  t.same(await pks(''), [])
})
