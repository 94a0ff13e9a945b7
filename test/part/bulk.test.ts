import t from 'tap'
import { build, column } from '../helper.ts'

const PARTS = '/api/part/'
const plain = (message: string) => ({ non_field_errors: message })

/** Three parts and a shortcut to what is stored of them. */
async function furnished(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const admin = house.as('admin')
  const pks: number[] = []
  for (const name of ['A', 'B', 'C']) pks.push((await house.make(PARTS, { name, IPN: `I-${name}` })).pk)
  const stored = async (field: string) => column((await admin.get(PARTS)).body, field)
  return { ...house, admin, pks, stored }
}

t.test('items are changed alike → 200 with all of them, by pk', async (t) => {
  const { admin, pks, stored, make } = await furnished(t)
  const category = (await make('/api/part/category/', { name: 'Bin' })).pk
  for (const method of ['patch', 'put'] as const) {
    const { status, body } = await admin[method](PARTS, {
      items: [pks[2], pks[0], 424242, pks[0]],
      category,
      keywords: method
    })
    t.equal(status, 200, method)
    t.equal(body.success, 'Updated multiple items')
    t.strictSame(column(body.items, 'pk'), [pks[0], pks[2]], 'unknown ones are passed over')
    t.match(body.items[0], { keywords: method, category, category_detail: { pk: category }, tags: [], IPN: 'I-A' })
    t.strictSame(await stored('keywords'), [method, null, method])
  }
})

t.test('?all=true → every record, whatever the filters', async (t) => {
  const { admin, stored } = await furnished(t)
  t.equal((await admin.patch(`${PARTS}?all=true&search=A`, { keywords: 'x' })).body.items.length, 3)
  t.strictSame(await stored('keywords'), ['x', 'x', 'x'])
})

t.test('a wrong selection → 400 in one sentence', async (t) => {
  const { admin, pks, stored } = await furnished(t)
  for (const [query, body, message] of [
    ['', { keywords: 'x' }, 'List of items must be provided for bulk operation'],
    ['', { items: [], keywords: 'x' }, 'List of items must be provided for bulk operation'],
    ['', { items: 'A', keywords: 'x' }, 'Items must be provided as a list'],
    ['', { items: [pks[0], 'B'], keywords: 'x' }, 'Invalid items list provided'],
    ['', { items: [true], keywords: 'x' }, 'Invalid items list provided'],
    ['?all=false', { keywords: 'x' }, 'All filter must only be used with true'],
    ['', { items: [424242], keywords: 'x' }, 'No items match the provided criteria']
  ] as const) {
    const { status, body: answer } = await admin.patch(`${PARTS}${query}`, body)
    t.equal(status, 400, message)
    t.strictSame(answer, plain(message))
  }
  t.strictSame(await stored('keywords'), [null, null, null])
})

t.test('one record that refuses → 400, and none is changed', async (t) => {
  const { admin, pks, stored, make } = await furnished(t)
  const shut = (await make('/api/part/category/', { name: 'Shut', structural: true })).pk
  t.strictSame((await admin.patch(PARTS, { items: pks, keywords: 'x', category: shut })).body, {
    category: ['Parts cannot be assigned to structural part categories!']
  })
  t.strictSame((await admin.patch(PARTS, { items: pks, keywords: 'x', IPN: 'same', name: 'same' })).body, {
    non_field_errors: ['The fields name, IPN, revision must make a unique set.']
  })
  t.strictSame((await admin.patch(PARTS, { items: pks, keywords: 'x', active: 'maybe' })).body, {
    active: ['Must be a valid boolean.']
  })
  t.strictSame(await stored('keywords'), [null, null, null])
  t.strictSame(await stored('name'), ['A', 'B', 'C'])
})

t.test('stars are passed over, text is not cleaned', async (t) => {
  const { admin, pks, stored } = await furnished(t)
  t.equal((await admin.patch(PARTS, { items: pks, starred: true, description: 'a <b>bold</b> one' })).status, 200)
  t.strictSame(await stored('starred'), [false, false, false])
  t.strictSame(await stored('description'), ['a <b>bold</b> one', 'a <b>bold</b> one', 'a <b>bold</b> one'])
})

t.test('the tags of all are replaced', async (t) => {
  const { admin, pks } = await furnished(t)
  const { body } = await admin.patch(PARTS, { items: pks, tags: ['one'] })
  t.strictSame(column(body.items, 'tags'), [['one'], ['one'], ['one']])
})

t.test('changing many takes the change verb', async (t) => {
  const { as, pks, makeUser } = await furnished(t)
  await makeUser({ name: 'adder', roles: { part: ['view', 'add'] } })
  t.equal((await as('adder').patch(PARTS, { items: pks, keywords: 'x' })).status, 403)
})

t.test('DELETE of the list → 405', async (t) => {
  const { admin, pks, stored } = await furnished(t)
  t.equal((await admin.delete(PARTS, { items: pks })).status, 405)
  t.equal((await stored('pk')).length, 3)
})

t.test('changes that come at once all count', async (t) => {
  const { admin, stored } = await furnished(t)
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => admin.post(PARTS, { name: `N${n}` })))
  t.ok(answers.every(({ status }) => status === 201))
  t.equal(
    new Set(
      column(
        answers.map(({ body }) => body),
        'pk'
      )
    ).size,
    20
  )
  const twins = await Promise.all(Array.from({ length: 5 }, () => admin.post(PARTS, { name: 'Twin' })))
  t.strictSame(twins.map(({ status }) => status).sort(), [201, 400, 400, 400, 400], 'of twins one')
  t.equal((await stored('name')).length, 24)
})
