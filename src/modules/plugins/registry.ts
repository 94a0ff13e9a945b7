// Which plugins there are, as they are stored: those that this server has, and those that only an import knows.
import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { ifPossible } from '#contract/failures.ts'
import { isActive, MIXINS, PLUGINS, type Mixin, type Plugin } from '#framework/plugin.ts'

/** What is stored of a plugin; its key is 0 as long as the database cannot take it. */
export type PluginRow = Pick<Selectable<DB['plugin_config']>, 'id' | 'key' | 'name' | 'package_name' | 'active'>

const COLUMNS = ['id', 'key', 'name', 'package_name', 'active'] as const

const fresh = ({ key, name, mandatory }: Plugin) => ({
  key,
  name,
  package_name: null,
  active: mandatory ? (1 as const) : (0 as const)
})

/** Gives every plugin of this server that has no row yet its row. */
export async function collectPlugins(db: Database): Promise<void> {
  const present = new Set((await db.selectFrom('plugin_config').select('key').execute()).map(({ key }) => key))
  const missing = Object.values(PLUGINS).filter(({ key }) => !present.has(key))
  if (missing.length === 0) return
  await db
    .insertInto('plugin_config')
    .values(missing.map(fresh))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/** All plugins but those that somebody removed: active ones first, then by name and key. */
export async function pluginRows(db: Database): Promise<PluginRow[]> {
  await ifPossible(() => collectPlugins(db))
  const stored = await db
    .selectFrom('plugin_config')
    .select([...COLUMNS, 'removed'])
    .execute()
  const present = new Set(stored.map(({ key }) => key))
  const missing = Object.values(PLUGINS).filter(({ key }) => !present.has(key))
  return [...stored.filter(({ removed }) => removed === 0), ...missing.map((one) => ({ id: 0, ...fresh(one) }))]
    .map((row) => ({ row, sort: [shownActive(row) ? '0' : '1', pluginName(row), row.key].join('\0') }))
    .toSorted((a, b) => (a.sort < b.sort ? -1 : 1))
    .map(({ row }) => row)
}

/** One plugin by its key; undefined where there is none, or somebody removed it. */
export async function pluginRow(db: Database, key: string): Promise<PluginRow | undefined> {
  if (Object.hasOwn(PLUGINS, key)) await ifPossible(() => collectPlugins(db))
  return await db
    .selectFrom('plugin_config')
    .select(COLUMNS)
    .where('key', '=', key)
    .where('removed', '=', 0)
    .executeTakeFirst()
}

/** What a stored plugin can be called: as this server calls it, or as it was stored. */
const pluginName = ({ key, name }: PluginRow): string | null => PLUGINS[key]?.name ?? name

const shownActive = (row: PluginRow): boolean => {
  const plugin = PLUGINS[row.key]
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

const metaOf = (plugin: Plugin, id: number) => ({
  ...NO_META,
  slug: plugin.key,
  human_name: plugin.humanName,
  description: plugin.description,
  author: 'the authors of this server',
  pub_date: '',
  version: plugin.version,
  settings_url: `/web/settings/admin/plugin/${id}/`
})

const mixinsOf = (plugin: Plugin) =>
  Object.fromEntries(
    (['base', ...plugin.mixins] satisfies Mixin[]).map((key) => [key, { key, human_name: MIXINS[key] }])
  )

/** A plugin as the API shows it. */
export function pluginJSON(row: PluginRow) {
  const plugin = PLUGINS[row.key]
  const active = shownActive(row)
  return {
    pk: row.id,
    key: row.key,
    name: pluginName(row),
    package_name: row.package_name,
    active,
    meta: plugin && active ? metaOf(plugin, row.id) : NO_META,
    mixins: plugin && active ? mixinsOf(plugin) : {},
    is_builtin: plugin !== undefined,
    is_sample: false,
    is_installed: plugin !== undefined,
    is_package: false,
    is_mandatory: plugin?.mandatory === true
  }
}
