// How plugins are set: for the whole server, and by each user.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { ApiError } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import { listed } from '#crud/memory.ts'
import { ifPossible } from '#contract/failures.ts'
import type { Materials } from '#framework/module.ts'
import { isActive, type Plugin } from '#framework/plugin.ts'
import { checkByPlugin } from '#framework/plugins/settings.ts'
import type { SettingDefinition } from '#framework/setting.ts'
import {
  attachedSetting,
  attachedSettingJSON,
  attachedSettings,
  changeAttachedSetting,
  type SettingShelf
} from '#modules/settings/index.ts'
import { knownPlugins, type KnownPlugins } from './known.ts'
import { pluginRow, type PluginRow } from './registry.ts'

/** What tells a plugin that is stored. */
type Stored = Pick<PluginRow, 'id' | 'key'>

/** The two kinds of settings that a plugin has: what they are called in a refusal, and whose they are. */
const KINDS = {
  server: {
    word: 'setting',
    exported: 'settings',
    of: (plugin: Plugin) => plugin.settings ?? [],
    shelf: ({ id }: Stored): SettingShelf => ({ table: 'plugin_setting', owner: { plugin_id: id } })
  },
  user: {
    word: 'user setting',
    exported: 'userSettings',
    of: (plugin: Plugin) => plugin.userSettings ?? [],
    shelf: ({ key }: Stored, context: RequestContext): SettingShelf => ({
      table: 'plugin_user_setting',
      owner: { plugin: key, user_id: signedIn(context).id }
    })
  }
} as const
type Kind = keyof typeof KINDS

const missing = (detail: string) => new ApiError(404, { detail })

/** The plugin of an address, its settings of a kind, and where they are kept; 404 where it is not there or off. */
async function settingsOf(
  kind: Kind,
  context: RequestContext & { path: { plugin: string } },
  db: Database,
  known: KnownPlugins
) {
  const { plugin: key } = context.path
  const row = await pluginRow(db, key, known)
  const plugin = known[key]?.plugin
  if (!row || !plugin) throw missing(`Plugin '${key}' not installed`)
  if (!isActive(plugin, row)) throw missing(`Plugin '${key}' is not active`)
  return { key, definitions: KINDS[kind].of(plugin), shelf: KINDS[kind].shelf(row, context) }
}

/** One setting of an address. */
async function settingOf(
  kind: Kind,
  context: RequestContext & { path: { plugin: string; key: string } },
  db: Database,
  known: KnownPlugins
) {
  const { key, definitions, shelf } = await settingsOf(kind, context, db, known)
  const definition = definitions.find((one) => one.key === context.path.key)
  if (!definition) throw missing(`Plugin '${key}' has no ${KINDS[kind].word} matching '${context.path.key}'`)
  return { key, definition, shelf }
}

type StoredValue = Parameters<typeof attachedSettingJSON>[1]

const serverJSON = (plugin: string, definition: SettingDefinition, stored: StoredValue) => ({
  ...attachedSettingJSON(definition, stored),
  typ: 'plugin' as const,
  plugin,
  read_only: false
})

const userJSON = (plugin: string, definition: SettingDefinition, stored: StoredValue, context: RequestContext) => ({
  ...attachedSettingJSON(definition, stored),
  typ: 'plugin_user' as const,
  plugin,
  user: signedIn(context).id
})

/** All settings of a kind, each with what is stored of it. */
async function every(kind: Kind, call: RequestContext & { path: { plugin: string } }) {
  const { key, definitions, shelf } = await settingsOf(kind, call, call.db, await knownPlugins(call.plugins))
  const stored = await attachedSettings(call.db, shelf, definitions)
  return definitions.map((definition) => [key, definition, stored.get(definition.key)!] as const)
}

/** One setting, with what is stored of it; it gets its row now. */
async function one(kind: Kind, call: RequestContext & { path: { plugin: string; key: string } }) {
  const { key, definition, shelf } = await settingOf(kind, call, call.db, await knownPlugins(call.plugins))
  await ifPossible(() => attachedSetting(call.db, shelf, definition))
  const stored = await attachedSettings(call.db, shelf, [definition])
  return [key, definition, stored.get(definition.key)!] as const
}

/** Every setting for the whole server that somebody asked for or changed, by pk. */
const listAll: Handler<'plugins_settings_list_all'> = async (call, send) => {
  const { plugin__active: active, plugin__key: key } = call.query
  const known = await knownPlugins(call.plugins)
  const rows = await call.db
    .selectFrom('plugin_setting as s')
    .innerJoin('plugin_config as p', 'p.id', 's.plugin_id')
    .select(['s.id', 's.key', 's.value', 'p.key as plugin', 'p.active'])
    .where('p.key', 'in', Object.keys(known))
    .orderBy('s.id')
    .execute()
  const shown = rows.flatMap((row) => {
    const { plugin } = known[row.plugin]!
    const definition = plugin.settings?.find((setting) => setting.key === row.key)
    if (!definition || (key !== undefined && key !== row.plugin)) return []
    if (active !== undefined && active !== isActive(plugin, row)) return []
    return [serverJSON(row.plugin, definition, row)]
  })
  return send(200, listed(call, shown, { search: [], order: [] }))
}

const list: Handler<'plugins_settings_list'> = async (call, send) =>
  send(
    200,
    (await every('server', call)).map((setting) => serverJSON(...setting))
  )

const userList: Handler<'plugins_user_settings_list'> = async (call, send) =>
  send(
    200,
    (await every('user', call)).map((setting) => userJSON(...setting, call))
  )

const read: Handler<'plugins_settings_retrieve'> = async (call, send) =>
  send(200, serverJSON(...(await one('server', call))))

const userRead: Handler<'plugins_user_settings_retrieve'> = async (call, send) =>
  send(200, userJSON(...(await one('user', call)), call))

type Changing = RequestContext & { path: { plugin: string; key: string }; body?: { value?: unknown } }

/** Asks a plugin of others whether a value suits it, where its setting says so; before anything is written. */
async function validateByPlugin(kind: Kind, { plugins, caller, path, body }: Changing): Promise<void> {
  const plugin = await plugins.one(path.plugin)
  const { exported } = KINDS[kind]
  if (!plugin) return
  await checkByPlugin(plugins, plugin.key, [exported], plugin.declaration[exported], path.key, body?.value, caller)
}

/** What reads and writes the settings of plugins; a change holds at once. */
export function pluginSettingOperations({ settings, vault }: Pick<Materials, 'settings' | 'vault'>) {
  const change = async (kind: Kind, call: Changing) => {
    await validateByPlugin(kind, call)
    const known = await knownPlugins(call.plugins)
    return await transact(call.db, async (db) => {
      const { key, definition, shelf } = await settingOf(kind, call, db, known)
      return [key, definition, await changeAttachedSetting(db, shelf, definition, call.body?.value, vault)] as const
    })
  }
  const write: Handler<'plugins_settings_update' | 'plugins_settings_partial_update'> = async (call, send) => {
    const changed = await change('server', call)
    settings.forget()
    await settings.refresh()
    return send(200, serverJSON(...changed))
  }
  const userWrite: Handler<'plugins_user_settings_update' | 'plugins_user_settings_partial_update'> = async (
    call,
    send
  ) => send(200, userJSON(...(await change('user', call)), call))
  return {
    plugins_settings_list_all: listAll,
    plugins_settings_list: list,
    plugins_settings_retrieve: read,
    plugins_settings_update: write,
    plugins_settings_partial_update: write,
    plugins_user_settings_list: userList,
    plugins_user_settings_retrieve: userRead,
    plugins_user_settings_update: userWrite,
    plugins_user_settings_partial_update: userWrite
  }
}
