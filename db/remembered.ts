import type { Database } from './tables.ts'

const moments = new WeakMap<Database, () => number | undefined>()

/**
 * Tells how the state of a database is recognised.
 *
 * @param moment a number that changes whenever anybody has changed anything, undefined while that is not known; cheaper
 *   than a query
 */
export const recognised = (db: Database, moment: () => number | undefined): void => {
  moments.set(db, moment)
}

/**
 * Values that hold for a state of a database, which lasts as long as nobody changes it, whoever it is and in whatever
 * process.
 */
function lasting<Value>(): (db: Database) => Map<string | number, Value> | undefined {
  const memories = new WeakMap<Database, { moment: number; values: Map<string | number, Value> }>()
  return (db) => {
    const moment = moments.get(db)?.()
    if (moment === undefined) return undefined
    let kept = memories.get(db)
    // What is read from now on is not older than this moment.
    if (kept?.moment !== moment) memories.set(db, (kept = { moment, values: new Map() }))
    return kept.values
  }
}

/**
 * Makes a memory for what was read. In a transaction, and while it is not known whether the database was changed,
 * everything is read every time.
 *
 * @param most how many values are kept
 * @returns gives the value of a key, from memory or from `load`; it must not be changed
 */
export function memory<Value>(
  most = 1000
): (db: Database, key: string | number, load: () => Promise<Value>) => Promise<Value> {
  const valuesOf = lasting<Value>()
  return async (db, key, load) => {
    const values = valuesOf(db)
    let value = values?.get(key)
    if (value !== undefined) return value
    value = await load()
    if (values && values.size >= most) values.clear()
    values?.set(key, value)
    return value
  }
}

/**
 * The same for many keys at once.
 *
 * @param most how many values are kept
 * @returns gives the values of keys; `load` is asked for those that are not in memory, and leaves out what is not there
 */
export function memoryOfMany<Value>(
  most = 1000
): (
  db: Database,
  keys: readonly number[],
  load: (keys: number[]) => Promise<[number, Value][]>
) => Promise<Map<number, Value>> {
  const valuesOf = lasting<Value>()
  return async (db, keys, load) => {
    const values = valuesOf(db)
    const found = new Map<number, Value>()
    const unknown = keys.filter((key) => {
      const value = values?.get(key)
      if (value !== undefined) found.set(key, value)
      return value === undefined
    })
    const loaded = unknown.length ? await load(unknown) : []
    if (values && values.size + loaded.length > most) values.clear()
    for (const [key, value] of loaded) {
      found.set(key, value)
      if (loaded.length <= most) values?.set(key, value)
    }
    return found
  }
}
