import t from 'tap'
import { basic, build } from '../helper.ts'

const ME = '/api/user/me/'
const REQUIRED = ['This field is required.']

t.test('reading oneself → 200; roles only on request', async (t) => {
  const { as, makeUser } = await build(t)
  const pk = await makeUser({ name: 'tom', groups: ['Bench'], roles: { part: ['view'] } })
  const { body } = await as('tom').get(ME)
  t.match(body, {
    pk,
    username: 'tom',
    is_staff: false,
    profile: { language: null, theme: null, widgets: null, type: 'internal' }
  })
  t.strictSame(
    body.groups.map((group: any) => group.name),
    ['Bench', 'what tom may']
  )
  t.notOk('roles' in body)
  t.notOk('roles' in (await as('tom').get(`${ME}?roles=0`)).body)
  const { roles, permissions } = (await as('tom').get(`${ME}?roles=true`)).body
  t.match(roles, { part: ['view'], admin: null })
  t.strictSame(permissions.part, ['view'])
})

t.test('changing oneself → 200 with the roles, and without any role', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tom' })
  const { status, body } = await as('tom').patch(ME, { first_name: 'Thomas', email: 'thomas@workshop.example' })
  t.equal(status, 200)
  t.match(body, { first_name: 'Thomas', email: 'thomas@workshop.example', roles: { part: null }, permissions: {} })
  t.match((await as('tom').put(ME, { username: 'tom', first_name: 'Tom', last_name: 'Oker', email: '' })).body, {
    first_name: 'Tom',
    last_name: 'Oker',
    email: ''
  })
  t.strictSame((await as('tom').put(ME, { first_name: 'T' })).body, {
    username: REQUIRED,
    last_name: REQUIRED,
    email: REQUIRED
  })
})

t.test("one's own rights cannot be changed", async (t) => {
  const { as, makeUser, makeGroup } = await build(t)
  const pk = await makeUser({ name: 'tom' })
  const group = await makeGroup('Managers', { part: ['view', 'add', 'change', 'delete'] })
  const { status, body } = await as('tom').patch(ME, {
    is_staff: true,
    is_superuser: true,
    is_active: false,
    group_ids: [group],
    groups: [group],
    pk: 99,
    id: 99,
    password: 'x'
  })
  t.equal(status, 200)
  t.match(body, { pk, is_staff: false, is_superuser: false, is_active: true, groups: [], roles: { part: null } })
  t.equal((await as('tom').get('/api/part/')).status, 403)
})

t.test('wrong fields → 400', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tom' })
  t.strictSame((await as('tom').patch(ME, { username: 'admin' })).body, {
    username: ['A user with that username already exists.']
  })
  t.strictSame((await as('tom').patch(ME, { email: 'nowhere', last_name: null })).body, {
    email: ['Enter a valid email address.'],
    last_name: ['This field may not be null.']
  })
  t.strictSame((await as('tom').patch(ME, { first_name: '<script>alert(1)</script>' })).body, {
    first_name: ['Remove HTML tags from this value']
  })
})

t.test('after renaming oneself the old name is unknown, and the token stays good', async (t) => {
  const { as, by, makeUser } = await build(t)
  await makeUser({ name: 'tom' })
  const tom = as('tom')
  t.equal((await by({ authorization: basic('tom') }).get(ME)).status, 200)
  t.equal((await tom.patch(ME, { username: 'oker' })).status, 200)
  t.equal((await by({ authorization: basic('tom') }).get(ME)).status, 401)
  t.equal((await by({ authorization: basic('oker') }).get(ME)).status, 200)
  t.equal((await tom.get(ME)).body.username, 'oker')
})

t.test('deleting oneself → 204 and gone', async (t) => {
  const { as, makeUser } = await build(t)
  const pk = await makeUser({ name: 'edda' })
  t.equal((await as('edda').delete(ME)).status, 204)
  t.equal((await as('edda').get(ME)).status, 401)
  t.equal((await as('admin').get(`/api/user/${pk}/`)).status, 404)
})

t.test('the profile → read and changed at both addresses', async (t) => {
  const { as, makeUser } = await build(t)
  const pk = await makeUser({ name: 'tom' })
  const values = {
    displayname: 'Tommy',
    position: 'Technician',
    active: false,
    type: 'guest',
    language: 'de',
    theme: { dark: true },
    widgets: [1, { x: null }]
  }
  const { status, body } = await as('tom').patch('/api/user/me/profile/', values)
  t.equal(status, 200)
  t.match(body, values)
  t.strictSame((await as('tom').get('/api/user/profile/')).body, body)
  const seen = (await as('admin').get(`/api/user/${pk}/`)).body.profile
  t.match(seen, { displayname: 'Tommy', type: 'guest', active: false })
  t.notOk('theme' in seen, 'others see a part')
  t.match((await as('tom').patch('/api/user/profile/', { displayname: '', position: null, theme: null })).body, {
    displayname: '',
    position: null,
    theme: null,
    widgets: [1, { x: null }]
  })
  t.match((await as('tom').put('/api/user/me/profile/', {})).body, { type: 'guest' }, 'no field is required')
})

t.test('a wrong profile → 400', async (t) => {
  const { as } = await build(t)
  for (const [body, problems] of [
    [{ type: 'alien' }, { type: ['"alien" is not a valid choice.'] }],
    [{ type: ['guest'] }, { type: ['"guest" is not a valid choice.'] }],
    [{ type: null }, { type: ['This field may not be null.'] }],
    [
      { active: 'perhaps', displayname: ['x'] },
      { active: ['Must be a valid boolean.'], displayname: ['Not a valid string.'] }
    ],
    [{ language: 'x'.repeat(11) }, { language: ['Ensure this field has no more than 10 characters.'] }],
    [{ primary_group: 424242 }, { primary_group: ['Invalid pk "424242" - object does not exist.'] }]
  ] as const)
    t.strictSame((await as('admin').patch('/api/user/me/profile/', body)).body, problems)
})

t.test('the primary group must be one that the user is in; another is dropped without a word', async (t) => {
  const { as, makeUser, makeGroup } = await build(t)
  const tom = await makeUser({ name: 'tom', groups: ['Bench'] })
  const [bench, office] = [await makeGroup('Bench'), await makeGroup('Office')]
  const choose = async (primary_group: number | null) =>
    (await as('tom').patch('/api/user/me/profile/', { primary_group })).body.primary_group
  const current = async () => (await as('tom').get('/api/user/me/profile/')).body.primary_group
  t.equal(await choose(office), null)
  t.equal(await choose(bench), bench)
  await as('admin').patch(`/api/user/${tom}/`, { group_ids: [office] })
  t.equal(await current(), null, 'it ends with the membership')
  t.equal(await choose(office), office)
  await as('admin').delete(`/api/user/group/${office}/`)
  t.equal(await current(), null, 'and with the group')
})
