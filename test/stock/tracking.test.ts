import t from 'tap'
import { column } from '../helper.ts'
import { stage } from '../support/stock.ts'

const URL = '/api/stock/track/'

t.test('entries name records, and lists show them', async (t) => {
  const { admin, act, stock, bench, customer } = await stage(t)
  const pk = await stock()
  await act('transfer', { items: [{ pk, quantity: 4 }], location: bench })
  await act('assign', { items: [{ item: pk }], customer })
  const [given, split] = (await admin.get(`${URL}?item=${pk}`)).body
  t.match(given, {
    label: 'Sent to customer',
    tracking_type: 100,
    deltas: { customer, customer_name: 'Lab', customer_detail: { pk: customer, name: 'Lab' } }
  })
  t.notOk('parts_supplied' in given.deltas.customer_detail)
  t.match(split, {
    deltas: {
      stockitem: pk + 1,
      stockitem_detail: { pk: pk + 1, location: bench, allocated: null, part_detail: { name: 'Nut' } }
    }
  })
  const one = (await admin.get(`${URL}${split.pk}/?item_detail=true`)).body
  t.strictSame(one.deltas, { removed: 4, quantity: 6, stockitem: pk + 1 }, 'by number alone')
  t.notOk('item_detail' in one)
  await admin.delete(`/api/stock/${pk + 1}/`)
  t.equal((await admin.get(`${URL}?item=${pk}&ordering=date`)).body[1].deltas.stockitem_detail, null)
})

t.test('filters, search and order', async (t) => {
  const { admin, act, make, makeUser, as, stock, nut, meter, db } = await stage(t)
  const fine = (await make('/api/part/', { name: 'Fine nut', variant_of: nut })).pk
  const [a, b, c] = [await stock(), await stock({ part: fine }), await stock({ part: meter })]
  await makeUser({ name: 'clerk', roles: { stock: ['view', 'add'] } })
  await as('clerk').post('/api/stock/add/', { items: [{ pk: a, quantity: 1 }], notes: 'behind the Bench' })
  await act('remove', { items: [{ pk: b, quantity: 10 }] })
  const list = async (query: string) => (await admin.get(`${URL}?${query}`)).body
  t.strictSame(column(await list(''), 'tracking_type'), [12, 11, 1, 1, 1], 'the latest first')
  t.strictSame(column(await list('ordering=date&limit=2').then((page) => page.results), 'item'), [a, null])
  t.strictSame(column(await list(`item=${c}`), 'part'), [meter])
  t.strictSame(column(await list(`part=${nut}`), 'item'), [a, a])
  t.strictSame(column(await list(`part=${nut}&include_variants=true`), 'part'), [fine, nut, fine, nut])
  t.strictSame(column(await list(`part=${fine}`), 'item'), [null, null], 'of an item that is gone')
  t.strictSame(column(await list('user=2'), 'notes'), ['behind the Bench'])
  t.equal((await list('search=bench')).length, 1)
  await db.updateTable('stock_tracking').set({ date: '2020-02-02T12:00:00.000Z' }).where('item_id', '=', c).execute()
  t.strictSame(column(await list('max_date=2021-01-01'), 'item'), [c])
  t.equal((await list('min_date=2020-02-03')).length, 4)
  for (const query of ['item=99', 'part=99', 'user=99', 'min_date=soon'])
    t.equal((await admin.get(`${URL}?${query}`)).status, 400, query)
  for (const method of ['post', 'delete'] as const) t.equal((await admin[method](URL, {})).status, 405)
  t.equal((await admin.get(`${URL}999/`)).status, 404)
})

t.test('details, and who may see them', async (t) => {
  const { admin, as, makeUser, stock } = await stage(t)
  const pk = await stock()
  const flags = '&item_detail=true&part_detail=true&user_detail=true'
  t.match((await admin.get(`${URL}?item=${pk}${flags}`)).body, [
    { item_detail: { pk }, part_detail: { name: 'Nut' }, user_detail: { username: 'admin' } }
  ])
  await makeUser({ name: 'clerk', roles: { stock: ['view'] } })
  const [entry] = (await as('clerk').get(`${URL}?item=${pk}${flags}`)).body
  t.notOk('part_detail' in entry)
  t.match(
    entry,
    { item_detail: { part_detail: { name: 'Nut' } }, user_detail: { username: 'admin' } },
    'inside the item it stays'
  )
  await makeUser({ name: 'builder', roles: { build: ['view'] } })
  t.equal((await as('builder').get(URL)).status, 403)
})

t.test('the list goes into a file', async (t) => {
  const { admin, stock } = await stage(t)
  await stock()
  t.match((await admin.get(`${URL}?export=true`)).body, { total: 1, complete: true })
})

t.test('what the numbers mean', async (t) => {
  const { as, makeUser } = await stage(t)
  await makeUser({ name: 'nobody' })
  t.match((await as('nobody').get('/api/stock/track/status/')).body, {
    status_class: 'StockHistoryCode',
    values: { STOCK_ADD: { key: 11, label: 'Stock manually added' } }
  })
  t.match((await as('nobody').get('/api/stock/status/')).body, {
    status_class: 'StockStatus',
    values: { LOST: { key: 70 } }
  })
})
