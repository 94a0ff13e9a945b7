// A thread that reads the rows of a file, and ends: see read.ts.
import { readFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { endOfPieces, tell } from '#framework/thread.inside.ts'
import { readSeparated } from './separated.ts'
import { TableError, type TablePiece, type TableSource } from './table.ts'
import { readWorkbook } from './workbook.ts'

const { form, bytes, path, limits } = workerData as TableSource
const content = bytes ?? readFileSync(path!)
const pieces =
  form === 'xlsx' ? readWorkbook(content, limits) : readSeparated(content, limits, form === 'tsv' ? '\t' : undefined)
try {
  for await (const piece of pieces) await tell(piece)
} catch (error) {
  if (!(error instanceof TableError)) throw error
  await tell({ problems: error.problems } satisfies TablePiece)
}
endOfPieces()
