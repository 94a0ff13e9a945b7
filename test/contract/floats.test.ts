import t from 'tap'
import { floatsOf, pointing } from '#contract/floats.ts'
import { loadContract, type Schema } from '#contract/document.ts'
import { storeRates } from '#modules/currency/index.ts'
import { build } from '../helper.ts'

const contract = loadContract()
const { as, make, db } = await build(t)
const admin = as('admin')
const textOf = async (url: string) => (await admin.get(url)).text

t.test('a float has a point, an integer none, wherever they stand in an answer', async (t) => {
  const { pk } = await make('/api/part/', { name: 'Bolt "in_stock":7', minimum_stock: 25, default_expiry: 3 })
  await make('/api/stock/', { part: pk, quantity: 1000 })
  const shown = /"default_expiry":3,.*"in_stock":1000\.0,/
  for (const url of [`/api/part/${pk}/`, '/api/part/', '/api/part/?limit=5', '/api/stock/?part_detail=true']) {
    const text = await textOf(url)
    t.match(text, url.includes('stock') ? /"quantity":1000\.0,/ : shown, url)
    t.match(text, '"name":"Bolt \\"in_stock\\":7"', 'what somebody wrote stays as it is')
  }
  t.match((await admin.patch(`/api/part/${pk}/`, { minimum_stock: -0 })).text, '"minimum_stock":0.0,')
  t.match((await admin.patch(`/api/part/${pk}/`, { minimum_stock: 2.5 })).text, '"minimum_stock":2.5,')
})

t.test('rates of exchange are floats under names of their own', async (t) => {
  await storeRates(db, 'USD', new Map([['EUR', 0.5]]))
  t.match(await textOf('/api/currency/exchange/'), /"exchange_rates":\{.*"USD":1\.0[,}]/)
})

t.test('metadata is written as it was sent', async (t) => {
  const { pk } = await make('/api/part/', { name: 'Nut' })
  await admin.patch(`/api/metadata/part/${pk}/`, { metadata: { quantity: 5, in_stock: 5 } })
  t.match(await textOf(`/api/metadata/part/${pk}/`), '{"quantity":5,"in_stock":5}')
})

t.test('numbers of every form', async (t) => {
  const schema: Schema = {
    properties: {
      a: { type: 'number' },
      ab: { type: ['number', 'null'] },
      n: { type: 'integer' },
      rates: { additionalProperties: { type: 'number' } },
      steps: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
      whole: { type: 'array', items: { type: 'integer' } }
    }
  }
  const point = pointing(contract, schema)!
  for (const [before, after] of [
    ['{"a":0,"ab":-12,"n":3}', '{"a":0.0,"ab":-12.0,"n":3}'],
    ['[{"a":1e+21},{"a":1.5},{"ab":null}]', '[{"a":1e+21},{"a":1.5},{"ab":null}]'],
    ['{"rates":{"USD":1,"EUR":-2,"GBP":0.5}}', '{"rates":{"USD":1.0,"EUR":-2.0,"GBP":0.5}}'],
    ['{"steps":[[1,0.5],[-10,20],[1e-7,3]],"whole":[1]}', '{"steps":[[1.0,0.5],[-10.0,20.0],[1e-7,3.0]],"whole":[1]}'],
    ['{"steps":[],"whole":[1,[2]]}', '{"steps":[],"whole":[1,[2]]}'],
    ['{"rates":{},"n":1}', '{"rates":{},"n":1}'],
    ['{"n":"\\"a\\":1,"}', '{"n":"\\"a\\":1,"}']
  ] as const)
    t.equal(point(before), after)
  t.equal(pointing(contract, { properties: { n: { type: 'integer' } } }), undefined)
})

/** Every field of an answer that may be a whole number, or anything. */
function* wholeNumbers(
  schema: Schema,
  lists: ReadonlySet<string>,
  name = '',
  seen = new Set<Schema>()
): Generator<string> {
  const { type, properties = {}, items, allOf = [], anyOf = [], oneOf = [], ...rest } = contract.resolve(schema)
  if ([type].flat().includes('integer')) yield name
  for (const one of [...allOf, ...anyOf, ...oneOf]) yield* wholeNumbers(one, lists, name, seen)
  if (seen.has(contract.resolve(schema))) return
  seen.add(contract.resolve(schema))
  for (const [field, property] of Object.entries(properties)) yield* wholeNumbers(property, lists, field, seen)
  if (items) {
    const inner = contract.resolve(items)
    t.ok(inner.type !== 'number' || lists.has(name), `${name}: floats in a list have no name to find them by`)
    yield* wholeNumbers(items, lists, inner.items ? name : '', seen)
  }
  if (typeof rest.additionalProperties === 'object') yield* wholeNumbers(rest.additionalProperties, lists, '', seen)
}

t.test('no name is that of a float here and of an integer there in one answer', async (t) => {
  let count = 0
  for (const { id, answer } of contract.operations) {
    if (!answer) continue
    const { fields, lists } = floatsOf(contract, answer)
    count += fields.size
    t.strictSame(
      [...wholeNumbers(answer, lists)].filter((name) => fields.has(name)),
      [],
      id
    )
  }
  t.ok(count > 1000, `${count} floats`)
})
