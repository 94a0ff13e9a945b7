import t from 'tap'
import { importRecords } from '#framework/transfer/index.ts'
import { startSession } from '#auth/sessions.ts'
import { GUESS_LIMITS } from '#auth/guess-limits.ts'
import { Authenticator } from '../../scripts/conformance/authenticator.ts'
import { build, PASSWORD } from '../helper.ts'
import { Browser } from '../support/browser.ts'
import { TEST_VAULT } from '../support/vault.ts'
import { written } from './roundtrip.ts'

const SECRET = 'BGWHYXSFS3PNDN657WUFFEDAYFKK3KOW'
const SEED = '00112233445566778899aabbccddeeff'.repeat(2) + '0011223344556677'
/** The codes of that seed. */
const CODES = ['96543028', '77560411', '64398994', '56181033', '03197695', '03785152', '09748224', '76340105']
const CREATED = '2026-11-28T19:25:30.251Z'
const CODE = '/api/auth/v1/auth/2fa/authenticate'

const factor = (pk: number, type: string, data: object, user = 'nora') => ({
  model: 'mfa.authenticator',
  pk,
  fields: { user: [user], type, data, created_at: CREATED, last_used_at: null }
})

const user = (pk: number, username: string) => ({
  model: 'auth.user',
  pk,
  fields: { username, password: '', date_joined: CREATED, is_active: true, is_superuser: pk === 1, is_staff: pk === 1 }
})

const FILE = [
  { metadata: true },
  user(1, 'admin'),
  user(2, 'nora'),
  user(3, 'ole'),
  factor(1, 'totp', { secret: SECRET }),
  factor(2, 'recovery_codes', { seed: SEED, used_mask: 4 }),
  factor(3, 'totp', { secret: SECRET }, 'ole'),
  factor(4, 'recovery_codes', { migrated_codes: ['11112222', '33334444'] }, 'ole')
]

t.test('people who move keep their app with codes, and the recovery codes that they have not used', async (t) => {
  const house = await build(t, { guessLimits: { ...GUESS_LIMITS, page: 100, pair: { login: 100, basic: 100 } } })
  const { password } = await house.db.selectFrom('user').select('password').executeTakeFirstOrThrow()
  await importRecords(house.db, FILE, { vault: TEST_VAULT, replace: true })
  await house.db.updateTable('user').set({ password }).execute()
  const give = async (name: string, code: string) => {
    const browser = new Browser(house)
    t.equal((await browser.signIn(name, PASSWORD)).status, 401)
    return (await browser.ask('POST', CODE, { code })).status
  }
  t.equal(await give('nora', await new Authenticator().code('totp', SECRET)), 401, 'goes on')
  for (const [i, code] of CODES.entries()) t.equal(await give('nora', code), i === 2 ? 400 : 401, code)
  t.equal(await give('ole', '33334444'), 401)
  t.equal(await give('ole', '33334444'), 400)
  const stored = JSON.stringify(await house.db.selectFrom('authenticator').selectAll().execute())
  for (const hidden of [SECRET, SEED, '11112222']) t.notMatch(stored, hidden)
  const [, ...records] = await written(house.db)
  t.match(
    records.filter(({ model }) => model === 'mfa.authenticator'),
    [
      { pk: 1, fields: { user: ['nora'], type: 'totp', data: { secret: SECRET }, created_at: CREATED } },
      { pk: 2, fields: { data: { seed: SEED, used_mask: 255 } } },
      { pk: 3 },
      { pk: 4, fields: { data: { migrated_codes: ['11112222'] } } }
    ],
    'and take them along'
  )
})

t.test('without the key of the server second factors are skipped, and counted', async (t) => {
  const { db } = await build(t, {})
  const { skipped } = await importRecords(db, FILE, { replace: true })
  t.equal(skipped.get('mfa.authenticator'), 4)
  t.equal((await db.selectFrom('authenticator').selectAll().execute()).length, 0)
})

t.test('sessions stay behind: those of a file are counted and let nobody in, and none is written', async (t) => {
  const key = '6z38wkr3jskfz8kj13fiygdf1ob98o76'
  const moments = { created_at: CREATED, last_seen_at: CREATED }
  const sessions = [
    {
      model: 'usersessions.usersession',
      pk: 2,
      fields: { user: ['nora'], ip: '127.0.0.1', session_key: key, user_agent: 'x', data: {}, ...moments }
    },
    { model: 'sessions.session', pk: key, fields: { session_data: 'eJw:1abc:x', expire_date: '2099-01-01T00:00:00Z' } }
  ]
  const house = await build(t)
  const { skipped } = await importRecords(house.db, [...FILE, ...sessions], { vault: TEST_VAULT, replace: true })
  t.strictSame(Object.fromEntries(skipped), { 'usersessions.usersession': 1, 'sessions.session': 1 })
  const asked = await house.as(null).get('/api/user/me/', undefined, { cookie: `sessionid=${key}` })
  t.equal(asked.status, 401)
  const { key: own } = await house.db
    .transaction()
    .execute((db) => startSession(db, { user: { id: 2, password: '' }, client: { ip: '::1', userAgent: 'Firefox' } }))
  const { hash } = await house.db.selectFrom('session').select('hash').executeTakeFirstOrThrow()
  const records = await written(house.db)
  t.notOk(records.some(({ model }) => /session/.test(String(model))))
  for (const secret of [own, hash, 'Firefox']) t.notOk(JSON.stringify(records).includes(secret))
})
