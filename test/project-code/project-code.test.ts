import t from 'tap'
import { build, column } from '../helper.ts'

const PATH = '/api/project-code/'
const TAKEN = { code: ['Project Code with this Project Code already exists.'] }

t.test('a code is given once, and says who is responsible', async (t) => {
  const { as, make, makeGroup } = await build(t)
  const admin = as('admin')
  await makeGroup('Radio')
  const owner = column((await admin.get('/api/user/owner/?search=radio')).body, 'pk')[0]
  const antenna = await make(PATH, { code: 'ANT-1', description: 'Antenna', responsible: owner })
  t.match(antenna, { code: 'ANT-1', description: 'Antenna', active: true, responsible: owner })
  t.match(antenna.responsible_detail, { pk: owner, name: 'Radio', label: 'group' })
  const filter = await make(PATH, { code: 'FLT-2' })
  t.match(filter, { description: '', responsible: null, responsible_detail: null })
  t.strictSame((await admin.post(PATH, { code: 'ANT-1' })).body, TAKEN)
  t.strictSame((await admin.patch(`${PATH}${filter.pk}/`, { code: 'ANT-1' })).body, TAKEN)
  t.equal((await admin.patch(`${PATH}${antenna.pk}/`, { code: 'ANT-1' })).status, 200, 'its own is no other')
  t.equal((await admin.post(PATH, { code: 'ant-1' })).status, 201, 'letter case counts')
  t.strictSame((await admin.post(PATH, { description: 'none' })).body, { code: ['This field is required.'] })
  t.strictSame((await admin.post(PATH, { code: 'X', responsible: 4242 })).body, {
    responsible: ['Invalid pk "4242" - object does not exist.']
  })
})

t.test('codes are searched, ordered, and filtered by whether they are in use', async (t) => {
  const { as, make } = await build(t)
  for (const body of [
    { code: 'B', description: 'second antenna' },
    { code: 'A', description: 'a filter', active: false },
    { code: 'C', description: 'third' }
  ])
    await make(PATH, body)
  const codes = async (query: string) => column((await as('admin').get(`${PATH}?${query}`)).body, 'code')
  t.strictSame(await codes(''), ['B', 'A', 'C'], 'as they were made')
  t.strictSame(await codes('ordering=code'), ['A', 'B', 'C'])
  t.strictSame(await codes('ordering=-code'), ['C', 'B', 'A'])
  t.strictSame(await codes('active=true'), ['B', 'C'])
  t.strictSame(await codes('active=false'), ['A'])
  t.strictSame(await codes('search=antenna'), ['B'])
})

t.test('everybody who is signed in reads codes, staff writes them', async (t) => {
  const { as, make, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  await makeUser({ name: 'sten', staff: true })
  const { pk } = await make(PATH, { code: 'ANT-1' })
  t.equal((await as('tove').get(`${PATH}${pk}/`)).status, 200)
  t.equal((await as('tove').post(PATH, { code: 'X' })).status, 403)
  t.equal((await as('tove').delete(`${PATH}${pk}/`)).status, 403)
  t.equal((await as('sten').patch(`${PATH}${pk}/`, { active: false })).body.active, false)
  t.equal((await as('sten').delete(`${PATH}${pk}/`)).status, 204)
  t.equal((await as('sten').get(`${PATH}${pk}/`)).status, 404)
})

t.test('an order goes on without its code', async (t) => {
  const { as, make } = await build(t)
  const { pk } = await make(PATH, { code: 'ANT-1' })
  const customer = (await make('/api/company/', { name: 'Shop', is_customer: true })).pk
  const order = await make('/api/order/so/', { customer, project_code: pk })
  t.equal(order.project_code, pk)
  t.equal((await as('admin').delete(`${PATH}${pk}/`)).status, 204)
  t.equal((await as('admin').get(`/api/order/so/${order.pk}/`)).body.project_code, null)
})
