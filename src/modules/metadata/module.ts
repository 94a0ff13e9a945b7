import type { Module } from '#framework/module.ts'
import { metadataOperations } from './operations.ts'
import { PLUGIN_TRANSFER } from './transfer.ts'

/** What programs keep with records; and the settings of plugins, of which that is all there is. */
export const metadataModule = {
  name: 'metadata',
  models: {
    pluginconfig: { table: 'plugin_config', className: 'PluginConfig', rulesets: ['admin'], api: '/api/plugins/' }
  },
  transfer: PLUGIN_TRANSFER,
  operations: () => metadataOperations
} satisfies Module
