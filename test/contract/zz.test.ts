// Records are made, changed, copied, exported and deleted by what OPTIONS says of each list, and nothing else.
import t, { type Test } from 'tap'
import { build } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { formUser } from '../support/forms.ts'
import { inventory } from '../support/inventory.ts'
import { DRAWN_BY_PAGES, filled, KNOWN_TYPES, recordValues, startValues } from '../web/client/form.js'
import type { Fields, Values } from '../web/client/form.js'
import { CHANGED, COPIED, COUNTS, DELETED, FIXED, GIVEN, KEPT, NOT_BY_FORM, NOT_STORED } from './forms-alone.pages.ts'

const house = await build(t)
const { ask, fieldsOf, send } = formUser(house)
const world = {
  ...(await inventory(house)),
  stockModel: (await house.as('admin').get('/api/contenttype/model/stockitem/')).body.pk
}

const isRecord = /^\{\w+\}\/$/
const paths = [...new Set(contract.operations.map(({ path }) => path))]

/** Every list that records can be added to. */
const lists = contract.operations
  .filter(
    ({ method, path }) =>
      method === 'post' && paths.some((one) => one.startsWith(path) && isRecord.test(one.slice(path.length)))
  )
  .map(({ path }) => path)
  .filter((path) => !Object.hasOwn(NOT_BY_FORM, path))

/** Those of the values that another set of values has as well. */
const among = (values: Values, others: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(others, name)))

/** What is compared: files have another address than name, and an empty text may be none at all. */
const comparable = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => !(value instanceof File))
      .map(([name, value]) => [name, value === '' ? null : value])
  )

async function read(url: string): Promise<Values> {
  const { status, body } = await ask('GET', url)
  if (status !== 200) throw new Error(`GET ${url} answered ${status}`)
  return body
}

/** The address of a record that was made; fails the test where none was. */
function addressOf(t: Test, url: string, values: Values, { status, text, body }: Awaited<ReturnType<typeof send>>) {
  if (!t.equal(status, 201, text)) throw new Error(`${JSON.stringify(values)} was refused`)
  const made = body[0] ?? body
  return `${url}${made.pk ?? made.id}/`
}

/** Compares a record with what the form showed when it was sent. */
async function isWhatWasShown(t: Test, list: string, record: string, values: Values): Promise<void> {
  const stored = await read(record)
  const lost = Object.keys(values).filter((name) => !Object.hasOwn(stored, name) && name !== 'duplicate')
  t.strictSame(lost, NOT_STORED[list] ?? [], 'no field is lost')
  const shown = comparable(among(values, stored))
  t.strictSame(comparable(among(stored, shown)), shown, 'what the form showed is what is stored')
}

/** Makes a record in the form of a list; gives its address. */
async function create(t: Test, list: string, url: string): Promise<string> {
  const fields = (await fieldsOf(url, 'POST'))!
  const opened = startValues(fields, GIVEN[list]?.values(world))
  const missing = Object.keys(fields).filter((name) => fields[name]!.required && opened[name] === undefined)
  let values = opened
  let answer = await send('post', url, fields, values)
  if (answer.status === 400) {
    const others = Object.keys(answer.body).filter((name) => !missing.includes(name))
    t.strictSame(others, [], `nothing else is refused: ${answer.text}`)
    values = await filled(fields, opened, ask)
    answer = await send('post', url, fields, values)
  } else t.strictSame(missing, [], 'what is said to be required is refused when it is missing')
  const record = addressOf(t, url, values, answer)
  await isWhatWasShown(t, list, record, values)
  return record
}

const isText = ({ type }: Fields[string]) => type === 'string'
const isNumber = ({ type }: Fields[string]) => type === 'float' || type === 'integer'
const isFlag = ({ type }: Fields[string]) => type === 'boolean'

/** The form of a record with one value changed: a text, where it has any. */
async function changed(list: string, fields: Fields, values: Values): Promise<Values> {
  const names = Object.keys(values)
  const name =
    CHANGED[list]?.field ??
    [isText, isNumber, isFlag].flatMap((fits) => names.filter((name) => fits(fields[name]!))).at(0)
  if (name === undefined) return values
  const field = fields[name]!
  if (isFlag(field)) return { ...values, [name]: !values[name] }
  if (isNumber(field)) return { ...values, [name]: values[name] + 1 }
  return { ...values, ...(await filled({ [name]: { ...field, required: true } }, {}, ask)) }
}

/** Changes a record in its form: first nothing, then one field. */
async function edit(t: Test, list: string, record: string): Promise<void> {
  const fields = await fieldsOf(record, 'PUT')
  t.equal(fields === undefined, Object.hasOwn(FIXED, list), 'a form is offered')
  if (fields === undefined) return
  const before = await read(record)
  const values = recordValues(fields, before)
  // A PUT needs the file again, which the form does not have.
  const needsFile = Object.values(fields).some(({ type, required }) => type === 'file upload' && required)
  for (const method of needsFile ? (['patch'] as const) : (['patch', 'put'] as const)) {
    const same = await send(method, record, fields, values)
    t.equal(same.status, 200, `${method} of what is there → ${same.text}`)
    const after = await read(record)
    const counted = COUNTS[list] === undefined ? {} : { [COUNTS[list]]: after[COUNTS[list]] }
    t.strictSame(after, { ...before, ...counted }, `${method} of what is there changes nothing`)
    const others = await changed(list, fields, values)
    const answer = await send(method, record, fields, others)
    t.equal(answer.status, 200, `${method} → ${answer.text}`)
    t.strictSame(recordValues(fields, await read(record)), others, `${method} changes one field alone`)
    await send(method, record, fields, values)
  }
}

/** The fields by which a refused copy could be told apart: those that the answer names, or the first text that is needed. */
function own(fields: Fields, refused: Values): string[] {
  const named = Object.keys(refused).filter((name) => Object.hasOwn(fields, name))
  if (named.length > 0) return named
  return Object.keys(fields)
    .filter((name) => fields[name]!.required && isText(fields[name]!))
    .slice(0, 1)
}

/** Copies a record: the form of the new one holds what the record does, but for what must be its own. */
async function duplicate(t: Test, list: string, url: string, record: string): Promise<string> {
  const fields = (await fieldsOf(url, 'POST'))!
  const original = await read(record)
  const page = { ...GIVEN[list]?.values(world), ...COPIED[list]?.values(world) }
  const given: Values = { ...original, ...page, ...(fields.duplicate ? { duplicate: { original: original.pk } } : {}) }
  let values = startValues(fields, given)
  let answer = await send('post', url, fields, values)
  if (answer.status === 400) {
    const without = own(fields, answer.body).map((name) => [name, undefined])
    values = await filled(fields, startValues(fields, { ...given, ...Object.fromEntries(without) }), ask)
    answer = await send('post', url, fields, values)
  }
  const copy = addressOf(t, url, values, answer)
  await isWhatWasShown(t, list, copy, values)
  return copy
}

/** Exports a list with each exporter in each format, if it can be. */
async function exportAll(t: Test, list: string, url: string): Promise<void> {
  const asked = contract.operations.find(({ method, path }) => method === 'get' && path === list)!.query
  if (!asked.some(({ name }) => name === 'export')) return
  const { export_plugin: exporter } = (await fieldsOf(`${url}?export=true`, 'GET'))!
  for (const { value: plugin } of exporter!.choices!) {
    const fields = (await fieldsOf(`${url}?export=true&export_plugin=${plugin}`, 'GET'))!
    for (const { value: format } of fields.export_format!.choices!) {
      const values = startValues(fields, { export_format: format, export_plugin: plugin })
      const { status, body } = await ask('GET', `${url}?${new URLSearchParams({ export: 'true', ...values })}`)
      t.equal(status, 200, `${plugin} ${format}`)
      let output = body
      while (!output.complete) output = await read(`/api/data-output/${output.pk}/`)
      t.match(output, { progress: 100, errors: null, output: new RegExp(`\\.${format}$`) })
    }
  }
}

async function remove(t: Test, list: string, record: string): Promise<void> {
  const { before, body } = DELETED[list] ?? {}
  if (before) await ask(before[0], `${record}${before[1]}`, before[2])
  const answer = await ask('DELETE', record, body)
  t.equal(answer.status, 204, answer.text)
  t.equal((await ask('GET', record)).status, Object.hasOwn(KEPT, list) ? 200 : 404)
}

/** Every field that can be written has a type that the client draws. */
function canBeDrawn(t: Test, fields: Fields): void {
  for (const [name, { type, read_only, children }] of Object.entries(fields)) {
    if (!read_only) t.ok(KNOWN_TYPES.has(type) || DRAWN_BY_PAGES.has(type), `${name}: ${type}`)
    if (children) canBeDrawn(t, children)
  }
}

for (const list of lists) {
  const url = list.replace('{id}', String(world.selection))
  const told = (await fieldsOf(url, 'POST'))!
  const fields: Fields = Object.fromEntries(
    Object.entries(told)
      .filter(([n, f]) => f.type !== 'image upload' && n !== 'duplicate')
      .map(([n, f]) => [
        n,
        {
          ...f,
          required: true,
          children:
            f.children && Object.fromEntries(Object.entries(f.children).map(([n, f]) => [n, { ...f, required: true }]))
        }
      ])
  )
  const opened = startValues(fields, GIVEN[list]?.values(world))
  const MEANT: Values = {
    units: 'mm',
    icon: 'ti:box:outline',
    custom_icon: 'ti:box:outline',
    raw_amount: '2',
    pack_quantity: '2',
    filters: ''
  }
  const values = { ...(await filled(fields, opened, ask)) }
  for (const n of Object.keys(MEANT)) if (n in values) values[n] = MEANT[n]
  for (const n of [
    'status_custom_key',
    'serial',
    'serial_numbers',
    'existing_image',
    ...(list === '/api/stock/' ? ['customer', 'belongs_to', 'consumed_by'] : [])
  ])
    delete values[n]
  if (list === '/api/stock/') Object.assign(values, { part: world.board })
  if (list === '/api/part/') Object.assign(values, { purchaseable: true })
  const answer = await send('post', url, fields, values)
  if (answer.status !== 201) {
    console.log('##', list, answer.status, answer.text.slice(0, 400), JSON.stringify(values).slice(0, 1500))
    continue
  }
  const made = answer.body[0] ?? answer.body
  const rec = `${url}${made.pk ?? made.id}/`
  const got = await read(rec + '?tags=true')
  for (const [n, v] of Object.entries(values)) {
    if (v instanceof File) continue
    if (!(n in got)) console.log('##', list, 'not shown', n, JSON.stringify(v))
    else if (JSON.stringify(got[n]) !== JSON.stringify(v))
      console.log('##', list, 'differs', n, JSON.stringify(v), JSON.stringify(got[n]))
  }
  const none = Object.keys(fields).filter((n) => !fields[n]!.read_only && values[n] === undefined)
  if (none.length) console.log('##', list, 'nothing for', none.join())
  const put = await fieldsOf(rec, 'PUT')
  if (!put) continue
  const vs = recordValues(put, got)
  const same = await send('patch', rec, put, vs)
  if (same.status !== 200) console.log('##', list, 'PATCH', same.text)
  else if (JSON.stringify(await read(rec + '?tags=true')) !== JSON.stringify(got))
    console.log('##', list, 'PATCH CHANGED')
}
t.end()
