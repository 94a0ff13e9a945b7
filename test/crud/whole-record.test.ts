import t from 'tap'
import { lastingRules } from '#contract/read.ts'
import { build } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { addressOf, filled } from '../support/hostile.ts'

const edits = contract.operations
  .filter(({ method, path, body }) => method === 'patch' && /\{\w+\}\/$/.test(path) && body)
  .map((operation) => ({ operation, rules: lastingRules(contract, operation.body!) }))
  .filter(({ rules }) => rules.length > 0)

t.test('an edit of nothing names every relation that is allowed no more', async (t) => {
  const { as, db } = await filled(t)
  await db
    .updateTable('part')
    .set({ assembly: 0, component: 0, is_template: 0, purchaseable: 0, salable: 0, testable: 0 })
    .execute()
  await db.updateTable('part').set({ variant_of_id: 2 }).where('id', '=', 1).execute()
  await db.updateTable('company').set({ is_supplier: 0, is_manufacturer: 0, is_customer: 0 }).execute()
  await db.updateTable('build').set({ external: 0 }).execute()
  await db.updateTable('stock_item').set({ sales_order_id: 1, customer_id: 1, is_building: 0 }).execute()
  t.ok(edits.length > 12, 'there are such records')
  for (const { operation, rules } of edits) {
    const { status, body } = await as('admin').patch(addressOf(operation, ''), {})
    t.equal(status, 400, operation.id)
    for (const { field } of rules)
      t.match(body[field]?.[0], /^\w+ instance with id \d+ is not a valid choice\.$/, `${operation.id} names ${field}`)
  }
})

t.test('all relations of a record are looked at by one statement', async (t) => {
  const statements: string[] = []
  const { as, make } = await build(t, {}, (text) => {
    statements.push(text)
  })
  const part = (await make('/api/part/', { name: 'Frame', assembly: true })).pk
  const component = (await make('/api/part/', { name: 'Bolt' })).pk
  const line = await make('/api/bom/', { part, sub_part: component, quantity: 2 })
  const looks = async (body: object) => {
    statements.length = 0
    t.equal((await as('admin').patch(`/api/bom/${line.pk}/`, body)).status, 200)
    return statements.filter((text) => /^select exists/i.test(text)).length
  }
  t.equal(await looks({ note: 'both' }), 1)
  t.equal(await looks({ part, sub_part: component }), 0, 'what the body names was looked at when it was read')
})

t.test('fields that must be unique together come before values out of range, and alone', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const part = (await make('/api/part/', { name: 'Bolt', salable: true })).pk
  const [url, ten] = ['/api/part/sale-price/', { part, quantity: 10, price: -1 }]
  const price = { price: ['Ensure this value is greater than or equal to 0.'] }
  const twin = { non_field_errors: ['The fields part, quantity must make a unique set.'] }
  t.strictSame((await admin.post(url, ten)).body, price)
  const made = await make(url, { part, quantity: 10, price: 1 })
  const other = await make(url, { part, quantity: 1, price: 2 })
  t.strictSame((await admin.post(url, ten)).body, twin)
  t.strictSame((await admin.patch(`${url}${other.pk}/`, { quantity: 10, price: -1 })).body, twin)
  t.strictSame(
    (await admin.patch(`${url}${made.pk}/`, { quantity: 10, price: -1 })).body,
    price,
    'it is no twin of itself'
  )
  t.strictSame((await admin.post(url, { ...ten, price: 'x' })).body, { price: ['Must be a valid number'] })
  await admin.patch(`/api/part/${part}/`, { salable: false })
  t.strictSame((await admin.patch(`${url}${made.pk}/`, { price: -1 })).body, {
    part: [`Part instance with id ${part} is not a valid choice.`],
    ...price
  })
  t.match((await admin.get(url)).body, [{ price: 2 }, { price: 1 }], 'nothing was stored')
})

t.test('many edits at once hold every record to its rules, and change none where one is broken', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const frame = (await make('/api/part/', { name: 'Frame', assembly: true })).pk
  const parts = [(await make('/api/part/', { name: 'Bolt' })).pk, (await make('/api/part/', { name: 'Nut' })).pk]
  const lines: number[] = []
  for (const part of parts) lines.push((await make('/api/bom/', { part: frame, sub_part: part, quantity: 1 })).pk)
  await admin.patch(`/api/part/${parts[1]}/`, { component: false })
  t.match(await admin.patch('/api/bom/', { items: lines, note: 'x' }), {
    status: 400,
    body: { sub_part: [`Part instance with id ${parts[1]} is not a valid choice.`] }
  })
  t.match((await admin.get('/api/bom/')).body, [{ note: '' }, { note: '' }])
  await admin.patch(`/api/part/${parts[1]}/`, { component: true })
  t.equal((await admin.patch('/api/bom/', { items: lines, note: 'x' })).status, 200)
})
