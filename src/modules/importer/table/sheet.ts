/** Reads the sheet of a workbook, row by row. */
import type { Formats } from './formats.ts'
import { MOST_ROWS, TableError, type Cell } from './table.ts'
import type { XmlHandlers } from './xml.ts'

/** What the cells of a sheet refer to. */
interface SheetParts {
  texts: readonly string[]
  formats: Formats
  /** Whether dates are counted from 1904, not from 1900. */
  since1904: boolean
  /** How many columns there may be. */
  columns: number
}

const DAY_MS = 86_400_000
/** The day 0 of dates; those before March 1900 are wrong by one in workbooks themselves. */
const [SINCE_1900, SINCE_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)]

/** A date of a workbook as text: a day, a time, or both. */
function momentText(days: number, since1904: boolean): string | undefined {
  const moment = new Date((since1904 ? SINCE_1904 : SINCE_1900) + Math.round(days * 86_400) * 1000)
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999 || days < 0) return undefined
  const [day, time] = moment.toISOString().slice(0, 19).split('T') as [string, string]
  if (days < 1 && !since1904) return time
  return moment.getTime() % DAY_MS === 0 ? day : `${day} ${time}`
}

/** A number as spreadsheets show it, with 15 digits: what they reckoned with has more, as 0.1 + 0.2 does. */
const asShown = (number: number): number => (Number.isInteger(number) ? number : Number(number.toPrecision(15)))

/** A text of a workbook, in which some characters stand as `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** The place of a column, from 0, by its letters: `AB12` is 27. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

/** A cell that is being read. */
interface OpenCell {
  column: number
  reference: string
  type: string
  style: number
  value: string | undefined
  inline: string | undefined
  formula: boolean
}

/** Takes what the XML of a sheet tells, and gives rows. */
export class Sheet {
  readonly #parts: SheetParts
  readonly #row: (cells: Cell[], at: number) => void
  #first: number | undefined
  #rowNumber = 0
  #cells: Cell[] = []
  #cell: OpenCell | undefined
  #reads: 'value' | 'inline' | undefined
  #phonetic = false

  /** @param row gets the cells of a row, and its place below the headings: those are at -1 */
  constructor(parts: SheetParts, row: (cells: Cell[], at: number) => void) {
    this.#parts = parts
    this.#row = row
  }

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => this.#open(name, attributes),
    text: (text) => this.#text(text),
    close: (name) => this.#close(name)
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.#rowNumber = this.#nextRow(attributes.r)
      this.#cells = []
    } else if (name === 'c') {
      const reference = attributes.r ?? ''
      const column = reference === '' ? this.#cells.length : columnOf(reference)
      const style = Number(attributes.s ?? 0)
      this.#cell = {
        column,
        reference,
        type: attributes.t ?? 'n',
        style,
        value: undefined,
        inline: undefined,
        formula: false
      }
    } else if (!this.#cell) return
    else if (name === 'f') this.#cell.formula = true
    else if (name === 'v') this.#begin('value')
    else if (name === 'rPh') this.#phonetic = true
    else if (name === 't' && !this.#phonetic) this.#begin('inline')
  }

  /** The number of a row, which follows that of the one before. */
  #nextRow(given: string | undefined): number {
    const number = given === undefined ? this.#rowNumber + 1 : Number(given)
    if (!Number.isInteger(number) || number <= this.#rowNumber) throw new Error(`a row has the number "${given}"`)
    if (number > MOST_ROWS)
      throw new TableError('Data file contains too many rows', `It has more than ${MOST_ROWS}, empty ones among them.`)
    return number
  }

  #begin(what: 'value' | 'inline'): void {
    this.#reads = what
    this.#cell![what] ??= ''
  }

  #text(text: string): void {
    if (this.#reads && this.#cell) this.#cell[this.#reads] += text
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#reads = undefined
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'c' && this.#cell) {
      this.#keep(this.#cell)
      this.#cell = undefined
    } else if (name === 'row') this.#end()
  }

  #keep(cell: OpenCell): void {
    const value = this.#valueOf(cell)
    if (value === null || value === '') return
    if (!Number.isInteger(cell.column) || cell.column < 0) throw new Error(`a cell has the place "${cell.reference}"`)
    if (cell.column >= this.#parts.columns)
      throw new TableError('Data file contains too many columns', `There may be ${this.#parts.columns} at most.`)
    while (this.#cells.length < cell.column) this.#cells.push(null)
    this.#cells[cell.column] = value
  }

  /** Rows above the headings are passed over as long as they are empty. */
  #end(): void {
    if (this.#cells.length === 0) return
    this.#first ??= this.#rowNumber
    this.#row(this.#cells, this.#rowNumber - this.#first - 1)
    this.#cells = []
  }

  #valueOf(cell: OpenCell): Cell {
    const { type, value, inline } = cell
    const where = `Cell ${cell.reference}`
    if (type === 'inlineStr') return inline === undefined ? null : unescaped(inline)
    if (value === undefined) {
      if (cell.formula)
        throw new TableError(`${where}: the formula has no value. Open the file in a spreadsheet program and save it.`)
      return null
    }
    if (type === 's') return this.#sharedText(value, where)
    if (type === 'b') return value === '1'
    if (type === 'e') throw new TableError(`${where}: the value is the error ${value}.`)
    if (type === 'd') return value.replace('T', ' ').replace(/(?: 00:00:00)?(?:\.0+)?Z?$/, '')
    if (type === 'str') return unescaped(value)
    return this.#numberOf(value, cell, where)
  }

  #sharedText(value: string, where: string): string {
    const text = this.#parts.texts[Number(value)]
    if (text === undefined) throw new TableError(`${where}: the workbook has no text with the number ${value}.`)
    return unescaped(text)
  }

  #numberOf(value: string, { style }: OpenCell, where: string): Cell {
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number)) throw new TableError(`${where}: "${value}" is no number.`)
    if (!this.#parts.formats.isDate(style)) return asShown(number)
    const moment = momentText(number, this.#parts.since1904)
    if (moment === undefined) throw new TableError(`${where}: ${value} is no date.`)
    return moment
  }
}
