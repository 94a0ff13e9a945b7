// The server itself: what it is, what it holds, its settings, and what went wrong.
import { at, get, me, remove } from './api.js'
import { attempt, confirmed, counted, h, heading, toggle } from './dom.js'
import { settings } from './settings.js'

const COUNTED = {
  Parts: '/api/part/',
  Categories: '/api/part/category/',
  'Stock items': '/api/stock/',
  Locations: '/api/stock/location/',
  Companies: '/api/company/',
  Users: '/api/user/'
}

const DATABASES = { sqlite3: 'SQLite', sqlite: 'SQLite', postgresql: 'PostgreSQL', postgres: 'PostgreSQL' }

export async function server() {
  const [info, counts] = await Promise.all([
    get('/api/'),
    Promise.all(
      Object.entries(COUNTED).map(async ([name, path]) => {
        try {
          return [name, (await get(`${path}?limit=1`)).count]
        } catch (error) {
          return [name, error.status === 403 ? 'not yours to see' : '–']
        }
      })
    )
  ])
  const facts = (pairs) =>
    h(
      'dl',
      { class: 'facts' },
      pairs.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])
    )
  return [
    heading('Server'),
    h(
      'div',
      { class: 'columns' },
      h(
        'section',
        { class: 'card' },
        h('h2', {}, info.instance),
        facts(
          [
            ['Software', (info.installer ?? '').replace('inventree-server ', '')],
            ['API', `${info.apiVersion}, as InvenTree ${info.version}`],
            ['Database', DATABASES[info.database] ?? info.database ?? '–'],
            ['System', info.platform ?? '–']
          ].filter(([, value]) => value)
        ),
        h('p', { class: 'below' }, h('a', { href: at('/api-doc/') }, 'Documentation of the API'))
      ),
      h(
        'section',
        { class: 'card' },
        h('h2', {}, 'What it holds'),
        facts(counts.map(([name, count]) => [name, typeof count === 'number' ? count.toLocaleString('en') : count]))
      ),
      backup()
    ),
    await errors(),
    await settings()
  ]
}

function backup() {
  if (!me.account.is_superuser)
    return h(
      'section',
      { class: 'card' },
      h('h2', {}, 'Backup'),
      h('p', { class: 'hint' }, 'Only a superuser may take one.')
    )
  const link = h('a', { class: 'button primary', href: at('/api/system/backup/'), download: true }, 'Download a backup')
  const media = toggle('With uploaded files', 'Pictures and attachments', false, (on) => {
    link.href = at(`/api/system/backup/${on ? '?media=true' : ''}`)
    return true
  })
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'Backup'),
    h('p', { class: 'intro' }, 'The whole database as it is now, in one file. Keep it safe: it holds everything.'),
    media,
    h('p', { class: 'below' }, link),
    h('p', { class: 'hint' }, 'The setting “Automatic Backup” lets the server make one by itself.')
  )
}

async function errors() {
  const found = await get('/api/error-report/?limit=10')
  if (found.count === 0)
    return h(
      'section',
      { class: 'card' },
      h('h2', {}, 'Errors'),
      h('p', { class: 'hint' }, 'None. Requests that the server fails to answer are told here.')
    )
  const section = h(
    'section',
    { class: 'card flush' },
    h(
      'div',
      { class: 'group-head head' },
      h(
        'div',
        {},
        h('h2', {}, 'Errors'),
        h(
          'p',
          { class: 'hint' },
          `${counted(found.count, 'request')} that the server failed to answer, the latest first`
        )
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'danger small',
          onclick: async () => {
            if (!(await confirmed('Clear all reports?', 'Have them looked at first: they say what to mend.', 'Clear')))
              return
            if (await attempt(() => remove('/api/error-report/?all=true', {}), 'Cleared'))
              section.replaceWith(await errors())
          }
        },
        'Clear'
      )
    ),
    found.results.map(({ when, info, path, data }) =>
      h(
        'details',
        {},
        h('summary', {}, `${when} · ${info}`),
        h('p', { class: 'hint' }, `At ${path ?? 'an unknown address'}`),
        data ? h('pre', { tabindex: '0', 'aria-label': 'Where it happened' }, data) : null
      )
    )
  )
  return section
}
