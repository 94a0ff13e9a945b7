import type { Updateable } from 'kysely'
import type { Handler, Query } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { transact } from '#db/transaction.ts'
import type { Materials } from '#framework/module.ts'
import { invalid, notFound, refused } from '#contract/errors.ts'
import { listed } from '#crud/memory.ts'
import { PLUGINS } from '#framework/plugin.ts'
import { activation, deactivation } from './activation.ts'
import { acts } from './acts.ts'
import { installing } from './installing.ts'
import { knownPlugins, type KnownPlugins } from './known.ts'
import { collectPlugins, forgetPlugin, pluginJSON, pluginRow, pluginRows, type PluginRow } from './registry.ts'
import { supplierOperations } from './suppliers.ts'
import { pluginSettingOperations } from './settings.ts'

type PluginJSON = ReturnType<typeof pluginJSON>
type ListFilters = Omit<Query<'plugins_list'>, 'limit' | 'offset' | 'ordering' | 'search'>

/** What the parameters of the list narrow it to. */
const FILTERS: {
  [Name in Exclude<keyof ListFilters, `search_${string}`>]-?: (
    plugin: PluginJSON,
    value: NonNullable<ListFilters[Name]>
  ) => boolean
} = {
  active: (plugin, yes) => plugin.active === yes,
  builtin: (plugin, yes) => plugin.is_builtin === yes,
  installed: (plugin, yes) => plugin.is_installed === yes,
  mandatory: (plugin, yes) => plugin.is_mandatory === yes,
  sample: (plugin, yes) => plugin.is_sample === yes,
  mixin: (plugin, wanted) => wanted.split(',').every((name) => Object.hasOwn(plugin.mixins, name.trim()))
}

const list: Handler<'plugins_list'> = async (call, send) => {
  const known = await knownPlugins(call.plugins)
  const shown = (await pluginRows(call.db, known)).map((row) => pluginJSON(row, known))
  const found = Object.entries(FILTERS).reduce<PluginJSON[]>((plugins, [name, matches]) => {
    const value = call.query[name as keyof typeof FILTERS]
    return value === undefined ? plugins : plugins.filter((plugin) => matches(plugin, value as never))
  }, shown)
  return send(200, listed(call, found, { search: ['key', 'name'], order: ['key', 'name', 'active'] }))
}

/** A plugin that there is; 404 without. */
async function existing(db: Database, key: string, known: KnownPlugins): Promise<PluginRow> {
  const row = await pluginRow(db, key, known)
  if (!row) throw notFound('PluginConfig')
  return row
}

const retrieve: Handler<'plugins_retrieve'> = async (call, send) => {
  const known = await knownPlugins(call.plugins)
  return send(200, pluginJSON(await existing(call.db, call.path.plugin, known), known))
}

const status: Handler<'plugins_status_retrieve'> = async ({ settings, plugins }, send) => {
  const own = Object.keys(PLUGINS).filter((key) => settings.plugin(key).active)
  const others = await plugins.active()
  return send(200, { active_plugins: own.length + others.length, registry_errors: await plugins.problems() })
}

const admin: Handler<'plugins_admin_retrieve'> = async (call, send) => {
  await existing(call.db, call.path.plugin, await knownPlugins(call.plugins))
  return send(200, { source: null, context: null })
}

type Memory = Pick<Materials['settings'], 'forget' | 'refresh'>

/** Reads the state of plugins anew after it was changed. */
const remember = async (settings: Memory): Promise<void> => {
  settings.forget()
  await settings.refresh()
}

const activate =
  (settings: Memory): Handler<'plugins_activate_update' | 'plugins_activate_partial_update'> =>
  async (call, send) => {
    const { active = true, rights } = call.body ?? {}
    // Somebody may have put something into the folder just now.
    const problems = await call.plugins.problems()
    const known = await knownPlugins(call.plugins)
    const unfit = problems.find(({ name }) => name === call.path.plugin && !known[name])
    if (unfit) throw refused(unfit.message)
    await existing(call.db, call.path.plugin, known)
    const { plugin, manifest } = known[call.path.plugin] ?? {}
    if (!active && plugin?.mandatory) throw refused('INVE-E10: Mandatory plugin cannot be deactivated')
    const switchOn = active && manifest ? await activation(call.plugins, manifest, rights) : async () => ({ active: 1 })
    const change = active ? switchOn : (db: Database) => deactivation(db, call.path.plugin)
    await transact(call.db, async (db) => {
      const row = await existing(db, call.path.plugin, known)
      const values = (await change(db)) as Updateable<DB['plugin_config']>
      await db.updateTable('plugin_config').set(values).where('id', '=', row.id).execute()
    })
    await remember(settings)
    return send(200, { active })
  }

/** Deletes what is stored of a plugin that is off; one of this server is back once the plugins are read anew. */
const destroy =
  (settings: Memory): Handler<'plugins_destroy'> =>
  async (call, send) => {
    const known = await knownPlugins(call.plugins)
    await transact(call.db, async (db) => {
      const row = await existing(db, call.path.plugin, known)
      if (pluginJSON(row, known).active)
        throw invalid({ detail: ['Plugin cannot be deleted as it is currently active'] })
      await forgetPlugin(db, row)
      if (!known[row.key]) return
      await db.insertInto('plugin_config').values({ key: row.key, name: row.name, removed: 1 }).execute()
    })
    await remember(settings)
    return send(204)
  }

const reload =
  (settings: Memory): Handler<'plugins_reload_create'> =>
  async (call, send) => {
    await call.plugins.reload()
    const known = await knownPlugins(call.plugins)
    await transact(call.db, async (db) => {
      await db.deleteFrom('plugin_config').where('removed', '=', 1).execute()
      await collectPlugins(db, known)
    })
    await remember(settings)
    const { full_reload = false, force_reload = false, collect_plugins = false } = call.body ?? {}
    return send(201, { full_reload, force_reload, collect_plugins })
  }

/** What handles the plugins: which there are, how they are set, and what those of others do when they are asked to. */
export const pluginsOperations = ({ settings, vault, config }: Pick<Materials, 'settings' | 'vault' | 'config'>) => ({
  ...acts,
  ...supplierOperations,
  ...installing(config.pluginInstall, () => remember(settings)),
  ...pluginSettingOperations({ settings, vault }),
  plugins_list: list,
  plugins_retrieve: retrieve,
  plugins_destroy: destroy(settings),
  plugins_status_retrieve: status,
  plugins_admin_retrieve: admin,
  plugins_activate_update: activate(settings),
  plugins_activate_partial_update: activate(settings),
  plugins_reload_create: reload(settings)
})
