import t from 'tap'
import { build, column } from '../helper.ts'

t.test('companies: what tells them apart, what a PUT needs', async (t) => {
  const { as, make, set } = await build(t)
  const admin = as('admin')
  const first = await make('/api/company/', { name: 'Harbor', tags: ['eu', 'fast'] })
  t.match(first, { currency: 'USD', email: '', is_supplier: true, active: true, primary_address: null })
  t.notOk('parts_supplied' in first, 'the answer to a POST has no counters')
  const twin = { non_field_errors: ['The fields name, email must make a unique set.'] }
  t.strictSame((await admin.post('/api/company/', { name: 'Harbor', currency: 'EUR' })).body, twin)
  await make('/api/company/', { name: 'Harbor', email: null })
  await make('/api/company/', { name: 'Harbor', email: null })
  const desk = await make('/api/company/', { name: 'Harbor', email: 'desk@harbor.example', currency: 'EUR' })
  t.strictSame((await admin.patch(`/api/company/${desk.pk}/`, { email: '' })).body, twin)
  t.strictSame((await admin.put(`/api/company/${desk.pk}/`, { name: 'Harbor' })).body, {
    currency: ['This field is required.']
  })
  t.strictSame(
    (await admin.put(`/api/company/${desk.pk}/`, { name: 'Harbor', currency: 'EUR' })).body,
    twin,
    'a PUT without an address empties it'
  )
  t.match((await admin.put(`/api/company/${desk.pk}/`, { name: 'Desk', currency: 'CAD' })).body, {
    email: '',
    currency: 'CAD',
    parts_supplied: 0
  })
  t.strictSame((await admin.post('/api/company/', { name: 'x', currency: 'XXX' })).body, {
    currency: ['"XXX" is not a valid choice.']
  })
  t.match(
    (await admin.patch(`/api/company/${first.pk}/`, { image: 'logo.png' })).body,
    { image: [/./] },
    'a picture that cannot be stored is not lost in silence'
  )
  t.strictSame(column((await admin.get('/api/company/?tags=EU,fast')).body, 'pk'), [first.pk])
  await set('INVENTREE_DEFAULT_CURRENCY', 'EUR')
  t.equal((await make('/api/company/', { name: 'Later' })).currency, 'EUR')
})

/** A part by the metre and one by the piece, a supplier, a manufacturer. */
async function stage(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const { make } = house
  const wire = await make('/api/part/', { name: 'Wire', IPN: 'W-1', units: 'm', purchaseable: true })
  const block = await make('/api/part/', { name: 'Block', purchaseable: true })
  const barn = await make('/api/company/', { name: 'Barn', currency: 'EUR' })
  const weston = await make('/api/company/', { name: 'Weston', is_manufacturer: true, is_supplier: false })
  const sell = (body: object) => make('/api/company/part/', { part: block.pk, supplier: barn.pk, ...body })
  return { ...house, wire, block, barn, weston, sell }
}

t.test('supplier parts: packs, the first choice, what belongs together', async (t) => {
  const { as, make, wire, block, barn, weston, sell } = await stage(t)
  const admin = as('admin')
  const reel = await sell({ part: wire.pk, SKU: 'W-100', pack_quantity: '0.5 km' })
  t.match(reel, {
    pack_quantity: '0.5 km',
    pack_quantity_native: 500,
    primary: true,
    in_stock: null,
    on_order: 0,
    pretty_name: 'W-1 | Barn | W-100'
  })
  const pack = async (pk: number, pack_quantity: string) => {
    const { status, body } = await admin.patch(`/api/company/part/${pk}/`, { pack_quantity })
    return status === 200 ? body.pack_quantity_native : body.pack_quantity[0]
  }
  for (const [text, size] of [
    ['', 1],
    ['5 inches', 0.127],
    ['27 cm', 0.27],
    ['3 kg', 'Could not convert 3 kg to m'],
    ['-4', 'Pack units must be greater than zero']
  ] as const) {
    t.equal(await pack(reel.pk, text), size, `wire: ${text}`)
  }
  for (const [text, converted, kept] of [
    ['14 feet', 4.267199999999999, 4.2672],
    ['1/3', 1 / 3, 0.3333333333]
  ] as const) {
    t.equal(await pack(reel.pk, text), converted, 'the answer to a write has all places')
    t.equal((await admin.get(`/api/company/part/${reel.pk}/`)).body.pack_quantity_native, kept, 'ten of them are kept')
  }
  await make('/api/units/', { name: 'spool', definition: '125 m' })
  t.equal(await pack(reel.pk, '2 spool'), 250, 'in a unit of the users')
  const one = await sell({ SKU: 'B-1' })
  for (const [text, size] of [
    ['2 dozen', 24],
    ['1.01', 1.01],
    ['1.2m', 'Pack units must be compatible with the base part units'],
    ['a reel', 'Invalid quantity provided'],
    ['0', 'Pack units must be greater than zero']
  ] as const) {
    t.equal(await pack(one.pk, text), size, `block: ${text}`)
  }
  const two = await sell({ SKU: 'B-2', available: 12.5 })
  t.match([one.primary, two.primary, two.availability_updated === null], [true, false, false])
  await admin.patch(`/api/company/part/${two.pk}/`, { primary: true })
  t.strictSame(column((await admin.get(`/api/company/part/?part=${block.pk}&primary=true`)).body, 'pk'), [two.pk])
  t.equal(
    (await admin.patch(`/api/company/part/${reel.pk}/`, { primary: false })).body.primary,
    true,
    'the only one stays the first choice'
  )
  t.strictSame((await admin.patch(`/api/company/part/${two.pk}/`, { available: 0.1234 })).body, {
    available: ['Ensure that there are no more than 3 decimal places.']
  })

  const made = await make('/api/company/part/manufacturer/', { part: block.pk, manufacturer: weston.pk, MPN: 'WC-2P' })
  t.match(await sell({ SKU: 'B-3', manufacturer: 'Weston', MPN: 'WC-2P' }), {
    manufacturer_part: made.pk,
    manufacturer_detail: { name: 'Weston' },
    manufacturer_part_detail: { manufacturer_detail: { name: 'Weston' } }
  })
  t.equal(
    (
      await admin.post('/api/company/part/', {
        part: block.pk,
        supplier: barn.pk,
        SKU: 'B-4',
        manufacturer: 'Nobody',
        MPN: 'WC-2P'
      })
    ).status,
    400
  )
  t.strictSame((await admin.patch(`/api/company/part/${reel.pk}/`, { manufacturer_part: made.pk })).body, {
    manufacturer_part: ['Linked manufacturer part must reference the same base part']
  })
  t.strictSame((await admin.post('/api/company/part/', { part: block.pk, supplier: barn.pk, SKU: 'B-1' })).body, {
    non_field_errors: ['The fields part, supplier, SKU must make a unique set.']
  })
  await make('/api/stock/', { part: block.pk, quantity: 7, supplier_part: two.pk })
  t.strictSame(
    (await admin.get('/api/company/part/?has_stock=true')).body.map((row: any) => [row.pk, row.in_stock]),
    [[two.pk, 7]]
  )
  t.strictSame(column((await admin.get('/api/company/part/?MPN=wc-2p')).body, 'SKU'), ['B-3'])
})

t.test('manufacturer parts need a number in the end', async (t) => {
  const { as, make, block, weston, wire } = await stage(t)
  const admin = as('admin')
  const body = { part: block.pk, manufacturer: weston.pk }
  t.strictSame((await admin.post('/api/company/part/manufacturer/', body)).body, {
    MPN: ['This field cannot be blank.']
  })
  t.strictSame((await admin.post('/api/company/part/manufacturer/', { ...body, MPN: '' })).body, {
    MPN: ['This field may not be blank.']
  })
  const made = await make('/api/company/part/manufacturer/', { ...body, MPN: 'A' })
  t.strictSame((await admin.put(`/api/company/part/manufacturer/${made.pk}/`, body)).body, {
    MPN: ['This field cannot be blank.']
  })
  t.strictSame((await admin.post('/api/company/part/manufacturer/', { ...body, MPN: 'A' })).body, {
    non_field_errors: ['The fields part, manufacturer, MPN must make a unique set.']
  })
  t.match((await admin.patch(`/api/company/part/manufacturer/${made.pk}/`, { part: wire.pk })).body, {
    part_detail: { name: 'Wire' }
  })
  const seen = (await admin.get(`/api/company/part/manufacturer/${made.pk}/`)).body
  t.ok('part_detail' in seen && 'manufacturer_detail' in seen && 'notes' in seen, 'shown unless switched off')
  t.notOk('part_detail' in (await admin.get('/api/company/part/manufacturer/')).body[0], 'in lists the other way round')
})

t.test('prices: rounded, once for each quantity, in a currency that there is', async (t) => {
  const { as, make, sell } = await stage(t)
  const admin = as('admin')
  const sold = await sell({ SKU: 'B-1' })
  const price = async (body: object) => (await admin.post('/api/company/price-break/', { part: sold.pk, ...body })).body
  t.match(await price({ price: '1.2345675' }), {
    quantity: 1,
    price: 1.234568,
    price_currency: 'USD',
    supplier: sold.supplier
  })
  t.match(
    await price({ quantity: 8, price: 1.2345665, price_currency: 'EUR' }),
    { price: 1.234566 },
    'a half goes to the even neighbour'
  )
  t.strictSame(await price({ price: null }), {
    non_field_errors: ['The fields part, quantity must make a unique set.']
  })
  t.strictSame(await price({ quantity: 5, price: '' }), { price: ['This field cannot be blank.'] })
  t.strictSame(
    await price({ quantity: 'many', price: 'cheap', price_currency: 'ZZZ' }),
    { price: ['Must be a valid number'] },
    'told alone'
  )
  t.strictSame(await price({ quantity: 5, price: 1, price_currency: 'ZZZ' }), {
    price_currency: ['"ZZZ" is not a valid choice.']
  })
  t.strictSame(await price({ quantity: 0.5, price: 1 }), {
    quantity: ['Ensure this value is greater than or equal to 1.']
  })
  t.strictSame(column((await admin.get('/api/company/price-break/?ordering=-quantity')).body, 'quantity'), [8, 1])
  t.equal(
    (await admin.put('/api/company/price-break/2/', { part: sold.pk, quantity: 8, price: 2 })).body.price_currency,
    'USD'
  )
  t.match((await admin.get(`/api/company/part/${sold.pk}/?price_breaks=true`)).body.price_breaks, [
    { pk: 1 },
    { pk: 2, price: 2 }
  ])
  await make('/api/company/price-break/', { part: sold.pk, quantity: 20, price: 0 })
})

t.test('what goes with a company', async (t) => {
  const { as, db, make, block, barn, weston, sell } = await stage(t)
  const made = await make('/api/company/part/manufacturer/', {
    part: block.pk,
    manufacturer: weston.pk,
    MPN: 'A',
    tags: ['x']
  })
  const sold = await sell({ SKU: 'B-1', manufacturer_part: made.pk, tags: ['x'] })
  const other = await sell({ SKU: 'B-2' })
  await make('/api/company/price-break/', { part: sold.pk, price: 1 })
  const [item] = await make('/api/stock/', { part: block.pk, quantity: 1, supplier_part: sold.pk })
  await as('admin').patch(`/api/stock/${item.pk}/`, { notes: 'kept' })
  t.equal((await as('admin').delete(`/api/company/${weston.pk}/`)).status, 204)
  t.strictSame(column((await as('admin').get('/api/company/part/')).body, 'pk'), [other.pk])
  t.strictSame((await as('admin').get('/api/company/price-break/')).body, [])
  t.match((await as('admin').get(`/api/stock/${item.pk}/`)).body, { supplier_part: null, SKU: null, notes: 'kept' })
  t.equal((await db.selectFrom('tagged_item').select('id').execute()).length, 0)
  t.strictSame((await as('admin').delete('/api/company/part/', { items: [other.pk] })).body, {
    success: 'Deleted 1 items'
  })
  t.equal((await as('admin').get(`/api/company/${barn.pk}/`)).body.parts_supplied, 0)
})
