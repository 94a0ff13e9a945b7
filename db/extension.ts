import type { Generated } from 'kysely'
import type { Flag, WithMetadata } from './columns.ts'

/** Plugins and machines, and how they are set; news from elsewhere. */
export interface ExtensionTables {
  plugin_config: PluginConfigTable
  plugin_setting: PluginSettingTable
  plugin_value: PluginValueTable
  machine_config: MachineConfigTable
  machine_setting: MachineSettingTable
  news_entry: NewsEntryTable
}

interface PluginConfigTable extends WithMetadata {
  id: Generated<number>
  key: string
  name: string | null
  package_name: string | null
  active: Generated<Flag>
  /** Somebody deleted it; it is back once the plugins are read anew. */
  removed: Generated<Flag>
  /** Of a plugin of others, as it was activated: which package it was, the rights that were granted, what it exports. */
  fingerprint: string | null
  /** JSON: a list of rights. */
  granted: string | null
  /** JSON. */
  declaration: string | null
  /** What tells its jobs from those of earlier activations. */
  chain: string | null
  /** In whose name it acts. */
  user_id: number | null
}

/** What a plugin of others keeps. */
interface PluginValueTable {
  id: Generated<number>
  plugin: string
  key: string
  /** JSON. */
  value: string
}

interface PluginSettingTable {
  id: Generated<number>
  plugin_id: number
  key: string
  /** As text; of a secret, sealed. */
  value: Generated<string>
}

interface MachineConfigTable {
  id: Generated<number>
  /** What the API names it by. */
  uuid: string
  name: string
  machine_type: string
  driver: string
  active: Generated<Flag>
}

interface MachineSettingTable {
  id: Generated<number>
  machine_id: number
  /** Whether the kind of machine or the driver has the setting. */
  config_type: 'M' | 'D'
  key: string
  value: Generated<string>
}

interface NewsEntryTable {
  id: Generated<number>
  /** What tells it apart in its feed. */
  feed_id: string
  title: Generated<string>
  link: Generated<string>
  /** ISO 8601, UTC. */
  published: string
  author: Generated<string>
  summary: Generated<string>
  read: Generated<Flag>
}
