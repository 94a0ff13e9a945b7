import t from 'tap'
import { build, column } from '../helper.ts'

const LISTS = '/api/selection/'
const { as, make, makeUser } = await build(t)
const admin = as('admin')
await makeUser({ name: 'guest' })
let count = 0
const newList = async (more: object = {}): Promise<number> =>
  (await make(LISTS, { name: `List ${++count}`, ...more })).pk

t.test('lists: everybody writes, names are taken once', async (t) => {
  const made = await as('guest').post(LISTS, {
    name: 'Mounting',
    choices: [{ value: 'x' }],
    default: 3,
    entry_count: 9
  })
  t.equal(made.status, 201)
  t.match(made.body, { name: 'Mounting', default: null, choices: [], active: true, locked: false })
  t.notOk('entry_count' in made.body)
  t.strictSame((await admin.post(LISTS, { name: 'Mounting' })).body, {
    name: ['Selection List with this Name already exists.']
  })
  t.equal((await admin.put(`${LISTS}${made.body.pk}/`, { name: 'Mounting' })).status, 200, 'its own name')
  t.equal((await as(null).get(LISTS)).status, 401)
})

t.test('entries: the body names the list, the path finds them', async (t) => {
  const [one, two] = [await newList(), await newList()]
  const entries = `${LISTS}${one}/entry/`
  const a = await make(entries, { value: 'a', label: 'Alpha', list: one })
  const b = await make(entries, { value: 'b', label: 'Beta', description: 'second', active: false, list: one })
  const stray = await make(entries, { value: 'a', label: 'nowhere' })
  t.equal(stray.list, null)
  await make(entries, { value: 'a', label: 'elsewhere', list: two })
  t.strictSame((await admin.get(entries)).body, [a, b])
  t.strictSame((await admin.post(entries, { value: 'a', label: 'x', list: one })).body, {
    non_field_errors: ['The fields list, value must make a unique set.']
  })
  t.strictSame((await admin.patch(`${entries}${b.id}/`, { value: 'a' })).body, {
    non_field_errors: ['The fields list, value must make a unique set.']
  })
  for (const [query, labels] of [
    ['active=true', ['Alpha']],
    ['value=b', ['Beta']],
    ['search=second', ['Beta']],
    ['ordering=-label', ['Beta', 'Alpha']],
    [`list=${two}`, []]
  ] as const) {
    t.strictSame(column((await admin.get(`${entries}?${query}`)).body, 'label'), labels, query)
  }
  const missing = { detail: 'No SelectionListEntry matches the given query.' }
  for (const method of ['get', 'patch', 'delete'] as const) {
    const answer = await admin[method](
      `${LISTS}${two}/entry/${a.id}/`,
      method === 'patch' ? { label: null } : undefined
    )
    t.equal(answer.status, 404, `${method} below another list`)
    t.strictSame(answer.body, missing)
  }
  t.strictSame(
    (await admin.patch(`${entries}${b.id}/`, { list: two })).body,
    { ...b, list: two },
    'the answer shows it where it went'
  )
  t.equal((await admin.get(`${entries}${b.id}/`)).status, 404)
  t.match((await admin.get(`${LISTS}${one}/`)).body, { entry_count: 1, choices: [a] })
  t.notOk('choices' in (await admin.get(`${LISTS}${one}/?choices=false`)).body)
  t.strictSame((await admin.get(`${LISTS}424242/entry/`)).body, [])
})

t.test('a locked list stays as it is', async (t) => {
  const [list, open] = [await newList(), await newList()]
  const entries = `${LISTS}${list}/entry/`
  const { id } = await make(entries, { value: 'a', label: 'a', list })
  t.equal((await admin.patch(`${LISTS}${list}/`, { locked: true })).status, 200)
  const locked = ['Selection list is locked']
  t.strictSame((await admin.patch(`${LISTS}${list}/`, { locked: false })).body, { locked })
  t.strictSame((await admin.post(`${LISTS}${open}/entry/`, { value: 'b', label: 'b', list })).body, { list: locked })
  t.strictSame((await admin.patch(`${entries}${id}/`, { label: 'x' })).body, { list: locked })
  t.strictSame((await admin.patch(`${entries}${id}/`, { list: open })).body, { list: locked })
  const refused = await admin.delete(`${entries}${id}/`)
  t.equal(refused.status, 403)
  t.strictSame(refused.body, { detail: 'Selection list is locked' })
  const template = await make('/api/parameter/template/', { name: 'Chooses', selectionlist: list })
  t.equal((await admin.delete(`${LISTS}${list}/`)).status, 204)
  t.equal((await admin.get(`/api/parameter/template/${template.pk}/`)).body.selectionlist, null)
})
