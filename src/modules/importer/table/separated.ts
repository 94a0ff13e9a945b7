/** Reads separated text: what sets its cells apart is seen in its first row. */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { TableBuilder, TableError, type Cell, type TableLimits, type TablePiece } from './table.ts'

/** Texts are parsed in pieces of this many characters, so that a file with too many rows is not read to its end. */
const SLICE = 64 * 1024

/** What may set cells apart; of two that stand in the first row as often, the first. */
const SEPARATORS = [',', ';', '\t'] as const

/** How a text may begin, and what that says of its encoding. */
const MARKS: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be']
]

/** @throws TableError where the bytes are no text of the encoding that their mark says, or of UTF-8 */
function decoded(bytes: Uint8Array): string {
  const [mark, encoding] = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [[], 'utf-8']
  const content = bytes.subarray(mark.length)
  const other = otherForm(content, mark.length > 0)
  if (other !== undefined) throw new TableError('Failed to open data file', other)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    throw new TableError('Failed to open data file', wrongBytes(content, encoding))
  }
}

const ADVICE = 'Save it as CSV with the encoding UTF-8.'

/** What a file is instead of a text that can be read, in a sentence; undefined where its beginning does not show it. */
function otherForm([first, second, third, fourth]: Uint8Array, marked: boolean): string | undefined {
  if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4)
    return 'The file is no text, but an archive, as workbooks are: those are told by the ending .xlsx.'
  if (first === 0 && second === 0) return `The file seems to have the encoding UTF-32. ${ADVICE}`
  if (!marked && (first === 0 || second === 0))
    return `The file seems to have the encoding UTF-16, but no byte order mark that says so. ${ADVICE}`
  return undefined
}

/** Where a text stops being one, in a sentence. */
function wrongBytes(content: Uint8Array, encoding: string): string {
  if (encoding !== 'utf-8') return `The text is not complete in the encoding ${encoding.toUpperCase()}. ${ADVICE}`
  let line = 1
  let start = 0
  for (let end = content.indexOf(10); end >= 0; end = content.indexOf(10, start)) {
    if (!isUtf8(content.subarray(start, end))) break
    start = end + 1
    line++
  }
  return `Line ${line} is no UTF-8: the file seems to have another encoding, such as Latin-1. ${ADVICE}`
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What sets cells apart: what stands most often in the first row that has anything, outside of quotes. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]))
  let quoted = false
  for (let at = /\S/.exec(text)?.index ?? 0; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '"') quoted = !quoted
    if (quoted) continue
    if (letter === '\n' || letter === '\r') break
    if (counts.has(letter)) counts.set(letter, counts.get(letter)! + 1)
  }
  return [...SEPARATORS].sort((a, b) => counts.get(b)! - counts.get(a)!)[0]!
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE)
}

/** What the parser stumbled over, in a sentence. */
function sentenceOf(error: CsvError & { lines?: number }): string {
  const where = error.lines === undefined ? '' : `Line ${error.lines}: `
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `${where}a text in quotes has no end.`
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `${where}the row is too long, or a text in quotes has no end.`
  return `${where}the text cannot be taken apart into cells.`
}

/** The longest row, in characters; and how many cells it may have, most of them empty ones beyond the headings. */
const [LONGEST_ROW, MOST_CELLS] = [4_000_000, 16_384]

/**
 * Reads separated text.
 *
 * @param separator what sets cells apart; without it the first row tells
 * @throws TableError
 */
export async function* readSeparated(
  bytes: Uint8Array,
  limits: TableLimits,
  separator?: string
): AsyncGenerator<TablePiece> {
  const text = decoded(bytes)
  const builder = new TableBuilder(limits, '')
  const parser = parse({
    delimiter: separator ?? separatorOf(text),
    relax_column_count: true,
    // A quote within a text is one of inches; only one that begins a cell opens a quoted text.
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
    cast: (cell, { index, lines }) => {
      if (index < MOST_CELLS) return cell
      throw new TableError('Data file contains too many columns', `Line ${lines} has more than ${MOST_CELLS}.`)
    }
  })
  try {
    for await (const record of Readable.from(slices(text)).pipe(parser) as AsyncIterable<Cell[]>) {
      const piece = builder.take(record)
      if (piece) yield piece
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new TableError('Failed to open data file', sentenceOf(error))
  }
  const last = builder.rest()
  if (last) yield last
}
