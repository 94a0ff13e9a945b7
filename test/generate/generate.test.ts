import t from 'tap'
import { build } from '../helper.ts'

t.test('batch codes come from the template, serial numbers after the last one', async (t) => {
  const { as, db, make, makeUser, set } = await build(t)
  await makeUser({ name: 'nobody' })
  const { post } = as('nobody')
  const template = await make('/api/part/', { name: 'Camera', trackable: true, is_template: true })
  const camera = await make('/api/part/', { name: 'Camera, red', trackable: true, variant_of: template.pk })
  t.strictSame((await post('/api/generate/batch-code/', {})).body, { batch_code: '' })
  await set('STOCK_BATCH_CODE_TEMPLATE', 'LOT-{{ part.name }}-{{ quantity }}')
  t.strictSame((await post('/api/generate/batch-code/', { part: template.pk, quantity: 3 })).body, {
    batch_code: 'LOT-Camera-3.0'
  })
  t.strictSame((await post('/api/generate/batch-code/', { part: template.pk, quantity: '2.5' })).body, {
    batch_code: 'LOT-Camera-2.5'
  })
  await set('STOCK_BATCH_CODE_TEMPLATE', '{% if quantity > 5 %}big{% else %}small{% endif %}')
  t.strictSame((await post('/api/generate/batch-code/', { quantity: 6 })).body, { batch_code: 'big' })
  t.strictSame((await post('/api/generate/batch-code/', { part: 4242, quantity: 'few' })).body, {
    part: ['Invalid pk "4242" - object does not exist.'],
    quantity: ['A valid number is required.']
  })

  const serial = async (body: object) => (await post('/api/generate/serial-number/', body)).body
  t.strictSame(await serial({}), { serial_number: null })
  t.strictSame(await serial({ part: camera.pk }), { serial_number: '1' })
  await db.insertInto('stock_item').values({ part_id: template.pk, serial: '077', serial_int: 77 }).execute()
  t.strictSame(await serial({ part: camera.pk, quantity: 3 }), { serial_number: '078,079,080' })
  t.strictSame(await serial({ part: camera.pk, quantity: 0 }), { serial_number: '078' })
  t.strictSame(await serial({ part: camera.pk, quantity: -1 }), { quantity: ['Quantity must be greater than zero'] })
  t.equal(
    (await post('/api/generate/serial-number/', { part: camera.pk, quantity: 1e9 })).status,
    400,
    'nobody makes the server count for ever'
  )
})

t.test('a template for batch codes that would never end → 400; one that an import brought makes none', async (t) => {
  const { as, db, make, set } = await build(t)
  const part = await make('/api/part/', { name: 'Camera' })
  const endless = '{% for i in range(999999999) %}{% endfor %}LOT'
  const { status, body } = await as('admin').patch('/api/settings/global/STOCK_BATCH_CODE_TEMPLATE/', {
    value: endless
  })
  t.equal(status, 400)
  t.match(body, { value: [/^A batch code cannot be made with For;/] })
  await set('STOCK_BATCH_CODE_TEMPLATE', 'LOT')
  // One that would be done soon, so that it shows whether it was.
  await db
    .updateTable('setting')
    .set({ value: '{% for i in range(9) %}{% endfor %}LOT' })
    .where('key', '=', 'STOCK_BATCH_CODE_TEMPLATE')
    .execute()
  await set('PART_COMPONENT', true)
  t.strictSame((await as('admin').post('/api/generate/batch-code/', {})).body, { batch_code: '' })
  t.match((await as('admin').post('/api/stock/', { part: part.pk, quantity: 1 })).body, [{ batch: '' }])
})
