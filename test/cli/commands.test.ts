import t from 'tap'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { verifyPassword } from '#auth/passwords.ts'
import { help, read } from '#cli/command.ts'
import { COMMANDS } from '#cli/commands.ts'
import { afterDays } from '#framework/time.ts'
import { command, environment, folder, inside, run } from '../server/run.ts'

const directory = folder(t)
const env = { INVENTREE_DB_NAME: join(directory, 'data.sqlite3') }
const inventree = (...args: string[]) => inside(args, env)

/** Looks into the database that the commands work on. */
async function look<Result>(see: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>): Promise<Result> {
  const db = await openDatabase(env.INVENTREE_DB_NAME)
  try {
    return await see(db)
  } finally {
    await db.destroy()
  }
}

t.test('migrate makes the database, and does no harm twice', async (t) => {
  for (let n = 0; n < 2; n++) t.match(await run(['migrate'], env), { code: 0, out: /is up to date/, err: '' })
  t.ok(existsSync(env.INVENTREE_DB_NAME))
})

t.test('user create: with a password from the line or from the input', async (t) => {
  t.match(
    await inventree(
      'user',
      'create',
      'mara',
      '--password',
      'Turbine-Kayak-44',
      '--email',
      'mara@workshop.example',
      '--staff'
    ),
    { code: 0, out: 'user mara created with pk 1\n' }
  )
  t.match(await run(['user', 'create', 'robot'], env, 'Hot-plate-946\nmore\n'), { code: 0 })
  const users = await look((db) => db.selectFrom('user').selectAll().orderBy('id').execute())
  t.match(users, [
    { username: 'mara', email: 'mara@workshop.example', is_staff: 1, is_superuser: 0 },
    { username: 'robot', is_staff: 0 }
  ])
  t.ok((await verifyPassword('Hot-plate-946', users[1]!.password)).ok)
})

t.test('user create: what cannot be done → exit code 1 with the reason', async (t) => {
  t.match(await inventree('user', 'create', 'mara', '--password', 'Turbine-Kayak-44'), {
    code: 1,
    out: '',
    err: 'There is a user "mara" already.\n'
  })
  t.match(await inventree('user', 'create', 'weak', '--password', '1234'), {
    code: 1,
    err: /too short.*--weak takes it/
  })
  t.equal((await look((db) => db.selectFrom('user').select('id').execute())).length, 2)
})

t.test('user list --json is for scripts', async (t) => {
  const { code, out } = await inventree('user', 'list', '--json')
  t.equal(code, 0)
  t.match(JSON.parse(out), [
    { pk: 1, username: 'mara', active: true, staff: true, superuser: false, groups: [] },
    { username: 'robot' }
  ])
})

t.test('user password, change, activate, deactivate and delete', async (t) => {
  t.match(await inventree('user', 'password', 'mara', '--password', 'Kettle-Anvil-7'), { code: 0 })
  t.match(await inventree('user', 'deactivate', 'robot'), { code: 0 })
  t.match(await inventree('user', 'deactivate', 'nobody'), { code: 1, err: /There is no user "nobody"/ })
  t.match(await inventree('user', 'change', 'mara', '--no-staff', '--first-name', 'Mara'), { code: 0 })
  t.match(await inventree('user', 'change', 'mara'), { code: 2, err: /Say what is to change/ })
  t.match(await inventree('user', 'change', 'mara', '--staff', '--no-staff'), { code: 2, err: /contradict/ })
  t.match(
    await inventree('user', 'change', 'mara', '--username', 'robot'),
    { code: 1, err: 'username: A user with that username already exists.\n' },
    "the API's own rules"
  )
  const [mara, robot] = await look((db) => db.selectFrom('user').selectAll().orderBy('id').execute())
  t.ok((await verifyPassword('Kettle-Anvil-7', mara!.password)).ok)
  t.match(mara, { first_name: 'Mara', is_staff: 0, is_active: 1 })
  t.equal(robot!.is_active, 0)
  t.match(await inventree('user', 'activate', 'robot'), { code: 0 })
  t.match(await inventree('user', 'create', 'gone', '--no-password'), { code: 0 })
  t.match(await inventree('user', 'delete', 'gone'), {
    code: 2,
    err: /Delete the user gone\? Nothing was done: add --yes/
  })
  t.match(await inventree('user', 'delete', 'gone', '--yes'), { code: 0 })
  t.match(await look((db) => db.selectFrom('user').select(['username', 'is_active']).orderBy('id').execute()), [
    { username: 'mara' },
    { username: 'robot', is_active: 1 }
  ])
})

t.test('group: roles with what they bring along, members, and the end', async (t) => {
  t.match(await inventree('group', 'create', 'Keepers', 'stock=add', 'part=view'), {
    code: 0,
    out: 'group Keepers created with pk 1\n'
  })
  t.match(await inventree('group', 'create', 'Keepers'), {
    code: 1,
    err: 'name: group with this name already exists.\n'
  })
  t.match(await inventree('group', 'create', 'Others', 'stok=add'), { code: 2, err: /"stok=add" names no role/ })
  t.match(await inventree('group', 'add', 'Keepers', 'mara', 'robot'), { code: 0 })
  t.match(await inventree('group', 'remove', 'Keepers', 'robot'), { code: 0 })
  t.match(await inventree('group', 'roles', 'Keepers', 'all=none', 'stock=change'), {
    code: 0,
    out: /^stock +yes +- +yes +- /m
  })
  const shown = JSON.parse((await inventree('group', 'show', 'Keepers', '--json')).out)
  t.match(shown, { pk: 1, name: 'Keepers', roles: { stock: ['view', 'change'], part: [] }, members: ['mara'] })
  t.match(await inventree('user', 'show', 'mara'), {
    code: 0,
    out: /^groups +Keepers$[^]*^Stock Items +view, change$/m
  })
  t.match(await inventree('user', 'groups', 'mara', 'Nowhere'), {
    code: 1,
    err: /There is no group "Nowhere". There are: Keepers/
  })
  t.match(await inventree('user', 'groups', 'robot', 'Keepers'), { code: 0, out: 'robot is in Keepers\n' })
  t.match(await inventree('user', 'groups', 'robot', '--none'), { code: 0, out: 'robot is in no group\n' })
  t.match(JSON.parse((await inventree('group', 'list', '--json')).out), [{ pk: 1, name: 'Keepers', members: 1 }])
  t.match(await inventree('group', 'delete', 'Keepers'), { code: 2, err: /with 1 member\?/ })
  t.match(await inventree('group', 'delete', 'Keepers', '--yes'), { code: 0 })
  t.strictSame(await look((db) => db.selectFrom('group').selectAll().execute()), [])
})

t.test('setting: the rules of the API, and the way back', async (t) => {
  t.match(await inventree('setting', 'set', 'PART_COMPONENT', 'false'), { code: 0, out: 'PART_COMPONENT is false\n' })
  t.match(await inventree('setting', 'get', 'part_component'), { code: 0, out: 'false\n' })
  t.match(await inventree('setting', 'reset', 'PART_COMPONENT'), { code: 0, out: 'PART_COMPONENT is true\n' })
  t.match(await inventree('setting', 'set', 'INVENTREE_DEFAULT_CURRENCY', 'XXX'), {
    code: 1,
    err: 'Chosen value is not a valid option\n'
  })
  t.match(await inventree('setting', 'set', 'NO_SUCH_THING', '1'), {
    code: 1,
    err: /There is no setting NO_SUCH_THING/
  })
  const listed = JSON.parse((await inventree('setting', 'list', 'base', 'CURRENCY', '--json')).out)
  t.match(
    listed.map(({ key }: { key: string }) => key),
    ['INVENTREE_DEFAULT_CURRENCY', 'PURCHASEORDER_CONVERT_CURRENCY']
  )
  t.match(await inventree('setting', 'get', 'INVENTREE_DEFAULT_CURRENCY', '--all'), {
    code: 0,
    out: /^default +USD$[^]*^can be +AUD, /m
  })
})

t.test('token create prints the token alone; list blanks it out; revoke ends it', async (t) => {
  const { code, out, err } = await inventree('token', 'create', 'mara', '--name', 'scanner')
  t.equal(code, 0)
  t.match(out, /^inv-[0-9a-f]{40}-\d{8}\n$/)
  t.match(err, new RegExp(`valid through ${afterDays(365)}`))
  const listed = await inventree('token', 'list', '--json')
  t.match(JSON.parse(listed.out), [{ id: 1, username: 'mara', name: 'scanner', state: 'active' }])
  t.notMatch(listed.out, out.trim())
  t.match(await inventree('token', 'create', 'mara', '--expiry', 'tomorrow'), {
    code: 1,
    out: '',
    err: /^expiry: Date has wrong format/
  })
  t.match(await inventree('token', 'revoke', '1'), { code: 0 })
  t.match(await inventree('token', 'revoke', '424242'), { code: 1 })
  t.match(await look((db) => db.selectFrom('api_token').select('revoked').execute()), [{ revoked: 1 }])
  const made = JSON.parse((await inventree('token', 'create', 'mara', '--json', '--expiry', '2099-12-31')).out)
  t.match(made, { id: 2, user: 'mara', name: '', expiry: '2099-12-31', token: /^inv-/ })
  t.match(await inventree('token', 'revoke'), { code: 2, err: /Say which/ })
  t.match(await inventree('token', 'revoke', '--user', 'mara'), { code: 2, err: /Revoke all 1 tokens of mara\?/ })
  t.match(await inventree('token', 'revoke', '--user', 'mara', '--yes'), { code: 0, out: '1 tokens of mara revoked\n' })
  t.match(JSON.parse((await inventree('token', 'list', 'mara', '--json')).out), [
    { state: 'revoked' },
    { state: 'revoked' }
  ])
})

t.test('export and import carry everything over', async (t) => {
  const file = join(directory, 'export.json')
  t.match(await inventree('export', file), { code: 0 })
  t.equal(statSync(file).mode & 0o777, 0o600, 'for its owner alone: hashes of passwords are in it')
  t.notMatch(readFileSync(file, 'utf8'), /inv-[0-9a-f]{40}/, 'no tokens')
  const other = { INVENTREE_DB_NAME: join(directory, 'other.sqlite3') }
  t.match(await run(['import', file], other), { code: 0, err: /taken:/ })
  const listed = JSON.parse((await run(['user', 'list', '--json'], other)).out)
  t.match(listed, [{ username: 'mara', email: 'mara@workshop.example' }, { username: 'robot' }])
  t.match(await run(['import', file], other), { code: 1, err: /nothing was changed/ }, 'not over data')
  writeFileSync(join(directory, 'broken.json'), '[{"model": ')
  t.match(await run(['import', join(directory, 'broken.json')], other), { code: 1, err: /nothing was changed/ })
  t.match(await run(['import', join(directory, 'nothing.json')], other), { code: 1, err: /cannot be read/ })
})

t.test('help: of everything, of a group, of every command, with examples that the command line knows', async (t) => {
  for (const args of [[], ['--help'], ['-h'], ['help']]) {
    const { code, out, err } = await inventree(...args)
    t.match(
      { code, out, err },
      { code: 0, out: /Usage: inventree COMMAND[^]*setting … +list, get, set, reset\n/, err: '' }
    )
    t.ok(out.split('\n').length < 25, 'it fits on a screen')
  }
  for (const args of [['user'], ['user', '--help'], ['help', 'user']])
    t.match(await inventree(...args), {
      code: 0,
      out: /^Usage: inventree user COMMAND[^]* user password NAME /,
      err: ''
    })
  for (const args of [
    ['restore', '--help'],
    ['help', 'restore']
  ])
    t.match(await inventree(...args), { code: 0, out: /Usage: inventree restore FILE \[options\]/, err: '' })
  t.match(await inventree('user', '--help'), { code: 0, out: /user groups NAME \[GROUP\.\.\.\]/ })
  t.match(await inventree('user', 'create', '--help'), {
    code: 0,
    out: /Usage: inventree user create NAME \[options\]\n\n {2}--email ADDRESS/,
    err: ''
  })
  t.match(await inventree('user', 'nonsense'), {
    code: 2,
    out: '',
    err: '"inventree help user" lists the commands.\nThere is no command "user nonsense".\n'
  })
  for (const [typed, meant] of Object.entries({
    srve: 'serve',
    'usr list': 'user list',
    'user lsit': 'user list',
    'help imprt': 'import',
    'SETTING get': 'setting get',
    'tokens --help': 'token --help'
  }))
    t.match(await inventree(...typed.split(' ')), {
      code: 2,
      out: '',
      err: new RegExp(
        `^"inventree help( user)?" lists the commands\\.\nThere is no command ".*"\\. Did you mean "inventree ${meant}"\\?\n$`
      )
    })
  for (const name of ['constructor', '__proto__'])
    t.match(await inventree(name), { code: 2, out: '', err: new RegExp(`There is no command "${name}"`) })
  t.match(await inventree('user', 'list', '--jsn'), {
    code: 2,
    err: `"inventree help user list" lists the options.\nUnknown option '--jsn'. Did you mean "--json"?\n`
  })
  t.match(await inventree('group', 'show'), {
    code: 2,
    err: 'Usage: inventree group show NAME [options]\n"inventree group show" lacks NAME.\n'
  })
  for (const [name, command] of Object.entries(COMMANDS)) {
    const [, printed] = help(name, command).split(/\n\nExamples?:\n/)
    for (const line of printed!.split('\n')) t.match(line, `inventree ${name}`, 'an example can be copied')
    for (const option of Object.keys(command.options))
      t.match(command.examples.join('\n'), new RegExp(`--(no-)?${option}\\b`), `${name} shows how to use --${option}`)
    for (const example of command.examples) {
      const line = (example.split(/\binventree (?=[a-z])/)[1] ?? example).split(/ \||\)/)[0]!
      const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map((match) => match[1] ?? match[0])
      t.strictSame(words.slice(0, name.split(' ').length).join(' '), name, example)
      t.doesNotThrow(() => read(name, command, words.slice(name.split(' ').length)), example)
    }
  }
})

t.test('--version', async (t) => {
  for (const args of [['--version'], ['-V']])
    t.match(await inventree(...args), {
      code: 0,
      out: /^inventree-server \d+\.\d+\.\d+: the API of InvenTree \d.*\n$/,
      err: ''
    })
})

t.test('restore looks for its file before it asks', async (t) => {
  const missing = join(directory, 'nothing.tar.gz')
  t.match(await inventree('restore', missing), {
    code: 1,
    out: '',
    err: `${missing} cannot be read: there is no such file.\n`
  })
  t.match(await inventree('restore', directory), { code: 1, err: `${directory} is no file.\n` })
  const file = join(directory, 'file.tar.gz')
  writeFileSync(file, 'a letter')
  t.match(await inventree('restore', file), {
    code: 2,
    err: /^Put .* in the place of .*\? Nothing was done: add --yes/
  })
})

t.test('completion: words and options of the shell that is asked for', async (t) => {
  const { code, out } = await inventree('completion', 'bash')
  t.equal(code, 0)
  const complete = (...words: string[]) =>
    execFileSync(
      'bash',
      [
        '-c',
        `${out}\nCOMP_WORDS=(inventree "$@"); COMP_CWORD=$#; _inventree; echo "\${COMPREPLY[*]}"`,
        'bash',
        ...words
      ],
      { encoding: 'utf8' }
    ).trim()
  t.equal(complete('s'), 'serve setting')
  t.equal(complete('group', 'r'), 'roles remove')
  t.equal(complete('user', 'change', '--no-s'), '--no-staff --no-superuser')
  t.equal(complete('serve', '--memory', '--p'), '--port')
  t.match(complete('serve', ''), '--address --memory --import', 'options, where nothing else can follow')
  t.equal(complete('import', ''), '', 'files, where one is wanted')
  t.equal(complete('import', '-'), '--replace --dry-run --skip-invalid --create')
  t.match(await inventree('completion', 'zsh'), { code: 0, out: /^#compdef inventree\n/ })
  t.match(await inventree('completion', 'fish'), {
    code: 0,
    out: /-n '__fish_seen_subcommand_from user; and __fish_seen_subcommand_from create' -l email -d/
  })
  for (const name of ['tcsh', 'constructor'])
    t.match(await inventree('completion', name), { code: 2, err: /bash, zsh, fish/ })
})

t.test('a database of a newer version → exit code 1, and it is left alone', async (t) => {
  const newer = { INVENTREE_DB_NAME: join(directory, 'newer.sqlite3') }
  const db = await openDatabase(newer.INVENTREE_DB_NAME)
  await createUser(db, { username: 'mara' })
  await db
    .insertInto('kysely_migration' as never)
    .values({ name: '999-future', timestamp: '2099-01-01' } as never)
    .execute()
  await db.destroy()
  const { code, err } = await run(['migrate'], newer)
  t.equal(code, 1)
  t.match(err, /999-future/)
})

t.test(
  'what is printed is not read to its end → the command ends as it would have; the disk does not take it → 1, and why',
  async (t) => {
    const print = async (stdout: 'pipe' | number) => {
      const child = spawn(...command(['setting', 'list']), { env: environment(env), stdio: ['ignore', stdout, 'pipe'] })
      child.stdout?.destroy()
      let err = ''
      child.stderr!.on('data', (chunk) => {
        err += chunk
      })
      const [code] = await once(child, 'close')
      return { code, err }
    }
    t.strictSame(await print('pipe'), { code: 0, err: '' })
    if (!existsSync('/dev/full')) return
    const full = openSync('/dev/full', 'w')
    t.match(await print(full), { code: 1, err: /^Not all of it could be printed: ENOSPC/ })
    closeSync(full)
  }
)
