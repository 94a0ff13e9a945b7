import type { Plugin } from '#framework/plugin.ts'

/** The exporter that adds parameters, as a plugin. */
export const PARAMETER_EXPORTER_PLUGIN: Plugin = {
  key: 'parameter-exporter',
  name: 'Parameter Exporter',
  humanName: 'Parameter Exporter',
  description: 'Exporter for model parameter data',
  version: '2.0.0',
  mixins: ['exporter'],
  mandatory: true
}
