// The list of users, and new ones.
import { get, me, patch, post, query, Refusal } from './api.js'
import { calm, day, dialog, field, form, h, heading, table, toast } from './dom.js'

const PAGE = 50

export const fullName = (user) => `${user.first_name} ${user.last_name}`.trim() || user.username

/** What is special about a user. */
export const marks = (user) => [
  user.is_superuser && h('span', { class: 'chip good' }, 'Superuser'),
  user.is_staff && !user.is_superuser && h('span', { class: 'chip good' }, 'Staff'),
  !user.is_active && h('span', { class: 'chip bad' }, 'Switched off')
]

const row = (user) =>
  h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      h(
        'a',
        { href: `#/users/${user.pk}` },
        fullName(user),
        h('small', {}, [fullName(user) === user.username ? '' : user.username, user.email].filter(Boolean).join(' · '))
      )
    ),
    h('td', {}, h('div', { class: 'chips' }, marks(user))),
    h(
      'td',
      { class: 'wide' },
      h(
        'div',
        { class: 'chips' },
        user.groups.map(({ name }) => h('span', { class: 'chip' }, name))
      )
    ),
    h('td', { class: 'wide' }, day(user.last_seen))
  )

export async function users() {
  const search = h('input', {
    type: 'search',
    class: 'grow',
    placeholder: 'Search by name',
    'aria-label': 'Search users'
  })
  const which = h(
    'select',
    { 'aria-label': 'Which users' },
    h('option', { value: '' }, 'All users'),
    h('option', { value: 'true' }, 'Active'),
    h('option', { value: 'false' }, 'Switched off')
  )
  const list = h('div', { class: 'card flush' })
  const body = h('tbody')
  let shown = 0
  let asked = 0

  async function load(more = false) {
    const turn = ++asked
    const { count, results } = await get(
      `/api/user/${query({ activity: true, ordering: 'username', search: search.value.trim(), is_active: which.value, limit: PAGE, offset: more ? shown : 0 })}`
    )
    if (turn !== asked) return
    if (!more) body.replaceChildren()
    body.append(...results.map(row))
    shown = body.children.length
    const whole = table('Users', ['Name', '', ['Groups', 'wide'], ['Last seen', 'wide']], [])
    whole.querySelector('tbody').replaceWith(body)
    list.replaceChildren(
      ...(shown ? [whole] : [h('p', { class: 'empty' }, 'No user is called that.')]),
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
  }
  search.addEventListener(
    'input',
    calm(() => load())
  )
  which.addEventListener('change', () => load())
  await load()
  return [
    heading(
      'Users',
      [],
      me.canCreate() ? h('button', { type: 'button', class: 'primary', onclick: create }, 'New user') : []
    ),
    h('div', { class: 'row' }, search, which),
    list
  ]
}

/** The fields of a user that are texts. */
export const nameFields = (user = {}) => [
  field(
    'User name',
    h('input', {
      name: 'username',
      value: user.username ?? '',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false'
    }),
    'For signing in: letters, digits and @ . + - _'
  ),
  h(
    'div',
    { class: 'pair' },
    field('First name', h('input', { name: 'first_name', value: user.first_name ?? '', autocomplete: 'off' })),
    field('Last name', h('input', { name: 'last_name', value: user.last_name ?? '', autocomplete: 'off' }))
  ),
  field('E-mail', h('input', { name: 'email', type: 'email', value: user.email ?? '', autocomplete: 'off' }))
]

async function create() {
  const groups = await get('/api/user/group/?role_detail=false')
  const superuser = me.account.is_superuser
  const close = dialog(
    'New user',
    form(
      [
        nameFields(),
        superuser &&
          field(
            'Password',
            h('input', { name: 'password', type: 'password', autocomplete: 'new-password' }),
            'Can be set later; before that nobody can sign in.'
          ),
        groups.length > 0 &&
          field(
            'Group',
            h(
              'select',
              { name: 'group' },
              h('option', { value: '' }, 'None yet'),
              groups.map(({ pk, name }) => h('option', { value: pk }, name))
            ),
            'A group says what its members may do.'
          )
      ],
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', onclick: () => close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'primary' }, 'Create')
      ),
      async ({ password, group, ...names }) => {
        const user = await post('/api/user/', { ...names, ...(group ? { group_ids: [Number(group)] } : {}) })
        let refused
        if (password) {
          try {
            await patch(`/api/user/${user.pk}/set-password/`, { password })
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
            refused = error
          }
        }
        close()
        if (refused)
          toast(
            `${user.username} was created, but without the password: ${[...(refused.fields.password ?? []), ...refused.sentences].join(' ')}`,
            true
          )
        else toast(`${user.username} was created`)
        location.hash = `#/users/${user.pk}`
      }
    )
  )
}
