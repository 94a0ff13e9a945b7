import t from 'tap'
import { RULESET_NAMES } from '#auth/rulesets.ts'
import { build, column } from '../helper.ts'

const GROUPS = '/api/user/group/'
const RULESETS = '/api/user/ruleset/'

/** The ruleset of a group by the name of its role. */
const rulesetOf = (group: any, name: string) => group.roles.find((one: any) => one.name === name)

t.test('POST → 201 with eleven closed rulesets and an owner', async (t) => {
  const { as } = await build(t)
  const { status, body } = await as('admin').post(GROUPS, { name: '  Bench  ', pk: 99, users: [1], roles: [] })
  t.equal(status, 201)
  t.match(body, { pk: 1, name: 'Bench', users: [], permissions: {} })
  t.strictSame(column(body.roles, 'name'), RULESET_NAMES)
  for (const role of body.roles)
    t.match(role, { group: 1, can_view: false, can_add: false, can_change: false, can_delete: false }, role.label)
  t.match((await as('admin').get('/api/user/owner/?search=Bench')).body, [
    { owner_id: 1, owner_model: 'group', name: 'Bench', label: 'group' }
  ])
})

t.test('a wrong name → 400', async (t) => {
  const { as, make } = await build(t)
  await make(GROUPS, { name: 'Bench' })
  for (const [body, message] of [
    [{}, 'This field is required.'],
    [{ name: '' }, 'This field may not be blank.'],
    [{ name: null }, 'This field may not be null.'],
    [{ name: ['x'] }, 'Not a valid string.'],
    [{ name: 'Bench' }, 'group with this name already exists.'],
    [{ name: 'x'.repeat(151) }, 'Ensure this field has no more than 150 characters.'],
    [{ name: '<b>x</b>' }, 'Remove HTML tags from this value']
  ] as const)
    t.strictSame((await as('admin').post(GROUPS, body)).body, { name: [message] })
})

t.test('roles, permissions and users are shown on request', async (t) => {
  const { as, make, makeUser } = await build(t)
  const { pk } = await make(GROUPS, { name: 'Bench' })
  const tom = await makeUser({ name: 'tom', groups: ['Bench'] })
  const keys = async (query: string) => Object.keys((await as('tom').get(`${GROUPS}${pk}/?${query}`)).body).sort()
  t.strictSame(await keys(''), ['name', 'pk', 'roles'])
  t.strictSame(await keys('role_detail=false'), ['name', 'pk'])
  t.strictSame(await keys('role_detail=0&permission_detail=yes&user_detail=on'), ['name', 'permissions', 'pk', 'users'])
  t.strictSame(await keys('permission_detail=nonsense'), ['name', 'pk', 'roles'])
  t.match((await as('tom').get(`${GROUPS}?user_detail=true`)).body[0].users, [{ pk: tom, username: 'tom' }])
})

t.test('renaming → 200; PUT needs the name', async (t) => {
  const { as, make } = await build(t)
  const { pk } = await make(GROUPS, { name: 'Bench' })
  await make(GROUPS, { name: 'Office' })
  t.equal((await as('admin').patch(`${GROUPS}${pk}/`, { name: 'Bench crew' })).body.name, 'Bench crew')
  t.equal((await as('admin').patch(`${GROUPS}${pk}/`, {})).status, 200)
  t.strictSame((await as('admin').put(`${GROUPS}${pk}/`, {})).body, { name: ['This field is required.'] })
  t.strictSame((await as('admin').patch(`${GROUPS}${pk}/`, { name: 'Office' })).body, {
    name: ['group with this name already exists.']
  })
  t.equal((await as('admin').get('/api/user/owner/?search=crew')).body.length, 1, 'the owner goes by the new name')
})

t.test('saving a ruleset: add, change or delete bring view along; add or delete bring change along', async (t) => {
  const { as, make } = await build(t)
  const { pk } = rulesetOf(await make(GROUPS, { name: 'Bench' }), 'part')
  for (const [body, verbs] of [
    [{ can_view: true }, 'view'],
    [{ can_change: true }, 'view change'],
    [{ can_view: false }, 'view change'],
    [{ can_add: true, can_change: false }, 'view add change'],
    [{ can_add: false, can_change: false, can_view: false }, ''],
    [{ can_delete: true }, 'view change delete'],
    [{ can_change: false }, 'view change delete'],
    [{ can_view: false, can_change: false, can_delete: false, can_add: true }, 'view add change']
  ] as const) {
    const answer = (await as('admin').patch(`${RULESETS}${pk}/`, body)).body
    t.equal(
      ['view', 'add', 'change', 'delete'].filter((verb) => answer[`can_${verb}`]).join(' '),
      verbs,
      JSON.stringify(body)
    )
  }
  t.match((await as('admin').put(`${RULESETS}${pk}/`, {})).body, { can_add: true }, 'PUT acts as PATCH')
  t.match(
    (await as('admin').patch(`${RULESETS}${pk}/`, { name: 'stock', group: 424242, label: 'x' })).body,
    { name: 'part', label: 'Parts' },
    'the rest is fixed'
  )
  t.strictSame((await as('admin').patch(`${RULESETS}${pk}/`, { can_view: 'perhaps', can_add: null })).body, {
    can_view: ['Must be a valid boolean.'],
    can_add: ['This field may not be null.']
  })
})

t.test('a change of a ruleset counts at the next request', async (t) => {
  const { as, make, makeUser } = await build(t)
  const group = await make(GROUPS, { name: 'Bench' })
  await makeUser({ name: 'greta', groups: ['Bench'] })
  const { pk } = rulesetOf(group, 'part_category')
  const allow = (body: object) => as('admin').patch(`${RULESETS}${pk}/`, body)
  const create = async (name: string) => (await as('greta').post('/api/part/category/', { name })).status
  t.equal((await as('greta').get('/api/part/category/')).status, 403)
  await allow({ can_view: true })
  t.strictSame([(await as('greta').get('/api/part/category/')).status, await create('A')], [200, 403])
  await allow({ can_add: true })
  t.equal(await create('A'), 201)
  await allow({ can_add: false, can_change: false, can_view: false })
  t.strictSame([(await as('greta').get('/api/part/category/')).status, await create('B')], [403, 403])
})

t.test('what several groups permit adds up, and ends with the membership', async (t) => {
  const { as, makeUser, makeGroup } = await build(t)
  const [readers, writers] = [
    await makeGroup('Readers', { part: ['view'] }),
    await makeGroup('Writers', { part: ['add'] })
  ]
  const greta = await makeUser({ name: 'greta' })
  const may = async () => [
    (await as('greta').get('/api/part/')).status,
    (await as('greta').post('/api/part/', { name: `Part ${Math.random()}` })).status
  ]
  t.strictSame(await may(), [403, 403])
  await as('admin').patch(`/api/user/${greta}/`, { group_ids: [readers] })
  t.strictSame(await may(), [200, 403])
  await as('admin').patch(`/api/user/${greta}/`, { group_ids: [readers, writers] })
  t.strictSame(await may(), [200, 201])
  await as('admin').delete(`${GROUPS}${writers}/`)
  t.strictSame(await may(), [200, 403])
})

t.test('rulesets can be filtered, searched and paged', async (t) => {
  const { as, make } = await build(t)
  const [{ pk }] = [await make(GROUPS, { name: 'Bench' }), await make(GROUPS, { name: 'Office' })]
  const names = async (query: string) => column((await as('admin').get(`${RULESETS}?${query}`)).body, 'name')
  t.strictSame(await names(`group=${pk}`), RULESET_NAMES)
  t.strictSame(await names('name=part'), ['part', 'part'])
  t.strictSame(await names(`group=${pk}&search=order&ordering=-name`), [
    'transfer_order',
    'sales_order',
    'return_order',
    'purchase_order'
  ])
  t.match((await as('admin').get(`${RULESETS}?limit=2&offset=1&ordering=name&group=${pk}`)).body, {
    count: 11,
    results: [{ name: 'bom' }, { name: 'build' }]
  })
  t.strictSame((await as('admin').get(`${RULESETS}?name=toolbox`)).body, {
    name: ['Select a valid choice. toolbox is not one of the available choices.']
  })
  t.strictSame((await as('admin').get(`${RULESETS}?group=424242`)).body, {
    group: ['Select a valid choice. That choice is not one of the available choices.']
  })
})

t.test('a deleted ruleset comes back, closed, when the group is saved', async (t) => {
  const { as, make } = await build(t)
  const group = await make(GROUPS, { name: 'Bench' })
  t.equal((await as('admin').delete(`${RULESETS}${rulesetOf(group, 'part').pk}/`)).status, 204)
  t.equal((await as('admin').get(`${GROUPS}${group.pk}/`)).body.roles.length, 10)
  const { roles } = (await as('admin').patch(`${GROUPS}${group.pk}/`, { name: 'Bench' })).body
  t.equal(roles.length, 11)
  t.match(
    roles.find((one: any) => one.name === 'part'),
    { can_view: false }
  )
})

t.test('deleting a group → 204, with its rulesets, memberships and owner', async (t) => {
  const { as, make, makeUser } = await build(t)
  const group = await make(GROUPS, { name: 'Bench' })
  const pk = await makeUser({ name: 'greta', groups: ['Bench'] })
  t.equal((await as('admin').delete(`${GROUPS}${group.pk}/`)).status, 204)
  t.equal((await as('admin').get(`${RULESETS}${group.roles[0].pk}/`)).status, 404)
  t.strictSame((await as('admin').get(`/api/user/${pk}/`)).body.groups, [])
  t.strictSame((await as('admin').get('/api/user/owner/?search=Bench')).body, [])
})

t.test('roles tell all eleven in order, with permissions by model', async (t) => {
  const { as, makeUser } = await build(t)
  const pk = await makeUser({ name: 'greta', roles: { part_category: ['view', 'change'] } })
  const { body } = await as('greta').get('/api/user/roles/')
  t.strictSame(Object.keys(body), ['user', 'username', 'roles', 'permissions', 'is_staff', 'is_superuser'])
  t.match(body, { user: pk, username: 'greta', is_staff: false })
  t.strictSame(Object.keys(body.roles), RULESET_NAMES)
  t.strictSame(
    Object.entries(body.roles).filter(([, verbs]) => verbs !== null),
    [['part_category', ['view', 'change']]]
  )
  t.strictSame(body.permissions, {
    partcategory: ['change', 'view'],
    partcategoryparametertemplate: ['change', 'view'],
    partcategorystar: ['change', 'view']
  })
  t.strictSame((await as('greta').get('/api/user/me/roles/')).body, body, 'the same at the other address')
  const all = (await as('admin').get('/api/user/roles/')).body
  t.ok(
    Object.values<string[]>(all.roles).every((verbs) => verbs.join() === 'view,add,change,delete'),
    'a superuser has everything'
  )
  t.ok(Object.keys(all.permissions).length > 100)
})

t.test('the staff flag alone gives no role', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'anton', staff: true })
  const { body } = await as('anton').get('/api/user/roles/')
  t.ok(Object.values(body.roles).every((verbs) => verbs === null))
  t.strictSame(body.permissions, {})
})

t.test('owners follow users and groups, and can be searched and narrowed', async (t) => {
  const { as, make, makeUser, set } = await build(t)
  await make(GROUPS, { name: 'Series team' })
  await make('/api/user/', { username: 'sigrid', first_name: 'Sigrid', last_name: 'Alm', email: '' })
  await makeUser({ name: 'knut', active: false })
  const names = async (query = '') => column((await as('admin').get(`/api/user/owner/?${query}`)).body, 'name')
  t.strictSame(await names(), ['admin', 'Series team', 'sigrid', 'knut'])
  t.strictSame(await names('search=TEAM%20ser'), ['Series team'])
  t.strictSame(await names('is_active=true'), ['admin', 'Series team', 'sigrid'])
  t.strictSame(await names('is_active=false'), ['Series team', 'knut'], 'groups are in both')
  t.match((await as('admin').get('/api/user/owner/?limit=1&is_active=false')).body, { count: 2 })
  await set('DISPLAY_FULL_NAMES', true)
  t.strictSame(await names('search=alm'), ['Sigrid Alm'], 'by the full name where the settings say so')
})
