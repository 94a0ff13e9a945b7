import t from 'tap'
import { request } from 'node:http'
import { hashPassword } from '#auth/passwords.ts'
import { failOnInsert } from '../support/database.ts'
import { Browser } from '../support/browser.ts'
import { serve } from '../server/run.ts'
import { login, shared } from '../server/together.ts'
import { basic, build, PASSWORD, type Answer, type House } from '../helper.ts'

const ME = '/api/user/me/'
/** Addresses, which are others for each test: a server that served another test before remembers whom it refuses. */
let [HERE, THERE] = ['', '']
let tests = 0
t.beforeEach(() => {
  tests++
  ;[HERE, THERE] = [`192.0.2.${tests}`, `198.51.100.${tests}`]
})

const LIMITS = { pair: { login: 5, basic: 10 }, address: 100, account: 1000, page: 5, codes: 60 }

/** A server with limits of its own. */
const alone = (t: Parameters<typeof build>[0], limits: Partial<typeof LIMITS> = {}, config = {}) =>
  build(t, { ...config, guessLimits: { ...LIMITS, ...limits } })

/** Sends a name and a password by Basic, from an address. */
const from =
  (house: House, remoteAddress: string, headers: Record<string, string> = {}) =>
  (name: string, password = PASSWORD): Promise<Answer> =>
    house.request({
      method: 'GET',
      url: ME,
      remoteAddress,
      headers: { authorization: basic(name, password), ...headers }
    })

/** Sends wrong passwords, one after the other, no two the same; gives the statuses. */
async function guess(ask: ReturnType<typeof from>, name: string, times: number, word = 'wrong'): Promise<number[]> {
  const statuses = []
  for (let n = 0; n < times; n++) statuses.push((await ask(name, `${word} ${n}`)).status)
  return statuses
}

const times = <Value>(count: number, value: Value) => Array<Value>(count).fill(value)
const writes = (statements: string[]) => statements.filter((text) => /^(insert|update|delete)/i.test(text))

t.test(
  'ten wrong passwords by Basic → 429 from then on with the time to wait; under other names and from elsewhere all is as before',
  async (t) => {
    const house = await build(t)
    await house.makeUser({ name: 'mara' })
    const here = from(house, HERE)
    t.strictSame(await guess(here, 'admin', 12), [...times(10, 401), 429, 429])
    for (const name of ['admin', 'ADMIN']) {
      const { status, headers, body } = await here(name)
      t.equal(status, 429, `the right one for ${name} is not heard either`)
      t.match(headers['retry-after'], /^([1-9]|[1-5]\d|60)$/)
      t.match(body, { detail: /^Too many wrong attempts to sign in\. Try again in \d+ seconds?\.$/ })
    }
    t.equal((await here('mara')).status, 200)
    t.equal((await from(house, THERE)('admin')).status, 200)
    t.strictSame(await guess(here, 'nobody', 11), [...times(10, 401), 429], 'a name that nobody has is told the same')
  }
)

t.test('a token, a session, and a password that was right a short while ago → never refused', async (t) => {
  const house = await alone(t)
  const here = from(house, '127.0.0.1')
  const browser = new Browser(house)
  t.equal((await browser.signIn('admin', PASSWORD)).status, 200)
  t.strictSame(await guess(here, 'admin', 11), [...times(10, 401), 429])
  t.equal((await house.as('admin').get(ME)).status, 200, 'a token')
  t.equal((await browser.ask('GET', ME)).status, 200, 'a session')
  t.equal((await here('admin')).status, 200, 'a password')
  t.equal((await here('Admin')).status, 429, 'which it is not in other letters')
})

t.test('that the owner signed in elsewhere a moment ago helps nobody who guesses', async (t) => {
  const house = await build(t)
  t.equal((await from(house, HERE)('admin')).status, 200)
  const there = from(house, THERE)
  t.strictSame(await guess(there, 'admin', 11), [...times(10, 401), 429])
  t.equal((await there('admin')).status, 429, 'the right one')
  t.equal((await from(house, HERE)('admin')).status, 200, 'the owner goes on')
})

t.test('many wrong passwords at once → no more are heard than may be', async (t) => {
  for (const most of [10, 5, 1]) {
    const house = await alone(t, { pair: { login: 1, basic: most } })
    const here = from(house, HERE)
    const statuses = (await Promise.all(times(40, 0).map((_, n) => here('admin', `wrong ${n}`)))).map(
      ({ status }) => status
    )
    const heard = statuses.filter((status) => status === 401).length
    // What is on its way to the database may count twice for a moment.
    t.ok(heard >= 1 && heard <= most, `${heard} of ${most}`)
    t.equal(statuses.filter((status) => status === 429).length, 40 - heard)
  }
})

t.test('the right password many times at once → 200 each time', async (t) => {
  const house = await build(t)
  const here = from(house, HERE)
  const statuses = (await Promise.all(times(80, 0).map(() => here('admin')))).map(({ status }) => status)
  t.strictSame(statuses, times(80, 200))
})

t.test('the right password → the wrong ones before it are forgotten', async (t) => {
  const house = await build(t)
  const here = from(house, HERE)
  for (const name of ['admin', 'Admin', 'aDmin']) {
    t.strictSame(await guess(here, name, 9, name), times(9, 401))
    t.equal((await here(name)).status, 200)
  }
  t.strictSame(await guess(here, 'admin', 11), [...times(10, 401), 429])
})

t.test('Basic and the sign-in of browsers count together; each refuses in its form', async (t) => {
  const house = await alone(t)
  await house.makeUser({ name: 'mara' })
  const here = from(house, '127.0.0.1')
  const browser = new Browser(house)
  t.strictSame(await guess(here, 'mara', 5), times(5, 401))
  const { status, headers, body } = await browser.signIn('mara', PASSWORD)
  t.equal(status, 400)
  t.match(headers['retry-after'], /^[1-9]\d?$/)
  t.equal(body.errors[0].code, 'too_many_login_attempts')
  t.strictSame(await guess(here, 'mara', 6, 'other'), [...times(5, 401), 429], 'what was not heard does not count')
  for (let n = 0; n < 5; n++)
    t.equal((await browser.signIn('admin', `wrong ${n}`)).body.errors[0].code, 'username_password_mismatch')
  t.strictSame(await guess(here, 'admin', 6), [...times(5, 401), 429])
})

t.test(
  'many names from one address → 429 for all that have not signed in from there; the others are not kept out',
  async (t) => {
    const house = await alone(t, { address: 6 })
    for (const name of ['mara', 'siv']) await house.makeUser({ name })
    const here = from(house, HERE)
    t.equal((await here('mara')).status, 200)
    for (let n = 0; n < 6; n++) t.equal((await here(`nobody ${n}`, 'wrong')).status, 401)
    t.equal((await here('nobody 7', 'wrong')).status, 429)
    t.equal((await here('siv')).status, 429)
    t.equal((await here('Mara')).status, 200, 'from where she signed in before')
    t.equal((await from(house, THERE)('siv')).status, 200)
  }
)

t.test('one name from many addresses → 429, but for where its owner has signed in before', async (t) => {
  const house = await alone(t, { account: 8 })
  t.equal((await from(house, HERE)('admin')).status, 200)
  for (let n = 0; n < 8; n++) t.equal((await from(house, `203.0.113.${n}`)('admin', `wrong ${n}`)).status, 401)
  const { status, headers } = await from(house, '203.0.113.9')('admin', 'wrong')
  t.equal(status, 429)
  t.ok(Number(headers['retry-after']) > 60, 'for the rest of the hour')
  t.equal((await from(house, HERE)('Admin')).status, 200)
})

t.test('IPv6 addresses of one network count as one, IPv4 ones as themselves in either form', async (t) => {
  const house = await build(t)
  await guess(from(house, '2001:db8:1:2::1'), 'admin', 5)
  t.strictSame(await guess(from(house, '2001:db8:1:2:ffff:a:b:c'), 'admin', 6), [...times(5, 401), 429])
  t.equal((await from(house, '2001:db8:1:3::1')('admin', 'wrong')).status, 401)
  await guess(from(house, '203.0.113.1'), 'admin', 10)
  t.equal((await from(house, '::ffff:203.0.113.1')('admin', 'wrong')).status, 429)
  t.equal((await from(house, '::ffff:203.0.113.2')('admin', 'wrong')).status, 401)
})

t.test('X-Forwarded-For, -Proto and -Host from anybody → not heard', async (t) => {
  const house = await build(t)
  for (let n = 0; n < 10; n++) await from(house, HERE, { 'x-forwarded-for': `203.0.113.${n}` })('admin', `wrong ${n}`)
  t.equal((await from(house, HERE, { 'x-forwarded-for': '203.0.113.99' })('admin')).status, 429)
  const { body } = await house.request({
    method: 'GET',
    url: '/api/nowhere/',
    remoteAddress: THERE,
    headers: {
      authorization: basic('admin'),
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9'
    }
  })
  t.equal(body.url, 'http://localhost:80/api/nowhere/')
})

t.test('X-Forwarded-For from a proxy that the configuration names → heard, as far as the proxy knows', async (t) => {
  const house = await alone(t, {}, { trustedProxies: ['192.0.2.0/24', '2001:db8::1'] })
  for (const name of ['mara', 'siv', 'otto', 'runa']) await house.makeUser({ name })
  for (const [proxy, name] of [
    [HERE, 'mara'],
    ['2001:db8::1', 'siv'],
    ['::ffff:192.0.2.7', 'otto']
  ] as const) {
    // What the client wrote stands before what the proxy saw.
    const client = (address: string) => from(house, proxy, { 'x-forwarded-for': `10.9.8.7, ${address}` })
    t.strictSame(await guess(client('203.0.113.5'), name, 11), [...times(10, 401), 429], proxy)
    t.equal((await client('203.0.113.6')(name, 'wrong')).status, 401)
  }
  t.strictSame(
    await guess(from(house, THERE, { 'x-forwarded-for': '203.0.113.77' }), 'runa', 11),
    [...times(10, 401), 429],
    'another peer is no proxy'
  )
  for (const nonsense of ['unknown', '', 'x'.repeat(5000), '1.2.3.4:80', '[2001:db8::9]:443', '::1%eth0']) {
    t.equal(
      (await from(house, HERE, { 'x-forwarded-for': nonsense })('runa', 'wrong')).status,
      401,
      nonsense.slice(0, 20)
    )
  }
})

t.test('over the limit, and with a password that is remembered, nothing is written', async (t) => {
  const statements: string[] = []
  const house = await build(t, { guessLimits: LIMITS }, (text) => statements.push(text))
  const here = from(house, HERE)
  await here('admin')
  statements.length = 0
  for (let n = 0; n < 5; n++) t.equal((await here('admin')).status, 200)
  t.strictSame(writes(statements), [])
  t.equal((await here('admin', 'wrong')).status, 401)
  t.equal(writes(statements).length, 1, 'a wrong one is one write')
  await guess(here, 'admin', 10)
  statements.length = 0
  t.strictSame(await guess(here, 'admin', 5, 'more'), times(5, 429))
  t.strictSame(
    statements.filter((text) => /sign_in_attempt|"user"/.test(text)),
    [],
    'nor is anything read'
  )
})

t.test('what is counted holds no name and no address, and goes when it is over', async (t) => {
  const house = await build(t)
  await guess(from(house, HERE), 'admin', 2)
  const rows = await house.db.selectFrom('sign_in_attempt').selectAll().execute()
  t.strictSame(
    rows.map(({ count }) => count),
    [2, 2, 2]
  )
  for (const { mark } of rows) t.match(mark, /^[\w-]{43}$/)
  await house.db.updateTable('sign_in_attempt').set({ until: '2020-01-01T00:00:00.000Z' }).execute()
  t.strictSame(await guess(from(house, HERE), 'admin', 10, 'later'), times(10, 401), 'a minute later all is well')
  t.strictSame(
    (await house.db.selectFrom('sign_in_attempt').select('count').execute()).map(({ count }) => count),
    [10, 10, 10]
  )
})

t.test('a server that starts anew goes on counting, and clears away what is over', async (t) => {
  const house = await alone(t)
  await house.db
    .insertInto('sign_in_attempt')
    .values({ mark: 'old', count: 5, until: '2020-01-01T00:00:00.000Z' })
    .execute()
  await guess(from(house, HERE), 'admin', 1)
  t.notOk(await house.db.selectFrom('sign_in_attempt').select('id').where('mark', '=', 'old').executeTakeFirst())
})

t.test('a database that takes nothing → counted in memory, stored when it can be', async (t) => {
  const house = await build(t)
  const here = from(house, HERE)
  const mend = await failOnInsert(house.db, 'sign_in_attempt')
  t.strictSame(await guess(here, 'admin', 12), [...times(10, 401), 429, 429])
  t.equal((await house.as('admin').get(ME)).status, 200)
  t.equal((await house.db.selectFrom('sign_in_attempt').selectAll().execute()).length, 0)
  await mend()
  await guess(here, 'mara', 1)
  const counts = (await house.db.selectFrom('sign_in_attempt').select('count').execute()).map(({ count }) => count)
  t.strictSame(
    counts.toSorted((a, b) => a - b),
    [1, 1, 10, 10, 11]
  )
})

t.test('a name or a password that is too long to be one → 401, without a check and without a count', async (t) => {
  const house = await alone(t)
  const here = from(house, HERE)
  for (let n = 0; n < 15; n++) {
    t.equal((await here('x'.repeat(255), `wrong ${n}`)).status, 401)
    t.equal((await here('admin', `${n}`.repeat(4097))).status, 401)
  }
  t.equal((await house.db.selectFrom('sign_in_attempt').selectAll().execute()).length, 0)
  const browser = new Browser(house)
  t.equal((await browser.signIn('admin', 'x'.repeat(5000))).status, 400)
  t.equal((await browser.signIn('admin', 'x'.repeat(1_000_000))).status, 413, 'what is longer still is not read')
})

t.test('the right password of an inactive user counts as a wrong one, and is told like it', async (t) => {
  const house = await build(t)
  await house.makeUser({ name: 'gone', active: false })
  const here = from(house, HERE)
  for (let n = 0; n < 10; n++)
    t.match(await here('gone'), { status: 401, body: { detail: 'Invalid username/password.' } })
  t.equal((await here('gone')).status, 429)
})

t.test(
  'one who sends many passwords at once → others have their turn meanwhile; what is too much → 503 with the time to wait',
  async (t) => {
    const house = await alone(t, { pair: { login: 1000, basic: 1000 }, address: 1000 })
    await house.makeUser({ name: 'mara' })
    // Each check takes as long as any other.
    await house.db
      .updateTable('user')
      .set({ password: await hashPassword(PASSWORD) })
      .execute()
    const here = from(house, HERE)
    let done = 0
    const flood = times(200, 0).map((_, n) =>
      here('admin', `wrong ${n}`).then((answer) => {
        if (answer.status === 401) done++
        return answer
      })
    )
    t.equal((await from(house, THERE)('mara')).status, 200)
    t.ok(done < 60, 'long before the flood is over')
    const answers = await Promise.all(flood)
    const refused = answers.filter(({ status }) => status === 503)
    // Two are checked at a time, of which one may have been that of the other.
    t.ok(refused.length > 0 && refused.length <= 200 - 64 - 1, `64 wait: ${refused.length} of 200 refused`)
    t.match(refused[0], { headers: { 'retry-after': '1' }, body: { detail: String } })
    t.ok(answers.every(({ status }) => status === 503 || status === 401))
    t.equal((await here('admin')).status, 200, 'and then all is well')
  }
)

t.test('who goes away before the answer → their attempts count all the same', async (t) => {
  const { url } = await serve(t, ['--memory'], { INVENTREE_ADMIN_USER: 'admin', INVENTREE_ADMIN_PASSWORD: PASSWORD })
  const left = times(12, 0).map((_, n) =>
    request(`${url}${ME}`, { headers: { authorization: basic('Admin', `wrong ${n}`) }, agent: false }).on(
      'error',
      () => undefined
    )
  )
  await Promise.all(
    left.map(
      (sent) =>
        new Promise<void>((resolve) => {
          sent.end(resolve)
        })
    )
  )
  // Those that came before are being looked at by now; most of them wait in the queue.
  for (let n = 0; n < 3; n++) await (await fetch(`${url}/api/`)).text()
  for (const sent of left) sent.destroy()
  const { status } = await fetch(`${url}${ME}`, { headers: { authorization: basic('ADMIN') } })
  t.equal(status, 429, 'the right one is not heard')
})

t.test('several processes count together', async (t) => {
  const env = { ...(await shared(t)), INVENTREE_WORKERS: '2', INVENTREE_BASIC_ATTEMPTS: '12' }
  const server = await serve(t, [], env)
  const { token } = (await server.ask('GET', '/api/user/token/', login)).body
  const name = Buffer.from(login.split(' ')[1]!, 'base64').toString().split(':')[0]!
  // Each over a connection of its own, so that they reach both processes.
  const send = async (password: string) => {
    const response = await fetch(server.url + ME, {
      headers: { authorization: basic(name.toUpperCase(), password), connection: 'close' }
    })
    await response.text()
    return response.status
  }
  const statuses = []
  for (let n = 0; n < 16; n++) statuses.push(await send(`wrong ${n}`))
  t.strictSame(statuses, [...times(12, 401), ...times(4, 429)])
  for (let n = 0; n < 4; n++) t.equal((await server.ask('GET', ME, `Token ${token}`)).status, 200)
})

t.test('with rates of their own, failures of pages count for as long as these say', async (t) => {
  const house = await alone(t, { pair: { login: 3, basic: 10 }, page: 4 }, {})
  const slow = await build(t, { guessLimits: { ...LIMITS, page: 2, seconds: { page: 3600 } } })
  for (const [one, heard, least] of [
    [house, 3, 1],
    [slow, 2, 3000]
  ] as const) {
    const browser = new Browser(one)
    for (let n = 0; n < heard; n++)
      t.equal((await browser.signIn('admin', `wrong ${n}`)).headers['retry-after'], undefined)
    const refused = await browser.signIn('admin', PASSWORD)
    t.equal(refused.body.errors[0].code, 'too_many_login_attempts')
    t.ok(Number(refused.headers['retry-after']) >= least)
  }
})
