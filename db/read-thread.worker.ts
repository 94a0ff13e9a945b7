// A thread that reads a SQLite database with a connection of its own: see ReadThread.
import { parentPort, workerData } from 'node:worker_threads'
import { PatternError } from './pattern.ts'
import type { ReadRequest, ReadResult } from './read-thread.ts'
import { SqliteConnection } from './sqlite.connection.ts'

/** How many rows are sent at once: receiving them takes some ms of the thread that answers everybody. */
const CHUNK = 2000

const connection = new SqliteConnection(workerData as string, { readonly: true, fileMustExist: true })
let rows: unknown[] = []

/** Sends the next rows, and how it went. */
function answer(figures: Pick<ReadResult, 'took' | 'patternsTook' | 'failure'>): void {
  const some = rows.slice(0, CHUNK)
  rows = rows.slice(CHUNK)
  parentPort!.postMessage({ rows: some, more: rows.length > 0, ...figures } satisfies ReadResult)
}

parentPort!.on('message', (asked: ReadRequest) => {
  if (asked === 'more') {
    answer({ took: 0, patternsTook: 0 })
    return
  }
  const begun = performance.now()
  rows = []
  let failure: ReadResult['failure']
  try {
    rows = connection.prepare(asked.sql, asked.left).all(asked.parameters)
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    failure = { message, code, refused: error instanceof PatternError }
  }
  const figures = { took: performance.now() - begun, patternsTook: connection.patternTime.took }
  answer(failure ? { ...figures, failure } : figures)
})
