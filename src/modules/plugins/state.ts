import type { Database } from '#db/database.ts'
import { BUILTIN_PLUGINS, type BuiltinPlugin } from './builtin.ts'

/** A plugin, and how it is. */
export interface PluginState {
  pk: number
  plugin: BuiltinPlugin
  active: boolean
}

/** Gives every plugin its row; what an import brought stays. */
async function addPluginRows(db: Database): Promise<void> {
  for (const { key, name, isMandatory } of BUILTIN_PLUGINS)
    await db
      .insertInto('plugin_config')
      .values({ key, name, active: isMandatory ? 1 : 0, metadata: '{}' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** How the plugins are, in the order in which they are written down. */
export async function pluginStates(db: Database): Promise<PluginState[]> {
  const keys = BUILTIN_PLUGINS.map(({ key }) => key)
  const read = () => db.selectFrom('plugin_config').select(['id', 'key', 'active']).where('key', 'in', keys).execute()
  let rows = await read()
  if (rows.length < keys.length) {
    await addPluginRows(db)
    rows = await read()
  }
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return BUILTIN_PLUGINS.map((plugin) => {
    const { id, active } = byKey.get(plugin.key)!
    return { pk: id, plugin, active: plugin.isMandatory || active === 1 }
  })
}

/** Whether a flag of a plugin is set. */
export async function pluginFlag(db: Database, plugin: string, key: string): Promise<boolean> {
  const found = await db
    .selectFrom('plugin_setting')
    .innerJoin('plugin_config', 'plugin_config.id', 'plugin_setting.plugin_id')
    .select('plugin_setting.value')
    .where('plugin_config.key', '=', plugin)
    .where('plugin_setting.key', '=', key)
    .executeTakeFirst()
  return found?.value === 'True'
}
