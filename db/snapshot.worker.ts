// A thread that copies a database and ends: see copyDatabase.
import Sqlite from 'better-sqlite3'
import { workerData } from 'node:worker_threads'

const { file, target } = workerData as { file: string; target: string }
// Not read-only: such a connection could not clear away the log beside the file where it is the last.
const db = new Sqlite(file, { fileMustExist: true })
try {
  db.prepare('vacuum into ?').run(target)
} finally {
  db.close()
}
