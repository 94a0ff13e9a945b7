import t from 'tap'
import { importRecords } from '#framework/transfer/index.ts'
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
