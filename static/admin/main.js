// The frame of the page: who is signed in, and which view is shown.
import { at, get, me, Refusal, session, signIn, signOut } from './api.js'
import { attempt, field, form, h } from './dom.js'
import { group, groups } from './groups.js'
import { plugins } from './plugins.js'
import { factorForm } from './second-factor.js'
import { server } from './server.js'
import { template } from './template.js'
import { templates } from './templates.js'
import { tokens } from './tokens.js'
import { user } from './user.js'
import { users } from './users.js'
import { webhooks } from './webhooks.js'
import { work } from './work.js'

const VIEWS = [
  ['#/users', 'Users', /^#\/users$/, users],
  [null, 'User', /^#\/users\/(\d+)$/, user],
  ['#/groups', 'Groups', /^#\/groups$/, groups],
  [null, 'Group', /^#\/groups\/(\d+)$/, group],
  ['#/tokens', 'Tokens', /^#\/tokens$/, tokens],
  ['#/templates', 'Templates', /^#\/templates$/, templates],
  [null, 'Template', /^#\/templates\/(report|label)\/(\d+)$/, template],
  ['#/plugins', 'Plugins', /^#\/plugins$/, plugins],
  ['#/webhooks', 'Webhooks', /^#\/webhooks$/, webhooks],
  ['#/work', 'Work', /^#\/work$/, work],
  ['#/server', 'Server', /^#\/server$/, server]
]

const page = document.getElementById('page')
let content = null
let instance = 'InvenTree'

function frame() {
  content = h('main', { id: 'content', tabindex: '-1' })
  page.replaceChildren(
    h(
      'header',
      { class: 'top' },
      h(
        'div',
        {},
        h('a', { class: 'brand', href: at('/') }, instance),
        h(
          'nav',
          { 'aria-label': 'Administration' },
          VIEWS.filter(([hash]) => hash).map(([hash, name]) => h('a', { href: hash }, name))
        ),
        h(
          'div',
          { class: 'me' },
          h('span', { class: 'name' }, me.account.username),
          h('button', { type: 'button', class: 'small', onclick: leave }, 'Sign out')
        )
      )
    ),
    content
  )
}

let turn = 0
/** Shows the view that the address names. */
async function route(event) {
  if (!me.account) return
  const [, name, pattern, view] = VIEWS.find(([, , one]) => one.test(location.hash)) ?? VIEWS[0]
  const mine = ++turn
  const parts = pattern.exec(location.hash)?.slice(1) ?? []
  document.querySelectorAll('dialog').forEach((one) => one.close())
  for (const link of page.querySelectorAll('header nav a')) {
    if (location.hash.startsWith(link.hash) || (!location.hash && link.hash === '#/users'))
      link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  let shown
  try {
    shown = await view(...parts)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 401 && !error.body?.id) return
    shown = [
      h('h1', { tabindex: '-1' }, error.status === 404 ? 'There is nothing here' : 'That did not work'),
      h('p', {}, error.message)
    ]
  }
  if (mine !== turn) return
  content.replaceChildren(...[shown].flat().filter(Boolean))
  const title = content.querySelector('h1')
  document.title = `${title?.textContent ?? name} · ${instance}`
  // The focus follows, so that a screen reader tells the new view; not at the first one, which nobody chose.
  if (event) {
    title?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }
}

function door(message) {
  me.account = null
  content = null
  document.querySelectorAll('dialog').forEach((one) => one.close())
  document.title = 'Administration'
  const name = h('input', { name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' })
  page.replaceChildren(
    h(
      'main',
      { id: 'content', tabindex: '-1' },
      h(
        'div',
        { class: 'card narrow' },
        h('h1', {}, 'Administration'),
        h('p', { class: 'intro' }, instance === 'InvenTree' ? 'Of this InvenTree server' : `Of ${instance}`),
        form(
          [
            message ? h('p', { class: 'problem', role: 'alert' }, message) : null,
            field('User name', name),
            field('Password', h('input', { name: 'password', type: 'password', autocomplete: 'current-password' }))
          ],
          h('button', { type: 'submit', class: 'primary' }, 'Sign in'),
          async ({ username, password }) => {
            const step = await signIn(username, password)
            if (step) secondFactor(step)
            else await enter()
          }
        ),
        h(
          'p',
          { class: 'hint below' },
          'A password is lost? Another administrator sets a new one here; so does, on the machine of the server, ',
          h('span', { class: 'code' }, 'inventree user password NAME')
        )
      )
    )
  )
  name.focus()
}

/** Asks for a second factor, in place of name and password. */
function secondFactor(step) {
  const asked = factorForm(step, enter)
  page.querySelector('form').replaceWith(asked)
  asked.elements.code.focus()
}

/** Goes in as whoever is signed in; the page is for administrators. */
async function enter() {
  await me.load()
  if (!me.account.is_staff && !me.account.is_superuser) {
    const { username } = me.account
    await signOut()
    door(`${username} is no administrator. This page is for staff and superusers.`)
    return
  }
  frame()
  await route()
}

async function leave() {
  if (await attempt(signOut)) {
    history.replaceState(null, '', location.pathname)
    door()
  }
}

addEventListener('hashchange', route)
addEventListener('signedout', () => {
  if (me.account) door('You are signed out. Sign in again to go on.')
})

const [info, open] = await Promise.all([get('/api/').catch(() => null), session()])
instance = info?.instance || instance
if (open) await enter()
else door()
