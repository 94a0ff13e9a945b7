import type { Database } from './tables.ts'

const versions = new WeakMap<Database, () => number | undefined>()

/**
 * Tells how the version of a database is known.
 *
 * @param version a number that changes whenever anybody has changed anything, undefined while that is not known;
 *   cheaper than a query
 */
export const trackVersion = (db: Database, version: () => number | undefined): void => {
  versions.set(db, version)
}

/** The version of a database, undefined while it is not known, and of a transaction. */
export const versionOf = (db: Database): number | undefined => versions.get(db)?.()

/**
 * Values that hold for a state of a database, which lasts as long as nobody changes it, whoever it is and in whatever
 * process.
 */
function cacheByVersion<Value>(): (db: Database) => Map<string | number, Value> | undefined {
  const caches = new WeakMap<Database, { version: number; values: Map<string | number, Value> }>()
  return (db) => {
    const version = versionOf(db)
    if (version === undefined) return undefined
    let cache = caches.get(db)
    // What is read from now on is not older than this moment.
    if (cache?.version !== version) caches.set(db, (cache = { version, values: new Map() }))
    return cache.values
  }
}

/**
 * Makes a cache of what was read. In a transaction, and while it is not known whether the database was changed,
 * everything is read every time.
 *
 * @param most how many values are kept
 * @returns gives the value of a key, from the cache or from `load`; it must not be changed
 */
export function databaseCache<Value>(
  most = 1000
): (db: Database, key: string | number, load: () => Promise<Value>) => Promise<Value> {
  const valuesOf = cacheByVersion<Value>()
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
 * @returns gives the values of keys; `load` is asked for those that are not in the cache, and leaves out what is not
 *   there
 */
export function databaseCacheOfMany<Value>(
  most = 1000
): (
  db: Database,
  keys: readonly number[],
  load: (keys: number[]) => Promise<[number, Value][]>
) => Promise<Map<number, Value>> {
  const valuesOf = cacheByVersion<Value>()
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
