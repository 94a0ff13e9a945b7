import t from 'tap'
import type { Test } from 'tap'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { basic, build, PASSWORD, type House } from '../helper.ts'
import { folder, serve } from '../server/run.ts'
import { Browser } from '../support/browser.ts'

const SESSION = '/api/auth/v1/auth/session'
const LOGIN = '/api/auth/v1/auth/login'
const EVIL = 'https://evil.example'

/** A house with someone signed in. */
async function signedIn(
  t: Test,
  name = 'admin',
  config?: Parameters<typeof build>[1]
): Promise<{ house: House; browser: Browser }> {
  const house = await build(t, config)
  const browser = new Browser(house)
  t.equal((await browser.signIn(name, PASSWORD)).status, 200, 'signed in')
  return { house, browser }
}

t.test('signing in → a session in place of credentials, for reading and for writing', async (t) => {
  const { browser, house } = await signedIn(t)
  t.match((await browser.ask('GET', SESSION)).body, {
    status: 200,
    data: {
      user: { id: 1, display: 'admin', has_usable_password: true, username: 'admin' },
      methods: [{ method: 'password', at: Number, username: 'admin' }]
    },
    meta: { is_authenticated: true }
  })
  t.match((await browser.ask('GET', '/api/user/me/')).body, { username: 'admin' })
  const made = await browser.ask('POST', '/api/part/', { name: 'Relay' })
  t.equal(made.status, 201)
  t.equal(
    (await browser.ask('DELETE', `/api/user/tokens/${(await browser.ask('POST', '/api/user/tokens/', {})).body.id}/`))
      .status,
    204
  )
  t.ok(
    (await house.db.selectFrom('user').select('last_login').executeTakeFirstOrThrow()).last_login,
    'it is remembered when that was'
  )
})

t.test(
  'the cookies → the session is for the server alone, the token for the page; both stay on this site',
  async (t) => {
    const { browser, house } = await signedIn(t)
    t.match(browser.attributes.get('sessionid'), /Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict/)
    t.match(browser.attributes.get('csrftoken'), /Path=\/; SameSite=Strict/)
    t.notMatch(browser.attributes.get('csrftoken'), /HttpOnly/)
    t.notMatch(browser.attributes.get('sessionid'), /Secure/, 'over plain HTTP it must work too')
    const { hash } = await house.db.selectFrom('session').select('hash').executeTakeFirstOrThrow()
    t.equal(
      hash,
      createHash('sha256').update(browser.cookies.get('sessionid')!).digest('hex'),
      'the database knows the hash alone'
    )

    const secure = await signedIn(t, 'admin', { siteURL: 'https://parts.example' })
    for (const name of ['sessionid', 'csrftoken'])
      t.match(secure.browser.attributes.get(name), /Secure/, `${name} does not go over plain HTTP`)
  }
)

t.test('signing in renews the session key and the CSRF token', async (t) => {
  const browser = new Browser(await build(t))
  await browser.ask('GET', SESSION)
  const before = browser.cookies.get('csrftoken')
  t.equal((await browser.ask('GET', SESSION)).headers['set-cookie'], undefined, 'a token that is there stays')
  browser.cookies.set('sessionid', 'chosen-by-somebody-else')
  await browser.signIn('admin', PASSWORD)
  t.not(browser.cookies.get('csrftoken'), before)
  t.not(browser.cookies.get('sessionid'), 'chosen-by-somebody-else')
})

t.test('who is not signed in → 401 with the way to', async (t) => {
  const browser = new Browser(await build(t))
  const answer = await browser.ask('GET', SESSION)
  t.equal(answer.status, 401)
  t.strictSame(answer.body, {
    status: 401,
    data: { flows: [{ id: 'login' }, { id: 'mfa_login_webauthn' }] },
    meta: { is_authenticated: false }
  })
  t.equal(
    (await browser.ask('GET', SESSION, undefined, { authorization: basic('admin') })).status,
    401,
    'Basic is no session'
  )
  t.strictSame(
    (await browser.ask('GET', SESSION, undefined, { authorization: 'Token inv-nobody' })).body,
    answer.body,
    'a wrong token is not looked at'
  )
})

t.test('a wrong name, a wrong password, nothing at all → 400 with a code', async (t) => {
  const house = await build(t)
  const browser = new Browser(house)
  for (const [name, password] of [
    ['admin', 'wrong'],
    ['nobody', PASSWORD]
  ] as const) {
    const { status, body } = await browser.signIn(name, password)
    t.equal(status, 400)
    t.strictSame(body, {
      status: 400,
      errors: [
        {
          message: 'The username and/or password you specified are not correct.',
          code: 'username_password_mismatch',
          param: 'password'
        }
      ]
    })
  }
  for (const given of [{}, { username: ' ', password: '' }, { username: null, password: [] }]) {
    const { status, body } = await browser.ask('POST', LOGIN, given)
    t.equal(status, 400)
    t.strictSame(
      body.errors.map(({ code, param }: { code: string; param: string }) => [code, param]),
      [
        ['required', 'username'],
        ['required', 'password']
      ],
      JSON.stringify(given)
    )
  }
  t.equal(browser.cookies.get('sessionid'), undefined)
  t.equal((await house.db.selectFrom('session').selectAll().execute()).length, 0)
})

t.test('an inactive user with the right password → 401', async (t) => {
  const house = await build(t)
  await house.makeUser({ name: 'gone', active: false })
  const browser = new Browser(house)
  t.equal((await browser.signIn('gone', PASSWORD)).status, 401)
  t.equal((await browser.ask('GET', SESSION)).status, 401)
  t.equal((await browser.ask('GET', '/api/part/')).status, 401)
})

t.test('signing in twice → 409', async (t) => {
  const { browser } = await signedIn(t)
  t.strictSame((await browser.signIn('admin', PASSWORD)).body, { status: 409 })
})

t.test(
  'two wrong passwords → the third attempt is not heard, even if it is right, nor that of another user',
  async (t) => {
    const house = await build(t, {}) // a server of its own: what it remembers must not meet other tests
    await house.makeUser({ name: 'mara' })
    const browser = new Browser(house)
    for (let i = 0; i < 2; i++)
      t.match((await browser.signIn('admin', `wrong ${i}`)).body, { errors: [{ code: 'username_password_mismatch' }] })
    for (const name of ['admin', 'ADMIN', 'mara']) {
      const { status, body } = await browser.signIn(name, PASSWORD)
      t.equal(status, 400, name)
      t.strictSame(body.errors, [
        { message: 'Too many failed login attempts. Try again later.', code: 'too_many_login_attempts' }
      ])
    }
    t.equal(
      (await house.by({ authorization: basic('admin') }).get('/api/user/me/')).status,
      200,
      'programs with the password go on'
    )
  }
)

t.test('signing out → 401 as promised, and the session is over for every copy of the cookie', async (t) => {
  const { browser, house } = await signedIn(t)
  const stolen = new Map(browser.cookies)
  t.equal(
    (await browser.ask('DELETE', SESSION, undefined, { 'x-csrftoken': undefined })).status,
    403,
    'not without the CSRF token'
  )
  t.equal((await browser.ask('GET', '/api/part/')).status, 200)
  const { status, body } = await browser.ask('DELETE', SESSION)
  t.equal(status, 401)
  t.equal(body.meta.is_authenticated, false)
  t.equal(browser.cookies.get('sessionid'), undefined)
  const thief = new Browser(house)
  for (const [name, value] of stolen) thief.cookies.set(name, value)
  t.equal((await thief.ask('GET', '/api/part/')).status, 401)
  t.equal((await browser.ask('DELETE', SESSION)).status, 401, 'doing it again is no error')
})

t.test('an unsafe request without the right CSRF token → 403, and nothing happens', async (t) => {
  const { browser, house } = await signedIn(t)
  const real = browser.cookies.get('csrftoken')!
  const post = async (headers: Record<string, string | undefined>) =>
    await browser.ask('POST', '/api/part/', { name: 'Relay' }, headers)
  for (const [text, headers] of [
    ['CSRF token missing.', { 'x-csrftoken': undefined }],
    ["CSRF token from the 'X-Csrftoken' HTTP header has incorrect length.", { 'x-csrftoken': 'short' }],
    ["CSRF token from the 'X-Csrftoken' HTTP header incorrect.", { 'x-csrftoken': 'a'.repeat(32) }],
    ['CSRF cookie not set.', { cookie: `sessionid=${browser.cookies.get('sessionid')}` }],
    [`Origin checking failed - ${EVIL} does not match any trusted origins.`, { origin: EVIL }],
    ['Origin checking failed - null does not match any trusted origins.', { origin: 'null' }]
  ] as const) {
    const { status, body } = await post(headers)
    t.equal(status, 403, text)
    t.strictSame(body, { detail: `CSRF Failed: ${text}` })
  }
  t.equal((await browser.ask('PATCH', '/api/part/424242/', {}, { 'x-csrftoken': undefined })).status, 403, 'before 404')
  t.equal((await house.as('admin').get('/api/part/?limit=1')).body.count, 0)
  t.equal(
    (await post({ 'x-csrftoken': real, origin: 'http://localhost:80' })).status,
    201,
    'from a page of this server'
  )
  t.equal(
    (await browser.ask('POST', LOGIN, {}, { 'x-csrftoken': undefined, cookie: undefined })).status,
    403,
    'signing in needs it too'
  )
})

t.test('a page of another origin gains nothing from the cookie, and all from a token', async (t) => {
  const { browser } = await signedIn(t)
  for (const origin of [EVIL, 'http://localhost:81', 'null', 'file://']) {
    const { status, headers } = await browser.ask('GET', '/api/user/me/', undefined, { origin })
    t.equal(status, 401, origin)
    t.equal(headers['access-control-allow-origin'], origin, 'it may know that much')
    t.equal((await browser.ask('GET', SESSION, undefined, { origin })).status, 401)
    t.equal(
      (await browser.ask('GET', '/api/user/me/', undefined, { origin, authorization: basic('admin') })).status,
      200
    )
  }
  t.equal(
    (await browser.ask('GET', '/api/user/me/', undefined, { origin: 'https://localhost:80' })).status,
    200,
    'this host, behind a proxy that ends TLS'
  )
})

t.test('origins that the configuration names may use the session', async (t) => {
  const { browser } = await signedIn(t, 'admin', {
    corsAllowAll: false,
    corsWhitelist: ['https://shop.example'],
    siteURL: 'https://parts.example/inventree'
  })
  for (const origin of ['https://shop.example', 'https://parts.example']) {
    t.equal((await browser.ask('GET', '/api/user/me/', undefined, { origin })).status, 200, origin)
    t.equal((await browser.ask('POST', '/api/part/', { name: `Relay of ${origin}` }, { origin })).status, 201, origin)
  }
  t.equal((await browser.ask('GET', '/api/user/me/', undefined, { origin: 'http://shop.example' })).status, 401)
})

t.test(
  'credentials in the header go first: wrong ones are not mended by a session, right ones need no CSRF token',
  async (t) => {
    const { browser, house } = await signedIn(t)
    await house.makeUser({ name: 'mara' })
    t.equal((await browser.ask('GET', '/api/part/', undefined, { authorization: 'Token inv-nobody' })).status, 401)
    t.equal(
      (await browser.ask('GET', '/api/user/me/', undefined, { authorization: basic('mara') })).body.username,
      'mara'
    )
    t.equal(
      (
        await browser.ask(
          'POST',
          '/api/part/',
          { name: 'Relay' },
          { authorization: basic('admin'), 'x-csrftoken': undefined }
        )
      ).status,
      201
    )
    t.equal(
      (await browser.ask('GET', '/api/user/me/', undefined, { authorization: 'Digest x' })).body.username,
      'admin',
      'a scheme that nobody knows is passed over'
    )
  }
)

t.test('a session has the roles of its user, as they are at the moment', async (t) => {
  const house = await build(t)
  const id = await house.makeUser({ name: 'reader', roles: { part: ['view'] } })
  const browser = new Browser(house)
  await browser.signIn('reader', PASSWORD)
  t.equal((await browser.ask('GET', '/api/part/')).status, 200)
  t.equal((await browser.ask('POST', '/api/part/', { name: 'Relay' })).status, 403)
  await house.as('admin').patch(`/api/user/${id}/`, { group_ids: [] })
  t.equal((await browser.ask('GET', '/api/part/')).status, 403)
})

t.test('a new password, deactivation and deletion end the sessions of a user', async (t) => {
  const house = await build(t)
  for (const [what, end] of [
    [
      'password',
      (id: number) => house.as('admin').patch(`/api/user/${id}/set-password/`, { password: 'Another-Kayak-45' })
    ],
    ['deactivated', (id: number) => house.as('admin').patch(`/api/user/${id}/`, { is_active: false })],
    ['deleted', (id: number) => house.as('admin').delete(`/api/user/${id}/`)],
    // In another process, which leaves the sessions where they are.
    [
      'inactive',
      async (id: number) => {
        await house.db.updateTable('user').set({ is_active: 0 }).where('id', '=', id).execute()
        return { status: 200 }
      }
    ],
    // As `inventree user password` does it, in another process.
    [
      'elsewhere',
      async (id: number) => {
        await house.db.updateTable('user').set({ password: 'another' }).where('id', '=', id).execute()
        return { status: 200 }
      }
    ]
  ] as const) {
    const id = await house.makeUser({ name: what })
    const browser = new Browser(house)
    await browser.signIn(what, PASSWORD)
    t.equal((await browser.ask('GET', '/api/user/me/')).status, 200)
    t.ok((await end(id)).status < 300, what)
    t.equal((await browser.ask('GET', '/api/user/me/')).status, 401, what)
  }
})

t.test('a session ends with its time; signing in clears those away that are over', async (t) => {
  const { browser, house } = await signedIn(t)
  const { created, expires } = await house.db.selectFrom('session').selectAll().executeTakeFirstOrThrow()
  t.equal(Date.parse(expires) - Date.parse(created), 14 * 24 * 3600 * 1000)
  await house.db.updateTable('session').set({ expires: created }).execute()
  t.equal((await browser.ask('GET', '/api/user/me/')).status, 401)
  await browser.signIn('admin', PASSWORD)
  t.equal((await house.db.selectFrom('session').selectAll().execute()).length, 1)
})

t.test('a session outlives the server', async (t) => {
  const env = {
    INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'),
    INVENTREE_ADMIN_USER: 'mara',
    INVENTREE_ADMIN_PASSWORD: PASSWORD
  }
  const first = await serve(t, [], env)
  const csrf = /csrftoken=(\w+)/.exec((await fetch(first.url + SESSION)).headers.get('set-cookie')!)![1]!
  const answer = await fetch(first.url + LOGIN, {
    method: 'POST',
    headers: { cookie: `csrftoken=${csrf}`, 'x-csrftoken': csrf, 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'mara', password: PASSWORD })
  })
  t.equal(answer.status, 200)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  await first.stop('SIGKILL')
  const second = await serve(t, [], env)
  t.match(await (await fetch(`${second.url}/api/user/me/`, { headers: { cookie } })).json(), { username: 'mara' })
})

t.test('any credentials tell when a user was last seen', async (t) => {
  const house = await build(t)
  const day = new Date().toISOString().slice(0, 10)
  const seen = async () =>
    (await house.db.selectFrom('user').select('last_seen').where('username', '=', 'admin').executeTakeFirstOrThrow())
      .last_seen
  t.equal(await seen(), null)
  await house.by({ authorization: basic('admin') }).get('/api/part/')
  t.equal(await seen(), day)
  await house.db.updateTable('user').set({ last_seen: '2020-01-01' }).execute()
  await new Browser(house).signIn('admin', PASSWORD)
  t.equal(await seen(), '2020-01-01', 'signing in alone is no request of a user yet')
  const browser = new Browser(house)
  await browser.signIn('admin', PASSWORD)
  await browser.ask('GET', '/api/part/')
  t.equal(await seen(), day)
})

t.test('a sign-in that is no JSON object → 400 without a word', async (t) => {
  const house = await build(t)
  const browser = new Browser(house)
  await browser.ask('GET', SESSION)
  const headers = {
    cookie: `csrftoken=${browser.cookies.get('csrftoken')}`,
    'x-csrftoken': browser.cookies.get('csrftoken')!
  }
  for (const body of ['{', '[]', '"text"', '1', 'username=admin&password=x', '[{"username":"admin"}]']) {
    const { status, text } = await house.by(headers).post(LOGIN, body, { 'content-type': 'application/json' })
    t.equal(status, 400, body)
    t.equal(text, '', body)
  }
  const plain = await house.by(headers).post(LOGIN, '{"username":"admin"}', { 'content-type': 'text/plain' })
  t.match(plain.body, { errors: [{ code: 'required', param: 'password' }] }, 'it is JSON whatever it is called')
})

t.test('the ways to sign in → told to everybody, with a token for the page; true for this server', async (t) => {
  const browser = new Browser(await build(t))
  const { status, body } = await browser.ask('GET', '/api/auth/v1/config')
  t.equal(status, 200)
  t.match(body.data, {
    account: { login_methods: ['username'], is_open_for_signup: false },
    socialaccount: { providers: [] },
    mfa: { supported_types: ['totp', 'recovery_codes', 'webauthn'], passkey_login_enabled: true }
  })
  t.match(browser.cookies.get('csrftoken'), /^[0-9a-f]{32}$/)
})

t.test('/auth/ → 200 with a session or a token, else 401 in a word', async (t) => {
  const { browser, house } = await signedIn(t)
  t.equal((await browser.ask('GET', '/auth/')).status, 200)
  t.equal((await house.as('admin').get('/auth/')).status, 200)
  const stranger = await house.app.inject('/auth/')
  t.equal(stranger.statusCode, 401)
  t.equal(stranger.body, 'Unauthorized')
})

t.test(
  'the token for pages → given anew with any answer that a session gets, where it is gone or broken',
  async (t) => {
    const { browser, house } = await signedIn(t)
    for (const [url, lost] of [
      ['/api/user/me/', undefined],
      ['/api/part/424242/', 'short'],
      ['/auth/', undefined]
    ] as const) {
      browser.cookies.delete('csrftoken')
      if (lost) browser.cookies.set('csrftoken', lost)
      await browser.ask('GET', url)
      t.match(browser.cookies.get('csrftoken'), /^[0-9a-f]{32}$/, url)
      t.notMatch(browser.attributes.get('csrftoken'), /HttpOnly/, 'pages can read it')
    }
    const kept = browser.cookies.get('csrftoken')
    t.equal((await browser.ask('POST', '/api/part/', { name: 'Relay' })).status, 201, 'it is good for writing')
    t.equal(browser.cookies.get('csrftoken'), kept, 'one that is there stays')
    const { headers } = await house.as('admin').get('/api/user/me/')
    t.notOk('set-cookie' in headers, 'programs with a token of their own get none')
  }
)
