import type { Plugin } from '#framework/plugin.ts'

/** The exporter of bills of materials with those of their components, as a plugin. */
export const BOM_EXPORTER_PLUGIN: Plugin = {
  key: 'bom-exporter',
  name: 'BOM Exporter',
  humanName: 'Multi-Level BOM Exporter',
  description: 'Provides support for exporting multi-level BOMs',
  version: '1.1.0',
  mixins: ['exporter'],
  mandatory: true
}
