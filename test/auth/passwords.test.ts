import t from 'tap'
import { createHash, pbkdf2Sync } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { hashPassword, passwordProblems, pythonList, verifyPassword } from '#auth/passwords.ts'

t.test('an own hash verifies its password only', async (t) => {
  const stored = await hashPassword('correct horse')
  t.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  t.not(stored, await hashPassword('correct horse'), 'salted')
  t.strictSame(await verifyPassword('correct horse', stored), { ok: true, outdated: false })
  t.strictSame(await verifyPassword('correct horsE', stored), { ok: false, outdated: false })
  t.strictSame(await verifyPassword('', stored), { ok: false, outdated: false })
})

t.test('hashes of other forms verify and are outdated', async (t) => {
  const key = pbkdf2Sync('pässword', 'saltsalt', 1000, 32, 'sha256').toString('base64')
  const cheap = await hash('pässword', { memoryCost: 1024, timeCost: 1, parallelism: 1 })
  const table = [
    ['pbkdf2', `pbkdf2_sha256$1000$saltsalt$${key}`],
    ['argon2 with another prefix', `argon2${await hash('pässword')}`],
    ['cheaper argon2', cheap]
  ] as const
  for (const [name, stored] of table) {
    t.strictSame(await verifyPassword('pässword', stored), { ok: true, outdated: true }, name)
    t.strictSame(await verifyPassword('password', stored), { ok: false, outdated: false }, `${name}, wrong password`)
  }
})

t.test('an exported account of a million iterations verifies', async (t) => {
  const stored = 'pbkdf2_sha256$1000000$EgttW8yPZNyJC8pax349v7$caQk6F3+RY4CpNGD4+GWGItdzEjeB6S/Db9X+wYq1Mg='
  t.strictSame(await verifyPassword('readonly', stored), { ok: true, outdated: true })
})

t.test('other stored values verify nothing, at the cost of a real check', async (t) => {
  const md5 = createHash('md5').update('x').digest('hex')
  const values = [
    null,
    '',
    '!',
    '!abcdef',
    'x',
    `md5$salt$${md5}`,
    'pbkdf2_sha256$',
    'pbkdf2_sha256$0$salt$aaaa',
    'pbkdf2_sha256$1000$salt$',
    'pbkdf2_sha256$1e3$salt$aaaa',
    `pbkdf2_sha256$1000$$${'A'.repeat(43)}=`,
    `pbkdf2_sha256$99999999999$salt$${'A'.repeat(43)}=`,
    '$argon2id$broken',
    'argon2$',
    '$argon2id$v=19$m=1,t=1,p=1$$'
  ]
  // Processor time, not time: other programs make the machine slow, but not the check cheap.
  const costOf = async (stored: string | null) => {
    const before = process.cpuUsage()
    t.strictSame(await verifyPassword('x', stored), { ok: false, outdated: false }, `stored ${JSON.stringify(stored)}`)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const real = await hashPassword('y')
  const usual = Math.min(await costOf(real), await costOf(real), await costOf(real))
  for (const stored of values) t.ok((await costOf(stored)) > usual / 4, 'costs what a real check costs')
})

const mara = { username: 'mara', first_name: 'Mara', last_name: 'Lindqvist-Berg', email: 'mara@workshop.example' }
const nobody = { username: '', first_name: '', last_name: '', email: '' }
const SHORT = 'This password is too short. It must contain at least 8 characters.'
const COMMON = 'This password is too common.'
const NUMERIC = 'This password is entirely numeric.'
const similar = (what: string) => `The password is too similar to the ${what}.`

const judged: ReadonlyArray<readonly [string, typeof mara, readonly string[]]> = [
  ['Turbine-Kayak-44', mara, []],
  ['short', { ...mara, username: 'x' }, [SHORT]],
  ['password', mara, [COMMON]],
  ['Ball-bearing-608', mara, []],
  ['qwerty123', mara, [COMMON]],
  ['  PassWord ', mara, [COMMON]],
  ['1234', mara, [SHORT, COMMON, NUMERIC]],
  ['83920174652', mara, [NUMERIC]],
  ['\u0663\u0664\u0665\u0666\u0663\u0664\u0665\u0669', nobody, [NUMERIC]],
  ['arma', mara, [similar('username'), SHORT]],
  ['mara@workshop', { ...mara, username: 'm.l', first_name: '' }, [similar('email address')]],
  ['Lindqvist9', mara, [similar('last name')]],
  ['GERB', nobody, [SHORT]],
  ['gerb', mara, [similar('last name'), SHORT]],
  ['', nobody, [SHORT]],
  ['\u{1F600}\u{1F600}\u{1F600}\u{1F600}', nobody, [SHORT]]
]
for (const [password, user, problems] of judged) {
  t.strictSame(passwordProblems(password, user), problems, `judges ${JSON.stringify(password)}`)
}

const lists: ReadonlyArray<readonly [readonly string[], string]> = [
  [[], '[]'],
  [['a', 'b c'], "['a', 'b c']"],
  [["it's"], '["it\'s"]'],
  [['"x"'], '[\'"x"\']'],
  [['it\'s "x"'], "['it\\'s \"x\"']"],
  [
    ['a\\b\n\t\r\u0000\u007f\u00a0\u00e9\u200e\u{1F600}\u{e0001}'],
    "['a\\\\b\\n\\t\\r\\x00\\x7f\\xa0é\\u200e\u{1F600}\\U000e0001']"
  ]
]
for (const [texts, written] of lists) t.equal(pythonList(texts), written, `writes ${written}`)
