import t from 'tap'
import { build } from '../helper.ts'

t.test('an item of nobody that is a customer, or whose number others have, is refused as it is', async (t) => {
  const { as, make, set } = await build(t)
  const admin = as('admin')
  const company = (await make('/api/company/', { name: 'Harbor', is_customer: true })).pk
  const item = async (name: string, body: object) => {
    const part = (await make('/api/part/', { name, trackable: true })).pk
    return (await make('/api/stock/', { part, quantity: 1, ...body }))[0].pk
  }
  const given = await item('Gauge', {})
  t.equal((await admin.patch(`/api/stock/${given}/`, { customer: company })).status, 200)
  await admin.patch(`/api/company/${company}/`, { is_customer: false })
  t.strictSame((await admin.patch(`/api/stock/${given}/`, { packaging: 'box' })).body, {
    customer: [`Company instance with id ${company} is not a valid choice.`]
  })
  t.equal((await admin.patch(`/api/stock/${given}/`, { packaging: 'box', customer: null })).status, 200)

  const [first, second] = [await item('Meter', { serial_numbers: '7' }), await item('Scale', { serial_numbers: '7' })]
  t.equal((await admin.patch(`/api/stock/${first}/`, { packaging: 'box' })).status, 200)
  await set('SERIAL_NUMBER_GLOBALLY_UNIQUE', true)
  t.strictSame((await admin.patch(`/api/stock/${first}/`, { packaging: 'bag' })).body, {
    serial: ['Stock item with this serial number already exists: 7']
  })
  t.equal((await admin.patch(`/api/stock/${second}/`, { serial: '8' })).status, 200)
})

t.test('a structural location that items came to lie in is refused as it is', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const top = (await make('/api/stock/location/', { name: 'Hall', structural: true })).pk
  const below = (await make('/api/stock/location/', { name: 'Shelf', parent: top })).pk
  const part = (await make('/api/part/', { name: 'Bolt' })).pk
  await make('/api/stock/', { part, quantity: 1, location: below })
  const stays = { delete_stock_items: false, delete_sub_locations: false }
  t.equal((await admin.delete(`/api/stock/location/${below}/`, stays)).status, 204)
  t.strictSame((await admin.patch(`/api/stock/location/${top}/`, { description: 'x' })).body, {
    non_field_errors: [
      'You cannot make this stock location structural because some stock items are already located into it!'
    ]
  })
  t.equal((await admin.patch(`/api/stock/location/${top}/`, { structural: false })).status, 200)
})
