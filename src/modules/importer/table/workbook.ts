/**
 * Reads the first sheet of a workbook (.xlsx): an archive of XML files. Its parts are read as streams; nothing is read
 * that is larger than it says, or more than there may be.
 */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { readFormats, type Formats } from './formats.ts'
import { Sheet } from './sheet.ts'
import { TableBuilder, TableError, type TableLimits, type TablePiece } from './table.ts'
import { readXml, type XmlHandlers } from './xml.ts'

/** How many parts a workbook may have, and how large those that are read may be unpacked, in bytes. */
const [MOST_PARTS, MOST_BYTES] = [10_000, 256 * 1024 * 1024]

/** How many texts a workbook may hold, and how long they may be together. */
const [MOST_TEXTS, MOST_LETTERS] = [2_000_000, 64 * 1024 * 1024]

const UNREADABLE = 'The file is no workbook (.xlsx), only part of one, or protected by a password.'

/** The parts of a workbook, by their paths in small letters. */
class Workbook {
  readonly #zip: ZipFile
  readonly #parts = new Map<string, Entry>()
  #bytes = 0

  constructor(zip: ZipFile) {
    this.#zip = zip
  }

  async open(): Promise<void> {
    if (this.#zip.entryCount > MOST_PARTS)
      throw new TableError('Failed to open data file', `The workbook has more than ${MOST_PARTS} parts.`)
    for await (const entry of this.#zip.eachEntry()) this.#parts.set(entry.fileName.toLowerCase(), entry)
  }

  has(path: string): boolean {
    return this.#parts.has(path.toLowerCase())
  }

  /** Reads a part; what it announces counts before it is unpacked, and more than that is an error of its reader. */
  async read(path: string, handlers: XmlHandlers): Promise<void> {
    const entry = this.#parts.get(path.toLowerCase())
    if (!entry) throw new TableError('Failed to open data file', UNREADABLE)
    this.#bytes += entry.uncompressedSize
    if (this.#bytes > MOST_BYTES)
      throw new TableError(
        'Data file exceeds maximum size limit',
        `Unpacked, the workbook has more than ${MOST_BYTES / 1024 / 1024} MB.`
      )
    if (!entry.canDecodeFileData()) throw new TableError('Failed to open data file', UNREADABLE)
    await readXml(await this.#zip.openReadStreamPromise(entry), handlers)
  }
}

/** Where the first sheet lies, and from which day its dates are counted. */
async function firstSheet(book: Workbook): Promise<{ path: string; since1904: boolean }> {
  const targets = new Map<string, string>()
  await book.read('xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target)
    }
  })
  let id: string | undefined
  let since1904 = false
  await book.read('xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name === 'sheet') id ??= attributes['r:id'] ?? attributes.id
    }
  })
  const target = id === undefined ? undefined : targets.get(id)
  if (target === undefined) throw new TableError('Failed to open data file', UNREADABLE)
  return { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, since1904 }
}

/** The texts that cells name by their number. */
async function sharedTexts(book: Workbook): Promise<string[]> {
  const texts: string[] = []
  if (!book.has('xl/sharedStrings.xml')) return texts
  let letters = 0
  let [text, inText, phonetic] = ['', false, false]
  await book.read('xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = ''
      // How a text is read aloud stands beside it.
      if (name === 'rPh') phonetic = true
      if (name === 't') inText = !phonetic
    },
    text: (part) => {
      if (!inText) return
      text += part
      letters += part.length
      if (letters > MOST_LETTERS) throw new TableError('Data file exceeds maximum size limit')
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic = false
      if (name === 'si' && texts.push(text) > MOST_TEXTS) throw new TableError('Data file exceeds maximum size limit')
    }
  })
  return texts
}

async function* readBook(book: Workbook, limits: TableLimits): AsyncGenerator<TablePiece> {
  const { path, since1904 } = await firstSheet(book)
  const texts = await sharedTexts(book)
  const formats: Formats = book.has('xl/styles.xml')
    ? await readFormats((handlers) => book.read('xl/styles.xml', handlers))
    : { isDate: () => false }
  const pieces: TablePiece[] = []
  const builder = new TableBuilder(limits, null)
  const sheet = new Sheet({ texts, formats, since1904, columns: limits.columns }, (cells, at) => {
    const piece = builder.take(cells, at)
    if (piece) pieces.push(piece)
  })
  await book.read(path, sheet.handlers)
  const last = builder.rest()
  yield* last ? [...pieces, last] : pieces
}

/**
 * Reads a workbook.
 *
 * @throws TableError
 */
export async function* readWorkbook(bytes: Uint8Array, limits: TableLimits): AsyncGenerator<TablePiece> {
  let zip: ZipFile
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      validateEntrySizes: true
    })
  } catch {
    throw new TableError('Failed to open data file', UNREADABLE)
  }
  try {
    const book = new Workbook(zip)
    await book.open()
    yield* readBook(book, limits)
  } catch (error) {
    if (error instanceof TableError) throw error
    throw new TableError('Failed to open data file', `The workbook is damaged: ${(error as Error).message}.`)
  } finally {
    zip.close()
  }
}
