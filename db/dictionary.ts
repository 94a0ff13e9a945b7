/**
 * Entries by key, to look texts up in that somebody sent: nothing else is found in it. An object literal also has
 * `constructor`, `toString` and the like, and whoever writes to its key `__proto__` changes all of them.
 *
 * @param entries the entries, as an object literal
 */
export const dictionary = <Entries extends object>(entries: Entries): Entries =>
  Object.assign(Object.create(null), entries)
