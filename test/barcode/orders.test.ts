import t from 'tap'
import { build } from '../helper.ts'

/** A part that is sold and bought, its stock, and orders of it. */
async function stage(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const { make, db } = house
  const part = await make('/api/part/', { name: 'Lamp', salable: true, purchaseable: true })
  const shop = await make('/api/company/', { name: 'Shop' })
  const bought = await make('/api/company/part/', { part: part.pk, supplier: shop.pk, SKU: 'L-1' })
  const [item] = await make('/api/stock/', { part: part.pk, quantity: 10 })
  await db
    .insertInto('sales_order')
    .values([
      { reference: 'SO-1', status: 10 },
      { reference: 'SO-2', status: 40 }
    ] as never)
    .execute()
  await db
    .insertInto('sales_order_line')
    .values([{ order_id: 1, part_id: part.pk, quantity: 4, shipped: 1 }] as never)
    .execute()
  await db
    .insertInto('purchase_order')
    .values([
      { reference: 'PO-1', status: 10, supplier_id: shop.pk },
      { reference: 'PO-2', status: 20 },
      { reference: 'PO-3', status: 30 }
    ] as never)
    .execute()
  const scan = async (kind: string, body: object) => (await house.as('admin').post(`/api/barcode/${kind}/`, body)).body
  return { ...house, part, shop, bought, item, scan, code: `INV-SI${item.pk}` }
}

t.test('scanned stock is promised to the line of a sales order that asks for it', async (t) => {
  const { db, scan, code, item, part, make, set } = await stage(t)
  t.strictSame(await scan('so-allocate', { barcode: code, sales_order: 2 }), {
    sales_order: ['Sales order is not open']
  })
  t.match(await scan('so-allocate', { barcode: 'xyz', sales_order: 1 }), {
    plugin: 'None',
    error: 'No matching plugin found for barcode data'
  })
  t.match(await scan('so-allocate', { barcode: `INV-PA${part.pk}`, sales_order: 1 }), {
    part: { pk: String(part.pk) },
    error: 'Barcode does not match an existing stock item'
  })
  const open = await scan('so-allocate', { barcode: code, sales_order: 1 })
  t.match(open, {
    stockitem: { pk: item.pk },
    stock_item: item.pk,
    part: part.pk,
    line_item: 1,
    shipment: null,
    quantity: 3
  })
  t.notOk('success' in open, 'without a shipment nothing is stored')
  t.strictSame(await db.selectFrom('sales_order_allocation').selectAll().execute(), [])

  await db
    .insertInto('sales_order_shipment')
    .values([
      { order_id: 1, reference: '1' },
      { order_id: 1, reference: '2', delivery_date: '2026-01-01' },
      { order_id: 2, reference: '1' }
    ] as never)
    .execute()
  t.match(await scan('so-allocate', { barcode: code, sales_order: 1, shipment: 2 }), {
    shipment: ['Shipment has already been delivered']
  })
  t.match(await scan('so-allocate', { barcode: code, sales_order: 1, shipment: 3 }), {
    error: 'Shipment does not match sales order'
  })
  t.match(await scan('so-allocate', { barcode: code, sales_order: 1, quantity: 11 }), {
    error: 'Insufficient stock available'
  })
  t.match(await scan('so-allocate', { barcode: code, sales_order: 1 }), {
    success: 'Stock item allocated to sales order',
    shipment: 1,
    quantity: 3
  })
  t.match(await scan('so-allocate', { barcode: code, sales_order: 1, quantity: 7 }), { quantity: 7 })
  t.match(await scan('so-allocate', { barcode: code, sales_order: 1 }), { error: 'Insufficient stock available' })
  t.match(await db.selectFrom('sales_order_allocation').selectAll().execute(), [
    { line_id: 1, shipment_id: 1, item_id: item.pk, quantity: 3 },
    { quantity: 7 }
  ])

  await db
    .insertInto('sales_order_line')
    .values([{ order_id: 1, part_id: part.pk, quantity: 4 }] as never)
    .execute()
  t.equal(
    (await scan('so-allocate', { barcode: code, sales_order: 1 })).error,
    "[ErrorDetail(string='Multiple matching line items found', code='invalid')]"
  )
  const other = await make('/api/part/', { name: 'Other' })
  const [stray] = await make('/api/stock/', { part: other.pk, quantity: 1 })
  t.equal(
    (await scan('so-allocate', { barcode: `INV-SI${stray.pk}`, sales_order: 1 })).error,
    "[ErrorDetail(string='No matching line item found', code='invalid')]"
  )
  t.equal(
    (await scan('so-allocate', { barcode: `INV-SI${stray.pk}`, sales_order: 1, line: 1 })).error,
    'Stock item does not match line item'
  )
  await set('BARCODE_STORE_RESULTS', true)
  await scan('so-allocate', { barcode: 'xyz', sales_order: 1 })
  t.match(await db.selectFrom('barcode_scan').selectAll().execute(), [
    { data: 'xyz', endpoint: '/api/barcode/so-allocate/', result: 0 }
  ])
})

t.test('a scanned part leads to what the supplier of an order sells', async (t) => {
  const { scan, part, bought, item, code } = await stage(t)
  t.match(await scan('po-allocate', { barcode: `INV-PA${part.pk}`, purchase_order: 1 }), {
    success: 'Matched supplier part',
    part: { pk: part.pk },
    supplierpart: {
      pk: bought.pk,
      api_url: `/api/company/part/${bought.pk}/`,
      web_url: `/web/purchasing/supplier-part/${bought.pk}`
    }
  })
  t.match(await scan('po-allocate', { barcode: `INV-SP${bought.pk}`, purchase_order: 1 }), {
    supplierpart: { pk: bought.pk, instance: { SKU: 'L-1' } }
  })
  t.strictSame(
    await scan('po-allocate', { barcode: `INV-PA${part.pk}`, purchase_order: 2 }),
    ['Invalid input.'],
    'an order without a supplier'
  )
  t.strictSame(await scan('po-allocate', { barcode: code, purchase_order: 1 }), ['Invalid input.'], 'a stock item')
  t.strictSame(await scan('po-allocate', { barcode: code, purchase_order: 3 }), {
    purchase_order: ['Purchase order is not open']
  })
  t.equal(item.part, part.pk)
})

t.test('goods that arrive: what is here already cannot, and no label is understood', async (t) => {
  const { scan, code, make } = await stage(t)
  t.match(await scan('po-receive', { barcode: code }), { barcode_data: code, error: 'Item has already been received' })
  t.match(await scan('po-receive', { barcode: 'label', purchase_order: 2 }), {
    plugin: 'None',
    error: 'No plugin match for supplier barcode'
  })
  t.strictSame(await scan('po-receive', { barcode: 'label', purchase_order: 1 }), {
    purchase_order: ['Purchase order has not been placed']
  })
  const frame = await make('/api/stock/location/', { name: 'Frame', structural: true })
  t.strictSame(await scan('po-receive', { barcode: 'label', location: frame.pk }), {
    location: ['Cannot select a structural location']
  })
})

t.test('stock, supplier parts and manufacturer parts are found by their barcodes', async (t) => {
  const { as, code, item, bought, part, make } = await stage(t)
  const maker = await make('/api/company/', { name: 'Maker', is_manufacturer: true })
  const made = await make('/api/company/part/manufacturer/', { part: part.pk, manufacturer: maker.pk, MPN: 'M-1' })
  const scan = async (barcode: string) => (await as('admin').post('/api/barcode/', { barcode })).body
  t.match(await scan(code), {
    stockitem: {
      pk: item.pk,
      web_url: `/web/stock/item/${item.pk}`,
      instance: { quantity: 10, part_detail: { name: 'Lamp' } }
    }
  })
  t.match(await scan(`INV-SP${bought.pk}`), { supplierpart: { instance: { SKU: 'L-1', in_stock: null } } })
  const found = (await scan(`INV-MP${made.pk}`)).manufacturerpart
  t.match(found, { pk: made.pk, instance: { MPN: 'M-1' } })
  t.notOk('web_url' in found)
})
