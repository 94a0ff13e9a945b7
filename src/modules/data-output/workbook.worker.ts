// A thread that makes a workbook of the rows that it is sent, the columns' titles first, and ends: see workbook in
// files.ts.
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { answer, received } from '#framework/thread.inside.ts'
import { cellText } from './cells.ts'

/** A cell with a text is never a formula in a workbook, whatever it begins with. */
const cell = (value: unknown) => (typeof value === 'number' || typeof value === 'boolean' ? value : cellText(value))

const sheet: Row[] = []
for await (const rows of received<unknown[][]>()) for (const row of rows) sheet.push(row.map(cell))
sheet[0] = sheet[0]!.map((value) => ({ value: cellText(value), fontWeight: 'bold' as const }))
answer(await writeXlsxFile(sheet).toBuffer())
