import type { Contract, Operation, Schema } from './document.ts'
import { invalid, type Problems } from './errors.ts'
import { labelOf, recordOf } from './options.ts'
import type { Scope } from './scopes.ts'

/** What is written to a file: the values of all records, in the order of the columns. */
export interface Table {
  /** The address of the list. */
  path: string
  columns: string[]
  rows: unknown[][]
  format: string
  plugin: string
}

const PARAMETERS = ['export_format', 'export_plugin'] as const
/** What an export does not pass on to the list: it writes all records that match. */
const NOT_PASSED = new Set<string>(['export', ...PARAMETERS, 'limit', 'offset'])

/** Whether the contract lets a list be exported. */
export const isExportable = (operation: Operation): boolean => operation.query.some(({ name }) => name === 'export')

/** Fields that fit into a cell: neither lists nor objects. */
function isPlain (contract: Contract, given: Schema): boolean {
  const schema = contract.resolve(given)
  if (schema.oneOf || schema.anyOf) return (schema.oneOf ?? schema.anyOf)!.every((one) => isPlain(contract, one))
  const types = [schema.type ?? []].flat()
  return types.length > 0 && !types.includes('array') && !types.includes('object')
}

/** What `export_format` and `export_plugin` say; their first choice where they are missing. */
function chosen (operation: Operation, rawQuery: Record<string, string>): Record<typeof PARAMETERS[number], string> {
  const problems: Problems = {}
  const values = PARAMETERS.map((name) => {
    const choices = operation.query.find((parameter) => parameter.name === name)!.schema.enum!.map(String)
    const value = rawQuery[name] ?? choices[0]!
    if (!choices.includes(value)) problems[name] = [`"${value}" is not a valid choice.`]
    return [name, value] as const
  })
  if (Object.keys(problems).length) throw invalid(problems)
  return Object.fromEntries(values) as Record<typeof PARAMETERS[number], string>
}

/**
 * A list as a table: a column for each field of its records that is neither list nor object, under the field's title. A field that is not
 * always sent has a column where a record has it.
 *
 * @throws 400 where the form of the file is unknown, or the list refuses a filter
 */
export async function exportTable (contract: Contract, operation: Operation, scope: Scope): Promise<Table> {
  const { export_format: format, export_plugin: plugin } = chosen(operation, scope.rawQuery)
  const query = Object.fromEntries(Object.entries(scope.rawQuery).filter(([name]) => !NOT_PASSED.has(name)))
  const records = await scope.ask(operation.id, query) as Record<string, unknown>[]
  const record = recordOf(contract, operation.answer)!
  const columns = Object.entries(record.properties!).filter(([name, schema]) => isPlain(contract, schema) &&
    (record.required?.includes(name) || records.some((one) => Object.hasOwn(one, name))))
  return {
    path: operation.path,
    columns: columns.map(([name, schema]) => contract.resolve(schema).title ?? (name === 'pk' ? 'ID' : labelOf(name))),
    rows: records.map((one) => columns.map(([name]) => one[name] ?? null)),
    format,
    plugin
  }
}
