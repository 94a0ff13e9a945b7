// What somebody does with the forms of a list: makes a record, changes it, copies it, exports the list, deletes the record.
import type { Test } from 'tap'
import type { Answer, House } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { formUser } from '../support/forms.ts'
import { inventory } from '../support/inventory.ts'
import { DRAWN_BY_PAGES, filled, KNOWN_TYPES, recordValues, startValues } from '../web/client/form.js'
import type { Field, Fields, Values } from '../web/client/form.js'
import {
  CHANGED,
  COPIED,
  DELETED,
  FIXED,
  GIVEN,
  KEPT,
  LEFT_EMPTY,
  MEANT,
  NEVER_EMPTY,
  NOT_STORED,
  NOTES_OF_CHANGES
} from './forms-alone.pages.ts'

const without = (values: Values, names: Iterable<string>): Values => {
  const left = new Set(names)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !left.has(name)))
}

/** Those of the values that another set of values has as well. */
const among = (values: Values, others: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(others, name)))

/** A record but for its notes of changes. */
const settled = (list: string, record: Values): Values =>
  without(record, [...NOTES_OF_CHANGES.everywhere, ...(NOTES_OF_CHANGES.lists[list] ?? [])])

/** What is compared: files have another address than name, and an empty text may be none at all. */
const comparable = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => !(value instanceof File) && value !== undefined)
      .map(([name, value]) => [name, value === '' ? null : value])
  )

const isText = ({ type }: Field) => type === 'string'
const isNumber = ({ type }: Field) => type === 'float' || type === 'integer'
const isFlag = ({ type }: Field) => type === 'boolean'

/** The field of a form that is changed: a text, where it has any. */
function toChange(list: string, fields: Fields, values: Values): string | undefined {
  if (Object.hasOwn(CHANGED, list)) return CHANGED[list]!.field
  return [isText, isNumber, isFlag].flatMap((fits) => Object.keys(values).filter((name) => fits(fields[name]!))).at(0)
}

/** Fields by which a refused copy could be told apart: those that the answer names, or the first text that is needed. */
function own(fields: Fields, refused: Values): string[] {
  const named = Object.keys(refused).filter((name) => Object.hasOwn(fields, name))
  if (named.length > 0) return named
  return Object.keys(fields)
    .filter((name) => fields[name]!.required && isText(fields[name]!))
    .slice(0, 1)
}

/** The same fields, all of them required: a form that somebody fills in from top to bottom. */
const whole = (list: string, fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, { type, children }]) => !children && type !== 'image upload' && !(name in LEFT_EMPTY.everywhere))
      .filter(([name]) => !LEFT_EMPTY.lists[list]?.fields.includes(name))
      .map(([name, field]) => [name, { ...field, required: true }])
  )

/** A house with a small inventory, and what somebody does there with forms. */
export async function formSteps(house: House) {
  const { ask, fieldsOf, send, act } = formUser(house)
  const { body: stockModel } = await house.as('admin').get('/api/contenttype/model/stockitem/')
  const world = { ...(await inventory(house)), stockModel: stockModel.pk as number }

  const read = async (url: string): Promise<Values> => {
    const { status, body } = await ask('GET', url)
    if (status !== 200) throw new Error(`GET ${url} answered ${status}`)
    return body
  }

  /** The address of a record that was made. */
  const madeAt = (t: Test, url: string, values: Values, { status, text, body }: Answer): string => {
    if (!t.equal(status, 201, text)) throw new Error(`${JSON.stringify(values)} was refused`)
    const made = body[0] ?? body
    return `${url}${made.pk ?? made.id}/`
  }

  /** Compares a record with what the form showed when it was sent. */
  const isAsShown = async (t: Test, list: string, record: string, values: Values): Promise<void> => {
    const stored = await read(`${record}?tags=true`)
    const lost = Object.keys(without(comparable(values), [...Object.keys(stored), 'duplicate']))
    t.strictSame(lost, NOT_STORED[list] ?? [], 'no field is lost')
    const shown = comparable(among(values, stored))
    t.strictSame(comparable(among(stored, shown)), shown, 'what the form showed is what is stored')
  }

  /** Makes a record in the form of a list; gives its address. */
  const create = async (t: Test, list: string, url: string): Promise<string> => {
    const fields = (await fieldsOf(url, 'POST'))!
    const opened = startValues(fields, GIVEN[list]?.values(world))
    const missing = Object.keys(fields).filter((name) => fields[name]!.required && opened[name] === undefined)
    let values = opened
    let answer = await send('post', url, fields, values)
    if (answer.status === 400) {
      t.strictSame(Object.keys(without(answer.body, missing)), [], `nothing else is refused: ${answer.text}`)
      values = await filled(fields, opened, ask)
      answer = await send('post', url, fields, values)
    } else t.strictSame(missing, [], 'what is said to be required is refused when it is missing')
    const record = madeAt(t, url, values, answer)
    await isAsShown(t, list, record, values)
    return record
  }

  /** Makes a record in a form where every field is filled in; gives its address. */
  const createWhole = async (t: Test, list: string, url: string): Promise<string> => {
    const fields = whole(list, (await fieldsOf(url, 'POST'))!)
    const page = among({ ...MEANT, ...GIVEN[list]?.values(world) }, fields)
    const values = await filled(fields, startValues(fields, page), ask)
    const record = madeAt(t, url, values, await send('post', url, fields, values))
    await isAsShown(t, list, record, values)
    return record
  }

  /** The form of a record with one value changed. */
  const changed = async (list: string, fields: Fields, values: Values): Promise<Values> => {
    const name = toChange(list, fields, values)
    if (name === undefined) return values
    const field = fields[name]!
    if (isFlag(field)) return { ...values, [name]: !values[name] }
    if (isNumber(field)) return { ...values, [name]: values[name] + 1 }
    return { ...values, ...(await filled({ [name]: { ...field, required: true } }, {}, ask)) }
  }

  /** Changes a record in its form: first nothing, then one field. */
  const edit = async (t: Test, list: string, record: string): Promise<void> => {
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
      t.strictSame(settled(list, after), settled(list, before), `${method} of what is there changes nothing`)
      const others = await changed(list, fields, values)
      const answer = await send(method, record, fields, others)
      t.equal(answer.status, 200, `${method} → ${answer.text}`)
      const stored = recordValues(fields, await read(record))
      t.strictSame(settled(list, stored), settled(list, others), `${method} changes one field alone`)
      await send(method, record, fields, values)
    }
  }

  /** Empties every field of a record that need not hold anything. */
  const empty = async (t: Test, record: string): Promise<void> => {
    const fields = await fieldsOf(record, 'PUT')
    if (fields === undefined) return
    const values = recordValues(fields, await read(record))
    const optional = Object.keys(values).filter((name) => !fields[name]!.required && !(name in NEVER_EMPTY))
    const emptied = Object.fromEntries([
      ...optional.filter((name) => fields[name]!.allow_blank).map((name) => [name, '']),
      ...optional.filter((name) => fields[name]!.allow_null).map((name) => [name, null])
    ])
    const answer = await send('patch', record, fields, { ...values, ...emptied })
    t.equal(answer.status, 200, `emptied → ${answer.text}`)
    t.strictSame(comparable(among(await read(record), emptied)), comparable(emptied), 'what may be empty is empty')
  }

  /** Copies a record: the form of the new one holds what the record does, but for what must be its own. */
  const duplicate = async (t: Test, list: string, url: string, record: string): Promise<string> => {
    const fields = (await fieldsOf(url, 'POST'))!
    const original = await read(record)
    const page = { ...GIVEN[list]?.values(world), ...COPIED[list]?.values(world) }
    const given: Values = { ...original, ...page, ...(fields.duplicate && { duplicate: { original: original.pk } }) }
    let values = startValues(fields, given)
    let answer = await send('post', url, fields, values)
    if (answer.status === 400) {
      values = await filled(fields, startValues(fields, without(given, own(fields, answer.body))), ask)
      answer = await send('post', url, fields, values)
    }
    const copy = madeAt(t, url, values, answer)
    await isAsShown(t, list, copy, values)
    return copy
  }

  /** Exports a list with each exporter in each format, if it can be. */
  const exportAll = async (t: Test, list: string, url: string): Promise<void> => {
    const asked = contract.operations.find(({ method, path }) => method === 'get' && path === list)!.query
    if (!asked.some(({ name }) => name === 'export')) return
    const { export_plugin: exporter } = (await fieldsOf(`${url}?export=true`, 'GET'))!
    for (const { value: plugin } of exporter!.choices!) {
      const fields = (await fieldsOf(`${url}?export=true&export_plugin=${plugin}`, 'GET'))!
      canBeDrawn(t, fields)
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

  const remove = async (t: Test, list: string, record: string): Promise<void> => {
    const { before, body } = DELETED[list] ?? {}
    if (before) await ask(before[0], `${record}${before[1]}`, before[2])
    const answer = await ask('DELETE', record, body)
    t.equal(answer.status, 204, answer.text)
    t.equal((await ask('GET', record)).status, Object.hasOwn(KEPT, list) ? 200 : 404)
  }

  return { world, ask, act, fieldsOf, create, createWhole, edit, empty, duplicate, exportAll, remove }
}

/** Every field that can be written has a type that the client draws; where a record is chosen, there is a list of them. */
export function canBeDrawn(t: Test, fields: Fields): void {
  for (const [name, { type, api_url, read_only, children, child }] of Object.entries(fields)) {
    if (!read_only) t.ok(KNOWN_TYPES.has(type) || DRAWN_BY_PAGES.has(type), `${name}: ${type}`)
    if (!read_only && type === 'related field') t.ok(api_url, `${name}: where it is looked up`)
    canBeDrawn(t, { ...children, ...child?.children })
  }
}
