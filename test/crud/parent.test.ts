import t from 'tap'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { selectionModule } from '#modules/selection/module.ts'
import { build, column } from '../helper.ts'

// The entries of selection lists, as any records below a parent are served: theirs, `narrows`, is the exception.
const { operations } = resource('selection_entry', 'selection_list_entry', {
  className: 'SelectionListEntry',
  options: {},
  computed: {},
  key: 'entrypk',
  parent: { table: 'selection_list', param: 'id', column: 'list_id', className: 'SelectionList' },
  search: ['label'],
  order: { list: 'list_id', label: 'label', active: 'active' },
  defaultOrder: ['id'],
  filters: { active: equals('active'), value: equals('value'), list: equals('list_id') },
  toJSON: ({ id, value, label, description, active, list_id }) => ({
    id,
    value,
    label,
    description,
    active: active === 1,
    list: list_id
  }),
  write: { columns: { value: 'value', label: 'label', description: 'description', active: 'active', list: null } }
})
const others = selectionModule.operations()
selectionModule.operations = () => ({ ...others, ...operations })

const { as, make } = await build(t)
const admin = as('admin')
const [mine, theirs] = [
  await make('/api/selection/', { name: 'Cases' }),
  await make('/api/selection/', { name: 'Hues' })
]
const below = (list: number) => `/api/selection/${list}/entry/`
const entry = (value: string) => ({ value, label: value })

t.test('a new record belongs to the parent of the path, whatever the body says, and goes to no other', async (t) => {
  const made = await make(below(mine.pk), { ...entry('SMD'), list: theirs.pk })
  t.equal(made.list, mine.pk)
  const { status, body } = await admin.patch(`${below(mine.pk)}${made.id}/`, { label: 'surface', list: theirs.pk })
  t.strictSame([status, body.label, body.list], [200, 'surface', mine.pk])
})

t.test('a list has the records of its parent alone, a page and a search too', async (t) => {
  await make(below(mine.pk), entry('THT'))
  await make(below(theirs.pk), entry('red'))
  const listed = async (query: string) => {
    const { body } = await admin.get(`${below(mine.pk)}?${query}`)
    return column(body.results ?? body, 'value')
  }
  t.strictSame(await listed(''), ['SMD', 'THT'])
  t.strictSame(await listed('search=red'), [])
  t.strictSame(await listed('ordering=-label&limit=1'), ['SMD'])
  t.equal((await admin.get(`${below(theirs.pk)}?limit=5`)).body.count, 1)
})

t.test('below another parent a record is 404, and stays', async (t) => {
  const address = `${below(theirs.pk)}${(await admin.get(below(mine.pk))).body[0].id}/`
  for (const answer of [await admin.get(address), await admin.patch(address, {}), await admin.delete(address)])
    t.match(answer, { status: 404, body: { detail: 'No SelectionListEntry matches the given query.' } })
  t.equal((await admin.get(below(mine.pk))).body.length, 2)
})

t.test('below a parent that is missing everything is 404, before the body is looked at', async (t) => {
  const list = below(4242)
  const { id } = (await admin.get(below(mine.pk))).body[0]
  for (const answer of [
    await admin.get(list),
    await admin.get(`${list}?limit=1`),
    await admin.post(list, {}),
    await admin.get(`${list}${id}/`),
    await admin.put(`${list}${id}/`, {}),
    await admin.patch(`${list}${id}/`, { label: '' }),
    await admin.delete(`${list}${id}/`)
  ])
    t.match(answer, { status: 404, body: { detail: 'No SelectionList matches the given query.' } })
})

t.test('a record goes from below its parent', async (t) => {
  const { id } = (await admin.get(below(mine.pk))).body[0]
  t.equal((await admin.delete(`${below(mine.pk)}${id}/`)).status, 204)
  t.strictSame(column((await admin.get(below(mine.pk))).body, 'value'), ['THT'])
})
