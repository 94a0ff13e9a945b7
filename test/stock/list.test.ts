import t from 'tap'
import { build, column } from '../helper.ts'

t.test('what narrows and sorts the list', async (t) => {
  const { as, db, insert, make, set } = await build(t)
  const admin = as('admin')
  const hall = await make('/api/stock/location/', { name: 'Hall' })
  const shelf = await make('/api/stock/location/', { name: 'Shelf', parent: hall.pk })
  const abroad = await make('/api/stock/location/', { name: 'Abroad', external: true })
  const drives = await make('/api/part/category/', { name: 'Drives' })
  const steppers = await make('/api/part/category/', { name: 'Steppers', parent: drives.pk })
  const motor = await make('/api/part/', {
    name: 'Motor',
    IPN: 'MOT-1',
    is_template: true,
    trackable: true,
    category: drives.pk,
    component: true
  })
  const long = await make('/api/part/', {
    name: 'Long motor',
    IPN: 'MOT-2',
    variant_of: motor.pk,
    trackable: true,
    category: steppers.pk,
    salable: true
  })
  const grease = await make('/api/part/', {
    name: 'Grease',
    IPN: 'GRS-1',
    active: false,
    purchaseable: true,
    component: true
  })
  const maker = await make('/api/company/', { name: 'Helix', is_manufacturer: true, is_supplier: false })
  const shop = await make('/api/company/', { name: 'Parcel', is_customer: true })
  const made = await make('/api/company/part/manufacturer/', { part: grease.pk, manufacturer: maker.pk, MPN: 'HX-GRS' })
  const sold = await make('/api/company/part/', {
    part: grease.pk,
    supplier: shop.pk,
    SKU: 'PP-GRS',
    manufacturer_part: made.pk
  })
  const add = async (body: object) => column(await make('/api/stock/', body), 'pk') as number[]
  const [m10] = await add({ part: motor.pk, quantity: 1, serial_numbers: '10', location: hall.pk, batch: 'M-2030' })
  const [m11, m12] = await add({
    part: long.pk,
    quantity: 2,
    serial_numbers: '11,12',
    location: shelf.pk,
    status: 50,
    purchase_price: 18.5
  })
  const [tub] = await add({
    part: grease.pk,
    quantity: 40,
    location: abroad.pk,
    batch: 'g-1',
    supplier_part: sold.pk,
    expiry_date: '2024-02-29',
    packaging: 'Tub',
    tags: ['Lube']
  })
  const [rest] = await add({
    part: grease.pk,
    quantity: 2.5,
    batch: 'G-1',
    expiry_date: '2039-02-28',
    purchase_price: 4
  })
  const [lost] = await add({ part: grease.pk, quantity: 0, status: 70, location: shelf.pk })
  await admin.patch(`/api/stock/${m12}/`, { customer: shop.pk, location: null })
  await admin.patch(`/api/stock/${m11}/`, { belongs_to: m10 })
  await db
    .updateTable('stock_item')
    .set({ parent_id: tub!, stocktake_date: '2025-05-05', creation_date: '2019-12-31T23:59:00.000Z' })
    .where('id', '=', rest!)
    .execute()
  const line = await insert('bom_item', { part_id: grease.pk, sub_part_id: motor.pk, allow_variants: 1 })
  const order = await insert('sales_order', { reference: 'SO-1' })
  const ordered = await insert('sales_order_line', { order_id: order, part_id: grease.pk })
  await insert('sales_order_allocation', { line_id: ordered, item_id: tub!, quantity: 40 })
  await set('STOCK_ENABLE_EXPIRY', true)
  await set('STOCK_STALE_DAYS', 10)

  const all = [m10, m11, m12, tub, rest, lost] as number[]
  const expected: [query: string, items: (number | undefined)[]][] = [
    ['', all],
    [`part=${motor.pk}`, [m10, m11, m12]],
    [`part=${motor.pk}&include_variants=false`, [m10]],
    [`part_tree=${long.pk}`, [m10, m11, m12]],
    ['name=MOTOR', [m10]],
    ['name_contains=ong', [m11, m12]],
    ['name_regex=^m', [m10]],
    ['IPN=mot-1', [m10]],
    ['IPN_contains=mot', [m10, m11, m12]],
    ['IPN_regex=2$', [m11, m12]],
    ['active=false', [tub, rest, lost]],
    ['salable=true', [m11, m12]],
    ['assembly=true', []],
    [`category=${drives.pk}`, [m10, m11, m12]],
    [`category=${steppers.pk}`, [m11, m12]],
    [`bom_item=${line}`, [m10, m11, m12]],
    [`supplier_part=${sold.pk}`, [tub]],
    [`manufacturer_part=${made.pk}`, [tub]],
    [`supplier=${shop.pk}`, [tub]],
    [`manufacturer=${maker.pk}`, [tub]],
    [`company=${maker.pk}`, [tub]],
    [`company=${shop.pk}`, [tub]],
    [`location=${hall.pk}`, [m10, m11, lost]],
    [`location=${hall.pk}&cascade=false`, [m10]],
    ['location=null&cascade=false', [m12, rest]],
    ['location=null', all],
    ['location=999', all],
    ['location=999&cascade=false', []],
    ['external=true', [tub]],
    ['external=false', [m10, m11, m12, rest, lost]],
    ['status=50', [m11, m12]],
    ['in_stock=true', [m10, tub, rest]],
    ['in_stock=false', [m11, m12, lost]],
    ['available=true', [m10, rest]],
    ['available=false', [tub, lost]],
    ['allocated=true', [tub]],
    ['allocated=false', [m10, m11, m12, rest, lost]],
    ['depleted=true', [lost]],
    ['min_stock=2&max_stock=10', [rest]],
    ['serial=11', [m11]],
    ['serial_gte=11', [m11, m12]],
    ['serial_lte=10&serialized=true', [m10]],
    ['serialized=false', [tub, rest, lost]],
    ['batch=g-1', [tub, rest]],
    ['batch_regex=^m', [m10]],
    ['has_batch=false', [m11, m12, lost]],
    ['tracked=false', [lost]],
    ['tracked=true', [m10, m11, m12, tub, rest]],
    ['is_building=true', []],
    ['consumed=false', all],
    [`parent=${tub}`, [rest]],
    [`belongs_to=${m10}`, [m11]],
    ['installed=true', [m11]],
    ['has_installed_items=true', [m10]],
    ['has_child_items=true', [tub]],
    [`customer=${shop.pk}`, [m12]],
    ['sent_to_customer=true', [m12]],
    ['has_purchase_price=true', [m11, m12, rest]],
    ['has_stocktake=true', [rest]],
    ['expired=true', [tub]],
    ['stale=true', [tub]],
    ['expired=false', [m10, m11, m12, rest, lost]],
    ['expiry_after=2030-01-01', [rest]],
    ['expiry_before=2030-01-01', [tub]],
    ['created_before=2020-01-01', [rest]],
    ['created_after=2019-12-31&created_before=2020-01-01', [rest]],
    ['created_after=2020-01-01', [m10, m11, m12, tub, lost]],
    ['updated_before=2020-01-01', []],
    ['stocktake_after=2025-05-04&stocktake_before=2025-05-06', [rest]],
    ['stocktake_after=2025-05-05', []],
    ['tag_name=lube', [tub]],
    ['tags=LUBE', [tub]],
    ['tags__name=Lube', [tub]],
    ['tags__slug=lube', [tub]],
    ['tags__name=lube', []],
    ['search=hx-grs', [tub]],
    ['search=parcel', [tub]],
    ['search=helix', [tub]],
    ['search=pp-', [tub]],
    ['search=shelf', [m11, lost]],
    ['search=grs%20g-1', [tub, rest]],
    ['search=lube', [tub]]
  ]
  for (const [query, items] of expected) {
    t.strictSame(
      column((await admin.get(`/api/stock/?${query}`)).body, 'pk').sort((a, b) => a - b),
      items,
      query || 'all of them'
    )
  }

  const sorted = async (ordering: string) => column((await admin.get(`/api/stock/?ordering=${ordering}`)).body, 'pk')
  t.strictSame(
    column((await admin.get('/api/stock/')).body, 'pk'),
    [lost, rest, tub, m12, m11, m10],
    'by name of the part, quantity, location'
  )
  t.strictSame(await sorted('-stock'), [tub, rest, m12, m11, m10, lost])
  t.strictSame(await sorted('-SKU,part,-quantity'), [tub, rest, lost, m12, m11, m10])
  t.strictSame((await sorted('-location')).slice(0, 3), [lost, m11, m10])
  t.strictSame((await admin.get('/api/stock/?supplier=' + maker.pk)).body, {
    supplier: ['Select a valid choice. That choice is not one of the available choices.']
  })
  t.strictSame((await admin.get('/api/stock/?location=abc')).body, { location: ['Enter a number.'] })

  await set('STOCK_ENABLE_EXPIRY', false)
  await set('STOCK_STALE_DAYS', 0)
  t.equal(
    (await admin.get('/api/stock/?expired=true&stale=true')).body.length,
    all.length,
    'switched off, the two filters do nothing'
  )
})

t.test('a longer list costs no more statements', async (t) => {
  const statements: string[] = []
  const { as, make } = await build(t, {}, (text) => statements.push(text))
  const part = await make('/api/part/', { name: 'Meter', trackable: true, purchaseable: true })
  const shop = await make('/api/company/', { name: 'Shop' })
  const cost = async (url: string) => {
    await as('admin').get(url)
    statements.length = 0
    await as('admin').get(url)
    return statements.length
  }
  const lists = [
    '/api/stock/?location_detail=true&path_detail=true&supplier_part_detail=true&tests=true&tags=true',
    '/api/company/part/?part_detail=true&supplier_detail=true&manufacturer_detail=true&manufacturer_part_detail=true&pretty=true&price_breaks=true&tags=true'
  ]
  const grow = async (from: number) => {
    const location = await make('/api/stock/location/', { name: `Shelf ${from}` })
    for (const SKU of [`A${from}`, `B${from}`])
      await make('/api/company/part/', { part: part.pk, supplier: shop.pk, SKU, tags: ['x'] })
    await make('/api/stock/', {
      part: part.pk,
      quantity: 3,
      serial_numbers: `${from}+`,
      location: location.pk,
      supplier_part: 1,
      tags: ['y']
    })
  }
  await grow(10)
  const before = [await cost(lists[0]!), await cost(lists[1]!)]
  await grow(20)
  t.strictSame([await cost(lists[0]!), await cost(lists[1]!)], before)
})

t.test(
  'stock comes by the name of its part, then by quantity, then by where it lies; the same with a filter that all items pass',
  async (t) => {
    const house = await build(t)
    const made = async (url: string, body: object) => (await house.make(url, body)).pk as number
    const [shelf, attic] = [
      await made('/api/stock/location/', { name: 'Shelf' }),
      await made('/api/stock/location/', { name: 'Attic' })
    ]
    const [zinc, amber] = [await made('/api/part/', { name: 'Zinc' }), await made('/api/part/', { name: 'Amber' })]
    for (const [part, quantity, location] of [
      [zinc, 3, shelf],
      [amber, 9, shelf],
      [zinc, 3, attic],
      [amber, 2, attic],
      [zinc, 1, shelf]
    ])
      await house.make('/api/stock/', { part, quantity, location })
    for (const [ordering, quantities] of [
      ['', [2, 9, 1, 3, 3]],
      ['part', [9, 2, 3, 3, 1]],
      ['-part', [1, 3, 3, 2, 9]],
      ['-part__name,quantity', [1, 3, 3, 2, 9]],
      ['part,-quantity', [9, 2, 3, 3, 1]]
    ] as const) {
      for (const more of ['limit=10', 'limit=10&status=10', 'ordering=']) {
        const { body } = await house
          .as('admin')
          .get(`/api/stock/?${more}${more === 'ordering=' ? '' : '&ordering='}${ordering}`)
        t.strictSame(column(body.results ?? body, 'quantity'), quantities, `${ordering} ${more}`)
      }
    }
    t.strictSame(column((await house.as('admin').get('/api/stock/?limit=2&offset=3')).body.results, 'location'), [
      attic,
      shelf
    ])
  }
)

t.test('what a build order used up is told by key, unless the list is told otherwise', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const part = await make('/api/part/', { name: 'Washer used up', component: true })
  const assembly = await make('/api/part/', { name: 'Frame of washers', assembly: true })
  const order = await make('/api/build/', { part: assembly.pk, quantity: 1 })
  for (const quantity of [7, 3, 5]) await make('/api/stock/', { part: part.pk, quantity, consumed_by: order.pk })
  const quantities = async (query: string) =>
    (await admin.get(`/api/stock/?part=${part.pk}&in_stock=false${query}`)).body.map((one: any) => one.quantity)
  t.strictSame(await quantities(`&consumed_by=${order.pk}`), [7, 3, 5])
  t.strictSame(await quantities(''), [3, 5, 7])
  t.strictSame(await quantities(`&consumed_by=${order.pk}&ordering=-quantity`), [7, 5, 3])
})
