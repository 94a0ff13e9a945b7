import t from 'tap'
import { VERBS } from '#contract/scopes.ts'
import { build, column } from '../helper.ts'

const USERS = '/api/user/'
const GROUPS = '/api/user/group/'
const RULESETS = '/api/user/ruleset/'
const NEW = { username: 'new', first_name: '', last_name: '', email: '' }

/** A member of staff with the role `admin`, in a group of its own, and whom they could reach for. */
async function office(t: Parameters<typeof build>[0], protectSuperusers: boolean) {
  const built = await build(t, { protectSuperusers })
  const { as, db, makeGroup, makeUser } = built
  const own = await makeGroup('Office', { admin: VERBS })
  const other = await makeGroup('Bench')
  const stan = await makeUser({ name: 'stan', staff: true, groups: ['Office'] })
  const ulla = await makeUser({ name: 'ulla', groups: ['Bench'] })
  const root = await makeUser({ name: 'root', superuser: true, staff: true })
  const rulesetOf = async (group: number, name: string) =>
    (
      await db
        .selectFrom('ruleset')
        .select('id')
        .where('group_id', '=', group)
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
    ).id
  return { ...built, staff: as('stan'), own, other, stan, ulla, root, rulesetOf }
}

/** What staff could rise by, each with the status that it has where superusers are not protected. */
const RISING: [
  what: string,
  tried: (h: Awaited<ReturnType<typeof office>>) => Promise<{ status: number; text: string }>,
  unprotected: number
][] = [
  ['renaming a superuser', ({ staff, root }) => staff.patch(`${USERS}${root}/`, { username: 'nobody' }), 200],
  [
    'giving a superuser another address',
    ({ staff, root }) => staff.patch(`${USERS}${root}/`, { email: 'stan@example.org' }),
    200
  ],
  ['disabling a superuser', ({ staff, root }) => staff.patch(`${USERS}${root}/`, { is_active: false }), 200],
  [
    'taking the staff flag of a superuser',
    ({ staff, root }) => staff.put(`${USERS}${root}/`, { ...NEW, username: 'root', is_staff: false }),
    200
  ],
  ['taking the groups of a superuser', ({ staff, root }) => staff.patch(`${USERS}${root}/`, { group_ids: [] }), 200],
  ['deleting a superuser', ({ staff, root }) => staff.delete(`${USERS}${root}/`), 204],
  ['making somebody staff', ({ staff, ulla }) => staff.patch(`${USERS}${ulla}/`, { is_staff: true }), 200],
  ['making a new account that is staff', ({ staff }) => staff.post(USERS, { ...NEW, is_staff: true }), 201],
  [
    'joining a group',
    ({ staff, stan, own, other }) => staff.patch(`${USERS}${stan}/`, { group_ids: [own, other] }),
    200
  ],
  [
    'giving the own group a role',
    async ({ staff, own, rulesetOf }) =>
      staff.patch(`${RULESETS}${await rulesetOf(own, 'stock')}/`, { can_delete: true }),
    200
  ],
  [
    'giving the own group a role by PUT',
    async ({ staff, own, rulesetOf }) =>
      staff.put(`${RULESETS}${await rulesetOf(own, 'stock')}/`, { can_delete: true }),
    200
  ],
  [
    'deleting a ruleset of the own group',
    async ({ staff, own, rulesetOf }) => staff.delete(`${RULESETS}${await rulesetOf(own, 'stock')}/`),
    204
  ],
  ['renaming the own group', ({ staff, own }) => staff.patch(`${GROUPS}${own}/`, { name: 'Bosses' }), 200],
  ['deleting the own group', ({ staff, own }) => staff.delete(`${GROUPS}${own}/`), 204]
]

/** What staff may never do, protected or not. */
const NEVER: typeof RISING = [
  [
    'setting the password of a superuser',
    ({ staff, root }) => staff.put(`${USERS}${root}/set-password/`, { password: 'Turbine-Kayak-55' }),
    403
  ],
  ['setting the own flag', ({ staff, stan }) => staff.patch(`${USERS}${stan}/`, { is_superuser: true }), 403],
  [
    'setting the flag of somebody else',
    ({ staff, ulla }) => staff.patch(`${USERS}${ulla}/`, { is_superuser: true }),
    403
  ],
  ['making a superuser', ({ staff }) => staff.post(USERS, { ...NEW, is_superuser: true }), 403],
  ['making a token of a superuser', ({ staff, root }) => staff.post('/api/user/tokens/', { user: root }), 400],
  ['revoking the tokens of a superuser', ({ staff, root }) => staff.delete(`${USERS}${root}/tokens/`), 404]
]

/** What is left to staff who look after accounts. */
const LEFT: typeof RISING = [
  [
    'changing a user',
    ({ staff, ulla }) => staff.patch(`${USERS}${ulla}/`, { first_name: 'Ulla', is_staff: false }),
    200
  ],
  [
    'changing the own name, all else sent as it is',
    ({ staff, stan, own }) =>
      staff.put(`${USERS}${stan}/`, { ...NEW, username: 'stan', is_staff: true, group_ids: [own] }),
    200
  ],
  ['leaving the own group', ({ staff, stan }) => staff.patch(`${USERS}${stan}/`, { group_ids: [] }), 200],
  ['putting a user into a group', ({ staff, ulla, own }) => staff.patch(`${USERS}${ulla}/`, { group_ids: [own] }), 200],
  ['deleting a user', ({ staff, ulla }) => staff.delete(`${USERS}${ulla}/`), 204],
  ['making a user', ({ staff }) => staff.post(USERS, NEW), 201],
  ['making a group', ({ staff }) => staff.post(GROUPS, { name: 'Newcomers' }), 201],
  ['renaming a group of others', ({ staff, other }) => staff.patch(`${GROUPS}${other}/`, { name: 'Benches' }), 200],
  [
    'giving a group of others a role',
    async ({ staff, other, rulesetOf }) =>
      staff.patch(`${RULESETS}${await rulesetOf(other, 'stock')}/`, { can_view: true }),
    200
  ]
]

/** All accounts, memberships and roles, to see that nothing changed. */
async function accounts({ db }: Awaited<ReturnType<typeof office>>) {
  return [
    await db
      .selectFrom('user')
      .select(['id', 'username', 'email', 'is_staff', 'is_superuser', 'is_active'])
      .orderBy('id')
      .execute(),
    await db.selectFrom('group').selectAll().orderBy('id').execute(),
    await db.selectFrom('user_group').select(['user_id', 'group_id']).orderBy('user_id').orderBy('group_id').execute(),
    await db.selectFrom('ruleset').selectAll().orderBy('id').execute()
  ]
}

t.test('where superusers are protected, staff rise by nothing → 403, and nothing changes', async (t) => {
  for (const [what, tried] of RISING) {
    const here = await office(t, true)
    const before = await accounts(here)
    const { status, text } = await tried(here)
    t.equal(status, 403, what)
    t.match(text, /Only a superuser may/, what)
    t.strictSame(await accounts(here), before, what)
  }
})

t.test('otherwise staff may all that, as with InvenTree', async (t) => {
  for (const [what, tried, expected] of RISING) t.equal((await tried(await office(t, false))).status, expected, what)
})

for (const protectSuperusers of [true, false])
  t.test(
    `what staff may never, and what is left to them: ${protectSuperusers ? 'protected' : 'as with InvenTree'}`,
    async (t) => {
      for (const [what, tried, expected] of NEVER) {
        const here = await office(t, protectSuperusers)
        const before = await accounts(here)
        t.equal((await tried(here)).status, expected, what)
        t.strictSame(await accounts(here), before, what)
      }
      for (const [what, tried, expected] of LEFT)
        t.equal((await tried(await office(t, protectSuperusers))).status, expected, what)
    }
  )

t.test('a superuser is bound by nothing of it', async (t) => {
  const { as, own, other, root, stan, ulla, rulesetOf } = await office(t, true)
  const admin = as('admin')
  t.equal((await admin.patch(`${USERS}${ulla}/`, { is_staff: true, is_superuser: true })).status, 200)
  t.strictSame(column((await admin.patch(`${USERS}${stan}/`, { group_ids: [own, other] })).body.groups, 'pk'), [
    own,
    other
  ])
  t.equal((await admin.patch(`${RULESETS}${await rulesetOf(own, 'stock')}/`, { can_view: true })).status, 200)
  t.equal((await admin.patch(`${GROUPS}${own}/`, { name: 'Bosses' })).status, 200)
  t.equal((await admin.delete(`${USERS}${root}/`)).status, 204)
})
