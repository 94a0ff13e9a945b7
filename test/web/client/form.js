// The forms of the client: it knows no field of its own and makes each form from what OPTIONS tells of an address.

/**
 * What OPTIONS tells of a field.
 *
 * @typedef {object} Field
 * @property {string} type
 * @property {boolean} required
 * @property {boolean} read_only
 * @property {unknown} [default]
 * @property {{ value: unknown, display_name: string }[]} [choices]
 * @property {string | null} [api_url] the list that a related field is looked up in
 * @property {string} [pk_field]
 * @property {Record<string, unknown>} [filters] narrow that list
 * @property {Fields} [children] of a nested object
 * @property {Field} [child] of a list, or of a field that depends on others
 * @property {boolean} [allow_null]
 * @property {boolean} [allow_blank] whether a text may be empty
 * @property {number} [max_length]
 * @property {number} [min_value]
 */

/** @typedef {Record<string, Field>} Fields */

/** @typedef {Record<string, any>} Values what a form holds, by field */

/** @typedef {(method: string, path: string, body?: unknown) => Promise<{ status: number, body: any }>} Ask */

/** The types that the client can draw; where another one may be written, it shows an error in place of the field. */
export const KNOWN_TYPES = new Set([
  'related field',
  'string',
  'url',
  'email',
  'password',
  'icon',
  'boolean',
  'date',
  'datetime',
  'integer',
  'decimal',
  'float',
  'number',
  'choice',
  'file upload',
  'nested object',
  'dependent field',
  'table',
  'tags'
])

/** Types that each page draws in a way of its own: pictures, labels on a record, and tables of rows. */
export const DRAWN_BY_PAGES = new Set(['image upload', 'list', 'field'])

const UPLOADS = new Set(['file upload', 'image upload'])

/**
 * The fields of a form: those that can be written.
 *
 * @param {Fields} fields
 */
const written = (fields) => Object.entries(fields).filter(([, field]) => !field.read_only)

/** @param {unknown} value */
const isEmpty = (value) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * What one field of a new record holds when its form opens.
 *
 * @param {Field} field
 * @param {any} given
 * @returns {unknown}
 */
function startValue(field, given) {
  if (field.type === 'dependent field' && field.child) return startValue(field.child, given)
  const { children, child } = field
  // A page names the parts of an optional object where it has use for them; otherwise its form has none.
  if (children) return given || field.required ? startValues(children, given ?? {}) : undefined
  if (child?.children && Array.isArray(given)) return given.map((row) => startValues(child.children ?? {}, row))
  return given ?? field.default ?? (field.type === 'boolean' ? false : undefined)
}

/**
 * What the form of a new record, or of an action, holds when it opens.
 *
 * @param {Fields} fields what OPTIONS tells of POST
 * @param {Values} [given] what the page knows: the record that is copied, the order that a line is for
 * @returns {Values}
 */
export function startValues(fields, given = {}) {
  /** @type {Values} */
  const values = {}
  for (const [name, field] of written(fields)) {
    const value = startValue(field, given[name])
    if (value !== undefined && value !== null) values[name] = value
  }
  return values
}

/**
 * What the form of a record that is there holds when it opens: what is stored, and no default.
 *
 * @param {Fields} fields what OPTIONS tells of PUT
 * @param {Values} record
 * @returns {Values}
 */
export function recordValues(fields, record) {
  /** @type {Values} */
  const values = {}
  for (const [name, { type, children }] of written(fields)) {
    const value = record[name] ?? (type === 'boolean' ? false : record[name])
    // Of a file that is stored, a form has the address alone: it sends a file only where another one was chosen.
    if (value !== undefined && !UPLOADS.has(type))
      values[name] = children && value ? recordValues(children, value) : value
  }
  return values
}

/**
 * What is sent of one field.
 *
 * @param {Field} field
 * @param {any} value
 * @returns {any}
 */
function sentValue(field, value) {
  if (field.type === 'dependent field' && field.child) return sentValue(field.child, value)
  const { children, child } = field
  if (field.type === 'boolean') return value === true || value === 'true'
  if (children && value) return sentValues(children, value)
  if (child?.children && value) return value.map((/** @type {Values} */ row) => sentValues(child.children ?? {}, row))
  return value
}

/**
 * @param {Fields} fields
 * @param {Values} values
 * @returns {Values}
 */
const sentValues = (fields, values) =>
  Object.fromEntries(
    written(fields)
      .filter(([name]) => values[name] !== undefined)
      .map(([name, field]) => [name, sentValue(field, values[name])])
  )

/**
 * The body that a form sends: JSON, or a form with files where one was chosen.
 *
 * @param {Fields} fields
 * @param {Values} values what the form holds
 * @returns {Values | FormData}
 */
export function bodyOf(fields, values) {
  const body = sentValues(fields, values)
  if (!Object.values(body).some((value) => value instanceof File)) return body
  const form = new FormData()
  for (const [name, value] of Object.entries(body))
    if (value instanceof File) form.append(name, value)
    else form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  return form
}

/** Words that nobody typed before, not even in an earlier visit; each is fit to be the name of anything. */
let count = Date.now() % 1e9
const word = () => `WORD_${(++count).toString(36).toUpperCase()}`

const today = () => new Date().toISOString().slice(0, 10)

/** What people type into a field of a type that asks for neither a record nor a choice. */
const TYPED = {
  string: () => word(),
  password: () => `${word()}!`,
  url: () => 'https://example.com/',
  email: () => 'mara@example.com',
  boolean: () => true,
  date: () => today(),
  datetime: () => `${today()} 12:00`,
  'file upload': () => new File([word()], 'words.txt', { type: 'text/plain' })
}

/**
 * The key of the first record that a related field offers; undefined where there is none.
 *
 * @param {Field} field
 * @param {Ask} ask
 */
async function firstRelated({ api_url, pk_field = 'pk', filters = {} }, ask) {
  if (!api_url) return undefined
  // A filter without a value is left out of the address.
  const narrowed = Object.entries(filters ?? {}).filter(([, value]) => value !== null && value !== undefined)
  const query = new URLSearchParams([...narrowed.map(([name, value]) => [name, String(value)]), ['limit', '1']])
  const { body } = await ask('GET', `${api_url}?${query}`)
  return (body?.results ?? body)?.[0]?.[pk_field]
}

/**
 * What somebody puts into an empty field that wants something.
 *
 * @param {Field} field
 * @param {Ask} ask
 * @returns {Promise<unknown>}
 */
async function entered(field, ask) {
  const { type, children, child, choices, max_length, min_value = 1 } = field
  if (type === 'dependent field' && child) return entered(child, ask)
  if (type === 'related field') return firstRelated(field, ask)
  if (type === 'choice') return choices?.find(({ value }) => !isEmpty(value))?.value
  if (type === 'integer' || type === 'decimal' || type === 'float' || type === 'number') return Math.max(min_value, 1)
  if (children) return filled(children, startValues(children), ask)
  if (child) return [await entered(child, ask)]
  const typed = Object.hasOwn(TYPED, type) ? TYPED[/** @type {keyof typeof TYPED} */ (type)]() : undefined
  return typeof typed === 'string' && max_length ? typed.slice(-max_length) : typed
}

/**
 * Fills what a form requires and does not hold yet, by what OPTIONS tells and nothing else.
 *
 * @param {Fields} fields
 * @param {Values} values what the form holds
 * @param {Ask} ask for the records that related fields offer
 * @returns {Promise<Values>}
 */
export async function filled(fields, values, ask) {
  const all = { ...values }
  for (const [name, field] of written(fields)) {
    const { children, child } = field
    if (children && all[name]) all[name] = await filled(children, all[name], ask)
    else if (child?.children && !isEmpty(all[name]))
      all[name] = await Promise.all(
        all[name].map((/** @type {Values} */ row) => filled(child.children ?? {}, row, ask))
      )
    else if (field.required && isEmpty(all[name])) all[name] = await entered(field, ask)
  }
  return all
}
