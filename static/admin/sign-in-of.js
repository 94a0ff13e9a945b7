// How one user signs in: second factors, and the browsers that the user is signed in with.
import { get, remove } from './api.js'
import { attempt, confirmed, day, h, table } from './dom.js'

const KINDS = { totp: 'App with codes', recovery_codes: 'Recovery codes', webauthn: 'Security key' }

const title = ({ type, name }) => (name ? `${KINDS[type]} “${name}”` : KINDS[type])

const button = (text, label, onclick) =>
  h('button', { type: 'button', class: 'danger small', 'aria-label': label, onclick }, text)

/** A card that lists something, and is drawn anew after each change. */
async function card(heading, empty, columns, load, row) {
  const element = h('section', { class: 'card flush' })
  const draw = async () => {
    const records = await load()
    element.replaceChildren(
      h('div', { class: 'group-head' }, h('h2', {}, heading)),
      records.length
        ? table(
            heading,
            columns,
            records.map((one) => row(one, draw))
          )
        : h('p', { class: 'empty' }, empty)
    )
  }
  await draw()
  return element
}

/** The second factors of a user; a lost one is removed. */
export const factorsOf = ({ pk, username }) =>
  card(
    'Second factors',
    'None: the password alone is enough.',
    ['Kind', 'Set up', 'Last used', ''],
    () => get(`/api/user/${pk}/factors/`),
    (factor, draw) =>
      h(
        'tr',
        { 'data-id': factor.pk },
        h(
          'th',
          { scope: 'row' },
          title(factor),
          factor.unused_codes === null ? null : h('small', {}, `${factor.unused_codes} left`)
        ),
        h('td', {}, day(factor.created)),
        h('td', {}, day(factor.last_used)),
        h(
          'td',
          { class: 'do' },
          button('Remove', `Remove ${title(factor)}`, async () => {
            const text = `${username} signs in without it from now on. Recovery codes go with the last other factor.`
            if (!(await confirmed('Remove this second factor?', text, 'Remove'))) return
            if (await attempt(() => remove(`/api/user/${pk}/factors/${factor.pk}/`), 'Removed')) await draw()
          })
        )
      )
  )

/** The browsers that a user is signed in with; each can be signed out. */
export const sessionsOf = ({ pk }) =>
  card(
    'Sessions',
    'Signed in nowhere.',
    ['Browser', 'Since', 'Last seen', ''],
    () => get(`/api/user/${pk}/sessions/`),
    (session, draw) =>
      h(
        'tr',
        { 'data-id': session.pk },
        h('th', { scope: 'row' }, session.user_agent || 'Unknown', h('small', {}, session.ip)),
        h('td', {}, day(session.created)),
        h('td', {}, day(session.last_seen)),
        h(
          'td',
          { class: 'do' },
          button('End', `End the session from ${session.ip}`, async () => {
            if (await attempt(() => remove(`/api/user/${pk}/sessions/${session.pk}/`), 'Ended')) await draw()
          })
        )
      )
  )
