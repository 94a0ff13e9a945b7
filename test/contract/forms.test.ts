// What OPTIONS tells of a field is what the server does with it.
import t from 'tap'
import { contract } from '../support/contract.ts'
import { build } from '../helper.ts'

const { as, make } = await build(t)
const admin = as('admin')

/** Addresses of lists where records are created, with the least that creates one. */
const customer = await make('/api/company/', { name: 'Buyer', is_customer: true })
const company = await make('/api/company/', { name: 'Bolt Depot', is_supplier: true, is_manufacturer: true })
const part = await make('/api/part/', {
  name: 'Bolt',
  purchaseable: true,
  salable: true,
  component: true,
  testable: true
})
const assembly = await make('/api/part/', { name: 'Frame', assembly: true })
const other = await make('/api/part/', { name: 'Nut', component: true })
const template = await make('/api/parameter/template/', { name: 'Length' })
const category = await make('/api/part/category/', { name: 'Screws' })
const po = await make('/api/order/po/', { supplier: company.pk })
const so = await make('/api/order/so/', { customer: customer.pk })
const supplierPart = await make('/api/company/part/', { part: part.pk, supplier: company.pk, SKU: 'A' })
const stockItem = (await admin.get('/api/contenttype/model/stockitem/')).body
const list = await make('/api/selection/', { name: 'Colours' })

let count = 0
const word = () => `Word ${++count}`
const LEAST: Record<string, () => Record<string, unknown>> = {
  '/api/part/': () => ({ name: word() }),
  '/api/part/category/': () => ({ name: word() }),
  '/api/part/category/parameters/': () => ({ category: category.pk, template: template.pk }),
  '/api/part/test-template/': () => ({ part: part.pk, test_name: word(), description: 'x' }),
  '/api/part/internal-price/': () => ({ part: part.pk, quantity: ++count, price: 1 }),
  '/api/part/sale-price/': () => ({ part: part.pk, quantity: ++count, price: 1 }),
  '/api/bom/': () => ({ part: assembly.pk, sub_part: other.pk }),
  '/api/stock/location/': () => ({ name: word() }),
  '/api/stock/location-type/': () => ({ name: word() }),
  '/api/company/': () => ({ name: word() }),
  '/api/company/address/': () => ({ company: company.pk, title: word() }),
  '/api/company/contact/': () => ({ company: company.pk, name: word() }),
  '/api/company/part/': () => ({ part: part.pk, supplier: company.pk, SKU: word() }),
  '/api/company/part/manufacturer/': () => ({ part: part.pk, manufacturer: company.pk, MPN: word() }),
  '/api/company/price-break/': () => ({ part: supplierPart.pk, quantity: ++count, price: 1 }),
  '/api/order/po/': () => ({ supplier: company.pk }),
  '/api/order/so/': () => ({ customer: customer.pk }),
  '/api/order/ro/': () => ({ customer: customer.pk }),
  '/api/order/transfer-order/': () => ({}),
  '/api/order/po-line/': () => ({ order: po.pk, part: supplierPart.pk, quantity: 1 }),
  '/api/order/so-line/': () => ({ order: so.pk, part: part.pk, quantity: 1 }),
  '/api/order/so-extra-line/': () => ({ order: so.pk, quantity: 1 }),
  '/api/order/so/shipment/': () => ({ order: so.pk, reference: word() }),
  '/api/build/': () => ({ part: assembly.pk, quantity: 1 }),
  '/api/parameter/template/': () => ({ name: word() }),
  '/api/parameter/': () => ({ template: template.pk, model_type: 'part.part', model_id: part.pk, data: '1' }),
  '/api/project-code/': () => ({ code: word() }),
  '/api/selection/': () => ({ name: word() }),
  [`/api/selection/${list.pk}/entry/`]: () => ({ value: word(), label: word() }),
  '/api/units/': () => ({ name: `unit${++count}`, definition: '3 meter' }),
  '/api/user/group/': () => ({ name: word() }),
  '/api/generic/status/custom/': () => ({
    key: 200 + ++count,
    name: `STATE_${count}`,
    label: 'x',
    logical_key: 10,
    reference_status: 'StockStatus',
    model: stockItem.pk
  })
}

/** Defaults of the field alone, where the record makes another value of it. */
const OTHERWISE: Record<string, string> = {
  '/api/company/address/ primary': 'the only address of a company is its first',
  '/api/parameter/template/ model_type': 'an empty choice is none: null'
}

const fieldsOf = async (url: string) => (await admin.options(url)).body.actions.POST as Record<string, any>
const sent = (fields: Record<string, any>) => Object.entries(fields).filter(([, field]) => !field.read_only)

t.test('a default that is told is what is stored where nothing is sent', async (t) => {
  for (const [url, body] of Object.entries(LEAST)) {
    const fields = await fieldsOf(url)
    const { status, body: made } = await admin.post(url, body())
    if (!t.equal(status, 201, `${url} ${JSON.stringify(made)}`)) continue
    for (const [name, field] of sent(fields)) {
      if (!('default' in field) || !Object.hasOwn(made, name) || name in body()) continue
      if (`${url} ${name}` in OTHERWISE) continue
      t.strictSame(made[name], field.default, `${url} ${name}`)
    }
  }
})

t.test('a field that is told to be required is refused when it is missing, unless a default is told', async (t) => {
  for (const [url, body] of Object.entries(LEAST)) {
    for (const [name, field] of sent(await fieldsOf(url))) {
      if (!field.required || 'default' in field) continue
      const { [name]: _, ...less } = body()
      const answer = await admin.post(url, less)
      t.equal(answer.status, 400, `${url} without ${name}`)
      t.ok(Object.hasOwn(answer.body, name), `${url} names ${name}`)
    }
  }
})

t.test('a length that is told is the limit; a choice that is told is taken, another is refused', async (t) => {
  for (const [url, body] of Object.entries(LEAST)) {
    for (const [name, field] of sent(await fieldsOf(url))) {
      if (field.type === 'string' && field.max_length !== undefined) {
        const answer = await admin.post(url, { ...body(), [name]: 'x'.repeat(field.max_length + 1) })
        t.equal(answer.status, 400, `${url} ${name} too long`)
        t.ok(Object.hasOwn(answer.body, name), `${url} names ${name}`)
      }
      if (field.type === 'choice') {
        t.ok(field.choices.length > 0, `${url} ${name} has choices`)
        const answer = await admin.post(url, { ...body(), [name]: 'no such choice' })
        t.equal(answer.status, 400, `${url} ${name} none of the choices`)
      }
    }
  }
})

t.test('every x-choices and x-default of the contract is known, and every x-sent-as names a schema', (t) => {
  const text = JSON.stringify(contract.document)
  for (const [, name] of text.matchAll(/"x-(?:sent-as|fields-of)":"([^"]+)"/g))
    t.ok(contract.document.components.schemas[name!], name!)
  t.end()
})
