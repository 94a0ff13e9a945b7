// What the forms of actions send, from what OPTIONS says and the records of the page that they open on, does what was meant.
import t, { type Test } from 'tap'
import { build, column } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { formUser } from '../support/forms.ts'
import { inventory } from '../support/inventory.ts'
import type { Values } from '../web/client/form.js'

const house = await build(t)
const world = await inventory(house)
const { store, bench, company, board, amplifier, fuse, supplierPart } = world
const user = formUser(house)
const read = async (url: string) => (await user.ask('GET', url)).body

/** The addresses whose forms were sent. */
const sent = new Set<string>()

/** Sends the form of an action, which must be taken; gives the answer. */
async function act(t: Test, url: string, given?: Values): Promise<any> {
  sent.add(url.replaceAll(/\d+/g, '{id}'))
  const { status, body, text } = await user.act(url, given)
  t.ok(status === 200 || status === 201, `${url} → ${status} ${text}`)
  return body
}

const pk = async (url: string, body: object): Promise<number> => {
  const made = await house.make(url, body)
  return (made[0] ?? made).pk
}
const stock = (part: number, quantity: number, more: object = {}) =>
  pk('/api/stock/', { part, quantity, location: store, ...more })
const item = (key: number) => read(`/api/stock/${key}/`)
const is = async (t: Test, url: string, expected: Values) => t.match(await read(url), expected, url)

/** Puts an order on hold, issues it and cancels it. */
async function holds(t: Test, order: string, [held, issued, cancelled]: [number, number, number]) {
  await act(t, `${order}hold/`)
  await is(t, order, { status: held })
  await act(t, `${order}issue/`)
  await is(t, order, { status: issued })
  await act(t, `${order}cancel/`)
  await is(t, order, { status: cancelled })
}

t.test(
  'a purchase order is issued, held and cancelled; what is received is stock, and then it is complete',
  async (t) => {
    await holds(t, `/api/order/po/${world.purchaseOrder}/`, [25, 20, 40])
    const order = await pk('/api/order/po/', { supplier: company })
    const line = await pk('/api/order/po-line/', { order, part: supplierPart, quantity: 12, purchase_price: 2 })
    await act(t, `/api/order/po/${order}/issue/`)
    const received = await act(t, `/api/order/po/${order}/receive/`, {
      items: [{ line_item: line, quantity: 8, location: bench }]
    })
    t.match(received, [{ part: board, quantity: 8, location: bench, status: 10, purchase_price: 2 }])
    await is(t, `/api/order/po-line/${line}/`, { received: 8 })
    await act(t, `/api/order/po/${order}/receive/`, { items: [{ line_item: line, quantity: 4 }], location: store })
    await act(t, `/api/order/po/${order}/complete/`)
    await is(t, `/api/order/po/${order}/`, { status: 30 })
  }
)

t.test('a sales order is held and cancelled; what was allocated is shipped, and then it is complete', async (t) => {
  await holds(t, `/api/order/so/${world.salesOrder}/`, [25, 15, 40])
  const meter = await pk('/api/part/', { name: 'Meter', salable: true, trackable: true })
  const serials = column(
    await house.make('/api/stock/', { part: meter, quantity: 2, serial_numbers: '1,2', location: store }),
    'pk'
  )
  const boards = await stock(board, 10)
  const order = await pk('/api/order/so/', { customer: company })
  const [line, tracked, fuses] = [
    await pk('/api/order/so-line/', { order, part: board, quantity: 3 }),
    await pk('/api/order/so-line/', { order, part: meter, quantity: 2 }),
    await pk('/api/order/so-line/', { order, part: board, quantity: 4 })
  ]
  const url = `/api/order/so/${order}/`
  await act(t, `${url}issue/`)
  const shipment = await pk('/api/order/so/shipment/', { order, reference: '1' })
  await act(t, `${url}allocate/`, { items: [{ line_item: line, stock_item: boards, quantity: 3 }], shipment })
  await act(t, `${url}allocate-serials/`, { line_item: tracked, quantity: 2, serial_numbers: '1,2', shipment })
  await act(t, `${url}auto-allocate/`, { line_items: [fuses], shipment })
  for (const [one, allocated] of [
    [line, 3],
    [tracked, 2],
    [fuses, 4]
  ])
    await is(t, `/api/order/so-line/${one}/`, { allocated })
  await act(t, `/api/order/so/shipment/${shipment}/ship/`)
  for (const one of serials) t.match(await item(one), { customer: company, sales_order: order })
  await is(t, `/api/order/so-line/${line}/`, { shipped: 3 })
  await act(t, `${url}complete/`)
  await is(t, url, { status: 20 })
})

t.test('a return order is held and cancelled; what comes back is in stock, and then it is complete', async (t) => {
  await holds(t, `/api/order/ro/${world.returnOrder}/`, [25, 20, 40])
  const sold = await stock(board, 1, { customer: company })
  const order = await pk('/api/order/ro/', { customer: company })
  const line = await pk('/api/order/ro-line/', { order, item: sold, quantity: 1 })
  await act(t, `/api/order/ro/${order}/issue/`)
  await act(t, `/api/order/ro/${order}/receive/`, { items: [{ item: line }], location: bench })
  t.match(await item(sold), { quantity: 1, location: bench, customer: null })
  await act(t, `/api/order/ro/${order}/complete/`)
  await is(t, `/api/order/ro/${order}/`, { status: 30 })
})

t.test('a transfer order is held and cancelled; what was allocated moves when it is complete', async (t) => {
  await holds(t, `/api/order/transfer-order/${world.transferOrder}/`, [25, 20, 40])
  const scale = await pk('/api/part/', { name: 'Scale', trackable: true })
  const [serial] = column(
    await house.make('/api/stock/', { part: scale, quantity: 1, serial_numbers: '7', location: store }),
    'pk'
  )
  const fuses = await stock(fuse, 9)
  const order = await pk('/api/order/transfer-order/', { destination: bench })
  const line = await pk('/api/order/transfer-order-line/', { order, part: fuse, quantity: 9 })
  const tracked = await pk('/api/order/transfer-order-line/', { order, part: scale, quantity: 1 })
  const url = `/api/order/transfer-order/${order}/`
  await act(t, `${url}issue/`)
  await act(t, `${url}allocate/`, { items: [{ line_item: line, stock_item: fuses, quantity: 9 }] })
  await act(t, `${url}allocate-serials/`, { line_item: tracked, quantity: 1, serial_numbers: '7' })
  await act(t, `${url}complete/`)
  await is(t, url, { status: 30 })
  t.match(await item(fuses), { quantity: 9, location: bench })
  t.match(await item(serial), { location: bench })
})

t.test(
  'a build order is held and cancelled; outputs are made of stock, scrapped and deleted, and it is finished',
  async (t) => {
    await holds(t, `/api/build/${world.build}/`, [25, 20, 30])
    const boards = await stock(board, 40)
    const order = await pk('/api/build/', { part: amplifier, quantity: 6 })
    const url = `/api/build/${order}/`
    const [line] = column(await read(`/api/build/line/?build=${order}`), 'pk')
    await act(t, `${url}issue/`)
    const output = async (quantity: number) => (await act(t, `${url}create-output/`, { quantity }))[0].pk
    const [good, scrap, mistake] = [await output(6), await output(2), await output(1)]
    t.match(await item(good), { quantity: 6, is_building: true, build: order, part: amplifier })
    await act(t, `${url}delete-outputs/`, { outputs: [{ output: mistake }] })
    t.equal((await user.ask('GET', `/api/stock/${mistake}/`)).status, 404)
    await act(t, `${url}scrap-outputs/`, { outputs: [{ output: scrap, quantity: 2 }], location: bench })
    t.match(await item(scrap), { status: 65, quantity: 2, is_building: false })
    await act(t, `${url}allocate/`, { items: [{ build_line: line, stock_item: boards, quantity: 5 }] })
    await is(t, `/api/build/line/${line}/`, { allocated: 5 })
    await act(t, `${url}unallocate/`)
    await is(t, `/api/build/line/${line}/`, { allocated: 0 })
    await act(t, `${url}auto-allocate/`, { interchangeable: true })
    await is(t, `/api/build/line/${line}/`, { allocated: 12 })
    const [{ pk: allocation, quantity }] = await read(`/api/build/item/?build=${order}`)
    await act(t, `${url}consume/`, { items: [{ build_item: allocation, quantity }] })
    await is(t, `/api/build/line/${line}/`, { consumed: quantity })
    await act(t, `${url}complete/`, { outputs: [{ output: good, quantity: 6 }], location: bench })
    t.match(await item(good), { quantity: 6, is_building: false, location: bench, status: 10 })
    await is(t, url, { completed: 6 })
    await act(t, `${url}finish/`)
    await is(t, url, { status: 40 })
  }
)

t.test('stock is added to, removed, counted, moved, given a status, merged, assigned and returned', async (t) => {
  const one = await stock(fuse, 10, { batch: 'B-1', packaging: 'Reel' })
  /** A row of the form is the item as it is, but for the quantity. */
  const row = async (quantity: number) => ({ items: [{ ...(await item(one)), quantity }] })
  await act(t, '/api/stock/add/', await row(5))
  t.match(await item(one), { quantity: 15 })
  await act(t, '/api/stock/remove/', await row(3))
  t.match(await item(one), { quantity: 12 })
  await act(t, '/api/stock/count/', await row(11))
  t.match(await item(one), { quantity: 11, location: store, status: 10 })
  await act(t, '/api/stock/transfer/', { ...(await row(11)), location: bench })
  t.match(await item(one), { quantity: 11, location: bench, status: 10, batch: 'B-1', packaging: 'Reel' })
  await act(t, '/api/stock/change_status/', { items: [one], status: 50 })
  t.match(await item(one), { status: 50, quantity: 11 })
  await act(t, '/api/stock/change_status/', { items: [one] })
  const other = await stock(fuse, 4)
  await act(t, '/api/stock/merge/', { items: [{ item: one }, { item: other }], location: store })
  t.match(await item(one), { quantity: 15, location: store })
  const sold = await stock(board, 2)
  await act(t, '/api/stock/assign/', { items: [{ item: sold }], customer: company })
  t.match(await item(sold), { customer: company, quantity: 2 })
  await act(t, '/api/stock/return/', { items: [{ pk: sold, quantity: 2 }], location: bench })
  t.match(await item(sold), { customer: null, quantity: 2, location: bench })
})

t.test('an item is serialised, converted, installed, taken out and taken apart', async (t) => {
  const template = await pk('/api/part/', { name: 'Case', is_template: true, trackable: true })
  const variant = await pk('/api/part/', { name: 'Case, red', variant_of: template, trackable: true })
  const cases = await stock(template, 3)
  const [single] = await act(t, `/api/stock/${cases}/serialize/`, {
    quantity: 1,
    serial_numbers: '10',
    destination: bench
  })
  t.match(await item(cases), { quantity: 2 })
  t.match(single, { quantity: 1, serial: '10', location: bench })
  await act(t, `/api/stock/${single.pk}/convert/`, { part: variant })
  t.match(await item(single.pk), { part: variant, serial: '10' })
  const whole = await stock(amplifier, 1)
  const inside = await stock(board, 2)
  await act(t, `/api/stock/${whole}/install/`, { stock_item: inside, quantity: 2 })
  t.match(await item(inside), { belongs_to: whole, quantity: 2 })
  await act(t, `/api/stock/${inside}/uninstall/`, { location: bench })
  t.match(await item(inside), { belongs_to: null, location: bench })
  const apart = await stock(amplifier, 1)
  const parts = await act(t, `/api/stock/${apart}/disassemble/`, {
    items: [{ bom_item: world.bomLine, quantity: 2 }],
    quantity: 1,
    location: bench
  })
  t.match(parts, [{ part: board, quantity: 2, location: bench }])
})

t.test('a bill of materials is copied', async (t) => {
  const copy = await pk('/api/part/', { name: 'Amplifier II', assembly: true })
  await act(t, `/api/part/${copy}/bom-copy/`, { part: amplifier })
  t.match(await read(`/api/bom/?part=${copy}`), [{ sub_part: board, quantity: 2 }])
})

t.test('no action on parts, stock, builds and orders was left out', (t) => {
  const actions = contract.operations
    .filter(
      ({ method, path }) =>
        method === 'post' && /^\/api\/((order|build|part)\/.*\{id\}\/[^{]|stock\/(\{id\}\/)?[a-z_]+\/$)/.test(path)
    )
    .map(({ path }) => path)
  const lists = new Set(contract.operations.filter(({ method }) => method === 'get').map(({ path }) => path))
  t.strictSame(
    actions.filter((path) => !lists.has(path) && !sent.has(path)),
    []
  )
  t.end()
})
