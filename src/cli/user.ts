import type { Database } from '#db/database.ts'
import { createUser, setGroups } from '#auth/accounts.ts'
import { hashPassword, passwordProblems } from '#auth/passwords.ts'
import { withDatabase } from './data.ts'
import type { Command } from './main.ts'
import { askSecret, Failure, say, table } from './terminal.ts'

/** The user of a name. */
export async function userNamed (db: Database, username: string) {
  const user = await db.selectFrom('user').selectAll().where('username', '=', username).executeTakeFirst()
  if (!user) throw new Failure(`There is no user "${username}". "inventree user list" shows all.`)
  return user
}

async function goodPassword (owner: Parameters<typeof passwordProblems>[1], given: string | undefined, weak: boolean): Promise<string> {
  const password = given ?? await askSecret(`Password for ${owner.username}: `)
  if (password === '') throw new Failure('The password is empty.')
  const problems = weak ? [] : passwordProblems(password, owner)
  if (problems.length) throw new Failure(`${problems.join(' ')} (--weak takes it all the same.)`)
  return await hashPassword(password)
}

const PASSWORD_HELP = `
  --password TEXT  the password; without it you are asked, or the first line of the input is taken
  --weak           take a password that the rules refuse`

export const userCreate: Command = {
  usage: 'NAME [options]',
  summary: 'Create a user',
  help: `
  --email ADDRESS
  --first-name TEXT, --last-name TEXT
  --staff          may manage users and settings
  --superuser      may everything
  --no-password    nobody can sign in before a password is set${PASSWORD_HELP}

Examples:
  inventree user create mara --email mara@workshop.example
  echo "$SECRET" | inventree user create robot --staff
`,
  options: {
    email: { type: 'string' },
    'first-name': { type: 'string' },
    'last-name': { type: 'string' },
    staff: { type: 'boolean' },
    superuser: { type: 'boolean' },
    'no-password': { type: 'boolean' },
    password: { type: 'string' },
    weak: { type: 'boolean' }
  },
  words: [1, 1],
  run: ([username], options, { database }) => withDatabase(database, async (db) => {
    if (!/^[\p{L}\p{N}_.@+-]{1,150}$/u.test(username!)) throw new Failure(`"${username}" is no user name: letters, digits and @ . + - _ are allowed, 150 at most.`)
    if (await db.selectFrom('user').select('id').where('username', '=', username!).executeTakeFirst()) throw new Failure(`There is a user "${username}" already.`)
    const owner = { username: username!, first_name: String(options['first-name'] ?? ''), last_name: String(options['last-name'] ?? ''), email: String(options.email ?? '') }
    const password = options['no-password'] ? '' : await goodPassword(owner, options.password as string | undefined, options.weak === true)
    const id = await db.transaction().execute((trx) => createUser(trx, { ...owner, password, is_staff: options.staff === true || options.superuser === true, is_superuser: options.superuser === true }))
    say(`user ${username} created with pk ${id}`)
  })
}

export const userList: Command = {
  usage: '[--json]',
  summary: 'List the users',
  help: '  --json  for scripts: one array of objects',
  options: { json: { type: 'boolean' } },
  words: [0, 0],
  run: (_words, { json }, { database }) => withDatabase(database, async (db) => {
    const memberships = await db.selectFrom('user_group').innerJoin('group', 'group.id', 'user_group.group_id').select(['user_id', 'name']).orderBy('name').execute()
    const users = (await db.selectFrom('user').selectAll().orderBy('id').execute()).map((user) => ({
      pk: user.id,
      username: user.username,
      email: user.email,
      active: user.is_active === 1,
      staff: user.is_staff === 1,
      superuser: user.is_superuser === 1,
      groups: memberships.filter((one) => one.user_id === user.id).map((one) => one.name)
    }))
    say(json
      ? JSON.stringify(users)
      : table(['pk', 'name', 'email', 'active', 'staff', 'superuser', 'groups'], users.map((u) => [u.pk, u.username, u.email, u.active, u.staff, u.superuser, u.groups.join(', ')])))
  })
}

export const userPassword: Command = {
  usage: 'NAME [--password TEXT] [--weak]',
  summary: 'Set the password of a user',
  help: `${PASSWORD_HELP}

The old password stops working at once, also for a server that is running. Tokens stay valid.
`,
  options: { password: { type: 'string' }, weak: { type: 'boolean' } },
  words: [1, 1],
  run: ([username], options, { database }) => withDatabase(database, async (db) => {
    const user = await userNamed(db, username!)
    const password = await goodPassword(user, options.password as string | undefined, options.weak === true)
    await db.updateTable('user').set({ password }).where('id', '=', user.id).execute()
    say(`the password of ${username} is set`)
  })
}

export const userDeactivate: Command = {
  usage: 'NAME [--undo]',
  summary: 'Keep a user from signing in, by password and by token',
  help: '  --undo  let the user sign in again',
  options: { undo: { type: 'boolean' } },
  words: [1, 1],
  run: ([username], { undo }, { database }) => withDatabase(database, async (db) => {
    const user = await userNamed(db, username!)
    await db.updateTable('user').set({ is_active: undo ? 1 : 0 }).where('id', '=', user.id).execute()
    say(`${username} ${undo ? 'may sign in again' : 'can no longer sign in'}`)
  })
}

export const userGroups: Command = {
  usage: 'NAME [GROUP...]',
  summary: 'Put a user into exactly these groups; without any, list them',
  help: `
  --none  take the user out of all groups

Example:
  inventree user groups mara Storekeepers "Front desk"
`,
  options: { none: { type: 'boolean' } },
  words: [1, Infinity],
  run: ([username, ...names], { none }, { database }) => withDatabase(database, async (db) => {
    const user = await userNamed(db, username!)
    if (names.length || none) {
      const groups = await db.selectFrom('group').selectAll().execute()
      const unknown = names.find((name) => !groups.some((group) => group.name === name))
      if (unknown !== undefined) throw new Failure(`There is no group "${unknown}".${groups.length ? ` There are: ${groups.map((group) => group.name).join(', ')}.` : ''}`)
      await db.transaction().execute((trx) => setGroups(trx, user.id, groups.filter((group) => names.includes(group.name)).map((group) => group.id)))
    }
    const now = await db.selectFrom('user_group').innerJoin('group', 'group.id', 'user_group.group_id').select('name').where('user_id', '=', user.id).orderBy('name').execute()
    say(now.length ? `${username} is in ${now.map((group) => group.name).join(', ')}` : `${username} is in no group`)
  })
}
