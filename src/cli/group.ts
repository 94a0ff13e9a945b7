import { RULESET_NAMES, RULESETS, type RulesetName } from '#auth/rulesets.ts'
import { VERBS, type Verb } from '#contract/scopes.ts'
import { withApi, type Api } from './api.ts'
import { command, JSON_OPTION, YES_OPTION } from './command.ts'
import { withDatabase } from './data.ts'
import { groupNamed, userNamed } from './named.ts'
import { agree, list, say, table, UsageError } from './terminal.ts'

type Ruleset = { pk: number; name: RulesetName } & Record<`can_${Verb}`, boolean>

/**
 * Roles as they are written on the command line, such as `part=view,add` or `all=none`.
 *
 * @returns the verbs for each ruleset that is named, in the order given, so that the last word counts
 */
function readRoles(words: string[]): Map<RulesetName, Verb[]> {
  return new Map(
    words.flatMap((word) => {
      const [name = '', verbs = ''] = word.split('=')
      const chosen = name === 'all' ? RULESET_NAMES : RULESET_NAMES.filter((one) => one === name)
      if (!chosen.length)
        throw new UsageError(`"${word}" names no role. There are: ${RULESET_NAMES.join(', ')}; or all.`)
      const permitted = verbs === 'none' ? [] : verbs === 'all' ? [...VERBS] : verbs.split(',')
      const wrong = permitted.find((verb) => !VERBS.includes(verb as Verb))
      if (wrong !== undefined)
        throw new UsageError(
          `"${word}" says "${wrong}", but what can be permitted is ${VERBS.join(', ')}; or all, or none.`
        )
      return chosen.map((one) => [one, permitted as Verb[]] as const)
    })
  )
}

async function setRoles({ ask }: Api, group: number, roles: Map<RulesetName, Verb[]>): Promise<void> {
  const rulesets: Ruleset[] = await ask('GET', `/api/user/ruleset/?group=${group}`)
  for (const { pk, name } of rulesets) {
    const verbs = roles.get(name)
    if (verbs)
      await ask(
        'PATCH',
        `/api/user/ruleset/${pk}/`,
        Object.fromEntries(VERBS.map((verb) => [`can_${verb}`, verbs.includes(verb)]))
      )
  }
}

/** What a group permits: a row a role, a column a verb. */
const matrix = (roles: Ruleset[]) =>
  table(
    ['role', ...VERBS, ''],
    roles.map((one) => [one.name, ...VERBS.map((verb) => (one[`can_${verb}`] ? 'yes' : '-')), RULESETS[one.name]])
  )

const ROLES = `ROLE is one of ${RULESET_NAMES.join(' ')}, or all; what it permits
is any of ${VERBS.join(',')}, or all, or none. To change something one must see it: add, change and delete bring view along, add and delete bring
change. What is not named stays as it is.`

export const groupCreate = command({
  words: 'NAME [ROLE=PERMITTED...]',
  summary: 'Create a group of users, with roles',
  more: ROLES,
  examples: ['group create Storekeepers stock=all part=view', 'group create Guests all=view'],
  run: ([name, ...words], _options, config) =>
    withApi(config, async (api) => {
      const roles = readRoles(words)
      const { pk } = await api.ask('POST', '/api/user/group/', { name })
      await setRoles(api, pk, roles)
      say(`group ${name} created with pk ${pk}`)
    })
})

export const groupList = command({
  words: '',
  summary: 'List the groups',
  options: { json: JSON_OPTION },
  examples: ['group list', 'group list --json'],
  run: (_words, { json }, config) =>
    withDatabase(config, async (db) => {
      const groups = await db
        .selectFrom('group')
        .select((eb) => [
          'id as pk',
          'name',
          eb
            .selectFrom('user_group')
            .select((inner) => inner.fn.countAll<number>().as('count'))
            .whereRef('group_id', '=', 'group.id')
            .as('members')
        ])
        .orderBy('name')
        .execute()
      list(groups, { pk: (one) => one.pk, name: (one) => one.name, members: (one) => one.members }, json)
    })
})

export const groupShow = command({
  words: 'NAME',
  summary: 'Show what a group permits, and who is in it',
  options: { json: JSON_OPTION },
  examples: ['group show Storekeepers', 'group show Storekeepers --json'],
  run: ([name], { json }, config) =>
    withApi(config, async ({ db, ask }) => {
      const { pk, roles, users } = (await ask(
        'GET',
        `/api/user/group/${(await groupNamed(db, name!)).id}/?user_detail=true`
      )) as { pk: number; roles: Ruleset[]; users: { username: string }[] }
      const members = users.map((user) => user.username)
      if (json) {
        say(
          JSON.stringify({
            pk,
            name,
            roles: Object.fromEntries(roles.map((one) => [one.name, VERBS.filter((verb) => one[`can_${verb}`])])),
            members
          })
        )
        return
      }
      say(`${matrix(roles)}\n\n${members.length ? `members: ${members.join(', ')}` : 'Nobody is in it.'}`)
    })
})

export const groupRoles = command({
  words: 'NAME ROLE=PERMITTED...',
  summary: 'Set what a group permits',
  more: `${ROLES}\nIt counts at the next request, also at a server that is running.`,
  examples: ['group roles Storekeepers stock=view,change stock_location=view', 'group roles Guests all=none part=view'],
  run: ([name, ...words], _options, config) =>
    withApi(config, async (api) => {
      const roles = readRoles(words)
      const { id } = await groupNamed(api.db, name!)
      await setRoles(api, id, roles)
      say(matrix((await api.ask('GET', `/api/user/group/${id}/`)).roles))
    })
})

/** Changes which of the groups some users are in. */
const membership = (
  summary: string,
  example: string,
  done: string,
  change: (groups: number[], group: number) => number[]
) =>
  command({
    words: 'NAME USER...',
    summary,
    examples: [example],
    run: ([name, ...usernames], _options, config) =>
      withApi(config, async ({ db, ask }) => {
        const { id } = await groupNamed(db, name!)
        const users = await Promise.all(usernames.map((username) => userNamed(db, username)))
        for (const user of users) {
          const { groups } = await ask('GET', `/api/user/${user.id}/`)
          await ask('PATCH', `/api/user/${user.id}/`, {
            group_ids: change(
              groups.map((group: { pk: number }) => group.pk),
              id
            )
          })
        }
        say(`${usernames.join(', ')} ${done} ${name}`)
      })
  })

export const groupAdd = membership(
  'Put users into a group',
  'group add Storekeepers mara robot',
  'added to',
  (groups, group) => [...new Set([...groups, group])]
)
export const groupRemove = membership(
  'Take users out of a group',
  'group remove Storekeepers robot',
  'taken out of',
  (groups, group) => groups.filter((one) => one !== group)
)

export const groupDelete = command({
  words: 'NAME',
  summary: 'Delete a group; its members stay, without what it permitted',
  options: { yes: YES_OPTION },
  examples: ['group delete Storekeepers', 'group delete Storekeepers --yes'],
  run: ([name], { yes }, config) =>
    withApi(config, async ({ db, ask }) => {
      const { id } = await groupNamed(db, name!)
      const { members } = await db
        .selectFrom('user_group')
        .select((eb) => eb.fn.countAll<number>().as('members'))
        .where('group_id', '=', id)
        .executeTakeFirstOrThrow()
      await agree(`Delete the group ${name}, with ${members} ${Number(members) === 1 ? 'member' : 'members'}?`, yes)
      await ask('DELETE', `/api/user/group/${id}/`)
      say(`group ${name} deleted`)
    })
})
