// Settings that belong to something else than the server or a user alone: to plugins and machines.
import type { Database } from '#db/database.ts'
import { invalid } from '#contract/errors.ts'
import type { SettingDefinition } from '#framework/setting.ts'
import { settingProblem, storedText, typedValue, type SettingContext } from './definitions.ts'
import { describeSetting } from './describe.ts'

/** Where the settings of something are kept, and the columns that say whose they are. */
export interface SettingShelf {
  readonly table: 'plugin_setting' | 'plugin_user_setting' | 'machine_setting'
  readonly owner: Readonly<Record<string, string | number>>
}

/** A setting as it is stored; its key is null as long as it has no row. */
export interface StoredSetting {
  readonly id: number | null
  readonly value: string
}

/** What is shown of a value that nobody is to see. */
const HIDDEN = '***'

/** What keeps and opens values that are secret. */
export interface SecretKeeper {
  seal(text: string): string
}

/** Such settings have no choices that depend on the server. */
const NOTHING: SettingContext = { siteUrl: '', currencies: [], groups: [], rateSources: [] }

const rows = (db: Database, { table, owner }: SettingShelf) =>
  Object.entries(owner).reduce(
    (query, [column, value]) => query.where(column, '=', value),
    (db as any).selectFrom(table).select(['id', 'key', 'value']) // which columns there are depends on the table
  )

/** What is stored of some settings, by key; of those without a row, their defaults. */
export async function attachedSettings(
  db: Database,
  shelf: SettingShelf,
  definitions: readonly SettingDefinition[]
): Promise<Map<string, StoredSetting>> {
  const stored: { id: number; key: string; value: string }[] = await rows(db, shelf).execute()
  const byKey = new Map(stored.map((row) => [row.key, row]))
  return new Map(definitions.map((one) => [one.key, byKey.get(one.key) ?? { id: null, value: one.default }] as const))
}

/**
 * Gives a setting its row, unless it has one: a setting gets its pk when it is first asked for by itself.
 *
 * @param db inside a transaction where the row is to be changed
 */
export async function attachedSetting(
  db: Database,
  shelf: SettingShelf,
  definition: SettingDefinition
): Promise<{ id: number; value: string }> {
  const row = rows(db, shelf).where('key', '=', definition.key)
  const found = await row.executeTakeFirst()
  if (found) return found
  await (db as any)
    .insertInto(shelf.table)
    .values({ ...shelf.owner, key: definition.key, value: definition.default })
    .onConflict((conflict: any) => conflict.columns([...Object.keys(shelf.owner), 'key']).doNothing())
    .execute() // as above
  return await row.executeTakeFirstOrThrow()
}

/**
 * Stores a new value of a setting.
 *
 * @param db inside a transaction
 * @param value what the client sent; undefined changes nothing
 * @param vault encrypts what is secret
 * @throws 400 where the value does not suit the setting
 */
export async function changeAttachedSetting(
  db: Database,
  shelf: SettingShelf,
  definition: SettingDefinition,
  value: unknown,
  vault: SecretKeeper
): Promise<StoredSetting> {
  const row = await attachedSetting(db, shelf, definition)
  if (value === undefined) return row
  const problem = settingProblem(definition, value, NOTHING)
  if (problem) throw invalid(problem)
  const plain = storedText(definition, value)
  const text = definition.secret && plain !== '' ? vault.seal(plain) : plain
  await (db as any).updateTable(shelf.table).set({ value: text }).where('id', '=', row.id).execute() // as above
  return { ...row, value: text }
}

/** The key of a related field is shown as the text that it is stored as. */
const shownValue = (definition: SettingDefinition, { value }: StoredSetting) => {
  if (definition.secret) return HIDDEN
  return definition.type === 'related field' ? value : typedValue(definition, value)
}

/** A setting of a plugin or a machine as clients see it, but for whose it is. */
export function attachedSettingJSON(definition: SettingDefinition, stored: StoredSetting) {
  return {
    pk: stored.id,
    key: definition.key,
    value: shownValue(definition, stored),
    ...describeSetting(definition, NOTHING),
    model_filters: definition.modelFilters ?? null,
    required: false
  }
}
