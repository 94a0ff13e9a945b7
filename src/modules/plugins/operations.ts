import type { Materials } from '#framework/module.ts'
import type { Handler, Query } from '#contract/types.ts'
import { transact } from '#db/transaction.ts'
import { invalid, notFound, refused } from '#contract/errors.ts'
import { listed } from '#crud/memory.ts'
import { PLUGINS } from '#framework/plugin.ts'
import { collectPlugins, pluginJSON, pluginRow, pluginRows } from './registry.ts'
import { pluginSettingOperations } from './settings.ts'
import { others } from './others.ts'

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
  const shown = (await pluginRows(call.db)).map(pluginJSON)
  const found = Object.entries(FILTERS).reduce<PluginJSON[]>((plugins, [name, matches]) => {
    const value = call.query[name as keyof typeof FILTERS]
    return value === undefined ? plugins : plugins.filter((plugin) => matches(plugin, value as never))
  }, shown)
  return send(200, listed(call, found, { search: ['key', 'name'], order: ['key', 'name', 'active'] }))
}

const retrieve: Handler<'plugins_retrieve'> = async (call, send) => {
  const row = await pluginRow(call.db, call.path.plugin)
  if (!row) throw notFound('PluginConfig')
  return send(200, pluginJSON(row))
}

const status: Handler<'plugins_status_retrieve'> = async ({ settings }, send) => {
  const active = Object.keys(PLUGINS).filter((key) => settings.plugin(key).active)
  return send(200, { active_plugins: active.length, registry_errors: [] })
}

const admin: Handler<'plugins_admin_retrieve'> = async (call, send) => {
  if (!(await pluginRow(call.db, call.path.plugin))) throw notFound('PluginConfig')
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
    const active = call.body?.active ?? true
    await transact(call.db, async (db) => {
      const row = await pluginRow(db, call.path.plugin)
      if (!row) throw notFound('PluginConfig')
      if (!active && PLUGINS[row.key]?.mandatory) throw refused('INVE-E10: Mandatory plugin cannot be deactivated')
      await db
        .updateTable('plugin_config')
        .set({ active: active ? 1 : 0 })
        .where('id', '=', row.id)
        .execute()
    })
    await remember(settings)
    return send(200, { active })
  }

/** Deletes what is stored of a plugin that is off; one of this server is back once the plugins are read anew. */
const destroy =
  (settings: Memory): Handler<'plugins_destroy'> =>
  async (call, send) => {
    await transact(call.db, async (db) => {
      const row = await pluginRow(db, call.path.plugin)
      if (!row) throw notFound('PluginConfig')
      if (pluginJSON(row).active) throw invalid({ detail: ['Plugin cannot be deleted as it is currently active'] })
      await db.deleteFrom('plugin_config').where('id', '=', row.id).execute()
      await db.deleteFrom('plugin_user_setting').where('plugin', '=', row.key).execute()
      if (!Object.hasOwn(PLUGINS, row.key)) return
      await db.insertInto('plugin_config').values({ key: row.key, name: row.name, removed: 1 }).execute()
    })
    await remember(settings)
    return send(204)
  }

const reload =
  (settings: Memory): Handler<'plugins_reload_create'> =>
  async (call, send) => {
    await transact(call.db, async (db) => {
      await db.deleteFrom('plugin_config').where('removed', '=', 1).execute()
      await collectPlugins(db)
    })
    await remember(settings)
    const { full_reload = false, force_reload = false, collect_plugins = false } = call.body ?? {}
    return send(201, { full_reload, force_reload, collect_plugins })
  }

const install: Handler<'plugins_install_create'> = ({ body }) => {
  if (!body.confirm) throw invalid({ confirm: ['Installation not confirmed'] })
  if (!body.packagename && !body.url) {
    const either = ['Either packagename or URL must be provided']
    throw invalid({ url: either, packagename: either })
  }
  throw refused('Plugin installation is disabled')
}

const uninstall: Handler<'plugins_uninstall_update' | 'plugins_uninstall_partial_update'> = async (call) => {
  if (!(await pluginRow(call.db, call.path.plugin))) throw notFound('PluginConfig')
  throw refused('Plugin uninstalling is disabled')
}

/** The module for plugins: which there are, how they are set, and what only plugins of others could do. */
export const pluginsOperations = ({ settings }: Pick<Materials, 'settings'>) => ({
  ...others,
  ...pluginSettingOperations(settings),
  plugins_list: list,
  plugins_retrieve: retrieve,
  plugins_destroy: destroy(settings),
  plugins_status_retrieve: status,
  plugins_admin_retrieve: admin,
  plugins_activate_update: activate(settings),
  plugins_activate_partial_update: activate(settings),
  plugins_reload_create: reload(settings),
  plugins_install_create: install,
  plugins_uninstall_update: uninstall,
  plugins_uninstall_partial_update: uninstall
})
