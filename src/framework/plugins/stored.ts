// The active plugins of others as they are stored: for what is done inside a transaction, where no plugin is asked.
import type { Database } from '#db/database.ts'
import type { Declaration } from './declaration.ts'

/** An active plugin; whether it can work at the moment is not known. */
export interface StoredActive {
  key: string
  name: string
  declaration: Declaration
  rights: ReadonlySet<string>
}

/**
 * The active plugins that export something, by key.
 *
 * @param db may be a transaction
 */
export async function storedOffering(db: Database, what: keyof Declaration): Promise<StoredActive[]> {
  const rows = await db
    .selectFrom('plugin_config')
    .select(['key', 'name', 'declaration', 'granted'])
    .where('active', '=', 1)
    .where('declaration', 'is not', null)
    .orderBy('key')
    .execute()
  return rows
    .map(({ key, name, declaration, granted }) => ({
      key,
      name: name ?? key,
      declaration: JSON.parse(declaration!) as Declaration,
      rights: new Set<string>(JSON.parse(granted ?? '[]'))
    }))
    .filter(({ declaration }) => declaration[what] !== undefined)
}
