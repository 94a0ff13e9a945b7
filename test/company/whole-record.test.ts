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

t.test('another unit of a part → its supplier parts have their packs in that, as far as they fit', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const supplier = (await make('/api/company/', { name: 'Harbor', is_supplier: true })).pk
  const part = (await make('/api/part/', { name: 'Rope', purchaseable: true, units: 'm' })).pk
  const other = (await make('/api/part/', { name: 'Cord', purchaseable: true, units: 'm' })).pk
  const sell = async (SKU: string, pack_quantity: string, of = part) =>
    (await make('/api/company/part/', { part: of, supplier, SKU, pack_quantity })).pk
  const [km, feet, plain, own] = [
    await sell('A', '0.5 km'),
    await sell('B', '14 feet'),
    await sell('C', '3'),
    await sell('D', '2 m', other)
  ]
  await make('/api/company/price-break/', { part: km, quantity: 1, price: 1000, price_currency: 'USD' })
  const packs = async () =>
    Object.fromEntries(
      (await admin.get('/api/company/part/')).body.map((one: { pk: number; pack_quantity_native: number }) => [
        one.pk,
        one.pack_quantity_native
      ])
    )
  const price = async () => {
    await admin.patch(`/api/part/${part}/pricing/`, { update: true })
    return (await admin.get(`/api/part/${part}/pricing/`)).body.supplier_price_min
  }
  t.strictSame(await packs(), { [km]: 500, [feet]: 4.2672, [plain]: 3, [own]: 2 })
  t.equal(await price(), 2)
  t.match(await admin.patch(`/api/part/${part}/`, { units: 'mm' }), { status: 200 })
  t.strictSame(await packs(), { [km]: 500_000, [feet]: 4267.2, [plain]: 3, [own]: 2 })
  t.equal(await price(), 0.002)
  t.match(
    await admin.patch(`/api/part/${part}/`, { units: 'kg' }),
    { status: 200 },
    'packs that fit no more hinder nothing'
  )
  t.strictSame(await packs(), { [km]: 500_000, [feet]: 4267.2, [plain]: 3, [own]: 2 })
  t.match(await admin.patch(`/api/part/${part}/`, { units: '' }), { status: 200 })
  t.strictSame(await packs(), { [km]: 500_000, [feet]: 4267.2, [plain]: 3, [own]: 2 }, 'lengths are no pieces')
  t.match(await admin.patch('/api/part/', { items: [part, other], units: 'cm' }), { status: 200 })
  t.strictSame(await packs(), { [km]: 50_000, [feet]: 426.72, [plain]: 3, [own]: 200 }, 'with many at once, too')
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
