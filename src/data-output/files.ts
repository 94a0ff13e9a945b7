import type { Row } from 'write-excel-file/node'
import type { Table } from '#contract/export.ts'
import type { FileStore } from '#contract/files.ts'
import { dictionary } from '#db/dictionary.ts'
import { textOf } from '#contract/text.ts'

/** What is written to a file, and in which form. */
export type Content = Pick<Table, 'columns' | 'rows' | 'format'>

const text = (value: unknown): string => value === null ? '' : value === true ? 'True' : value === false ? 'False' : textOf(value, Infinity)

function separated ({ columns, rows }: Content, separator: string): string {
  const isSpecial = (cell: string) => cell.includes(separator) || /["\r\n]/.test(cell)
  const quoted = (cell: string) => isSpecial(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return [columns, ...rows].map((row) => row.map((value) => quoted(text(value))).join(separator) + '\r\n').join('')
}

async function workbook ({ columns, rows }: Content): Promise<Buffer> {
  // Few servers ever write one; loading it with everything else would make every start longer.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const head: Row = columns.map((value) => ({ value, fontWeight: 'bold' }))
  return await writeXlsxFile([head, ...rows.map((row): Row => row.map((value) => typeof value === 'number' || typeof value === 'boolean' ? value : text(value)))]).toBuffer()
}

/** How the content of a file is made, by its form. */
const FORMS: Record<string, (content: Content) => string | Promise<Buffer>> = dictionary({
  csv: (content) => separated(content, ','),
  tsv: (content) => separated(content, '\t'),
  xlsx: workbook
})

/**
 * Writes a table to a new file below the media folder.
 *
 * @param name what the file shall be called, without its ending; letters are added where there is such a file
 * @returns the path below the media folder
 */
export async function writeTable (files: FileStore, name: string, table: Content): Promise<string> {
  return await files.store('data_output', `${name}.${table.format}`, await FORMS[table.format]!(table))
}
