import type { Contract, Operation, Schema } from './document.ts'
import { invalid, refused, type Problems } from './errors.ts'
import { recordOf } from './fields.ts'
import { fieldLabels } from './options.ts'
import type { RequestContext } from './scopes.ts'

/** What is written to a file: the values of all records, in the order of the columns. */
export interface ExportTable {
  /** The address of the list. */
  path: string
  columns: string[]
  rows: Iterable<unknown[]>
  /** How many rows there are. */
  total: number
  format: string
  plugin: string
}

const PARAMETERS = ['export_format', 'export_plugin'] as const
/** What an export does not pass on to the list: it writes all records that match. */
const NOT_PASSED = new Set<string>(['export', ...PARAMETERS, 'limit', 'offset'])

/** How many values one file may hold: what is written is kept in memory until the file is complete. */
export const EXPORT_LIMIT = { values: 8_000_000 }

/** Fields that fit into a cell: neither lists nor objects. */
function isPlain(contract: Contract, given: Schema): boolean {
  const schema = contract.resolve(given)
  if (schema.oneOf || schema.anyOf) return (schema.oneOf ?? schema.anyOf)!.every((one) => isPlain(contract, one))
  const types = [schema.type ?? []].flat()
  return types.length > 0 && !types.includes('array') && !types.includes('object')
}

/** What `export_format` and `export_plugin` say; their first choice where they are missing. */
function chosen(operation: Operation, rawQuery: Record<string, string>): Record<(typeof PARAMETERS)[number], string> {
  const problems: Problems = {}
  const values = PARAMETERS.map((name) => {
    const choices = operation.query.find((parameter) => parameter.name === name)!.schema.enum!.map(String)
    const value = rawQuery[name] ?? choices[0]!
    if (!choices.includes(value)) problems[name] = [`"${value}" is not a valid choice.`]
    return [name, value] as const
  })
  if (Object.keys(problems).length) throw invalid(problems)
  return Object.fromEntries(values) as Record<(typeof PARAMETERS)[number], string>
}

/**
 * A list as a table: a column for each field of its records that is neither list nor object, under the field's title. A
 * field that is not always sent has a column where a record has it.
 *
 * @throws 400 where the form of the file is unknown, the list refuses a filter, or there are too many values for one
 *   file
 */
export async function exportTable(
  contract: Contract,
  operation: Operation,
  context: RequestContext
): Promise<ExportTable> {
  const { export_format: format, export_plugin: plugin } = chosen(operation, context.rawQuery)
  const query = Object.fromEntries(Object.entries(context.rawQuery).filter(([name]) => !NOT_PASSED.has(name)))
  const fields = Object.entries(recordOf(contract, operation.answer)!.properties!).filter(([, schema]) =>
    isPlain(contract, schema)
  )
  const names = fields.map(([name]) => name)
  const sent = new Set(recordOf(contract, operation.answer)!.required)
  const most = Math.floor(EXPORT_LIMIT.values / names.length)
  const rows: unknown[][] = []
  for await (const records of (await context.askChunks(operation.id, query)) as AsyncIterable<
    Record<string, unknown>[]
  >) {
    for (const record of records) rows.push(names.map((name) => record[name] ?? null))
    for (const name of names)
      if (!sent.has(name) && records.some((record) => Object.hasOwn(record, name))) sent.add(name)
    if (rows.length > most)
      throw refused(`The list has more than the ${most} records that fit into one file. Narrow it down with filters.`)
  }
  const labels = fieldLabels(contract, operation)
  const places = names.flatMap((name, place) => (sent.has(name) ? [place] : []))
  return {
    path: operation.path,
    columns: places.map((place) => labels.get(names[place]!)!),
    rows: (function* () {
      for (const row of rows) yield places.map((place) => row[place])
    })(),
    total: rows.length,
    format,
    plugin
  }
}
