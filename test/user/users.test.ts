import t from 'tap'
import { basic, build, column, PASSWORD } from '../helper.ts'

const REQUIRED = ['This field is required.']
const RUNA = { username: 'runa', first_name: 'Runa', last_name: 'Falk', email: 'runa@workshop.example' }
const CLERK = { staff: true, roles: { admin: ['view', 'add', 'change'] } } as const

t.test('POST → 201 with an active account that nobody can sign in to yet', async (t) => {
  const { as, by, db } = await build(t)
  const { status, body } = await as('admin').post('/api/user/', {
    ...RUNA,
    password: PASSWORD,
    pk: 77,
    groups: [1],
    profile: { position: 'boss' }
  })
  t.equal(status, 201)
  t.match(body, {
    ...RUNA,
    pk: 2,
    groups: [],
    is_staff: false,
    is_superuser: false,
    is_active: true,
    profile: { position: null, type: 'internal', active: true, primary_group: null }
  })
  t.equal((await by({ authorization: basic('runa') }).get('/api/user/me/')).status, 401)
  t.equal(
    (await db.selectFrom('owner').selectAll().where('owner_model', '=', 'user').where('owner_id', '=', 2).execute())
      .length,
    1,
    'an owner comes with it'
  )
})

t.test('POST of wrong fields → 400', async (t) => {
  const { as, db } = await build(t)
  const BAD_NAME = 'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.'
  for (const [change, problems] of [
    [
      { username: undefined, first_name: undefined, last_name: undefined, email: undefined },
      { username: REQUIRED, first_name: REQUIRED, last_name: REQUIRED, email: REQUIRED }
    ],
    [{ username: '' }, { username: ['This field may not be blank.'] }],
    [{ username: 'admin' }, { username: ['A user with that username already exists.'] }],
    [{ username: 'two words' }, { username: [BAD_NAME] }],
    [{ email: 'nowhere' }, { email: ['Enter a valid email address.'] }],
    [{ first_name: null }, { first_name: ['This field may not be null.'] }],
    [{ first_name: 'x'.repeat(151) }, { first_name: ['Ensure this field has no more than 150 characters.'] }],
    [{ is_staff: 'perhaps' }, { is_staff: ['Must be a valid boolean.'] }],
    [{ group_ids: [424242] }, { group_ids: ['Invalid pk "424242" - object does not exist.'] }],
    [{ group_ids: 'Technicians' }, { group_ids: ['Expected a list of items but got type "str".'] }]
  ] as const) {
    const answer = await as('admin').post('/api/user/', { ...RUNA, ...change })
    t.equal(answer.status, 400)
    t.strictSame(answer.body, problems)
  }
  t.equal((await db.selectFrom('user').select('id').execute()).length, 1, 'nobody was made')
})

t.test('names may be empty, and hold what addresses hold', async (t) => {
  const { as } = await build(t)
  for (const username of ['ines.k@lab+1', 'Łukasz_2', 'x']) {
    t.equal(
      (await as('admin').post('/api/user/', { username, first_name: '', last_name: '', email: '' })).status,
      201,
      username
    )
  }
})

t.test('PATCH changes what it names, PUT needs all four', async (t) => {
  const { as, makeGroup } = await build(t)
  const group = await makeGroup('Bench')
  const { pk } = (await as('admin').post('/api/user/', RUNA)).body
  const url = `/api/user/${pk}/`
  t.match((await as('admin').patch(url, { email: '', group_ids: [group], is_staff: true })).body, {
    ...RUNA,
    email: '',
    is_staff: true,
    groups: [{ pk: group, name: 'Bench' }]
  })
  t.match((await as('admin').patch(url, { groups: [] })).body, { groups: [{ pk: group }] }, 'groups is for reading')
  t.strictSame((await as('admin').patch(url, { group_ids: [] })).body.groups, [])
  t.strictSame((await as('admin').put(url, { first_name: 'R' })).body, {
    username: REQUIRED,
    last_name: REQUIRED,
    email: REQUIRED
  })
  t.match((await as('admin').put(url, { ...RUNA, first_name: 'R' })).body, { first_name: 'R', is_staff: true })
  t.strictSame((await as('admin').patch(url, { username: 'admin' })).body, {
    username: ['A user with that username already exists.']
  })
  t.equal((await as('admin').patch(url, { username: 'runa' })).status, 200, 'the own name is free')
})

t.test('staff with the admin role may write users, but not make superusers', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'clerk', ...CLERK })
  const clerk = as('clerk')
  const {
    status,
    body: { pk }
  } = await clerk.post('/api/user/', RUNA)
  t.equal(status, 201)
  t.equal((await clerk.patch(`/api/user/${pk}/`, { first_name: 'R', is_staff: true })).status, 200)
  for (const is_superuser of [true, false]) {
    const answer = await clerk.patch(`/api/user/${pk}/`, { is_superuser })
    t.equal(answer.status, 403)
    t.strictSame(answer.body, { is_superuser: 'Only a superuser can adjust this field' })
  }
  t.equal((await clerk.post('/api/user/', { ...RUNA, username: 'boss', is_superuser: true })).status, 403)
  t.equal((await clerk.delete(`/api/user/${pk}/`)).status, 403, 'delete is not among the verbs')
  t.equal((await as('admin').get(`/api/user/${pk}/`)).body.is_superuser, false)
})

t.test('a superuser without the staff flag → 400 on making users', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'root', superuser: true })
  const { status, body } = await as('root').post('/api/user/', RUNA)
  t.equal(status, 400)
  t.strictSame(body, { non_field_errors: ['You do not have permission to create users'] })
})

t.test('anyone who is signed in reads all users, without passwords', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'nobody' })
  await makeUser({ name: 'gone', active: false })
  const { body, text } = await as('nobody').get('/api/user/')
  t.strictSame(column(body, 'username'), ['admin', 'nobody', 'gone'])
  t.notMatch(text, /pbkdf2|argon2|password/)
  t.equal((await as('nobody').get('/api/user/1/')).status, 200)
  t.strictSame((await as('nobody').get('/api/user/424242/')).body, { detail: 'No User matches the given query.' })
})

t.test('the list can be filtered, searched and ordered', async (t) => {
  const { as, makeUser, db } = await build(t)
  await makeUser({ name: 'mara', staff: true })
  await makeUser({ name: 'tom', active: false })
  await db
    .updateTable('user')
    .set({ first_name: 'Mara', last_name: 'Lind', email: 'a@workshop.example' })
    .where('username', '=', 'mara')
    .execute()
  const listed = async (query: string) => column((await as('admin').get(`/api/user/?${query}`)).body, 'username')
  t.strictSame(await listed('is_staff=true'), ['admin', 'mara'])
  t.strictSame(await listed('is_active=0'), ['tom'])
  t.strictSame(await listed('is_superuser=TRUE'), ['admin'])
  t.strictSame(await listed('is_active=perhaps'), ['admin', 'mara', 'tom'], 'what is no boolean is passed over')
  t.strictSame(await listed('search=lind%20mar'), ['mara'])
  t.strictSame(await listed('search=workshop'), [], 'the address is not searched')
  t.strictSame(await listed('ordering=-username'), ['tom', 'mara', 'admin'])
  t.strictSame(await listed('ordering=is_active,-username'), ['tom', 'mara', 'admin'])
})

t.test('set-password → the password works, weak ones are refused with all reasons', async (t) => {
  const { as, by, make } = await build(t)
  const { pk } = await make('/api/user/', RUNA)
  const set = (body: object, method: 'put' | 'patch' = 'put') =>
    as('admin')[method](`/api/user/${pk}/set-password/`, body)
  const login = async (password: string) =>
    (await by({ authorization: basic('runa', password) }).get('/api/user/me/')).status
  t.strictSame((await set({ password: '1234' })).body, {
    password:
      "['This password is too short. It must contain at least 8 characters.', 'This password is too common.', 'This password is entirely numeric.']"
  })
  t.match((await set({ password: 'runa@workshop' })).body.password, /too similar/)
  t.strictSame((await set({ password: '' })).body, { password: ['This field may not be blank.'] })
  t.strictSame((await set({ password: null })).body, { password: ['This field may not be null.'] })
  t.strictSame((await set({})).body, { password: REQUIRED })
  t.equal(await login('1234'), 401, 'nothing was stored')
  const { status, body } = await set({ password: 'Hot-plate-946' })
  t.equal(status, 200)
  t.strictSame(body, {})
  t.equal(await login('Hot-plate-946'), 200)
  t.strictSame(
    [(await set({}, 'patch')).status, await login('Hot-plate-946')],
    [200, 200],
    'PATCH without a password changes nothing'
  )
  t.strictSame(
    [(await set({ password: '1234', override_warning: true })).status, await login('1234')],
    [200, 200],
    'overridden'
  )
})

t.test('set-password by anyone but a superuser → 403, for oneself too', async (t) => {
  const { as, makeUser } = await build(t)
  const pk = await makeUser({ name: 'clerk', ...CLERK })
  t.equal((await as('clerk').put(`/api/user/${pk}/set-password/`, { password: 'Hot-plate-946' })).status, 403)
})

t.test('set-password of nobody → 404', async (t) => {
  const { as } = await build(t)
  t.equal((await as('admin').put('/api/user/424242/set-password/', { password: 'Hot-plate-946' })).status, 404)
})

t.test('DELETE → 204, and all that belonged to the user goes', async (t) => {
  const { as, db, make, makeUser, makeGroup } = await build(t)
  const pk = await makeUser({ name: 'runa', groups: ['Bench'], roles: { part: ['view', 'add', 'change'] } })
  const part = (await as('runa').post('/api/part/', { name: 'Relay' })).body
  await as('runa').patch(`/api/part/${part.pk}/`, { starred: true })
  const owner = (await as('admin').get('/api/user/owner/?search=runa')).body[0].pk
  const code = await make('/api/project-code/', { code: 'PRJ-1', responsible: owner })
  t.equal((await as('admin').delete(`/api/user/${pk}/`)).status, 204)
  t.equal((await as('admin').get(`/api/user/${pk}/`)).status, 404)
  for (const table of ['api_token', 'user_profile', 'user_group', 'part_star'] as const) {
    t.strictSame(await db.selectFrom(table).select('user_id').where('user_id', '=', pk).execute(), [], table)
  }
  t.equal((await as('admin').get(`/api/user/owner/${owner}/`)).status, 404)
  t.equal((await as('admin').get(`/api/project-code/${code.pk}/`)).body.responsible, null)
  t.equal((await as('admin').get(`/api/part/${part.pk}/`)).body.creation_user, null, 'the part stays')
  t.ok(await makeGroup('Bench'), 'the group stays')
})

t.test('activity=true → staff see when somebody was last here; nobody else does', async (t) => {
  const { as, by, makeUser } = await build(t)
  const mara = await makeUser({ name: 'mara' })
  await makeUser({ name: 'stella', staff: true })
  const seen = async (name: string, url: string) => (await as(name).get(url)).body
  t.equal((await seen('stella', `/api/user/${mara}/?activity=true`)).last_seen, null)
  await by({ authorization: basic('mara') }).get('/api/user/me/')
  t.match((await seen('stella', `/api/user/${mara}/?activity=true`)).last_seen, /^\d{4}-\d{2}-\d{2}$/)
  t.match(
    (await seen('stella', '/api/user/?activity=true')).find(({ pk }: { pk: number }) => pk === mara).last_seen,
    /^\d{4}/
  )
  for (const [name, url] of [
    ['mara', '/api/user/?activity=true'],
    ['stella', '/api/user/']
  ] as const) {
    for (const user of await seen(name, url)) t.notOk('last_seen' in user, `${name} is not told`)
  }
  t.notOk('last_seen' in (await as('admin').patch(`/api/user/${mara}/`, { first_name: 'Mara' })).body)
})
