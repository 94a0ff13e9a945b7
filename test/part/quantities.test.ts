import t from 'tap'
import { serialAfter } from '#modules/part/requirements.ts'
import { build, column } from '../helper.ts'

/** A house whose stock and orders are put into the tables directly. */
async function stocked(t: Parameters<typeof build>[0], onStatement?: (text: string) => void) {
  const house = await build(t, {}, onStatement)
  const { insert } = house
  const part = async (name: string, fields: object = {}) =>
    (await house.make('/api/part/', { name, ...fields })).pk as number
  const stock = (part_id: number, quantity: number, fields: object = {}) =>
    insert('stock_item', { part_id, quantity, ...fields })
  let orders = 0
  return {
    ...house,
    admin: house.as('admin'),
    part,
    stock,
    build: async (part_id: number, quantity: number, fields: object = {}) =>
      insert('build', { reference: `BO-${++orders}`, part_id, quantity, ...fields }),
    sale: async (part_id: number, quantity: number, status = 15) => {
      const order_id = await insert('sales_order', { reference: `SO-${++orders}`, status })
      return { order_id, line_id: await insert('sales_order_line', { order_id, part_id, quantity }) }
    },
    purchase: async (part_id: number, quantity: number, received: number, pack: number, status = 20) => {
      const supplier_id = await insert('company', { name: `S${++orders}` })
      const supplier = await insert('supplier_part', {
        part_id,
        supplier_id,
        SKU: `SKU${orders}`,
        pack_quantity_native: pack
      })
      await insert('purchase_order_line', {
        order_id: await insert('purchase_order', { reference: `PO-${orders}`, status }),
        part_id: supplier,
        quantity,
        received
      })
    },
    at: async (id: number) => (await house.as('admin').get(`/api/part/${id}/`)).body,
    needs: async (id: number) => (await house.as('admin').get(`/api/part/${id}/requirements/`)).body,
    among: async (query: string) => column((await house.as('admin').get(`/api/part/?${query}`)).body, 'name')
  }
}

t.test('what counts as stock', async (t) => {
  const { part, stock, insert, at, among } = await stocked(t)
  const widget = await part('widget', { minimum_stock: 650, maximum_stock: 500 })
  const bare = await part('bare')
  for (const quantity of [100, 200, 300]) await stock(widget, quantity)
  await stock(widget, 400, { status: 70 })
  const outside = await insert('stock_location', { name: 'outside', external: 1 })
  await stock(widget, 0.1, { location_id: outside })
  await stock(widget, 0.2, { location_id: outside, status: 55 })
  await stock(widget, 7, { is_building: 1 })
  await stock(widget, 8, { customer_id: await insert('company', { name: 'buyer' }) })
  await stock(widget, 9, { belongs_to_id: await stock(bare, 0) })
  t.match(await at(widget), {
    in_stock: 600.3,
    total_in_stock: 600.3,
    variant_stock: 0,
    external_stock: 0.3,
    stock_item_count: 9,
    unallocated_stock: 600.3,
    building: 0
  })
  t.match(await at(bare), { in_stock: 0, stock_item_count: 1 })
  t.strictSame(await among('has_stock=true'), ['widget'])
  t.strictSame(await among('has_stock=false'), ['bare'])
  t.strictSame(await among('low_stock=true'), ['widget'])
  t.strictSame(await among('low_stock=false'), ['bare'])
  t.strictSame(await among('high_stock=true'), ['widget'])
  t.strictSame(await among('high_stock=false'), ['bare'])
  t.strictSame(await among('depleted_stock=true'), ['bare'])
  t.strictSame(await among('depleted_stock=false'), ['widget'])
})

t.test('variants count for those above them', async (t) => {
  const { part, stock, at, among, admin, needs } = await stocked(t)
  const chair = await part('chair', { is_template: true })
  const green = await part('green chair', { is_template: true, variant_of: chair })
  const small = await part('small green chair', { variant_of: green })
  const red = await part('red chair', { variant_of: chair })
  for (const id of [green, small, red]) await stock(id, 100)
  t.match(await at(chair), { in_stock: 0, variant_stock: 300, total_in_stock: 300, unallocated_stock: 300 })
  t.match(await at(green), { in_stock: 100, variant_stock: 100, total_in_stock: 200 })
  t.match(await at(small), { variant_stock: 0, total_in_stock: 100 })
  t.equal((await needs(chair)).total_stock, 300)
  t.strictSame(await among('ordering=-total_in_stock'), ['chair', 'green chair', 'red chair', 'small green chair'])
  t.strictSame(await among('ordering=in_stock'), ['chair', 'green chair', 'small green chair', 'red chair'])
  t.strictSame(
    column((await admin.get('/api/part/?ordering=-unallocated_stock&limit=2&offset=1')).body.results, 'total_in_stock'),
    [200, 100]
  )
})

t.test('allocations and what orders need', async (t) => {
  const { part, stock, at, among, sale, insert, build: order, purchase, needs } = await stocked(t)
  const [chip, board] = [await part('chip', { salable: true }), await part('board', { assembly: true })]
  const item = await stock(chip, 126)
  const { line_id, order_id } = await sale(chip, 60)
  const shipment = await insert('sales_order_shipment', { order_id, reference: '1' })
  for (const [quantity, shipment_id] of [
    [17, shipment],
    [18, shipment],
    [15, null]
  ] as const)
    await insert('sales_order_allocation', { line_id, item_id: item, quantity, shipment_id })
  await sale(chip, 1000, 30)
  t.match(await at(chip), { allocated_to_sales_orders: 50, unallocated_stock: 76, required_for_sales_orders: 60 })
  const bom_item_id = await insert('bom_item', { part_id: board, sub_part_id: chip, quantity: 2.5, raw_amount: '2.5' })
  const [active, done] = [await order(board, 5), await order(board, 50, { status: 40 })]
  const build_line_id = await insert('build_line', { build_id: active, bom_item_id, quantity: 12.5, consumed: 1 })
  const old = await insert('build_line', { build_id: done, bom_item_id, quantity: 125 })
  t.strictSame(await among('stock_to_build=true'), ['chip'])
  await insert('build_item', { build_line_id, stock_item_id: item, quantity: 10 })
  await insert('build_item', { build_line_id: old, stock_item_id: item, quantity: 3 })
  t.match(await at(chip), { allocated_to_build_orders: 10, required_for_build_orders: 11, unallocated_stock: 66 })
  t.strictSame(await among('stock_to_build=true'), ['chip'], '11.5 are needed, 10 are there')
  t.match(await needs(chip), {
    allocated_to_build_orders: 13,
    required_for_build_orders: 11.5,
    unallocated_stock: 63,
    allocated_to_sales_orders: 50,
    required_for_sales_orders: 60
  })
  t.match(await at(board), { scheduled_to_build: 5, building: 0 })
  await order(board, 3, { completed: 9 })
  await stock(board, 2, { is_building: 1, build_id: active })
  t.match(
    await at(board),
    { scheduled_to_build: 5, building: 2, in_stock: 0 },
    'too many in one build do not make up for another'
  )
  await purchase(chip, 10, 4, 100)
  await purchase(chip, 10, 10, 1)
  await purchase(chip, 10, 0, 1, 30)
  t.equal((await at(chip)).ordering, 600)
  t.strictSame(await among('on_order=true'), ['chip'])
  t.strictSame(await among('on_order=false'), ['board'])
  t.strictSame(await among('ordering=-ordering'), ['chip', 'board'])
})

t.test('what a bill could be built from', async (t) => {
  const { admin, part, stock, make, needs, insert } = await stocked(t)
  const [board, chip, led] = [
    await part('board', { assembly: true }),
    await part('chip'),
    await part('led', { is_template: true })
  ]
  const [red, other, glue] = [
    await part('red led', { variant_of: led }),
    await part('other chip'),
    await part('glue', { consumable: true })
  ]
  const item = await stock(chip, 5000)
  const chips = (
    await make('/api/bom/', { part: board, sub_part: chip, quantity: 10, setup_quantity: 26, attrition: 3 })
  ).pk
  const read = async (id: number) => (await admin.get(`/api/bom/${id}/`)).body
  t.equal((await read(chips)).can_build.toFixed(1), '482.9')
  t.equal((await needs(board)).can_build, 482)
  await make('/api/bom/', { part: board, sub_part: glue, quantity: 1 })
  t.equal((await needs(board)).can_build, 482, 'what is consumable does not count')
  const leds = (await make('/api/bom/', { part: board, sub_part: led, quantity: 0.5, optional: true })).pk
  t.equal((await needs(board)).can_build, 0, 'what is optional does')
  const redItem = await stock(red, 40)
  await insert('build_item', { stock_item_id: redItem, quantity: 15 })
  t.match(await read(leds), { available_stock: 0, available_variant_stock: 25, can_build: 50 })
  await make('/api/bom/substitute/', { bom_item: chips, part: other })
  await stock(other, 100)
  const order_id = await insert('sales_order', { reference: 'SO-1', status: 10 })
  await insert('sales_order_allocation', {
    line_id: await insert('sales_order_line', { order_id, part_id: chip, quantity: 50 }),
    item_id: item,
    quantity: 50
  })
  t.match(await read(chips), { available_stock: 4950, available_substitute_stock: 100 })
  const order = async (query: string) => column((await admin.get(`/api/bom/?${query}`)).body, 'sub_part')
  t.strictSame(await order('ordering=-can_build'), [chip, led, glue])
  t.strictSame(await order('ordering=available_stock'), [glue, led, chip])
  t.strictSame(await order('available_stock=true'), [chip])
  t.strictSame(await order('available_stock=false'), [glue, led])
})

t.test('a list costs the same number of statements, however long it is', async (t) => {
  const statements: string[] = []
  const { admin, part, make, db, stock } = await stocked(t, (text) => statements.push(text))
  const board = await part('board', { assembly: true })
  const count = async (url: string) => {
    await admin.get(url)
    statements.length = 0
    await admin.get(url)
    return statements.length
  }
  const parts: number[] = []
  for (let i = 0; i < 3; i++) parts.push(await part(`part ${i}`))
  await make('/api/bom/', { part: board, sub_part: parts[0]! })
  const urls = [
    '/api/part/',
    '/api/bom/?substitutes=true&part_detail=true&sub_part_detail=true&category_detail=true&pricing=true',
    `/api/part/${board}/requirements/`
  ]
  const few = [await count(urls[0]!), await count(urls[1]!), await count(urls[2]!)]
  for (const id of parts) {
    await stock(id, 1)
    await make('/api/bom/', { part: board, sub_part: id })
  }
  t.equal(
    await db
      .selectFrom('bom_item')
      .select('id')
      .execute()
      .then((rows) => rows.length),
    4
  )
  t.strictSame([await count(urls[0]!), await count(urls[1]!), await count(urls[2]!)], few)
})

t.test('serial numbers', async (t) => {
  for (const [serial, next] of [
    ['001', '002'],
    ['AB09', 'AB10'],
    ['9', '10'],
    ['X99', 'X100'],
    ['no digits', 'no digits'],
    ['99999999999999999999', '100000000000000000000']
  ] as const)
    t.equal(serialAfter(serial), next)
  const { admin, part, stock, set } = await stocked(t)
  const [template, other] = [await part('template', { is_template: true }), await part('other')]
  const [one, two] = [await part('one', { variant_of: template }), await part('two', { variant_of: template })]
  const serials = async (id: number) => (await admin.get(`/api/part/${id}/serial-numbers/`)).body
  t.strictSame(await serials(one), { latest: null, next: '1' })
  for (const [id, serial] of [
    [one, '9'],
    [two, '10'],
    [other, '50']
  ] as const)
    await stock(id, 1, { serial, serial_int: Number(serial) })
  t.strictSame(await serials(one), { latest: '10', next: '11' }, 'the whole family')
  await set('SERIAL_NUMBER_GLOBALLY_UNIQUE', true)
  t.strictSame(await serials(one), { latest: '50', next: '51' })
  t.equal((await admin.get('/api/part/99999/serial-numbers/')).status, 404)
})

t.test('a part that is in use is not deleted unless the setting allows it', async (t) => {
  const { admin, part, make, set } = await stocked(t)
  const [board, chip] = [await part('board', { assembly: true }), await part('chip', { active: false })]
  const line = (await make('/api/bom/', { part: board, sub_part: chip })).pk
  t.strictSame((await admin.delete(`/api/part/${chip}/`)).body, {
    non_field_errors: ['Cannot delete this part as it is used in an assembly']
  })
  await set('PART_ALLOW_DELETE_FROM_ASSEMBLY', true)
  t.equal((await admin.delete(`/api/part/${chip}/`)).status, 204)
  t.equal((await admin.get(`/api/bom/${line}/`)).status, 404)
})
