import { grantedTo } from '#auth/authenticate.ts'
import { passwordProblems, type PasswordOwner } from '#auth/passwords.ts'
import { rolesOf, RULESETS } from '#auth/rulesets.ts'
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
  examples: ['user create mara --email mara@workshop.example', 'echo "$SECRET" | inventree user create robot --staff'],
  run: ([username], options, config) =>
    withApi(config, async (api) => {
      const owner = {
        username: username!,
        first_name: options['first-name'] ?? '',
        last_name: options['last-name'] ?? '',
        email: options.email ?? ''
      }
      if (await api.db.selectFrom('user').select('id').where('username', '=', owner.username).executeTakeFirst())
        throw new Failure(`There is a user "${username}" already.`)
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
      const memberships = Map.groupBy(
        await db
          .selectFrom('user_group')
          .innerJoin('group', 'group.id', 'user_group.group_id')
          .select(['user_id', 'name'])
          .orderBy('name')
          .execute(),
        (one) => one.user_id
      )
      const users = (await db.selectFrom('user').selectAll().orderBy('id').execute()).map((user) => ({
        pk: user.id,
        username: user.username,
        email: user.email,
        active: user.is_active === 1,
        staff: user.is_staff === 1,
        superuser: user.is_superuser === 1,
        groups: (memberships.get(user.id) ?? []).map((one) => one.name)
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

export const userShow = command({
  words: 'NAME',
  summary: 'Show a user, and what the user may do',
  options: { json: JSON_OPTION },
  examples: ['user show mara'],
  run: ([username], { json }, config) =>
    withDatabase(config, async (db) => {
      const user = await userNamed(db, username!)
      const groups = (
        await db
          .selectFrom('user_group')
          .innerJoin('group', 'group.id', 'user_group.group_id')
          .select('name')
          .where('user_id', '=', user.id)
          .orderBy('name')
          .execute()
      ).map(({ name }) => name)
      const roles = rolesOf(await grantedTo(db, user.id, user.is_superuser === 1))
      const { id: pk, email, first_name, last_name, date_joined, last_login } = user
      const flags = { active: user.is_active === 1, staff: user.is_staff === 1, superuser: user.is_superuser === 1 }
      if (json) {
        say(
          JSON.stringify({
            pk,
            username,
            email,
            first_name,
            last_name,
            ...flags,
            password: user.password !== '',
            date_joined,
            last_login,
            groups,
            roles
          })
        )
        return
      }
      say(
        table(
          ['user', username!],
          [
            ['pk', pk],
            ['name', `${first_name} ${last_name}`.trim()],
            ['email', email],
            ...Object.entries(flags),
            ['password', user.password === '' ? 'none' : 'set'],
            ['joined', date_joined.slice(0, 10)],
            ['last login', last_login?.slice(0, 10) ?? null],
            ['groups', groups.join(', ')]
          ]
        )
      )
      say(
        `\n${table(
          ['may', ''],
          Object.entries(roles).map(([name, verbs]) => [
            RULESETS[name as keyof typeof RULESETS],
            verbs?.join(', ') ?? 'nothing'
          ])
        )}`
      )
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
  examples: ['user change mara --email mara@workshop.example --staff', 'user change mara --no-superuser'],
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
      await ask('PATCH', `/api/user/${(await userNamed(db, username!)).id}/`, body)
      say(`user ${options.username ?? username} changed`)
    })
})

export const userPassword = command({
  words: 'NAME',
  summary: 'Set the password of a user',
  options: PASSWORD,
  more: 'The old password stops working at once, also for a server that is running. Tokens stay valid.',
  examples: ['user password mara', 'echo "$SECRET" | inventree user password robot'],
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
        await ask('PATCH', `/api/user/${(await userNamed(db, username!)).id}/`, { is_active: active })
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
  examples: ['user delete mara'],
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
  examples: ['user groups mara Storekeepers "Front desk"'],
  run: ([username, ...names], { none }, config) =>
    withApi(config, async ({ db, ask }) => {
      const user = await userNamed(db, username!)
      const wanted = await Promise.all(names.map((name) => groupNamed(db, name)))
      const change = names.length || none ? { group_ids: wanted.map((group) => group.id) } : undefined
      const { groups } = await ask(change ? 'PATCH' : 'GET', `/api/user/${user.id}/`, change)
      say(
        groups.length
          ? `${username} is in ${groups.map((group: { name: string }) => group.name).join(', ')}`
          : `${username} is in no group`
      )
    })
})
