import t from 'tap'
import { sql } from 'kysely'
import type { Schema } from '#contract/document.ts'
import { oneRecord } from '#contract/read.ts'
import { build } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { multipart } from '../support/multipart.ts'

const { as, by, db, make } = await build(t)
const admin = as('admin')
const JSON_TYPE = { 'content-type': 'application/json' }
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const EXAMPLES: Record<string, string> = {
  id: '424242',
  entrypk: '424242',
  model: 'projectcode',
  lookup_field: 'pk',
  lookup_value: '1',
  key: 'NO_SUCH_KEY'
}
const MEGABYTE = 1024 * 1024

/** The operations whose body has fields of which something is true, with the names of these fields. */
const withFields = (is: (field: Schema) => boolean) =>
  contract.operations
    .filter(({ body }) => body)
    .map((operation) => {
      const fields = Object.entries(oneRecord(contract, operation.body!).properties ?? {}).map(
        ([name, field]) => [name, contract.resolve(field)] as const
      )
      return {
        ...operation,
        url: operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name]!),
        fields: fields.filter(([, field]) => is(field))
      }
    })
    .filter(({ fields }) => fields.length > 0)

t.test('a body of strangers that is long → 401, unread', async (t) => {
  const broken = `{"name": "${'x'.repeat(5000)}`
  for (const client of [as(null), by({ authorization: 'Token nothing' })])
    t.equal((await client.post('/api/part/', broken, JSON_TYPE)).status, 401)
  t.equal((await as(null).post('/api/nowhere/', broken, JSON_TYPE)).status, 401, 'an address that is not there')
  t.equal((await as(null).post('/nowhere/', broken, JSON_TYPE)).status, 404, 'nor below /api/')
  t.equal((await admin.post('/api/part/', broken, JSON_TYPE)).status, 400, 'those of users are read')
})

t.test('a body beyond the limit → 413, of whatever kind', async (t) => {
  const long = 'x'.repeat(MEGABYTE)
  t.equal((await admin.post('/api/part/', JSON.stringify({ name: long }), JSON_TYPE)).status, 413)
  t.equal((await admin.post('/api/part/', `name=${long}`, FORM)).status, 413)
  t.equal(
    (await admin.post('/api/part/', ...multipart({ name: long.slice(2), description: 'relay' }))).status,
    413,
    'fields of a form with files, all together'
  )
  t.equal(
    (await as(null).post('/api/auth/v1/auth/login', JSON.stringify({ username: 'x'.repeat(20_000) }), JSON_TYPE))
      .status,
    413,
    'signing in'
  )
  const items = `{"items": [${'  '.repeat(MEGABYTE)}]}`
  const order = await make('/api/order/po/', {
    supplier: (await make('/api/company/', { name: 'Screws', is_supplier: true })).pk
  })
  t.equal(
    (await admin.post(`/api/order/po/${order.pk}/receive/`, items, JSON_TYPE)).status,
    400,
    'some operations take more'
  )
})

t.test('too many values, or fields → 400 before anything else', async (t) => {
  const many = `{"metadata": [${'1,'.repeat(50_000)}1]}`
  t.match((await admin.put('/api/metadata/part/1/', many, JSON_TYPE)).body, {
    detail: 'JSON parse error - More than 50000 values'
  })
  t.match((await admin.put('/api/metadata/part/1/', '[1,'.repeat(60_000), JSON_TYPE)).body, {
    detail: 'JSON parse error - Value is nested too deeply'
  })
  const fields = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`field${n}`, n]))
  t.strictSame((await admin.post('/api/part/', fields)).body, {
    non_field_errors: ['Ensure this object has no more than 1000 fields.']
  })
})

t.test('a list with more elements than the contract says → 400, in every operation', async (t) => {
  // Signing in has refusals of its own: test/auth/area.test.ts.
  const lists = withFields(({ maxItems }) => maxItems !== undefined).filter(({ id }) => !id.startsWith('allauth_'))
  t.ok(lists.length > 60, `${lists.length} operations`)
  for (const { id, method, url, fields } of lists) {
    for (const [name, { maxItems }] of fields) {
      const { status, body } = await admin[method as 'post'](url, { [name]: Array(maxItems! + 1).fill(1) })
      t.equal(status, 400, `${id} ${name}`)
      t.strictSame(body[name], [`Ensure this field has no more than ${maxItems} elements.`])
    }
  }
})

t.test('more records in a body than the contract says → 400', async (t) => {
  for (const url of ['/api/parameter/', '/api/stock/test/']) {
    const { status, body } = await admin.post(url, Array(1001).fill({}))
    t.equal(status, 400, url)
    t.strictSame(body, { non_field_errors: ['Ensure this field has no more than 1000 elements.'] })
  }
})

t.test('a text far longer than the contract says → 400, before it is looked at, in every operation', async (t) => {
  const texts = withFields(({ maxLength }) => maxLength !== undefined)
  t.ok(texts.length > 120, `${texts.length} operations`)
  for (const { id, method, url, fields } of texts.filter(({ open }) => !open)) {
    const [name, { maxLength }] = fields[0]!
    const { status, body } = await admin[method as 'post'](url, { [name]: '<b>'.repeat(maxLength! + 1000) })
    t.equal(status, 400, `${id} ${name}`)
    t.strictSame(body[name], [`Ensure this field has no more than ${maxLength} characters.`])
  }
})

t.test('tags: too many, or too long → 400, as a list and as a text', async (t) => {
  const many = Array.from({ length: 101 }, (_, n) => `tag${n}`)
  const before = await db.selectFrom('part').select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  for (const tags of [many, ['x'.repeat(101)]]) {
    t.match((await admin.post('/api/part/', { name: 'Relay', tags })).body, { tags: [/no more than 100/] })
    t.match(
      (await admin.post('/api/part/', `name=Relay&tags=${encodeURIComponent(JSON.stringify(tags))}`, FORM)).body,
      { tags: [/no more than 100/] }
    )
  }
  t.strictSame(
    await db.selectFrom('part').select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow(),
    before,
    'nothing was made'
  )
  t.equal((await admin.post('/api/part/', { name: 'Relay', tags: many.slice(1) })).status, 201)
})
