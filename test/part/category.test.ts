import t from 'tap'
import { build, column, type House } from '../helper.ts'

const LIST = '/api/part/category/'

/** Electronics{Capacitors, IC{MCU, Transceivers}, Resistors} and Mechanical{Fasteners}, created in another order. */
async function furnished(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const pks: Record<string, number> = {}
  for (const [name, parent] of [
    ['Mechanical'],
    ['Electronics'],
    ['Resistors', 'Electronics'],
    ['IC', 'Electronics'],
    ['Transceivers', 'IC'],
    ['MCU', 'IC'],
    ['Capacitors', 'Electronics'],
    ['Fasteners', 'Mechanical']
  ] as const) {
    pks[name] = (await house.make(LIST, { name, parent: parent ? pks[parent] : null })).pk
  }
  return { ...house, admin: house.as('admin'), pks, url: (name: string) => `${LIST}${pks[name]}/` }
}

/** The whole tree as a list: every name with its level and path. */
const outline = async ({ as }: Pick<House, 'as'>) =>
  (await as('admin').get(LIST)).body.map((one: any) => `${one.level} ${one.pathstring}`)

t.test('the list is the walk through the tree, siblings by name', async (t) => {
  const house = await furnished(t)
  t.strictSame(await outline(house), [
    '0 Electronics',
    '1 Electronics/Capacitors',
    '1 Electronics/IC',
    '2 Electronics/IC/MCU',
    '2 Electronics/IC/Transceivers',
    '1 Electronics/Resistors',
    '0 Mechanical',
    '1 Mechanical/Fasteners'
  ])
})

t.test('a new category answers without counters; read again it has them', async (t) => {
  const { make, admin } = await build(t).then((house) => ({ ...house, admin: house.as('admin') }))
  const made = await make(LIST, { name: ' Relays ', description: 'of all kinds', default_keywords: 'coil' })
  t.match(made, {
    name: 'Relays',
    description: 'of all kinds',
    level: 0,
    parent: null,
    part_count: null,
    subcategories: null,
    parent_default_location: null,
    pathstring: 'Relays',
    starred: false,
    structural: false,
    icon: '',
    parameters: [],
    path: [{ pk: made.pk, name: 'Relays' }]
  })
  const read = (await admin.get(`${LIST}${made.pk}/`)).body
  t.match(read, { part_count: 0, subcategories: 0, parent_default_location: null })
  t.notOk('path' in read || 'parameters' in read, 'details only on request')
  t.strictSame((await admin.get(`${LIST}${made.pk}/?path_detail=true&parameters=1`)).body.path, [
    { pk: made.pk, name: 'Relays' }
  ])
})

t.test('counters count everything below', async (t) => {
  const { admin, make, url, pks } = await furnished(t)
  for (const [name, category] of [
    ['NE555', 'IC'],
    ['STM32', 'MCU'],
    ['10k', 'Resistors']
  ] as const)
    await make('/api/part/', { name, category: pks[category] })
  const counts = async (name: string) => {
    const { part_count, subcategories } = (await admin.get(url(name))).body
    return [part_count, subcategories]
  }
  t.strictSame(await counts('Electronics'), [3, 5])
  t.strictSame(await counts('IC'), [2, 2])
  t.strictSame(await counts('MCU'), [1, 0])
  t.strictSame(await counts('Mechanical'), [0, 1])
})

t.test('renaming renames the paths below and sorts anew', async (t) => {
  const house = await furnished(t)
  t.match((await house.admin.patch(house.url('Electronics'), { name: 'Zap' })).body, { pathstring: 'Zap' })
  t.strictSame(await outline(house), [
    '0 Mechanical',
    '1 Mechanical/Fasteners',
    '0 Zap',
    '1 Zap/Capacitors',
    '1 Zap/IC',
    '2 Zap/IC/MCU',
    '2 Zap/IC/Transceivers',
    '1 Zap/Resistors'
  ])
})

t.test('moving takes everything below along', async (t) => {
  const house = await furnished(t)
  t.match((await house.admin.patch(house.url('IC'), { parent: house.pks.Mechanical })).body, {
    level: 1,
    pathstring: 'Mechanical/IC'
  })
  t.strictSame((await outline(house)).slice(3), [
    '0 Mechanical',
    '1 Mechanical/Fasteners',
    '1 Mechanical/IC',
    '2 Mechanical/IC/MCU',
    '2 Mechanical/IC/Transceivers'
  ])
  t.equal((await house.admin.get(house.url('Mechanical'))).body.subcategories, 4)
  await house.admin.patch(house.url('IC'), { parent: null })
  t.strictSame((await outline(house)).slice(3, 6), ['0 IC', '1 IC/MCU', '1 IC/Transceivers'], 'to the top')
})

t.test('a category cannot lie in itself → 400', async (t) => {
  const house = await furnished(t)
  const before = await outline(house)
  for (const parent of ['Electronics', 'IC', 'MCU']) {
    const { status, body } = await house.admin.patch(house.url('Electronics'), { parent: house.pks[parent] })
    t.equal(status, 400, parent)
    t.strictSame(body, { parent: ['Invalid choice'] })
  }
  t.strictSame(await outline(house), before)
})

t.test('siblings need different names → 400, at the top too', async (t) => {
  const { admin, url, pks } = await furnished(t)
  const TWINS = { non_field_errors: ['Duplicate names cannot exist under the same parent'] }
  t.strictSame((await admin.post(LIST, { name: 'IC', parent: pks.Electronics })).body, TWINS)
  t.strictSame((await admin.post(LIST, { name: 'Electronics' })).body, TWINS)
  t.strictSame((await admin.patch(url('IC'), { name: 'Resistors' })).body, TWINS)
  t.equal((await admin.post(LIST, { name: 'IC', parent: pks.Mechanical })).status, 201, 'elsewhere')
  t.equal((await admin.post(LIST, { name: 'ic', parent: pks.Electronics })).status, 201, 'letter case counts')
  t.strictSame((await admin.patch(url('IC'), { parent: pks.Mechanical })).body, TWINS, 'after a move')
})

t.test('a long path is shortened in the middle', async (t) => {
  const { make } = await build(t)
  let parent: number | null = null
  const names = ['a', 'b', 'c'].map((letter) => letter.repeat(100))
  let last
  for (const name of names) parent = (last = await make(LIST, { name, parent })).pk
  t.equal(last.pathstring.length, 249)
  t.equal(last.pathstring, names.join('/').slice(0, 123) + '...' + names.join('/').slice(-123))
})

t.test('parent and cascade choose how deep', async (t) => {
  const { admin, pks } = await furnished(t)
  const count = async (query: string) => (await admin.get(`${LIST}?${query}`)).body.length
  const parent = `parent=${pks.Electronics}`
  for (const [query, expected] of [
    ['', 8],
    [parent, 3],
    [`${parent}&cascade=true`, 5],
    [`${parent}&cascade=false`, 3],
    ['cascade=true&depth=0', 2],
    ['cascade=false&depth=10', 2],
    [`${parent}&cascade=true&depth=0`, 0],
    [`${parent}&cascade=true&depth=1`, 3],
    [`${parent}&cascade=true&depth=2`, 5],
    ['cascade=false', 2],
    ['top_level=true', 2],
    ['top_level=true&cascade=true', 8],
    ['top_level=false', 8],
    ['depth=1', 6],
    [`exclude_tree=${pks.IC}`, 5],
    [`exclude_tree=${pks.Electronics}`, 2]
  ] as const)
    t.equal(await count(query), expected, query || 'nothing')
})

t.test('the default location comes from above, but not from the top', async (t) => {
  const { admin, make, url, pks } = await furnished(t)
  const [shelf, drawer] = [
    (await make('/api/stock/location/', { name: 'Shelf' })).pk,
    (await make('/api/stock/location/', { name: 'Drawer' })).pk
  ]
  const inherited = async (name: string) => (await admin.get(url(name))).body.parent_default_location
  await admin.patch(url('Electronics'), { default_location: shelf })
  t.strictSame([await inherited('Electronics'), await inherited('IC'), await inherited('MCU')], [null, shelf, null])
  await admin.patch(url('IC'), { default_location: drawer })
  t.equal(await inherited('MCU'), drawer)
  const part = await make('/api/part/', { name: 'STM32', category: pks.MCU })
  t.equal((await admin.get(`/api/part/${part.pk}/`)).body.category_default_location, drawer)
})

t.test('structural: no parts in it, and not with parts in it', async (t) => {
  const { admin, make, url, pks } = await furnished(t)
  await make('/api/part/', { name: '10k', category: pks.Resistors })
  t.strictSame((await admin.patch(url('Resistors'), { structural: true })).body, {
    non_field_errors: ['You cannot make this part category structural because some parts are already assigned to it!']
  })
  t.equal((await admin.patch(url('Electronics'), { structural: true })).status, 200, 'parts below do not matter')
  t.strictSame((await admin.post('/api/part/', { name: 'X', category: pks.Electronics })).body, {
    category: ['Parts cannot be assigned to structural part categories!']
  })
  t.strictSame(column((await admin.get(`${LIST}?structural=true`)).body, 'name'), ['Electronics'])
})

t.test('an icon is one of the pack; without one the default shows', async (t) => {
  const { admin, make, set } = await build(t).then((house) => ({ ...house, admin: house.as('admin') }))
  const { pk } = await make(LIST, { name: 'Relays', icon: 'ti:home:outline' })
  for (const [icon, problem] of [
    ['home', 'Invalid icon format: home, expected: pack:name:variant'],
    ['xx:home:outline', 'Invalid icon pack: xx'],
    ['ti:nonsense:outline', 'Invalid icon name: nonsense'],
    ['ti:home:nonsense', 'Invalid icon variant: nonsense']
  ] as const)
    t.strictSame((await admin.patch(`${LIST}${pk}/`, { icon })).body, { _icon: [problem] })
  const icon = async () => (await admin.get(`${LIST}${pk}/`)).body.icon
  await set('PART_CATEGORY_DEFAULT_ICON', 'ti:cpu:outline')
  t.equal(await icon(), 'ti:home:outline')
  await admin.patch(`${LIST}${pk}/`, { icon: '' })
  t.equal(await icon(), 'ti:cpu:outline')
  await admin.patch(`${LIST}${pk}/`, { icon: 'ti:cpu:outline' })
  await set('PART_CATEGORY_DEFAULT_ICON', '')
  t.equal(await icon(), '', 'the default is no icon of its own')
})

t.test("stars are one's own", async (t) => {
  const { admin, as, url, makeUser, pks } = await furnished(t)
  await makeUser({ name: 'nina', roles: { part_category: ['view', 'change'] } })
  t.equal((await admin.patch(url('IC'), { starred: true })).body.starred, false, 'the answer shows the state before')
  t.equal((await admin.get(url('IC'))).body.starred, true)
  t.equal((await as('nina').get(url('IC'))).body.starred, false)
  t.strictSame(column((await admin.get(`${LIST}?starred=true`)).body, 'pk'), [pks.IC])
  t.strictSame((await as('nina').get(`${LIST}?starred=true`)).body, [])
  t.equal((await admin.get(`${LIST}?starred=false`)).body.length, 7)
  await admin.patch(url('IC'), { starred: 'no' })
  t.equal((await admin.get(url('IC'))).body.starred, false)
})

t.test('PUT needs the name and leaves the rest', async (t) => {
  const { admin, url, pks } = await furnished(t)
  await admin.patch(url('IC'), { description: 'chips' })
  t.strictSame((await admin.put(url('IC'), { description: 'x' })).body, { name: ['This field is required.'] })
  t.match((await admin.put(url('IC'), { name: 'Chips' })).body, {
    name: 'Chips',
    description: 'chips',
    parent: pks.Electronics
  })
})

t.test('a list of categories, or of parts in one, while it is deleted → 200', async (t) => {
  let onRead: (() => void) | undefined
  const { as, make, db } = await build(t, {}, (text) => {
    if (/from "part(_category)?" where "part(_category)?"\."id" in/.test(text)) onRead?.()
  })
  for (const list of ['/api/part/category/', '/api/part/']) {
    const category = await make('/api/part/category/', { name: `Relays ${list}` })
    await make('/api/part/', { name: `Relay ${list}`, category: category.pk })
    let deleted: Promise<unknown> | undefined
    onRead = () => {
      onRead = undefined
      deleted = db.transaction().execute(async (trx) => {
        await trx.updateTable('part').set({ category_id: null }).execute()
        await trx.deleteFrom('part_category').execute()
      })
    }
    t.equal((await as('admin').get(`${list}?path_detail=true&limit=10`)).status, 200, list)
    t.ok(deleted, 'it was read before')
    await deleted
  }
})
