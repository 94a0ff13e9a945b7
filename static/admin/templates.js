// The templates of reports and labels: all of them, and new ones.
import { get, me, post, remove } from './api.js'
import { attempt, confirmed, counted, day, dialog, field, form, h, heading, table } from './dom.js'

/** What prints are of, by model, with where the records are listed. */
export const MODELS = {
  part: ['Part', '/api/part/'],
  stockitem: ['Stock item', '/api/stock/'],
  stocklocation: ['Stock location', '/api/stock/location/'],
  build: ['Build order', '/api/build/'],
  buildline: ['Line of a build order', '/api/build/line/'],
  company: ['Company', '/api/company/'],
  purchaseorder: ['Purchase order', '/api/order/po/'],
  salesorder: ['Sales order', '/api/order/so/'],
  salesordershipment: ['Shipment', '/api/order/so/shipment/'],
  returnorder: ['Return order', '/api/order/ro/'],
  transferorder: ['Transfer order', '/api/order/transfer-order/']
}

export const address = (kind) => `/api/${kind}/template/`

/** Whether the account may write templates. */
export const mayWrite = () => me.account.is_staff || me.account.is_superuser

export async function templates() {
  const [reports, labels] = await Promise.all([get(address('report')), get(address('label'))])
  return [
    heading(
      'Templates',
      [],
      mayWrite() ? h('button', { type: 'button', class: 'primary', onclick: () => upload() }, 'Upload a template') : []
    ),
    h('p', { class: 'lead' }, 'What reports and labels are printed with: pages of HTML that records are filled into.'),
    section('label', 'Labels', labels),
    section('report', 'Reports', reports)
  ]
}

function section(kind, title, all) {
  const rows = all.map((one) => row(kind, one))
  return h(
    'section',
    { class: 'card flush' },
    h('div', { class: 'group-head' }, h('h2', {}, title), h('p', { class: 'hint' }, counted(all.length, 'template'))),
    all.length
      ? table(title, ['Name', 'For', 'Saved', ['', 'do']], rows)
      : h('p', { class: 'empty' }, 'There are none. Upload one to print.')
  )
}

function row(kind, one) {
  const drop = h(
    'button',
    {
      type: 'button',
      class: 'danger small',
      'aria-label': `Delete ${one.name}`,
      onclick: async () => {
        if (!(await confirmed(`Delete ${one.name}?`, 'Its file is deleted too.', 'Delete'))) return
        if (await attempt(() => remove(`${address(kind)}${one.pk}/`), 'Deleted')) line.remove()
      }
    },
    'Delete'
  )
  const line = h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      h('a', { href: `#/templates/${kind}/${one.pk}` }, one.name, h('small', { class: 'hint' }, one.description))
    ),
    h('td', {}, MODELS[one.model_type][0], one.enabled ? null : [' ', h('span', { class: 'chip' }, 'off')]),
    h('td', {}, day(one.updated)),
    h('td', { class: 'do' }, mayWrite() ? drop : null)
  )
  return line
}

/** Asks for a new template with its file. */
function upload() {
  const kind = h(
    'select',
    { name: 'kind' },
    h('option', { value: 'label' }, 'Label'),
    h('option', { value: 'report' }, 'Report')
  )
  const model = h(
    'select',
    { name: 'model_type' },
    Object.entries(MODELS).map(([value, [name]]) => h('option', { value }, name))
  )
  const file = h('input', { name: 'template', type: 'file', accept: '.html,.htm' })
  const close = dialog(
    'Upload a template',
    form(
      [
        field('What it is for', kind),
        field('Records', model),
        field('Name', h('input', { name: 'name', autocomplete: 'off' })),
        field('Description', h('input', { name: 'description', autocomplete: 'off' })),
        field('File', file, 'A page of HTML, ending in .html')
      ],
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', onclick: () => close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'primary' }, 'Upload')
      ),
      async (values) => {
        const body = new FormData()
        for (const name of ['name', 'description', 'model_type']) body.append(name, values[name])
        if (file.files[0]) body.append('template', file.files[0])
        const { pk } = await post(address(values.kind), body)
        close()
        location.hash = `#/templates/${values.kind}/${pk}`
      }
    )
  )
}
