// What a plugin is: the declaration from which the registry of plugins, their settings and their state follow.
import { dictionary } from '#db/dictionary.ts'
import type { SettingDefinition } from './setting.ts'

/** What a plugin can do, by the word that clients ask for; each with what people call it. */
export const MIXINS = {
  base: 'base',
  action: 'Actions',
  api_call: 'API calls',
  barcode: 'Barcode',
  currencyexchange: 'CurrentExchange',
  events: 'Events',
  exporter: 'DataExport',
  importer: 'DataImport',
  labels: 'Label printing',
  locate: 'Locate',
  machine: 'MachineDriver',
  mail: 'Mail',
  notification: 'notification',
  report: 'Report',
  schedule: 'Schedule',
  settings: 'Settings',
  supplier: 'Supplier',
  'supplier-barcode': 'Supplier Barcode',
  ui: 'User Interface',
  urls: 'URLs',
  validation: 'Validation'
} as const

export type Mixin = keyof typeof MIXINS

/**
 * A plugin, as its module declares it. What it does is the module's own code, which asks `settings.plugin(key)` whether
 * it is switched on, and how it is set.
 */
export interface Plugin {
  /** The word for it in addresses; unique. */
  readonly key: string
  readonly name: string
  /** What people read: what it is called, and what it is for. */
  readonly humanName: string
  readonly description: string
  readonly version: string
  /** What it can do, in the order in which clients show it; `base` is always first and not named here. */
  readonly mixins: readonly Exclude<Mixin, 'base'>[]
  /** The server cannot do without it: it is always on. */
  readonly mandatory?: true
  /** Its settings for the whole server, in the order in which they are listed. */
  readonly settings?: readonly SettingDefinition[]
  /** Those that every user has separately. */
  readonly userSettings?: readonly SettingDefinition[]
}

/** The plugins of this server, by key. Filled by the registry of modules. */
export const PLUGINS: Record<string, Plugin> = dictionary({})

/** Whether a plugin is switched on, given what is stored of it. */
export const isActive = (plugin: Plugin, stored: { active: number } | undefined): boolean =>
  plugin.mandatory === true || stored?.active === 1
