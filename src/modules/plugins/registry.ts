// Which plugins there are, as they are stored: those that this server has, and those that only an import knows.
import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { ifPossible } from '#contract/failures.ts'
import { isActive, MIXINS, type Mixin, type Plugin } from '#framework/plugin.ts'
import type { KnownPlugin, KnownPlugins } from './known.ts'

/** What is stored of a plugin; its key is 0 as long as the database cannot take it. */
export type PluginRow = Pick<
  Selectable<DB['plugin_config']>,
  'id' | 'key' | 'name' | 'package_name' | 'active' | 'granted'
>

const COLUMNS = ['id', 'key', 'name', 'package_name', 'active', 'granted'] as const

const fresh = ({ plugin: { key, name, mandatory }, manifest }: KnownPlugin) => ({
  key,
  name,
  package_name: manifest?.packageName ?? null,
  active: mandatory ? (1 as const) : (0 as const),
  granted: null
})

/** Gives every plugin that there is and that has no row yet its row. */
export async function collectPlugins(db: Database, known: KnownPlugins): Promise<void> {
  const present = new Set((await db.selectFrom('plugin_config').select('key').execute()).map(({ key }) => key))
  const missing = Object.values(known).filter(({ plugin }) => !present.has(plugin.key))
  if (missing.length === 0) return
  await db
    .insertInto('plugin_config')
    .values(missing.map(fresh))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/** All plugins but those that somebody removed: active ones first, then by name and key. */
export async function pluginRows(db: Database, known: KnownPlugins): Promise<PluginRow[]> {
  await ifPossible(() => collectPlugins(db, known))
  const stored = await db
    .selectFrom('plugin_config')
    .select([...COLUMNS, 'removed'])
    .execute()
  const present = new Set(stored.map(({ key }) => key))
  const missing = Object.values(known).filter(({ plugin }) => !present.has(plugin.key))
  return [...stored.filter(({ removed }) => removed === 0), ...missing.map((one) => ({ id: 0, ...fresh(one) }))]
    .map((row) => ({ row, sort: [shownActive(row, known) ? '0' : '1', pluginName(row, known), row.key].join('\0') }))
    .toSorted((a, b) => (a.sort < b.sort ? -1 : 1))
    .map(({ row }) => row)
}

/** One plugin by its key; undefined where there is none, or somebody removed it. */
export async function pluginRow(db: Database, key: string, known: KnownPlugins): Promise<PluginRow | undefined> {
  if (known[key]) await ifPossible(() => collectPlugins(db, known))
  return await db
    .selectFrom('plugin_config')
    .select(COLUMNS)
    .where('key', '=', key)
    .where('removed', '=', 0)
    .executeTakeFirst()
}

/** Deletes all that is stored of a plugin; inside a transaction. */
export async function forgetPlugin(db: Database, { id, key }: Pick<PluginRow, 'id' | 'key'>): Promise<void> {
  await db.deleteFrom('plugin_config').where('id', '=', id).execute()
  await db.deleteFrom('plugin_user_setting').where('plugin', '=', key).execute()
  await db.deleteFrom('plugin_value').where('plugin', '=', key).execute()
}

/** What tells one activation of a plugin from all others. */
export const newChain = (): string => randomBytes(8).toString('hex')

/** What a stored plugin can be called: as this server calls it, or as it was stored. */
const pluginName = ({ key, name }: PluginRow, known: KnownPlugins): string | null => known[key]?.plugin.name ?? name

const shownActive = (row: PluginRow, known: KnownPlugins): boolean => {
  const plugin = known[row.key]?.plugin
  return plugin ? isActive(plugin, row) : row.active === 1
}

/** What a plugin says of itself; nothing while it is off. */
const NO_META = {
  slug: null,
  human_name: null,
  description: null,
  author: null,
  pub_date: null,
  version: null,
  website: null,
  license: null,
  package_path: null,
  settings_url: null
}

const metaOf = ({ plugin, manifest }: KnownPlugin, id: number) => ({
  ...NO_META,
  slug: plugin.key,
  human_name: plugin.humanName,
  description: plugin.description,
  author: manifest ? manifest.author : 'the authors of this server',
  pub_date: '',
  version: plugin.version,
  website: manifest?.website ?? null,
  license: manifest?.license ?? null,
  package_path: manifest?.folder ?? null,
  settings_url: `/web/settings/admin/plugin/${id}/`
})

const mixinsOf = (plugin: Plugin) =>
  Object.fromEntries(
    (['base', ...plugin.mixins] satisfies Mixin[]).map((key) => [key, { key, human_name: MIXINS[key] }])
  )

/** What a plugin of others asks to be permitted, and what of it was granted. */
const rightsOf = ({ granted }: PluginRow, { manifest }: KnownPlugin) =>
  manifest && { rights: manifest.rights, granted: JSON.parse(granted ?? '[]') as string[] }

/** A plugin as the API shows it. */
export function pluginJSON(row: PluginRow, all: KnownPlugins) {
  const known = all[row.key]
  const active = shownActive(row, all)
  return {
    pk: row.id,
    key: row.key,
    name: pluginName(row, all),
    package_name: row.package_name,
    active,
    meta: known && active ? metaOf(known, row.id) : NO_META,
    mixins: known && active ? mixinsOf(known.plugin) : {},
    is_builtin: known !== undefined && known.manifest === undefined,
    is_sample: false,
    is_installed: known !== undefined,
    is_package: known?.manifest?.isPackage ?? false,
    is_mandatory: known?.plugin.mandatory === true,
    ...(known && rightsOf(row, known))
  }
}
