import t from 'tap'
import { GUESS_LIMITS } from '#auth/guess-limits.ts'
import { build, PASSWORD } from '../helper.ts'
import { Browser } from '../support/browser.ts'
import { contract } from '../support/contract.ts'

const SESSION = '/api/auth/v1/auth/session'
const CHANGE = '/api/auth/v1/account/password/change'
const area = contract.operations.filter(({ path }) => path.startsWith('/api/auth/v1/'))
const changing = area.filter(({ method }) => method !== 'get')

const BODIES = [
  'null',
  '[]',
  '[{}]',
  '"text"',
  '1',
  '{',
  '{"a":',
  'a=1',
  ...[
    { username: { a: 1 }, password: [1] },
    { username: '\0', password: '\0', code: '\0', email: '\0' },
    { code: 'x'.repeat(5000), password: 'x'.repeat(5000), username: 'x'.repeat(300), new_password: 'x'.repeat(2000) },
    { code: { toString: 1 }, sessions: [{}], authenticators: ['x', null], id: [], name: {}, credential: [] },
    { sessions: 'x', authenticators: { a: 1 }, credential: 'x', token: [], process: {}, provider: 1, account: [[]] },
    { sessions: Array(2000).fill(1), authenticators: Array(2000).fill(1) },
    { __proto__: 1, constructor: 1, hasOwnProperty: 1 },
    { trust: { a: 1 }, sessions: [1e300], id: 1e300, authenticators: [-1] }
  ].map((body) => JSON.stringify(body))
]

t.test('whatever is sent → an answer in the form of the area, never 500', async (t) => {
  const house = await build(t, { guessLimits: { ...GUESS_LIMITS, page: 100_000 } })
  const [stranger, browser] = [new Browser(house), new Browser(house)]
  for (const who of [stranger, browser]) {
    await who.ask('GET', SESSION)
    for (const { method, path } of changing) {
      for (const payload of BODIES) {
        const headers = {
          cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'x-csrftoken': who.cookies.get('csrftoken')!,
          'content-type': 'application/json'
        }
        const { status, text } = await house.request({
          method: method.toUpperCase() as 'POST',
          url: path,
          payload,
          headers
        })
        if (![200, 302, 400, 401, 403, 409, 429].includes(status))
          t.fail(`${method} ${path} ${payload}: ${status} ${text}`)
      }
    }
    if (who === stranger) await browser.signIn('admin', PASSWORD)
  }
  t.pass(`${changing.length} operations`)
})

t.test('without the CSRF token → 403 everywhere before anything else; GET needs none', async (t) => {
  const house = await build(t)
  for (const { method, path } of changing) {
    const { status, body } = await house.request({
      method: method.toUpperCase() as 'POST',
      url: path,
      payload: '{',
      headers: { 'content-type': 'application/json' }
    })
    t.equal(status, 403, `${method} ${path}`)
    t.match(body.detail, /^CSRF verification failed/)
  }
})

t.test('methods that an address has not → 405 without a body; OPTIONS → 200 without a body', async (t) => {
  const house = await build(t)
  const browser = new Browser(house)
  await browser.signIn('admin', PASSWORD)
  for (const path of new Set(area.map((one) => one.path))) {
    const has = area.filter((one) => one.path === path).map(({ method }) => method)
    const { status, text, headers } = await browser.ask('OPTIONS', path)
    t.strictSame([status, text], [200, ''], path)
    for (const method of has) t.match(headers.allow, method.toUpperCase())
  }
  for (const [method, path] of [
    ['POST', '/api/auth/v1/config'],
    ['PUT', SESSION],
    ['GET', '/api/auth/v1/auth/login'],
    ['DELETE', '/api/auth/v1/account/authenticators/recovery-codes'],
    ['POST', '/api/auth/v1/auth/sessions']
  ] as const) {
    const { status, text } = await browser.ask(method, path, method === 'GET' ? undefined : {})
    t.strictSame([status, text], [405, ''], `${method} ${path}`)
  }
})

t.test('six changes of a password within a minute → the sixth is 429, whoever else asks is heard', async (t) => {
  const house = await build(t)
  for (const name of ['mara', 'siv']) await house.makeUser({ name })
  const [mara, siv] = [new Browser(house), new Browser(house)]
  await mara.signIn('mara', PASSWORD)
  await siv.signIn('siv', PASSWORD)
  for (let n = 0; n < 5; n++) t.equal((await mara.ask('POST', CHANGE, {})).status, 400)
  const body = { current_password: PASSWORD, new_password: 'Another-Kayak-45' }
  const late = await mara.ask('POST', CHANGE, body)
  t.strictSame([late.status, late.body], [429, { status: 429 }])
  t.match(late.headers['retry-after'], /^\d+$/)
  t.equal((await siv.ask('POST', CHANGE, body)).status, 401, 'done')
  t.equal((await siv.signIn('siv', 'Another-Kayak-45')).status, 200)
})

t.test('a new password → every browser is out, tokens stay; what is wrong is told at once', async (t) => {
  const house = await build(t)
  const [one, other] = [new Browser(house), new Browser(house)]
  for (const browser of [one, other]) await browser.signIn('admin', PASSWORD)
  const wrong = await one.ask('POST', CHANGE, { current_password: 'wrong', new_password: 'admin12' })
  t.strictSame(
    wrong.body.errors.map(({ code, param }: { code: string; param: string }) => [param, code]),
    [
      ['current_password', 'enter_current_password'],
      ['new_password', 'password_too_similar'],
      ['new_password', 'password_too_short']
    ]
  )
  t.equal(
    (await one.ask('POST', CHANGE, { current_password: PASSWORD, new_password: ' Silver-solder-4 ' })).status,
    401
  )
  for (const browser of [one, other]) t.equal((await browser.ask('GET', '/api/user/me/')).status, 401)
  t.equal((await house.as('admin').get('/api/user/me/')).status, 200, 'a token')
  t.equal((await one.signIn('admin', 'Silver-solder-4')).status, 200, 'the blanks around it are lost')
})

t.test('cookies → as the configuration says', async (t) => {
  for (const [config, wanted, missing] of [
    [{ cookieSameSite: 'lax' }, /SameSite=Lax/, /Secure/],
    [{ cookieSameSite: 'none' }, /Secure; SameSite=None/, /SameSite=Strict/],
    [{ cookieSecure: true }, /Secure; SameSite=Strict/, /SameSite=None/]
  ] as const) {
    const browser = new Browser(await build(t, config))
    await browser.signIn('admin', PASSWORD)
    for (const name of ['sessionid', 'csrftoken']) {
      t.match(browser.attributes.get(name), wanted)
      t.notMatch(browser.attributes.get(name), missing)
    }
  }
})

t.test('somebody signs in again and again → the oldest sessions make room', async (t) => {
  const house = await build(t)
  const first = new Browser(house)
  await first.signIn('admin', PASSWORD)
  const { created, last_seen, expires } = await house.db.selectFrom('session').selectAll().executeTakeFirstOrThrow()
  const rest = { user_id: 1, password_mark: '', created, last_seen, expires }
  for (let n = 0; n < 199; n++) await house.insert('session', { ...rest, hash: `hash ${n}` })
  t.equal((await first.ask('GET', '/api/user/me/')).status, 200)
  await new Browser(house).signIn('admin', PASSWORD)
  t.equal((await house.db.selectFrom('session').selectAll().execute()).length, 200)
  t.equal((await first.ask('GET', '/api/user/me/')).status, 401)
})
