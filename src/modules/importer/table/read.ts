/** Reads files of rows, in a thread of their own: whoever sent them may have sent anything. */
import { invalid } from '#contract/errors.ts'
import { WorkQueue } from '#framework/queue.ts'
import { exceedsThread, fromThread } from '#framework/thread.ts'
import type { TablePiece, TableRow, TableSource } from './table.ts'

/** How many files are read at once, and how many wait for that. */
const queue = new WorkQueue(
  { running: 2, waiting: 8 },
  { detail: 'The server is at work on as many files as it can be. Try again in a minute.', seconds: 30 }
)

/** How long reading may take, in seconds, and how much memory it may need, in MB. */
const [PATIENCE, MEMORY] = [120, 1024]

/**
 * Reads a file.
 *
 * @param take gets rows, some milliseconds' worth of work at a time
 * @returns the headings
 * @throws 400 with what is wrong with the file, for the field that it was sent in; 503 where too many wait already
 */
export async function readTable(
  source: TableSource,
  take?: (rows: TableRow[], columns: string[]) => Promise<void> | void
): Promise<string[]> {
  return await queue.run(async () => {
    let columns: string[] = []
    try {
      const file = new URL(`./table.worker${import.meta.url.slice(-3)}`, import.meta.url)
      for await (const piece of fromThread<TablePiece>(file, source, { seconds: PATIENCE, memory: MEMORY })) {
        if ('problems' in piece) throw invalid({ data_file: piece.problems })
        if ('columns' in piece) columns = piece.columns
        else await take?.(piece.rows, columns)
      }
    } catch (error) {
      if (!exceedsThread(error)) throw error
      throw invalid({
        data_file: ['Data file exceeds maximum size limit', 'Reading it takes too long, or too much memory.']
      })
    }
    return columns
  })
}
