import type { Module } from '#framework/module.ts'
import type { Materials } from '#framework/module.ts'
import { pluginJobs } from './jobs.ts'
import { pluginListener } from './listening.ts'
import { pluginsOperations } from './operations.ts'
import { PLUGIN_TRANSFER } from './transfer.ts'

/** Plugins: which there are, and how they are set. What each does is its module's own. */
export const pluginsModule = {
  name: 'plugins',
  models: {
    pluginconfig: { table: 'plugin_config', className: 'PluginConfig', rulesets: ['admin'], api: '/api/plugins/' }
  },
  lookups: { pluginconfig: ['key'] },
  transfer: PLUGIN_TRANSFER,
  jobs: pluginJobs,
  listeners: (materials: Materials) => [pluginListener(materials)],
  operations: pluginsOperations
} satisfies Module
