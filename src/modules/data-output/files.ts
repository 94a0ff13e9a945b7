import { dictionary } from '#db/dictionary.ts'
import type { ExportContent } from '#contract/export.ts'
import type { FileContent, FileStore } from '#contract/files.ts'
import { OUTPUT_FOLDER } from '#framework/files/access.ts'
import { secretName } from '#framework/files/names.ts'
import { separatedCell } from './cells.ts'
import { workbook } from './workbook.ts'

/** What is written to a file, and in which form. */
export interface OutputContent extends ExportContent {
  format: string
}

/** How files are written. */
export interface WritingRules {
  /** Whether texts that spreadsheets would take for formulas are kept from it, in files of separated values. */
  guardFormulas: boolean
}

async function* separated(
  { columns, rows }: ExportContent,
  separator: string,
  rules: WritingRules
): AsyncGenerator<string> {
  const line = (cells: unknown[]) =>
    cells.map((value, at) => separatedCell(value, columns[at]!, separator, rules.guardFormulas)).join(separator) +
    '\r\n'
  yield columns.map(({ heading }) => separatedCell(heading, {}, separator, false)).join(separator) + '\r\n'
  for await (const some of rows) yield some.map(line).join('')
}

/** How the content of a file is made, by its form. */
const FORMS: Record<string, (content: ExportContent, rules: WritingRules) => FileContent> = dictionary({
  csv: (content: ExportContent, rules: WritingRules) => separated(content, ',', rules),
  tsv: (content: ExportContent, rules: WritingRules) => separated(content, '\t', rules),
  xlsx: ({ columns, rows }: ExportContent) => workbook(columns, rows)
})

/**
 * Writes a table to a new file below the media folder.
 *
 * @param name what the file shall be called, without its ending; letters that nobody can guess are added
 * @returns the path below the media folder
 */
export async function writeTable(
  files: FileStore,
  name: string,
  table: OutputContent,
  rules: WritingRules
): Promise<string> {
  return await files.store(OUTPUT_FOLDER, `${secretName(name)}.${table.format}`, FORMS[table.format]!(table, rules))
}
