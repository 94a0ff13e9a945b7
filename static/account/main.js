// Where the links in mail lead while no web client is installed: a new password, an address to confirm, a second factor.
import { at, AUTH, get, pendingStep, post, Refusal, signIn, signOut } from '../admin/api.js'
import { attempt, field, form, h } from '../admin/dom.js'
import { factorForm } from '../admin/second-factor.js'

const page = document.getElementById('page')

/** Shows a card with a heading; the focus goes to the first field, or to the heading. */
function show(title, ...content) {
  document.title = title
  const heading = h('h1', { tabindex: '-1' }, title)
  page.replaceChildren(
    h('main', { id: 'content', tabindex: '-1' }, h('div', { class: 'card narrow' }, heading, ...content))
  )
  ;(page.querySelector('form input') ?? heading).focus()
}

const intro = (...text) => h('p', { class: 'intro' }, ...text)
const go = (label) => h('div', { class: 'row end' }, h('button', { type: 'submit', class: 'primary' }, label))
const link = (hash, text) => h('p', { class: 'hint below' }, h('a', { href: hash }, text))

/** Sends something whose success the API tells by 401: nobody is signed in by it. */
const done = (sent) =>
  sent.catch((error) => {
    if (error.status !== 401) throw error
  })

const password = (autocomplete) => h('input', { name: 'password', type: 'password', autocomplete })

/** A link that is good for nothing any more. */
const useless = (what) =>
  show('This link is not good any more', intro(what), link('#/forgotten', 'Ask for another link for a new password'))

async function setPassword(query) {
  const key = query.get('key') ?? ''
  let user
  try {
    user = (await get(`${AUTH}password/reset`, { 'x-password-reset-key': key })).data.user
  } catch (error) {
    if (error.status !== 400) throw error
    return useless('It was used, is too old, or was not copied whole. A new password and a sign-in end it, too.')
  }
  show(
    'A new password',
    intro(`For ${user.username}. Whoever is signed in as this user anywhere is signed out by it.`),
    form([field('New password', password('new-password'))], go('Set password'), async (values) => {
      await done(post(`${AUTH}password/reset`, { key, password: values.password }))
      show('The password is set', link('#/', 'Sign in with it'))
    })
  )
}

async function verify(_query, key) {
  let found
  try {
    found = (await get(`${AUTH}email/verify`, { 'x-email-verification-key': key })).data
  } catch (error) {
    if (error.status !== 400) throw error
    return useless('The address is confirmed already, or the link is too old.')
  }
  show(
    'Confirm an address',
    intro(`Is ${found.email} yours? It was given for the user ${found.user.username}.`),
    form([], go('Yes, confirm it'), async () => {
      await done(post(`${AUTH}email/verify`, { key }))
      show('The address is confirmed', link('#/', 'Go on'))
    })
  )
}

function forgotten() {
  show(
    'A forgotten password',
    intro('A link for a new one is sent to your address.'),
    form(
      [field('E-mail address', h('input', { name: 'email', type: 'email', autocomplete: 'email' }))],
      go('Send a link'),
      async ({ email }) => {
        await post(`${AUTH}password/request`, { email })
        show(
          'Look into your mail',
          intro('If somebody here has this address, a link is on its way. If none comes, ask an administrator for one.')
        )
      }
    ),
    link('#/', 'Back')
  )
}

const REASONS = {
  cancelled: 'It was broken off there.',
  denied: 'Somebody else is signed in here now.',
  signup_closed: 'Nobody here is known by that account, and no account is made for newcomers.',
  connected_other: 'That account belongs to another user here.'
}

const elsewhere = (query) =>
  show(
    'The other account did not let you in',
    intro(REASONS[query.get('error')] ?? 'What came back from there could not be used. Try again.'),
    link('#/', 'Sign in in another way')
  )

/** Somebody is signed in. */
const inside = ({ user }) =>
  show(
    'Your account',
    intro(`You are signed in as ${user.username}.`),
    h(
      'div',
      { class: 'row end' },
      h('a', { href: at('/') }, 'Where to go'),
      h('button', { type: 'button', onclick: async () => (await attempt(signOut)) && home() }, 'Sign out')
    )
  )

/** Who is signed in, or what has to be done for that. */
async function home() {
  try {
    return inside((await get(`${AUTH}session`)).data)
  } catch (error) {
    if (error.status !== 401) throw error
    const step = error.body?.data?.flows?.some((flow) => flow.is_pending) && pendingStep(error)
    if (step?.id === 'mfa_authenticate') return second(step)
  }
  const name = h('input', { name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' })
  show(
    'Sign in',
    form([field('User name', name), field('Password', password('current-password'))], go('Sign in'), async (values) => {
      const step = await signIn(values.username, values.password)
      if (step) second(step)
      else await home()
    }),
    link('#/forgotten', 'Forgotten your password?')
  )
}

const second = (step) => show('One thing more', intro('A second factor is asked for.'), factorForm(step, home))

const VIEWS = [
  [/^set-password$/, setPassword],
  [/^verify-email\/([\w-]+)$/, verify],
  [/^forgotten$/, forgotten],
  [/^social-login-error$/, elsewhere],
  [/^/, home]
]

/** Shows what the address names. */
async function route() {
  const [path, query = ''] = location.hash.replace(/^#\//, '').split('?')
  const [pattern, view] = VIEWS.find(([one]) => one.test(path))
  try {
    await view(new URLSearchParams(query), ...pattern.exec(path).slice(1))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    show('That did not work', h('p', {}, error.message))
  }
}

addEventListener('hashchange', route)
// Sets the cookie that whatever changes something needs.
await get('/api/auth/v1/config')
await route()
