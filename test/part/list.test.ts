import t from 'tap'
import { afterDays, today } from '#framework/time.ts'
import { build, column } from '../helper.ts'

const PARTS = '/api/part/'
const { as, make, db, makeUser } = await build(t)
const admin = as('admin')

const location = (await make('/api/stock/location/', { name: 'Drawer' })).pk
const electronics = (await make('/api/part/category/', { name: 'Electronics' })).pk
const resistors = (await make('/api/part/category/', { name: 'Resistors', parent: electronics })).pk

const template = (await make(PARTS, { name: 'Bolt', is_template: true, IPN: 'B-0', assembly: true })).pk
const pks: Record<string, number> = { Bolt: template }
for (const part of [
  { name: 'Bolt M3', variant_of: template, is_template: true, units: 'mm', default_location: location },
  { name: 'Bolt M4', variant_of: template, active: false, IPN: 'b-4', tags: ['Metric', 'steel'] },
  {
    name: '10k',
    category: resistors,
    revision: 'A',
    IPN: 'R-10K',
    description: 'thick "film" 1%',
    minimum_stock: 5,
    tags: ['metric'],
    trackable: true
  },
  {
    name: 'Chassis',
    category: electronics,
    keywords: 'case box',
    notes: 'handle with gloves',
    virtual: true,
    salable: true,
    maximum_stock: 3,
    locked: true,
    consumable: true,
    purchaseable: false,
    component: false,
    testable: true
  }
])
  pks[part.name] = (await make(PARTS, part)).pk
pks['Bolt M3 long'] = (await make(PARTS, { name: 'Bolt M3 long', variant_of: pks['Bolt M3'] })).pk
pks['10k B'] = (await make(PARTS, { name: '10k B', revision: 'B', revision_of: pks['10k'], category: resistors })).pk
await db.updateTable('part').set({ creation_date: '2020-06-15' }).where('id', '=', pks.Chassis!).execute()
await admin.patch(`${PARTS}${pks.Chassis}/`, { starred: true })

const listed = async (query: string): Promise<string[]> => column((await admin.get(`${PARTS}?${query}`)).body, 'name')
const ALL = ['10k', '10k B', 'Bolt', 'Bolt M3', 'Bolt M3 long', 'Bolt M4', 'Chassis']
const without = (...names: string[]) => ALL.filter((name) => !names.includes(name))

t.test('the list goes by name, and has no notes', async (t) => {
  const { body } = await admin.get(PARTS)
  t.strictSame(column(body, 'name'), ALL)
  t.notOk(body.some((part: any) => 'notes' in part))
})

t.test('filters', async (t) => {
  for (const [query, names] of [
    ['active=false', ['Bolt M4']],
    ['assembly=true', ['Bolt']],
    ['component=false', ['Chassis']],
    ['trackable=1', ['10k']],
    ['testable=true', ['Chassis']],
    ['purchaseable=false', ['Chassis']],
    ['salable=true', ['Chassis']],
    ['locked=true', ['Chassis']],
    ['virtual=true', ['Chassis']],
    ['consumable=true', ['Chassis']],
    ['is_template=true', ['Bolt', 'Bolt M3']],
    ['bom_valid=true', []],
    ['IPN=B-4', ['Bolt M4']],
    ['IPN_regex=^b-[0-9]', ['Bolt', 'Bolt M4']],
    ['name_regex=^b.*m[34]$', ['Bolt M3', 'Bolt M4']],
    ['has_ipn=true', ['10k', 'Bolt', 'Bolt M4']],
    ['has_units=true', ['Bolt M3']],
    ['is_variant=true', ['Bolt M3', 'Bolt M3 long', 'Bolt M4']],
    [`variant_of=${pks.Bolt}`, ['Bolt M3', 'Bolt M4']],
    [`ancestor=${pks.Bolt}`, ['Bolt M3', 'Bolt M3 long', 'Bolt M4']],
    [`exclude_tree=${pks['Bolt M3']}`, without('Bolt M3', 'Bolt M3 long')],
    [`convert_from=${pks['Bolt M3']}`, ['Bolt', 'Bolt M3 long']],
    [`revision_of=${pks['10k']}`, ['10k B']],
    ['is_revision=true', ['10k B']],
    ['has_revisions=true', ['10k']],
    [`default_location=${location}`, ['Bolt M3']],
    ['created_before=2020-06-15', []],
    ['created_before=2020-06-16', ['Chassis']],
    ['created_after=2020-06-15', without('Chassis')],
    [`created_after=${afterDays(-1)}&created_before=${afterDays(1)}`, without('Chassis')],
    [`created_after=${today()}`, []],
    ['starred=true', ['Chassis']],
    ['starred=false', without('Chassis')],
    ['low_stock=true', ['10k']],
    ['high_stock=true', []],
    ['has_stock=true', []],
    ['has_stock=false', ALL],
    ['has_pricing=true', []],
    [`exclude_id=${pks.Bolt},${pks['10k']}`, without('Bolt', '10k')],
    ['exclude_id=', ALL],
    ['tag_name=METRIC', ['10k', 'Bolt M4']],
    ['tag_name=metric, steel', ['Bolt M4']],
    ['tag_name=nonsense', []],
    ['active=maybe', ALL],
    ['active=true&is_template=true&has_ipn=true', ['Bolt']]
  ] as const)
    t.strictSame(await listed(query.replaceAll('^', '%5E')), names, query)
})

t.test('category with what lies below, or alone', async (t) => {
  for (const [query, names] of [
    [`category=${electronics}`, ['10k', '10k B', 'Chassis']],
    [`category=${electronics}&cascade=true`, ['10k', '10k B', 'Chassis']],
    [`category=${electronics}&cascade=false`, ['Chassis']],
    [`category=${resistors}`, ['10k', '10k B']],
    ['category=null&cascade=false', ['Bolt', 'Bolt M3', 'Bolt M3 long', 'Bolt M4']],
    ['category=none&cascade=False', ['Bolt', 'Bolt M3', 'Bolt M3 long', 'Bolt M4']],
    ['category=null', ALL],
    ['category=424242', ALL],
    ['category=424242&cascade=false', []]
  ] as const)
    t.strictSame(await listed(query), names, query)
})

t.test('wrong filters → 400 by name', async (t) => {
  const CHOICE = ['Select a valid choice. That choice is not one of the available choices.']
  for (const [query, problems] of [
    ['category=cat', { category: ['Enter a number.'] }],
    ['default_location=424242', { default_location: CHOICE }],
    ['variant_of=x', { variant_of: CHOICE }],
    [
      'created_before=yesterday&created_after=2020-13-01',
      { created_before: ['Enter a valid date.'], created_after: ['Enter a valid date.'] }
    ],
    ['exclude_id=1,two', { non_field_errors: ["'two' is not a valid number"] }]
  ] as const) {
    const { status, body } = await admin.get(`${PARTS}?${query}`)
    t.equal(status, 400, query)
    t.strictSame(body, problems)
  }
})

t.test('ordering', async (t) => {
  t.strictSame(await listed('ordering=-name'), ALL.toReversed())
  t.strictSame(await listed('ordering=id'), ['Bolt', 'Bolt M3', 'Bolt M4', '10k', 'Chassis', 'Bolt M3 long', '10k B'])
  t.equal((await listed('ordering=creation_date'))[0], 'Chassis')
  t.strictSame(
    (await listed('ordering=-IPN')).slice(0, 3),
    ['b-4', 'R-10K', 'B-0'].map((ipn) => ({ 'b-4': 'Bolt M4', 'R-10K': '10k', 'B-0': 'Bolt' })[ipn]),
    'as bytes'
  )
  t.strictSame((await listed('ordering=-revision_count,name')).slice(0, 2), ['10k', '10k B'])
  t.strictSame((await listed('ordering=-category,-name')).slice(0, 3), ['10k B', '10k', 'Chassis'])
  const byId = await listed('ordering=id')
  t.strictSame(await listed('ordering=in_stock'), byId, 'all the same: by id')
  t.strictSame(await listed('ordering=-in_stock'), byId.toReversed(), 'and backwards')
})

t.test('search looks at names, numbers, words, tags and the category', async (t) => {
  for (const [search, names] of [
    ['bolt m3', ['Bolt M3', 'Bolt M3 long']],
    ['r-10k', ['10k']],
    ['box', ['Chassis']],
    ['steel', ['Bolt M4']],
    ['resist', ['10k', '10k B']],
    ['"film" 1%', ['10k']],
    ['gloves', []],
    ['nothing', []]
  ] as const)
    t.strictSame(await listed(`search=${encodeURIComponent(search)}`), names, search)
  t.strictSame(await listed('search=gloves&search_notes=true'), ['Chassis'], 'and at notes when asked')
  t.strictSame(await listed('search=%5Ebolt.*m%5B34%5D%24&search_regex=true'), ['Bolt M3', 'Bolt M4'])
})

t.test('details come on request, and only with the role of their own', async (t) => {
  await makeUser({ name: 'nina', roles: { part: ['view'] } })
  await makeUser({ name: 'otto', roles: { part: ['view'], part_category: ['view'], stock_location: ['view'] } })
  await makeUser({ name: 'bill', roles: { build: ['view'] } })
  const OPTIONS = 'category_detail location_detail path_detail parameters price_breaks tags'.split(' ')
  const query = OPTIONS.map((name) => `${name}=true`).join('&')
  const KEYS = {
    category_detail: 'category_detail',
    location_detail: 'default_location_detail',
    path_detail: 'category_path',
    parameters: 'parameters',
    price_breaks: 'price_breaks',
    tags: 'tags'
  } as Record<string, string>
  for (const url of [`${PARTS}${pks['10k']}/`, `${PARTS}?limit=1`]) {
    const shown = async (name: string, how: string) => {
      const { body } = await as(name).get(`${url}${url.includes('?') ? '&' : '?'}${how}`)
      return OPTIONS.filter((option) => KEYS[option]! in (body.results?.[0] ?? body))
    }
    t.strictSame(await shown('otto', ''), [], `${url}: none by default`)
    t.strictSame(await shown('otto', query), OPTIONS)
    t.strictSame(await shown('bill', query), OPTIONS, 'the build role shows them too')
    t.strictSame(await shown('nina', query), ['path_detail', 'parameters', 'price_breaks', 'tags'])
    t.strictSame(await shown('otto', 'tags=on&parameters=no&category_detail=junk'), ['tags'])
  }
  const { category_detail, category_path } = (await as('otto').get(`${PARTS}${pks['10k']}/?${query}`)).body
  t.match(category_detail, { pk: resistors, name: 'Resistors', part_count: null })
  t.strictSame(category_path, [
    { pk: electronics, name: 'Electronics' },
    { pk: resistors, name: 'Resistors' }
  ])
  t.notOk('pricing_min' in (await admin.get(`${PARTS}${pks.Bolt}/?pricing=false`)).body, 'pricing can be left out')
  t.match(
    (await admin.get(`${PARTS}${pks.Bolt}/?${query}`)).body,
    { category_detail: null, category_path: null, default_location_detail: null },
    'null where there is nothing'
  )
})

t.test('the same list of a category follows the categories when they move and go', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const categories = '/api/part/category/'
  const top = (await make(categories, { name: 'Electronics' })).pk
  const below = (await make(categories, { name: 'Chips', parent: top })).pk
  const [inside, beside] = ['Timer', 'Screw']
  await make('/api/part/', { name: inside, category: below })
  await make('/api/part/', { name: beside })
  const names = async (query: string) =>
    column((await admin.get(`/api/part/?limit=10&category=${top}${query}`)).body.results, 'name')
  for (const _twice of [1, 2]) {
    t.strictSame(await names(''), [inside])
    t.strictSame(await names('&cascade=false'), [])
  }
  t.equal((await admin.patch(`${categories}${below}/`, { parent: null })).status, 200)
  for (const _twice of [1, 2]) t.strictSame(await names(''), [])
  t.equal((await admin.patch(`${categories}${below}/`, { parent: top })).status, 200)
  t.strictSame(await names(''), [inside])
  t.equal(
    (await admin.delete(`${categories}${top}/`, { delete_parts: false, delete_child_categories: false })).status,
    204
  )
  for (const _twice of [1, 2])
    t.strictSame((await names('')).sort(), [beside, inside], 'one that is gone narrows nothing')
})
