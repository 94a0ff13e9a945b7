import t from 'tap'
import { build } from '../helper.ts'

const { as, db, make } = await build(t)

t.test('in an empty list is nothing, and everything is outside of it', async (t) => {
  const names = (operator: 'in' | 'not in') =>
    db.selectFrom('user').select('username').where('id', operator, []).execute()
  t.strictSame(await names('in'), [])
  t.strictSame(await names('not in'), [{ username: 'admin' }])
  t.strictSame(
    await db.selectFrom('user').select('username').where('last_name', 'in', []).where('id', '=', 1).execute(),
    []
  )
})

t.test('a line of a purchase order whose supplier part is gone can be deleted → 204', async (t) => {
  const mill = await make('/api/company/', { name: 'Mill', is_supplier: true })
  const bolt = await make('/api/part/', { name: 'Bolt', purchaseable: true })
  const packed = await make('/api/company/part/', { part: bolt.pk, supplier: mill.pk, SKU: 'M-1' })
  const { pk: order } = await make('/api/order/po/', { supplier: mill.pk })
  const line = await make('/api/order/po-line/', { order, part: packed.pk, quantity: 6 })
  t.equal((await as('admin').delete(`/api/company/part/${packed.pk}/`)).status, 204)
  t.equal((await as('admin').delete(`/api/order/po-line/${line.pk}/`)).status, 204)
})
