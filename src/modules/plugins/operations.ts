import { notFound } from '#contract/errors.ts'
import { sitePrefix } from '#contract/site.ts'
import type { Handler } from '#contract/types.ts'
import { listed } from '#crud/memory.ts'
import { MIXINS } from './builtin.ts'
import { activate, changeSetting, findPlugin, readSetting } from './settings.ts'
import { pluginStates, type PluginState } from './state.ts'

/** A plugin as the API shows it; what one can do is told while it is active. */
const shown = ({ pk, plugin, active }: PluginState) => ({
  pk,
  key: plugin.key,
  name: plugin.name,
  package_name: null,
  active,
  meta: {
    slug: plugin.key,
    human_name: plugin.humanName,
    description: plugin.description,
    author: null,
    pub_date: '',
    version: plugin.version,
    website: null,
    license: null,
    package_path: null,
    settings_url: `${sitePrefix()}/web/settings/admin/plugin/${pk}/`
  },
  mixins: active ? Object.fromEntries(plugin.mixins.map((key) => [key, { key, human_name: MIXINS[key] }])) : {},
  is_builtin: true,
  is_sample: false,
  is_installed: true,
  is_package: false,
  is_mandatory: plugin.isMandatory
})

type Flag = boolean | undefined
const fits = (wanted: Flag, is: boolean) => wanted === undefined || wanted === is

const list: Handler<'plugins_list'> = async (call, send) => {
  const { active, builtin, installed, mandatory, sample, mixin } = call.query
  const wanted = (mixin ?? '').split(',').filter((name) => name !== '')
  const all = (await pluginStates(call.db))
    .map(shown)
    .filter(
      (one) =>
        fits(active, one.active) &&
        fits(builtin, one.is_builtin) &&
        fits(installed, one.is_installed) &&
        fits(mandatory, one.is_mandatory) &&
        fits(sample, one.is_sample) &&
        wanted.every((name) => Object.hasOwn(one.mixins, name))
    )
    .sort((a, b) => Number(b.active) - Number(a.active) || (a.name < b.name ? -1 : 1))
  return send(200, listed(call, all, { search: ['key', 'name'], order: ['key', 'name', 'active'] }))
}

const retrieve: Handler<'plugins_retrieve'> = async ({ db, path }, send) => {
  const found = await findPlugin(db, path.plugin)
  if (!found) throw notFound('PluginConfig')
  return send(200, shown(found))
}

const status: Handler<'plugins_status_retrieve'> = async ({ db }, send) =>
  send(200, {
    active_plugins: (await pluginStates(db)).filter(({ active }) => active).length,
    registry_errors: []
  })

const uiFeatures: Handler<'plugins_ui_features_list'> = (_call, send) => send(200, [])

const suppliers: Handler<'supplier_list_list'> = (_call, send) => send(200, [])

/** The module for plugins: those parts of the server that clients know as such. */
export const pluginsOperations = {
  plugins_list: list,
  plugins_retrieve: retrieve,
  plugins_activate_update: activate,
  plugins_activate_partial_update: activate as unknown as Handler<'plugins_activate_partial_update'>,
  plugins_settings_retrieve: readSetting,
  plugins_settings_update: changeSetting,
  plugins_settings_partial_update: changeSetting as unknown as Handler<'plugins_settings_partial_update'>,
  plugins_status_retrieve: status,
  plugins_ui_features_list: uiFeatures,
  supplier_list_list: suppliers
}
