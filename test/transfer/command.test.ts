// The command that imports, as somebody runs it.
import t from 'tap'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropDatabase, environmentOf, makeDatabase, onPostgres } from '../support/postgres.ts'
import { command, environment, folder, run } from '../server/run.ts'
import { exported, having } from './records.ts'

/** A folder with a file of some records, and the environment of a server that has its data there. */
async function place(t: Parameters<typeof folder>[0], records: unknown) {
  const data = folder(t)
  const file = join(data, 'export.json')
  writeFileSync(file, typeof records === 'string' ? records : JSON.stringify(records))
  const env: Record<string, string> = { INVENTREE_DB_NAME: join(data, 'data.sqlite3') }
  if (onPostgres) {
    const made = await makeDatabase()
    t.teardown(() => dropDatabase(made.name))
    Object.assign(env, environmentOf(made))
  }
  return { data, file, env }
}

t.test('import prints what was taken, translated, left out and skipped, each with its reason', async (t) => {
  const old = [
    {
      model: 'auth.user',
      pk: 1,
      fields: { username: 'olga', is_superuser: true, date_joined: '2022-03-01T10:00:00Z' }
    },
    { model: 'part.part', pk: 1, fields: { name: 'Bolt', last_stocktake: '2023-01-06', colour: 'red' } },
    { model: 'part.partattachment', pk: 1, fields: { part: 1, link: 'https://example.com', attachment: '' } },
    ...[
      'users.apitoken',
      'account.emailconfirmation',
      'allauth_2fa.totpdevice',
      'label.partlabel',
      'machine.machineconfig',
      'common.notificationmessage',
      'usersessions.usersession',
      'moon.rock'
    ].map((model) => ({ model, pk: 1, fields: {} }))
  ]
  const { file, env } = await place(t, old)
  const { code, err } = await run(['import', file], env)
  t.equal(code, 0)
  for (const line of [
    '1  auth.user',
    '1  part.partattachment → common.attachment (0.16)',
    '1  part.part.last_stocktake: the newest stocktake of the part tells it (1.0)',
    '1  users.apitoken (API tokens: everybody makes a new one)',
    '1  account.emailconfirmation (keys that confirm addresses, of which there are none)',
    '1  allauth_2fa.totpdevice (second factors of an older release: users set up new ones)',
    '1  label.partlabel (templates of reports and labels in the form of earlier releases: upload their files anew)',
    '1  machine.machineconfig (machines and their settings)',
    '1  common.notificationmessage (notifications: they stay behind)',
    '1  usersessions.usersession (sessions: everybody signs in again)',
    '1  moon.rock',
    '1  part.part.colour'
  ])
    t.ok(err.split('\n').includes(`  ${line.padStart(line.length + 6)}`), line)
  t.match(err, /warning: The file has no header/)
})

t.test('import tells all faults and how to go on; --skip-invalid lists what it left out', async (t) => {
  const wrong = exported((records) => {
    having('part.part', 11, { name: null })(records)
    having('build.build', 2, { quantity: 'many' })(records)
  })
  const { file, env } = await place(t, wrong)
  const refused = await run(['import', file], env)
  t.match(refused, {
    code: 1,
    err: /nothing was changed\. 2 of its records are wrong:\n {2}part\.part 11: "name" must not be null\.\n {2}build\.build 2: .*\nTo take the rest without them: --skip-invalid/
  })
  const { code, err } = await run(['import', '--skip-invalid', file], env)
  t.equal(code, 0)
  t.match(err, /left out, because they are wrong, \d+ records:\n {2}part\.part 11: "name" must not be null\./)
  t.match(err, /part\.partstar 1: "part" names part\.part 11, which is left out\./)
  t.match(err, /fields emptied[^:]*:\n +1 {2}part\.part\.revision_of/)
})

t.test('import --dry-run says what would be; neither data nor a database comes of it', async (t) => {
  const { data, file, env } = await place(t, exported())
  const { code, err } = await run(['import', '--dry-run', file], env)
  t.equal(code, 0)
  t.match(err, /would be taken:\n[^]* 4 {2}part\.part\n[^]*Nothing was changed\./)
  t.strictSame(readdirSync(data), ['export.json'])
  if (onPostgres) t.match(await run(['user', 'list', '--json'], env), { out: '[]\n' })
})

t.test(
  'a file that cannot be read is told before a database is made for it, and before anything is asked',
  async (t) => {
    const { data, env } = await place(t, exported())
    const missing = join(data, 'nothing.json')
    t.match(await run(['import', missing], env), { code: 1, err: /nothing\.json cannot be read/ })
    t.notOk(existsSync(env.INVENTREE_DB_NAME!))
    t.match(await run(['user', 'create', 'olga', '--password', 'Turbine-Kayak-44'], env), { code: 0 })
    const { code, err } = await run(['restore', missing], env)
    t.equal(code, 1)
    t.match(err, /nothing\.json cannot be read: there is no such file/)
    t.notMatch(err, /Put .* in the place of/)
  }
)

const hasTerminal = spawnSync('script', ['--version']).status === 0

t.test(
  'on a terminal import shows how far it is, and with which model',
  { skip: !hasTerminal && 'there is no program "script"' },
  async (t) => {
    const { file, env } = await place(t, exported())
    const [program, args] = command(['import', file])
    const line = [program, ...args].map((word) => `'${word}'`).join(' ')
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], { env: environment(env), encoding: 'utf8' })
    t.match(stdout, /\r\u001b\[K\d+ of \d+ records: part\.part/)
    t.match(stdout, /records: build\.builditem/)
  }
)

t.test('what a file says stays within its line', async (t) => {
  const { file, env } = await place(t, [
    { model: 'moon.rock\ntaken:\n      9  part.part\u001b[31m', pk: 1, fields: {} }
  ])
  const { code, err } = await run(['import', '--dry-run', file], env)
  t.equal(code, 0)
  t.match(err, String.raw`      1  moon.rock\u000ataken:\u000a      9  part.part\u001b[31m` + '\n')
  const { file: other, env: same } = await place(t, 'oh\nno')
  t.match(await run(['import', '--dry-run', other], same), {
    code: 1,
    err: /^.*The file is not JSON: .*oh\\u000ano.*\n$/
  })
})

t.test('import --replace keeps what was there as a backup, which restore takes', async (t) => {
  const part = (name: string) => [{ model: 'part.part', pk: 1, fields: { name } }]
  const { data, file: bolt, env } = await place(t, part('Bolt'))
  const nut = join(data, 'nut.json')
  writeFileSync(nut, JSON.stringify(part('Nut')))
  const here = { ...env, INVENTREE_BACKUP_DIR: join(data, 'kept') }
  t.match(await run(['import', bolt], here), { code: 0 })
  t.match(await run(['import', nut], here), {
    code: 1,
    err: /is not empty.*\n.*keep what is in it as a backup: --replace\n$/
  })
  t.match(await run(['import', '--replace', '--dry-run', nut], here), { code: 0 })
  t.notOk(existsSync(here.INVENTREE_BACKUP_DIR), 'nothing was written where nothing is to be changed')
  const { code, err } = await run(['import', '--replace', nut], here)
  t.equal(code, 0)
  const [, backup] = /^kept, as a backup: (\S+)$/m.exec(err) ?? []
  t.ok(backup && existsSync(backup), 'the backup is where it is said to be')
  t.match(await run(['restore', '--yes', backup!], here), { code: 0 })
  t.match(await run(['export', join(data, 'again.json')], here), { code: 0 })
  t.match(readFileSync(join(data, 'again.json'), 'utf8'), /Bolt/)
})
