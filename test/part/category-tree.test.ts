import t from 'tap'
import { build, column } from '../helper.ts'

const LIST = '/api/part/category/'
const FATE = { delete_child_categories: false, delete_parts: false }

/** A{B{C{D}}, E}, with a part in each of B, C and D. */
async function furnished(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const pks: Record<string, number> = {}
  for (const [name, parent] of [['A'], ['B', 'A'], ['C', 'B'], ['D', 'C'], ['E', 'A']] as const)
    pks[name] = (await house.make(LIST, { name, parent: parent ? pks[parent] : null })).pk
  for (const name of ['B', 'C', 'D']) await house.make('/api/part/', { name: `part of ${name}`, category: pks[name] })
  const admin = house.as('admin')
  const paths = async () => column((await admin.get(LIST)).body, 'pathstring')
  const parts = async () =>
    Object.fromEntries(
      (await admin.get('/api/part/')).body.map((part: any) => [part.name.slice(-1), part.category_name ?? null])
    )
  return {
    ...house,
    admin,
    pks,
    paths,
    parts,
    remove: (name: string, fate: object) => admin.delete(`${LIST}${pks[name]}/`, fate)
  }
}

t.test('DELETE without saying what becomes of the content → 400', async (t) => {
  const { remove, paths } = await furnished(t)
  for (const fate of [undefined, {}]) {
    const { status, body } = await remove('B', fate as object)
    t.equal(status, 400)
    t.strictSame(body, {
      delete_child_categories: ['This field is required.'],
      delete_parts: ['This field is required.']
    })
  }
  t.equal((await paths()).length, 5)
})

t.test('DELETE that keeps all → parts and categories move up', async (t) => {
  const { remove, paths, parts } = await furnished(t)
  t.equal((await remove('B', FATE)).status, 204)
  t.strictSame(await paths(), ['A', 'A/C', 'A/C/D', 'A/E'])
  t.strictSame(await parts(), { B: 'A', C: 'C', D: 'D' })
})

t.test('DELETE with its parts → categories move up, their parts stay', async (t) => {
  const { remove, paths, parts } = await furnished(t)
  await remove('B', { ...FATE, delete_parts: true })
  t.strictSame(await paths(), ['A', 'A/C', 'A/C/D', 'A/E'])
  t.strictSame(await parts(), { C: 'C', D: 'D' })
})

t.test('DELETE with all below → their parts move up', async (t) => {
  const { remove, paths, parts } = await furnished(t)
  await remove('B', { ...FATE, delete_child_categories: true })
  t.strictSame(await paths(), ['A', 'A/E'])
  t.strictSame(await parts(), { B: 'A', C: 'A', D: 'A' })
})

t.test('DELETE with everything → nothing of it is left, locked and active parts included', async (t) => {
  const { admin, remove, paths, parts, db } = await furnished(t)
  const locked = (await admin.get('/api/part/?search=D')).body[0].pk
  await admin.patch(`/api/part/${locked}/`, { locked: true, starred: true, tags: ['x'] })
  await remove('B', { delete_child_categories: true, delete_parts: true })
  t.strictSame(await paths(), ['A', 'A/E'])
  t.strictSame(await parts(), {})
  t.strictSame(
    [await db.selectFrom('part_star').selectAll().execute(), await db.selectFrom('tagged_item').selectAll().execute()],
    [[], []],
    'neither stars nor tags'
  )
})

t.test('DELETE at the top → what was below is at the top, or without category', async (t) => {
  const { remove, paths, parts, pks, make } = await furnished(t)
  await make('/api/part/', { name: 'part of A', category: pks.A })
  await remove('A', FATE)
  t.strictSame(await paths(), ['B', 'B/C', 'B/C/D', 'E'])
  t.strictSame(await parts(), { A: null, B: 'B', C: 'C', D: 'D' })
})

t.test('DELETE takes a form as well', async (t) => {
  const { admin, pks, paths } = await furnished(t)
  const { status } = await admin.delete(`${LIST}${pks.E}/`, 'delete_parts=false&delete_child_categories=0', {
    'content-type': 'application/x-www-form-urlencoded'
  })
  t.equal(status, 204)
  t.strictSame(await paths(), ['A', 'A/B', 'A/B/C', 'A/B/C/D'])
})

t.test('the tree address shows nodes by level, with what lies below', async (t) => {
  const { admin, pks } = await furnished(t)
  const { body } = await admin.get(`${LIST}tree/`)
  t.strictSame(column(body, 'name'), ['A', 'B', 'E', 'C', 'D'])
  t.match(body[0], { pk: pks.A, parent: null, level: 0, subcategories: 4, structural: false, icon: '' })
  t.strictSame(column((await admin.get(`${LIST}tree/?ordering=-name`)).body, 'name'), ['E', 'D', 'C', 'B', 'A'])
  t.strictSame(column((await admin.get(`${LIST}tree/?max_level=1`)).body, 'name'), ['A', 'B', 'E'])
  t.strictSame(column((await admin.get(`${LIST}tree/?level=2`)).body, 'name'), ['C'])
  t.strictSame(column((await admin.get(`${LIST}tree/?parent=${pks.A}`)).body, 'name'), ['B', 'E'])
  t.match((await admin.get(`${LIST}tree/?limit=2&offset=1`)).body, {
    count: 5,
    results: [{ name: 'B' }, { name: 'E' }]
  })
})

t.test('a search in the tree shows the way to what it finds', async (t) => {
  const { admin } = await furnished(t)
  t.strictSame(column((await admin.get(`${LIST}tree/?search=D`)).body, 'name'), ['A', 'B', 'C', 'D'])
  t.strictSame((await admin.get(`${LIST}tree/?search=nothing`)).body, [])
})

t.test('expand_to shows the way to a node and those beside it', async (t) => {
  const { admin, pks } = await furnished(t)
  const names = async (query: string) => column((await admin.get(`${LIST}tree/?${query}`)).body, 'name').sort()
  t.strictSame(await names(`max_level=0&expand_to=${pks.B}`), ['A', 'B', 'E'])
  t.strictSame(await names(`max_level=0&expand_to=${pks.D}`), ['A', 'B', 'C', 'D'])
  t.strictSame(await names('max_level=0&expand_to=424242'), ['A'], 'an unknown one')
  t.strictSame(await names('max_level=0&expand_to=first'), ['A'])
})

t.test('the bulk change of categories: all or none', async (t) => {
  const { admin, pks, paths } = await furnished(t)
  const { status, body } = await admin.patch(LIST, { items: [pks.E, pks.C], parent: null, description: 'moved' })
  t.equal(status, 200)
  t.equal(body.success, 'Updated multiple items')
  t.strictSame(column(body.items, 'pk'), [pks.C, pks.E])
  t.strictSame(await paths(), ['A', 'A/B', 'C', 'C/D', 'E'])
  t.strictSame((await admin.patch(LIST, { items: [pks.B, pks.E], name: 'same', parent: pks.A })).body, {
    non_field_errors: ['Duplicate names cannot exist under the same parent']
  })
  t.strictSame((await admin.patch(LIST, { items: [pks.E, pks.C], parent: pks.D })).body, { parent: ['Invalid choice'] })
  t.strictSame(await paths(), ['A', 'A/B', 'C', 'C/D', 'E'], 'nothing was stored')
})

t.test('a tree that many hands build at once is still a tree', async (t) => {
  const { admin, db, pks } = await furnished(t)
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => admin.post(LIST, { name: `N${n}`, parent: n % 2 ? pks.A : pks.E }))
  )
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => admin.patch(`${LIST}${pks.C}/`, { parent: n % 2 ? pks.A : pks.E }))
  )
  const nodes = await db
    .selectFrom('part_category')
    .select(['lft', 'rght', 'tree_id', 'level'])
    .orderBy('tree_id')
    .orderBy('lft')
    .execute()
  t.equal(nodes.length, 25)
  t.strictSame(
    nodes.flatMap(({ lft, rght }) => [lft, rght]).sort((a, b) => a - b),
    Array.from({ length: 50 }, (_, n) => n + 1),
    'every number once'
  )
})
