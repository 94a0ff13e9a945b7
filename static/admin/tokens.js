// API tokens: how programs stay signed in.
import { get, me, post, query, remove } from './api.js'
import {
  attempt,
  calm,
  confirmed,
  counted,
  day,
  dialog,
  field,
  form,
  h,
  handOver,
  heading,
  table,
  toast
} from './dom.js'
import { fullName } from './users.js'

const PAGE = 50
const TOKENS = '/api/user/tokens/'

const state = (token) =>
  token.revoked
    ? h('span', { class: 'chip bad' }, 'Revoked')
    : token.active
      ? h('span', { class: 'chip good' }, 'Works')
      : h('span', { class: 'chip warn' }, 'Expired')

const COLUMNS = [
  'Name',
  ['Token', 'wide'],
  ['Created', 'wide'],
  ['Last seen', 'wide'],
  ['Expires', 'wide'],
  'State',
  ''
]

/** One token; `changed` is called once it is revoked. */
const row = (token, changed, withOwner) =>
  h(
    'tr',
    { 'data-id': token.id },
    h(
      'th',
      { scope: 'row' },
      token.name || h('span', { class: 'hint' }, 'without a name'),
      withOwner ? h('small', {}, fullName(token.user_detail)) : null
    ),
    h(
      'td',
      { class: 'wide' },
      h('span', { class: 'code nowrap', title: token.token }, `${token.token.slice(0, 8)}…${token.token.slice(-12)}`)
    ),
    h('td', { class: 'wide' }, day(token.created)),
    h('td', { class: 'wide' }, day(token.last_seen)),
    h('td', { class: 'wide nowrap' }, token.expiry),
    h('td', {}, state(token)),
    h(
      'td',
      { class: 'do' },
      token.active
        ? h(
            'button',
            {
              type: 'button',
              class: 'danger small',
              'aria-label': `Revoke the token ${token.name || token.token.slice(-12)}`,
              onclick: async () => {
                if (
                  !(await confirmed(
                    'Revoke this token?',
                    `Whatever uses “${token.name || token.token.slice(-12)}” of ${token.user_detail.username} is refused at its next request. This cannot be undone.`,
                    'Revoke'
                  ))
                )
                  return
                if (
                  await attempt(
                    () => remove(`${TOKENS}${token.id}/${me.account.is_superuser ? '?all_users=true' : ''}`),
                    'The token is revoked'
                  )
                )
                  await changed()
              }
            },
            'Revoke'
          )
        : null
    )
  )

/** Asks whether all tokens of a user shall go; gives whether they went. */
async function revokeAll(user) {
  if (
    !(await confirmed(
      `Revoke all tokens of ${user.username}?`,
      'Every program that uses one of them is refused at its next request. This cannot be undone.',
      'Revoke all'
    ))
  )
    return false
  let said
  const done = await attempt(async () => {
    said = (await remove(`/api/user/${user.pk}/tokens/`)).success
  })
  if (done) toast(said)
  return done
}

export async function tokens() {
  const superuser = me.account.is_superuser
  const search = h('input', {
    type: 'search',
    class: 'grow',
    placeholder: 'Search by name',
    'aria-label': 'Search tokens'
  })
  const owner = h('select', { 'aria-label': 'Whose tokens' }, h('option', { value: '' }, 'Everybody’s'))
  const which = h(
    'select',
    { 'aria-label': 'Which tokens' },
    h('option', { value: 'false' }, 'Not revoked'),
    h('option', { value: '' }, 'All'),
    h('option', { value: 'true' }, 'Revoked')
  )
  const all = h(
    'button',
    {
      type: 'button',
      class: 'danger',
      hidden: true,
      onclick: async () => {
        if (await revokeAll(people.find((one) => one.pk === Number(owner.value)))) await load()
      }
    },
    'Revoke all of this user'
  )
  const list = h('div', { class: 'card flush' })
  const body = h('tbody')
  let shown = 0
  let asked = 0

  const people = superuser ? await get('/api/user/?ordering=username') : []
  owner.append(...people.map((one) => h('option', { value: one.pk }, `${one.username}’s`)))

  async function load(more = false) {
    const turn = ++asked
    const { count, results } = await get(
      `${TOKENS}${query({ all_users: superuser || '', search: search.value.trim(), user: owner.value, revoked: which.value, ordering: '-created', limit: PAGE, offset: more ? shown : 0 })}`
    )
    if (turn !== asked) return
    if (!more) body.replaceChildren()
    body.append(...results.map((token) => row(token, () => load(), true)))
    shown = body.children.length
    const whole = table('Tokens', COLUMNS, [])
    whole.querySelector('tbody').replaceWith(body)
    list.replaceChildren(
      ...(shown ? [whole] : [h('p', { class: 'empty' }, 'There are no such tokens.')]),
      ...(count > shown
        ? [
            h(
              'div',
              { class: 'more' },
              h('button', { type: 'button', onclick: () => load(true) }, `Show more of ${count}`)
            )
          ]
        : [])
    )
    list.setAttribute('data-count', count)
    all.hidden = owner.value === ''
  }
  search.addEventListener(
    'input',
    calm(() => load())
  )
  owner.addEventListener('change', () => load())
  which.addEventListener('change', () => load())
  await load()
  return [
    heading(
      'Tokens',
      [],
      h('button', { type: 'button', class: 'primary', onclick: () => create(people, null, () => load()) }, 'New token')
    ),
    h(
      'p',
      { class: 'lead' },
      superuser
        ? 'With a token a program acts as its user, without knowing the password.'
        : 'Your own tokens. With a token a program acts as you, without knowing your password.'
    ),
    h('div', { class: 'row' }, search, superuser ? owner : null, which, all),
    list
  ]
}

/** The tokens of one user, as a part of another page. */
export async function tokensOf(account) {
  const superuser = me.account.is_superuser
  const list = h('div')
  const load = async () => {
    const found = await get(`${TOKENS}${query({ all_users: superuser || '', user: account.pk, ordering: '-created' })}`)
    const live = found.filter((one) => one.active)
    all.hidden = live.length === 0
    list.replaceChildren(
      found.length
        ? table(
            'Tokens of this user',
            COLUMNS,
            found.map((token) => row(token, load, false))
          )
        : h('p', { class: 'empty' }, 'No tokens.')
    )
    told.textContent = `${counted(live.length, 'token')} in force.`
  }
  const told = h('p', { class: 'hint' })
  const all = h(
    'button',
    {
      type: 'button',
      class: 'danger small',
      onclick: async () => {
        if (await revokeAll(account)) await load()
      }
    },
    'Revoke all'
  )
  await load()
  return h(
    'section',
    { class: 'card flush' },
    h(
      'div',
      { class: 'group-head' },
      h(
        'div',
        { class: 'head' },
        h('div', {}, h('h2', {}, 'Tokens'), told),
        h(
          'div',
          { class: 'row' },
          all,
          h('button', { type: 'button', class: 'small', onclick: () => create([], account, load) }, 'New token')
        )
      )
    ),
    list
  )
}

const inDays = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)

/** Makes a token: for one of the people, or for the user given; `made` is called once it is there. */
function create(people, account, made) {
  const expiry = h('input', { name: 'expiry', type: 'date', value: inDays(365), min: inDays(0) })
  const owner = account ?? me.account
  const close = dialog(
    'New token',
    form(
      [
        people.length > 0 &&
          field(
            'For whom',
            h(
              'select',
              { name: 'user' },
              people
                .filter((one) => one.is_active)
                .map((one) =>
                  h(
                    'option',
                    { value: one.pk, selected: one.pk === owner.pk },
                    fullName(one) === one.username ? one.username : `${fullName(one)} (${one.username})`
                  )
                )
            ),
            'The program may do what this user may.'
          ),
        field(
          'Name',
          h('input', { name: 'name', autocomplete: 'off', placeholder: 'Bench scanner' }),
          'What it is for, so that you know later which one to revoke.'
        ),
        field('Works until', expiry)
      ],
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', onclick: () => close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'primary' }, 'Create token')
      ),
      async ({ user = owner.pk, name, expiry }) => {
        const token = await post(TOKENS, { user: Number(user), name, ...(expiry ? { expiry } : {}) })
        close()
        await made()
        show(token)
      }
    )
  )
}

/** Shows a new token, this once. */
const show = ({ token, expiry }) =>
  handOver(
    'The new token',
    'Copy it now: it is shown only this once.',
    'The token',
    token,
    'Send it with every request as the header ',
    h('code', {}, 'Authorization: Token …'),
    ` It works until ${expiry}.`
  )
