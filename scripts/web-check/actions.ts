// What is done with orders, builds and stock, by the buttons of their pages.
import assert from 'node:assert/strict'
import { until } from '../../test/support/smtp.ts'
import type { Report } from '../support.ts'
import type { WebClient } from './client.ts'
import type { Given, World } from './forms.ts'

interface Keyed {
  pk: number
}

/** Orders, builds and stock from their beginning to their end. */
export async function checkActions(client: WebClient, report: Report, world: World): Promise<void> {
  const act = <Result>(path: string, given: Given = {}) => client.call<Result>('act', `/api/${path}`, given)
  const make = (list: string, given: Given) => client.call<number>('make', `/api/${list}/`, given)
  const send = (method: string, path: string, body?: unknown) => client.call('send', method, `/api/${path}`, body)
  const get = <Result>(path: string) => client.call<Result>('get', `/api/${path}`)
  /** The rows of a list. */
  const rows = async (path: string) => (await get<{ results: Keyed[] }>(`${path}&limit=25&offset=0`)).results
  const statusOf = async (path: string) => (await get<{ status: number }>(path)).status
  const quiet = () => client.quiet(/^400 POST /)
  const { place, company, board, chip, chips, sale, purchase, transfer } = world
  const stock = (part: number | undefined, quantity: number, more: Given = {}) =>
    make('stock', { part, quantity, location: place, ...more })

  /** Takes stock of a part, and waits for what was found. */
  const takeStock = async (part: number | undefined): Promise<number> => {
    await act('part/stocktake/generate/', { part, generate_entry: true, generate_report: false })
    let found: Keyed[] = []
    await until(async () => (found = await rows(`part/stocktake/?part=${part}&ordering=-date`)).length > 0)
    return found[0]!.pk
  }

  await report.check('orders of every kind, and builds, are held, issued and cancelled', async () => {
    for (const [list, given] of [
      ['order/po', { supplier: company }],
      ['order/so', { customer: company }],
      ['order/ro', { customer: company }],
      ['order/transfer-order', { destination: place }],
      ['build', { part: board, quantity: 1 }]
    ] as const) {
      const pk = await make(list, given)
      for (const step of ['hold', 'issue', 'cancel']) await act(`${list}/${pk}/${step}/`)
    }
    quiet()
  })

  await report.check('what was bought is received, and the order complete', async () => {
    await act(`order/po/${purchase}/issue/`)
    const items = (await rows(`order/po-line/?order=${purchase}`)).map(({ pk }) => ({ line_item: pk, quantity: 1 }))
    await act(`order/po/${purchase}/receive/`, { items, location: place })
    await act(`order/po/${purchase}/complete/`)
    assert.equal(await statusOf(`order/po/${purchase}/`), 30)
    quiet()
  })

  let meter: number
  await report.check('what was sold is allocated in every way, shipped, and the order complete', async () => {
    meter = await make('part', { name: 'Meter', trackable: true, salable: true, component: true })
    await stock(meter, 4, { serial_numbers: '1-4' })
    await send('POST', 'generate/serial-number/', { part: meter })
    await send('POST', 'generate/batch-code/', { part: meter })
    await act(`order/so/${sale}/issue/`)
    const { shipment } = world
    const [tracked, automatic] = [
      await make('order/so-line', { order: sale, part: meter, quantity: 2 }),
      await make('order/so-line', { order: sale, part: chip, quantity: 3 })
    ]
    await act(`order/so/${sale}/allocate/`, {
      items: [{ line_item: world.sold, stock_item: chips, quantity: 1 }],
      shipment
    })
    await act(`order/so/${sale}/allocate-serials/`, {
      line_item: tracked,
      quantity: 2,
      serial_numbers: '1,2',
      shipment
    })
    await act(`order/so/${sale}/auto-allocate/`, { line_items: [automatic], shipment })
    const allocations = await rows(`order/so-allocation/?order=${sale}`)
    const first = allocations[0]!.pk
    await send('GET', `order/so-allocation/${first}/`)
    await send('PATCH', `order/so-allocation/${first}/`, { quantity: 1 })
    await send('PATCH', 'order/so-allocation/', { items: allocations.map(({ pk }) => pk), shipment })
    const spare = await make('order/so', { customer: company })
    const line = await make('order/so-line', { order: spare, part: chip, quantity: 2 })
    for (const quantity of [1, 1])
      await act(`order/so/${spare}/allocate/`, { items: [{ line_item: line, stock_item: chips, quantity }] })
    const [one, other] = await rows(`order/so-allocation/?order=${spare}`)
    await send('DELETE', `order/so-allocation/${one!.pk}/`)
    if (other) await send('DELETE', 'order/so-allocation/', { items: [other.pk] })
    await act(`order/so/shipment/${shipment}/ship/`)
    const open = (await rows(`order/so/shipment/?order=${sale}&shipped=false`)).map(({ pk }) => pk)
    for (const pk of open) await send('DELETE', `order/so/shipment/${pk}/`)
    await act(`order/so/${sale}/complete/`, { accept_incomplete: true })
    quiet()
  })

  await report.check('what comes back is received, and the return complete', async () => {
    const item = await stock(board, 1)
    await act('stock/assign/', { items: [{ item }], customer: company })
    const order = await make('order/ro', { customer: company })
    const [line, another] = [await make('order/ro-line', { order, item }), await make('order/ro-extra-line', { order })]
    await act(`order/ro/${order}/issue/`)
    await act(`order/ro/${order}/receive/`, { items: [{ item: line }], location: place })
    await send('DELETE', 'order/ro-extra-line/', { items: [another] })
    await act(`order/ro/${order}/complete/`)
    assert.equal(await statusOf(`order/ro/${order}/`), 30)
    await send('DELETE', `order/ro-line/${world.returned}/`)
    quiet()
  })

  await report.check('what is transferred is allocated and moves', async () => {
    const to = await make('stock/location', { parent: place })
    await send('PATCH', `order/transfer-order/${transfer}/`, { destination: to })
    const tracked = await make('order/transfer-order-line', { order: transfer, part: meter, quantity: 1 })
    const url = `order/transfer-order/${transfer}/`
    await act(`${url}issue/`)
    await act(`${url}allocate/`, { items: [{ line_item: world.moved, stock_item: chips, quantity: 1 }] })
    await act(`${url}allocate-serials/`, { line_item: tracked, quantity: 1, serial_numbers: '3' })
    const [one, other] = await rows(`order/transfer-order-allocation/?order=${transfer}`)
    await send('GET', `order/transfer-order-allocation/${one!.pk}/`)
    await send('PATCH', `order/transfer-order-allocation/${one!.pk}/`, { quantity: 1 })
    await send('DELETE', `order/transfer-order-allocation/${other!.pk}/`)
    await act(`${url}complete/`, { accept_incomplete_allocation: true })
    assert.equal(await statusOf(url), 30)
    quiet()
  })

  await report.check(
    'what is built: outputs are made, deleted, scrapped, completed; stock is allocated and used',
    async () => {
      const { build } = world
      const url = `build/${build}/`
      await act(`${url}issue/`)
      const output = async (quantity: number) => (await act<Keyed[]>(`${url}create-output/`, { quantity }))[0]!.pk
      const [good, scrap, mistake] = [await output(1), await output(1), await output(1)]
      await act(`${url}delete-outputs/`, { outputs: [{ output: mistake }] })
      await act(`${url}scrap-outputs/`, { outputs: [{ output: scrap, quantity: 1 }], location: place, notes: 'Broken' })
      const [line] = await rows(`build/line/?build=${build}`)
      await send('GET', `build/line/${line!.pk}/`)
      const allocate = () =>
        act(`${url}allocate/`, { items: [{ build_line: line!.pk, stock_item: chips, quantity: 1 }] })
      const allocated = async () => (await rows(`build/item/?build=${build}`))[0]!.pk
      await allocate()
      await act(`${url}unallocate/`)
      await allocate()
      await send('GET', `build/item/${await allocated()}/`)
      await send('PATCH', `build/item/${await allocated()}/`, { quantity: 1 })
      await send('DELETE', `build/item/${await allocated()}/`)
      await allocate()
      await send('DELETE', 'build/item/', { items: [await allocated()] })
      await act(`${url}auto-allocate/`, { interchangeable: true })
      await act(`${url}consume/`, { items: [{ build_item: await allocated(), quantity: 1 }] })
      await act(`${url}complete/`, { outputs: [{ output: good, quantity: 1 }], location: place })
      await act(`${url}finish/`, { accept_incomplete: true, accept_unallocated: true, accept_overallocated: 'accept' })
      assert.equal(await statusOf(url), 40)
      quiet()
    }
  )

  await report.check('stock is counted, moved, merged, split, changed, installed and taken apart', async () => {
    const item = await stock(chip, 10)
    const row = (quantity: number) => ({ items: [{ pk: item, quantity }] })
    await act('stock/add/', row(5))
    await act('stock/remove/', row(3))
    await act('stock/count/', row(11))
    await act('stock/transfer/', { ...row(11), location: place })
    await act('stock/change_status/', { items: [item], status: 50 })
    await act('stock/merge/', {
      items: [{ item }, { item: await stock(chip, 4) }],
      location: place,
      allow_mismatched_status: true
    })
    const sold = await stock(board, 2)
    await act('stock/assign/', { items: [{ item: sold }], customer: company })
    await act('stock/return/', { items: [{ pk: sold, quantity: 2 }], location: place })
    const template = await make('part', { name: 'Case', is_template: true, trackable: true })
    const variant = await make('part', { name: 'Case, red', variant_of: template, trackable: true })
    const cases = await stock(template, 3)
    const [single] = await act<Keyed[]>(`stock/${cases}/serialize/`, {
      quantity: 1,
      serial_numbers: '10',
      destination: place
    })
    await act(`stock/${single!.pk}/convert/`, { part: variant })
    const [whole, inside] = [await stock(board, 1), await stock(chip, 2)]
    await act(`stock/${whole}/install/`, { stock_item: inside, quantity: 2 })
    await act(`stock/${inside}/uninstall/`, { location: place })
    await act(`stock/${whole}/disassemble/`, {
      items: [{ bom_item: world.line, quantity: 1 }],
      quantity: 1,
      location: place
    })
    await send('PATCH', 'stock/', { items: [item], packaging: 'Reel' })
    await send('DELETE', 'stock/', { items: [cases] })
    await send('PATCH', 'stock/location/', { items: [place], description: 'By the window' })
    quiet()
  })

  await report.check(
    'parts: bills checked, prices worked out, many changed at once, stock taken, found by code and word',
    async () => {
      await send('PATCH', `bom/${world.line}/validate/`, { valid: true })
      await send('PATCH', `part/${board}/bom-validate/`, { valid: true })
      await send('PATCH', 'bom/', { items: [world.line], note: 'On the left' })
      await send('PATCH', `part/${chip}/pricing/`, { override_min: 1, override_max: 2, update: true })
      await send('PATCH', 'part/', { items: [chip], keywords: 'small' })
      await send('PATCH', 'part/category/', { items: [world.category], description: 'For boards' })
      for (const setting of ['STOCKTAKE_ENABLE', 'BARCODE_STORE_RESULTS'])
        await send('PATCH', `settings/global/${setting}/`, { value: true })
      const [taken, other] = await Promise.all([chip, board].map((part) => takeStock(part)))
      await send('GET', `part/stocktake/${taken}/`)
      await send('PATCH', `part/stocktake/${taken}/`, { note: 'Counted twice' })
      await send('DELETE', `part/stocktake/${taken}/`)
      await send('DELETE', 'part/stocktake/', { items: [other] })
      await client.call('uploadImage', chip)
      const { image } = await get<{ image: string }>(`part/${chip}/`)
      await send('PATCH', `part/thumbs/${board}/`, { existing_image: image.split('/').at(-1) })
      const { barcode } = (await client.call('send', 'POST', '/api/barcode/generate/', {
        model: 'part',
        pk: chip
      })) as { barcode: string }
      await send('POST', 'barcode/', { barcode })
      await send('POST', 'barcode/', { barcode })
      await send('POST', 'barcode/link/', { barcode: 'XYZ-1', stockitem: chips })
      await send('POST', 'barcode/unlink/', { stockitem: chips })
      await send('POST', 'search/', { search: 'chip', limit: 10, offset: 0, part: {}, stockitem: {}, company: {} })
      quiet()
    }
  )

  await report.check('lists of choices, kinds of states, rules of groups, rates of exchange', async () => {
    const entries = `selection/${world.selection}/entry`
    await get(`${entries}/?limit=25&offset=0`)
    const entry = await make(entries, { list: world.selection, value: 'A', label: 'The first' })
    await send('DELETE', `${entries}/${entry}/`)
    await send('PATCH', `selection/${world.selection}/`, { description: 'Of colours' })
    await send('DELETE', `selection/${world.selection}/`)
    await send('GET', 'generic/status/StockStatus/')
    await send('POST', 'currency/refresh/')
    const [rule] = await rows(`user/ruleset/?group=${world.group}`)
    await send('GET', `user/ruleset/${rule!.pk}/`)
    await send('PATCH', `user/ruleset/${rule!.pk}/`, { can_view: true })
    quiet()
  })
}
