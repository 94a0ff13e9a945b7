import type { Plugin } from '#framework/plugin.ts'

/** The exporter of every list, as a plugin. */
export const EXPORTER_PLUGIN: Plugin = {
  key: 'inventree-exporter',
  name: 'InvenTree Exporter',
  humanName: 'InvenTree Generic Exporter',
  description: 'Provides support for exporting data from InvenTree',
  version: '1.0.0',
  mixins: ['exporter'],
  mandatory: true
}
