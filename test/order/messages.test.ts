import t from 'tap'
import { build, column } from '../helper.ts'

const ROLES = {
  purchase_order: ['view', 'add', 'change'],
  sales_order: ['view', 'add', 'change'],
  return_order: ['view', 'add', 'change'],
  transfer_order: ['view', 'add', 'change'],
  part: ['view', 'change'],
  stock: ['view', 'add', 'change']
} as const

const { as, make, makeUser } = await build(t)
for (const name of ['nadia', 'niko']) await makeUser({ name, groups: ['office'], roles: ROLES as never })
await makeUser({ name: 'blind', groups: ['office'] })
const owners = (await as('admin').get('/api/user/owner/')).body as { pk: number; name: string }[]
const owner = (name: string) => owners.find((one) => one.name === name)!.pk
/** What a user was told since the last look. */
const told = async (user: string) => {
  const { body } = await as(user).get('/api/notifications/')
  if (body.length) await as(user).delete('/api/notifications/', { items: column(body, 'pk') })
  return (body as { category: string; target: { name: string } }[]).map(
    ({ category, target }) => `${category} ${target.name}`
  )
}
const supplier = (await make('/api/company/', { name: 'Acme', is_supplier: true })).pk
const customer = (await make('/api/company/', { name: 'Bell', is_customer: true, is_supplier: false })).pk
const place = (await make('/api/stock/location/', { name: 'Shelf' })).pk
const part = (await make('/api/part/', { name: 'Relay', purchaseable: true, salable: true, trackable: true })).pk
const bought = (await make('/api/company/part/', { part, supplier, SKU: 'R-1' })).pk

t.test(
  'who is responsible hears when an order is issued and cancelled, whatever its kind; who made it does not',
  async (t) => {
    for (const [url, model, body] of [
      ['/api/order/po/', 'purchaseorder', { supplier }],
      ['/api/order/so/', 'salesorder', { customer }],
      ['/api/order/ro/', 'returnorder', { customer }],
      ['/api/order/transfer-order/', 'transferorder', {}]
    ] as const) {
      const {
        body: { pk, reference }
      } = await as('niko').post(url, { ...body, responsible: owner('office') })
      t.strictSame(await told('nadia'), [], `${model}: nothing before it is issued`)
      t.equal((await as('admin').post(`${url}${pk}/hold/`)).status, 201)
      t.strictSame(await told('nadia'), [])
      t.equal((await as('admin').post(`${url}${pk}/issue/`)).status, 201)
      t.strictSame(
        [await told('nadia'), await told('niko'), await told('blind')],
        [[`order.new_${model} ${reference}`], [], []],
        `${model}: issued`
      )
      t.equal((await as('admin').post(`${url}${pk}/cancel/`)).status, 201)
      t.strictSame(
        [await told('nadia'), await told('niko')],
        [[`order.canceled_${model} ${reference}`], []],
        `${model}: cancelled`
      )
    }
  }
)

t.test('subscribers of a part hear of orders for it, and of what arrives; not who took it in', async (t) => {
  await as('nadia').patch(`/api/part/${part}/`, { starred: true })
  const { pk, reference } = await make('/api/order/po/', { supplier })
  const line = (await make('/api/order/po-line/', { order: pk, part: bought, quantity: 4 })).pk
  await as('admin').post(`/api/order/po/${pk}/issue/`)
  t.strictSame(await told('nadia'), [`order.new_purchaseorder ${reference}`])
  const receive = (user: string) =>
    as(user).post(`/api/order/po/${pk}/receive/`, { items: [{ line_item: line, quantity: 1 }], location: place })
  t.equal((await receive('nadia')).status, 201)
  t.strictSame(await told('nadia'), [])
  t.equal((await receive('admin')).status, 201)
  t.strictSame(await told('nadia'), [`purchase_order.items_received ${reference}`])
  t.equal((await receive('admin')).status, 201)
  t.strictSame(await told('nadia'), [], 'not twice a day')
})

t.test('what arrives of a return order', async (t) => {
  const item = (await make('/api/stock/', { part, quantity: 1, serial_numbers: '7', location: place }))[0].pk
  t.equal((await as('admin').post('/api/stock/assign/', { items: [{ item }], customer })).status, 201)
  const { pk, reference } = await make('/api/order/ro/', { customer, responsible: owner('niko') })
  const line = (await make('/api/order/ro-line/', { order: pk, item, quantity: 1 })).pk
  await as('admin').post(`/api/order/ro/${pk}/issue/`)
  await told('niko')
  t.equal(
    (await as('admin').post(`/api/order/ro/${pk}/receive/`, { items: [{ item: line }], location: place })).status,
    201
  )
  t.strictSame(await told('niko'), [`return_order.items_received ${reference}`])
})
