import { Connection } from './driver.ts'
import { reads } from './prepared.ts'
import type { Database } from './tables.ts'

type Work<Context> = (db: Database, context: Context, keys: ReadonlySet<number>) => Promise<void>

/** What transactions still have to do before they end, each kind of work once for all that asked for it. */
// any: each work is kept with a context of its own kind
const waiting = new WeakMap<Database, Map<Work<any>, { context: unknown; keys: Set<number> }>>()

/**
 * Runs work as one transaction: all of it is stored, or nothing. What was put off to its end (`atEnd`) is done then.
 *
 * @param db the open database
 */
export const transact = <Result>(db: Database, work: (trx: Database) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (trx) => {
    await readAtOnce(trx)
    const late: NonNullable<ReturnType<typeof waiting.get>> = new Map()
    waiting.set(trx, late)
    const result = await work(trx)
    for (const [put, { context, keys }] of late) {
      late.delete(put)
      await put(trx, context, keys)
    }
    return result
  })

/** Lets prepared queries of a transaction run at once. */
const readAtOnce = (trx: Database): Promise<void> =>
  trx.getExecutor().provideConnection(async (connection) => {
    if (connection instanceof Connection) reads(trx, (query) => connection.readNow(query))
  })

/**
 * Puts work off to the end of the transaction, where it is done once for all keys that it was asked for; without a
 * transaction that knows of its end it is done at once.
 *
 * @param db inside a transaction
 * @param work the same function for the same kind of work
 * @param context what the work needs to know; the last one given counts
 */
export async function atEnd<Context>(
  db: Database,
  work: Work<Context>,
  context: Context,
  keys: Iterable<number>
): Promise<void> {
  const late = waiting.get(db)
  if (!late) return await work(db, context, new Set(keys))
  const known = late.get(work)?.keys ?? new Set()
  late.set(work, { context, keys: known.union(new Set(keys)) })
}
