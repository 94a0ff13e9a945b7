import t from 'tap'
import { build } from '../helper.ts'

t.test('a part, and a parameter template, whose unit is gone are changed only with another unit', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const unit = await make('/api/units/', { name: 'hank', definition: '560 yards', symbol: 'hk' })
  const longer = await make('/api/units/', { name: 'bundle', definition: '20 hank', symbol: '' })
  const part = (await make('/api/part/', { name: 'Yarn', units: 'hank' })).pk
  const template = (await make('/api/parameter/template/', { name: 'Thread', units: 'hank' })).pk
  t.equal((await admin.delete(`/api/units/${unit.pk}/`)).status, 204)
  const invalid = { status: 400, body: { units: ['Invalid physical unit'] } }
  for (const url of [`/api/part/${part}/`, `/api/parameter/template/${template}/`]) {
    t.match(await admin.patch(url, { description: 'x' }), invalid, url)
    t.match(await admin.patch(url, { description: 'x', units: 'm' }), { status: 200, body: { units: 'm' } }, url)
    t.equal((await admin.patch(url, { description: 'y' })).status, 200, url)
  }
  t.match((await admin.patch(`/api/units/${longer.pk}/`, { symbol: 'bd' })).body, {
    definition: ["'hank' is not defined in the unit registry"]
  })
  t.equal((await admin.patch(`/api/units/${longer.pk}/`, { definition: '10 km' })).status, 200)
})

t.test('all that is wrong with a part that stays is told together; unique fields come first', async (t) => {
  const { as, db, make } = await build(t)
  const admin = as('admin')
  const category = (await make('/api/part/category/', { name: 'Wool' })).pk
  const [yarn, other] = [
    (await make('/api/part/', { name: 'Yarn', category })).pk,
    (await make('/api/part/', { name: 'Felt' })).pk
  ]
  await db.updateTable('part').set({ units: 'hank' }).where('id', '=', yarn).execute()
  await db.updateTable('part_category').set({ structural: 1 }).execute()
  t.strictSame((await admin.patch(`/api/part/${yarn}/`, { description: 'x' })).body, {
    units: ['Invalid physical unit'],
    category: ['Parts cannot be assigned to structural part categories!']
  })
  t.strictSame((await admin.patch(`/api/part/${yarn}/`, { name: 'Felt' })).body, {
    non_field_errors: ['The fields name, IPN, revision must make a unique set.']
  })
  t.equal((await admin.patch(`/api/part/${other}/`, { description: 'x' })).status, 200, 'others can be changed')
  t.strictSame((await admin.patch(`/api/part/category/${category}/`, { description: 'x' })).body, {
    non_field_errors: ['You cannot make this part category structural because some parts are already assigned to it!']
  })
  t.equal((await admin.patch(`/api/part/category/${category}/`, { structural: false })).status, 200)
})
