import t from 'tap'
import { build } from '../helper.ts'

const { as, make } = await build(t)
const admin = as('admin')

t.test('a whole number may be its minimum, and no less', async (t) => {
  const { pk: part } = await make('/api/part/', { name: 'Motor', assembly: true })
  const { pk: order } = await make('/api/build/', { part, quantity: 1 })
  for (const [url, field] of [
    [`/api/part/${part}/`, 'default_expiry'],
    [`/api/build/${order}/`, 'priority']
  ] as const) {
    for (const value of [1, 0, '0', '0.0'])
      t.match(await admin.patch(url, { [field]: value }), { status: 200, body: { [field]: Number(value) } })
    for (const value of [-1, '-1']) {
      const { status, body } = await admin.patch(url, { [field]: value })
      t.strictSame(
        { status, body },
        { status: 400, body: { [field]: ['Ensure this value is greater than or equal to 0.'] } }
      )
    }
    t.equal((await admin.get(url)).body[field], 0, 'what was refused changed nothing')
  }
})

t.test('a minimum of one: one is enough, none is not', async (t) => {
  const { pk: part } = await make('/api/part/', { name: 'Case', assembly: true })
  const { pk: component } = await make('/api/part/', { name: 'Lid', component: true })
  await make('/api/bom/', { part, sub_part: component, quantity: 1 })
  const [{ pk: whole }] = await make('/api/stock/', { part, quantity: 1 })
  const [{ pk: lids }] = await make('/api/stock/', { part: component, quantity: 5 })
  const install = (quantity: number) => admin.post(`/api/stock/${whole}/install/`, { stock_item: lids, quantity })
  const { status, body } = await install(0)
  t.strictSame(
    { status, body },
    { status: 400, body: { quantity: ['Ensure this value is greater than or equal to 1.'] } }
  )
  t.equal((await install(1)).status, 201)
})
