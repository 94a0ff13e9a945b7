// What is stored of plugins of others, as it is meant.
import type { Database } from '#db/database.ts'
import type { Declaration } from './declaration.ts'

/** What a row keeps as JSON. */
interface StoredTexts {
  declaration: string | null
  granted: string | null
}

/** What a plugin exports, and what it may do. */
export interface Understood {
  declaration: Declaration
  rights: ReadonlySet<string>
}

const understood = new WeakMap<StoredTexts, Understood>()

/** What is stored of a plugin that was activated; read once for each row. */
export function understand(row: StoredTexts): Understood {
  let meant = understood.get(row)
  if (!meant) {
    const declaration = JSON.parse(row.declaration!) as Declaration
    understood.set(row, (meant = { declaration, rights: new Set<string>(JSON.parse(row.granted ?? '[]')) }))
  }
  return meant
}

/** An active plugin; whether it can work at the moment is not known. */
export interface StoredActive extends Understood {
  key: string
  name: string
}

/**
 * The active plugins that export something, by key: for what is done inside a transaction, where no plugin is asked.
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
    .map((row) => ({ key: row.key, name: row.name ?? row.key, ...understand(row) }))
    .filter(({ declaration }) => declaration[what] !== undefined)
}
