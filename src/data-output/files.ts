import { randomInt } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { Table } from '#contract/export.ts'

/** The folder below the media folder. */
const FOLDER = 'data_output'

/** What is written to a file, and in which form. */
export type Content = Pick<Table, 'columns' | 'rows' | 'format'>

const text = (value: unknown): string => value === null ? '' : value === true ? 'True' : value === false ? 'False' : String(value)

function separated ({ columns, rows }: Content, separator: string): string {
  const special = new RegExp(`[${separator}"\r\n]`)
  const quoted = (cell: string) => special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return [columns, ...rows].map((row) => row.map((value) => quoted(text(value))).join(separator) + '\r\n').join('')
}

async function workbook ({ columns, rows }: Content): Promise<Buffer> {
  const head: Row = columns.map((value) => ({ value, fontWeight: 'bold' }))
  return await writeXlsxFile([head, ...rows.map((row): Row => row.map((value) => typeof value === 'number' || typeof value === 'boolean' ? value : text(value)))]).toBuffer()
}

/** How the content of a file is made, by its form. */
const FORMS: Record<string, (content: Content) => string | Promise<Buffer>> = {
  csv: (content) => separated(content, ','),
  tsv: (content) => separated(content, '\t'),
  xlsx: workbook
}

const letters = () => Array.from({ length: 7 }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[randomInt(36)]).join('')

/**
 * Writes a table to a new file below the media folder.
 *
 * @param name what the file shall be called, without its ending; letters are added where there is such a file
 * @returns the path below the media folder
 */
export async function writeTable (mediaRoot: string, name: string, table: Content): Promise<string> {
  const content = await FORMS[table.format]!(table)
  await mkdir(join(mediaRoot, FOLDER), { recursive: true })
  for (let path = `${FOLDER}/${name}.${table.format}`; ; path = `${FOLDER}/${name}_${letters()}${extname(path)}`) {
    try {
      const file = await open(join(mediaRoot, path), 'wx')
      try { await file.writeFile(content) } finally { await file.close() }
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Deletes files below the media folder; what is gone already does no harm. */
export async function deleteFiles (mediaRoot: string, paths: Iterable<string>): Promise<void> {
  for (const path of paths) await rm(join(mediaRoot, path), { force: true })
}
