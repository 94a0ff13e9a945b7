import { column, type House } from '../helper.ts'

/** A small inventory where the first record of each list goes with the first of every other. */
export async function inventory({ make, as }: Pick<House, 'make' | 'as'>) {
  const pk = async (url: string, body: object): Promise<number> => {
    const made = await make(url, body)
    return (made[0] ?? made).pk
  }
  const category = await pk('/api/part/category/', { name: 'Electronics' })
  const projectCode = await pk('/api/project-code/', { code: 'P-1' })
  const store = await pk('/api/stock/location/', { name: 'Store' })
  const bench = await pk('/api/stock/location/', { name: 'Bench' })
  const company = await pk('/api/company/', {
    name: 'Boards and more',
    is_supplier: true,
    is_manufacturer: true,
    is_customer: true
  })
  const contact = await pk('/api/company/contact/', { company, name: 'Mara' })
  const address = await pk('/api/company/address/', { company, title: 'Works' })
  const bought = { purchaseable: true, salable: true, testable: true, category }
  const board = await pk('/api/part/', { name: 'Board', ...bought })
  const assembled = { assembly: true, component: false, purchaseable: false, category }
  const amplifier = await pk('/api/part/', { name: 'Amplifier', ...assembled })
  const fuse = await pk('/api/part/', { name: 'Fuse', purchaseable: false, category })
  const resistor = await pk('/api/part/', { name: 'Resistor', purchaseable: false, category })
  const bomLine = await pk('/api/bom/', { part: amplifier, sub_part: board, quantity: 2 })
  const manufacturerPart = await pk('/api/company/part/manufacturer/', { part: board, manufacturer: company, MPN: 'B' })
  const supplierPart = await pk('/api/company/part/', { part: board, supplier: company, SKU: 'B-1' })
  const spare = await pk('/api/stock/', { part: fuse, quantity: 20, location: store })
  const item = await pk('/api/stock/', { part: board, quantity: 100, location: store })
  const test = await pk('/api/part/test-template/', { part: board, test_name: 'Voltage', description: 'At the output' })
  const width = await pk('/api/parameter/template/', { name: 'Width' })
  const height = await pk('/api/parameter/template/', { name: 'Height' })
  const purchaseOrder = await pk('/api/order/po/', { supplier: company })
  const salesOrder = await pk('/api/order/so/', { customer: company })
  const returnOrder = await pk('/api/order/ro/', { customer: company })
  const transferOrder = await pk('/api/order/transfer-order/', { destination: bench })
  const build = await pk('/api/build/', { part: amplifier, quantity: 5 })
  const [buildLine] = column((await as('admin').get(`/api/build/line/?build=${build}`)).body, 'pk') as [number]
  const selection = await pk('/api/selection/', { name: 'Colours' })
  return {
    ...{ category, projectCode, store, bench, company, contact, address, board, amplifier, fuse, resistor, bomLine },
    ...{ manufacturerPart, supplierPart, item, spare, test, width, height },
    ...{ purchaseOrder, salesOrder, returnOrder, transferOrder, build, buildLine, selection }
  }
}

export type Inventory = Awaited<ReturnType<typeof inventory>>
