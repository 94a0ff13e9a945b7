import t from 'tap'
import { createHash } from 'node:crypto'
import { build, column } from '../helper.ts'

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

t.test("a barcode stands for one record, by the server's own text, by JSON, or because it was linked", async (t) => {
  const { as, make } = await build(t)
  const { post, get, delete: remove } = as('admin')
  const fuse = await make('/api/part/', { name: 'Fuse 2 A', IPN: 'FU-2' })
  const other = await make('/api/part/', { name: 'Fuse 4 A', active: false })
  const box = await make('/api/stock/location/', { name: 'Fuse box' })
  const scan = async (barcode: string) => (await post('/api/barcode/', { barcode })).body
  t.strictSame((await post('/api/barcode/generate/', { model: 'part', pk: fuse.pk })).body, {
    barcode: `INV-PA${fuse.pk}`
  })
  t.strictSame((await post('/api/barcode/generate/', { model: 'part', pk: 9999 })).body, {
    error: 'Model instance not found'
  })
  t.strictSame((await post('/api/barcode/generate/', { model: 'teapot', pk: 1 })).body, {
    model: ['Model is not supported']
  })
  t.match(await scan(`INV-PA${fuse.pk}`), {
    part: {
      pk: fuse.pk,
      api_url: `/api/part/${fuse.pk}/`,
      web_url: `/web/part/${fuse.pk}`,
      instance: { name: 'Fuse 2 A', in_stock: null, notes: null }
    },
    plugin: 'InvenTreeBarcode',
    barcode_data: `INV-PA${fuse.pk}`,
    barcode_hash: md5(`INV-PA${fuse.pk}`),
    success: 'Match found for barcode data'
  })
  t.equal((await scan(`{"part": "${other.pk}"}`)).part.pk, other.pk)
  t.match(await scan(`INV-SL${box.pk}`), { stocklocation: { pk: box.pk, instance: { name: 'Fuse box' } } })
  for (const text of ['INV-PA9999', 'INV-XX1', `inv-PA${fuse.pk}`, '{"part": 9999}', '{"part"', 'null', '777']) {
    t.strictSame(
      await scan(text),
      { plugin: 'None', barcode_data: text, barcode_hash: md5(text), error: 'No match found for barcode data' },
      text
    )
  }
  t.strictSame((await post('/api/barcode/', { barcode: ' ' })).body, { barcode: ['This field may not be blank.'] })

  t.strictSame((await post('/api/barcode/link/', { barcode: ' <777> ', part: fuse.pk, stocklocation: box.pk })).body, {
    success: 'Assigned barcode to part instance',
    part: { pk: fuse.pk },
    barcode_data: '<777>',
    barcode_hash: md5('<777>')
  })
  t.equal((await scan('<777>')).part.pk, fuse.pk)
  t.equal((await get(`/api/part/${fuse.pk}/`)).body.barcode_hash, md5('<777>'))
  const refused = (await post('/api/barcode/link/', { barcode: '<777>', stocklocation: box.pk })).body
  t.match(refused, {
    part: { pk: String(fuse.pk), instance: { active: 'True', category: 'None' } },
    error: 'Barcode matches existing item',
    plugin: 'InvenTreeBarcode',
    barcode_data: '<777>'
  })
  t.equal((await post('/api/barcode/link/', { barcode: `INV-PA${fuse.pk}`, part: other.pk })).status, 400)
  t.match((await post('/api/barcode/link/', { barcode: '778', part: null })).body, {
    error: /^Missing data: provide one of '\['build', 'manufacturerpart', .*'stocklocation'\]'$/
  })
  t.strictSame((await post('/api/barcode/link/', { barcode: '778', part: 9999 })).body, {
    part: ['Invalid pk "9999" - object does not exist.']
  })
  await post('/api/barcode/link/', { barcode: '778', part: fuse.pk })
  t.equal((await scan('<777>')).plugin, 'None', 'a new code takes the place of the old one')

  t.match((await post('/api/barcode/unlink/', {})).body, { error: /^Missing data: Provide one of 'build, / })
  t.match((await post('/api/barcode/unlink/', { part: fuse.pk, stocklocation: box.pk })).body, {
    error: /^Multiple conflicting fields: 'build, /
  })
  t.strictSame((await post('/api/barcode/unlink/', { part: null })).body, { error: 'Could not unassign barcode' })
  t.strictSame((await post('/api/barcode/unlink/', { part: fuse.pk })).body, {
    success: 'Barcode unassigned from part instance'
  })
  t.equal((await get(`/api/part/${fuse.pk}/`)).body.barcode_hash, '')
  await post('/api/barcode/link/', { barcode: '778', part: other.pk })
  await remove(`/api/part/${other.pk}/`)
  t.equal((await scan('778')).plugin, 'None')
})

t.test('barcodes ask for the role of the record', async (t) => {
  const { as, make, makeUser } = await build(t)
  await makeUser({ name: 'vera', roles: { stock_location: ['view', 'change'] } })
  const part = await make('/api/part/', { name: 'Diode' })
  await as('admin').post('/api/barcode/link/', { barcode: '42', part: part.pk })
  const box = await make('/api/stock/location/', { name: 'Box' })
  const { post } = as('vera')
  t.strictSame((await post('/api/barcode/', { barcode: '42' })).body, {
    detail: 'User does not have permission to view this model'
  })
  t.strictSame((await post('/api/barcode/unlink/', { part: part.pk })).body, {
    error: "You do not have the required permissions for <class 'part.models.Part'>"
  })
  t.strictSame(
    (await post('/api/barcode/link/', { barcode: '42', stocklocation: box.pk })).body,
    { error: 'Barcode matches existing item', plugin: 'InvenTreeBarcode', barcode_data: '42' },
    'what one may not see is not repeated'
  )
  t.equal((await post('/api/barcode/link/', { barcode: '43', stocklocation: box.pk })).status, 200)
})

t.test('scans are kept only if the settings say so, and only so many', async (t) => {
  const { as, make, makeUser, set } = await build(t)
  const tove = await makeUser({ name: 'tove' })
  const part = await make('/api/part/', { name: 'Diode' })
  const { post, get } = as('admin')
  await post('/api/barcode/', { barcode: 'nobody sees this' })
  await set('BARCODE_STORE_RESULTS', true)
  await set('BARCODE_RESULTS_MAX_NUM', 3)
  await as('tove').post('/api/barcode/', { barcode: 'x'.repeat(300) })
  await post('/api/barcode/', { barcode: `INV-PA${part.pk}`, place: 'door' })
  const list = (await get('/api/barcode/history/')).body
  t.match(list, [
    {
      data: `INV-PA${part.pk}`,
      result: true,
      endpoint: '/api/barcode/',
      context: { place: 'door' },
      response: { success: 'Match found for barcode data' },
      user_detail: { username: 'admin' }
    },
    { data: 'x'.repeat(250), result: false, user: tove, response: { plugin: 'None' } }
  ])
  t.strictSame(column((await get(`/api/barcode/history/?user=${tove}&result=false&search=XXX`)).body, 'pk'), [
    list[1].pk
  ])
  for (const barcode of ['a', 'b']) await post('/api/barcode/', { barcode })
  t.strictSame(column((await get('/api/barcode/history/')).body, 'data'), ['b', 'a', `INV-PA${part.pk}`])
  t.equal((await as('tove').delete('/api/barcode/history/', { items: [list[0].pk] })).status, 403)
  t.strictSame((await as('admin').delete('/api/barcode/history/', { items: [list[0].pk] })).body, {
    success: 'Deleted 1 items'
  })
})
