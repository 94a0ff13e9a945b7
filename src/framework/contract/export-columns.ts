// What a list is written to a file as: its columns, which follow from the contract.
import type { Contract, Operation, Schema } from './document.ts'
import { fieldLabel, plainSchema, recordOf } from './fields.ts'
import { fieldLabels } from './options.ts'
import { looseFlag } from './read.ts'
import { decimalText } from './text.ts'

/** A column of a file. */
export interface ExportColumn {
  heading: string
  /** Whether its numbers are decimals, of which a text always shows one place at least. */
  isDecimal?: boolean
}

/** A column of a list, with what a record has in it. */
export interface RecordColumn extends ExportColumn {
  /** The field of the record that it is of. */
  field: string
  valueOf(record: Record<string, unknown>): unknown
}

type Resolver = Pick<Contract, 'resolve'>

/** Fields that fit into a cell: neither lists nor objects. */
function isCell(contract: Resolver, given: Schema): boolean {
  const { schema, types } = plainSchema(contract, given)
  const several = schema.oneOf ?? schema.anyOf
  if (several && types.size === 0) return several.every((one) => isCell(contract, one))
  return types.size > 0 && !types.has('array') && !types.has('object')
}

/** The text of an object, as clients of the reference server read it. */
function wholeText(contract: Resolver, schema: Schema | undefined, value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (value === true || value === false) return value ? 'True' : 'False'
  if (typeof value === 'number')
    return schema && plainSchema(contract, schema).types.has('number') ? decimalText(value) : String(value)
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map((one) => wholeText(contract, schema?.items, one)).join(', ')}]`
  const fields = Object.entries(value).map(([name, one]) => {
    const of = schema?.properties?.[name]
    return `${quoted(name)}: ${wholeText(contract, of, one)}`
  })
  return `{${fields.join(', ')}}`
}

function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
  return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`
}

/** What stands in a column of a record that lies in a field of another. */
const within = (field: string, name: string) => (record: Record<string, unknown>) =>
  (record[field] as Record<string, unknown> | null | undefined)?.[name]

/** Which fields of the record within it a field has columns of, each with its own heading where it has one. */
function namedIn(chosen: readonly string[] | Readonly<Record<string, string>>): [name: string, heading?: string][] {
  return Array.isArray(chosen) ? chosen.map((name): [string] => [name]) : Object.entries(chosen)
}

/** Whether the query shows what a switch is for. */
function isOn({ query: parameters, exportWith }: Operation, name: string, query: Record<string, string>): boolean {
  if (query[name] !== undefined) return looseFlag(query[name])
  const parameter = parameters.find((one) => one.name === name)
  return exportWith.includes(name) || parameter?.schema.default === true
}

/**
 * The columns of a list (docs/behaviour/data-output.md#columns): one for each field of its records that fits into a
 * cell, in the order of the contract, headed as forms call it unless the contract says otherwise. Fields of records
 * within are those that the contract names, headed by both.
 *
 * @param query what the list is asked for; it decides about fields that a parameter shows
 */
export function exportColumns(contract: Contract, operation: Operation, query: Record<string, string>): RecordColumn[] {
  const labels = fieldLabels(contract, operation)
  const columns = ([name, given]: [string, Schema]): RecordColumn[] => {
    const { schema, types } = plainSchema(contract, given)
    const { 'x-export': chosen, 'x-switch': shownBy } = schema
    if (chosen === false || (shownBy !== undefined && !isOn(operation, shownBy, query))) return []
    const heading = schema['x-heading'] ?? labels.get(name)!
    if (chosen === true)
      return [{ field: name, heading, valueOf: (record) => wholeText(contract, schema, record[name]) }]
    if (chosen === undefined)
      return isCell(contract, given)
        ? [{ field: name, heading, isDecimal: types.has('number'), valueOf: (record) => record[name] }]
        : []
    if (shownBy === undefined && !isOn(operation, name, query)) return []
    return namedIn(chosen).map(([of, own]) => {
      const inner = plainSchema(contract, schema.properties![of]!)
      const label = inner.schema['x-heading'] ?? labels.get(`${name}.${of}`) ?? inner.schema.title ?? fieldLabel(of)
      return {
        field: name,
        heading: own ?? `${heading}.${label}`,
        isDecimal: inner.types.has('number'),
        valueOf: within(name, of)
      }
    })
  }
  return Object.entries(recordOf(contract, operation.answer)!.properties!).flatMap(columns)
}
