import { dictionary } from '#db/dictionary.ts'
import type { Contract, Operation } from './document.ts'
import { invalid, refused, type Problems } from './errors.ts'
import { exportColumns, type ExportColumn, type RecordColumn } from './export-columns.ts'
import { compileQuery } from './read.ts'
import type { RequestContext } from './scopes.ts'

/** What is written to a file: rows of cells, in the order of the columns, some at a time. */
export interface ExportContent {
  columns: readonly ExportColumn[]
  rows: AsyncIterable<unknown[][]>
}

/** A list that is to be written to a file. */
export interface ExportTable {
  /** The address of the list. */
  path: string
  /** How many records it has. */
  total: number
  format: string
  plugin: string
  /** Begins to read it. */
  open(): Promise<ExportContent>
}

/** A record as the list shows it. */
export type ListedRecord = Record<string, unknown>

/** What an exporter makes a file of. */
export interface ExportedList {
  context: RequestContext
  /** The address of the list. */
  path: string
  columns: RecordColumn[]
  /** Reads the records of the list, some at a time; each call reads them anew. */
  records(): AsyncIterable<ListedRecord[]>
  /** The exporter's own parameters, as the contract has them. */
  options: Readonly<Record<string, unknown>>
}

/** Makes a file of a list. */
export type Exporter = (list: ExportedList) => Promise<ExportContent>

/** An exporter that is no part of the contract, for the lists that it can write. */
interface FurtherExporter {
  /** What people call it. */
  title: string
  exporter: Exporter
}

/** Such exporters by the name that clients choose them by. */
export type FurtherExporters = Readonly<Record<string, FurtherExporter>>

const PARAMETERS = ['export_format', 'export_plugin'] as const

/** How many records one file may have. */
export const EXPORT_LIMIT = { records: 5_000_000 }

/** What `export_format` and `export_plugin` say; their first choice where they are missing. */
function chosen(
  operation: Operation,
  further: FurtherExporters,
  { rawQuery, settings }: Pick<RequestContext, 'rawQuery' | 'settings'>
): Record<(typeof PARAMETERS)[number], string> {
  const problems: Problems = {}
  const values = PARAMETERS.map((name) => {
    const choices = operation.query.find((parameter) => parameter.name === name)!.schema.enum!.map(String)
    const value = rawQuery[name] ?? choices[0]!
    const isFurther = name === 'export_plugin' && Object.hasOwn(further, value)
    if (!isFurther && (!choices.includes(value) || (name === 'export_plugin' && !settings.plugin(value).active)))
      problems[name] = [`"${value}" is not a valid choice.`]
    return [name, value] as const
  })
  if (Object.keys(problems).length) throw invalid(problems)
  return Object.fromEntries(values) as Record<(typeof PARAMETERS)[number], string>
}

/** What an export passes on to the list, which is asked for all records that match. */
const passedOn = (rawQuery: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rawQuery).filter(([name]) => name !== 'limit' && name !== 'offset' && !/^export(?:_|$)/.test(name))
  )

/** What the query says of the parameters of an exporter; their defaults where it says nothing. */
function optionsOf({ query }: Operation, plugin: string, rawQuery: Record<string, string>): ExportedList['options'] {
  const own = query.filter((parameter) => parameter['x-exporter'] === plugin)
  const { values, problems } = compileQuery(own)(rawQuery)
  for (const { name, schema } of own) {
    const value = values[name]
    if (typeof value !== 'number') continue
    if (value < schema.minimum!) problems[name] = [`Ensure this value is greater than or equal to ${schema.minimum}.`]
    if (value > schema.maximum!) problems[name] = [`Ensure this value is less than or equal to ${schema.maximum}.`]
  }
  if (Object.keys(problems).length) throw invalid(problems)
  return { ...Object.fromEntries(own.map(({ name, schema }) => [name, schema.default])), ...values }
}

/** A row for each record, a cell for each column. */
async function* rowsOf({ columns, records }: ExportedList): AsyncGenerator<unknown[][]> {
  for await (const some of records()) yield some.map((record) => cellsOf(columns, record))
}

/** The cells of a record, one for each column. */
export const cellsOf = (columns: readonly RecordColumn[], record: ListedRecord): unknown[] =>
  columns.map(({ valueOf }) => valueOf(record) ?? null)

/** Exporters by the name that clients choose them by; modules bring the others (see Module). */
export const EXPORTERS: Record<string, Exporter> = dictionary({
  'inventree-exporter': async (list: ExportedList) => ({ columns: list.columns, rows: rowsOf(list) })
})

/**
 * A list as what is written to a file.
 *
 * @param further exporters beside those of the contract
 * @returns what opens it; its rows are read as they are asked for
 * @throws 400 where the form of the file is unknown, the list refuses a filter, or there are too many records for one
 *   file
 */
export async function exportTable(
  contract: Contract,
  operation: Operation,
  further: FurtherExporters,
  context: RequestContext
): Promise<ExportTable> {
  const { export_format: format, export_plugin: plugin } = chosen(operation, further, context)
  const given = passedOn(context.rawQuery)
  const options = optionsOf(operation, plugin, context.rawQuery)
  const query = { ...Object.fromEntries(operation.exportWith.map((name) => [name, 'true'])), ...given }
  const { count: total } = (await context.ask(operation.id, { ...query, limit: '1' })) as { count: number }
  if (total > EXPORT_LIMIT.records)
    throw refused(
      `The list has more than the ${EXPORT_LIMIT.records} records that fit into one file. Narrow it down with filters.`
    )
  const records = async function* () {
    for await (const some of await context.askChunks(operation.id, query)) yield some as ListedRecord[]
  }
  const columns = exportColumns(contract, operation, given)
  const list = { context, path: operation.path, columns, records, options }
  const exporter = Object.hasOwn(further, plugin) ? further[plugin]!.exporter : EXPORTERS[plugin]!
  return { path: operation.path, total, format, plugin, open: () => exporter(list) }
}
