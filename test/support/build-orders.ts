import { column, type House } from '../helper.ts'

/** What tests of build orders do again and again. */
export const tools = ({ as, make }: House) => {
  const pk = async (url: string, body: object): Promise<number> => {
    const made = await make(url, body)
    return (made[0] ?? made).pk
  }
  const get = async (url: string) => (await as('admin').get(url)).body
  return {
    pk,
    get,
    part: (name: string, body: object = {}) => pk('/api/part/', { name, description: '', ...body }),
    stock: (part: number, quantity: number, body: object = {}) => pk('/api/stock/', { part, quantity, ...body }),
    lines: async (order: number) => column(await get(`/api/build/line/?build=${order}`), 'pk'),
    act: (order: number, action: string, body: object = {}) => as('admin').post(`/api/build/${order}/${action}/`, body),
    allocations: async (order: number) =>
      (await get(`/api/build/item/?build=${order}`)).map((row: any) => [
        row.build_line,
        row.stock_item,
        row.quantity,
        row.install_into
      ])
  }
}

/**
 * An order for five intercoms: two speakers each, four buttons from two items, an optional label, glue that is
 * consumable.
 */
export async function bench(house: House) {
  const { pk, part, stock, lines } = tools(house)
  const store = await pk('/api/stock/location/', { name: 'Store' })
  const van = await pk('/api/stock/location/', { name: 'Van' })
  const intercom = await part('Intercom', { assembly: true })
  const [speaker, button, label, glue] = [
    await part('Speaker'),
    await part('Button'),
    await part('Label'),
    await part('Glue', { consumable: true })
  ] as const
  for (const [sub_part, quantity, optional] of [
    [speaker, 2, false],
    [button, 4, false],
    [label, 1, true],
    [glue, 1, false]
  ])
    await pk('/api/bom/', { part: intercom, sub_part, quantity, optional })
  const items = {
    speakers: await stock(speaker, 30, { location: store }),
    buttons: await stock(button, 15, { location: store }),
    spare: await stock(button, 25, { location: van }),
    labels: await stock(label, 3, { location: store }),
    glue: await stock(glue, 9, { location: store })
  }
  const order = await pk('/api/build/', { part: intercom, quantity: 5 })
  return {
    store,
    van,
    intercom,
    speaker,
    button,
    order,
    items,
    lines: (await lines(order)) as [number, number, number, number]
  }
}

/** An order for three analysers, which hold one tracked mixer each. */
export async function tracked(house: House) {
  const { pk, part, lines } = tools(house)
  const place = await pk('/api/stock/location/', { name: 'Bench' })
  const mixer = await part('Mixer', { trackable: true })
  const analyser = await part('Analyser', { assembly: true, trackable: true })
  await pk('/api/bom/', { part: analyser, sub_part: mixer, quantity: 1 })
  const mixers = column(
    await house.make('/api/stock/', { part: mixer, quantity: 3, serial_numbers: '501-503', location: place }),
    'pk'
  ) as number[]
  const order = await pk('/api/build/', { part: analyser, quantity: 3 })
  const outputs = column(
    await house.make(`/api/build/${order}/create-output/`, {
      quantity: 3,
      serial_numbers: '501-503',
      auto_allocate: true
    }),
    'pk'
  ) as number[]
  return { place, mixer, mixers, analyser, order, outputs, line: (await lines(order))[0] as number }
}
