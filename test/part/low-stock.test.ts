import t from 'tap'
import { build, column } from '../helper.ts'

const { as, db, make, makeUser } = await build(t)
for (const name of ['stella', 'olaf'])
  await makeUser({
    name,
    roles: { part: ['view', 'change'], part_category: ['view', 'change'], stock: ['view', 'add', 'change', 'delete'] }
  })
/** The parts that a user was told are running out, since the last look; it is another day after that. */
const low = async (user: string) => {
  const { body } = await as(user).get('/api/notifications/?category=part.notify_low_stock')
  if (body.length) await as(user).delete('/api/notifications/', { items: column(body, 'pk') })
  await db.deleteFrom('notification_entry').execute()
  return (body as { target: { name: string } }[]).map(({ target }) => target.name)
}
const category = (await make('/api/part/category/', { name: 'Relays' })).pk
const place = (await make('/api/stock/location/', { name: 'Shelf' })).pk
const template = (await make('/api/part/', { name: 'Relay', is_template: true, minimum_stock: 10, category })).pk
const part = (await make('/api/part/', { name: 'Relay 5V', variant_of: template, minimum_stock: 5, category })).pk
const item = (await make('/api/stock/', { part, quantity: 20, location: place }))[0].pk

t.test('subscribers hear when stock falls below the minimum, of the template too; nobody else does', async (t) => {
  const take = (quantity: number) => as('admin').post('/api/stock/remove/', { items: [{ pk: item, quantity }] })
  await take(1)
  await as('stella').patch(`/api/part/${part}/`, { starred: true })
  t.strictSame(await low('stella'), [])
  await take(7)
  t.strictSame(await low('stella'), [], '12 are enough for both')
  await as('stella').patch(`/api/part/${template}/`, { starred: true })
  await low('stella')
  await take(4)
  t.strictSame([await low('stella'), await low('olaf')], [['Relay'], []], '8 are too few for the template')
  await take(4)
  t.strictSame(await low('stella'), ['Relay', 'Relay 5V'])
})

t.test('the same is not told twice a day', async (t) => {
  await as('admin').post('/api/stock/remove/', { items: [{ pk: item, quantity: 1 }] })
  await as('admin').post('/api/stock/remove/', { items: [{ pk: item, quantity: 1 }] })
  t.strictSame(await low('stella'), ['Relay', 'Relay 5V'])
})

t.test('a change of the part is looked at as well; a part that is not active, or has no minimum, is not', async (t) => {
  await as('olaf').patch(`/api/part/category/${category}/`, { starred: true })
  await low('olaf')
  await as('admin').patch(`/api/part/${part}/`, { minimum_stock: 3 })
  t.strictSame(await low('olaf'), ['Relay', 'Relay 5V'], 'who subscribed to the category hears of all its parts')
  await as('admin').patch(`/api/part/${template}/`, { minimum_stock: 0 })
  t.strictSame(await low('olaf'), [])
  await as('admin').patch(`/api/part/${part}/`, { active: false })
  t.strictSame(await low('olaf'), [])
  await as('admin').patch(`/api/part/${part}/`, { active: true })
  t.strictSame(await low('olaf'), ['Relay 5V'])
})

t.test('deleting the last of it, and new stock that is not enough', async (t) => {
  t.equal((await as('admin').delete(`/api/stock/${item}/`)).status, 204)
  t.strictSame(await low('olaf'), ['Relay 5V'])
  await make('/api/stock/', { part, quantity: 2, location: place })
  t.strictSame(await low('olaf'), ['Relay 5V'])
  await make('/api/stock/', { part, quantity: 1, location: place })
  t.strictSame(await low('olaf'), [], 'three are enough')
})
