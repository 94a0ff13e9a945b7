import t, { type Test } from 'tap'
import { build, type Client } from '../helper.ts'

const MANY = 120

/** A house with stock of one part, and how many statements something needs. */
async function stocked(t: Test) {
  let statements = 0
  const house = await build(t, {}, () => {
    statements++
  })
  const { make, insert, as } = house
  const part = (await make('/api/part/', { name: 'Bolt', salable: true })).pk
  const place = (await make('/api/stock/location/', { name: 'Shelf' })).pk
  const other = (await make('/api/stock/location/', { name: 'Drawer' })).pk
  const customer = (await make('/api/company/', { name: 'Buyer', is_customer: true })).pk
  const items = async (count: number) => {
    const keys: number[] = []
    for (let n = 0; n < count; n++)
      keys.push(
        await insert('stock_item', {
          part_id: part,
          quantity: 10 + n,
          location_id: place,
          ...(n % 10 === 9 ? { delete_on_deplete: 1 as const, quantity: 5 } : {}),
          ...(n % 10 === 8 ? { serial: `${keys.length}-${n}-${statements}`, quantity: 1 } : {})
        })
      )
    return keys
  }
  const counted = async (work: () => Promise<unknown>) => {
    const before = statements
    await work()
    return statements - before
  }
  return { ...house, admin: as('admin'), part, place, other, customer, items, counted }
}
type Stocked = Awaited<ReturnType<typeof stocked>>

interface Action {
  path: string
  body: (keys: readonly number[], house: Stocked) => object
}
const lines = (keys: readonly number[], more: object) => keys.map((pk) => ({ pk, ...more }))
const ACTIONS: Record<string, Action> = {
  add: { path: 'add', body: (keys) => ({ items: lines(keys, { quantity: 2.5 }), notes: 'More' }) },
  remove: { path: 'remove', body: (keys) => ({ items: lines(keys, { quantity: 4, batch: 'B' }) }) },
  count: { path: 'count', body: (keys, { other }) => ({ items: lines(keys, { quantity: 7 }), location: other }) },
  transfer: {
    path: 'transfer',
    body: (keys, { other }) => ({ items: lines(keys, { quantity: 1000, status: 55 }), location: other })
  },
  status: { path: 'change_status', body: (keys) => ({ items: keys, status: 50, note: 'Look' }) },
  assign: {
    path: 'assign',
    body: (keys, { customer }) => ({ items: keys.map((item) => ({ item })), customer, notes: 'Theirs' })
  }
}

/** Items and what their tracking says, without keys and times. */
async function told(admin: Client, keys: readonly number[]): Promise<unknown[]> {
  const found: unknown[] = []
  for (const key of keys) {
    const { status, body } = await admin.get(`/api/stock/${key}/`)
    const { pk: _pk, updated: _updated, creation_date: _made, serial: _serial, parent: _parent, ...item } = body
    const tracking = (await admin.get(`/api/stock/track/?item=${key}&ordering=date`)).body
    found.push([status, item, tracking.map(({ tracking_type, deltas, notes }: any) => [tracking_type, deltas, notes])])
  }
  return found
}

for (const [name, { path, body }] of Object.entries(ACTIONS))
  t.test(`${name}: many items are what they are one by one, in statements that do not grow with them`, async (t) => {
    const house = await stocked(t)
    const { admin, items, counted } = house
    const [together, single, few] = [await items(MANY), await items(MANY), await items(20)]
    const url = `/api/stock/${path}/`
    const send = async (keys: readonly number[]) => {
      const { status } = await admin.post(url, body(keys, house))
      t.equal(status, 201)
    }
    const forMany = await counted(() => send(together))
    for (const key of single) await send([key])
    t.strictSame(await told(admin, together), await told(admin, single))
    const forFew = await counted(() => send(few))
    // Items that may go are done by themselves: 2 of 20, 12 of 120.
    const alone = name === 'remove' ? 12 : 0
    t.ok(forMany - forFew < 8 * alone + 8, `${forFew} statements for 20, ${forMany} for ${MANY}`)
  })

t.test('the same item twice in a list is done twice, and what is refused changes nothing', async (t) => {
  const { admin, items, other } = await stocked(t)
  const [first, second] = await items(2)
  const twice = { items: [first, second, first].map((pk) => ({ pk, quantity: 3 })) }
  t.equal((await admin.post('/api/stock/add/', twice)).status, 201)
  const quantities = async () => [
    (await admin.get(`/api/stock/${first}/`)).body.quantity,
    (await admin.get(`/api/stock/${second}/`)).body.quantity
  ]
  t.strictSame(await quantities(), [16, 14])
  const [empty] = await items(1)
  await admin.post('/api/stock/count/', { items: [{ pk: empty, quantity: 0 }] })
  const moved = { items: [first, empty].map((pk) => ({ pk, quantity: 30 })), location: other }
  t.match(await admin.post('/api/stock/transfer/', moved), { status: 400 })
  t.strictSame(await quantities(), [16, 14])
})
