import t from 'tap'
import { build } from '../helper.ts'

t.test('a supplier part whose part, supplier or pack fits no more is changed only by putting that right', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const company = (await make('/api/company/', { name: 'Harbor', is_supplier: true, is_manufacturer: true })).pk
  const part = (await make('/api/part/', { name: 'Rope', purchaseable: true, units: 'm' })).pk
  const rope = await make('/api/company/part/', { part, supplier: company, SKU: 'R', pack_quantity: '5 m' })
  const url = `/api/company/part/${rope.pk}/`
  const maker = await make('/api/company/part/manufacturer/', { part, manufacturer: company, MPN: 'M' })
  await admin.patch(`/api/part/${part}/`, { purchaseable: false })
  await admin.patch(`/api/company/${company}/`, { is_supplier: false, is_manufacturer: false })
  const gone = { part: [`Part instance with id ${part} is not a valid choice.`] }
  const noCompany = [`Company instance with id ${company} is not a valid choice.`]
  t.strictSame((await admin.patch(url, { note: 'x' })).body, { ...gone, supplier: noCompany })
  t.strictSame((await admin.patch(`/api/company/part/manufacturer/${maker.pk}/`, { description: 'x' })).body, {
    ...gone,
    manufacturer: noCompany
  })
  const other = (await make('/api/company/', { name: 'Quay', is_supplier: true })).pk
  await admin.patch(`/api/part/${part}/`, { purchaseable: true })
  t.match(await admin.patch(url, { note: 'x', supplier: other }), { status: 200, body: { note: 'x', supplier: other } })

  await admin.patch(`/api/part/${part}/`, { units: 'kg' })
  t.strictSame((await admin.patch(url, { note: 'y' })).body, { pack_quantity: ['Could not convert 5 m to kg'] })
  t.match(await admin.patch(url, { pack_quantity: '2 kg' }), { status: 200, body: { pack_quantity_native: 2 } })
})

t.test('a company keeps a currency that the settings allow no more, until it is sent', async (t) => {
  const { as, make, set } = await build(t)
  const { pk } = await make('/api/company/', { name: 'Harbor', currency: 'CAD' })
  await set('CURRENCY_CODES', 'USD,EUR')
  t.match(await as('admin').patch(`/api/company/${pk}/`, { phone: '1' }), { status: 200, body: { currency: 'CAD' } })
  t.strictSame((await as('admin').patch(`/api/company/${pk}/`, { currency: 'CAD' })).body, {
    currency: ['"CAD" is not a valid choice.']
  })
})

t.test('a price and a part number that an import left empty must be given with the next change', async (t) => {
  const { as, db, make } = await build(t)
  const company = (await make('/api/company/', { name: 'Harbor', is_supplier: true, is_manufacturer: true })).pk
  const part = (await make('/api/part/', { name: 'Rope', purchaseable: true })).pk
  const sold = (await make('/api/company/part/', { part, supplier: company, SKU: 'R' })).pk
  const made = (await make('/api/company/part/manufacturer/', { part, manufacturer: company, MPN: 'M' })).pk
  const price = (await make('/api/company/price-break/', { part: sold, quantity: 1, price: 1 })).pk
  await db.updateTable('supplier_price_break').set({ price: null }).execute()
  await db.updateTable('manufacturer_part').set({ MPN: null }).execute()
  const blank = ['This field cannot be blank.']
  const admin = as('admin')
  t.strictSame((await admin.patch(`/api/company/price-break/${price}/`, { quantity: 2 })).body, { price: blank })
  t.strictSame((await admin.patch(`/api/company/part/manufacturer/${made}/`, { link: null })).body, { MPN: blank })
  t.equal((await admin.patch(`/api/company/price-break/${price}/`, { quantity: 2, price: 3 })).status, 200)
})
