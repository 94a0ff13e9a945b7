import { refused } from '#contract/errors.ts'
import type { ExportTable } from '#contract/export.ts'
import { dictionary } from '#db/dictionary.ts'
import type { FileContent, FileStore } from '#contract/files.ts'
import { OUTPUT_FOLDER } from '#framework/files/access.ts'
import { secretName } from '#framework/files/names.ts'
import { exceedsThread, inThread } from '#framework/thread.ts'
import { yieldToOthers } from '#framework/event-loop.ts'
import { guardedText } from './cells.ts'

/** What is written to a file, and in which form. */
export type OutputContent = Pick<ExportTable, 'columns' | 'rows' | 'format'>

/** How many rows are written before others have their turn: some milliseconds. */
const AT_ONCE = 200

/** How long a workbook may take to make, in seconds. */
const PATIENCE = 300

/** All rows, the columns' titles first, in chunks; others have their turn between two of them. */
async function* chunks({ columns, rows }: OutputContent): AsyncGenerator<unknown[][]> {
  let chunk: unknown[][] = [columns]
  for (const row of rows) {
    if (chunk.push(row) < AT_ONCE) continue
    yield chunk
    chunk = []
    await yieldToOthers()
  }
  yield chunk
}

async function* separated(content: OutputContent, separator: string): AsyncGenerator<string> {
  const cell = (value: unknown) => {
    const text = guardedText(value)
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  for await (const rows of chunks(content)) yield rows.map((row) => row.map(cell).join(separator) + '\r\n').join('')
}

/** Makes a workbook in a thread of its own: it takes seconds, and a thread that runs out of memory ends alone. */
async function workbook(content: OutputContent): Promise<Buffer> {
  const file = new URL(`./workbook.worker${import.meta.url.slice(-3)}`, import.meta.url)
  try {
    return Buffer.from(await inThread<Uint8Array>(file, chunks(content), PATIENCE))
  } catch (error) {
    if (!exceedsThread(error)) throw error
    throw refused('The list is too long for a workbook. Narrow it down with filters, or take csv.')
  }
}

/** How the content of a file is made, by its form. */
const FORMS: Record<string, (content: OutputContent) => FileContent | Promise<Buffer>> = dictionary({
  csv: (content) => separated(content, ','),
  tsv: (content) => separated(content, '\t'),
  xlsx: workbook
})

/**
 * Writes a table to a new file below the media folder.
 *
 * @param name what the file shall be called, without its ending; letters that nobody can guess are added
 * @returns the path below the media folder
 */
export async function writeTable(files: FileStore, name: string, table: OutputContent): Promise<string> {
  return await files.store(OUTPUT_FOLDER, `${secretName(name)}.${table.format}`, await FORMS[table.format]!(table))
}
