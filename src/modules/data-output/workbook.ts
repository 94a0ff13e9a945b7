// Writes workbooks (.xlsx) row by row. Texts are text cells, whatever they begin with: none is ever a formula.
import type { ExportColumn } from '#contract/export-columns.ts'
import { cellText } from './cells.ts'
import { zipped, type ZipEntry } from './zip.ts'

/** How many rows a sheet has room for, and how many characters a cell. */
export const SHEET = { rows: 1_048_576, text: 32_767 }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const FORMATS = 'http://schemas.openxmlformats.org'
const [MAIN, RELATIONS] = [`${FORMATS}/spreadsheetml/2006/main`, `${FORMATS}/officeDocument/2006/relationships`]
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What belongs to every workbook with one sheet; the second style is that of headings. */
const FRAME: readonly ZipEntry[] = (
  [
    [
      '[Content_Types].xml',
      `<Types xmlns="${FORMATS}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>
</Types>`
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${FORMATS}/package/2006/relationships">
<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>`
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">
<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>
</workbook>`
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${FORMATS}/package/2006/relationships">
<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/>
</Relationships>`
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`
    ]
  ] as const
).map(([name, xml]) => [name, [HEAD + xml]])

/** The letters of a column, the first being 0. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;']
])
/** What XML has no way to write. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** What workbooks take for a character that stands by its number. */
const NUMBERED = /_(?=x[\da-f]{4}_)/gi

/** A text as XML; one that is longer than a cell may be ends in `…`. */
function xmlText(text: string): string {
  const fitting = text.length > SHEET.text ? `${text.slice(0, SHEET.text - 1)}…` : text
  return fitting
    .toWellFormed()
    .replaceAll(UNWRITABLE, '')
    .replaceAll(NUMBERED, '_x005F_')
    .replaceAll(/[&<>]/g, (mark) => MARKS.get(mark)!)
}

function cellXML(place: string, value: unknown, style = ''): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${Number(value)}</v></c>`
  const text = xmlText(cellText(value))
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

async function* sheet(columns: readonly ExportColumn[], chunks: AsyncIterable<unknown[][]>): AsyncGenerator<string> {
  const letters = columns.map((_, column) => lettersOf(column))
  let number = 1
  const rowXML = (cells: readonly unknown[], style = '') => {
    const xml = cells.map((value, column) => cellXML(`${letters[column]}${number}`, value, style)).join('')
    return `<row r="${number++}">${xml}</row>`
  }
  const headings = columns.map(({ heading }) => heading)
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rowXML(headings, ' s="1"')}`
  for await (const rows of chunks) yield rows.map((row) => rowXML(row)).join('')
  yield '</sheetData></worksheet>'
}

/**
 * A workbook with one sheet, in pieces.
 *
 * @param columns headings stand in the first row
 * @param chunks the other rows, some at a time
 */
export const workbook = (
  columns: readonly ExportColumn[],
  chunks: AsyncIterable<unknown[][]>
): AsyncGenerator<Buffer> => zipped([...FRAME, ['xl/worksheets/sheet1.xml', sheet(columns, chunks)]])
