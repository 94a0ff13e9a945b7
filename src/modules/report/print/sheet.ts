// Labels on sheets, many on each page.
import { refused } from '#contract/errors.ts'
import type { Press } from '#framework/pdf/press.ts'
import { TemplateError } from '#template/errors.ts'
import { placeOfPrint } from './file-name.ts'
import type { LabelJob } from './label.ts'
import type { PrintOutput, Printed } from './output.ts'
import type { Renderer } from './rendering.ts'

/** How wide and high pages are, in mm. */
const PAGE_SIZES = {
  A4: [210, 297],
  A3: [297, 420],
  Legal: [215.9, 355.6],
  Letter: [215.9, 279.4]
} as const

/** What a sheet can be told; the contract's LabelSheetOptions, with what counts where nothing is said. */
export interface SheetOptions {
  page_size: keyof typeof PAGE_SIZES
  /** How many labels of the first sheet are used up. */
  skip: number
  border: boolean
  landscape: boolean
  /** In mm. */
  margin: number
}

/** How large a label is, in mm. */
interface LabelSize {
  width: number
  height: number
}

/** How a sheet is divided. */
interface Grid {
  width: number
  height: number
  columns: number
  rows: number
}

/**
 * How labels fit on a sheet.
 *
 * @throws 400 where not even one does
 */
export function gridOf({ page_size, landscape, margin }: SheetOptions, label: LabelSize): Grid {
  const [short, long] = PAGE_SIZES[page_size]
  const [width, height] = landscape ? [long, short] : [short, long]
  const columns = Math.floor((width - 2 * margin) / label.width)
  const rows = Math.floor((height - 2 * margin) / label.height)
  if (columns < 1 || rows < 1) throw refused('Label is too large for page size')
  return { width, height, columns, rows }
}

const head = ({ width, height }: Grid, { border, margin }: SheetOptions, label: LabelSize) => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<style>
@page { size: ${width}mm ${height}mm; margin: ${margin}mm; }
body { margin: 0; }
table.label-sheet-table { position: relative; display: block; page-break-after: always; border-collapse: collapse; border-spacing: 0;
  width: ${width - 2 * margin}mm; height: ${height - 2 * margin}mm; overflow: hidden; }
table.label-sheet-table:last-child { page-break-after: auto; }
.label-sheet-cell { position: absolute; box-sizing: border-box; padding: 0; overflow: hidden;
  width: ${label.width}mm; height: ${label.height}mm;${border ? ' border: 1px solid #000;' : ''} }
.label-sheet-cell-error { background-color: #F00; }
</style>
</head>
<body>
`

/** A label at its place; a label that cannot be filled in is red. */
function cell(content: string | undefined, column: number, row: number, label: LabelSize): string {
  const kind = content === undefined ? 'label-sheet-cell-error' : ''
  const place = `left: ${column * label.width}mm; top: ${row * label.height}mm;`
  return `<td class="label-sheet-cell ${kind}" style="${place}">${content ?? ''}</td>`
}

/** Fills in one label; undefined where its template cannot be. */
async function filledIn(render: () => Promise<string>): Promise<string | undefined> {
  try {
    return await render()
  } catch (error) {
    if (error instanceof TemplateError) return undefined
    throw error
  }
}

/**
 * Prints labels on sheets, from the first cell that is not skipped on, row by row.
 *
 * @param label how large one is
 * @returns the file that they become
 * @throws NoPrinter, PrintFailed
 */
export async function printSheets(
  job: LabelJob,
  options: SheetOptions,
  label: LabelSize,
  renderer: Renderer,
  press: Press,
  output: PrintOutput
): Promise<Printed> {
  const grid = gridOf(options, label)
  const each = grid.columns * grid.rows
  const pages: string[][] = []
  let done = options.skip
  for await (const { values } of renderer.each(job.ids)) {
    const content = await filledIn(() => renderer.render(values))
    const [page, place] = [Math.floor(done / each), done % each]
    while (pages.length <= page) pages.push([])
    pages[page]!.push(cell(content, place % grid.columns, Math.floor(place / grid.columns), label))
    await output.advance(++done)
  }
  const tables = pages.map((cells) => `<table class="label-sheet-table"><tr>\n${cells.join('\n')}\n</tr></table>\n`)
  const html = `${head(grid, options, label)}${tables.join('')}</body>\n</html>\n`
  const place = placeOfPrint(job.debug ? 'labels.html' : 'labels.pdf', job.debug ? '.html' : '.pdf')
  return { ...place, content: job.debug ? html : await press.pdf(html), progress: done, attachments: [] }
}
