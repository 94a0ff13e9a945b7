import { grantedTo } from '#auth/authenticate.ts'
import { passwordProblems, type PasswordOwner } from '#auth/passwords.ts'
import { rolesOf, RULESETS } from '#auth/rulesets.ts'
import type { Database } from '#db/database.ts'
import { withApi, type Api } from './api.ts'
import { command, JSON_OPTION, YES_OPTION } from './command.ts'
import { withDatabase } from './data.ts'
import { groupNamed, userNamed } from './named.ts'
import { agree, askSecret, Failure, list, say, table, UsageError } from './terminal.ts'

const PASSWORD = {
  password: { value: 'TEXT', help: 'the password; without it you are asked, or the first line of the input is taken' },
  weak: { help: 'take a password that the rules refuse' }
} as const
const NAMES = {
  email: { value: 'ADDRESS', help: 'e-mail address' },
  'first-name': { value: 'TEXT', help: 'first name' },
  'last-name': { value: 'TEXT', help: 'last name' }
} as const

/** A password that the rules accept, from the command line or from whoever sits at the terminal. */
async function goodPassword(
  owner: PasswordOwner,
  { password: given, weak }: { password?: string; weak?: boolean }
): Promise<string> {
  const password = given ?? (await askSecret(`Password for ${owner.username}`))
  if (password === '') throw new Failure('The password is empty.')
  const problems = weak ? [] : passwordProblems(password, owner)
  if (problems.length) throw new Failure(`${problems.join(' ')} (--weak takes it all the same.)`)
  return password
}

/** The names of the groups that users are in, by primary key of the user. */
async function groupNames(db: Database): Promise<Map<number, string[]>> {
  const memberships = await db
    .selectFrom('user_group')
    .innerJoin('group', 'group.id', 'user_group.group_id')
    .select(['user_id', 'name'])
    .orderBy('name')
    .execute()
  const byUser = Map.groupBy(memberships, ({ user_id }) => user_id)
  return new Map([...byUser].map(([user, groups]) => [user, groups.map(({ name }) => name)]))
}

/** The names of the groups that one user is in. */
async function groupNamesOf(db: Database, user: number): Promise<string[]> {
  const groups = await db
    .selectFrom('user_group')
    .innerJoin('group', 'group.id', 'user_group.group_id')
    .select('name')
    .where('user_id', '=', user)
    .orderBy('name')
    .execute()
  return groups.map(({ name }) => name)
}

type User = Awaited<ReturnType<typeof userNamed>>

/** What is switched on or off for a user. */
const flagsOf = (user: Pick<User, 'is_active' | 'is_staff' | 'is_superuser'>) => ({
  active: user.is_active === 1,
  staff: user.is_staff === 1,
  superuser: user.is_superuser === 1
})

const setPassword = ({ ask }: Api, pk: number, password: string) =>
  ask('PUT', `/api/user/${pk}/set-password/`, { password, override_warning: true })

export const userCreate = command({
  words: 'NAME',
  summary: 'Create a user',
  options: {
    ...NAMES,
    staff: { help: 'may manage users and settings' },
    superuser: { help: 'may everything' },
    'no-password': { help: 'nobody can sign in before a password is set' },
    ...PASSWORD
  },
  examples: [
    'user create mara --email mara@workshop.example --first-name Mara --last-name Ito',
    'user create boss --superuser',
    'echo "$SECRET" | inventree user create robot --staff',
    'user create visitor --no-password',
    'user create tester --password test --weak'
  ],
  run: ([username], options, config) =>
    withApi(config, async (api) => {
      const owner = {
        username: username!,
        first_name: options['first-name'] ?? '',
        last_name: options['last-name'] ?? '',
        email: options.email ?? ''
      }
      const namesake = api.db.selectFrom('user').select('id').where('username', '=', owner.username)
      if (await namesake.executeTakeFirst()) throw new Failure(`There is a user "${username}" already.`)
      const password = options['no-password'] ? undefined : await goodPassword(owner, options)
      const { pk } = await api.ask('POST', '/api/user/', {
        ...owner,
        is_active: true,
        is_staff: options.staff === true || options.superuser === true,
        is_superuser: options.superuser === true
      })
      if (password !== undefined) await setPassword(api, pk, password)
      say(`user ${username} created with pk ${pk}`)
    })
})

export const userList = command({
  words: '',
  summary: 'List the users',
  options: { json: JSON_OPTION },
  examples: ['user list', 'user list --json'],
  run: (_words, { json }, config) =>
    withDatabase(config, async (db) => {
      const groups = await groupNames(db)
      const rows = await db.selectFrom('user').selectAll().orderBy('id').execute()
      const users = rows.map((user) => ({
        pk: user.id,
        username: user.username,
        email: user.email,
        ...flagsOf(user),
        groups: groups.get(user.id) ?? []
      }))
      list(
        users,
        {
          pk: (one) => one.pk,
          name: (one) => one.username,
          email: (one) => one.email,
          active: (one) => one.active,
          staff: (one) => one.staff,
          superuser: (one) => one.superuser,
          groups: (one) => one.groups.join(', ')
        },
        json
      )
    })
})

type Roles = ReturnType<typeof rolesOf>

/** A user as JSON. */
function userJSON(user: User, groups: string[], roles: Roles): string {
  const { id: pk, username, email, first_name, last_name, date_joined, last_login } = user
  return JSON.stringify({
    pk,
    username,
    email,
    first_name,
    last_name,
    ...flagsOf(user),
    password: user.password !== '',
    date_joined,
    last_login,
    groups,
    roles
  })
}

/** A user as a table. */
const userTable = (user: User, groups: string[]) =>
  table(
    ['user', user.username],
    [
      ['pk', user.id],
      ['name', `${user.first_name} ${user.last_name}`.trim()],
      ['email', user.email],
      ...Object.entries(flagsOf(user)),
      ['password', user.password === '' ? 'none' : 'set'],
      ['joined', user.date_joined.slice(0, 10)],
      ['last login', user.last_login?.slice(0, 10) ?? null],
      ['groups', groups.join(', ')]
    ]
  )

/** What a user may do: a row a role. */
function rolesTable(roles: Roles): string {
  const rows = Object.entries(roles).map(([name, verbs]) => [
    RULESETS[name as keyof typeof RULESETS],
    verbs?.join(', ') ?? 'nothing'
  ])
  return table(['may', ''], rows)
}

export const userShow = command({
  words: 'NAME',
  summary: 'Show a user, and what the user may do',
  options: { json: JSON_OPTION },
  examples: ['user show mara', 'user show mara --json'],
  run: ([username], { json }, config) =>
    withDatabase(config, async (db) => {
      const user = await userNamed(db, username!)
      const groups = await groupNamesOf(db, user.id)
      const roles = rolesOf(await grantedTo(db, user.id, user.is_superuser === 1))
      if (json) {
        say(userJSON(user, groups, roles))
        return
      }
      say(userTable(user, groups))
      say(`\n${rolesTable(roles)}`)
    })
})

export const userChange = command({
  words: 'NAME',
  summary: 'Change names, e-mail address and standing of a user',
  options: {
    username: { value: 'TEXT', help: 'the name to sign in with' },
    ...NAMES,
    staff: { negatable: true, help: 'may manage users and settings, or may not' },
    superuser: { negatable: true, help: 'may everything, or what the groups permit' }
  },
  examples: [
    'user change mara --email mara@workshop.example --staff',
    'user change mara --username maraito --first-name Mara --last-name Ito',
    'user change mara --no-superuser'
  ],
  run: ([username], options, config) =>
    withApi(config, async ({ db, ask }) => {
      const body = Object.fromEntries(
        Object.entries({
          username: options.username,
          email: options.email,
          first_name: options['first-name'],
          last_name: options['last-name'],
          is_staff: options.staff,
          is_superuser: options.superuser
        }).filter(([, value]) => value !== undefined)
      )
      if (Object.keys(body).length === 0)
        throw new UsageError('Say what is to change; "inventree user change --help" lists the options.')
      const user = await userNamed(db, username!)
      await ask('PATCH', `/api/user/${user.id}/`, body)
      say(`user ${options.username ?? username} changed`)
    })
})

export const userPassword = command({
  words: 'NAME',
  summary: 'Set the password of a user',
  options: PASSWORD,
  more: 'The old password stops working at once, also for a server that is running. Tokens stay valid.',
  examples: [
    'user password mara',
    'echo "$SECRET" | inventree user password robot',
    'user password tester --password test --weak'
  ],
  run: ([username], options, config) =>
    withApi(config, async (api) => {
      const user = await userNamed(api.db, username!)
      await setPassword(api, user.id, await goodPassword(user, options))
      say(`the password of ${username} is set`)
    })
})

/** Lets users in, or keeps them out. */
const activation = (active: boolean, summary: string, done: string) =>
  command({
    words: 'NAME',
    summary,
    examples: [`user ${active ? 'activate' : 'deactivate'} mara`],
    run: ([username], _options, config) =>
      withApi(config, async ({ db, ask }) => {
        const user = await userNamed(db, username!)
        await ask('PATCH', `/api/user/${user.id}/`, { is_active: active })
        say(`${username} ${done}`)
      })
  })

export const userActivate = activation(true, 'Let a user sign in again', 'may sign in')
export const userDeactivate = activation(
  false,
  'Keep a user from signing in, by password and by token',
  'can no longer sign in'
)

export const userDelete = command({
  words: 'NAME',
  summary: 'Delete a user with the tokens',
  options: { yes: YES_OPTION },
  more: 'What the user did stays, without the name. To keep somebody out, deactivate the user instead.',
  examples: ['user delete mara', 'user delete mara --yes'],
  run: ([username], { yes }, config) =>
    withApi(config, async ({ db, ask }) => {
      const user = await userNamed(db, username!)
      await agree(`Delete the user ${username}?`, yes)
      await ask('DELETE', `/api/user/${user.id}/`)
      say(`user ${username} deleted`)
    })
})

export const userGroups = command({
  words: 'NAME [GROUP...]',
  summary: 'Put a user into exactly these groups; without any, list them',
  options: { none: { help: 'take the user out of all groups' } },
  examples: ['user groups mara', 'user groups mara Storekeepers "Front desk"', 'user groups mara --none'],
  run: ([username, ...names], { none }, config) =>
    withApi(config, async ({ db, ask }) => {
      const user = await userNamed(db, username!)
      const address = `/api/user/${user.id}/`
      const wanted = await Promise.all(names.map((name) => groupNamed(db, name)))
      const changes = names.length > 0 || none
      const group_ids = wanted.map((group) => group.id)
      const answer = changes ? await ask('PATCH', address, { group_ids }) : await ask('GET', address)
      const now: { name: string }[] = answer.groups
      const shown = now.map((group) => group.name).join(', ')
      say(`${username} is in ${now.length ? shown : 'no group'}`)
    })
})
