// A thread that reads a SQLite database with a connection of its own: see ReadThread.
import { parentPort, workerData } from 'node:worker_threads'
import { PatternError } from './pattern.ts'
import type { ReadRequest, ReadResult } from './read-thread.ts'
import { SqliteConnection } from './sqlite.connection.ts'

/** How many rows are sent at once: receiving them takes some ms of the thread that answers everybody. */
const CHUNK = 2000

const connection = new SqliteConnection(workerData as string, { readonly: true, fileMustExist: true })
/** What the statement finds, as far as it was not sent. */
let found: Iterator<unknown> = [].values()

/** The next rows; fewer than asked for where there are no more. */
function next(): unknown[] {
  const rows: unknown[] = []
  while (rows.length < CHUNK) {
    const { value, done } = found.next()
    if (done) break
    rows.push(value)
  }
  return rows
}

parentPort!.on('message', (asked: ReadRequest) => {
  if (asked === 'stop') {
    found.return?.()
    return
  }
  const begun = performance.now()
  let rows: unknown[] = []
  let failure: ReadResult['failure']
  try {
    // Rows are found as they are sent: never are all of them here.
    if (asked !== 'more') found = connection.prepare(asked.sql, asked.left).iterate(asked.parameters)
    rows = next()
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    failure = { message, code, refused: error instanceof PatternError }
  }
  const figures = { took: performance.now() - begun, patternsTook: connection.patternTime.took }
  const more = !failure && rows.length === CHUNK
  parentPort!.postMessage({ rows, more, ...figures, ...(failure && { failure }) } satisfies ReadResult)
})
