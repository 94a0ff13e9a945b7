import t from 'tap'
import type { Test } from 'tap'
import { readProviders } from '#modules/sso/index.ts'
import { build, PASSWORD, type House } from '../helper.ts'
import { browser, type Browser } from '../support/cookies.ts'
import { startIdentityProvider, type Person } from '../support/identity-provider.ts'

const SITE = 'https://parts.example.org'
const CALLBACK = `${SITE}/accounts/oidc/workshop/login/callback/`
/** The address under which the tests ask. */
const OWN = 'http://localhost:80'
const FAILED = '/web/social-login-error?error='

const mara: Person = {
  sub: 'u-1',
  name: 'Mara Lind',
  preferred_username: 'mara',
  email: 'Mara@workshop.example',
  email_verified: true,
  groups: ['store', 'unknown']
}

/** A server that knows a provider, and what goes to that provider and back as a browser does. */
async function open(t: Test, people: Person[]) {
  const provider = await startIdentityProvider(() => people, [CALLBACK])
  t.teardown(() => provider.stop())
  const socialProviders = readProviders(JSON.stringify({ openid_connect: { APPS: [provider.app] } }))
  const house = await build(t, { socialProviders, siteURL: SITE })

  /** Where the provider sends somebody back to. */
  const atProvider = async (from: string, who: string): Promise<string> => {
    const jar = new Map<string, string>()
    let url = new URL(from)
    url.searchParams.set('login_hint', who)
    for (let step = 0; step < 10 && url.origin === provider.issuer; step++) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
        jar.set(name!, value!)
      }
      url = new URL(answer.headers.get('location')!, url)
    }
    return url.href.slice(SITE.length)
  }

  const depart = async (send: Browser, process = 'login', callback_url = '/web/logged-in') => {
    await send('GET', 'config')
    const form = new URLSearchParams({ provider: 'workshop', process, callback_url })
    const answer = await send('POST', 'auth/provider/redirect', form)
    return { status: answer.status, location: String(answer.headers.location) }
  }

  /** Goes there and back; gives where it ends. */
  const go = async (send: Browser, who: string, process?: string): Promise<string> => {
    const { location } = await depart(send, process)
    const back = await send('GET', await atProvider(location, who))
    return String(back.headers.location)
  }
  return { house, provider, atProvider, depart, go }
}

/** Who is signed in with a browser. */
const nameOf = async (send: Browser): Promise<unknown> => (await send('GET', 'auth/session')).body.data?.user?.username

const userOf = (house: House, username: string) =>
  house.db.selectFrom('user').selectAll().where('username', '=', username).executeTakeFirst()

t.test('a newcomer is let in with an account of their own, once that is open: 302, 200', async (t) => {
  const { house, go, provider } = await open(t, [mara])
  const send = browser(house)
  t.equal(await go(send, 'u-1'), `${FAILED}signup_closed&error_process=login`)
  t.equal(await nameOf(send), undefined)
  await house.set('LOGIN_ENABLE_SSO_REG', true)
  t.equal(await go(send, 'u-1'), '/web/logged-in')
  const session = await send('GET', 'auth/session')
  t.match(session.body.data, {
    user: { username: 'mara', email: 'mara@workshop.example', has_usable_password: false },
    methods: [{ method: 'socialaccount', provider: 'workshop', uid: 'u-1' }]
  })
  t.strictSame((await send('GET', 'account/email')).body.data, [
    { email: 'mara@workshop.example', verified: true, primary: true }
  ])
  t.match(await userOf(house, 'mara'), { first_name: 'Mara', last_name: 'Lind', is_staff: 0, is_superuser: 0 })
  const accounts = await send('GET', 'account/providers')
  t.match(accounts.body.data, [{ uid: 'u-1', display: 'Mara Lind', provider: { id: 'workshop', name: 'Workshop' } }])
  const own = { provider: 'workshop', account: 'u-1' }
  t.match((await send('DELETE', 'account/providers', own)).body, { errors: [{ code: 'no_password' }] })
  t.match((await send('GET', 'config')).body.data.socialaccount.providers, [
    { id: 'workshop', client_id: 'inventory', openid_configuration_url: `${provider.issuer}/` }
  ])

  const again = browser(house)
  t.equal(await go(again, 'u-1'), '/web/logged-in')
  t.equal(await nameOf(again), 'mara', 'the same account')
})

t.test('who is to choose a name does so before an account is made: 401, 409, 400, 200', async (t) => {
  const { house, go } = await open(t, [{ ...mara, email_verified: false }])
  await house.set('LOGIN_ENABLE_SSO_REG', true)
  await house.set('LOGIN_SIGNUP_SSO_AUTO', false)
  const send = browser(house)
  await send('GET', 'config')
  t.equal((await send('GET', 'auth/provider/signup')).status, 409)
  t.equal(await go(send, 'u-1'), '/web/logged-in')
  const pending = await send('GET', 'auth/session')
  t.equal(pending.status, 401)
  t.match(pending.body.data.flows.at(-1), { id: 'provider_signup', is_pending: true, provider: { id: 'workshop' } })
  const offer = await send('GET', 'auth/provider/signup')
  t.match(offer.body.data, { user: { username: 'mara' }, email: [{ email: 'mara@workshop.example', verified: false }] })
  t.match((await send('POST', 'auth/provider/signup', { username: 'ma ra' })).body.errors, [{ param: 'username' }])
  t.match((await send('POST', 'auth/provider/signup', { username: 'admin' })).body.errors, [{ code: 'username_taken' }])
  t.equal((await send('POST', 'auth/provider/signup', { username: 'lind', email: 'lind@x.example' })).status, 200)
  t.equal(await nameOf(send), 'lind')
  t.strictSame((await send('GET', 'account/email')).body.data, [
    { email: 'lind@x.example', verified: false, primary: true }
  ])
  t.equal((await send('GET', 'auth/provider/signup')).status, 409)
})

t.test(
  'an address that both sides call proved brings somebody to their account, one that is not does not',
  async (t) => {
    const people = [mara, { ...mara, sub: 'u-2', email_verified: false }]
    const { house, go } = await open(t, people)
    const id = await house.makeUser({ name: 'reader' })
    const row = { user_id: id, email: 'mara@workshop.example', primary: 1 as const }
    await house.db
      .insertInto('email_address')
      .values({ ...row, verified: 1 })
      .execute()
    const unproved = browser(house)
    t.equal(await go(unproved, 'u-2'), `${FAILED}signup_closed&error_process=login`)
    const send = browser(house)
    t.equal(await go(send, 'u-1'), '/web/logged-in')
    t.equal(await nameOf(send), 'reader')
    await house.db.updateTable('user').set({ is_active: 0 }).where('id', '=', id).execute()
    const barred = browser(house)
    t.equal(await go(barred, 'u-1'), '/web/logged-in')
    t.equal(await nameOf(barred), undefined, 'an account that is not active stays shut')
  }
)

t.test('somebody who is signed in adds an account, which is nobody else’s then', async (t) => {
  const { house, go, depart } = await open(t, [mara])
  const send = browser(house)
  await send('GET', 'config')
  t.equal((await send('POST', 'auth/login', { username: 'admin', password: PASSWORD })).status, 200)
  t.equal(await go(send, 'u-1', 'connect'), '/web/logged-in')
  t.match((await send('GET', 'account/providers')).body.data, [{ uid: 'u-1' }])
  const other = browser(house)
  t.equal((await depart(other, 'connect')).location, `${FAILED}unknown&error_process=connect`, 'nobody is signed in')
  t.equal(await go(other, 'u-1'), '/web/logged-in')
  t.equal(await nameOf(other), 'admin')
  const own = { provider: 'workshop', account: 'u-1' }
  t.match((await send('DELETE', 'account/providers', { ...own, account: 'u-9' })).body.errors, [
    { code: 'account_not_found' }
  ])
  t.strictSame((await send('DELETE', 'account/providers', own)).body, { status: 200, data: [] })
})

t.test('groups follow the provider where a setting says so', async (t) => {
  const { house, go } = await open(t, [mara])
  for (const [key, value] of Object.entries({
    LOGIN_ENABLE_SSO_REG: true,
    LOGIN_ENABLE_SSO_GROUP_SYNC: true,
    SSO_GROUP_MAP: '{"store": "Keepers"}'
  }))
    await house.set(key, value)
  for (const name of ['Keepers', 'Buyers']) await house.db.insertInto('group').values({ name }).execute()
  const send = browser(house)
  await go(send, 'u-1')
  const { id } = (await userOf(house, 'mara'))!
  const groups = async () => {
    const rows = await house.db
      .selectFrom('user_group')
      .innerJoin('group', 'group.id', 'user_group.group_id')
      .select('name')
      .where('user_id', '=', id)
      .orderBy('name')
      .execute()
    return rows.map(({ name }) => name)
  }
  t.strictSame(await groups(), ['Keepers'])
  const buyers = await house.db.selectFrom('group').select('id').where('name', '=', 'Buyers').executeTakeFirstOrThrow()
  await house.db.insertInto('user_group').values({ user_id: id, group_id: buyers.id }).execute()
  await house.set('SSO_REMOVE_GROUPS', false)
  await go(browser(house), 'u-1')
  t.strictSame(await groups(), ['Buyers', 'Keepers'])
  await house.set('SSO_REMOVE_GROUPS', true)
  await go(browser(house), 'u-1')
  t.strictSame(await groups(), ['Keepers'])
})

t.test('what was not begun here, or is meant for another page, goes to the page for errors: 302', async (t) => {
  const { house, depart, atProvider } = await open(t, [mara])
  const send = browser(house)
  const unknown = `${FAILED}unknown&error_process=login`
  const foreign = ['https://evil.example/', '//evil.example/', '/\\evil.example', '']
  // A browser takes what begins with two slashes for another host, wherever they come from.
  const veiled = ['/.//evil.example/', '/web/..//evil.example/', '/.\\/evil.example/', `${OWN}//evil.example/`]
  for (const callback of [...foreign, ...veiled])
    t.equal((await depart(send, 'login', callback)).location, unknown, callback)
  t.equal((await depart(send, 'steal')).location, unknown)
  const { location } = await depart(send)
  const back = await atProvider(location, 'u-1')
  const stranger = browser(house)
  t.equal((await stranger('GET', back)).headers.location, unknown, 'somebody else’s code')
  const changed = back.replace(/state=[^&]+/, 'state=other')
  t.equal((await send('GET', changed)).headers.location, unknown, 'another state')
  t.equal((await send('GET', back)).headers.location, unknown, 'what was begun ended with that')
  const second = await depart(send)
  const denied = await send('GET', await atProvider(second.location, 'nobody'))
  t.equal(denied.headers.location, `${FAILED}cancelled&error_process=login`)
  t.equal((await send('GET', '/accounts/oidc/nobody/login/callback/')).status, 404)
  t.equal(await nameOf(send), undefined)
})

t.test('a form without the CSRF token is refused: 403', async (t) => {
  const { house } = await open(t, [mara])
  const form = new URLSearchParams({ provider: 'workshop', process: 'login', callback_url: '/web/' })
  t.equal((await browser(house)('POST', 'auth/provider/redirect', form)).status, 403)
})

t.test('a token of a provider is looked at before it counts: 400', async (t) => {
  const { house } = await open(t, [mara])
  const send = browser(house)
  await send('GET', 'config')
  const wrong = async (token: Record<string, unknown>) =>
    (await send('POST', 'auth/provider/token', { provider: 'workshop', process: 'login', token })).body.errors
  const invalid = [{ code: 'invalid_token', param: 'token' }]
  t.match(await wrong({ client_id: 'inventory', id_token: 'a.b.c' }), invalid)
  t.match(await wrong({ client_id: 'other', id_token: 'a.b.c' }), invalid)
  t.match(
    await wrong({ client_id: 'inventory', access_token: 'x' }),
    invalid,
    'it says nothing of for whom it was made'
  )
})
