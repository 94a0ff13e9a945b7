// One template: edited in place, and shown with a record.
import { get, patch, post, query, text } from './api.js'
import { attempt, calm, field, form, fresh, h, heading, toggle } from './dom.js'
import { address, mayWrite, MODELS } from './templates.js'

export async function template(kind, pk) {
  const url = `${address(kind)}${pk}/`
  const one = await get(url)
  const source = h('textarea', {
    class: 'editor',
    id: fresh('source'),
    spellcheck: 'false',
    wrap: 'off',
    readonly: !mayWrite(),
    value: await text(one.template),
    onkeydown: indent
  })
  return [
    heading(one.name, [
      h('span', { class: 'chip' }, kind === 'label' ? 'label' : 'report'),
      h('span', { class: 'chip' }, MODELS[one.model_type][0])
    ]),
    h('a', { class: 'back', href: '#/templates' }, 'All templates'),
    h(
      'section',
      { class: 'card' },
      h('label', { for: source.id }, 'The page'),
      source,
      mayWrite() ? h('p', { class: 'row below' }, saver(url, one, source)) : null
    ),
    preview(kind, one, source),
    mayWrite() ? about(kind, url, one) : null
  ].filter(Boolean)
}

/** The key Tab makes two blanks, with Shift it moves on; so a keyboard finds the way out. */
function indent(event) {
  if (event.key !== 'Tab' || event.shiftKey || event.target.readOnly) return
  event.preventDefault()
  event.target.setRangeText('  ', event.target.selectionStart, event.target.selectionEnd, 'end')
}

/** Saves the page under the name of its file, so that others go on to find it. */
function saver(url, one, source) {
  const name = decodeURIComponent(one.template.split('/').at(-1))
  return h(
    'button',
    {
      type: 'button',
      class: 'primary',
      onclick: () =>
        attempt(async () => {
          const body = new FormData()
          body.append('template', new File([source.value], name, { type: 'text/html' }))
          await patch(url, body)
        }, 'Saved')
    },
    'Save'
  )
}

/** What a record is called where one is picked. */
const nameOf = (record) =>
  record.full_name ??
  record.reference ??
  record.pathstring ??
  record.name ??
  record.part_detail?.full_name ??
  `Number ${record.pk}`

function preview(kind, one, source) {
  const [, list] = MODELS[one.model_type]
  const search = h('input', {
    type: 'search',
    id: fresh('record'),
    placeholder: 'Search',
    'aria-label': 'Search the record'
  })
  const record = h('select', { 'aria-label': 'The record' })
  const shown = h('div', { class: 'preview', 'aria-live': 'polite' })
  const find = async () => {
    const { results } = await get(list + query({ search: search.value, limit: 20 }))
    record.replaceChildren(...results.map((each) => h('option', { value: each.pk }, nameOf(each))))
  }
  search.addEventListener(
    'input',
    calm(() => attempt(find))
  )
  void attempt(find)
  const show = (form) => () =>
    attempt(async () => {
      shown.replaceChildren(h('p', { class: 'hint' }, 'A moment …'))
      try {
        const { page_size, landscape, merge, width, height } = one
        const name = decodeURIComponent(one.template.split('/').at(-1))
        const asked = { kind, model_type: one.model_type, item: Number(record.value), text: source.value, name, form }
        const size = kind === 'label' ? { width, height } : { page_size, landscape, merge }
        shown.replaceChildren(...result(await post('/api/report/preview/', { ...asked, ...size }), form, source))
      } catch (error) {
        shown.replaceChildren()
        throw error
      }
    })
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'Preview'),
    h('p', { class: 'intro' }, 'The page as it stands above, saved or not, with a record of your choice.'),
    h(
      'div',
      { class: 'row' },
      h('div', { class: 'grow' }, search),
      h('div', { class: 'grow' }, record),
      h('button', { type: 'button', onclick: show('html') }, 'HTML'),
      h('button', { type: 'button', onclick: show('pdf') }, 'PDF'),
      kind === 'label' ? h('button', { type: 'button', onclick: show('png') }, 'Picture') : null
    ),
    h('div', { class: 'below' }, shown)
  )
}

/** What a preview made: the page, the file, or the mistake with its line. */
function result({ html, file, error }, form, source) {
  if (error) {
    const where = error.line === null ? '' : ` (${error.template ? `${error.template}, ` : ''}line ${error.line})`
    if (error.line !== null) jump(source, error.line)
    return [h('p', { class: 'problem', role: 'alert' }, error.message + where)]
  }
  if (form === 'html') return [h('pre', { tabindex: '0', 'aria-label': 'The page as HTML' }, html)]
  if (form === 'png') return [h('img', { src: file, alt: 'The label' })]
  const bytes = Uint8Array.from(atob(file.slice(file.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
  const href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  return [h('a', { href, target: '_blank', class: 'button' }, `Open the PDF (${Math.ceil(bytes.length / 1024)} kB)`)]
}

/** Selects a line of the page. */
function jump(source, line) {
  const lines = source.value.split('\n')
  const begin = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  source.setSelectionRange(begin, begin + (lines[line - 1]?.length ?? 0))
  source.scrollTop = (source.scrollHeight / Math.max(lines.length, 1)) * Math.max(line - 4, 0)
}

/** What is known of the template beside its page. */
function about(kind, url, one) {
  const size =
    kind === 'label'
      ? h(
          'div',
          { class: 'pair' },
          field('Width in mm', h('input', { name: 'width', inputmode: 'decimal', value: one.width })),
          field('Height in mm', h('input', { name: 'height', inputmode: 'decimal', value: one.height }))
        )
      : field(
          'Page size',
          h(
            'select',
            { name: 'page_size' },
            ['A4', 'A3', 'Legal', 'Letter'].map((value) =>
              h('option', { value, selected: value === one.page_size }, value)
            )
          )
        )
  const flag = (name, title, help) =>
    toggle(title, help, one[name], (value) =>
      attempt(async () => Object.assign(one, await patch(url, { [name]: value })), 'Saved')
    )
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'About it'),
    form(
      [
        field('Name', h('input', { name: 'name', value: one.name, autocomplete: 'off' })),
        field('Description', h('input', { name: 'description', value: one.description, autocomplete: 'off' })),
        field(
          'Only for records',
          h('input', { name: 'filters', value: one.filters, autocomplete: 'off', spellcheck: 'false' }),
          'Such as active=True, category__name=Passive; nothing for all.'
        ),
        field(
          'Name of the file',
          h('input', {
            name: 'filename_pattern',
            value: one.filename_pattern,
            autocomplete: 'off',
            spellcheck: 'false'
          }),
          'May hold what the page may, such as {{ part.name }}.'
        ),
        size
      ],
      h('button', { type: 'submit', class: 'primary' }, 'Save'),
      async (values) => {
        Object.assign(one, await patch(url, values))
      }
    ),
    flag('enabled', 'In use', 'Can be printed with.'),
    kind === 'report' ? flag('attach_to_model', 'Attach', 'Each print is attached to its record.') : null,
    kind === 'report' ? flag('landscape', 'Landscape', 'The pages lie.') : null,
    kind === 'report' ? flag('merge', 'Merge', 'All records go into one document.') : null
  )
}
