// What the settings of a plugin of others are set to, as the plugin sees them.
import type { Database } from '#db/database.ts'
import { databaseCache } from '#db/database-cache.ts'
import { looseFlag } from '#contract/read.ts'
import type { Vault } from '#auth/tokens.ts'
import type { Setting } from './interface.ts'

/** Where they are kept, and whose they are. */
interface Shelf {
  table: 'plugin_setting' | 'plugin_user_setting'
  owner: Readonly<Record<string, string | number>>
}

const stored = databaseCache<ReadonlyMap<string, string>>()

async function readShelf(db: Database, { table, owner }: Shelf): Promise<ReadonlyMap<string, string>> {
  const rows: { key: string; value: string }[] = await Object.entries(owner)
    .reduce((query, [column, value]) => query.where(column, '=', value), (db as any).selectFrom(table)) // any: as the owner says
    .select(['key', 'value'])
    .execute()
  return new Map(rows.map(({ key, value }) => [key, value]))
}

type Values = Record<string, string | number | boolean>

/**
 * The values of settings, by key; of those that nobody set, the defaults.
 *
 * @param values what is stored, by key
 * @param vault opens what is secret
 */
export const openedValues = (
  definitions: readonly Setting[],
  values: ReadonlyMap<string, string>,
  vault: Pick<Vault, 'open'>
): Values =>
  Object.fromEntries(
    definitions.map(({ key, type, default: initial, secret }) => {
      const text = values.get(key)
      if (text === undefined) return [key, initial]
      if (type === 'boolean') return [key, looseFlag(text)]
      if (type === 'integer') return [key, Number(text)]
      return [key, secret && text !== '' ? (vault.open(text) ?? '') : text]
    })
  )

/** The same of settings that lie on a shelf. */
export async function settingValues(
  db: Database,
  definitions: readonly Setting[],
  shelf: Shelf,
  vault: Pick<Vault, 'open'>
): Promise<Values> {
  if (definitions.length === 0) return {}
  const name = `${shelf.table} ${JSON.stringify(shelf.owner)}`
  return openedValues(definitions, await stored(db, name, () => readShelf(db, shelf)), vault)
}
