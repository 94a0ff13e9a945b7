// What a command says of files, folders and words that do not fit: in words, and with the names that somebody chose.
import t from 'tap'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asNobody } from '../support/nobody.ts'
import { command, environment, folder, inside, run } from '../server/run.ts'

const directory = folder(t)
const env = { INVENTREE_DB_NAME: join(directory, 'data.sqlite3') }
const inventree = (...args: string[]) => inside(args, env)

t.test('too few or too many words → 2, with what is missing or too much at the end', async (t) => {
  for (const [args, said] of [
    [['import'], '"inventree import" lacks FILE.'],
    [['setting', 'set', 'PART_IPN_REGEX'], '"inventree setting set" lacks VALUE.'],
    [['group', 'add'], '"inventree group add" lacks NAME and USER.'],
    [['import', 'a.json', 'b.json'], '"inventree import" takes no "b.json" after FILE.'],
    [['serve', 'x', 'y'], '"inventree serve" takes no "x" and no "y".']
  ] as const)
    t.match(await inventree(...args), { code: 2, out: '', err: new RegExp(`^Usage: inventree .*\\n${said}\\n$`) })
})

t.test('a file that cannot be read → why, in words', async (t) => {
  const missing = join(directory, 'missing.json')
  for (const [args, file, why] of [
    [['import'], missing, 'there is no such file'],
    [['import'], directory, 'it is a folder'],
    [['restore'], missing, 'there is no such file'],
    [['web', 'install'], missing, 'there is no such file']
  ] as const)
    t.match(await inventree(...args, file), { code: 1, out: '', err: new RegExp(`annot be read: ${why}\\.\\n$`) })
})

t.test('a file that cannot be written → the folder, and no name that nobody chose', async (t) => {
  await inventree('migrate')
  for (const name of ['backup', 'export']) {
    const nowhere = join(directory, 'nowhere', 'file')
    t.match(await inventree(name, nowhere), {
      code: 1,
      err: `inventree ${name} failed: ${nowhere} was not written: there is no folder ${join(directory, 'nowhere')}.\n`
    })
    t.match(await inventree(name, directory), { code: 1, err: / was not written: it is a folder\.\n$/ })
  }
  t.strictSame(
    readdirSync(directory).filter((file) => file.endsWith('.part')),
    []
  )
})

const nobody = asNobody()

t.test(
  'what this user may not read or write → which file or folder',
  { skip: nobody === undefined && 'a superuser may do everything' },
  async (t) => {
    const own = folder(t)
    chmodSync(own, 0o755)
    const data = join(own, 'data')
    mkdirSync(data)
    chmodSync(data, 0o777)
    const ended = (args: string[], more: Record<string, string> = {}) => {
      const [program, rest] = command(args)
      const [first, ...words] = [...nobody!, program, ...rest]
      const settings = environment({ INVENTREE_DB_NAME: join(data, 'data.sqlite3'), ...more })
      return spawnSync(first!, words, { env: settings, encoding: 'utf8', timeout: 30_000 }).stderr
    }
    t.equal(ended(['migrate']), '')
    const target = join(own, 'closed.json')
    t.equal(
      ended(['export', target]),
      `inventree export failed: ${target} was not written: The folder ${own} cannot be written to: this user may not write there.\n`
    )
    const letter = join(own, 'letter')
    writeFileSync(letter, '[]')
    chmodSync(letter, 0)
    t.equal(ended(['import', letter]), `${letter} cannot be read: this user may not read it.\n`)
    t.match(
      ended(['serve', '--port', '0'], { INVENTREE_SECRET_KEY_FILE: letter }),
      `${letter}, the key that seals tokens, cannot be read: this user may not read it.\n`
    )
    chmodSync(join(data, 'data.sqlite3'), 0o444)
    t.match(
      ended(['serve', '--port', '0']),
      `inventree serve failed: The file ${join(data, 'data.sqlite3')} cannot be written to: this user may not write there.\n`
    )
    chmodSync(join(data, 'data.sqlite3'), 0)
    t.equal(
      ended(['user', 'list']),
      `inventree user list failed: The database ${join(data, 'data.sqlite3')} cannot be read: this user may not read it.\n`
    )
  }
)

t.test('a setting that is true or false is nothing else', async (t) => {
  t.match(await inventree('setting', 'set', 'INVENTREE_BACKUP_ENABLE', 'ture'), {
    code: 1,
    err: 'INVENTREE_BACKUP_ENABLE is true or false, but not "ture".\n'
  })
  t.match(await inventree('setting', 'set', 'INVENTREE_BACKUP_ENABLE', 'yes'), { code: 0, out: /is true\n$/ })
  t.match(await inventree('setting', 'reset', 'INVENTREE_BACKUP_ENABLE'), { code: 0, out: /is false\n$/ })
})

t.test('the first administrator gets no name and no address that an account may not have', async (t) => {
  for (const [name, value] of [
    ['INVENTREE_ADMIN_USER', 'a b'],
    ['INVENTREE_ADMIN_USER', 'x'.repeat(151)],
    ['INVENTREE_ADMIN_EMAIL', 'nonsense']
  ] as const) {
    const place = join(folder(t), 'data.sqlite3')
    t.match(await run(['serve', '--port', '0'], { INVENTREE_DB_NAME: place, [name]: value }), {
      code: 2,
      err: new RegExp(`^${name} is "${value}"\\. `)
    })
    t.notOk(existsSync(place))
  }
})
