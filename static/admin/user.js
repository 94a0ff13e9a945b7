// One user: who it is, what it may do, its password and its tokens.
import { get, me, patch, post, Refusal } from './api.js'
import { attempt, day, field, form, h, handOver, heading, showProblems, table, toast, toggle } from './dom.js'
import { RULESETS, VERBS } from './roles.js'
import { factorsOf, sessionsOf } from './sign-in-of.js'
import { tokensOf } from './tokens.js'
import { fullName, marks, nameFields } from './users.js'

export async function user(pk) {
  const [account, groups] = await Promise.all([get(`/api/user/${pk}/?activity=true`), get('/api/user/group/')])
  const self = account.pk === me.account.pk
  const writes = me.canWrite()
  const state = { ...account }
  const title = heading(fullName(account), marks(account))
  const roles = h('div')
  const address = `/api/user/${account.pk}/`

  const retitle = () => {
    title.querySelector('h1').textContent = fullName(state)
    title.querySelectorAll('.chip').forEach((chip) => chip.remove())
    title.firstElementChild.append(...marks(state).filter(Boolean))
  }
  const draw = () => {
    retitle()
    roles.replaceChildren(effective(state, groups))
  }
  /** Writes at once; gives whether it was done. */
  const write = (body, done) =>
    attempt(async () => {
      Object.assign(state, await patch(address, body))
      draw()
    }, done)

  draw()
  return [
    h('a', { href: '#/users', class: 'back' }, '← All users'),
    title,
    h('p', { class: 'lead' }, `Signs in as ${account.username} · last seen: `, day(account.last_seen)),
    h(
      'div',
      { class: 'columns' },
      h(
        'section',
        { class: 'card' },
        h('h2', {}, 'Who it is'),
        form(
          nameFields(account),
          h('div', { class: 'row end' }, h('button', { type: 'submit', class: 'primary', disabled: !writes }, 'Save')),
          async (values) => {
            Object.assign(state, await patch(address, values))
            draw()
            toast('Saved')
          }
        )
      ),
      h(
        'section',
        { class: 'card' },
        h('h2', {}, 'Access'),
        toggle(
          'Active',
          'May sign in. Switched off, passwords, sessions and tokens are refused at once.',
          account.is_active,
          (on) => write({ is_active: on }, on ? 'Switched on' : 'Switched off'),
          !writes || self
        ),
        toggle(
          'Staff',
          'May manage this server: groups, settings, this page.',
          account.is_staff,
          (on) => write({ is_staff: on }, 'Saved'),
          !writes || self
        ),
        toggle(
          'Superuser',
          'May do everything, whatever the groups say.',
          account.is_superuser,
          (on) => write({ is_superuser: on }, 'Saved'),
          !me.account.is_superuser || self
        ),
        self ? h('p', { class: 'hint' }, 'These are your own; another administrator can change them.') : null
      )
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'section',
        { class: 'card' },
        h('h2', {}, 'Groups'),
        h('p', { class: 'intro' }, 'What the user may do is what any of these permits.'),
        groups.length === 0
          ? h('p', {}, 'There are no groups yet. ', h('a', { href: '#/groups' }, 'Make one'))
          : groups.map((group) =>
              toggle(
                group.name,
                null,
                state.groups.some((one) => one.pk === group.pk),
                (on) =>
                  write(
                    {
                      group_ids: [
                        ...state.groups.map((one) => one.pk).filter((one) => one !== group.pk),
                        ...(on ? [group.pk] : [])
                      ]
                    },
                    on ? `Now in ${group.name}` : `No longer in ${group.name}`
                  ),
                !writes
              )
            )
      ),
      me.account.is_superuser ? password(account, self) : null
    ),
    roles,
    me.account.is_superuser ? await factorsOf(account) : null,
    me.account.is_superuser ? await sessionsOf(account) : null,
    me.account.is_superuser || self ? await tokensOf(account) : null
  ]
}

function password(account, self) {
  const input = h('input', { name: 'password', type: 'password', autocomplete: 'new-password' })
  const anyway = h('button', { type: 'button', hidden: true, onclick: () => set(true) }, 'Use it all the same')
  const set = async (override) => {
    anyway.hidden = true
    showProblems(element)
    try {
      if (input.value === '') throw new Refusal(400, { password: ['Type a password first.'] })
      await patch(`/api/user/${account.pk}/set-password/`, {
        password: input.value,
        ...(override ? { override_warning: true } : {})
      })
      input.value = ''
      toast('The password is set')
      if (self) dispatchEvent(new Event('signedout'))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      showProblems(element, error)
      anyway.hidden = override || !error.fields.password || input.value === ''
    }
  }
  const element = form(
    [field('New password', input)],
    h('div', { class: 'row end' }, anyway, h('button', { type: 'submit', class: 'primary' }, 'Set password')),
    () => set(false)
  )
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'Password'),
    h(
      'p',
      { class: 'intro' },
      `A new one ends ${self ? 'your own session too: sign in again with it' : 'the sessions of the user'}. Tokens stay valid.`
    ),
    element,
    h('p', { class: 'hint below' }, 'Or let the user choose one: a link for that is good for three days, and once.'),
    h('div', { class: 'row end' }, h('button', { type: 'button', onclick: () => link(account) }, 'Make a link'))
  )
}

/** Makes a link with which a user chooses a password. */
const link = ({ pk, username }) =>
  attempt(async () => {
    const made = await post(`/api/user/${pk}/reset-link/`)
    handOver(
      'A link for a new password',
      `Whoever opens it chooses the password of ${username}: give it to nobody else.`,
      'The link',
      made.link,
      made.sent_to === null
        ? 'It was sent to nobody: the user has no address, or this server no mail server.'
        : `It is on its way by mail to ${made.sent_to}.`
    )
  })

/** What a user may do, and which of the groups permits it. */
function effective(account, groups) {
  const own = groups.filter((group) => account.groups.some((one) => one.pk === group.pk))
  const from = (name, verb) =>
    own.filter((group) => group.roles.some((one) => one.name === name && one[`can_${verb}`])).map((group) => group.name)
  const cell = (name, verb) => {
    if (!account.is_active) return h('span', { class: 'missing' }, h('span', { 'aria-label': 'no' }, '–'))
    const sources = account.is_superuser ? ['superuser'] : from(name, verb)
    return sources.length
      ? h('span', { class: 'granted' }, sources.join(', '))
      : h('span', { class: 'missing', role: 'img', 'aria-label': 'no' }, '–')
  }
  const why = !account.is_active
    ? 'Nothing while the account is switched off.'
    : account.is_superuser
      ? 'Everything: a superuser needs no group.'
      : own.length === 0
        ? 'Nothing: the user is in no group.'
        : 'Each field names the groups that permit it.'
  return h(
    'section',
    { class: 'card flush' },
    h('div', { class: 'group-head' }, h('h2', {}, 'What this user may do'), h('p', { class: 'hint' }, why)),
    table(
      'What this user may do',
      ['', ...VERBS.map((verb) => verb[0].toUpperCase() + verb.slice(1))],
      Object.entries(RULESETS).map(([name, [label]]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, label),
          VERBS.map((verb) => h('td', {}, cell(name, verb)))
        )
      ),
      'effective'
    )
  )
}
