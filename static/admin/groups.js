// Groups: who is in them, and what they may do.
import { get, me, patch, post, remove } from './api.js'
import { attempt, confirmed, counted, dialog, field, form, h, heading, table, toast } from './dom.js'
import { follow, inWords, RULESETS, summary, VERBS } from './roles.js'
import { fullName } from './users.js'

export async function groups() {
  const all = await get('/api/user/group/?user_detail=true&ordering=name')
  return [
    heading(
      'Groups',
      [],
      me.account.is_staff ? h('button', { type: 'button', class: 'primary', onclick: create }, 'New group') : []
    ),
    h(
      'p',
      { class: 'lead' },
      'A group says what its members may do. Someone in several groups may do what any of them permits.'
    ),
    h(
      'div',
      { class: 'card flush' },
      all.length === 0
        ? h('p', { class: 'empty' }, 'There are no groups yet.')
        : table(
            'Groups',
            ['Group', 'Members', ['Permits', 'wide']],
            all.map((group) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, h('a', { href: `#/groups/${group.pk}` }, group.name)),
                h('td', { class: 'nowrap' }, counted(group.users.length, 'member')),
                h('td', { class: 'wide' }, summary(group.roles))
              )
            )
          )
    )
  ]
}

function create() {
  const close = dialog(
    'New group',
    form(
      [
        field(
          'Name',
          h('input', { name: 'name', autocomplete: 'off' }),
          'For example: Storekeepers, Purchasing, Read only'
        )
      ],
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', onclick: () => close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'primary' }, 'Create')
      ),
      async (values) => {
        const group = await post('/api/user/group/', values)
        close()
        location.hash = `#/groups/${group.pk}`
      }
    )
  )
}

export async function group(pk) {
  const address = `/api/user/group/${pk}/`
  const found = await get(`${address}?user_detail=true`)
  const writes = me.account.is_staff
  const title = heading(found.name)
  return [
    h('a', { href: '#/groups', class: 'back' }, '← All groups'),
    title,
    matrix(found, writes),
    h(
      'div',
      { class: 'columns' },
      members(found),
      writes &&
        h(
          'section',
          { class: 'card' },
          h('h2', {}, 'Rename or delete'),
          form(
            [field('Name', h('input', { name: 'name', value: found.name, autocomplete: 'off' }))],
            h(
              'div',
              { class: 'row end' },
              h(
                'button',
                {
                  type: 'button',
                  class: 'danger',
                  onclick: async () => {
                    if (
                      !(await confirmed(
                        `Delete ${found.name}?`,
                        `Its ${counted(found.users.length, 'member')} may then no longer do what only this group permits. The accounts stay.`,
                        'Delete group'
                      ))
                    )
                      return
                    if (await attempt(() => remove(address), 'The group is deleted')) location.hash = '#/groups'
                  }
                },
                'Delete group'
              ),
              h('button', { type: 'submit', class: 'primary' }, 'Rename')
            ),
            async (values) => {
              Object.assign(found, { name: (await patch(address, values)).name })
              title.querySelector('h1').textContent = found.name
              toast('Renamed')
            }
          )
        )
    )
  ]
}

/** The table of what a group may do; a tick is stored at once, with what follows from it. */
function matrix(found, writes) {
  const said = h(
    'p',
    { class: 'hint', role: 'status', 'aria-live': 'polite' },
    'Adding, changing and deleting need viewing; adding and deleting need changing.'
  )
  const rows = Object.keys(RULESETS)
    .flatMap((name) => found.roles.filter((role) => role.name === name))
    .map((role) => ({ ...role, boxes: {} }))
  const verbsOf = (row) => new Set(VERBS.filter((verb) => row[`can_${verb}`]))

  const show = (row, asked) => {
    for (const verb of VERBS) {
      const box = row.boxes[verb]
      const on = row[`can_${verb}`]
      if (asked && box.checked !== on && verb !== asked) {
        const cell = box.closest('td')
        cell.classList.remove('implied')
        void cell.offsetWidth // begins the animation anew
        cell.classList.add('implied')
      }
      box.checked = on
    }
  }

  /** Shows what a row becomes, stores it, and takes it back where that is refused. */
  async function store(row, verbs, asked) {
    const before = { ...row }
    const body = Object.fromEntries(VERBS.map((verb) => [`can_${verb}`, verbs.has(verb)]))
    Object.assign(row, body)
    show(row, asked)
    const done = await attempt(async () => {
      const { can_view, can_add, can_change, can_delete } = await patch(`/api/user/ruleset/${row.pk}/`, body)
      Object.assign(row, { can_view, can_add, can_change, can_delete })
    })
    if (!done) Object.assign(row, before)
    show(row)
    return done
  }

  async function ticked(row, verb) {
    const had = verbsOf(row)
    const verbs = follow(had, verb, row.boxes[verb].checked)
    const more = [...verbs.symmetricDifference(had)].filter((one) => one !== verb)
    const label = RULESETS[row.name][0]
    if (!(await store(row, verbs, verb))) return
    said.textContent =
      had.size < verbs.size
        ? `${label}: ${verb} is on${more.length ? `, and so ${more.length > 1 ? 'are' : 'is'} ${inWords(more)}, which it needs` : ''}.`
        : `${label}: ${verb} is off${more.length ? `, and so ${more.length > 1 ? 'are' : 'is'} ${inWords(more)}, which ${more.length > 1 ? 'need' : 'needs'} it` : ''}.`
  }

  async function all(verbs, words) {
    const done = await Promise.all(rows.map((row) => store(row, new Set(verbs), 'all')))
    if (done.every(Boolean)) said.textContent = words
  }

  const cell = (row, verb) => {
    const [label] = RULESETS[row.name]
    row.boxes[verb] = h('input', {
      type: 'checkbox',
      checked: row[`can_${verb}`],
      disabled: !writes,
      'aria-label': `${label}: ${verb}`,
      onchange: () => ticked(row, verb)
    })
    return h('td', {}, h('label', {}, row.boxes[verb]))
  }
  return h(
    'section',
    { class: 'card flush' },
    h(
      'div',
      { class: 'group-head' },
      h('h2', {}, 'What its members may do'),
      said,
      writes &&
        h(
          'div',
          { class: 'row' },
          h(
            'button',
            {
              type: 'button',
              class: 'small',
              onclick: () => all(['view'], 'Members may look at everything, and change nothing.')
            },
            'Look at everything'
          ),
          h(
            'button',
            { type: 'button', class: 'small', onclick: () => all(VERBS, 'Members may do everything.') },
            'Everything'
          ),
          h('button', { type: 'button', class: 'small', onclick: () => all([], 'Members may do nothing.') }, 'Nothing')
        )
    ),
    table(
      'What members of the group may do',
      ['', ...VERBS.map((verb) => verb[0].toUpperCase() + verb.slice(1))],
      rows.map((row) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, RULESETS[row.name][0], h('small', { class: 'wide' }, RULESETS[row.name][1])),
          VERBS.map((verb) => cell(row, verb))
        )
      ),
      'matrix'
    )
  )
}

/** Who is in a group, to be put in and taken out. */
function members(found) {
  const list = h('ul', { class: 'people' })
  const picker = h('select', { 'aria-label': 'User to put into the group', class: 'grow' })
  const writes = me.canWrite()
  let everybody = []

  const move = async (pk, into) => {
    const account = await get(`/api/user/${pk}/`)
    const ids = account.groups.map((one) => one.pk).filter((one) => one !== found.pk)
    await patch(`/api/user/${pk}/`, { group_ids: into ? [...ids, found.pk] : ids })
    found.users = (await get(`/api/user/group/${found.pk}/?user_detail=true`)).users
    draw()
  }
  const draw = () => {
    list.replaceChildren(
      ...(found.users.length === 0
        ? [h('li', { class: 'hint' }, 'Nobody yet.')]
        : found.users.map((one) =>
            h(
              'li',
              {},
              h('a', { href: `#/users/${one.pk}` }, fullName(one)),
              h('small', {}, one.username),
              writes &&
                h(
                  'button',
                  {
                    type: 'button',
                    class: 'plain small',
                    'aria-label': `Take out ${one.username}`,
                    onclick: () => attempt(() => move(one.pk, false), `${one.username} is no longer in ${found.name}`)
                  },
                  'Take out'
                )
            )
          ))
    )
    const inside = new Set(found.users.map((one) => one.pk))
    picker.replaceChildren(
      h('option', { value: '' }, 'Put someone in …'),
      ...everybody
        .filter((one) => !inside.has(one.pk))
        .map((one) =>
          h(
            'option',
            { value: one.pk },
            `${fullName(one)}${fullName(one) === one.username ? '' : ` (${one.username})`}`
          )
        )
    )
  }
  picker.addEventListener('change', () => {
    if (picker.value) attempt(() => move(Number(picker.value), true), `Now in ${found.name}`)
  })
  draw()
  if (writes)
    get('/api/user/?is_active=true&ordering=username').then((users) => {
      everybody = users
      draw()
    })
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'Members'),
    list,
    writes ? h('div', { class: 'row' }, picker) : null
  )
}
