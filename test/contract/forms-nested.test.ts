// Forms within forms: what is made beside a new record, and what is copied with one.
import t, { type Test } from 'tap'
import { build } from '../helper.ts'
import { formSteps } from './forms-alone.steps.ts'

const house = await build(t)
const { world, ask, act } = await formSteps(house)
const { board, amplifier, company, store, width, height } = world
const read = async (url: string) => (await ask('GET', url)).body

async function made(t: Test, list: string, given: object): Promise<number> {
  const { status, body, text } = await act(list, given)
  t.equal(status, 201, text)
  return body.pk
}

/** What somebody knows of a record and of its copy: all that the form of a new one can hold. */
const copyOf = async (t: Test, list: string, original: number, more: object) =>
  await made(t, list, { ...(await read(`${list}${original}/`)), ...more })

t.test('a part is made with stock and a supplier', async (t) => {
  const pk = await made(t, '/api/part/', {
    initial_stock: { quantity: 7, location: store },
    initial_supplier: { supplier: company, sku: 'S-1', manufacturer: company, mpn: 'M-1' }
  })
  t.match(await read(`/api/stock/?part=${pk}`), [{ quantity: 7, location: store }])
  t.match(await read(`/api/company/part/?part=${pk}`), [{ supplier: company, SKU: 'S-1', MPN: 'M-1' }])
})

t.test('a copy of a part has what its form says: its bill, its tests, its parameters, its notes', async (t) => {
  await house.make('/api/parameter/', { template: width, model_type: 'part.part', model_id: amplifier, data: '4' })
  await house.as('admin').patch(`/api/part/${amplifier}/`, { notes: 'Keep dry' })
  const own = { name: 'Amplifier II', notes: undefined }
  const all = await copyOf(t, '/api/part/', amplifier, { ...own, duplicate: { original: amplifier, copy_bom: true } })
  t.match(await read(`/api/bom/?part=${all}`), [{ sub_part: board, quantity: 2 }])
  t.match(await read(`/api/parameter/?model_type=part&model_id=${all}`), [{ template: width, data: '4' }])
  t.match(await read(`/api/part/${all}/`), { notes: 'Keep dry', active: true, assembly: true, component: false })
  const bare = await copyOf(t, '/api/part/', amplifier, {
    name: 'Amplifier III',
    notes: undefined,
    duplicate: { original: amplifier, copy_parameters: false, copy_notes: false }
  })
  t.strictSame(await read(`/api/bom/?part=${bare}`), [])
  t.strictSame(await read(`/api/parameter/?model_type=part&model_id=${bare}`), [])
  t.match(await read(`/api/part/${bare}/`), { notes: null })
})

const ORDERS = [
  { kind: 'po', model: 'purchaseorder', lines: 'po-line', flag: 'copy_lines', line: { part: world.supplierPart } },
  { kind: 'so', model: 'salesorder', lines: 'so-line', flag: 'copy_lines', line: { part: board } },
  { kind: 'ro', model: 'returnorder', lines: 'ro-extra-line', flag: 'copy_extra_lines', line: { reference: 'Box' } },
  {
    kind: 'transfer-order',
    model: 'transferorder',
    lines: 'transfer-order-line',
    flag: 'copy_lines',
    line: { part: board }
  }
]

for (const { kind, model, lines, flag, line } of ORDERS)
  t.test(`a copy of an order has its lines and parameters, and a reference of its own: ${kind}`, async (t) => {
    const list = `/api/order/${kind}/`
    const linesOf = (order: number) => read(`/api/order/${lines}/?order=${order}`)
    const order = await made(t, list, {})
    await house.make(`/api/order/${lines}/`, { ...line, order, quantity: 3 })
    await house.make('/api/parameter/', { template: height, model_type: model, model_id: order, data: '9' })
    const duplicate = { original: order }
    const copy = await copyOf(t, list, order, { reference: undefined, duplicate })
    t.match(await linesOf(copy), [{ ...line, quantity: 3 }])
    t.match(await read(`/api/parameter/?model_type=${model}&model_id=${copy}`), [{ data: '9' }])
    const [first, second] = [await read(`${list}${order}/`), await read(`${list}${copy}/`)]
    t.not(first.reference, second.reference)
    const bare = await copyOf(t, list, order, { reference: undefined, duplicate: { ...duplicate, [flag]: false } })
    t.strictSame(await linesOf(bare), [])
  })

for (const [list, model, original, own] of [
  ['/api/build/', 'build', world.build, { reference: undefined }],
  ['/api/company/', 'company', company, { name: 'Boards and less' }],
  ['/api/company/part/', 'supplierpart', world.supplierPart, { SKU: 'B-2' }],
  ['/api/company/part/manufacturer/', 'manufacturerpart', world.manufacturerPart, { MPN: 'B-2' }]
] as const)
  t.test(`a copy has the parameters of its original: ${list}`, async (t) => {
    await house.make('/api/parameter/', { template: height, model_type: model, model_id: original, data: '9' })
    const copy = await copyOf(t, list, original, { ...own, duplicate: { original } })
    t.match(await read(`/api/parameter/?model_type=${model}&model_id=${copy}`), [{ template: height, data: '9' }])
  })
