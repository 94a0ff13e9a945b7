/** SQLite binds at most 32766 values to a statement. */
const AT_ONCE = 30_000

/**
 * Loads records by key for a whole answer: one statement, however many rows it has (one for each 30,000, to be exact).
 *
 * @param ids keys; nulls and repetitions are passed over
 * @param load answers key and record for the keys it is given
 * @returns the records by key
 */
export async function lookup<Found>(
  ids: Iterable<number | null>,
  load: (keys: number[]) => Promise<[number, Found][]>
): Promise<Map<number, Found>> {
  const keys = [...new Set(ids)].filter((id) => id !== null)
  const found = new Map<number, Found>()
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    for (const [key, record] of await load(keys.slice(at, at + AT_ONCE))) found.set(key, record)
  }
  return found
}

/**
 * Loads lists of records that belong to keys, for a whole answer.
 *
 * @param ids keys; nulls and repetitions are passed over
 * @param load answers key and record for the keys it is given, in the order in which the lists shall be
 * @returns a list for every key, empty where there is none
 */
export async function lookupMany<Found>(
  ids: Iterable<number | null>,
  load: (keys: number[]) => Promise<[number, Found][]>
): Promise<Map<number, Found[]>> {
  const keys = [...new Set(ids)].filter((id) => id !== null)
  const found = new Map<number, Found[]>(keys.map((key) => [key, []]))
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    for (const [key, record] of await load(keys.slice(at, at + AT_ONCE))) found.get(key)!.push(record)
  }
  return found
}
