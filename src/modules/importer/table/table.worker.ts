// A thread that reads the rows of a file, and ends: see read.ts. It loads what the form of the file needs, and no more.
import { workerData } from 'node:worker_threads'
import { endOfPieces, tell } from '#framework/thread.inside.ts'
import { TableError, type TablePiece, type TableSource } from './table.ts'

const { form, bytes, limits } = workerData as TableSource

async function pieces(): Promise<AsyncGenerator<TablePiece>> {
  if (form === 'xlsx') return (await import('./workbook.ts')).readWorkbook(bytes, limits)
  return (await import('./separated.ts')).readSeparated(bytes, limits, form === 'tsv' ? '\t' : undefined)
}

try {
  for await (const piece of await pieces()) await tell(piece)
} catch (error) {
  if (!(error instanceof TableError)) throw error
  await tell({ problems: error.problems } satisfies TablePiece)
}
endOfPieces()
