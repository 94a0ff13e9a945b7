import { build } from '../helper.ts'

type Test = Parameters<typeof build>[0]

/**
 * A house with two places, one that is structural, a part, a trackable part and a customer; and what tests of stock do
 * again and again.
 */
export async function stage(t: Test) {
  const house = await build(t)
  const { make, db, as } = house
  const admin = as('admin')
  const key = async (url: string, body: object): Promise<number> => (await make(url, body)).pk
  const places = {
    shelf: await key('/api/stock/location/', { name: 'Shelf' }),
    bench: await key('/api/stock/location/', { name: 'Bench' }),
    site: await key('/api/stock/location/', { name: 'Site', structural: true })
  }
  const nut = await key('/api/part/', { name: 'Nut', salable: true, is_template: true })
  const meter = await key('/api/part/', { name: 'Meter', trackable: true, salable: true })
  const customer = await key('/api/company/', { name: 'Lab', is_customer: true, is_supplier: false })
  /** New stock of the nut, or of what is said. */
  const stock = async (body: object = {}): Promise<number> =>
    (await make('/api/stock/', { part: nut, quantity: 10, location: places.shelf, ...body }))[0].pk
  const item = async (pk: number) => (await admin.get(`/api/stock/${pk}/?part_detail=false`)).body
  /** The entries of the tracking since the item was created, oldest first. */
  const tracked = async (pk: number) =>
    (
      await db
        .selectFrom('stock_tracking')
        .select(['tracking_type as type', 'deltas', 'notes', 'user_id'])
        .where('item_id', '=', pk)
        .where('tracking_type', '!=', 1)
        .orderBy('id')
        .execute()
    ).map(({ deltas, ...row }) => ({ ...row, deltas: JSON.parse(deltas!) }))
  /** Sends an action and gives the answer. */
  const act = (action: string, body: object) => admin.post(`/api/stock/${action}/`, body)
  return { ...house, admin, ...places, nut, meter, customer, stock, item, tracked, act }
}

/** A promise of stock to an open sales order and to a build order. */
export async function promise(
  { insert, nut, customer }: Awaited<ReturnType<typeof stage>>,
  item: number,
  quantity: number
) {
  const order = await insert('sales_order', { reference: `SO-${item}`, customer_id: customer, status: 10 })
  const line = await insert('sales_order_line', { order_id: order, part_id: nut, quantity })
  await insert('sales_order_allocation', { line_id: line, item_id: item, quantity })
  return { order, line }
}
