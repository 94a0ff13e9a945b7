// What plugins of others keep for themselves: a few values each, by key.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'

/** How many values a plugin may keep, the longest key, and the longest value as JSON; in characters. */
const [MOST_VALUES, LONGEST_KEY, LONGEST_VALUE] = [1000, 200, 64_000]

const checkedKey = (key: unknown): string => {
  if (typeof key !== 'string' || key === '' || key.length > LONGEST_KEY)
    throw new Error(`a key of the storage must be a text of 1 to ${LONGEST_KEY} characters`)
  return key
}

const valuesOf = (db: Database, plugin: string) => db.selectFrom('plugin_value').where('plugin', '=', plugin)

/** The value of a key; undefined where it has none. */
export async function keptValue(db: Database, plugin: string, key: unknown): Promise<unknown> {
  const row = await valuesOf(db, plugin).where('key', '=', checkedKey(key)).select('value').executeTakeFirst()
  return row && JSON.parse(row.value)
}

/** @throws Error where there is no room for it */
export async function keepValue(db: Database, plugin: string, key: unknown, value: unknown): Promise<void> {
  const text = JSON.stringify(value ?? null)
  if (text.length > LONGEST_VALUE) throw new Error(`a value may have ${LONGEST_VALUE} characters as JSON`)
  const row = { plugin, key: checkedKey(key), value: text }
  await transact(db, async (trx) => {
    const others = await valuesOf(trx, plugin).where('key', '!=', row.key).select('id').limit(MOST_VALUES).execute()
    if (others.length >= MOST_VALUES) throw new Error(`a plugin may keep ${MOST_VALUES} values`)
    await trx
      .insertInto('plugin_value')
      .values(row)
      .onConflict((conflict) => conflict.columns(['plugin', 'key']).doUpdateSet({ value: text }))
      .execute()
  })
}

/** Forgets a value. */
export async function forgetValue(db: Database, plugin: string, key: unknown): Promise<void> {
  await db.deleteFrom('plugin_value').where('plugin', '=', plugin).where('key', '=', checkedKey(key)).execute()
}

/** The keys that have a value, in order. */
export const keptKeys = async (db: Database, plugin: string): Promise<string[]> =>
  (await valuesOf(db, plugin).select('key').orderBy('key').execute()).map(({ key }) => key)
