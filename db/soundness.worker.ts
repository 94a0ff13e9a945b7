// A thread that looks whether a database file is sound, table by table, and ends: see quickCheck. Each table is a read
// of its own, so that the log beside the file can be cleared away in between.
import Sqlite from 'better-sqlite3'
import { parentPort, workerData } from 'node:worker_threads'

const { file, milliseconds } = workerData as { file: string; milliseconds: number }
const until = Date.now() + milliseconds

/** Whether the error is one of the file. */
const isDamage = (error: unknown) => /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')

function look(): { finished: boolean; problems: string[] } {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    db.pragma('cache_size = -4096')
    // What is virtual lies in tables of its own.
    const tables = db
      .prepare<[], string>("select name from sqlite_master where type = 'table' and rootpage > 0")
      .pluck()
      .all()
    for (const table of tables) {
      if (Date.now() > until) return { finished: false, problems: [] }
      const found = db.prepare<[], string>(`pragma quick_check("${table}")`).pluck().all()
      const problems = found.filter((text) => text !== 'ok')
      if (problems.length) return { finished: true, problems }
    }
    return { finished: true, problems: [] }
  } catch (error) {
    if (isDamage(error)) return { finished: true, problems: [(error as Error).message] }
    throw error
  } finally {
    db.close()
  }
}

parentPort!.postMessage(look())
