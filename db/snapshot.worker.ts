// A thread that copies a database and ends: see copyDatabase.
import Sqlite from 'better-sqlite3'
import { workerData } from 'node:worker_threads'

const { file, target } = workerData as { file: string, target: string }
const db = new Sqlite(file, { readonly: true, fileMustExist: true })
try { db.prepare('vacuum into ?').run(target) } finally { db.close() }
