// The plugins that there are: those of this server, and those of others that lie in the folder for them.
import { dictionary } from '#db/dictionary.ts'
import { PLUGINS, type Mixin, type Plugin } from '#framework/plugin.ts'
import type { Declaration } from '#framework/plugins/declaration.ts'
import type { PluginManifest } from '#framework/plugins/manifest.ts'
import type { Plugins } from '#framework/plugins/plugins.ts'
import { settingDefinition } from '#framework/plugins/settings.ts'

/** A plugin, and for one of others what its package says. */
export interface KnownPlugin {
  plugin: Plugin
  manifest?: PluginManifest
}

export type KnownPlugins = Readonly<Record<string, KnownPlugin>>

/** What plugins of others can do, by what they export. */
const MIXIN_OF: Partial<Record<keyof Declaration, Exclude<Mixin, 'base'>>> = {
  actions: 'action',
  barcode: 'barcode',
  rates: 'currencyexchange',
  events: 'events',
  exporter: 'exporter',
  importer: 'importer',
  labels: 'labels',
  locate: 'locate',
  drivers: 'machine',
  notify: 'notification',
  mail: 'mail',
  filters: 'report',
  tags: 'report',
  tasks: 'schedule',
  settings: 'settings',
  suppliers: 'supplier',
  ui: 'ui',
  routes: 'urls',
  checks: 'validation'
}

function pluginOf(manifest: PluginManifest, declaration: Declaration | undefined): Plugin {
  const { key, title, description, version } = manifest
  const mixins = Object.keys(declaration ?? {}).flatMap((name) => MIXIN_OF[name as keyof Declaration] ?? [])
  return {
    key,
    name: title,
    humanName: title,
    description,
    version,
    mixins: [...new Set(mixins)].sort(),
    settings: (declaration?.settings ?? []).map(settingDefinition),
    userSettings: (declaration?.userSettings ?? []).map(settingDefinition)
  }
}

/** All plugins that there are, by key. Reads outside of any transaction, so never call it inside one. */
export async function knownPlugins(plugins: Plugins): Promise<KnownPlugins> {
  const known: Record<string, KnownPlugin> = dictionary({})
  for (const plugin of Object.values(PLUGINS)) known[plugin.key] = { plugin }
  const { manifests } = await plugins.discovered()
  const declarations = await plugins.declarations()
  for (const manifest of Object.values(manifests))
    known[manifest.key] = { plugin: pluginOf(manifest, declarations.get(manifest.key)), manifest }
  return known
}
