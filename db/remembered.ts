import type { Database } from './database.ts'

const moments = new WeakMap<Database, () => number | undefined>()

/**
 * Tells how the state of a database is recognised.
 *
 * @param moment a number that changes whenever anybody has changed anything, undefined while that is not known; cheaper than a query
 */
export const recognised = (db: Database, moment: () => number | undefined): void => { moments.set(db, moment) }

/**
 * Makes a memory for what was read, which lasts as long as nobody changes the database, whoever it is and in whatever process. In a transaction,
 * and while it is not known whether the database was changed, everything is read every time.
 *
 * @param most how many values are kept
 * @returns gives the value of a key, from memory or from `load`; it must not be changed
 */
export function memory<Value> (most = 1000): (db: Database, key: string | number, load: () => Promise<Value>) => Promise<Value> {
  const memories = new WeakMap<Database, { moment: number, values: Map<string | number, Value> }>()
  return async (db, key, load) => {
    const moment = moments.get(db)?.()
    if (moment === undefined) return await load()
    let kept = memories.get(db)
    // What is read from now on is not older than this moment.
    if (kept?.moment !== moment) memories.set(db, kept = { moment, values: new Map() })
    const { values } = kept
    let value = values.get(key)
    if (value !== undefined) return value
    value = await load()
    if (values.size >= most) values.clear()
    values.set(key, value)
    return value
  }
}
