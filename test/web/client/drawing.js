// Forms as people see them: a field of the page for each field that OPTIONS tells, and a button that sends it.
import { ask, get, need } from './asking.js'
import { bodyOf, filled, recordValues, startValues } from './form.js'
import { actionsOf, faultsOf, withQuery } from './table.js'

/** How a field is drawn that is no plain box to write in. */
const CONTROLS = {
  choice: ({ choices }) => {
    const select = document.createElement('select')
    for (const { value, display_name } of choices) select.append(new Option(display_name, value))
    return select
  },
  boolean: () => Object.assign(document.createElement('input'), { type: 'checkbox' }),
  'file upload': () => Object.assign(document.createElement('input'), { type: 'file' }),
  'image upload': () => Object.assign(document.createElement('input'), { type: 'file' })
}

const written = (fields) => Object.entries(fields).filter(([, { read_only }]) => !read_only)

const text = (value) => String(value ?? '')

/** Draws a field; what is typed or chosen goes into the values of the form. */
function draw(name, field, values) {
  const label = document.createElement('label')
  const control = Object.hasOwn(CONTROLS, field.type) ? CONTROLS[field.type](field) : document.createElement('input')
  control.name = name
  if (control.type === 'checkbox') control.checked = values[name] === true
  else if (control.type !== 'file') control.value = text(values[name])
  need(
    `${name} does not begin with one of its choices`,
    field.type !== 'choice' || control.value === text(values[name])
  )
  control.addEventListener('change', () => {
    values[name] =
      control.type === 'checkbox' ? control.checked : control.type === 'file' ? control.files[0] : control.value
  })
  label.append(field.label, control)
  return label
}

/** A file that somebody chose, told by its name and what is in it. */
const chosen = (value) =>
  typeof value?.content === 'string' ? new File([value.content], value.name, { type: 'text/plain' }) : value

/**
 * Opens the form of an address.
 *
 * @param given what the page knows of a new record; for PATCH the record itself
 * @returns the values that it holds, the fields, and what sends it
 */
export async function openForm(path, given = {}, method = 'POST') {
  const fields = (await actionsOf(path))[method === 'PATCH' ? 'PUT' : method]
  need(`permission for ${method} ${path}`, fields)
  const faults = [...faultsOf(Object.fromEntries(written(fields)))]
  need(`the form of ${path}: ${faults.join('; ')}`, faults.length === 0)
  const known = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, chosen(value)]))
  const values = method === 'PATCH' ? recordValues(fields, known) : startValues(fields, known)
  const form = document.createElement('form')
  form.dataset.path = path
  form.append(...written(fields).map(([name, field]) => draw(name, field, values)))
  const submit = () => ask(method, path, bodyOf(fields, values))
  const sent = Object.assign(document.createElement('button'), { textContent: 'Submit', type: 'button' })
  sent.onclick = async () => {
    const { status, body } = await submit()
    need(`${method} ${path}: ${status} ${JSON.stringify(body)}`, status < 300)
    form.remove()
  }
  form.append(sent)
  document.getElementById('root').append(form)
  return { fields, values, submit, close: () => form.remove() }
}

/** What the related fields of a form offer when they are opened: the first of the records that may be chosen. */
async function openRelated(fields) {
  for (const [, { type, api_url, filters }] of written(fields))
    if (type === 'related field' && api_url) {
      const narrowed = Object.entries(filters ?? {}).filter(([, value]) => value !== null)
      await get(withQuery(api_url, { ...Object.fromEntries(narrowed), search: '', offset: 0, limit: 10 }))
    }
}

/** The fields that were refused without being empty duties of the form. */
const unfair = (refusals, fields, values) =>
  Object.keys(refusals).filter((name) => !(fields[name]?.required && (values[name] ?? '') === ''))

/**
 * Sends a form as it opens and, where that is refused, once more with what it requires.
 *
 * @returns the answer, which is a success
 */
async function fillIn(path, given, method) {
  const { fields, values, submit, close } = await openForm(path, given, method)
  await openRelated(fields)
  let { status, body } = await submit()
  if (status >= 300) {
    const wrong = unfair(body, fields, values)
    need(`${method} ${path} unchanged: ${status} ${JSON.stringify(body)}`, status === 400 && wrong.length === 0)
    Object.assign(values, await filled(fields, values, ask))
    ;({ status, body } = await submit())
    need(`${method} ${path} of ${JSON.stringify(values)}: ${status} ${JSON.stringify(body)}`, status < 300)
  }
  close()
  return body
}

/** Opens the form of an action, fills it in and sends it. */
export const act = (path, given = {}) => fillIn(path, given, 'POST')

/**
 * Makes a record by the form of a list, looks at it and sends its own form unchanged, as somebody does who fills in only
 * what has to be.
 *
 * @param given what the page knows of a new record
 * @returns its key
 */
export async function make(path, given = {}) {
  const body = await fillIn(path, given, 'POST')
  const made = Array.isArray(body) ? body[0] : body
  const pk = made.pk ?? made.id
  const one = `${path}${pk}/`
  const shown = await get(one)
  const { PUT } = await actionsOf(one)
  if (PUT) {
    // A box is not sent empty where nothing is no value.
    const sent = Object.entries(shown).filter(([name, value]) => value !== null || PUT[name]?.allow_null)
    const edit = await openForm(one, Object.fromEntries(sent), 'PATCH')
    const { status, body } = await edit.submit()
    edit.close()
    need(`${one} left as it is: ${status} ${JSON.stringify(body)}`, status === 200)
  }
  return pk
}
