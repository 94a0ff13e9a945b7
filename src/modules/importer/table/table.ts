/** What files of rows are made of, as the thread that reads them tells it (see read.ts). */

/** What a cell holds: text in separated text; in a workbook also numbers, flags and nothing. */
export type Cell = string | number | boolean | null

/** A row that is not empty, with its place below the headings, from 0. */
export interface TableRow {
  index: number
  cells: Cell[]
}

/** What a file may be at most. */
export interface TableLimits {
  rows: number
  columns: number
}

/** The file, and how it is to be read. */
export interface TableSource {
  /** `csv`, `tsv` or `xlsx`. */
  form: string
  bytes: Uint8Array
  limits: TableLimits
}

/** What the thread tells, piece by piece: the headings first. */
export type TablePiece = { columns: string[] } | { rows: TableRow[] } | { problems: string[] }

/** What is wrong with a file, in sentences. */
export class TableError extends Error {
  readonly problems: string[]

  constructor(...problems: string[]) {
    super(problems.join(' '))
    this.problems = problems
  }
}

/** The longest text of a cell that spreadsheets know, and the longest heading that can be mapped. */
const [LONGEST_TEXT, LONGEST_HEADING] = [32_767, 100]

/** How many rows spreadsheets know; also empty ones are looked at. */
export const MOST_ROWS = 1_048_576

/** The row of a spreadsheet: the headings are its first. */
export const rowNumber = (index: number): number => index + 2

/** How many cells are told at once: some milliseconds. */
const CELLS_AT_ONCE = 4000

/** Takes the records of a file in their order, and gives them on as headings and rows in pieces. */
export class TableBuilder {
  readonly #limits: TableLimits
  readonly #nothing: Cell
  #columns: string[] | undefined
  #rows: TableRow[] = []
  #cells = 0
  #count = 0
  #next = -1

  /** @param nothing what a row holds that is too short */
  constructor(limits: TableLimits, nothing: Cell) {
    this.#limits = limits
    this.#nothing = nothing
  }

  /** What of a row to speak of. */
  #place(at: number, column?: number): string {
    const row = `Row ${at + 2}`
    if (column === undefined) return row
    const heading = this.#columns?.[column]
    return heading === undefined ? `${row}, column ${column + 1}` : `${row}, column "${heading}"`
  }

  /**
   * Takes the next record.
   *
   * @param at its place in the file; the headings are at -1
   * @returns what is to be told now
   * @throws TableError where it cannot be taken
   */
  take(record: Cell[], at: number = this.#next): TablePiece | undefined {
    this.#next = at + 1
    if (rowNumber(at) > MOST_ROWS)
      throw new TableError('Data file contains too many rows', `It has more than ${MOST_ROWS}, empty ones among them.`)
    for (const [column, cell] of record.entries()) if (typeof cell === 'string') this.#checkText(cell, at, column)
    if (!this.#columns) return { columns: (this.#columns = this.#headings(record)) }
    if (record.every((cell) => cell === null || cell === '' || cell === false || cell === 0)) return undefined
    if (++this.#count > this.#limits.rows)
      throw new TableError('Data file contains too many rows', `There may be ${this.#limits.rows} at most.`)
    this.#rows.push({ index: at, cells: this.#fitted(record, at) })
    this.#cells += this.#columns.length
    return this.#cells >= CELLS_AT_ONCE ? this.rest() : undefined
  }

  /** The rows that were not told yet. */
  rest(): TablePiece | undefined {
    if (!this.#columns) throw new TableError('Data file contains no headers')
    const rows = this.#rows
    this.#rows = []
    this.#cells = 0
    return rows.length ? { rows } : undefined
  }

  #checkText(text: string, at: number, column: number): void {
    if (text.length > LONGEST_TEXT)
      throw new TableError(`${this.#place(at, column)}: the text is longer than ${LONGEST_TEXT} characters.`)
    if (text.includes('\0')) throw new TableError(`${this.#place(at, column)}: the text holds a NUL character.`)
  }

  #headings(record: Cell[]): string[] {
    const names = record.map((cell) => (cell === null ? '' : String(cell).trim()))
    if (names.every((name) => name === '')) throw new TableError('Data file contains no headers')
    if (names.length > this.#limits.columns)
      throw new TableError('Data file contains too many columns', `There may be ${this.#limits.columns} at most.`)
    const taken = new Set(names)
    const seen = new Set<string>()
    return names.map((given, at) => {
      let name = given === '' ? `Column ${at + 1}` : given
      if (name.length > LONGEST_HEADING)
        throw new TableError(`Row 1, column ${at + 1}: the heading is longer than ${LONGEST_HEADING} characters.`)
      // Rows are kept by heading: a second one of the same name would hide the first.
      for (let copy = 2; seen.has(name) || (name !== given && taken.has(name)); copy++) name = `${given} (${copy})`
      seen.add(name)
      return name
    })
  }

  /** As many cells as there are headings; a row may be shorter, and longer only by empty ones. */
  #fitted(record: Cell[], at: number): Cell[] {
    const { length } = this.#columns!
    const beyond = record.findIndex((cell, column) => column >= length && cell !== null && cell !== '')
    if (beyond >= 0)
      throw new TableError(
        'Invalid data file dimensions',
        `${this.#place(at)} has something in column ${beyond + 1}, but there are ${length} headings.`
      )
    return Array.from({ length }, (_, column) => record[column] ?? this.#nothing)
  }
}
