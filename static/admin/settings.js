// The global settings: searched, explained, and changed in place.
import { get, me, patch } from './api.js'
import { attempt, calm, confirmed, fresh, h } from './dom.js'

/** What the first word of a key speaks of; the rest goes under Other. */
const SUBJECTS = {
  INVENTREE: 'Server',
  SERVER: 'Server',
  DISPLAY: 'Server',
  WEEK: 'Server',
  CALENDAR: 'Server',
  LOGIN: 'Signing in',
  SIGNUP: 'Signing in',
  SSO: 'Signing in',
  ENABLE: 'Plugins',
  PLUGIN: 'Plugins',
  MACHINE: 'Plugins',
  CURRENCY: 'Prices',
  PRICING: 'Prices',
  PART: 'Parts',
  PARAMETER: 'Parts',
  STOCK: 'Stock',
  STOCKTAKE: 'Stock',
  SERIAL: 'Stock',
  TEST: 'Stock',
  BARCODE: 'Barcodes',
  BUILDORDER: 'Builds',
  PREVENT: 'Builds',
  PURCHASEORDER: 'Purchase orders',
  SALESORDER: 'Sales orders',
  RETURNORDER: 'Return orders',
  TRANSFERORDER: 'Transfer orders',
  REPORT: 'Labels and reports',
  LABEL: 'Labels and reports',
  PROJECT: 'Server'
}
const ORDER = [...new Set(Object.values(SUBJECTS)), 'Other']

const subject = (key) => SUBJECTS[key.split('_')[0]] ?? 'Other'

export async function settings() {
  const all = (await get('/api/settings/global/?defaults=true')).filter(({ name }) => name)
  const search = h('input', { type: 'search', placeholder: 'Search settings', 'aria-label': 'Search settings' })
  const changed = h('input', { type: 'checkbox', id: fresh('changed') })
  const told = h('p', { class: 'hint', role: 'status', 'aria-live': 'polite' })
  const sections = ORDER.map((name) => {
    const rows = all.filter(({ key }) => subject(key) === name).map((one) => setting(one))
    const title = h('h3', { class: 'group-name' }, name)
    return { title, rows }
  })
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    let count = 0
    for (const { title, rows } of sections) {
      for (const row of rows) {
        row.element.hidden = !words.every((word) => row.text.includes(word)) || (changed.checked && row.isDefault())
        if (!row.element.hidden) count++
      }
      title.hidden = rows.every((row) => row.element.hidden)
    }
    told.textContent = `${count} of ${all.length}`
  }
  search.addEventListener('input', calm(filter, 80))
  changed.addEventListener('change', filter)
  filter()
  return h(
    'section',
    { class: 'card flush' },
    h(
      'div',
      { class: 'group-head' },
      h('h2', {}, 'Settings'),
      h('p', { class: 'hint' }, 'They hold for everybody, at once.'),
      h(
        'div',
        { class: 'row' },
        h('div', { class: 'grow' }, search),
        h('label', { class: 'row', for: changed.id }, changed, 'Only changed ones'),
        told
      )
    ),
    sections.map(({ title, rows }) => [title, rows.map((row) => row.element)])
  )
}

/** What stands beside the value of a setting. */
const described = (one, id, label, facts) => [
  label,
  h('span', { id: `${id}-help`, class: 'hint' }, one.description),
  h('span', { class: 'meta' }, ...facts, ' · ', h('span', { class: 'code' }, one.key))
]

const searchText = (one) => `${one.key} ${one.name} ${one.description}`.toLowerCase()

/** A setting that the configuration of the server decides: it is shown, and there is nothing to change. */
function fixedSetting(one) {
  const id = fresh('setting')
  const label = h('span', { id, class: 'label' }, h('strong', {}, one.name))
  const element = h(
    'div',
    { class: 'setting', 'data-key': one.key },
    h('div', {}, described(one, id, label, ['the configuration of the server decides it'])),
    h(
      'div',
      { class: 'value' },
      h('output', { 'aria-labelledby': id, 'aria-describedby': `${id}-help` }, words(one.value))
    )
  )
  return { element, isDefault: () => String(one.value) === String(one.default), text: searchText(one) }
}

const words = (value) => (value === true ? 'on' : value === false ? 'off' : value === '' ? 'empty' : String(value))

/** One setting: its row, the text to search in, and whether it is what it was to begin with. */
function setting(one) {
  const id = fresh('setting')
  if (one.read_only) return fixedSetting(one)
  const fixed = !me.account.is_staff
  const common = { id, disabled: fixed, 'aria-describedby': `${id}-help` }
  const shown = (value) => one.choices.find((choice) => choice.value === String(value))?.display_name ?? words(value)
  let value = one.value

  const input =
    one.type === 'boolean'
      ? h('input', { ...common, type: 'checkbox', role: 'switch' })
      : one.choices.length
        ? h(
            'select',
            common,
            ...(one.choices.some((choice) => choice.value === '') || one.value !== ''
              ? []
              : [h('option', { value: '' }, '–')]),
            one.choices.map((choice) => h('option', { value: choice.value }, choice.display_name))
          )
        : h('input', { ...common, type: one.type === 'integer' ? 'number' : 'text', autocomplete: 'off' })
  const problem = h('div', { class: 'problem', role: 'alert' })
  const back = h(
    'button',
    {
      type: 'button',
      class: 'plain small',
      'aria-label': `Set back ${one.name} to ${shown(one.default)}`,
      onclick: () => store(one.default)
    },
    'Set back'
  )
  const isDefault = () => String(value) === String(one.default)

  const draw = () => {
    if (one.type === 'boolean') input.checked = value
    else input.value = String(value)
    back.hidden = fixed || isDefault()
  }
  const store = async (wanted) => {
    problem.replaceChildren()
    input.removeAttribute('aria-invalid')
    const body = { value: wanted }
    if (one.confirm) {
      if (!(await confirmed(one.name, one.confirm_text || 'Is that wanted?', 'Change it'))) {
        draw()
        return
      }
      body.manual_confirm = true
    }
    let refused
    const done = await attempt(async () => {
      try {
        value = (await patch(`/api/settings/global/${one.key}/`, body)).value
      } catch (error) {
        if (error.status !== 400) throw error
        refused = error
      }
    }, null)
    if (refused) {
      problem.textContent = [...refused.sentences, ...Object.values(refused.fields).flat()].join(' ')
      input.setAttribute('aria-invalid', 'true')
      return
    }
    draw()
    if (done) {
      saved.hidden = false
      setTimeout(() => {
        saved.hidden = true
      }, 2500)
    }
  }
  const saved = h('span', { class: 'chip good', hidden: true, role: 'status' }, 'Saved')
  input.addEventListener('change', () => store(one.type === 'boolean' ? input.checked : input.value))
  draw()
  const element = h(
    'div',
    { class: 'setting', 'data-key': one.key },
    h(
      'div',
      {},
      described(one, id, h('label', { for: id }, h('strong', {}, one.name)), [
        one.type === 'related field' ? 'record' : one.type,
        ` · default: ${shown(one.default)}`
      ]),
      problem
    ),
    h('div', { class: 'value' }, saved, back, input, one.units ? h('span', { class: 'hint' }, one.units) : null)
  )
  return { element, isDefault, text: searchText(one) }
}
