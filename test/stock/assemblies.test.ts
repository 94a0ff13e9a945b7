import t from 'tap'
import { stage as stock } from '../support/stock.ts'

/**
 * A lamp in two variants, made of a housing with a serial number and of screws; a screw may be of another kind, or a
 * variant.
 */
async function stage(t: Parameters<typeof stock>[0]) {
  const house = await stock(t)
  const part = async (name: string, more = {}): Promise<number> =>
    (await house.make('/api/part/', { name, ...more })).pk
  const lamp = await part('Lamp', { assembly: true, trackable: true, is_template: true })
  const blue = await part('Blue lamp', { assembly: true, trackable: true, variant_of: lamp })
  const red = await part('Red lamp', { assembly: true, trackable: true, variant_of: lamp })
  const old = await part('Old lamp', { assembly: true, trackable: true, variant_of: lamp, active: false })
  const housing = await part('Housing', { trackable: true })
  const screw = await part('Screw', { is_template: true })
  const [steel, brass, glue] = [
    await part('Steel screw', { variant_of: screw }),
    await part('Brass screw'),
    await part('Glue', { consumable: true })
  ]
  const line = async (sub_part: number, more = {}): Promise<number> =>
    (await house.make('/api/bom/', { part: lamp, sub_part, quantity: 1, inherited: true, ...more })).pk
  const lines = {
    housing: await line(housing),
    screws: await line(screw, { quantity: 4, allow_variants: true }),
    glue: await line(glue)
  }
  await house.make('/api/bom/substitute/', { bom_item: lines.screws, part: brass })
  const single = (serial: string, more = {}) =>
    house.stock({ part: blue, quantity: 1, serial_numbers: serial, ...more })
  return { ...house, lamp, blue, red, old, housing, screw, steel, brass, glue, lines, single }
}

t.test('installing and taking out', async (t) => {
  const { act, admin, stock, item, tracked, single, screw, bench } = await stage(t)
  const [whole, screws] = [await single('1'), await stock({ part: screw, quantity: 40 })]
  t.strictSame((await act(`${whole}/install`, { stock_item: screws, quantity: 4, note: 'Tight' })).body, {
    stock_item: screws,
    quantity: 4,
    note: 'Tight'
  })
  const inside = (await admin.get(`/api/stock/?belongs_to=${whole}`)).body[0].pk
  t.match(await item(inside), { quantity: 4, parent: screws, belongs_to: whole, location: null, in_stock: false })
  t.match(await item(whole), { installed_items: 1 })
  t.match(await tracked(inside), [
    { type: 40, notes: '' },
    { type: 30, notes: 'Tight', deltas: { stockitem: whole, quantity: 4 } }
  ])
  t.match(await tracked(whole), [{ type: 35, notes: 'Tight', deltas: { stockitem: inside, quantity: 4 } }])
  t.strictSame((await act(`${inside}/uninstall`, { location: bench })).body, { location: bench })
  t.match(await item(inside), { belongs_to: null, location: bench })
  t.strictSame((await tracked(inside)).at(-1), {
    type: 31,
    user_id: 1,
    notes: '',
    deltas: { stockitem: whole, quantity: 4 }
  })
  t.match((await tracked(whole)).at(-1), { type: 36, deltas: { stockitem: inside, quantity: 4 } })
  await act(`${inside}/uninstall`, { location: bench, note: 'again' })
  t.equal((await tracked(inside)).length, 3, 'an item that is not installed stays as it is')
  await act(`${whole}/install`, { stock_item: inside })
  t.equal((await item(inside)).quantity, 3, 'one, unless more is said')
})

t.test('only what the bill of materials has a use for', async (t) => {
  const { act, stock, single, screw, steel, brass, nut, housing, customer, set, site } = await stage(t)
  const whole = await single('1')
  const installs = async (stock_item: number, more = {}) =>
    (await act(`${whole}/install`, { stock_item, ...more })).body
  for (const part of [screw, steel, brass]) t.match(await installs(await stock({ part })), { quantity: 1 })
  const nuts = await stock({ part: nut })
  t.strictSame(await installs(nuts), { stock_item: ['Selected part is not in the Bill of Materials'] })
  t.strictSame(await installs(await stock({ part: screw, customer })), { stock_item: ['Stock item is unavailable'] })
  t.strictSame(await installs(await stock({ part: screw }), { quantity: 11 }), {
    quantity: ['Quantity to install must not exceed available quantity']
  })
  t.strictSame(await installs(await stock({ part: housing, quantity: 2 }), { quantity: 0 }), {
    quantity: ['Ensure this value is greater than or equal to 1.']
  })
  t.strictSame(await installs(999), { stock_item: ['Invalid pk "999" - object does not exist.'] })
  t.equal((await act('999/install', {})).status, 404)
  await set('STOCK_ENFORCE_BOM_INSTALLATION', false)
  t.match(await installs(nuts), { quantity: 1 })
  t.strictSame(await installs(whole), { belongs_to: ['Item cannot belong to itself'] })
  const other = await single('2')
  t.match((await act(`${other}/install`, { stock_item: whole })).body, { quantity: 1 })
  t.strictSame(
    (await act(`${whole}/install`, { stock_item: other })).body,
    { belongs_to: ['Item cannot belong to itself'] },
    'nor to what is in it'
  )
  t.strictSame((await act('999/uninstall', { location: site })).body, {
    location: ['Structural locations cannot be assigned stock items']
  })
  t.strictSame((await act('999/uninstall', { location: 1 })).body, ['No stock item provided'])
})

t.test('converting within the family', async (t) => {
  const { act, make, item, stock, tracked, lamp, blue, red, old, screw, steel, single } = await stage(t)
  const pk = await single('7')
  const converts = async (part: number) => (await act(`${pk}/convert`, { part })).body
  for (const part of [screw, old, blue])
    t.strictSame(await converts(part), { part: ['Selected part is not a valid option for conversion'] })
  t.strictSame(await converts(999), { part: ['Invalid pk "999" - object does not exist.'] })
  t.strictSame(await converts(red), { part: red })
  t.match(await item(pk), { part: red, serial: '7' })
  t.match(await tracked(pk), [{ type: 48, notes: 'Converted to part: Red lamp', deltas: { part: red } }])
  for (const part of [lamp, blue]) t.strictSame(await converts(part), { part })
  const shop = (await make('/api/company/', { name: 'Shop' })).pk
  const bought = (await make('/api/company/part/', { part: screw, supplier: shop, SKU: 'S' })).pk
  t.strictSame((await act(`${await stock({ part: screw, supplier_part: bought })}/convert`, { part: steel })).body, {
    non_field_errors: ['Cannot convert stock item with assigned SupplierPart']
  })
  t.equal((await act('999/convert', {})).status, 404)
})

t.test('taking stock apart, and what it costs', async (t) => {
  const { act, item, stock, tracked, lines, lamp, housing, screw, bench, shelf } = await stage(t)
  const pk = await stock({ part: lamp, batch: 'A', purchase_price: 100, purchase_price_currency: 'EUR' })
  const { status, body } = await act(`${pk}/disassemble`, {
    quantity: 4,
    location: bench,
    notes: 'Spares',
    items: [
      { bom_item: lines.screws, quantity: 40 },
      { bom_item: lines.housing, quantity: 12, status: 55, location: shelf }
    ]
  })
  t.equal(status, 201)
  t.match(body, [
    {
      part: screw,
      quantity: 40,
      parent: pk,
      batch: 'A',
      location: bench,
      status: 10,
      purchase_price: 7.692308,
      purchase_price_currency: 'EUR',
      tracking_items: 1,
      tests: []
    },
    { part: housing, quantity: 12, parent: pk, batch: 'A', location: shelf, status: 55, purchase_price: 7.692308 }
  ])
  t.strictSame(await tracked(body[0].pk), [
    { type: 47, user_id: 1, notes: 'Spares', deltas: { stockitem: pk, quantity: 40 } }
  ])
  t.match(await tracked(pk), [{ type: 46, notes: 'Spares', deltas: { removed: 4, quantity: 6 } }])
  const priced = (
    await act(`${pk}/disassemble`, {
      quantity: 6,
      items: [
        { bom_item: lines.screws, quantity: 2, purchase_price: '0.5', purchase_price_currency: 'USD' },
        { bom_item: lines.housing, quantity: 1 }
      ]
    })
  ).body
  t.match(priced, [{ purchase_price: 0.5, purchase_price_currency: 'USD', location: shelf }, { purchase_price: null }])
  t.match(await item(pk), { quantity: 0 }, 'it stays')
})

t.test('the price is shared out by the prices of the parts', async (t) => {
  const { act, stock, lines, lamp, admin, housing, screw } = await stage(t)
  for (const [part, price] of [
    [housing, 30],
    [screw, 5]
  ] as const)
    await admin.patch(`/api/part/${part}/pricing/`, { override_min: price, override_max: price })
  const pk = await stock({ part: lamp, purchase_price: 100 })
  const { body } = await act(`${pk}/disassemble`, {
    quantity: 1,
    items: [
      { bom_item: lines.screws, quantity: 4 },
      { bom_item: lines.housing, quantity: 1 }
    ]
  })
  t.match(body, [
    { part: screw, purchase_price: 10 },
    { part: housing, purchase_price: 60 }
  ])
})

t.test('what is installed comes out first', async (t) => {
  const { act, item, stock, tracked, lines, single, housing, brass, screw, shelf, bench } = await stage(t)
  const whole = await single('1')
  const [box, some] = [
    await stock({ part: housing, quantity: 1, serial_numbers: 'H1' }),
    await stock({ part: brass, quantity: 3 })
  ]
  await act(`${whole}/install`, { stock_item: box })
  await act(`${whole}/install`, { stock_item: some, quantity: 3 })
  const { body } = await act(`${whole}/disassemble`, {
    quantity: 1,
    items: [
      { bom_item: lines.screws, quantity: 4, status: 55, location: bench },
      { bom_item: lines.housing, quantity: 1 }
    ]
  })
  t.match(body, [
    { pk: box, serial: 'H1', status: 10, location: shelf, belongs_to: null },
    { pk: some, quantity: 3, status: 55, location: bench },
    { part: screw, quantity: 1, status: 55, parent: whole }
  ])
  t.equal(body.length, 3)
  t.match(await item(whole), { quantity: 1, status: 60, in_stock: false })
  t.match((await tracked(whole)).slice(2), [
    { type: 36 },
    { type: 36 },
    { type: 46, deltas: { removed: 1, status: 60, old_status: 10 } }
  ])
  t.match((await tracked(some)).slice(1), [
    { type: 31, deltas: { stockitem: whole, quantity: 3, status: 55, old_status: 10 } }
  ])
})

t.test('what cannot be taken apart, and that nothing is left of the attempt', async (t) => {
  const { act, make, item, stock, tracked, lines, lamp, screw, customer, db } = await stage(t)
  const [pk, sold, holder] = [
    await stock({ part: lamp }),
    await stock({ part: lamp, customer }),
    await stock({ part: lamp, quantity: 2 })
  ]
  await stock({ part: screw, belongs_to: holder })
  const other = (
    await make('/api/bom/', {
      part: (await make('/api/part/', { name: 'Desk', assembly: true })).pk,
      sub_part: screw,
      quantity: 1
    })
  ).pk
  const refuses = async (id: number, body: object) => {
    const answer = await act(`${id}/disassemble`, {
      quantity: 1,
      items: [{ bom_item: lines.screws, quantity: 4 }],
      ...body
    })
    t.equal(answer.status, 400)
    return answer.body
  }
  const before = (await db.selectFrom('stock_item').select('id').execute()).length
  t.strictSame(await refuses(pk, { items: [] }), { non_field_errors: ['Line items must be provided'] })
  t.strictSame(
    await refuses(pk, {
      quantity: 0,
      items: [{ bom_item: lines.screws, quantity: 0, status: 51, purchase_price: -1, purchase_price_currency: 'XXX' }]
    }),
    {
      quantity: ['Quantity must be greater than zero'],
      items: [
        {
          quantity: ['Quantity must be greater than zero'],
          status: ['"51" is not a valid choice.'],
          purchase_price: ['Ensure this value is greater than or equal to 0.'],
          purchase_price_currency: ['"XXX" is not a valid choice.']
        }
      ]
    }
  )
  t.strictSame(await refuses(pk, { quantity: 11 }), {
    quantity: ['Quantity must not exceed available stock quantity (10.00000)']
  })
  t.strictSame(await refuses(sold, {}), { non_field_errors: ['Stock item is unavailable'] })
  t.strictSame(await refuses(holder, {}), {
    quantity: ['Stock item with installed items must be disassembled in its entirety']
  })
  for (const line of [other, lines.glue])
    t.strictSame(await refuses(pk, { items: [{ bom_item: line, quantity: 1 }] }), {
      non_field_errors: ['BOM item is not valid for the selected stock item']
    })
  t.strictSame(
    await refuses(pk, { items: [lines.screws, lines.screws].map((bom_item) => ({ bom_item, quantity: 1 })) }),
    { non_field_errors: ['Duplicate BOM items provided'] }
  )
  t.strictSame(
    await refuses(pk, {
      items: [
        { bom_item: lines.screws, quantity: 1 },
        { bom_item: lines.housing, quantity: 1.5 }
      ]
    }),
    { quantity: ['Quantity must be integer value for trackable parts'] }
  )
  t.strictSame(await refuses(999, {}), { quantity: ['No stock item provided'] })
  t.equal((await item(pk)).quantity, 10)
  t.strictSame(await tracked(pk), [])
  t.equal((await db.selectFrom('stock_item').select('id').execute()).length, before)
})

t.test('who may: add on stock or builds, together with change on stock', async (t) => {
  const { as, makeUser, stock, single, screw } = await stage(t)
  const [whole, screws] = [await single('1'), await stock({ part: screw })]
  for (const [name, roles, status] of [
    ['adder', { stock: ['add'] }, 403],
    ['changer', { stock: ['change'] }, 403],
    ['both', { stock: ['add', 'change'] }, 201],
    ['mixed', { build: ['add'], stock: ['change'] }, 201]
  ] as const) {
    await makeUser({ name, roles })
    t.equal((await as(name).post(`/api/stock/${whole}/install/`, { stock_item: screws })).status, status, name)
  }
})
