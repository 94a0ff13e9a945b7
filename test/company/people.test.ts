import t from 'tap'
import { build, column } from '../helper.ts'

t.test('contacts: fields, search in both names, metadata', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const kestrel = await make('/api/company/', { name: 'Kestrel' })
  const moor = await make('/api/company/', { name: 'Moor' })
  const noor = await make('/api/company/contact/', { company: kestrel.pk, name: 'Noor', email: 'noor@moor.example' })
  t.match(noor, { company_name: 'Kestrel', phone: '', role: '' })
  await make('/api/company/contact/', { company: moor.pk, name: 'Ada' })
  t.strictSame(column((await admin.get('/api/company/contact/')).body, 'name'), ['Ada', 'Noor'])
  t.strictSame(
    column((await admin.get('/api/company/contact/?search=moor')).body, 'name'),
    ['Ada'],
    'an e-mail address is not searched'
  )
  t.match((await admin.patch(`/api/company/contact/${noor.pk}/`, { company: moor.pk })).body, { company_name: 'Moor' })
  t.equal(
    (await admin.get(`/api/company/contact/${noor.pk}/metadata/`)).headers.location,
    `/api/metadata/contact/pk/${noor.pk}/`
  )
  t.strictSame((await admin.patch(`/api/metadata/contact/${noor.pk}/`, { metadata: { key: 1 } })).body, {
    metadata: { key: 1 }
  })
  await admin.delete(`/api/company/${moor.pk}/`)
  t.strictSame((await admin.get('/api/company/contact/')).body, [], 'they go with their company')
})

t.test('addresses: one at most is the primary one', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const kestrel = await make('/api/company/', { name: 'Kestrel' })
  const moor = await make('/api/company/', { name: 'Moor' })
  const add = (title: string, body: object = {}) =>
    make('/api/company/address/', { company: kestrel.pk, title, ...body })
  const primary = async () =>
    column(
      (await admin.get('/api/company/address/')).body.filter((one: any) => one.primary),
      'title'
    )
  t.equal((await add('Works', { primary: false })).primary, true, 'the first one is, whatever it says')
  await add('Office')
  t.strictSame(await primary(), ['Works'])
  const depot = await add('Depot', { primary: true })
  t.strictSame(await primary(), ['Depot'])
  await admin.patch(`/api/company/address/${depot.pk}/`, { primary: false })
  t.strictSame(await primary(), [], 'none takes its place')
  const plant = await add('Plant', { company: moor.pk })
  t.equal(
    (await admin.patch(`/api/company/address/${plant.pk}/`, { primary: false })).body.primary,
    true,
    'the only one stays'
  )
  await admin.patch(`/api/company/address/${depot.pk}/`, { primary: true })
  await admin.patch(`/api/company/address/${plant.pk}/`, { company: kestrel.pk })
  t.strictSame(await primary(), ['Plant'], 'it takes its flag along')
  t.match((await admin.get(`/api/company/${kestrel.pk}/?address_detail=true`)).body.primary_address, { pk: plant.pk })
})

t.test('parameters of companies and of what they make and sell', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const template = await make('/api/parameter/template/', { name: 'Lead time', units: 'day' })
  const part = await make('/api/part/', { name: 'Coil', purchaseable: true })
  const maker = await make('/api/company/', { name: 'Osprey', is_manufacturer: true })
  const made = await make('/api/company/part/manufacturer/', { part: part.pk, manufacturer: maker.pk, MPN: 'O-1' })
  const sold = await make('/api/company/part/', { part: part.pk, supplier: maker.pk, SKU: 'O-1' })
  for (const [model, url, pk] of [
    ['company', '/api/company/', maker.pk],
    ['manufacturerpart', '/api/company/part/manufacturer/', made.pk],
    ['supplierpart', '/api/company/part/', sold.pk]
  ]) {
    const kept = await make('/api/parameter/', {
      template: template.pk,
      model_type: model,
      model_id: pk,
      data: '2 weeks'
    })
    t.match((await admin.get(`${url}${pk}/?parameters=true`)).body.parameters, [{ pk: kept.pk, data_numeric: 14 }], url)
    t.strictSame(column((await admin.get(`${url}?parameter_${template.pk}_gt=13`)).body, 'pk'), [pk], `${url} filtered`)
    t.strictSame((await admin.get(`${url}?parameter_${template.pk}_gt=15`)).body, [], `${url} filtered`)
    t.equal((await admin.get(`${url}?ordering=-parameter_${template.pk}`)).status, 200)
  }
})
