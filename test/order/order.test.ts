import t from 'tap'
import { build, column, type House } from '../helper.ts'

/** A supplier and a customer with a contact and an address each, and something to buy and sell. */
async function stage(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const { make } = house
  const mill = await make('/api/company/', { name: 'Mill', currency: 'EUR', is_supplier: true, is_customer: true })
  const shop = await make('/api/company/', { name: 'Shop', is_customer: true, is_supplier: false })
  const ines = await make('/api/company/contact/', { company: mill.pk, name: 'Ines' })
  const gate = await make('/api/company/address/', { company: shop.pk, title: 'Gate' })
  const bolt = await make('/api/part/', { name: 'Bolt', purchaseable: true, salable: true })
  const packed = await make('/api/company/part/', { part: bolt.pk, supplier: mill.pk, SKU: 'M-1', pack_quantity: '10' })
  return { ...house, mill, shop, ines, gate, bolt, packed }
}

/** Makes a state of one's own for orders. */
async function ownState({ as, make }: Pick<House, 'as' | 'make'>, key: number, logical_key: number): Promise<void> {
  const {
    body: { pk: model }
  } = await as('admin').get('/api/contenttype/model/purchaseorder/')
  await make('/api/generic/status/custom/', {
    key,
    name: `STATE_${key}`,
    label: `State ${key}`,
    color: 'warning',
    logical_key,
    model,
    reference_status: 'PurchaseOrderStatus'
  })
}

t.test('the rules over fields of an order are told one at a time, other problems together', async (t) => {
  const { as, mill, shop, ines, gate, set } = await stage(t)
  const refused = async (body: object) =>
    (await as('admin').post('/api/order/so/', { customer: shop.pk, ...body })).body
  t.strictSame(await refused({ contact: ines.pk, start_date: '2031-02-02', target_date: '2031-01-01' }), {
    contact: ['Contact does not match selected company']
  })
  t.strictSame(
    Object.keys(
      await refused({ customer: mill.pk, address: gate.pk, start_date: '2031-02-02', target_date: '2031-01-01' })
    ),
    ['target_date', 'start_date']
  )
  t.strictSame(await refused({ customer: mill.pk, address: gate.pk }), {
    address: ['Address does not match selected company']
  })
  t.strictSame(await refused({ order_currency: 'XYZ', link: 'no link' }), {
    link: ['Enter a valid URL.'],
    order_currency: ['"XYZ" is not a valid choice.']
  })
  t.match(
    await refused({ start_date: '2031-01-01', target_date: '2031-01-01', order_currency: '' }),
    { pk: 1, order_currency: '' },
    'one day is enough'
  )
  await set('SALESORDER_REQUIRE_RESPONSIBLE', true)
  t.strictSame(await refused({ contact: ines.pk }), { responsible: ['Responsible user or group must be specified'] })
  const { status, body } = await as('admin').post('/api/order/po/', { supplier: mill.pk, status: 30, created_by: 9 })
  t.match(
    { status, body },
    { status: 201, body: { status: 10, created_by: { username: 'admin' }, line_items: null, overdue: null } },
    'what the server keeps for itself is passed over'
  )
})

t.test("a state of one's own stands for the state of the order, and falls away with it", async (t) => {
  const house = await stage(t)
  const { as, make, mill } = house
  await ownState(house, 110, 10)
  await ownState(house, 120, 20)
  const { pk } = await make('/api/order/po/', { supplier: mill.pk })
  const at = `/api/order/po/${pk}/`
  const choose = async (status_custom_key: unknown) => (await as('admin').patch(at, { status_custom_key })).body
  t.strictSame(await choose(10), { status_custom_key: ['Invalid custom status key'] })
  t.strictSame(await choose(120), { status_custom_key: ['Invalid custom status key for this order status'] })
  t.match(await choose(110), { status: 10, status_text: 'State 110', status_custom_key: 110 })
  t.strictSame(column((await as('admin').get('/api/order/po/?status=110')).body, 'pk'), [pk])
  t.strictSame((await as('admin').get('/api/order/po/?status=10')).body, [])
  await as('admin').post(`${at}issue/`, {})
  t.match((await as('admin').get(at)).body, { status: 20, status_text: 'Placed', status_custom_key: null })
  t.match(await choose(120), { status_custom_key: 120 })
  const [{ pk: state }] = (await as('admin').get('/api/generic/status/custom/?search=120')).body
  await as('admin').delete(`/api/generic/status/custom/${state}/`)
  t.match((await as('admin').patch(at, { description: 'x' })).body, { status_custom_key: null }, 'gone')
  t.strictSame(column((await as('admin').get('/api/order/po/?status=20')).body, 'pk'), [pk])
})

t.test('a complete order is locked with its lines, unless the setting lifts that', async (t) => {
  const { as, make, set, mill, packed } = await stage(t)
  const admin = as('admin')
  const { pk } = await make('/api/order/po/', { supplier: mill.pk })
  const line = await make('/api/order/po-line/', { order: pk, part: packed.pk, quantity: 2 })
  const other = await make('/api/order/po/', { supplier: mill.pk })
  const free = await make('/api/order/po-line/', { order: other.pk, part: packed.pk, quantity: 2 })
  const extra = await make('/api/order/po-extra-line/', { order: pk, price: 3, price_currency: 'EUR' })
  await admin.post(`/api/order/po/${pk}/issue/`)
  t.strictSame((await admin.post(`/api/order/po/${pk}/complete/`, {})).body, {
    accept_incomplete: ['Order has incomplete line items']
  })
  t.strictSame((await admin.post(`/api/order/po/${pk}/complete/`, { accept_incomplete: true })).body, {
    accept_incomplete: true
  })
  const locked = { status: 400, body: { non_field_errors: ['The order is locked and cannot be modified'] } }
  t.match(await admin.patch(`/api/order/po/${pk}/`, {}), {
    status: 400,
    body: { reference: ['This order is locked and cannot be modified'] }
  })
  t.match(await admin.post('/api/order/po-line/', { order: pk, part: packed.pk, quantity: 1 }), locked)
  t.match(
    await admin.patch(`/api/order/po-line/${free.pk}/`, { order: pk, part: packed.pk }),
    locked,
    'nothing moves in'
  )
  t.match(await admin.delete(`/api/order/po-extra-line/${extra.pk}/`), locked)
  t.match(await admin.delete('/api/order/po-line/', { items: [line.pk, free.pk] }), locked)
  t.equal((await admin.get('/api/order/po-line/')).body.length, 2, 'nothing was deleted')
  t.match(await admin.post(`/api/order/po/${pk}/cancel/`), { status: 400, body: ['Order cannot be cancelled'] })
  await set('PURCHASEORDER_EDIT_COMPLETED_ORDERS', true)
  t.equal((await admin.delete('/api/order/po-line/', { items: [line.pk, free.pk] })).status, 200)
  t.match((await admin.get(`/api/order/po/${pk}/`)).body, { total_price: 3, line_items: 0 })
  t.equal((await admin.delete(`/api/order/po/${pk}/`)).status, 204)
})

t.test('the total follows every line, in the currency of the order, and is null without a rate', async (t) => {
  const { as, make, db, mill, packed } = await stage(t)
  const admin = as('admin')
  const { pk } = await make('/api/order/po/', { supplier: mill.pk })
  const total = async () => (await admin.get(`/api/order/po/${pk}/`)).body.total_price
  const line = await make('/api/order/po-line/', {
    order: pk,
    part: packed.pk,
    quantity: 7,
    purchase_price: 2.75,
    purchase_price_currency: 'EUR',
    discount: 10
  })
  t.equal(line.total_price, 17.325)
  const work = await make('/api/order/po-extra-line/', { order: pk, quantity: 2, price: 0.1, price_currency: 'EUR' })
  await make('/api/order/po-extra-line/', { order: pk, price: -0.2, price_currency: 'EUR' })
  t.equal(await total(), 17.325, 'sums are exact')
  await admin.patch(`/api/order/po-extra-line/${work.pk}/`, { price: 1, price_currency: 'USD' })
  t.equal(await total(), null, 'no rate from dollars to euros')
  for (const [currency, value] of [
    ['USD', 1],
    ['EUR', 0.5]
  ] as const) {
    await db
      .insertInto('exchange_rate')
      .values({ currency, value, base_currency: 'USD', backend: '', updated: '2026-01-01T00:00:00.000Z' } as never)
      .onConflict((oc) => oc.column('currency').doUpdateSet({ value }))
      .execute()
  }
  t.equal(await total(), null, 'a rate alone changes nothing')
  await admin.patch(`/api/order/po/${pk}/`, { description: 'again' })
  t.equal(await total(), 18.125)
  await admin.patch(`/api/order/po/${pk}/`, { order_currency: 'USD' })
  t.equal(await total(), 36.25)
  await admin.delete(`/api/order/po-extra-line/${work.pk}/`)
  t.equal(await total(), 34.25)
})

t.test('lines of purchase orders: merged, priced from the list, with the supplier of the order', async (t) => {
  const { as, make, set, mill, packed } = await stage(t)
  const admin = as('admin')
  const { pk: order } = await make('/api/order/po/', { supplier: mill.pk })
  const add = (body: object) => admin.post('/api/order/po-line/', { order, part: packed.pk, quantity: 6, ...body })
  t.match((await add({ auto_pricing: true })).body, { pk: 1, purchase_price: null }, 'no list, no price')
  await make('/api/company/price-break/', { part: packed.pk, quantity: 5, price: 3.5, price_currency: 'USD' })
  await make('/api/company/price-break/', { part: packed.pk, quantity: 10, price: 2.75, price_currency: 'USD' })
  t.match((await add({ auto_pricing: true, notes: 'dropped' })).body, {
    pk: 1,
    quantity: 12,
    purchase_price: 2.75,
    notes: '',
    overdue: null
  })
  t.match(
    (await add({ target_date: '2020-01-01', quantity: 1, auto_pricing: true })).body,
    { pk: 2, purchase_price: 3.5 },
    'below the first step, the first step'
  )
  t.strictSame(column((await admin.get('/api/order/po-line/')).body, 'overdue'), [false, true])
  // The answer to a change tells how it was.
  t.equal(
    (await admin.patch('/api/order/po-line/1/', { order, part: packed.pk, target_date: '2020-01-01' })).body.overdue,
    false
  )
  t.equal(
    (await admin.patch('/api/order/po-line/1/', { order, part: packed.pk, target_date: null })).body.overdue,
    true
  )
  t.equal((await admin.get('/api/order/po-line/1/')).body.overdue, false)
  await set('PURCHASEORDER_MERGE_LINE_ITEMS', false)
  t.equal((await add({})).body.pk, 3)
  t.equal((await add({ merge_items: true })).body.quantity, 18)
  const change = async (body: object) =>
    (await admin.patch('/api/order/po-line/1/', { order, part: packed.pk, ...body })).body
  t.match(await change({ quantity: 5, auto_pricing: false }), { purchase_price: 2.75, auto_pricing: false })
  const repriced = await change({ notes: 'x' })
  t.equal(repriced.purchase_price, 3.5)
  t.notOk('auto_pricing' in repriced)
  t.strictSame(await change({ quantity: 1.234567 }), {
    quantity: ['Ensure that there are no more than 5 decimal places.']
  })
  t.strictSame((await add({ purchase_price_currency: 'ZZZ' })).body, {
    purchase_price_currency: ['"ZZZ" is not a valid choice.']
  })
  t.match((await admin.put('/api/order/po-line/1/', { order, part: packed.pk, quantity: 20 })).body, {
    purchase_price: 3.5,
    auto_pricing: false,
    total_price: 70
  })
})

t.test('who may not see parts gets lines without them; who may only change cannot issue', async (t) => {
  const { as, make, makeUser, mill, packed } = await stage(t)
  const { pk: order } = await make('/api/order/po/', { supplier: mill.pk })
  await make('/api/order/po-line/', { order, part: packed.pk, quantity: 6 })
  await makeUser({ name: 'buyer', roles: { purchase_order: ['view', 'change'] } })
  const {
    body: [line]
  } = await as('buyer').get('/api/order/po-line/?part_detail=true&order_detail=true')
  t.notOk('part_detail' in line)
  t.match(line, {
    supplier_part_detail: { SKU: 'M-1' },
    order_detail: { reference: 'PO-0001', line_items: null },
    sku: 'M-1',
    internal_part_name: 'Bolt'
  })
  t.equal((await as('buyer').patch(`/api/order/po/${order}/`, { description: 'x' })).status, 200)
  t.equal((await as('buyer').post(`/api/order/po/${order}/issue/`)).status, 403)
  t.match(await as('admin').post('/api/order/po/99/issue/'), {
    status: 404,
    body: { detail: 'No PurchaseOrder matches the given query.' }
  })
})

t.test('a sales order goes on to shipped, then complete; virtual parts count as shipped', async (t) => {
  const { as, make, shop, bolt } = await stage(t)
  const admin = as('admin')
  const fitting = await make('/api/part/', { name: 'Fitting', salable: true, virtual: true })
  const { pk } = await make('/api/order/so/', { customer: shop.pk })
  const at = `/api/order/so/${pk}/`
  await make('/api/order/so-line/', { order: pk, part: bolt.pk, quantity: 2 })
  const work = await make('/api/order/so-line/', { order: pk, part: fitting.pk, quantity: 3 })
  t.notOk('available_stock' in work)
  t.match((await admin.get(`/api/order/so-line/${work.pk}/`)).body, {
    available_stock: 0,
    allocated: 0,
    overdue: false
  })
  t.match((await admin.get(at)).body, { line_items: 2, allocated_lines: 1, completed_lines: 0 })
  t.match((await admin.post(`${at}complete/`, {})).body, { accept_incomplete: ['Order has incomplete line items'] })
  t.match(await admin.post(`${at}complete/`, { accept_incomplete: true }), {
    status: 201,
    body: { accept_incomplete: true }
  })
  t.match((await admin.get(at)).body, { status: 20, completed_lines: 1, shipment_date: /^\d{4}/ })
  await admin.post(`${at}complete/`, { accept_incomplete: true })
  t.match((await admin.get(at)).body, { status: 30 })
  t.match((await admin.post(`${at}complete/`, { accept_incomplete: true })).body, {
    non_field_errors: ['Order is already complete']
  })
  t.equal((await admin.post(`${at}cancel/`)).status, 201, 'nothing happens')
  t.match((await admin.get(at)).body, { status: 30 })
})
