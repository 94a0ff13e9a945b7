import t from 'tap'
import { promise, stage } from '../support/stock.ts'

t.test('the first item takes in the others', async (t) => {
  const house = await stage(t)
  const { act, admin, stock, item, tracked, db, insert, bench, nut } = house
  const [base, other] = [await stock({ batch: 'A' }), await stock({ quantity: 25, batch: 'B' })]
  const { line } = await promise(house, other, 5)
  const build = await insert('build', { reference: 'BO-1', part_id: nut, quantity: 1 })
  const bom = await insert('bom_item', { part_id: nut, sub_part_id: nut, quantity: 1 })
  const buildLine = await insert('build_line', { build_id: build, bom_item_id: bom, quantity: 9 })
  for (const stock_item_id of [base, other])
    await insert('build_item', { build_line_id: buildLine, stock_item_id, quantity: 2 })
  const answer = await act('merge', {
    items: [{ item: base }, { item: other }],
    location: bench,
    notes: 'One box',
    allow_mismatched_status: false
  })
  t.strictSame(answer.body, {
    items: [{ item: base }, { item: null }],
    location: bench,
    notes: 'One box',
    allow_mismatched_status: false
  })
  t.match(await item(base), { quantity: 35, location: bench, batch: 'A', allocated: 9 })
  t.strictSame(await tracked(base), [{ type: 45, user_id: 1, notes: 'One box', deltas: { quantity: 35, added: 25 } }])
  t.strictSame(await db.selectFrom('sales_order_allocation').select(['line_id', 'item_id']).execute(), [
    { line_id: line, item_id: base }
  ])
  t.strictSame(
    await db.selectFrom('build_item').select(['stock_item_id', 'quantity']).execute(),
    [{ stock_item_id: base, quantity: 4 }],
    'a line has an item once'
  )
  t.equal((await admin.get(`/api/stock/${other}/`)).status, 404)
})

t.test('the price is the average of those that have one', async (t) => {
  const { act, stock, item, shelf, db } = await stage(t)
  const price = (purchase_price: number, purchase_price_currency = 'EUR') => ({
    purchase_price,
    purchase_price_currency
  })
  const items = [
    await stock({ quantity: 7 }),
    await stock({ quantity: 10, ...price(4) }),
    await stock({ quantity: 25, ...price(8) }),
    await stock({ quantity: 10, ...price(1, 'NZD') })
  ]
  await db.deleteFrom('exchange_rate').execute()
  await act('merge', { items: items.map((item) => ({ item })), location: shelf })
  t.match(await item(items[0]!), { quantity: 52, purchase_price: 6.857143, purchase_price_currency: 'EUR' })
})

t.test('an item takes in the one that it was split from, and what others were split from it', async (t) => {
  const { act, stock, item, bench, shelf } = await stage(t)
  const lot = await stock()
  await act('transfer', { items: [{ pk: lot, quantity: 3 }], location: bench })
  await act('transfer', { items: [{ pk: lot, quantity: 2 }], location: bench })
  const [first, second] = [lot + 1, lot + 2]
  t.equal((await act('merge', { items: [{ item: first }, { item: lot }], location: shelf })).status, 201)
  t.match(await item(first), { quantity: 8, parent: null })
  t.equal((await item(second)).parent, null)
})

t.test('what does not fit', async (t) => {
  const { act, make, stock, item, tracked, meter, nut, customer, shelf, site, insert } = await stage(t)
  const shop = (await make('/api/company/', { name: 'Shop' })).pk
  const bought = (await make('/api/company/part/', { part: nut, supplier: shop, SKU: 'N' })).pk
  const build = await insert('build', { reference: 'BO-1', part_id: nut, quantity: 1 })
  const base = await stock()
  const holder = await stock()
  const others = {
    sold: await stock({ customer }),
    inside: await stock({ belongs_to: holder }),
    holder,
    making: await stock({ build, is_building: true }),
    single: await stock({ part: meter, quantity: 1, serial_numbers: '1' }),
    other: await stock({ part: meter, quantity: 1 }),
    bought: await stock({ supplier_part: bought }),
    damaged: await stock({ status: 55 })
  }
  const merges = (keys: (number | undefined)[], more = {}) =>
    act('merge', { items: keys.map((item) => ({ item })), location: shelf, ...more })
  const refuses = async (keys: (number | undefined)[], more = {}) => {
    const answer = await merges(keys, more)
    t.equal(answer.status, 400)
    return answer.body
  }
  for (const [other, message] of [
    [others.sold, 'Stock item has been assigned to a customer'],
    [others.inside, 'Stock item is installed in another item'],
    [others.holder, 'Stock item contains other items'],
    [others.making, 'Stock item is currently in production'],
    [others.single, 'Serialized stock cannot be merged'],
    [999, 'Invalid pk "999" - object does not exist.'],
    [undefined, 'This field is required.']
  ] as const)
    t.strictSame(await refuses([base, other]), { items: [{}, { item: [message] }] })
  for (const [keys, message, more] of [
    [[], 'At least two stock items must be provided', {}],
    [[base, base], 'Duplicate stock items', {}],
    [[base, others.other], 'Stock items must refer to the same part', {}],
    [[base, others.bought], 'Stock items must refer to the same supplier part', {}],
    [[base, others.damaged], 'Stock status codes must match', { allow_mismatched_suppliers: true }]
  ] as const)
    t.strictSame(await refuses([...keys], more), { non_field_errors: [message] })
  t.strictSame(await refuses([base, others.bought], { allow_mismatched_suppliers: true, location: site }), {
    location: ['Stock items cannot be located into structural stock locations!']
  })
  t.equal((await item(base)).quantity, 10)
  t.strictSame(await tracked(base), [])
  t.equal(
    (
      await merges([base, others.bought, others.damaged], {
        allow_mismatched_suppliers: true,
        allow_mismatched_status: true
      })
    ).status,
    201
  )
  t.match(await item(base), { quantity: 30, status: 10, supplier_part: null })
})
