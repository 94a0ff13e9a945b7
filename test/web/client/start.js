// What the official client asks at every start and sign-in, in its order, and what it needs of the answers.
import { address, ask, csrfToken, dropToken } from './asking.js'

const SESSION = '/api/auth/v1/auth/session'

/** Fails where an answer is not what the client can go on with. */
function need(what, holds) {
  if (!holds) throw new Error(`the client cannot go on: ${what}`)
}

/** Before anybody is signed in. */
export async function open() {
  const [root, config] = await Promise.all([ask('GET', '/api/'), ask('GET', '/api/auth/v1/config')])
  need('what the server is', root.status === 200 && root.body.instance && root.body.customize)
  need('the ways to sign in', config.status === 200 && Array.isArray(config.body.data.socialaccount.providers))
}

/** Whether somebody is signed in, as far as scripts can see. */
export async function isSignedIn() {
  if (csrfToken() === undefined) return false
  const { status, body } = await ask('GET', SESSION)
  need('whether somebody is signed in', status === 200 || status === 401)
  return status === 200 && body.meta.is_authenticated === true
}

/** The end of a trace; on the page for signing in, and once more when somebody is. */
export async function endTrace() {
  const { body } = await ask('POST', '/api/system-internal/observability/end', {
    traceid: 'a'.repeat(32),
    service: 'web'
  })
  need('the end of a trace', body.status === 'ok')
}

/** The font of a pack of icons: the client waits for it. */
async function loadFont(pack) {
  const source = Object.entries(pack.fonts).map(([format, path]) => `url(${address(path)}) format("${format}")`)
  const font = await new FontFace(`icons-${pack.prefix}`, source.join(', ')).load()
  document.fonts.add(font)
}

/** What is fetched for whoever is signed in. */
export async function load() {
  const me = await ask('GET', '/api/user/me/?roles=true')
  need('who is signed in', me.status === 200 && me.body.roles && me.body.profile)
  need('that somebody is', (await ask('GET', '/auth/')).status === 200)
  const lists = ['/api/settings/user/', '/api/settings/global/', '/api/generic/status/', '/api/icons/']
  const [user, global, states, icons] = await Promise.all(lists.map((path) => ask('GET', path)))
  need('the settings', Array.isArray(user.body) && Array.isArray(global.body))
  need('the states', states.body.StockStatus.values.OK.key === 10)
  for (const pack of icons.body) await loadFont(pack)
  await endTrace()
  for (const feature of ['navigation', 'spotlight_action', 'dashboard'])
    need(feature, Array.isArray((await ask('GET', `/api/plugins/ui/features/${feature}/`)).body))
  need('notifications', (await ask('GET', '/api/notifications/?read=false&limit=1')).body.count >= 0)
  if (me.body.is_staff) need('news', Array.isArray((await ask('GET', '/api/news/?read=false')).body))
  need('plugins', Array.isArray((await ask('GET', '/api/plugins/?active=true&mixin=locate')).body))
  return me.body.username
}

/** Signs in; gives what is to be shown where that fails. */
export async function signIn(username, password) {
  dropToken()
  await ask('GET', SESSION)
  const { status, body } = await ask('POST', '/api/auth/v1/auth/login', { username, password })
  return status === 200 && body.meta.is_authenticated ? undefined : body.errors[0].message
}

export const signOut = () => ask('DELETE', SESSION)
