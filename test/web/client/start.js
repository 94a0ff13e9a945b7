// What the official client asks at every start, in its order, and what it needs of the answers.
import { address, ask, csrfToken, need, trace } from './asking.js'

export const SESSION = '/api/auth/v1/auth/session'

/** Before anybody is signed in: what the server is, and the ways to sign in. */
export async function open() {
  const [root, config] = await Promise.all([ask('GET', '/api/'), ask('GET', '/api/auth/v1/config')])
  need('what the server is', root.status === 200 && root.body.instance && root.body.customize)
  need('the ways to sign in', config.status === 200 && Array.isArray(config.body.data.socialaccount.providers))
  return { ...config.body.data, settings: root.body.settings }
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
  const { body } = await ask('POST', '/api/system-internal/observability/end', { traceid: trace, service: 'web' })
  need('the end of a trace', body.status === 'ok')
}

/** The font of a pack of icons: the client waits for it. */
async function loadFont(pack) {
  const source = Object.entries(pack.fonts).map(([format, path]) => `url(${address(path)}) format("${format}")`)
  const font = await new FontFace(`icons-${pack.prefix}`, source.join(', ')).load()
  document.fonts.add(font)
}

/** Who is signed in; undefined where they have to set up a second factor first. */
async function enter() {
  const me = await ask('GET', '/api/user/me/?roles=true')
  need('who is signed in', me.status === 200 && me.body.roles && me.body.profile)
  const { status, body } = await ask('GET', '/auth/')
  if (status === 401 && body.id === 'mfa_register') return undefined
  need('that somebody is', status === 200)
  return me.body
}

/** What is fetched for whoever is signed in and may go on; gives who that is. */
export async function load() {
  const me = await enter()
  if (!me) return undefined
  const lists = ['/api/settings/user/', '/api/settings/global/', '/api/generic/status/', '/api/icons/']
  const [user, global, states, icons] = await Promise.all(lists.map((path) => ask('GET', path)))
  need('the settings', Array.isArray(user.body) && Array.isArray(global.body))
  need('the states', states.body.StockStatus.values.OK.key === 10)
  for (const pack of icons.body) await loadFont(pack)
  await endTrace()
  need('notifications', (await ask('GET', '/api/notifications/?read=false&limit=1')).body.count >= 0)
  if (me.is_staff) need('news', Array.isArray((await ask('GET', '/api/news/?read=false')).body))
  if (global.body.find(({ key }) => key === 'ENABLE_PLUGINS_INTERFACE').value)
    for (const feature of ['navigation', 'spotlight_action', 'dashboard'])
      need(feature, Array.isArray((await ask('GET', `/api/plugins/ui/features/${feature}/`)).body))
  return me
}
