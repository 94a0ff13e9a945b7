import type { Plugin } from '#framework/plugin.ts'

/** The exporter of how much there is of each part, as a plugin. */
export const STOCKTAKE_EXPORTER_PLUGIN: Plugin = {
  key: 'inventree-stocktake-exporter',
  name: 'Part Stocktake Exporter',
  humanName: 'Part Stocktake Exporter',
  description: 'Exporter for part stocktake data',
  version: '1.1.1',
  mixins: ['exporter']
}
