// Plugins: which there are, what those of others may do, and what is wrong with them.
import { get, me, patch, post } from './api.js'
import { attempt, confirmed, dialog, field, form, h, heading, toggle } from './dom.js'

const PLUGINS = '/api/plugins/'

const button = (name, onclick, className = 'small') => h('button', { type: 'button', class: className, onclick }, name)

/** What a plugin of others may do, in a sentence. */
const asks = (rights) => (rights.length ? `May do: ${rights.join(', ')}.` : 'Asks for nothing.')

/** Switches a plugin on or off; what one of others asks for is shown before. */
async function change({ key, name, rights = [] }, active, load) {
  if (active && rights.length > 0) {
    const text = `It asks for ${rights.join(', ')}. It may do that and nothing else.`
    if (!(await confirmed(`Switch ${name} on?`, text, 'Grant'))) return false
  }
  const done = await attempt(() =>
    patch(`${PLUGINS}${key}/activate/`, active && rights.length ? { active, rights } : { active })
  )
  if (done) await load()
  return done
}

async function takeAway({ key, name }, load) {
  if (!(await confirmed(`Take ${name} away?`, 'Its settings and what it keeps go too.', 'Take away'))) return
  if (await attempt(() => patch(`${PLUGINS}${key}/uninstall/`, {}), 'Taken away')) await load()
}

function card(plugin, problems, load) {
  const { key, name, active, meta, rights, is_package: isPackage } = plugin
  const about = [key, meta.version, meta.description].filter(Boolean).join(' · ')
  return h(
    'section',
    { class: 'card', 'aria-label': name },
    h(
      'div',
      { class: 'head' },
      h('div', {}, h('h2', {}, name), h('p', { class: 'hint' }, about)),
      isPackage && !active ? button('Take away', () => takeAway(plugin, load), 'danger small') : null
    ),
    problems.map(({ message }) => h('p', { class: 'problem' }, message)),
    toggle('On', rights ? asks(rights) : 'A part of this server', active, (on) => change(plugin, on, load))
  )
}

/** Installs a package; `made` is called once it is there. */
function install(made) {
  const close = dialog(
    'Install a plugin',
    form(
      [
        field(
          'Package',
          h('input', { name: 'packagename', autocomplete: 'off', spellcheck: 'false' }),
          'Its name at npm, such as label-maker.'
        ),
        field('Version', h('input', { name: 'version', autocomplete: 'off' }), 'The newest, where this is empty.'),
        field(
          'Address',
          h('input', { name: 'url', spellcheck: 'false' }),
          'In place of the name: https:, git+https: or file:.'
        )
      ],
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', onclick: () => close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'primary' }, 'Install')
      ),
      async (values) => {
        const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
        await post(`${PLUGINS}install/`, { ...given, confirm: true })
        close()
        await made()
      }
    )
  )
}

export async function plugins() {
  const title = (actions) => heading('Plugins', [], actions)
  if (!me.account.is_superuser) return [title(), h('p', { class: 'hint' }, 'Only a superuser may look after plugins.')]
  const list = h('div')
  const load = async () => {
    const [found, { registry_errors: problems }] = await Promise.all([get(PLUGINS), get(`${PLUGINS}status/`)])
    const switchable = found.filter((plugin) => !plugin.is_mandatory && plugin.is_installed)
    const keys = new Set(switchable.map(({ key }) => key))
    list.replaceChildren(
      ...problems
        .filter(({ name }) => !keys.has(name))
        .map(({ name, message }) => h('p', { class: 'problem' }, `${name}: ${message}`)),
      ...switchable
        .toSorted((a, b) => a.is_builtin - b.is_builtin)
        .map((plugin) =>
          card(
            plugin,
            problems.filter(({ name }) => name === plugin.key),
            load
          )
        )
    )
  }
  const server = await get('/api/')
  await load()
  return [
    title(server.plugins_install_disabled ? [] : button('Install', () => install(load), 'primary')),
    h(
      'p',
      { class: 'lead' },
      server.plugins_enabled
        ? 'What those of others may do stands beside each of them. One that is on can open files and connections as the server can.'
        : 'Those of others are looked for once the server is started with INVENTREE_PLUGINS_ENABLED=true.'
    ),
    list
  ]
}
