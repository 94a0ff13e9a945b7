import t, { type Test } from 'tap'
import { storeRates } from '#modules/currency/index.ts'
import { build, column, type House } from '../helper.ts'

type Amounts = [number | null, number | null]
const range = (body: any, name: string): Amounts => [body[`${name}_min`], body[`${name}_max`]]

/** A house with a template, its variant, a component and an assembly of four components. */
async function priced(t: Test) {
  const house = await build(t)
  const { insert, make, as } = house
  const part = async (name: string, more: object = {}): Promise<number> =>
    (await make('/api/part/', { name, ...more })).pk
  const component = await part('Relay')
  const assembly = await part('Card', { assembly: true, salable: true })
  await insert('bom_item', { part_id: assembly, sub_part_id: component, quantity: 4, raw_amount: '4' })
  const pricing = async (id: number) => (await as('admin').get(`/api/part/${id}/pricing/`)).body
  const internal = async (part: number, price: number, quantity = 1) =>
    (await make('/api/part/internal-price/', { part, quantity, price })).pk as number
  const update = (id: number, body: object = {}) =>
    as('admin').patch(`/api/part/${id}/pricing/`, { update: true, ...body })
  return { ...house, admin: as('admin'), part, component, assembly, pricing, internal, update }
}

/** A supplier of a part that asks 18 for a pack of ten, and a purchase of five packs at 12. */
async function supply({ insert }: House, part_id: number, status: number) {
  const supplier_id = await insert('company', { name: 'Relay World', is_supplier: 1 })
  const pack = { pack_quantity: '10', pack_quantity_native: 10 }
  const source = await insert('supplier_part', { part_id, supplier_id, SKU: 'RW', ...pack })
  await insert('supplier_price_break', { part_id: source, quantity: 1, price: 18, price_currency: 'USD' })
  const order_id = await insert('purchase_order', { reference: 'PO-1', supplier_id, status })
  const paid = { purchase_price: 12, purchase_price_currency: 'USD' }
  await insert('purchase_order_line', { order_id, part_id: source, quantity: 5, received: 5, ...paid })
}

/** What is said of an amount that a price has no room for. */
const TOO_LONG = 'Ensure that there are no more than 19 digits in total.'

t.test('a part whose prices nobody worked out has none', async (t) => {
  const { admin, component, db } = await priced(t)
  const { status, body } = await admin.get(`/api/part/${component}/pricing/`)
  t.equal(status, 200)
  t.match(body, {
    currency: 'USD',
    updated: null,
    overall_min: null,
    override_min: null,
    override_min_currency: 'USD',
    scheduled_for_update: false
  })
  t.equal((await db.selectFrom('part_pricing').select('id').execute()).length, 0, 'reading stores nothing')
  t.equal((await admin.get('/api/part/4242/pricing/')).status, 404)
  t.equal(
    (await admin.patch('/api/part/4242/pricing/', { override_min: 'x' })).status,
    404,
    'what is not there is told before what is wrong'
  )
})

t.test('the price of a BOM line has six places, as prices have', async (t) => {
  const { admin, db, component, assembly, update } = await priced(t)
  await update(component, { override_min: '11.083041', override_max: '11.083043' })
  const totals: [number, number, number][] = [
    [0.125, 1.38538, 1.38538],
    [0.5, 5.54152, 5.541522],
    [3, 33.249123, 33.249129]
  ]
  for (const [quantity, min, max] of totals) {
    await db.updateTable('bom_item').set({ quantity }).execute()
    const { body } = await admin.get(`/api/bom/?part=${assembly}&pricing=true`)
    t.match(body, [{ pricing_min_total: min, pricing_max_total: max }], `${quantity}`)
  }
})

t.test('price breaks: what is accepted, and what is refused', async (t) => {
  const { admin, component, assembly } = await priced(t)
  const url = '/api/part/sale-price/'
  const made = await admin.post(url, { part: assembly, quantity: 10, price: '34.123456789', price_currency: 'EUR' })
  t.strictSame(made.body, { pk: 1, part: assembly, quantity: 10, price: 34.123457, price_currency: 'EUR' })
  t.match((await admin.post(url, { part: assembly, price: 40 })).body, { quantity: 1, price_currency: 'USD' })
  const wrong: [object, object][] = [
    [{ part: component, price: 2 }, { part: [`Invalid pk "${component}" - object does not exist.`] }],
    [
      { part: assembly, quantity: 10, price: 2 },
      { non_field_errors: ['The fields part, quantity must make a unique set.'] }
    ],
    [{ part: assembly, quantity: 3 }, { price: ['This field cannot be blank.'] }],
    [{ part: assembly, quantity: 3, price: '' }, { price: ['This field cannot be blank.'] }],
    [{ part: assembly, quantity: 0.5, price: 2 }, { quantity: ['Ensure this value is greater than or equal to 1.'] }],
    [{ part: assembly, quantity: 3, price: 1e300 }, { price: [TOO_LONG] }],
    [{ part: assembly, quantity: 3, price: -1 }, { price: ['Ensure this value is greater than or equal to 0.'] }],
    [{ part: 4242, quantity: 'x', price: 'cheap' }, { price: ['Must be a valid number'] }],
    [
      { part: assembly, quantity: 3, price: 2, price_currency: 'XYZ' },
      { price_currency: ['"XYZ" is not a valid choice.'] }
    ],
    [{ part: assembly, quantity: 3, price: 2, price_currency: '' }, { price_currency: ['"" is not a valid choice.'] }]
  ]
  for (const [body, problems] of wrong) {
    const answer = await admin.post(url, body)
    t.equal(answer.status, 400)
    t.strictSame(answer.body, problems, JSON.stringify(body))
  }
  t.match(
    (await admin.patch(`${url}1/`, { price: 30 })).body,
    { price: 30, price_currency: 'EUR' },
    'PATCH keeps the currency'
  )
  t.match(
    (await admin.put(`${url}1/`, { part: assembly, quantity: 10 })).body,
    { price: 30, price_currency: 'USD' },
    'PUT puts it back'
  )
  t.strictSame(column((await admin.get(url)).body, 'quantity'), [1, 10], 'by quantity')
  t.strictSame(column((await admin.get(`${url}?ordering=price`)).body, 'price'), [30, 40])
  t.strictSame(column((await admin.get(`/api/part/${assembly}/?price_breaks=true`)).body.price_breaks, 'pk'), [1, 2])
  t.equal((await admin.delete(`${url}1/`)).status, 204)
  t.equal((await admin.get(`${url}1/`)).status, 404)
})

t.test('prices follow at once, up to the assemblies of assemblies', async (t) => {
  const { set, component, assembly, part, pricing, internal, insert, admin } = await priced(t)
  const device = await part('Device', { assembly: true })
  await insert('bom_item', { part_id: device, sub_part_id: assembly, quantity: 2, raw_amount: '2' })
  await internal(component, 1.2)
  t.strictSame(
    range(await pricing(component), 'overall'),
    [null, null],
    'internal prices count only where the setting says so'
  )
  await set('PART_INTERNAL_PRICE', true)
  const dear = await internal(component, 1.5, 50)
  t.strictSame(range(await pricing(component), 'internal_cost'), [1.2, 1.5])
  t.strictSame(range(await pricing(assembly), 'bom_cost'), [4.8, 6])
  t.strictSame(range(await pricing(device), 'overall'), [9.6, 12])
  await admin.patch(`/api/part/internal-price/${dear}/`, { price: 2 })
  t.strictSame(range(await pricing(device), 'overall'), [9.6, 16])
  await admin.delete(`/api/part/internal-price/${dear}/`)
  t.strictSame(range(await pricing(device), 'overall'), [9.6, 9.6])
  await set('PRICING_AUTO_UPDATE', false)
  await internal(component, 9, 50)
  t.strictSame(range(await pricing(device), 'overall'), [9.6, 9.6], 'unless that is switched off')
})

t.test('parts that contain each other come to an end', async (t) => {
  const { db, insert, component, assembly, internal, pricing, set } = await priced(t)
  await set('PART_INTERNAL_PRICE', true)
  await db.updateTable('part').set({ assembly: 1 }).where('id', '=', component).execute()
  await insert('bom_item', { part_id: component, sub_part_id: assembly, quantity: 1, raw_amount: '1' })
  await internal(component, 1)
  t.ok((await pricing(assembly)).overall_max > 0)
})

t.test('variants and substitutes count in lines that allow them, if they are active', async (t) => {
  const { db, insert, part, set, internal, pricing, update } = await priced(t)
  await set('PART_INTERNAL_PRICE', true)
  const template = await part('Screw', { is_template: true })
  const [variant, retired, substitute] = [
    await part('Screw M3', { variant_of: template }),
    await part('Screw M2', { variant_of: template }),
    await part('Nail')
  ]
  const board = await part('Board', { assembly: true, is_template: true })
  const heir = await part('Board B', { assembly: true, variant_of: board })
  const line = await insert('bom_item', {
    part_id: board,
    sub_part_id: template,
    quantity: 10,
    raw_amount: '10',
    allow_variants: 1,
    inherited: 1
  })
  await insert('bom_substitute', { bom_item_id: line, part_id: substitute })
  await internal(variant, 0.2)
  await internal(substitute, 0.5)
  await internal(retired, 0.1)
  await db.updateTable('part').set({ active: 0 }).where('id', '=', retired).execute()
  await update(board)
  t.strictSame(range(await pricing(template), 'variant_cost'), [0.1, 0.2], 'inactive variants count for their template')
  await set('PRICING_ACTIVE_VARIANTS', true)
  await update(template)
  t.strictSame(range(await pricing(template), 'variant_cost'), [0.2, 0.2], 'unless a setting says otherwise')
  t.strictSame(range(await pricing(board), 'bom_cost'), [2, 5])
  t.strictSame(range(await pricing(heir), 'bom_cost'), [2, 5], 'a variant inherits the line')
})

t.test('what was paid and what suppliers ask', async (t) => {
  const house = await priced(t)
  const { component, pricing, update, set, db, insert } = house
  await supply(house, component, 30)
  t.equal((await update(component)).status, 200)
  const first = await pricing(component)
  t.strictSame(range(first, 'supplier_price'), [1.8, 1.8], 'by the piece, not by the pack')
  t.strictSame(range(first, 'purchase_cost'), [1.2, 1.2])
  t.strictSame(range(first, 'overall'), [1.2, 1.8])
  await set('PRICING_PURCHASE_HISTORY_OVERRIDES_SUPPLIER', true)
  t.strictSame(range((await update(component)).body, 'overall'), [1.2, 1.2])
  await set('PRICING_PURCHASE_HISTORY_OVERRIDES_SUPPLIER', false)
  await set('PRICING_USE_SUPPLIER_PRICING', false)
  t.strictSame(range((await update(component)).body, 'overall'), [1.2, 1.2])
  await insert('stock_item', {
    part_id: component,
    quantity: 1,
    purchase_price: 3,
    purchase_price_currency: '',
    updated: '2020-01-01T00:00:00.000Z'
  })
  t.strictSame(range((await update(component)).body, 'purchase_cost'), [1.2, 3], 'stock counts')
  await set('PRICING_STOCK_ITEM_AGE_DAYS', 30)
  t.strictSame(range((await update(component)).body, 'purchase_cost'), [1.2, 1.2], 'unless it is too old')
  await db.updateTable('purchase_order').set({ status: 20 }).execute()
  t.strictSame(
    range((await update(component)).body, 'purchase_cost'),
    [null, null],
    'an order counts once it is complete'
  )
})

t.test('sale prices are shown, and never enter the overall range', async (t) => {
  const { make, assembly, pricing, insert, update } = await priced(t)
  await make('/api/part/sale-price/', { part: assembly, price: 39.5 })
  const order = await insert('sales_order', { reference: 'SO-1', status: 30 })
  await insert('sales_order_line', {
    order_id: order,
    part_id: assembly,
    quantity: 1,
    sale_price: 41,
    sale_price_currency: 'USD'
  })
  await update(assembly)
  const found = await pricing(assembly)
  t.strictSame(
    [range(found, 'sale_price'), range(found, 'sale_history'), range(found, 'overall')],
    [
      [39.5, 39.5],
      [41, 41],
      [null, null]
    ]
  )
})

t.test('limits by hand, in any currency that has a rate', async (t) => {
  const { admin, db, component, assembly, pricing, update, make } = await priced(t)
  const url = `/api/part/${component}/pricing/`
  t.match((await admin.patch(url, { override_min: 2, override_max: 3 })).body, {
    overall_min: 2,
    overall_max: 3,
    override_max_currency: 'USD'
  })
  t.strictSame((await admin.patch(url, { override_min: 4, override_max: 3 })).body, {
    override_min: ['Minimum price must not be greater than maximum price'],
    override_max: ['Maximum price must not be less than minimum price']
  })
  t.equal((await admin.patch(url, { override_min: 4 })).status, 200, 'one alone is not compared')
  t.strictSame((await admin.patch(url, { override_min: 'x', override_max: -1 })).body, {
    override_min: ['Must be a valid number']
  })
  t.strictSame((await admin.patch(url, { override_min: 1, override_max: 1e300 })).body, { override_max: [TOO_LONG] })
  t.strictSame((await admin.patch(url, { override_min: 1, override_min_currency: 'EUR', override_max: 2 })).body, {
    non_field_errors: ['Could not convert from provided currencies to USD']
  })
  t.strictSame(range(await pricing(component), 'override'), [4, 3], 'nothing that was refused is stored')

  await storeRates(db, 'USD', new Map([['EUR', 0.5]]))
  t.match((await update(component, { override_min: 1, override_min_currency: 'EUR', override_max: 3 })).body, {
    overall_min: 2,
    overall_max: 3,
    override_min: 1
  })
  t.strictSame(range(await pricing(assembly), 'overall'), [8, 12], 'the assembly follows')
  t.match(
    (await admin.put(url, { override_min: 1 })).body,
    { override_min_currency: 'USD', overall_min: 1 },
    'PUT puts the currency back'
  )
  t.match((await update(component, { override_min: null, override_max: '' })).body, {
    overall_min: null,
    overall_max: null
  })

  await make('/api/part/sale-price/', { part: assembly, price: 10, price_currency: 'EUR' })
  await make('/api/part/sale-price/', { part: assembly, quantity: 2, price: 1, price_currency: 'JPY' })
  t.strictSame(range(await pricing(assembly), 'sale_price'), [20, 20], 'a price without a rate does not count')
})

t.test('parts show, sort and filter by their prices, at the same cost for any number', async (t) => {
  const statements: string[] = []
  const { as, make, set } = await build(t, {}, (text) => {
    statements.push(text)
  })
  await set('PART_INTERNAL_PRICE', true)
  const ids: number[] = []
  for (let n = 0; n < 20; n++) {
    const { pk } = await make('/api/part/', { name: `Part ${n}`, salable: true })
    ids.push(pk)
    if (n < 15) await make('/api/part/internal-price/', { part: pk, price: 20 - n })
    await make('/api/part/sale-price/', { part: pk, price: 30 })
    if (n > 0) await make('/api/part/related/', { part_1: ids[0], part_2: pk })
    await make('/api/part/stocktake/', { part: pk, quantity: n })
  }
  const admin = as('admin')
  t.strictSame(
    column((await admin.get('/api/part/?ordering=-pricing_max&limit=2')).body.results, 'pricing_max'),
    [20, 19]
  )
  t.equal((await admin.get('/api/part/?has_pricing=true')).body.length, 15)
  t.equal((await admin.get('/api/part/?has_pricing=false')).body.length, 5)
  t.match((await admin.get(`/api/part/${ids[0]}/`)).body, {
    pricing_min: 20,
    pricing_max: 20,
    pricing_updated: /^\d{4}-\d\d-\d\d \d\d:\d\d$/
  })
  for (const url of [
    '/api/part/?price_breaks=true',
    '/api/part/related/?',
    '/api/part/stocktake/?part_detail=true',
    '/api/part/sale-price/?'
  ]) {
    const cost = async (limit: number) => {
      await admin.get(`${url}&limit=${limit}`)
      statements.length = 0
      await admin.get(`${url}&limit=${limit}`)
      return statements.length
    }
    t.equal(await cost(15), await cost(1), url)
  }
})

t.test('who may see and change prices', async (t) => {
  const { as, makeUser, component } = await priced(t)
  await makeUser({ name: 'reader', roles: { part: ['view'] } })
  await makeUser({ name: 'stranger', roles: { stock: ['view', 'change'] } })
  t.equal((await as('reader').get(`/api/part/${component}/pricing/`)).status, 200)
  t.equal((await as('reader').patch(`/api/part/${component}/pricing/`, {})).status, 403)
  t.equal((await as('reader').post('/api/part/internal-price/', { part: component, price: 1 })).status, 403)
  t.equal((await as('stranger').get('/api/part/internal-price/')).status, 403)
  t.equal((await as(null).get('/api/part/sale-price/')).status, 401)
})

t.test('prices follow what they rest on, up to the top', async (t) => {
  const { as, make, set, db } = await build(t)
  const admin = as('admin')
  const [nut, bolt, joint, frame] = [
    await make('/api/part/', { name: 'Nut' }),
    await make('/api/part/', { name: 'Bolt' }),
    await make('/api/part/', { name: 'Joint', assembly: true, component: true }),
    await make('/api/part/', { name: 'Frame', assembly: true })
  ]
  const range = async ({ pk }: { pk: number }) => {
    const { overall_min, overall_max } = (await admin.get(`/api/part/${pk}/pricing/`)).body
    return [overall_min, overall_max]
  }
  const line = await make('/api/bom/', { part: joint.pk, sub_part: nut.pk, quantity: 2 })
  await make('/api/bom/', { part: frame.pk, sub_part: joint.pk, quantity: 10 })
  t.equal(
    (await db.selectFrom('part_pricing').select('id').execute()).length,
    0,
    'nothing is known, so nothing is stored'
  )

  const shop = await make('/api/company/', { name: 'Shop' })
  const sold = await make('/api/company/part/', { part: nut.pk, supplier: shop.pk, SKU: 'N', pack_quantity: '10' })
  const price = await make('/api/company/price-break/', { part: sold.pk, quantity: 1, price: 5 })
  t.strictSame(
    [await range(nut), await range(joint), await range(frame)],
    [
      [0.5, 0.5],
      [1, 1],
      [10, 10]
    ]
  )
  await admin.patch(`/api/company/price-break/${price.pk}/`, { price: 10 })
  t.strictSame(await range(frame), [20, 20])
  await admin.patch(`/api/company/part/${sold.pk}/`, { pack_quantity: '20' })
  t.strictSame(await range(frame), [10, 10])

  const [stock] = await make('/api/stock/', { part: nut.pk, quantity: 1, purchase_price: 3 })
  t.strictSame(await range(frame), [10, 60])
  await admin.patch(`/api/stock/${stock.pk}/`, { purchase_price: 2 })
  t.strictSame(await range(frame), [10, 40])
  await admin.delete(`/api/stock/${stock.pk}/`)
  t.strictSame(await range(frame), [10, 10])

  await admin.patch(`/api/bom/${line.pk}/`, { quantity: 4 })
  t.strictSame(await range(frame), [20, 20])
  await make('/api/part/internal-price/', { part: bolt.pk, quantity: 1, price: 7 })
  await set('PART_INTERNAL_PRICE', true)
  await make('/api/part/internal-price/', { part: bolt.pk, quantity: 2, price: 7 })
  const other = await make('/api/bom/substitute/', { bom_item: line.pk, part: bolt.pk })
  t.strictSame(await range(frame), [20, 280])
  await admin.delete(`/api/bom/substitute/${other.pk}/`)
  t.strictSame(await range(frame), [20, 20])

  await set('PRICING_AUTO_UPDATE', false)
  await admin.patch(`/api/company/price-break/${price.pk}/`, { price: 1000 })
  t.strictSame(await range(nut), [0.5, 0.5])
  await set('PRICING_AUTO_UPDATE', true)
  await admin.delete(`/api/company/${shop.pk}/`)
  t.strictSame(
    [await range(nut), await range(joint), await range(frame)],
    [
      [null, null],
      [null, null],
      [null, null]
    ]
  )
})

t.test('prices are worked out once for a whole request', async (t) => {
  const statements: string[] = []
  const { as, make } = await build(t, {}, (text) => {
    statements.push(text)
  })
  const [nut, frame] = [
    await make('/api/part/', { name: 'Nut' }),
    await make('/api/part/', { name: 'Frame', assembly: true })
  ]
  const joints = []
  for (let i = 0; i < 20; i++) {
    const joint = await make('/api/part/', { name: `Joint ${i}`, assembly: true })
    await make('/api/bom/', { part: joint.pk, sub_part: nut.pk, quantity: 1 })
    joints.push(await make('/api/bom/', { part: frame.pk, sub_part: joint.pk, quantity: 1 }))
  }
  const [item] = await make('/api/stock/', { part: nut.pk, quantity: 1, purchase_price: 2 })
  t.strictSame((await as('admin').get(`/api/part/${frame.pk}/pricing/`)).body.overall_max, 40)
  const worked = () => statements.filter((text) => /from "exchange_rate"/.test(text)).length
  statements.length = 0
  await as('admin').patch(`/api/stock/${item.pk}/`, { purchase_price: 3 })
  t.equal(worked(), 3, 'the part, all its assemblies at once, and what they are part of')
  statements.length = 0
  await as('admin').delete('/api/bom/', { items: joints.slice(0, 10).map(({ pk }) => pk) })
  t.equal(worked(), 1)
  t.strictSame((await as('admin').get(`/api/part/${frame.pk}/pricing/`)).body.overall_max, 30)
})

t.test('another default currency, other prices', async (t) => {
  const { as, make, set, db } = await build(t)
  const part = await make('/api/part/', { name: 'Nut' })
  await make('/api/stock/', { part: part.pk, quantity: 1, purchase_price: 10, purchase_price_currency: 'USD' })
  await db
    .insertInto('exchange_rate')
    .values(
      [
        { currency: 'EUR', value: 0.5 },
        { currency: 'USD', value: 1 }
      ].map((rate) => ({ ...rate, base_currency: 'USD', backend: 'InvenTreeExchange', updated: null }))
    )
    .execute()
  await set('INVENTREE_DEFAULT_CURRENCY', 'EUR')
  t.match((await as('admin').get(`/api/part/${part.pk}/pricing/`)).body, {
    currency: 'EUR',
    overall_min: 5,
    overall_max: 5
  })
  t.match((await as('admin').get('/api/currency/exchange/')).body, {
    base_currency: 'EUR',
    exchange_rates: { USD: 2, EUR: 1 }
  })
})
